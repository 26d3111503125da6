/** Insertions dans une feuille : cellules et lignes absentes, à leur place, et bornes étendues. */
import { formatA1, formatPlage, parsePlage } from '../../classeur/adresse';
import type { Plage } from '../../classeur/instantane';
import type { CelluleReperee, FeuilleReperee, LigneReperee } from './reperer-feuille';
import { type Balise, type Retouche, ajouterDans, retoucherAttribut } from './retouches';

/** Cellules à insérer dans une ligne, par la cellule qui les suit (`null` : en fin de ligne). */
export type Insertions = ReadonlyMap<CelluleReperee | null, string>;

/** `recrites` : colonnes de cellules déjà récrites, dont la position est explicite. */
export function insererCellules(
  texte: string,
  { prefixe }: FeuilleReperee,
  { balise, finContenu }: LigneReperee,
  insertions: Insertions,
  recrites: ReadonlySet<number>,
): Retouche[] {
  return [...insertions].flatMap(([suivante, cellules]): Retouche[] => {
    if (!suivante) return [ajouterDans(texte, balise, finContenu, cellules, `${prefixe}row`)];
    const { debut } = suivante.balise;
    const insertion = { debut, fin: debut, texte: cellules };
    if (recrites.has(suivante.colonne)) return [insertion];
    return [insertion, ...expliciter(prefixe, suivante.balise, formatA1(suivante.ligne, suivante.colonne))];
  });
}

/** Insère des lignes neuves, par numéro croissant. */
export function insererLignes(texte: string, feuille: FeuilleReperee, neuves: readonly (readonly [numero: number, xml: string])[]): Retouche[] {
  const parSuivante = new Map<LigneReperee | null, string>();
  for (const [numero, xml] of neuves) {
    const suivante = feuille.lignes.find((ligne) => ligne.numero > numero) ?? null;
    parSuivante.set(suivante, (parSuivante.get(suivante) ?? '') + xml);
  }
  return [...parSuivante].flatMap(([suivante, xml]): Retouche[] => {
    const { prefixe, donnees } = feuille;
    if (!suivante) return [ajouterDans(texte, donnees.balise, donnees.finContenu, xml, `${prefixe}sheetData`)];
    const { debut } = suivante.balise;
    return [{ debut, fin: debut, texte: xml }, ...expliciter(prefixe, suivante.balise, String(suivante.numero))];
  });
}

/** La position d'un élément qui suit une insertion ne se déduit plus de l'ordre : on l'écrit. */
function expliciter(prefixe: string, { nom, attributs, debut }: Balise, r: string): Retouche[] {
  const apresNom = debut + 1 + prefixe.length + nom.length;
  return attributs.r === undefined ? [{ debut: apresNom, fin: apresNom, texte: ` r="${r}"` }] : [];
}

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
