/** Le rapport : le seul objet que rend le moteur, et que montrent toutes les façades. */
import type { DepartementLu } from '../classeur/dossier';
import type { CodeControle } from '../controles/codes';
import type { Constat, Gravite } from '../controles/constat';
import type { NonVerifie } from '../controles/non-verifie';
import type { NumeroObjectif } from '../referentiel/objectifs';
import type { Periode } from '../referentiel/periode';

export type Verdict = 'a_remplir' | 'non_conforme' | 'incomplet' | 'conforme_avec_reserves' | 'conforme';
export type Statut = 'conforme' | 'constats' | 'sans_objet' | 'non_verifiable' | 'erreur';

export interface ResultatControle {
  readonly code: CodeControle;
  readonly statut: Statut;
  /** Pourquoi le contrôle n'a pas (entièrement) tourné ; vide s'il a tout vu. */
  readonly nonVerifies: readonly NonVerifie[];
}

export interface EtatObjectif {
  readonly numero: NumeroObjectif;
  readonly fondamental: boolean;
  readonly retenu: boolean;
}

export interface FeuilleRapport {
  readonly id: string;
  readonly nom: string;
  readonly nature: 'tableau' | 'plan' | 'autre';
}

export interface Rapport {
  readonly fichier: string | null;
  readonly referentiel: string;
  readonly departement: DepartementLu | null;
  readonly periode: Periode;
  readonly verdict: Verdict;
  readonly compte: Readonly<Record<Gravite, number>>;
  readonly feuilles: readonly FeuilleRapport[];
  readonly objectifs: readonly EtatObjectif[];
  readonly controles: readonly ResultatControle[];
  /** Dans l'ordre : feuille, ligne, colonne, puis code. */
  readonly constats: readonly Constat[];
}
