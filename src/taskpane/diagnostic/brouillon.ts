/** Ce qu'on prépare avant d'écrire le diagnostic : la trame, les cases cochées, les décisions. Gardé d'un onglet à l'autre. */
import type { ContenuTrame } from '../../diagnostic/trame';
import type { CodeIndicateur } from '../../referentiel/indicateurs';

export interface TrameChoisie {
  /** Nom du fichier, ou « la trame collée » : complète « ligne 12 de ». */
  readonly nom: string;
  readonly contenu: ContenuTrame;
}

export interface Brouillon {
  readonly trame: TrameChoisie | null;
  /** Texte de la zone de collage. */
  readonly texte: string;
  readonly insee: boolean;
  readonly reprises: boolean;
  /** Indicateur choisi pour une ligne non rapprochée, par rang. */
  readonly choix: ReadonlyMap<number, CodeIndicateur>;
  /** Indicateurs dont on accepte la valeur là où une décision est exigée. */
  readonly remplacer: ReadonlySet<CodeIndicateur>;
  /** Indicateurs qu'on laisse tels quels, même vides. */
  readonly garder: ReadonlySet<CodeIndicateur>;
}

export const BROUILLON_NEUF: Brouillon = { trame: null, texte: '', insee: true, reprises: true, choix: new Map(), remplacer: new Set(), garder: new Set() };

/** Une autre trame : les décisions prises sur la précédente ne valent plus. */
export function avecTrame(brouillon: Brouillon, trame: TrameChoisie | null): Brouillon {
  return { ...brouillon, trame, choix: new Map(), remplacer: new Set(), garder: new Set() };
}

export function basculer(ensemble: ReadonlySet<CodeIndicateur>, code: CodeIndicateur, dedans: boolean): ReadonlySet<CodeIndicateur> {
  const copie = new Set(ensemble);
  if (dedans) copie.add(code);
  else copie.delete(code);
  return copie;
}
