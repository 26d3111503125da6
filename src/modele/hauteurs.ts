/** Hauteurs de lignes : le tableur n'ajuste pas celles que couvre une fusion, on les estime. */
import type { Plage } from '../classeur/instantane';
import type { CelluleDecrite } from './description';

/** Hauteur d'une ligne de texte, en points. */
const LIGNE = 15;

/** Lignes qu'occupe un texte renvoyé à la ligne dans une largeur en caractères. */
function lignesDeTexte(texte: string, largeur: number): number {
  return texte.split('\n').reduce((total, paragraphe) => total + Math.max(1, Math.ceil(paragraphe.length / Math.max(1, largeur - 2))), 0);
}

function besoin({ contenu, colonne }: CelluleDecrite, largeurs: ReadonlyMap<number, number>, fusion: Plage | undefined): number {
  if (!('valeur' in contenu) || typeof contenu.valeur !== 'string') return LIGNE;
  let largeur = 0;
  for (let c = colonne; c <= (fusion?.derniereColonne ?? colonne); c++) largeur += largeurs.get(c) ?? 10;
  return LIGNE * lignesDeTexte(contenu.valeur, largeur);
}

/** Assez haut pour chaque texte ; ce qui manque à une fusion se répartit sur ses lignes. */
export function estimerHauteurs(cellules: readonly CelluleDecrite[], fusions: readonly Plage[], largeurs: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const fusionDe = ({ ligne, colonne }: CelluleDecrite) => fusions.find((plage) => plage.ligne === ligne && plage.colonne === colonne);
  const hauteurs = new Map<number, number>();
  const hautes: [Plage, number][] = [];
  for (const cellule of cellules) {
    const fusion = fusionDe(cellule);
    const hauteur = besoin(cellule, largeurs, fusion);
    if (fusion && fusion.derniereLigne > fusion.ligne) hautes.push([fusion, hauteur]);
    else hauteurs.set(cellule.ligne, Math.max(hauteurs.get(cellule.ligne) ?? LIGNE, hauteur));
  }
  for (const [fusion, hauteur] of hautes) {
    const lignes = Array.from({ length: fusion.derniereLigne - fusion.ligne + 1 }, (_, rang) => fusion.ligne + rang);
    const manque = hauteur - lignes.reduce((total, ligne) => total + (hauteurs.get(ligne) ?? LIGNE), 0);
    if (manque <= 0) continue;
    for (const ligne of lignes) hauteurs.set(ligne, (hauteurs.get(ligne) ?? LIGNE) + Math.ceil(manque / lignes.length));
  }
  return hauteurs;
}
