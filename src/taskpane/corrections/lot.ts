/** Un lot de corrections : appliquer, relire, recontrôler, recommencer tant qu'il en reste d'automatiques. */
import type { Emplacement } from '../../classeur/adresse';
import type { Instantane } from '../../classeur/instantane';
import type { CodeControle } from '../../controles/codes';
import type { Constat } from '../../controles/constat';
import { corrigerEnPasses, type Ecrit, type Raison } from '../../corrections/passes';
import type { Ecriture, PlanEcritures } from '../../corrections/plan';
import type { Hote } from '../../hote/port';
import { accorder } from '../../rapport/mots';
import type { Panne } from '../etat/controle';
import { panneDe } from '../etat/panne';
import type { ClasseurLu, Controleur } from '../hooks/useControle';
import { choixDe, sansRefusees, type LigneCorrection, type Selection } from './selection';

export interface DemandeLot {
  /** Le classeur tel qu'on l'a montré, et ce qu'on en a montré : la première passe n'écrit rien d'autre. */
  readonly lu: ClasseurLu;
  readonly constats: readonly Constat[];
  readonly lignes: readonly LigneCorrection[];
  readonly selection: Selection;
  /** Demande de s'arrêter : la passe en cours s'achève, aucune autre ne commence. */
  readonly signal?: AbortSignal;
}

export interface BilanLot {
  /** Tout ce qui a été écrit, passe après passe. */
  readonly plan: PlanEcritures;
  readonly passes: number;
  /** Raisons de la passe refusée : d'elle, rien n'est écrit. */
  readonly refus: readonly Raison[];
  /** L'hôte a échoué en écrivant. */
  readonly echec: { readonly message: string; readonly restantes: readonly Emplacement[] } | null;
  /** L'hôte n'a pas pu relire ou recontrôler ; ce qui est écrit l'est. */
  readonly panne: Panne | null;
}

interface Etat {
  readonly instantane: Instantane;
  /** Constats déjà connus de cet état ; `null` : à recontrôler. */
  readonly constats: readonly Constat[] | null;
}

/** Titre au journal : « 12 cellules corrigées ». */
export function titrer({ plan }: BilanLot): string {
  const cellules = new Set(plan.ecritures.map(({ feuille, ligne, colonne }) => `${feuille}!${String(ligne)},${String(colonne)}`)).size;
  return accorder(cellules, 'cellule corrigée', 'cellules corrigées');
}

export async function corrigerLot({ lu, constats, lignes, selection, signal }: DemandeLot, { hote, controleur }: { readonly hote: Hote; readonly controleur: Controleur }): Promise<BilanLot> {
  const ecrites: Ecriture[] = [];
  let passes = 0;
  let refus: readonly Raison[] = [];
  let echec: BilanLot['echec'] = null;
  let panne: Panne | null = null;

  const controler = async ({ instantane, constats: connus }: Etat) => {
    if (signal?.aborted) return { constats: [] };
    const trouves = connus ?? (await controleur(instantane, lu.options)).rapport.constats;
    return { constats: sansRefusees(trouves, selection) };
  };
  const ecrire = async (_: Etat, plan: PlanEcritures): Promise<Ecrit<Etat>> => {
    const resultat = await hote.appliquer(plan);
    if (resultat.etat === 'refuse') return { etat: 'refuse', raisons: resultat.raisons };
    if (resultat.etat === 'echec') {
      echec = { message: resultat.message, restantes: resultat.restantes };
      return { etat: 'refuse', raisons: [] };
    }
    ecrites.push(...plan.ecritures);
    passes += 1;
    return { etat: 'applique', suivant: { instantane: await hote.lire(), constats: null } };
  };

  try {
    const fini = await corrigerEnPasses<Etat, CodeControle, { readonly constats: readonly Constat[] }>({ instantane: lu.instantane, constats }, { controler, ecrire }, choixDe(lignes, selection));
    refus = fini.refus;
  } catch (erreur) {
    panne = panneDe(erreur);
  }
  return { plan: { ecritures: ecrites }, passes, refus, echec, panne };
}
