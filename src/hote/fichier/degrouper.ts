/**
 * Formules partagées : avant de récrire la cellule qui porte la formule d'un groupe (le maître), on
 * donne à chaque autre membre sa formule étendue, sans toucher à sa valeur ni à son style.
 */
import { translateFormulaToR1C1 } from '@borgar/fx/xlsx';
import { cleCellule } from '../../classeur/instantane';
import { formatA1 } from '../../classeur/adresse';
import { desechapper } from './chaines';
import { xmlFormule } from './contenu-xml';
import { etendre } from './formules-xml';
import type { CelluleReperee, FeuilleReperee } from './reperer-feuille';
import { type Retouche, attributsBruts } from './retouches';

const ATTRIBUTS_GROUPE: ReadonlySet<string> = new Set(['t', 'ref', 'si']);

/** `texte` : celui de la feuille ; `recrites` : cellules dont le contenu va changer. */
export function degrouper(
  texte: string,
  { prefixe, partagees }: FeuilleReperee,
  recrites: readonly { readonly ligne: number; readonly colonne: number }[],
): Retouche[] {
  const touchees = new Set(recrites.map(({ ligne, colonne }) => cleCellule(ligne, colonne)));
  const isTouchee = ({ ligne, colonne }: CelluleReperee): boolean => touchees.has(cleCellule(ligne, colonne));
  const maitres = [...maitresDe(partagees)].filter(([, maitre]) => isTouchee(maitre));
  return maitres.flatMap(([si, maitre]) => {
    const r1c1 = translateFormulaToR1C1(`=${texteFormule(maitre)}`, formatA1(maitre.ligne, maitre.colonne));
    return partagees
      .filter((cellule) => cellule.formule!.balise.attributs.si === si && texteFormule(cellule).trim() === '' && !isTouchee(cellule))
      .map(({ ligne, colonne, formule }) => {
        const { balise, fin } = formule!;
        const gardes = attributsBruts(texte.slice(balise.debut, balise.fin), ATTRIBUTS_GROUPE);
        return { debut: balise.debut, fin, texte: xmlFormule(prefixe, gardes, etendre(r1c1, ligne, colonne)) };
      });
  });
}

/** Maître de chaque groupe : la première cellule qui en écrit la formule. */
function maitresDe(partagees: readonly CelluleReperee[]): ReadonlyMap<string, CelluleReperee> {
  const maitres = new Map<string, CelluleReperee>();
  for (const cellule of partagees) {
    const { si } = cellule.formule!.balise.attributs;
    if (si !== undefined && !maitres.has(si) && texteFormule(cellule).trim() !== '') maitres.set(si, cellule);
  }
  return maitres;
}

/** Formule du fichier, sans « = ». */
function texteFormule({ formule }: CelluleReperee): string {
  return desechapper(formule!.texte).replace(/^=/, '');
}
