/**
 * Une cible locale face à la cible nationale (annexes 2, 5.2 et 6). Le même jugement sert au
 * contrôle CIB-02 et à la vue « Cibles ».
 */
import { cibleNationaleDe, type CibleBilans, type CibleCouverture, type CibleNationale, type CibleTaux } from '../../referentiel/cibles-nationales';
import type { CodeIndicateur } from '../../referentiel/indicateurs';
import { indicateurDe } from '../../referentiel/indicateurs';
import type { NumeroObjectif } from '../../referentiel/objectifs';
import type { Moment } from '../../classeur/dossier';
import type { Case, LectureTableau } from '../lecture-tableau';

export interface Manque {
  /** Écart au seuil, en rapport (0,025 = 2,5 points). */
  readonly points: number;
  /** Volume manquant pour atteindre le seuil, dans l'unité du numérateur ; `null` sans opérandes. */
  readonly volume: number | null;
  readonly unite: string;
}

/** Cible comparée au seuil. */
export interface Tranche {
  readonly etat: 'atteinte' | 'manquee';
  readonly valeur: number;
  readonly seuil: number;
  readonly manque: Manque | null;
  readonly cellule: Case | null;
  /** Ce qui a été compté, quand ce n'est pas l'indicateur attendu. */
  readonly precision: string | null;
  /** Vrai si un indicateur de repli a servi : à dire même quand la cible est atteinte. */
  readonly repli?: boolean;
}

/** Cible que les données ne permettent pas de comparer. */
export interface NonTranche {
  readonly etat: 'indetermine' | 'non_renseigne' | 'non_jugeable';
  readonly raison: string;
  readonly cellule: Case | null;
}

export type Jugement = Tranche | NonTranche;

export function isTranche(jugement: Jugement): jugement is Tranche {
  return jugement.etat === 'atteinte' || jugement.etat === 'manquee';
}

/** Tolérance de comparaison : le bruit du calcul binaire n'est pas un écart. */
const EPSILON = 1e-9;

function trancher(valeur: number, seuil: number, cellule: Case | null, volume: { denominateur: number | null; unite: string }, precision: string | null = null): Tranche {
  if (valeur >= seuil - EPSILON) return { etat: 'atteinte', valeur, seuil, manque: null, cellule, precision };
  const { denominateur, unite } = volume;
  // Il manque au moins une unité : une valeur décimale ne s'arrondit pas jusqu'au seuil.
  const manquant = denominateur === null ? null : Math.max(1, Math.ceil(seuil * denominateur - EPSILON) - Math.round(valeur * denominateur));
  return { etat: 'manquee', valeur, seuil, cellule, precision, manque: { points: seuil - valeur, volume: manquant, unite } };
}

const absente = (cellule: Case | null, raison: string): Jugement => ({ etat: 'non_renseigne', raison, cellule });

function denominateurDe(tableau: LectureTableau, taux: CodeIndicateur, moment: Moment): { denominateur: number | null; unite: string } {
  const operandes = tableau.operandes(taux, moment);
  const denominateur = operandes && tableau.valeur(operandes.denominateur.indicateur.code, moment);
  return { denominateur, unite: operandes?.numerateur.indicateur.unite ?? '' };
}

function jugerTaux(tableau: LectureTableau, { taux, seuil }: CibleTaux, moment: Moment): Jugement {
  const cellule = tableau.lire(taux, moment);
  const valeur = tableau.valeur(taux, moment);
  if (valeur === null) return absente(cellule, 'le taux n’est pas renseigné');
  return trancher(valeur, seuil, cellule, denominateurDe(tableau, taux, moment));
}

function jugerBilans(tableau: LectureTableau, cible: CibleBilans, moment: Moment): Jugement {
  const cellule = tableau.lire(cible.tauxDeRepli, moment) ?? tableau.lire(cible.parties[0]!, moment);
  const denominateur = tableau.valeur(cible.denominateur, moment);
  const parties = cible.parties.map((code) => tableau.valeur(code, moment));
  if (denominateur !== null && denominateur > 0 && parties.every((partie) => partie !== null)) {
    const somme = parties.reduce((total, partie) => total + partie, 0);
    return trancher(somme / denominateur, cible.seuil, cellule, { denominateur, unite: 'bilans' });
  }
  const valeur = tableau.valeur(cible.tauxDeRepli, moment);
  if (valeur === null) return absente(cellule, 'ni les bilans par un médecin ou en protocole, ni le taux ne sont renseignés');
  const precision = 'les bilans par un médecin et en protocole pluridisciplinaire ne sont pas tous renseignés : tous les bilans ont été comptés';
  return { ...trancher(valeur, cible.seuil, cellule, denominateurDe(tableau, cible.tauxDeRepli, moment), precision), repli: true };
}

/** « Pré et/ou postnatal » : la couverture réelle est entre max(pré, post) et pré + post, jamais leur somme. */
function jugerCouverture(tableau: LectureTableau, { taux: [pre, post], seuil }: CibleCouverture, moment: Moment): Jugement {
  const cellule = tableau.lire(pre, moment) ?? tableau.lire(post, moment);
  const connus = [pre, post].map((code) => tableau.valeur(code, moment)).filter((valeur) => valeur !== null);
  const maximum = Math.max(0, ...connus);
  if (connus.length > 0 && maximum >= seuil - EPSILON) {
    return trancher(maximum, seuil, cellule, denominateurDe(tableau, pre, moment));
  }
  if (connus.length < 2) return absente(cellule, 'les taux de visites prénatales et postnatales ne sont pas tous les deux renseignés');
  const somme = connus[0]! + connus[1]!;
  if (somme < seuil - EPSILON) {
    return trancher(somme, seuil, cellule, denominateurDe(tableau, pre, moment), 'même en additionnant les femmes vues avant et après la naissance');
  }
  return { etat: 'indetermine', cellule, raison: 'la part des femmes vues avant ou après la naissance est comprise entre le plus grand des deux taux et leur somme, de part et d’autre de la cible : demander au département le nombre de femmes ayant eu au moins une visite' };
}

function jugerPar(tableau: LectureTableau, cible: CibleNationale, moment: Moment): Jugement {
  switch (cible.type) {
    case 'taux':
      return jugerTaux(tableau, cible, moment);
    case 'bilans':
      return jugerBilans(tableau, cible, moment);
    case 'couverture':
      return jugerCouverture(tableau, cible, moment);
    case 'non_jugeable':
      return { etat: 'non_jugeable', raison: cible.raison, cellule: null };
  }
}

/** Juge un objectif à un moment ; `null` s'il n'a pas de cible nationale. */
export function jugerCibleNationale(tableau: LectureTableau, objectif: NumeroObjectif, moment: Moment): Jugement | null {
  const cible = cibleNationaleDe(objectif);
  return cible ? jugerPar(tableau, cible, moment) : null;
}

/** Nom de ce qu'on compare : « part des femmes enceintes… ». */
export function nomCompare(cible: CibleNationale): string {
  switch (cible.type) {
    case 'taux':
      return indicateurDe(cible.taux).nom;
    case 'bilans':
      return 'part des 3-4 ans ayant eu un bilan par un médecin ou en protocole pluridisciplinaire';
    case 'couverture':
      return 'part des femmes ayant eu une visite prénatale ou postnatale';
    case 'non_jugeable':
      return cible.texte;
  }
}
