/** @jest-environment jsdom */
/** Les fichiers déposés : ce qu'on retient d'un dossier, ce qu'on refuse de lire. */
import { isClasseur, nomDe, retenir, sourceDe, sourcesDuDepot, TAILLE_MAX, type Source } from '../../../src/page/lot/sources';

const source = (chemin: string): Source => ({ chemin, modifie: 0, lire: () => Promise.resolve(new Uint8Array()) });

test.each([
  ['contrat.xlsx', true], ['dossier/contrat.XLSM', true], ['modele.xltx', true],
  ['~$contrat.xlsx', false], ['dossier/~$contrat.xlsx', false], ['.contrat.xlsx', false], ['notes.txt', false], ['contrat.xls', false],
])('%s', (chemin, attendu) => {
  expect(isClasseur(chemin)).toBe(attendu);
});

test('d’un ensemble, les classeurs seulement, dans l’ordre ; un fichier seul est toujours gardé', () => {
  expect(retenir(['b/10.xlsx', 'b/9.xlsx', 'a.txt', 'a.xlsx'].map(source)).map(({ chemin }) => chemin)).toEqual(['a.xlsx', 'b/9.xlsx', 'b/10.xlsx']);
  expect(retenir([source('notes.pdf')])).toHaveLength(1);
  expect(nomDe('a/b/c.xlsx')).toBe('c.xlsx');
});

test('un fichier trop gros se refuse avant d’être lu', async () => {
  const fichier = new File(['x'], 'gros.xlsx');
  Object.defineProperty(fichier, 'size', { value: TAILLE_MAX + 1 });
  Object.defineProperty(fichier, 'arrayBuffer', { value: () => { throw new Error('il ne fallait pas le lire'); } });
  await expect(sourceDe(fichier).lire()).rejects.toMatchObject({ motif: 'trop_grand', message: expect.stringContaining('64 Mo') });
});

test('un fichier que le navigateur ne peut plus lire dit la suite à donner', async () => {
  const fichier = new File(['x'], 'parti.xlsx');
  Object.defineProperty(fichier, 'arrayBuffer', { value: () => Promise.reject(new DOMException('NotReadableError')) });
  await expect(sourceDe(fichier).lire()).rejects.toMatchObject({ motif: 'illisible', message: expect.stringMatching(/verrouille.*choisissez-le/s) });
});

/** Entrées de fichiers telles que les donne un dépôt. */
function fichierDepose(chemin: string) {
  return { isFile: true, fullPath: `/${chemin}`, file: (suite: (fichier: File) => void) => { suite(new File(['x'], nomDe(chemin))); } };
}

function dossierDepose(entrees: readonly object[]) {
  // Un navigateur rend un grand dossier par paquets.
  const paquets = [entrees.slice(0, 2), entrees.slice(2), []];
  return { isFile: false, createReader: () => ({ readEntries: (suite: (entrees: readonly object[]) => void) => { suite(paquets.shift() ?? []); } }) };
}

const depot = (entrees: readonly object[]) => ({ items: entrees.map((entree) => ({ webkitGetAsEntry: () => entree })), files: [] }) as unknown as DataTransfer;

test('un dossier déposé se parcourt jusqu’au fond, par paquets', async () => {
  const fond = dossierDepose([fichierDepose('lot/87/c.xlsx')]);
  const lot = dossierDepose([fichierDepose('lot/b.xlsx'), fichierDepose('lot/~$b.xlsx'), fichierDepose('lot/notes.docx'), fond]);
  expect((await sourcesDuDepot(depot([lot]))).map(({ chemin }) => chemin)).toEqual(['lot/87/c.xlsx', 'lot/b.xlsx']);
});

test('un fichier déposé seul est gardé même s’il n’est pas un classeur', async () => {
  expect(await sourcesDuDepot(depot([fichierDepose('lettre.docx')]))).toHaveLength(1);
});

test('un dossier sans classeur ne donne rien', async () => {
  expect(await sourcesDuDepot(depot([dossierDepose([fichierDepose('d/lettre.docx')])]))).toEqual([]);
});
