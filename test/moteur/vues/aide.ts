/** Analyse d'un classeur de exemples/, éventuellement retouché. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleCellule, type Cellule, type Instantane, type Valeur } from '../../../src/classeur/instantane';
import { parseA1 } from '../../../src/classeur/adresse';
import { lireClasseur } from '../../../src/hote/fichier/lire';

const EXEMPLES = join(__dirname, '../../../exemples');

export type Exemple = '87-haute-vienne-conforme' | '87-haute-vienne-anomalies' | '57-moselle-variante' | 'annexe-5-vierge';

export function lireExemple(nom: Exemple): Instantane {
  return lireClasseur(new Uint8Array(readFileSync(join(EXEMPLES, `${nom}.xlsx`))), { nom: `${nom}.xlsx` });
}

/** Contenu d'une cellule retouchée : une valeur, ou une formule si c'est un texte qui commence par « = ». */
export type Retouches = Readonly<Record<string, Valeur>>;

/** Remplace des cellules d'une feuille, désignée par son rang. */
export function retoucher(instantane: Instantane, rang: number, retouches: Retouches): Instantane {
  return {
    ...instantane,
    feuilles: instantane.feuilles.map((feuille, position) => {
      if (position !== rang) return feuille;
      const cellules = new Map(feuille.cellules);
      for (const [adresse, contenu] of Object.entries(retouches)) {
        const { ligne, colonne } = parseA1(adresse)!;
        const ancienne: Cellule = feuille.cellules.get(cleCellule(ligne, colonne)) ?? { ligne, colonne, valeur: null, formule: null, format: 'General', verrouillee: true };
        const formule = typeof contenu === 'string' && contenu.startsWith('=') ? contenu : null;
        cellules.set(cleCellule(ligne, colonne), { ...ancienne, formule, valeur: formule === null ? contenu : null });
      }
      return { ...feuille, cellules };
    }),
  };
}
