/** Les classeurs d'exemple du dépôt, faits par openpyxl et par LibreOffice. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instantane } from '../../../src/classeur/instantane';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { cellule, contenus } from './aide';

const lire = (nom: string): Instantane =>
  lireClasseur(new Uint8Array(readFileSync(join(__dirname, '../../../exemples', nom))), { nom });

test.each([
  ['57-moselle-variante.xlsx', ['Page de garde', 'TDB 57 (v3)', 'PA signé'], [71, 11]],
  ['87-haute-vienne-anomalies.xlsx', ['Tableau de bord', "Plan d'action"], [67, 10]],
  ['87-haute-vienne-conforme.xlsx', ['Tableau de bord', "Plan d'action"], [67, 10]],
  ['87-haute-vienne-conforme-libreoffice.xlsx', ['Tableau de bord', "Plan d'action"], [67, 10]],
  ['annexe-5-vierge.xlsx', ['Tableau de bord', "Plan d'action"], [67, 10]],
])('%s', (nom, feuilles, bornes) => {
  const instantane = lire(nom);
  expect([instantane.nom, instantane.calcul, instantane.dates1904]).toEqual([nom, 'enregistre', false]);
  expect(instantane.feuilles.map((feuille) => feuille.nom)).toEqual(feuilles);
  const tableau = instantane.feuilles[nom.startsWith('57') ? 1 : 0]!;
  expect([tableau.derniereLigne, tableau.derniereColonne, tableau.tronquee]).toEqual([...bornes, false]);
  expect(tableau.fusions.length).toBeGreaterThan(0);
});

test('le même classeur, réécrit par LibreOffice, a les mêmes constantes et les mêmes formules', () => {
  const [origine, reecrit] = ['87-haute-vienne-conforme.xlsx', '87-haute-vienne-conforme-libreoffice.xlsx'].map((nom) => lire(nom).feuilles);
  origine!.forEach((feuille, rang) => {
    for (const { ligne, colonne, valeur, formule, format } of feuille.cellules.values()) {
      const autre = reecrit![rang]!.cellules.get(ligne * 16384 + colonne - 1);
      expect([ligne, colonne, formule ?? valeur]).toEqual([ligne, colonne, autre?.formule ?? autre?.valeur ?? null]);
      // LibreOffice écrit autrement les formats de nombre des textes et des montants ; les taux, non.
      if (format.includes('%')) expect(autre?.format).toBe(format);
    }
  });
});

test('valeurs et formules relevées à la main', () => {
  const tableau = lire('87-haute-vienne-conforme-libreoffice.xlsx').feuilles[0]!;
  expect(contenus(tableau, 'D7', 'E5')).toEqual({ D7: 409, E5: 2020 });
  expect(cellule(tableau, 'A1')?.valeur).toMatch(/^Annexe 5\.2/);
  expect([tableau.largeurs.get(1), tableau.largeurs.get(10), tableau.hauteurs.get(7)]).toEqual([26, 11, 30]);
});
