/**
 * Anatomie d'un contrôle : des métadonnées (d'où sort sa documentation) et une fonction pure. Un
 * contrôle ne reçoit que les entrées qu'il déclare ; s'il en manque une, il est `non_verifiable`.
 */
import type { CodeControle } from './codes';
import type { Constat, Gravite } from './constat';
import type { Entree, Entrees } from './entrees';
import type { NonVerifie } from './non-verifie';

/** Ce que rend un contrôle qui a tourné. */
export interface Bilan {
  readonly constats: readonly Constat[];
  /** Ce qui n'a pas pu être vérifié, cellule par cellule. */
  readonly nonVerifies?: readonly NonVerifie[];
  /** Vrai quand rien dans le classeur n'appelle ce contrôle. */
  readonly sansObjet?: boolean;
}

export interface Metadonnees {
  readonly code: CodeControle;
  readonly titre: string;
  /** L'exigence, en une phrase. */
  readonly exigence: string;
  /** Pourquoi elle compte, pour qui lit le constat. */
  readonly pourquoi: string;
  readonly gravite: Gravite;
  /** Cas où la gravité change, en toutes lettres. */
  readonly graviteVariable?: string;
  /** Vrai si un contrôle d'une autre gravité peut rendre un bloquant : non vérifié, le verdict est `incomplet`. */
  readonly peutBloquer?: boolean;
  /** Texte qui fonde l'exigence. */
  readonly source: string;
  /** Ce que le contrôle ne vérifie pas. */
  readonly limites: string;
  /** Ce que la correction fait, et si elle est automatique ou proposée. */
  readonly correction: string;
}

export interface Controle<E extends Entree = Entree> extends Metadonnees {
  readonly exige: readonly E[];
  /** Codes dont un constat, sur la même cause, rend celui-ci inutile. */
  readonly cede: readonly CodeControle[];
  /** Restreint `cede` : ce constat cède-t-il à cet autre, avec qui il partage une cause ? Toujours, par défaut. */
  readonly cedeSi?: (constat: Constat, autre: Constat) => boolean;
  /** Faux : le contrôle n'a pas d'objet sur un classeur encore vierge. */
  readonly surVierge: boolean;
  readonly controler: (entrees: Pick<Entrees, E>) => Bilan;
}

/** Contrôle rangé dans le registre, ses entrées oubliées. */
export type ControleEnregistre = Controle<Entree>;

export function definirControle<const E extends Entree>(controle: Omit<Controle<E>, 'cede' | 'surVierge'> & Partial<Pick<Controle<E>, 'cede' | 'surVierge'>>): ControleEnregistre {
  return { cede: [], surVierge: false, ...controle } as unknown as ControleEnregistre;
}
