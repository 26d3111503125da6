/**
 * La vue « Cibles » : chaque objectif à cible nationale, son diagnostic, sa trajectoire et sa cible
 * locale face à la cible nationale. Données pures et clonables ; aucun jugement propre à l'écran :
 * c'est celui du contrôle CIB-02 (`controles/cibles/nationale`).
 */
import type { Emplacement } from '../../classeur/adresse';
import { isTranche, jugerCibleNationale, nomCompare, type Jugement } from '../../controles/cibles/nationale';
import type { LectureTableau } from '../../controles/lecture-tableau';
import type { Retenus } from '../../controles/retenus';
import { CIBLES_NATIONALES, type CibleNationale } from '../../referentiel/cibles-nationales';
import { objectifDe, type NumeroObjectif } from '../../referentiel/objectifs';
import { citer } from '../../referentiel/source';
import { decrireManque, direRepere, expliquer } from './cibles-textes';
import { complementsDe } from './cibles-complements';
import { seriesDe, type SerieCible } from './cibles-series';

/** Dans l'ordre où on les montre : ce qui appelle une décision d'abord. */
export const ETATS_CIBLE = ['manquee', 'indetermine', 'non_renseigne', 'atteinte', 'non_jugeable'] as const;
export type EtatCible = (typeof ETATS_CIBLE)[number];

export interface VueCible {
  readonly objectif: NumeroObjectif;
  /** Nom court de l'objectif. */
  readonly nom: string;
  readonly retenu: boolean;
  readonly etat: EtatCible;
  /** Ce qu'on compare : « part des femmes enceintes… ». */
  readonly comparaison: string;
  /** `taux` : rapports entre 0 et 1 ; `effectif` : nombres. */
  readonly mesure: 'taux' | 'effectif';
  /** Cible nationale (rapport) et borne haute de sa fourchette ; `null` si elle ne se compare pas. */
  readonly seuil: number | null;
  readonly haut: number | null;
  /** Phrase de la circulaire. */
  readonly texte: string;
  readonly source: string;
  readonly series: readonly SerieCible[];
  /** « Il manque 2,5 points, soit 620 enfants. » */
  readonly manque: string | null;
  /** Écart en rapport, pour l'ordre. */
  readonly points: number;
  /** Pourquoi la cible ne se compare pas, ou ce qui a été compté à la place. */
  readonly explication: string | null;
  /** Doublement des visites (3), IP en attente (6), places créées (18). */
  readonly complements: readonly string[];
  /** Phrases complètes, source comprise. */
  readonly reperes: readonly string[];
  /** Cellule de la cible comparée. */
  readonly emplacement: Emplacement | null;
}

export interface VueCibles {
  /** Dernière année cible. */
  readonly horizon: number;
  readonly objectifs: readonly VueCible[];
}

function seuilsDe(cible: CibleNationale): Pick<VueCible, 'seuil' | 'haut'> {
  if (cible.type === 'non_jugeable') return { seuil: null, haut: null };
  return { seuil: cible.seuil, haut: cible.type === 'bilans' ? cible.haut : null };
}

/** Un taux au-delà de 100 % est une erreur de saisie : il n'atteint rien. */
const TAUX_MAX = 1 + 1e-9;
const IMPOSSIBLE = 'le taux calculé dépasse 100 % : corriger les effectifs avant de le comparer à la cible nationale';

function jugementA(tableau: LectureTableau, cible: CibleNationale): Jugement {
  const moment = tableau.moment('cible', tableau.horizon);
  const jugement = moment && jugerCibleNationale(tableau, cible.objectif, moment);
  if (jugement && isTranche(jugement) && jugement.valeur > TAUX_MAX) return { etat: 'indetermine', raison: IMPOSSIBLE, cellule: jugement.cellule };
  if (jugement) return jugement;
  return { etat: 'non_renseigne', cellule: null, raison: `la colonne des cibles ${String(tableau.horizon)} est introuvable` };
}

function dresser(tableau: LectureTableau, retenus: Retenus, cible: CibleNationale): VueCible {
  const { objectif } = cible;
  const jugement = jugementA(tableau, cible);
  return {
    objectif,
    nom: objectifDe(objectif).nom,
    retenu: retenus.has(objectif),
    etat: jugement.etat,
    comparaison: nomCompare(cible),
    mesure: cible.type === 'non_jugeable' ? 'effectif' : 'taux',
    ...seuilsDe(cible),
    texte: cible.texte,
    source: citer(cible.source),
    series: seriesDe(tableau, cible),
    manque: decrireManque(jugement),
    points: isTranche(jugement) ? (jugement.manque?.points ?? 0) : 0,
    explication: expliquer(jugement),
    complements: complementsDe(tableau, cible),
    reperes: cible.reperes.map(direRepere),
    emplacement: jugement.cellule?.emplacement ?? null,
  };
}

/** Les objectifs à cible nationale, ceux qui la manquent en tête, du plus grand écart au plus petit. */
export function vueCibles(tableau: LectureTableau, retenus: Retenus): VueCibles {
  const rang = (vue: VueCible) => ETATS_CIBLE.indexOf(vue.etat);
  const objectifs = CIBLES_NATIONALES.map((cible) => dresser(tableau, retenus, cible));
  return { horizon: tableau.horizon, objectifs: objectifs.sort((a, b) => rang(a) - rang(b) || b.points - a.points || a.objectif - b.objectif) };
}
