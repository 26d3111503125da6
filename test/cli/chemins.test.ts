import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expressionSegment, lireMotif } from '../../src/cli/chemins';
import { trouverFichiers } from '../../src/cli/fichiers';
import { dossierProvisoire } from './aide';

describe('jokers', () => {
  test.each([
    ['*.xlsx', '87-contrat.xlsx', true],
    ['*.xlsx', '87-contrat.XLSX', true],
    ['*.xlsx', '87-contrat.xlsm', false],
    ['87-?.xlsx', '87-1.xlsx', true],
    ['87-?.xlsx', '87-12.xlsx', false],
    ['contrat (1).xls*', 'contrat (1).xlsx', true],
    ['contrat [v2]*', 'contrat [v2] final.xlsx', true],
    ['contrat [v2]*', 'contrat v.xlsx', false],
    ['a.b*', 'aXb.xlsx', false],
  ])('%s, %s : %s', (motif, nom, attendu) => {
    expect(expressionSegment(motif).test(nom)).toBe(attendu);
  });

  test.each([
    ['*.xlsx', false, { base: '', segments: ['*.xlsx'], separateur: '/' }],
    ['./lot/87*/a?.xlsx', false, { base: './lot/', segments: ['87*', 'a?.xlsx'], separateur: '/' }],
    ['C:\\contrats\\2020\\*.xlsx', true, { base: 'C:\\contrats\\2020\\', segments: ['*.xlsx'], separateur: '\\' }],
    ['C:/contrats/*/*.xlsx', true, { base: 'C:/contrats/', segments: ['*', '*.xlsx'], separateur: '/' }],
    ['\\\\serveur\\partage\\*', true, { base: '\\\\serveur\\partage\\', segments: ['*'], separateur: '\\' }],
  ])('%s se lit depuis son premier joker', (chemin, windows, attendu) => {
    expect(lireMotif(chemin, windows)).toEqual(attendu);
  });
});

describe('des arguments aux fichiers', () => {
  const racine = dossierProvisoire({
    'a10.xlsx': '', 'a9.xlsx': '', 'B.XLSM': '', 'c.xltx': '', 'd.xls': '', 'note.pdf': '', '~$a9.xlsx': '',
    'lot/e.xlsx': '', 'lot/note.txt': '', 'lot/profond/f.xlsx': '', 'autre/g.xlsx': '', 'avec[crochets].xlsx': '',
  });
  mkdirSync(join(racine, 'dossier.xlsx'));
  symlinkSync(racine, join(racine, 'lot/boucle'));

  const trouver = async (...argv: string[]) => (await trouverFichiers(argv.map((nom) => `${racine}/${nom}`), false)).map(({ chemin, erreur }) => chemin.slice(racine.length + 1) + (erreur === null ? '' : ` : ${erreur}`));

  test.each([
    ['un fichier, quel que soit son nom', ['d.xls'], ['d.xls']],
    ['un fichier absent reste à dire', ['absent.xlsx'], ['absent.xlsx']],
    ['des crochets ne sont pas des jokers', ['avec[crochets].xlsx'], ['avec[crochets].xlsx']],
    ['un verrou d’Excel est ignoré', ['~$a9.xlsx', 'a9.xlsx'], ['a9.xlsx']],
    ['un dossier, avec ses sous-dossiers, sans suivre les liens', ['lot'], ['lot/e.xlsx', 'lot/profond/f.xlsx']],
    ['un dossier donné avec son séparateur', ['lot/'], ['lot/e.xlsx', 'lot/profond/f.xlsx']],
    ['un joker, dans l’ordre des nombres', ['a*.xlsx'], ['a9.xlsx', 'a10.xlsx', 'avec[crochets].xlsx']],
    ['un joker sans extension ne prend que les classeurs et les dossiers', ['l*'], ['lot/e.xlsx', 'lot/profond/f.xlsx']],
    ['un joker d’une autre extension prend ce qu’il dit', ['*.xls'], ['d.xls']],
    ['un joker de dossier', ['*/?.xlsx'], ['autre/g.xlsx', 'lot/e.xlsx']],
    ['deux étoiles, à toute profondeur', ['**/f.xlsx'], ['lot/profond/f.xlsx']],
    ['un fichier nommé deux fois n’est pris qu’une', ['lot/e.xlsx', 'lot', './lot/e.xlsx'], ['lot/e.xlsx', 'lot/profond/f.xlsx']],
    ['un joker sans réponse se dit', ['zz*.xlsx'], ['zz*.xlsx : Aucun classeur ne correspond à ce nom.']],
    ['un dossier sans classeur se dit', ['dossier.xlsx'], ['dossier.xlsx : Aucun classeur .xlsx, .xlsm ou .xltx dans ce dossier.']],
  ])('%s', async (_, argv, attendus) => {
    expect(await trouver(...argv)).toEqual(attendus);
  });
});
