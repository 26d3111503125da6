/**
 * Le tableau de bord tel qu'on le juge : valeurs lues, et taux recalculés depuis leurs opérandes
 * (jamais le résultat d'une formule fausse). Voir docs/decisions.md, « Taux ».
 */
import type { Bloc, LigneIndicateur, Moment, TableauDeBord } from '../classeur/dossier';
import type { Grille } from '../classeur/grille';
import { cleCellule } from '../classeur/instantane';
import { isFormatPourcentage } from '../classeur/nombres';
import { identifierTaux } from '../formules/taux';
import type { ServiceValeurs } from '../formules/valeurs';
import { indicateurDe, type CodeIndicateur, type Indicateur } from '../referentiel/indicateurs';
import { horizon } from '../referentiel/periode';
import { tauxDe, type Taux } from '../referentiel/taux';
import { lireCellule, nombreLu, type CelluleLue } from './lecture-cellule';
import { parCle } from './memoire';

/** Une valeur du tableau : un indicateur à un moment. */
export interface Case extends CelluleLue {
  readonly indicateur: Indicateur;
  readonly moment: Moment;
}

export interface LectureTableau {
  readonly tableau: TableauDeBord;
  readonly grille: Grille;
  readonly service: ServiceValeurs;
  /** Dernière année cible. */
  readonly horizon: number;
  moment(bloc: Bloc, annee?: number): Moment | null;
  /** Moments d'un bloc, par année croissante. */
  moments(bloc: Bloc): readonly Moment[];
  ligne(code: CodeIndicateur): LigneIndicateur | null;
  /** `null` si la ligne ou la colonne manque. */
  lire(code: CodeIndicateur, moment: Moment | null): Case | null;
  /**
   * Valeur jugée : effectif lu, ou taux (rapport) recalculé depuis ses opérandes. Une valeur
   * impossible (négative, taux saisi au-dessus de 100 %) vaut `null` : IND-03 la désigne, rien
   * d'autre ne se juge sur elle.
   */
  valeur(code: CodeIndicateur, moment: Moment | null): number | null;
  /** Opérandes d'un taux, le numérateur étant celui que le classeur utilise. */
  operandes(code: CodeIndicateur, moment: Moment | null): Operandes | null;
}

export interface Operandes {
  readonly numerateur: Case;
  readonly denominateur: Case;
}

/** Bruit du calcul binaire admis au-dessus de 100 %. */
const EPSILON = 1e-9;

/**
 * Taux saisi : un rapport, ou, hors format %, 100 × le rapport (catalogue, FOR-03). Un texte sans
 * « % » suit la même règle quel que soit le format : « 12,5 » est 12,5 %, jamais 1 250 %.
 */
export function tauxSaisi({ lecture, format }: CelluleLue): number | null {
  if (lecture.nature !== 'nombre') return null;
  const { nombre, texte, unite } = lecture;
  const rapport = texte === null ? isFormatPourcentage(format) : unite === '%';
  return rapport || nombre <= 1 ? nombre : nombre / 100;
}

/** Numérateur que la formule du taux emploie ; `null` si elle ne le dit pas (constante, formule fausse…). */
function numerateurEmploye(tableau: TableauDeBord, service: ServiceValeurs, { code, numerateurs }: Taux, moment: Moment): CodeIndicateur | null {
  if (numerateurs.length === 1) return null;
  const identification = identifierTaux({ tableau, service, code, moment });
  return identification.nature === 'juste' || identification.nature === 'centuple' ? identification.numerateur : null;
}

function operandesDe(taux: Taux, employe: CodeIndicateur | null, lire: (code: CodeIndicateur) => Case | null): Operandes | null {
  const denominateur = lire(taux.denominateur);
  const numerateurs = (employe === null ? taux.numerateurs : [employe]).map(lire).filter((lue) => lue !== null);
  // À défaut de la source de référence, l'autre source admise si elle seule est renseignée.
  const numerateur = numerateurs.find((lue) => nombreLu(lue) !== null) ?? numerateurs[0];
  return denominateur && numerateur ? { numerateur, denominateur } : null;
}

function tauxJuge(lue: Case, operandes: Operandes | null): number | null {
  const numerateur = operandes && nombreLu(operandes.numerateur);
  const denominateur = operandes && nombreLu(operandes.denominateur);
  if (numerateur != null && denominateur != null && denominateur !== 0) return numerateur >= 0 && denominateur > 0 ? numerateur / denominateur : null;
  // Opérandes incomplets : le résultat d'une formule ne dit rien, une constante dit ce qu'on a saisi.
  if (lue.formule !== null && operandes) return null;
  const saisi = tauxSaisi(lue);
  return saisi !== null && saisi >= 0 && saisi <= 1 + EPSILON ? saisi : null;
}

function effectifJuge(lue: Case): number | null {
  const nombre = nombreLu(lue);
  return nombre !== null && nombre >= 0 ? nombre : null;
}

export function creerLectureTableau(tableau: TableauDeBord, grille: Grille, service: ServiceValeurs): LectureTableau {
  const memoire = new Map<number, Case>();
  const lire = (code: CodeIndicateur, moment: Moment | null): Case | null => {
    const ligne = tableau.indicateurs.get(code);
    if (!ligne || !moment) return null;
    const cle = cleCellule(ligne.ligne, moment.colonne);
    const connue = memoire.get(cle);
    if (connue !== undefined) return connue;
    const lue: Case = { ...lireCellule(grille, service, ligne.ligne, moment.colonne), indicateur: indicateurDe(code), moment };
    memoire.set(cle, lue);
    return lue;
  };
  const operandes = (code: CodeIndicateur, moment: Moment | null) => {
    const taux = tauxDe(code);
    return taux && moment ? operandesDe(taux, numerateurEmploye(tableau, service, taux, moment), (operande) => lire(operande, moment)) : null;
  };
  const parBloc = parCle((bloc: Bloc): readonly Moment[] => tableau.moments.filter((moment) => moment.bloc === bloc).sort((a, b) => a.annee - b.annee));
  return {
    tableau,
    grille,
    service,
    horizon: horizon(tableau.periode),
    moment: (bloc, annee) => tableau.moments.find((moment) => moment.bloc === bloc && (annee === undefined || moment.annee === annee)) ?? null,
    moments: parBloc,
    ligne: (code) => tableau.indicateurs.get(code) ?? null,
    lire,
    operandes,
    valeur: (code, moment) => {
      const lue = lire(code, moment);
      if (!lue) return null;
      return lue.indicateur.type === 'taux' ? tauxJuge(lue, operandes(code, moment)) : effectifJuge(lue);
    },
  };
}
