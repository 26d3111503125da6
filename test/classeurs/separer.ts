/** Un classeur d'exemple réduit à une de ses deux feuilles : le tableau de bord, ou le plan. */
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { analyser } from '../../src/moteur/analyser';
import { exemple } from './lecture-comparable';

/** `garde` : la feuille à garder (`null` : toutes) ; `texte` : dernière main sur les textes. */
export function classeurDe(nom: string, garde: 'tableau' | 'plan' | null, texte = (xml: string) => xml): Uint8Array {
  const { dossier } = analyser(exemple(nom));
  const retiree = garde === null ? null : (garde === 'tableau' ? dossier.plan! : dossier.tableau!).feuille.id;
  const parties = unzipSync(new Uint8Array(readFileSync(`exemples/${nom}`)));
  return zipSync(Object.fromEntries(Object.entries(parties).map(([chemin, octets]) => {
    if (!chemin.endsWith('.xml')) return [chemin, octets];
    // La feuille retirée reste, vide : la partie, ses relations et son onglet demeurent valables.
    const xml = chemin === retiree ? strFromU8(octets).replace(/<sheetData>[\s\S]*<\/sheetData>/, '<sheetData/>').replace(/<mergeCells[\s\S]*<\/mergeCells>/, '') : strFromU8(octets);
    return [chemin, strToU8(texte(xml))];
  })));
}
