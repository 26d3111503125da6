/**
 * Le service de valeurs : ce que vaut chaque cellule, et ce qu'on en sait. Dans Excel les valeurs
 * vivantes font foi ; par fichier, tout est recalculé et la valeur enregistrée ne sert qu'à défaut.
 */
import { formatA1 } from '../classeur/adresse';
import { celluleDe, type Cellule, type Feuille, type Instantane, type Valeur } from '../classeur/instantane';
import { indexer, refuserSiTronquee, type Classeur, type Lecture } from './classeur';
import { creerRecalcul, isDansMatrice } from './recalcul';
import { NonEvaluable } from './resultats';

export interface ValeurJugee {
  readonly valeur: Valeur;
  /**
   * `saisie` : constante ou cellule vide ; `vivante` : calculée par Excel ; `recalculee` : par nous ;
   * `enregistree` : laissée par le dernier logiciel, non vérifiée ; `inconnue` : rien à montrer.
   */
  readonly origine: 'saisie' | 'vivante' | 'recalculee' | 'enregistree' | 'inconnue';
  /** Pourquoi la valeur n'a pas été recalculée (proposition française sans majuscule) ; `null` sinon. */
  readonly raison: string | null;
}

export interface ServiceValeurs {
  readonly classeur: Classeur;
  /** Valeur d'une cellule ; `feuille` est l'identité stable de la feuille. Ne lève jamais. */
  readonly valeur: (feuille: string, ligne: number, colonne: number) => ValeurJugee;
}

/** Provision de calcul d'un classeur entier, en cellules visitées. */
const BUDGET_CLASSEUR = 20_000_000;

export function creerServiceValeurs(instantane: Instantane): ServiceValeurs {
  const classeur = indexer(instantane);
  const vivant = instantane.calcul === 'vivant';
  const lecture = creerRecalcul({ classeur, budget: { reste: BUDGET_CLASSEUR }, arrondis: 'appliques' });
  const valeur = (id: string, ligne: number, colonne: number): ValeurJugee => {
    const feuille = classeur.feuilleParId(id);
    const cellule = feuille && celluleDe(feuille, ligne, colonne);
    if (!feuille || !cellule) return jugerAbsente(feuille, ligne);
    if (cellule.formule === null && !isDansMatrice(feuille, cellule)) return { valeur: cellule.valeur, origine: 'saisie', raison: null };
    return vivant ? jugerVivante(cellule) : juger(feuille, cellule, lecture);
  };
  return { classeur, valeur };
}

function jugerAbsente(feuille: Feuille | undefined, ligne: number): ValeurJugee {
  const raison = feuille ? raisonDe(() => { refuserSiTronquee({ feuille, derniereLigne: ligne }); }) : null;
  return { valeur: null, origine: raison === null ? 'saisie' : 'inconnue', raison };
}

/** Une formule calculée rend toujours quelque chose, fût-ce un texte vide : sans valeur, elle n'a pas été calculée. */
function jugerVivante({ valeur }: Cellule): ValeurJugee {
  if (valeur === null) return { valeur, origine: 'inconnue', raison: 'Excel ne l’a pas encore calculée' };
  return { valeur, origine: 'vivante', raison: null };
}

function juger(feuille: Feuille, cellule: Cellule, lecture: Lecture): ValeurJugee {
  let valeur: Valeur = null;
  const raison = raisonDe(() => { valeur = lecture.lire(feuille, cellule.ligne, cellule.colonne); }, { feuille, cellule });
  if (raison === null) return { valeur, origine: 'recalculee', raison };
  return { valeur: cellule.valeur, origine: cellule.valeur === null ? 'inconnue' : 'enregistree', raison };
}

/** Raison d'un refus de calcul, `null` si le calcul aboutit ; dit de quelle cellule vient l'obstacle. */
function raisonDe(calculer: () => void, depuis?: { feuille: Feuille; cellule: Cellule }): string | null {
  try {
    calculer();
    return null;
  } catch (erreur) {
    if (!(erreur instanceof NonEvaluable)) throw erreur;
    const { source, raison } = erreur;
    if (!source || !depuis || (source.feuille === depuis.feuille && source.ligne === depuis.cellule.ligne && source.colonne === depuis.cellule.colonne)) return raison;
    const feuille = source.feuille === depuis.feuille ? '' : `« ${source.feuille.nom} » `;
    return `elle dépend de ${feuille}${formatA1(source.ligne, source.colonne)} : ${raison}`;
  }
}
