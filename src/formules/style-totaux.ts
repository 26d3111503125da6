/** Formules proposées pour les totaux du plan d'action, dans le style du classeur. */
import { formatA1, formatPlage } from '../classeur/adresse';
import type { PlanAction } from '../classeur/dossier';
import { celluleDe } from '../classeur/instantane';
import { dominant, gabaritDe, remplir, type ReferenceEcrite } from './gabarits';
import { memoriser } from './memoire';
import { colonnesMontants, lignesActions } from './montants';
import { identifierFormuleTotal, identifierLigneTotal, identifierTotaux, type TotalIdentifie } from './totaux';
import type { ServiceValeurs } from './valeurs';

export interface DemandeProposition {
  readonly plan: PlanAction;
  readonly service: ServiceValeurs;
  readonly total: Omit<TotalIdentifie, 'identification'>;
}

/** Formule d'un total, anglaise en A1 ; `null` si le plan n'a pas de colonne de montants. */
export function proposerTotal(demande: DemandeProposition): string | null {
  const { plan, service, total } = demande;
  const { parLigne, parBloc, ligneTotal } = gabaritsDe(plan, service);
  const gabarit = total.portee === 'total' ? ligneTotal : total.lignes.length === 1 ? parLigne : parBloc;
  const candidates = [...(gabarit === null || (total.portee !== 'total' && !isContigu(total.lignes)) ? [] : [ecrire(gabarit, total)]), ...parDefaut(demande)];
  return candidates.find((formule) => identifierFormuleTotal({ plan, service, total, formule }).nature === 'juste') ?? null;
}

interface Gabarits {
  readonly parLigne: string | null;
  readonly parBloc: string | null;
  readonly ligneTotal: string | null;
}

const gabaritsDe = memoriser((plan: PlanAction, service: ServiceValeurs): Gabarits => {
  const groupes = [...[...plan.objectifs.values()].map(({ lignes }) => lignes), ...plan.lignesLocales.map((ligne) => [ligne])];
  const totaux = groupes.flatMap((lignes) => identifierTotaux({ plan, service, lignes }));
  const colonnes = [...colonnesMontants(plan), ...(plan.colonnes.total === null ? [] : [plan.colonnes.total])];
  const bas = colonnes.flatMap((colonne) => identifierLigneTotal({ plan, service, colonne }) ?? []);
  const choisir = (candidats: readonly TotalIdentifie[]) => dominant(candidats.map((total) => gabarit(plan, total)));
  return {
    parLigne: choisir(totaux.filter(({ lignes }) => lignes.length === 1)),
    parBloc: choisir(totaux.filter(({ lignes }) => lignes.length > 1 && isContigu(lignes))),
    ligneTotal: choisir(bas),
  };
});

function isContigu(lignes: readonly number[]): boolean {
  return lignes.every((ligne, rang) => rang === 0 || ligne === lignes[rang - 1]! + 1);
}

/**
 * Rôle d'une référence : ses colonnes (relatives pour la ligne TOTAL, qui se recopie à droite) et ses
 * lignes (première ou dernière du total ; fixes pour la ligne TOTAL).
 */
function gabarit(plan: PlanAction, total: TotalIdentifie): string | null {
  const formule = total.identification.nature === 'juste' ? celluleDe(plan.feuille, total.ligne, total.colonne)?.formule ?? null : null;
  if (formule === null) return null;
  const [premiere, derniere] = [total.lignes[0]!, total.lignes.at(-1)!];
  return gabaritDe(formule, (reference: ReferenceEcrite) => {
    if (reference.feuille !== null && reference.feuille.toLowerCase() !== plan.feuille.nom.toLowerCase()) return null;
    const roles = [reference.ligne, reference.derniereLigne].map((ligne) => (total.portee === 'total' ? String(ligne) : ligne === premiere ? 'F' : ligne === derniere ? 'L' : ''));
    if (roles.includes('')) return null;
    const base = total.portee === 'total' ? total.colonne : 0;
    return [reference.colonne - base, reference.derniereColonne - base, ...roles].join(' ');
  });
}

function ecrire(gabaritChoisi: string, total: DemandeProposition['total']): string {
  const base = total.portee === 'total' ? total.colonne : 0;
  const ligne = (texte: string) => (texte === 'F' ? total.lignes[0]! : texte === 'L' ? total.lignes.at(-1)! : Number(texte));
  return remplir(gabaritChoisi, (role) => {
    const [c1 = '', c2 = '', l1 = '', l2 = ''] = role.split(' ');
    return formatPlage({ ligne: ligne(l1), derniereLigne: ligne(l2), colonne: base + Number(c1), derniereColonne: base + Number(c2) });
  });
}

/** Écritures sans style : addition pour une ligne, SOMME de plages pour plusieurs. */
function parDefaut({ plan, total }: DemandeProposition): readonly string[] {
  const colonnes = total.portee === 'total' ? [total.colonne] : colonnesMontants(plan);
  if (colonnes.length === 0) return [];
  if (total.portee !== 'total' && total.lignes.length === 1) return [`=${colonnes.map((colonne) => formatA1(total.lignes[0]!, colonne)).join('+')}`];
  const plages = suites(total.lignes).flatMap(([ligne, derniereLigne]) =>
    suites(colonnes).map(([colonne, derniereColonne]) => formatPlage({ ligne, derniereLigne, colonne, derniereColonne })));
  const etendue = formatPlage({ ligne: lignesActions(plan)[0]!, derniereLigne: total.ligne - 1, colonne: total.colonne, derniereColonne: total.colonne });
  return [...(total.portee === 'total' ? [`=SUM(${etendue})`] : []), `=SUM(${plages.join(',')})`];
}

/** Nombres croissants groupés en suites : [18, 19, 21] → [[18, 19], [21, 21]]. */
function suites(nombres: readonly number[]): readonly (readonly [number, number])[] {
  const groupes: [number, number][] = [];
  for (const nombre of nombres) {
    const dernier = groupes.at(-1);
    if (dernier && nombre === dernier[1] + 1) dernier[1] = nombre;
    else groupes.push([nombre, nombre]);
  }
  return groupes;
}
