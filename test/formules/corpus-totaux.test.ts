/** Corpus de formules de totaux, engendré à graine : écritures justes, et fausses dont on sait l'écart. */
import { formatA1, formatPlage } from '../../src/classeur/adresse';
import { identifierFormuleTotal } from '../../src/formules/totaux';
import { OBJECTIFS, type NumeroObjectif } from '../../src/referentiel/objectifs';
import { creerHasard } from './corpus';
import { monterPlan } from './plan';

type Case = readonly [ligne: number, colonne: number];
type Hasard = ReturnType<typeof creerHasard>;

const LIGNES: Partial<Record<NumeroObjectif, number>> = { 2: 2, 6: 3, 9: 2, 18: 4 };
// Des montants partout : aucune faute n'est sans effet.
const MONTANTS = Object.fromEntries(Array.from({ length: 60 }, (_, rang) => [[`G${String(rang + 7)}`, 100 + rang], [`H${String(rang + 7)}`, 50 + rang]]).flat());
const { plan, service, lignesDe } = monterPlan({ lignes: LIGNES, cellules: MONTANTS });
const NOMBRE = 1200;

function melanger<T>(liste: readonly T[], hasard: Hasard): readonly T[] {
  return [...liste].map((valeur) => [hasard.suivant(), valeur] as const).sort(([a], [b]) => a - b).map(([, valeur]) => valeur);
}

function ecrire([ligne, colonne]: Case, hasard: Hasard): string {
  const adresse = formatA1(ligne, colonne);
  const fixe = adresse.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  return hasard.parmi([adresse, adresse, adresse, fixe, `'Plan d’action'!${adresse}`, `N(${adresse})`, `SUM(${adresse})`, `(${adresse}*1)`]);
}

/** Somme de ces cellules, écrite d'une façon ou d'une autre ; en plage quand elles forment un rectangle. */
function sommer(cases: readonly Case[], hasard: Hasard): string {
  const [lignes, colonnes] = [cases.map(([ligne]) => ligne), cases.map(([, colonne]) => colonne)];
  const plage = { ligne: Math.min(...lignes), derniereLigne: Math.max(...lignes), colonne: Math.min(...colonnes), derniereColonne: Math.max(...colonnes) };
  const rectangle = (plage.derniereLigne - plage.ligne + 1) * (plage.derniereColonne - plage.colonne + 1) === cases.length && new Set(cases.map(([l, c]) => `${String(l)},${String(c)}`)).size === cases.length;
  const termes = melanger(cases, hasard).map((cellule) => ecrire(cellule, hasard));
  const liste = [termes.join('+'), `SUM(${termes.join(',')})`, `+${termes.join('+')}`, `${termes[0]!}+SUM(${[...termes.slice(1), '0'].join(',')})`];
  return hasard.parmi(rectangle ? [...liste, `SUM(${formatPlage(plage)})`, `SUMPRODUCT(${formatPlage(plage)})`, `SUBTOTAL(9,${formatPlage(plage)})`, `SUMIF(${formatPlage(plage)},"<>0")`] : liste);
}

function habiller(somme: string, hasard: Hasard): string {
  return hasard.parmi([`=${somme}`, `=${somme}`, `=(${somme})`, `=ROUND(${somme},2)`, `=IFERROR(${somme},0)`, `=IF((${somme})=0,"",${somme})`]);
}

function objectif(hasard: Hasard) {
  const { numero } = hasard.parmi(OBJECTIFS);
  const lignes = lignesDe(numero);
  const attendues = lignes.flatMap((ligne): Case[] => [[ligne, 7], [ligne, 8]]);
  return { lignes, attendues, total: { ligne: lignes[0]!, colonne: 9, portee: 'objectif' as const, lignes } };
}

const trier = (cases: readonly { ligne: number; colonne: number }[]) => cases.map(({ ligne, colonne }) => formatA1(ligne, colonne)).sort();

test(`${String(NOMBRE)} totaux justes, aucun refusé`, () => {
  const hasard = creerHasard(3);
  const refuses = Array.from({ length: NOMBRE }, () => {
    const { attendues, total } = objectif(hasard);
    const formule = habiller(sommer(attendues, hasard), hasard);
    const identification = identifierFormuleTotal({ plan, service, total, formule });
    return identification.nature === 'juste' ? null : `I${String(total.ligne)} ${formule} → ${JSON.stringify(identification)}`;
  }).filter((refus) => refus !== null);
  expect(refuses).toEqual([]);
});

test(`${String(NOMBRE)} totaux faux, aucun admis, les cellules oubliées ou en trop toutes nommées`, () => {
  const hasard = creerHasard(4);
  const ecarts = Array.from({ length: NOMBRE }, (_, rang) => {
    const { attendues, total, lignes } = objectif(hasard);
    const retirer = rang % 3 !== 1;
    const ajouter = rang % 3 !== 0;
    const oubliee = hasard.parmi(attendues);
    // Au-dessus de la ligne 7, le bandeau est vide : l'ajouter ne change rien.
    const voisine: Case = [hasard.parmi([Math.max(lignes[0]! - 1, 7) === lignes[0]! ? lignes.at(-1)! + 1 : lignes[0]! - 1, lignes.at(-1)! + 1]), hasard.parmi([7, 8])];
    const double = ajouter && !retirer && hasard.suivant() < 0.3;
    const enTrop = double ? hasard.parmi(attendues) : voisine;
    const cases = [...attendues.filter((cellule) => !retirer || cellule !== oubliee), ...(ajouter ? [enTrop] : [])];
    if (cases.length === 0) return null;
    const formule = habiller(sommer(cases, hasard), hasard);
    const identification = identifierFormuleTotal({ plan, service, total, formule });
    const cause = double ? 'double_compte' : retirer && ajouter ? 'autres_lignes' : retirer ? 'lignes_oubliees' : 'lignes_en_trop';
    const nommee = identification.nature === 'faux' && identification.cause === cause && !identification.sansEffet
      && trier(identification.oubliees).join() === (retirer ? formatA1(...oubliee) : '') && trier(identification.enTrop).join() === (ajouter ? formatA1(...enTrop) : '');
    return nommee ? null : `I${String(total.ligne)} ${formule} → ${JSON.stringify(identification)}`;
  }).filter((ecart) => ecart !== null);
  expect(ecarts).toEqual([]);
});
