/** Ce que les écrans partagent : l'état du volet, et ce qu'ils peuvent demander. */
import { createContext, useContext, type Dispatch } from 'react';
import type { Donnees } from '../decisions/donnees';
import type { Brouillon } from './diagnostic/brouillon';
import type { Compte, ConstatMontre } from './etat/constats';
import type { EtatControle, Evolution } from './etat/controle';
import type { Groupe, NomsFeuilles } from './etat/filtre';
import type { ActionNavigation, EtatNavigation } from './etat/navigation';
import type { Confirmation } from './hooks/useConfirmation';
import type { DonneesDuClasseur } from './hooks/useDonnees';
import type { ClasseurLu } from './hooks/useControle';
import type { Corrections } from './hooks/useCorrections';
import type { CreationFeuilles } from './hooks/useCreation';
import type { Aller } from './hooks/useSelection';

export type NatureMessage = 'succes' | 'echec';

export interface Volet {
  readonly controle: EtatControle;
  /** Le classeur dont on montre le contrôle ; `null` tant qu'il n'y en a pas. */
  readonly lu: ClasseurLu | null;
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

  readonly corrections: Corrections;
  readonly creation: CreationFeuilles;
  /** Le diagnostic en préparation ; `null` : on ne le remplit pas. */
  readonly brouillon: Brouillon | null;
  readonly poserBrouillon: (brouillon: Brouillon | null) => void;

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
