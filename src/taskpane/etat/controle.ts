/** L'état du contrôle : où il en est, ce qu'il a rendu, ce qui a changé depuis la référence. */
import type { MotifErreurHote } from '../../hote/port';
import type { Vues } from '../../moteur/vues/vues';
import { suivre, type ConstatSuivi } from './suivi';

/** Panne montrable : la cause, puis la suite à donner. */
export interface Panne {
  readonly motif: MotifErreurHote;
  readonly message: string;
}

export interface EtatControle {
  readonly activite: 'repos' | 'lecture' | 'analyse';
  /** Dernier résultat ; gardé à l'écran pendant qu'on recontrôle. */
  readonly vues: Vues | null;
  readonly constats: readonly ConstatSuivi[];
  /** Constats présents, et constats de la référence disparus depuis. */
  readonly connus: readonly ConstatSuivi[];
  /** Identités des constats de la référence, et l'heure de celle-ci (ms) ; `null` avant tout contrôle. */
  readonly reference: { readonly ids: ReadonlySet<string>; readonly heure: number } | null;
  readonly suivant: number;
  readonly panne: Panne | null;
  /** Le classeur a changé depuis la dernière lecture. */
  readonly modifie: boolean;
}

export const ETAT_INITIAL: EtatControle = {
  activite: 'repos', vues: null, constats: [], connus: [], reference: null, suivant: 1, panne: null, modifie: false,
};

export type ActionControle =
  | { readonly type: 'lecture' }
  | { readonly type: 'analyse' }
  | { readonly type: 'termine'; readonly vues: Vues; readonly heure: number }
  | { readonly type: 'echec'; readonly panne: Panne }
  | { readonly type: 'modifie' }
  /** Prendre le contrôle affiché pour référence. */
  | { readonly type: 'repartir'; readonly heure: number };

const idsDe = (constats: readonly ConstatSuivi[]) => new Set(constats.map(({ id }) => id));

function terminer(etat: EtatControle, vues: Vues, heure: number): EtatControle {
  const { suivis, suivant } = suivre(etat.connus, vues.rapport.constats, etat.suivant);
  const presents = idsDe(suivis);
  const disparus = etat.connus.filter(({ id }) => !presents.has(id) && etat.reference?.ids.has(id));
  return {
    ...etat, activite: 'repos', panne: null, vues, constats: suivis, suivant,
    connus: [...suivis, ...disparus],
    reference: etat.reference ?? { ids: presents, heure },
  };
}

export function reduireControle(etat: EtatControle, action: ActionControle): EtatControle {
  switch (action.type) {
    case 'lecture':
      // Une modification faite pendant la lecture relèvera le drapeau : il se baisse ici.
      return { ...etat, activite: 'lecture', modifie: false };
    case 'analyse':
      return { ...etat, activite: 'analyse' };
    case 'termine':
      return terminer(etat, action.vues, action.heure);
    case 'echec':
      return { ...etat, activite: 'repos', panne: action.panne, modifie: etat.modifie || etat.vues !== null };
    case 'modifie':
      return { ...etat, modifie: true };
    case 'repartir':
      return { ...etat, connus: etat.constats, reference: { ids: idsDe(etat.constats), heure: action.heure } };
  }
}

export interface Evolution {
  readonly nouveaux: ReadonlySet<string>;
  readonly resolus: readonly ConstatSuivi[];
  readonly restants: number;
}

/** Ce qui a changé depuis la référence. */
export function evolutionDe({ constats, connus, reference }: Pick<EtatControle, 'constats' | 'connus' | 'reference'>): Evolution {
  const presents = idsDe(constats);
  const nouveaux = new Set([...presents].filter((id) => !reference?.ids.has(id)));
  return {
    nouveaux: reference ? nouveaux : new Set(),
    resolus: connus.filter(({ id }) => !presents.has(id)),
    restants: presents.size - (reference ? nouveaux.size : 0),
  };
}
