/** La table des classes : ce que l'hôte émulé sait de chaque classe d'Office.js, et rien de plus. */
import type { ClasseurEmule } from './modele';

/** Mineure du jeu `ExcelApi 1.x` d'où vient un membre ; absent : 1.1. */
export type Jeu = number;

export interface Contexte {
  readonly classeur: ClasseurEmule;
  /** Signale un changement de contenu (événement `onChanged`) si les événements sont actifs. */
  readonly signaler: (type: number, cible: string, message: object) => void;
  readonly abonner: (type: number, cible: string) => void;
  readonly desabonner: (type: number, cible: string) => void;
  readonly liberer: (reference: string) => void;
}

/** Objet vivant côté hôte : sa classe, et ce qu'elle décrit dans le modèle. */
export interface ObjetHote<T = unknown> {
  readonly classe: Classe<T>;
  readonly cible: T;
  /** Référence tenue pour le client (`_KeepReference`), s'il en a demandé une. */
  reference?: string;
}

export interface Propriete<T> {
  readonly depuis?: Jeu;
  readonly lire?: (cible: T, contexte: Contexte) => unknown;
  readonly ecrire?: (cible: T, valeur: unknown, contexte: Contexte) => void;
}

export interface Lien<T> {
  readonly depuis?: Jeu;
  readonly vers: (cible: T, contexte: Contexte) => ObjetHote | null;
}

export interface Methode<T> {
  readonly depuis?: Jeu;
  /** Rend un objet (chemin d'objet), ou une valeur JSON (résultat d'action). */
  readonly appeler: (cible: T, arguments_: readonly unknown[], contexte: Contexte) => unknown;
}

export interface Classe<T = unknown> {
  readonly nom: string;
  readonly proprietes?: Readonly<Record<string, Propriete<T>>>;
  readonly liens?: Readonly<Record<string, Lien<T>>>;
  readonly methodes?: Readonly<Record<string, Methode<T>>>;
  /** Éléments d'une collection. */
  readonly elements?: (cible: T, contexte: Contexte) => readonly ObjetHote[];
  /** Accès par clé (`getItem`) ; `null` : introuvable. */
  readonly parCle?: (cible: T, cle: string, contexte: Contexte) => ObjetHote | null;
  /** Ce que rend l'instanciation : `{ Id }` pour un objet repérable. */
  readonly identite?: (cible: T) => Readonly<Record<string, unknown>>;
  /** Vrai si le client tient ses objets par référence (Range, RangeAreas). */
  readonly parReference?: boolean;
}

/** Fabrique typée : `objet(PLAGE, {...})`. */
export function objet<T>(classe: Classe<T>, cible: T): ObjetHote {
  return { classe: classe as Classe<unknown>, cible };
}

export function isObjetHote(valeur: unknown): valeur is ObjetHote {
  return typeof valeur === 'object' && valeur !== null && 'classe' in valeur && 'cible' in valeur;
}
