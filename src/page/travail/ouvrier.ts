/**
 * L'ouvrier : tout ce qui pèse (lire, contrôler, écrire, comparer), hors du fil de l'écran. Chaque
 * tâche est asynchrone, ses arguments et son résultat sont clonables : la même interface sert dans
 * un worker et, là où il n'y en a pas (`file://`), dans la page elle-même.
 */
import type { Instantane } from '../../classeur/instantane';
import type { Comparaison } from '../../comparaison/comparer';
import type { Moitie } from '../../consolidation/appariement';
import type { Extrait } from '../../consolidation/extrait';
import type { PlanEcritures } from '../../corrections/plan';
import type { ValeurJugee } from '../../formules/valeurs';
import type { ResultatEcriture } from '../../hote/port';
import type { OptionsAnalyse } from '../../moteur/analyser';
import type { Rapport } from '../../moteur/rapport';
import type { Vues } from '../../moteur/vues/vues';
import type { LigneSynthese } from '../../rapport/synthese';
import type { Habillage } from '../habillage/habillage';

/** Un fichier lu par le navigateur. `nom` : son nom, ou son chemin dans le dossier déposé. */
export interface Fichier {
  readonly nom: string;
  readonly octets: Uint8Array;
}

/** Formules dont la valeur n'est pas celle du fichier, ou n'a pas pu être vérifiée : par feuille, puis par `cleCellule`. */
export type Jugements = ReadonlyMap<string, ReadonlyMap<number, ValeurJugee>>;

export interface Controle {
  readonly vues: Vues;
  readonly jugements: Jugements;
}

/** Un classeur d'un lot. */
export interface Examen {
  readonly ligne: LigneSynthese;
  /** `null` pour un fichier illisible, ou sans aucune des deux annexes. */
  readonly extrait: Extrait | null;
  readonly rapport: Rapport | null;
  /** Ce classeur n'a que le tableau de bord, ou que le plan d'action. */
  readonly moitie?: Moitie | null;
  /** Deux fichiers contrôlés ensemble : ils ne s'ouvrent pas comme un seul. */
  readonly reuni?: boolean;
}

export interface Ouvrier {
  /** Prend un classeur en charge : les tâches suivantes le concernent. Ne le lit pas encore. */
  ouvrir(fichier: Fichier): Promise<void>;
  lire(): Promise<Instantane>;
  habiller(): Promise<Habillage>;
  appliquer(plan: PlanEcritures): Promise<ResultatEcriture>;
  lireDonnees(): Promise<string | null>;
  ecrireDonnees(xml: string | null): Promise<void>;
  /** Le classeur tel qu'il est à présent. */
  octets(): Promise<Uint8Array>;
  controler(instantane: Instantane, options: OptionsAnalyse): Promise<Controle>;
  /** Contrôle un fichier d'un lot ; un fichier malade rend une ligne « illisible ». */
  examiner(fichier: Fichier): Promise<Examen>;
  /** Contrôle ensemble les deux fichiers d'un département. */
  examinerEnsemble(tableau: Fichier, plan: Fichier, code: string): Promise<Examen>;
  comparer(avant: Fichier, apres: Fichier): Promise<Comparaison>;
}

/** Un ouvrier qu'on peut remercier : une tâche en cours est abandonnée. */
export interface OuvrierEmbauche extends Ouvrier {
  congedier(): void;
}
