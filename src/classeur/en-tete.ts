/**
 * L'en-tête d'une feuille : une ou deux lignes (parfois trois), décalées, fusionnées ou non. On rend,
 * par colonne, ses textes propres de haut en bas et ceux que les colonnes de gauche lui prêtent.
 */
import type { Grille } from './grille';
import { celluleDe, type Plage } from './instantane';
import { isBandeau } from './libelles';
import { normaliser } from './texte';

export interface TitreColonne {
  readonly colonne: number;
  /** Textes normalisés propres à la colonne (valeur ou fusion), de haut en bas. */
  readonly propres: readonly string[];
  /** Textes normalisés de toutes les lignes d'en-tête, report de la gauche compris. */
  readonly tous: readonly string[];
  /** Le plus bas des textes propres, normalisé puis tel qu'écrit ; '' si la colonne n'en a pas. */
  readonly titre: string;
  readonly libelle: string;
  /** Vrai si une cellule d'en-tête lui appartient : une colonne insérée sous un titre fusionné n'en a pas. */
  readonly titree: boolean;
  /** Année lue dans les textes propres, sinon reportée de la gauche sur la ligne des blocs. */
  readonly annee: number | null;
}

/** Lignes examinées au-dessus de la première ligne de contenu, et hauteur du bandeau de blocs. */
const RECHERCHE = 8;
const BLOCS_MAX = 3;
const INTITULES = /^(?:mesures?|objectifs?|indicateurs?|actions?)\b(?! (?:n )?\d)/;
const INTITULE_MAX = 50;
const ANNEES = /\b20[0-4]\d\b/g;

/** L'année d'un texte ; `null` s'il n'en dit aucune, ou plusieurs (« 2020-2022 »). */
export function anneeDe(texte: string): number | null {
  const annees = [...new Set(texte.match(ANNEES))];
  return annees.length === 1 ? Number(annees[0]) : null;
}

const JOUR_UNIX = 25_569;
const MS_PAR_JOUR = 86_400_000;

/** Texte d'un titre ; une date (« 31/12/2020 » saisi) y vaut son année. */
function titreDe(grille: Grille, ligne: number, colonne: number): string {
  const valeur = grille.valeur(ligne, colonne);
  const format = celluleDe(grille.feuille, ligne, colonne)?.format ?? 'General';
  if (typeof valeur === 'number' && /y/i.test(format)) return String(new Date((valeur - JOUR_UNIX) * MS_PAR_JOUR).getUTCFullYear());
  return grille.texte(ligne, colonne);
}

/** Intitulé d'une colonne de libellés : « Objectif », « Indicateurs (43) »… */
export function isIntitule(texte: string): boolean {
  return texte.length <= INTITULE_MAX && !texte.includes(':') && INTITULES.test(normaliser(texte));
}

const TITRE_DE_BLOC = /\b(?:cibles?|atteinte?s?|diagnostic|realises?|resultats?|financements?|actions?|calendrier|echeancier|programmation)\b|^20[0-4]\d$/;

/** Ligne qui titre des colonnes de chiffres, et non le tableau entier : rien au-dessus des libellés, sinon leurs intitulés. */
function isLigneDeBlocs(grille: Grille, ligne: number, libelles: readonly number[]): boolean {
  const derniere = Math.max(grille.colonnes[0] ?? 1, ...libelles);
  const titre = (colonne: number) => {
    const { ligne: l, colonne: c } = grille.ancre(ligne, colonne);
    return { texte: titreDe(grille, l, c), depuis: c };
  };
  const [aGauche, aDroite] = [grille.colonnes.filter((colonne) => colonne <= derniere), grille.colonnes.filter((colonne) => colonne > derniere)];
  const intitulee = libelles.some((colonne) => isIntitule(grille.texte(ligne, colonne)));
  return (
    (intitulee || aGauche.map(titre).every(({ texte }) => texte === '')) &&
    aDroite.map(titre).some(({ texte, depuis }) => depuis > derniere && TITRE_DE_BLOC.test(normaliser(texte)))
  );
}

