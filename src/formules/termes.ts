/** Les cellules qu'une formule a lues, comme termes d'un calcul à deviner. */
import { formatA1 } from '../classeur/adresse';
import type { Moment } from '../classeur/dossier';
import { cleCellule } from '../classeur/instantane';
import { indicateurDe, type CodeIndicateur } from '../referentiel/indicateurs';
import type { CelluleLue } from './banc';
import { proches, type CauseTaux, type ContexteTaux, type Couple } from './identification';
import { avecArticle, avecDe, momentAvecDe, nomIndicateur } from './libelles';

export interface Terme {
  /** `null` : cellule hors du tableau. */
  readonly code: CodeIndicateur | null;
  readonly moment: Moment | null;
  readonly nom: string;
  /** « les IP entrantes du diagnostic 2019 ». */
  readonly avecArticle: string;
  readonly avecDe: string;
  /** Valeur sur chaque tirage. */
  readonly valeurs: readonly number[];
}

/** Termes lus, ceux de la colonne de la formule d'abord. */
export function termesDe(lues: readonly CelluleLue[], contexte: ContexteTaux): readonly Terme[] {
  const { moment } = contexte;
  return lues
    .filter(({ valeur }) => typeof valeur === 'number')
    .map((lue) => terme(lue, contexte))
    .sort((a, b) => Number(a.moment !== moment) - Number(b.moment !== moment));
}

function terme(lue: CelluleLue, { feuille, tableau, tirages, moment }: ContexteTaux): Terme {
  const { ligne, colonne } = lue;
  const indicateur = lue.tiree ? [...tableau.indicateurs.values()].find((candidat) => candidat.ligne === ligne) : undefined;
  const ici = tableau.moments.find((candidat) => candidat.colonne === colonne);
  if (!indicateur || !ici) {
    const ailleurs = lue.feuille === feuille ? '' : ` de la feuille « ${lue.feuille.nom} »`;
    const nom = `cellule ${formatA1(ligne, colonne)}${ailleurs}`;
    return { code: null, moment: null, nom, avecArticle: avecArticle(nom), avecDe: avecDe(nom), valeurs: tirages.map(() => Number(lue.valeur)) };
  }
  const suite = ici === moment ? '' : ` ${momentAvecDe(ici)}`;
  const nom = nomIndicateur(indicateur.code);
  return {
    code: indicateur.code, moment: ici, nom,
    avecArticle: avecArticle(nom) + suite,
    avecDe: avecDe(nom) + suite,
    valeurs: tirages.map((tirage) => tirage.get(cleCellule(ligne, colonne))!),
  };
}

export function isTaux({ code }: Terme): boolean {
  return code !== null && indicateurDe(code).type === 'taux';
}

/** Facteur constant entre deux séries ; `null` si elles ne sont pas proportionnelles. */
export function facteurEntre(valeurs: readonly number[], modele: readonly number[]): number | null {
  const facteur = valeurs[0]! / modele[0]!;
  if (!Number.isFinite(facteur) || facteur === 0) return null;
  return valeurs.every((valeur, rang) => proches(valeur, facteur * modele[rang]!)) ? facteur : null;
}

/** Vrai si le facteur vaut 1 ou 100, à l'erreur de calcul près. */
export function isNet(facteur: number | null): facteur is number {
  return facteur !== null && (proches(facteur, 1) || proches(facteur, 100));
}

export interface ErreurTaux {
  readonly cause: CauseTaux;
  readonly description: string;
}

/** Couple de la définition (DREES / CD), ou celui dont un des termes est le numérateur. */
export function coupleProche(contexte: ContexteTaux, termes: readonly Terme[]): Couple {
  const [premier, ...suite] = contexte.couples;
  const codes = new Set(termes.map(({ code }) => code));
  return codes.has(premier.numerateur) ? premier : suite.find(({ numerateur }) => codes.has(numerateur)) ?? premier;
}
