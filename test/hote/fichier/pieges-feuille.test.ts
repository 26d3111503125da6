/** Un piège par cas : styles, masquages, tailles, tableaux et protection d'une feuille. */
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { fabriquerClasseur } from '../../classeurs/fabrique';
import { FEUILLE, cellule, classeurBrut, lireBrut, premiere } from './aide';

test('styles : formats intégrés, formats maison, verrou, style absent', () => {
  const octets = fabriquerClasseur([{ nom: 'F', cellules: { A1: { valeur: 1, format: '0.0%', verrouillee: false }, B1: { valeur: 2, format: '# ##0 "€"' }, C1: 3 } }], {
    retoucher(parties) {
      parties['xl/styles.xml'] = String(parties['xl/styles.xml']).replace('</cellXfs>', '<xf numFmtId="9"/><xf numFmtId="14"><protection hidden="1"/></xf></cellXfs>');
      parties[FEUILLE] = String(parties[FEUILLE]).replace('</row>', '<c r="D1" s="3"><v>4</v></c><c r="E1" s="4"><v>5</v></c><c r="F1" s="99"><v>6</v></c></row>');
    },
  });
  const feuille = premiere(lireClasseur(octets, { nom: null }));
  const styles = ['A1', 'B1', 'C1', 'D1', 'E1', 'F1'].map((adresse) => [cellule(feuille, adresse)?.format, cellule(feuille, adresse)?.verrouillee]);
  expect(styles).toEqual([['0.0%', false], ['# ##0 "€"', true], ['General', true], ['0%', true], ['m/d/yyyy', true], ['General', true]]);
});

test('classeur sans styles ni chaînes partagées', () => {
  const octets = classeurBrut({
    donnees: '<row r="1"><c r="A1" s="3"><v>1</v></c></row>',
    retoucher(parties) {
      delete parties['xl/styles.xml'];
      delete parties['xl/sharedStrings.xml'];
    },
  });
  expect(cellule(premiere(lireClasseur(octets, { nom: null })), 'A1')).toMatchObject({ valeur: 1, format: 'General', verrouillee: true });
});

test('feuille décrite en entier : masquages, tailles, volets, fusions, tableaux, protection', () => {
  const octets = fabriquerClasseur([
    {
      nom: 'Visible',
      lignes: [['a', 'b'], [1, 2], [3, 4]],
      fusions: ['A4:B5'],
      lignesMasquees: [2],
      colonnesMasquees: [3],
      largeurs: { 1: 26, 3: 8.5 },
      hauteurs: { 1: 30 },
      figees: { lignes: 1, colonnes: 2 },
      tableaux: [{ nom: 'Tableau1', plage: 'A1:B3' }, { nom: 'Sans', plage: 'D1:E3', lignesEnTete: 0 }],
      protegee: true,
    },
    { nom: 'Masquée', visibilite: 'masquee' },
    { nom: 'Enfouie', visibilite: 'tres_masquee' },
  ]);
  const [visible, masquee, enfouie] = lireClasseur(octets, { nom: 'x.xlsx' }).feuilles;
  expect(visible).toMatchObject({
    id: FEUILLE,
    nom: 'Visible',
    visibilite: 'visible',
    protegee: true,
    fusions: [{ ligne: 4, colonne: 1, derniereLigne: 5, derniereColonne: 2 }],
    lignesMasquees: new Set([2]),
    colonnesMasquees: new Set([3]),
    largeurs: new Map([[1, 26], [3, 8.5]]),
    hauteurs: new Map([[1, 30]]),
    figees: { lignes: 1, colonnes: 2 },
    tableaux: [
      { nom: 'Tableau1', plage: { ligne: 1, colonne: 1, derniereLigne: 3, derniereColonne: 2 }, lignesEnTete: 1 },
      { nom: 'Sans', plage: { ligne: 1, colonne: 4, derniereLigne: 3, derniereColonne: 5 }, lignesEnTete: 0 },
    ],
  });
  expect([masquee?.visibilite, enfouie?.visibilite]).toEqual(['masquee', 'tres_masquee']);
});

test('une protection déclarée mais inactive n’en est pas une ; un volet fendu ne fige rien', () => {
  const feuille = lireBrut({
    avant: '<sheetViews><sheetView><pane xSplit="1200" ySplit="900" state="split"/></sheetView></sheetViews>',
    apres: '<sheetProtection objects="1"/>',
  });
  expect([feuille.protegee, feuille.figees]).toEqual([false, { lignes: 0, colonnes: 0 }]);
});

test('colonnes décrites jusqu’à XFD : seules les premières sont gardées', () => {
  const feuille = lireBrut({ avant: '<cols><col min="3" max="16384" width="9" hidden="1"/></cols>', donnees: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  expect([feuille.colonnesMasquees.size, feuille.colonnesMasquees.has(3), feuille.colonnesMasquees.has(257)]).toEqual([254, true, false]);
});
