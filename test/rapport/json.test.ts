import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser } from '../../src/moteur/analyser';
import { FORMATS } from '../../src/rapport/formats';
import { rapporterJson, versJson } from '../../src/rapport/json';
import { constat, rapport } from './aide';
import { ecartsAuSchema } from './schema';

const EXEMPLES = join(__dirname, '../../exemples');
const controler = (nom: string) => analyser(lireClasseur(new Uint8Array(readFileSync(join(EXEMPLES, nom))), { nom })).rapport;

test('les feuilles par leur nom, les cellules en A1, une formule en anglais', () => {
  const correction = { type: 'automatique', emplacement: { feuille: 'f1', ligne: 28, colonne: 8 }, format: 'General', avant: { formule: '=H26/H27' }, apres: { formule: '=IF(H27=0,"",H26/H27)' }, raison: 'Garder.' } as const;
  const [lu] = versJson(rapport({ constats: [constat({ code: 'FOR-04', feuille: 'f1', emplacement: correction.emplacement, correction })] })).constats;
  expect(lu).toMatchObject({ feuille: 'Tableau de bord', cellule: 'H28', correction: { type: 'automatique', cellule: 'H28', avant: { formule: '=H26/H27' }, apres: { formule: '=IF(H27=0,"",H26/H27)' } } });
});

test('un constat sur le classeur n’a ni feuille ni cellule', () => {
  expect(versJson(rapport({ constats: [constat({ feuille: null, emplacement: null })] })).constats[0]).toMatchObject({ feuille: null, cellule: null });
});

test('les clés du catalogue viennent d’abord, dans son ordre', () => {
  const cles = Object.keys(versJson(rapport()));
  const catalogue = ['fichier', 'referentiel', 'departement', 'verdict', 'objectifs', 'controles', 'constats'];
  expect(cles.filter((cle) => catalogue.includes(cle))).toEqual(catalogue);
});

test('le fichier est celui que l’appelant nomme, sinon celui du rapport', () => {
  expect(versJson(rapport(), 'lot/contrat.xlsx').fichier).toBe('lot/contrat.xlsx');
  expect((JSON.parse(rapporterJson(rapport())) as { fichier: string }).fichier).toBe('contrat.xlsx');
});

test.each(['87-haute-vienne-anomalies.xlsx', '57-moselle-variante.xlsx', '87-haute-vienne-conforme.xlsx'])('%s : forme du catalogue', (nom) => {
  expect(ecartsAuSchema(JSON.parse(rapporterJson(controler(nom))))).toEqual([]);
});

test('le schéma mord', () => {
  const lu = JSON.parse(rapporterJson(controler('87-haute-vienne-anomalies.xlsx'))) as { verdict: string; constats: { cellule: string }[] };
  lu.verdict = 'ok';
  lu.constats[0]!.cellule = '$D$12';
  expect(ecartsAuSchema(lu)).toEqual([expect.stringContaining('rapport.verdict'), expect.stringContaining('rapport.constats[0].cellule')]);
});

test('un lot en JSON est un tableau, illisibles compris', () => {
  const { debut, separateur, fin, rapporter, illisible } = FORMATS.json;
  const texte = debut + [rapporter(rapport()), illisible('b.xlsx', 'vide')].join(separateur) + fin();
  expect((JSON.parse(texte) as { fichier: string }[]).map(({ fichier }) => fichier)).toEqual(['contrat.xlsx', 'b.xlsx']);
});
