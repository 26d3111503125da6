/** Ce qu'est une ligne avant qu'on la rattache à un objectif : bandeau, total, en-tête répété… ou contenu. */
import { parsePlage } from './adresse';
import type { Grille } from './grille';
import { celluleDe, type Plage } from './instantane';
import { isBandeau, isIntituleDelais, isSousTotal, isTotal } from './libelles';
import { cleLibelle } from './texte';

export type NatureLigne =
  /** Bandeau d'engagement, intitulé des délais, titre fusionné : clôt l'objectif en cours. */
  | 'titre'
  | 'total'
  /** Sous-total ou en-tête répété en haut de page : ne change rien. */
  | 'ignoree'
  | 'contenu';

export interface ContexteLigne {
  readonly grille: Grille;
  readonly enTete: Plage;
  readonly colonneMesure: number | null;
  readonly colonneObjectif: number | null;
  /** Colonne des indicateurs au tableau de bord. */
  readonly colonneIndicateur: number | null;
  /** Première colonne de chiffres : ce qui est à sa gauche est du texte. */
  readonly premiereUtile: number;
  /** Colonnes de montants du plan. */
  readonly montants: readonly number[];
}

/** Chaque texte de la ligne est celui de l'en-tête, dans la même colonne. */
function isEnTeteRepete({ grille, enTete }: ContexteLigne, ligne: number): boolean {
  let textes = 0;
  for (const colonne of grille.colonnes) {
    const texte = grille.texte(ligne, colonne);
    if (texte === '') continue;
    textes++;
    let repete = false;
    for (let haut = enTete.ligne; haut <= enTete.derniereLigne && !repete; haut++) repete = cleLibelle(grille.texte(haut, colonne)) === cleLibelle(texte);
    if (!repete) return false;
  }
  return textes > 1;
}

/** Numéros de colonnes sous l'en-tête : « (1) (2) (3)… ». */
function isNumerotation({ grille, enTete }: ContexteLigne, ligne: number): boolean {
  if (ligne > enTete.derniereLigne + 2) return false;
  const textes = grille.colonnes.map((colonne) => grille.texte(ligne, colonne)).filter((texte) => texte !== '');
  const numeros = textes.map((texte) => Number(/^\(?(\d{1,2})\)?$/.exec(texte)?.[1] ?? Number.NaN));
  return numeros.length > 3 && numeros.every((numero, rang) => numero === numeros[0]! + rang);
}

/** Un titre court sur les libellés et les chiffres à la fois : ce n'est le libellé de rien. */
function isTitreFusionne({ grille, premiereUtile }: ContexteLigne, ligne: number, colonne: number): boolean {
  const fusion = grille.fusion(ligne, colonne);
  return fusion !== null && fusion.colonne < premiereUtile && fusion.derniereColonne >= premiereUtile;
}

/** La formule additionne des cellules au-dessus d'elle, dans sa colonne : `=SUM(G7:G37)`. */
function isSommeDeColonne(formule: string | null | undefined, ligne: number, colonne: number): boolean {
  const [, reference] = /^=\s*(?:SUM|SUBTOTAL|AGGREGATE)\((?:\d+,)*(\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+)\)$/i.exec(formule ?? '') ?? [];
  const plage = reference === undefined ? null : parsePlage(reference);
  return plage !== null && plage.colonne === colonne && plage.derniereColonne === colonne && plage.derniereLigne < ligne;
}

/** Un total qui a perdu son libellé : rien d'écrit, et des sommes de colonnes. */
function isTotalMuet({ grille, montants }: ContexteLigne, ligne: number): boolean {
  const remplies = montants.filter((colonne) => !grille.isVide(ligne, colonne));
  return remplies.length > 1 && remplies.every((colonne) => isSommeDeColonne(celluleDe(grille.feuille, ligne, colonne)?.formule, ligne, colonne));
}

/** Un numéro de ligne n'est pas un libellé. */
const NUMERO = /^[\W\d]*$/;
const TOTAL_MAX = 60;

export function natureDe(contexte: ContexteLigne, ligne: number): NatureLigne {
  const { grille, colonneMesure, colonneObjectif, colonneIndicateur, premiereUtile } = contexte;
  const gauche = grille.colonnes.filter((colonne) => colonne < premiereUtile || colonne === colonneMesure || colonne === colonneObjectif || colonne === colonneIndicateur);
  const textes = gauche.map((colonne) => ({ colonne, texte: grille.texte(ligne, colonne) })).filter(({ texte }) => texte !== '' && !NUMERO.test(texte));
  const [premier] = textes;
  if (textes.some(({ colonne, texte }) => colonne !== colonneIndicateur && texte.length <= TOTAL_MAX && isSousTotal(texte))) return 'ignoree';
  if (isEnTeteRepete(contexte, ligne) || isNumerotation(contexte, ligne)) return 'ignoree';
  if (!premier) return isTotalMuet(contexte, ligne) ? 'total' : 'contenu';
  // C'est le premier texte de la ligne qui dit ce qu'elle est : une action peut commencer par « Total ».
  if (isBandeau(premier.texte)) return 'titre';
  if (premier.colonne !== colonneIndicateur && premier.texte.length <= TOTAL_MAX && isTotal(premier.texte)) return 'total';
  if (textes.some(({ texte }) => isIntituleDelais(texte)) && (colonneObjectif === null || grille.texte(ligne, colonneObjectif) === '')) return 'titre';
  return textes.length === 1 && isTitreFusionne(contexte, ligne, premier.colonne) ? 'titre' : 'contenu';
}
