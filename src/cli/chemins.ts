/** Chemins écrits par l'utilisateur : jokers et noms de classeurs. Sans accès au disque. */

/** Classeurs que l'outil sait lire. */
const CLASSEUR = /\.(?:xlsx|xlsm|xltx)$/i;

export function isClasseur(nom: string): boolean {
  return CLASSEUR.test(nom);
}

/** Fichier qu'Excel pose à côté d'un classeur ouvert : « ~$contrat.xlsx ». */
export function isVerrouExcel(nom: string): boolean {
  return nom.startsWith('~$');
}

/** Jokers compris : `*`, `?` et `**`. Les crochets sont des noms comme les autres (« contrat [copie].xlsx »). */
export function aJoker(chemin: string): boolean {
  return /[*?]/.test(chemin);
}

export interface MotifChemin {
  /** Dossier d'où partir, tel qu'écrit, séparateur final compris ; vide : le dossier courant. */
  readonly base: string;
  /** Segments à rapprocher, du premier qui porte un joker au dernier. */
  readonly segments: readonly string[];
  readonly separateur: string;
}

/** Sépare ce qui est écrit en clair de ce qui est à développer ; sous Windows, « \ » sépare aussi. */
export function lireMotif(chemin: string, windows: boolean): MotifChemin {
  const separateurs = windows ? /[\\/]/ : /\//;
  const joker = chemin.search(/[*?]/);
  let debut = joker;
  while (debut > 0 && !separateurs.test(chemin[debut - 1]!)) debut -= 1;
  return {
    base: chemin.slice(0, debut),
    segments: chemin.slice(debut).split(separateurs).filter((segment) => segment !== ''),
    separateur: windows && chemin.includes('\\') ? '\\' : '/',
  };
}

/** Expression d'un segment : `87-*.xlsx` ; sans distinguer la casse, comme Windows. */
export function expressionSegment(segment: string): RegExp {
  const motif = segment.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^${motif}$`, 'iu');
}

/** Un joker sans extension (`contrats/*`) ne prend que les classeurs ; `*.xls` prend ce qu'il dit. */
export function veutClasseurs(segment: string): boolean {
  return !/\.[^.*?]+$/.test(segment);
}
