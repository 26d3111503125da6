/** Ce que vaut une valeur de trame pour un indicateur : un nombre à écrire, un « ND », ou un refus. */
import { formatNombre, type Lecture } from '../classeur/nombres';
import type { Indicateur } from '../referentiel/indicateurs';

export type ValeurJugee =
  | { readonly nature: 'vide' }
  | { readonly nature: 'non_determine' }
  | {
      readonly nature: 'nombre';
      readonly nombre: number;
      /** Réserve de la saisie, qui exige une décision : « une fourchette, lue à sa borne basse » ; `null` s'il n'y en a pas. */
      readonly reserve: string | null;
    }
  /** Raison, en fin de phrase : « un nombre négatif ». */
  | { readonly nature: 'refusee'; readonly raison: string };

const RESERVES = {
  fourchette: 'une fourchette, lue à sa borne basse',
  au_moins: 'un minimum, lu à sa borne basse',
  asterisque: 'un nombre accompagné d’une mention, lu sans elle',
} as const;

/** Bruit du calcul binaire admis sur un effectif calculé. */
const EPSILON = 1e-9;

const refuser = (raison: string): ValeurJugee => ({ nature: 'refusee', raison });

/** Juge une lecture. Les taux ne s'écrivent pas : ils se calculent (voir `proposer`). */
export function jugerValeur(lecture: Lecture, { type, unite: attendue }: Pick<Indicateur, 'type' | 'unite'>): ValeurJugee {
  switch (lecture.nature) {
    case 'vide': return { nature: 'vide' };
    case 'non_determine': return { nature: 'non_determine' };
    case 'illisible': return refuser(`« ${lecture.texte} » ne se lit pas comme un nombre`);
    case 'erreur': return refuser(`la case porte une erreur (${lecture.code})`);
    case 'nombre': break;
  }
  const { nombre, unite, approximation, ambigu } = lecture;
  if (unite !== null) return refuser(`une valeur en « ${unite} », alors que l’indicateur se compte en ${attendue}`);
  if (nombre < 0) return refuser('un nombre négatif');
  const entier = Math.round(nombre);
  if (type !== 'delai' && Math.abs(nombre - entier) > EPSILON * Math.max(1, nombre)) return refuser(`un nombre décimal (${formatNombre(nombre, 4)}), alors que l’indicateur est un effectif`);
  const reserve = ambigu ? 'un nombre dont le point ou la virgule peut se lire de deux façons' : approximation === null ? null : RESERVES[approximation];
  return { nature: 'nombre', nombre: type === 'delai' ? nombre : entier, reserve };
}