/** Sous-titres d'un en-tête : rien devant les libellés, et des textes, des années ou des numéros de colonne. */
function isSuite(grille: Grille, ligne: number, libelles: readonly number[]): boolean {
  if (libelles.some((colonne) => grille.texte(ligne, colonne) !== '' && !isIntitule(grille.texte(ligne, colonne)))) return false;
  return grille.colonnes.every((colonne) => {
    const valeur = grille.valeur(ligne, colonne);
    return typeof valeur === 'number' ? anneeDe(titreDe(grille, ligne, colonne)) !== null : typeof valeur !== 'string' || !isBandeau(valeur);
  });
}

/**
 * Lignes d'en-tête : celle, la plus basse, qui porte un intitulé (« Objectif », « Indicateur »), ses
 * sous-titres, et au-dessus les lignes qui ne titrent que des colonnes de chiffres. `premiereLigne` :
 * première ligne de contenu reconnue ; l'en-tête peut s'arrêter avant elle.
 */
export function lignesEnTete(grille: Grille, premiereLigne: number, libelles: readonly number[]): readonly number[] {
  const dessus = grille.lignes.filter((ligne) => ligne < premiereLigne).slice(-RECHERCHE);
  let intitule = dessus.length - 1;
  while (intitule >= 0 && !libelles.some((colonne) => isIntitule(grille.texte(dessus[intitule]!, colonne)))) intitule--;
  if (intitule < 0) return dessus.slice(-2);
  let [debut, fin] = [intitule, intitule];
  const plancher = Math.max(0, debut - BLOCS_MAX);
  while (debut > plancher && isLigneDeBlocs(grille, dessus[debut - 1]!, libelles)) debut--;
  while (fin < dessus.length - 1 && isSuite(grille, dessus[fin + 1]!, libelles)) fin++;
  return dessus.slice(debut, fin + 1);
}

interface CelluleTitre {
  readonly propre: string;
  readonly ici: boolean;
  readonly reporte: string;
}

/** Textes d'une ligne d'en-tête : propre à chaque colonne, et reporté de la gauche là où rien n'est écrit. */
function lireLigne(grille: Grille, ligne: number, lignes: readonly number[], colonnes: readonly number[]): readonly CelluleTitre[] {
  const derniere = lignes[lignes.length - 1]!;
  let report = '';
  return colonnes.map((colonne) => {
    const { ligne: l, colonne: c } = grille.ancre(ligne, colonne);
    const propre = titreDe(grille, l, c);
    // Le titre d'une colonne entière (fusionné jusqu'au bas de l'en-tête) ne titre qu'elle.
    const isColonneEntiere = (grille.fusion(ligne, colonne)?.derniereLigne ?? l) >= derniere && ligne < derniere;
    if (propre !== '') report = isColonneEntiere ? '' : propre;
    return { propre, ici: propre !== '' && c === colonne, reporte: propre === '' ? report : '' };
  });
}

export function lireEnTete(grille: Grille, lignes: readonly number[]): readonly TitreColonne[] {
  const { colonnes } = grille;
  const rangees = lignes.map((ligne) => lireLigne(grille, ligne, lignes, colonnes));
  return colonnes.map((colonne, rang) => {
    const cellules = rangees.map((rangee) => rangee[rang]!);
    // Une fusion verticale donne deux fois le même texte : on ne le garde qu'une fois.
    const propres = [...new Set(cellules.map(({ propre }) => propre).filter((texte) => texte !== ''))];
    const tous = [...new Set(cellules.map(({ propre, reporte }) => propre || reporte).filter((texte) => texte !== ''))];
    const lire = (textes: readonly string[]) => [...textes].reverse().map(anneeDe).find((annee) => annee !== null) ?? null;
    const libelle = propres[propres.length - 1] ?? '';
    return {
      colonne, libelle, titre: normaliser(libelle), titree: cellules.some(({ ici }) => ici),
      propres: propres.map(normaliser), tous: tous.map(normaliser),
      annee: lire(propres) ?? (propres.length > 0 ? lire(tous) : null),
    };
  });
}

export function plageEnTete(grille: Grille, lignes: readonly number[], premiereLigne: number): Plage {
  return {
    ligne: lignes[0] ?? Math.max(1, premiereLigne - 1),
    derniereLigne: lignes[lignes.length - 1] ?? Math.max(1, premiereLigne - 1),
    colonne: grille.colonnes[0] ?? 1,
    derniereColonne: grille.colonnes[grille.colonnes.length - 1] ?? 1,
  };
}
