/**
 * Profil d'une feuille : ce que ses textes disent d'elle. On compte, par colonne, les libellés
 * officiels reconnus — jamais le nom de la feuille, jamais une adresse fixe.
 */
import { compter, type Comptes } from './comptes';
import { isIntitule } from './en-tete';
import type { Grille } from './grille';
import { normaliser } from './texte';

export type NatureFeuille = 'tableau' | 'plan';

export interface ProfilFeuille {
  readonly nature: NatureFeuille | 'autre';
  readonly colonneMesure: number | null;
  readonly colonneObjectif: number | null;
  readonly colonneIndicateur: number | null;
  /** Première ligne dont un libellé est reconnu : l'en-tête est au-dessus. */
  readonly premiereLigne: number;
}

const AUTRE: ProfilFeuille = { nature: 'autre', colonneMesure: null, colonneObjectif: null, colonneIndicateur: null, premiereLigne: 1 };

/** Il faut bien plus qu'une coïncidence pour reconnaître une annexe. */
const MINIMUM = 5;
/** Une colonne intitulée « Objectif » l'emporte, à peu près égale, sur une colonne qui ne l'est pas. */
const INTITULEE = 2;
/** Sans libellé reconnu, l'en-tête tient dans les lignes qui suivent son intitulé. */
const HAUTEUR_EN_TETE = 4;

type Genre = 'mesure' | 'objectif' | 'indicateur';

/** Colonnes intitulées « Mesure », « Objectif », « Indicateur », et la ligne de leur intitulé. */
function intitules({ textes }: Grille): ReadonlyMap<Genre, ReadonlyMap<number, number>> {
  const trouves = new Map<Genre, Map<number, number>>([['mesure', new Map()], ['objectif', new Map()], ['indicateur', new Map()]]);
  for (const { ligne, colonne, texte } of textes) {
    if (!isIntitule(texte)) continue;
    for (const [genre, colonnes] of trouves) if (normaliser(texte).startsWith(genre)) colonnes.set(colonne, ligne);
  }
  return trouves;
}

interface Colonne {
  readonly colonne: number;
  readonly reconnus: number;
}

function plusRiche(comptes: Comptes[keyof Comptes], intitulees: ReadonlyMap<number, number>, exclues: readonly (number | null)[]): Colonne | null {
  let meilleure: (Colonne & { readonly note: number }) | null = null;
  for (const colonne of new Set([...comptes.keys(), ...intitulees.keys()])) {
    const reconnus = comptes.get(colonne)?.size ?? 0;
    const note = reconnus + (intitulees.has(colonne) ? INTITULEE : 0);
    if (!exclues.includes(colonne) && note > (meilleure?.note ?? 0)) meilleure = { colonne, reconnus, note };
  }
  return meilleure;
}

const FINANCEMENT = /^(?:financements?|departement|conseil departemental|etat|total|modalites?|actions?|cofinance\w*|partenaires?)\b/;
const SUIVI = /\b(?:diagnostic|cibles?|atteinte?s?|niveau)\b/;

/** Titres de colonnes distincts, au-dessus du contenu, qui répondent à un motif. */
function titres({ textes }: Grille, premiereLigne: number, motif: RegExp): number {
  const lus = textes.filter(({ ligne, texte }) => ligne < premiereLigne && texte.length < 60).map(({ texte }) => normaliser(texte));
  return new Set(lus.filter((texte) => motif.test(texte))).size;
}

/** Un tableau de bord dont tous les indicateurs ont été récrits garde ses objectifs, ses intitulés et ses blocs. */
function isTableauRecrit(grille: Grille, objectifs: number, intitulees: ReadonlyMap<number, number>): boolean {
  return objectifs >= MINIMUM && intitulees.size > 0 && titres(grille, Number.POSITIVE_INFINITY, SUIVI) >= 2;
}

/** Le plan finance ; une liste d'objectifs, une synthèse ou un tableau de bord sans indicateurs ne sont pas des plans. */
function isPlan(grille: Grille, premiereLigne: number): boolean {
  return titres(grille, premiereLigne, FINANCEMENT) >= 2 && titres(grille, premiereLigne, SUIVI) < 2;
}

/** `imposee` : nature désignée à la main, pour une feuille que son contenu ne dit pas. */
export function profiler(grille: Grille, imposee: NatureFeuille | null = null): ProfilFeuille {
  const comptes = compter(grille, imposee !== null);
  if (!comptes) return AUTRE;
  const intitulees = intitules(grille);
  // Un libellé abrégé peut convenir à un objectif et à un indicateur : c'est la colonne qui tranche.
  const desObjectifs = [...comptes.objectifs].filter(([colonne, cles]) => cles.size > (comptes.indicateurs.get(colonne)?.size ?? 0)).map(([colonne]) => colonne);
  const indicateur = plusRiche(comptes.indicateurs, intitulees.get('indicateur')!, desObjectifs);
  const nombreObjectifs = Math.max(0, ...[...comptes.objectifs.values()].map(({ size }) => size));
  const parle = (indicateur?.reconnus ?? 0) >= MINIMUM || isTableauRecrit(grille, nombreObjectifs, intitulees.get('indicateur')!);
  const isTableau = imposee === null ? parle : imposee === 'tableau';
  // Une colonne de mesures répète deux libellés d'objectifs (22 et 26) : elle n'est pas pour autant celle des objectifs.
  const mesures = [...comptes.mesures].filter(([colonne, cles]) => cles.size > (comptes.objectifs.get(colonne)?.size ?? 0)).map(([colonne]) => colonne);
  const exclues = [isTableau ? (indicateur?.colonne ?? null) : null, ...mesures];
  const objectif = plusRiche(comptes.objectifs, intitulees.get('objectif')!, exclues);
  const colonneIndicateur = isTableau ? (indicateur?.colonne ?? null) : null;
  const colonneObjectif = objectif?.colonne ?? null;
  const mesure = plusRiche(comptes.mesures, intitulees.get('mesure')!, [colonneObjectif, colonneIndicateur]);
  const lignes = [comptes.objectifs.get(colonneObjectif ?? 0), comptes.indicateurs.get(colonneIndicateur ?? 0)].flatMap((cles) => [...(cles?.values() ?? [])]);
  const sousIntitule = (intitulees.get('objectif')!.get(colonneObjectif ?? 0) ?? intitulees.get('indicateur')!.get(colonneIndicateur ?? 0) ?? 0) + HAUTEUR_EN_TETE;
  const premiereLigne = lignes.length > 0 ? Math.min(...lignes) : sousIntitule;
  const nature = isTableau ? 'tableau' : imposee ?? ((objectif?.reconnus ?? 0) >= MINIMUM && isPlan(grille, premiereLigne) ? 'plan' : 'autre');
  return nature === 'autre' ? AUTRE : { nature, colonneIndicateur, colonneObjectif, colonneMesure: mesure?.colonne ?? null, premiereLigne };
}
