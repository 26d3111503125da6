/** Ce que l'utilisateur désigne à la main l'emporte sur ce qu'on a lu. */
import { lireDossier } from '../../src/classeur/lire-dossier';
import { exemple } from '../classeurs/lecture-comparable';
import { copierFeuille, ecrire } from '../classeurs/mutations';
import { situer } from '../classeurs/mutations-cdppe';

const CONFORME = exemple('87-haute-vienne-conforme.xlsx');
const [TABLEAU, PLAN] = ['Tableau de bord', "Plan d'action"] as const;
const { tableau, plan } = situer(CONFORME);

test('la feuille désignée, entre deux rivales', () => {
  const deux = copierFeuille(CONFORME, TABLEAU, 'Version 2');
  const dossier = lireDossier(deux, { rattachements: [{ type: 'feuille', feuille: 'Version 2', nature: 'tableau' }] });
  expect([dossier.tableau!.feuille.nom, dossier.feuillesEcartees]).toEqual(['Version 2', []]);
});

test('une feuille désignée qui n’existe plus : on s’en remet à la lecture', () => {
  expect(lireDossier(CONFORME, { rattachements: [{ type: 'feuille', feuille: 'Disparue', nature: 'plan' }] }).plan!.feuille.nom).toBe(PLAN);
});

test('une feuille méconnaissable, désignée, se lit par ses intitulés', () => {
  const lignes = [...tableau.feuille.cellules.values()].filter(({ ligne, colonne, valeur }) => ligne > tableau.enTete.derniereLigne && colonne <= 3 && typeof valeur === 'string');
  const muet = ecrire({ ...CONFORME, feuilles: CONFORME.feuilles.slice(0, 1) }, TABLEAU, lignes.map(({ ligne, colonne }) => ({ ligne, colonne, valeur: `Ligne ${String(ligne)} colonne ${String(colonne)}` })));
  expect(lireDossier(muet).tableau).toBeNull();
  const { colonnes, moments } = lireDossier(muet, { rattachements: [{ type: 'feuille', feuille: TABLEAU, nature: 'tableau' }] }).tableau!;
  expect([colonnes, moments.length]).toEqual([{ mesure: 1, objectif: 2, indicateur: 3 }, 7]);
});

test('un libellé d’objectif et un libellé d’indicateur', () => {
  const [objectif, indicateur] = [tableau.objectifs.get(11)!.libelle, tableau.indicateurs.get('o9-enfants')!.libelle];
  const local = ecrire(CONFORME, TABLEAU, [{ ...objectif, valeur: 'Axe D' }, { ...indicateur, valeur: 'File active mixte' }]);
  expect(lireDossier(local).tableau!.indicateurs.has('o9-enfants')).toBe(false);
  const lu = lireDossier(local, { rattachements: [{ type: 'objectif', texte: 'AXE  d', numero: 11 }, { type: 'indicateur', texte: 'file active mixte', code: 'o9-enfants' }] }).tableau!;
  expect([lu.objectifs.get(11)!.libelle, lu.indicateurs.get('o9-enfants')!.libelle]).toMatchObject([{ ligne: objectif.ligne, exact: true }, { ligne: indicateur.ligne, exact: true }]);
});

test('une colonne de chiffres prend la place de celle qu’on lisait', () => {
  const { moments } = lireDossier(CONFORME, { rattachements: [{ type: 'moment', feuille: TABLEAU, colonne: 8, bloc: 'cible', annee: 2020 }] }).tableau!;
  expect(moments.filter(({ colonne }) => colonne === 5 || colonne === 8)).toEqual([{ colonne: 8, bloc: 'cible', annee: 2020 }]);
});

test('une colonne du plan, et elle seule, prend le rôle', () => {
  const etat = plan.colonnes.etat!;
  const renommee = ecrire(CONFORME, PLAN, [{ ligne: plan.enTete.derniereLigne, colonne: etat, valeur: 'Dotation ARS' }]);
  expect(lireDossier(renommee).plan!.colonnes.etat).toBeNull();
  const { colonnes } = lireDossier(renommee, { rattachements: [{ type: 'colonne_plan', feuille: PLAN, colonne: etat, role: 'etat' }] }).plan!;
  expect(colonnes).toMatchObject({ etat, departement: plan.colonnes.departement, partenairesFinanciers: [] });
});
