/** Ce que partagent les façades d'un rapport : une seule signature, et un style donné par qui affiche. */
import type { Gravite } from '../controles/constat';
import type { Rapport, Verdict } from '../moteur/rapport';

/** Mise en valeur d'un texte : des couleurs sur un terminal, rien ailleurs. */
export interface Style {
  readonly titre: (texte: string) => string;
  readonly attenue: (texte: string) => string;
  readonly verdict: (verdict: Verdict, texte: string) => string;
  readonly gravite: (gravite: Gravite, texte: string) => string;
}

const tel = (texte: string) => texte;

export const SANS_STYLE: Style = { titre: tel, attenue: tel, verdict: (_, texte) => texte, gravite: (_, texte) => texte };

export interface OptionsRapport {
  /** Chemin à montrer, tel que l'utilisateur l'a donné ; à défaut, le nom que porte le rapport. */
  readonly fichier?: string;
  readonly style?: Style;
  /** Largeur des lignes, en caractères (100 par défaut) ; sans effet sur le JSON. */
  readonly largeur?: number;
}

/** Rend un rapport en texte, sans saut de ligne final. */
export type Rapporteur = (rapport: Rapport, options?: OptionsRapport) => string;
