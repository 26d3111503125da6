/** Ce que les écrans partagent : l'état du volet, et ce qu'ils peuvent demander. */
import { createContext, useContext, type Dispatch } from 'react';
import type { Correction } from '../controles/constat';
import type { Donnees } from '../decisions/donnees';
import type { Compte, ConstatMontre } from './etat/constats';
import type { EtatControle, Evolution } from './etat/controle';
import type { Groupe, NomsFeuilles } from './etat/filtre';
import type { ActionNavigation, EtatNavigation } from './etat/navigation';
import type { Confirmation } from './hooks/useConfirmation';
import type { DonneesDuClasseur } from './hooks/useDonnees';
import type { IssueCorrection } from './hooks/useCorrections';
import type { Aller } from './hooks/useSelection';

export type NatureMessage = 'succes' | 'echec';

export interface Volet {
  readonly controle: EtatControle;
  readonly lancer: () => void;
  readonly repartir: () => void;

  /** Tous les constats, avec leur décision. */
  readonly constats: readonly ConstatMontre[];
  readonly compte: Compte;
  readonly evolution: Evolution;
  /** Constats filtrés et groupés, tels que la liste les montre. */
  readonly groupes: readonly Groupe[];

  readonly navigation: EtatNavigation;
  readonly naviguer: Dispatch<ActionNavigation>;

  readonly donnees: Donnees;
  readonly avertissement: string | null;
  readonly modifier: DonneesDuClasseur['modifier'];
  readonly retirerDonnees: DonneesDuClasseur['retirer'];

  /** Corrections appliquées et non annulées. */
  readonly corrigees: number;
  readonly corriger: (correction: Correction) => Promise<IssueCorrection>;
  readonly annulerCorrection: () => Promise<IssueCorrection>;

  readonly noms: NomsFeuilles;
  readonly aller: Aller;
  readonly demander: Confirmation['demander'];
  /** Dit une phrase au lecteur d'écran, sans rien montrer. */
  readonly annoncer: (texte: string) => void;
  /** Montre un message bref : une confirmation, ou un échec. */
  readonly confirmer: (texte: string, nature?: NatureMessage) => void;
  readonly maintenant: () => Date;
  /** Auteur des justifications, retenu le temps de la séance. */
  readonly auteur: string;
  readonly retenirAuteur: (auteur: string) => void;
}

export const ContexteVolet = createContext<Volet | null>(null);

/** Lève hors du volet : c'est une faute de montage. */
export function useVolet(): Volet {
  const volet = useContext(ContexteVolet);
  if (!volet) throw new Error('Ce composant ne se monte que dans le volet.');
  return volet;
}
