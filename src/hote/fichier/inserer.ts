/** Insertions dans une feuille : cellules et lignes absentes, à leur place, et bornes étendues. */
import { formatPlage, parsePlage } from '../../classeur/adresse';
import type { Plage } from '../../classeur/instantane';
import type { CelluleReperee, FeuilleReperee, LigneReperee } from './reperer-feuille';
import { type Balise, type Retouche, ajouterDans, retoucherAttribut } from './retouches';

/** Cellules à insérer dans une ligne, par la cellule qui les suit (`null` : en fin de ligne). */
export type Insertions = ReadonlyMap<CelluleReperee | null, string>;

/**
 * Insère des cellules. Une position implicite (sans `r`) suit toujours sa voisine : on n'insère
 * jamais devant elle, et elle ne se déplace pas.
 */
export function insererCellules(texte: string, { prefixe }: FeuilleReperee, { balise, finContenu }: LigneReperee, insertions: Insertions): Retouche[] {
  return [...insertions].map(([suivante, cellules]) =>
    suivante ? devant(suivante.balise, cellules) : ajouterDans(texte, balise, finContenu, cellules, `${prefixe}row`),
  );
}

/** Insère des lignes neuves, par numéro croissant. */
export function insererLignes(texte: string, feuille: FeuilleReperee, neuves: readonly (readonly [numero: number, xml: string])[]): Retouche[] {
  const parSuivante = new Map<LigneReperee | null, string>();
  for (const [numero, xml] of neuves) {
    const suivante = feuille.lignes.find((ligne) => ligne.numero > numero) ?? null;
    parSuivante.set(suivante, (parSuivante.get(suivante) ?? '') + xml);
  }
  const { prefixe, donnees } = feuille;
  return [...parSuivante].map(([suivante, xml]) =>
    suivante ? devant(suivante.balise, xml) : ajouterDans(texte, donnees.balise, donnees.finContenu, xml, `${prefixe}sheetData`),
  );
}

const devant = ({ debut }: Balise, texte: string): Retouche => ({ debut, fin: debut, texte });

/** `spans` borne les colonnes d'une ligne : une cellule ajoutée au-delà l'étend. */
export function etendreSpans(texte: string, { balise }: LigneReperee, colonnes: readonly number[]): Retouche[] {
  const trouve = /^(\d+):(\d+)$/.exec(balise.attributs.spans ?? '');
  if (!trouve) return [];
  const spans = `${Math.min(Number(trouve[1]), ...colonnes)}:${Math.max(Number(trouve[2]), ...colonnes)}`;
  return spans === trouve[0] ? [] : [retoucherAttribut(texte, balise, 'spans', spans)];
}

/** `<dimension>` couvre les cellules ajoutées ; illisible ou absente, elle reste telle quelle. */
export function etendreDimension(
  texte: string,
  { dimension }: FeuilleReperee,
  cellules: readonly { readonly ligne: number; readonly colonne: number }[],
): Retouche[] {
  const plage = parsePlage(dimension?.attributs.ref ?? '');
  if (!dimension || !plage || cellules.length === 0) return [];
  const etendue = cellules.reduce<Plage>(
    (bornes, { ligne, colonne }) => ({
      ligne: Math.min(bornes.ligne, ligne),
      colonne: Math.min(bornes.colonne, colonne),
      derniereLigne: Math.max(bornes.derniereLigne, ligne),
      derniereColonne: Math.max(bornes.derniereColonne, colonne),
    }),
    plage,
  );
  const ref = formatPlage(etendue);
  return ref === formatPlage(plage) ? [] : [retoucherAttribut(texte, dimension, 'ref', ref)];
}
