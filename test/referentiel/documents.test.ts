import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const RACINE = join(__dirname, '../..');
const lire = (chemin: string) => readFileSync(join(RACINE, chemin), 'utf8');

function fichiers(dossier: string): readonly string[] {
  return readdirSync(join(RACINE, dossier)).flatMap((nom) => {
    const chemin = join(dossier, nom);
    return statSync(join(RACINE, chemin)).isDirectory() ? fichiers(chemin) : [chemin];
  });
}

test('une décision citée par le code a sa section dans docs/decisions.md', () => {
  const sections = new Set(Array.from(lire('docs/decisions.md').matchAll(/^## (.+)$/gm), (trouve) => trouve[1]!));
  const citations = fichiers('src').flatMap((chemin) => Array.from(lire(chemin).matchAll(/docs\/decisions\.md[^«\n]*« ([^»]+) »/g), (trouve) => ({ chemin, section: trouve[1]! })));
  expect(citations.length).toBeGreaterThan(0);
  expect(citations.filter(({ section }) => !sections.has(section))).toEqual([]);
});

describe('GLOSSAIRE.md', () => {
  const lignes = lire('GLOSSAIRE.md').split('\n').filter((ligne) => ligne.startsWith('| ') && !ligne.startsWith('| terme'));
  const termes = lignes.map((ligne) => ligne.slice(2, -2).split(' | '));

  test('chaque terme a une définition, un mot à éviter et une source', () => {
    expect(termes.length).toBeGreaterThan(50);
    expect(termes.filter((colonnes) => colonnes.length !== 4 || colonnes.some((colonne) => colonne.trim() === ''))).toEqual([]);
  });

  test('un terme n’est défini qu’une fois', () => {
    const noms = termes.map(([nom]) => nom);
    expect(noms.filter((nom, rang) => noms.indexOf(nom) !== rang)).toEqual([]);
  });

  test('une décision citée existe', () => {
    const decisions = lire('docs/decisions.md');
    const citees = Array.from(lire('GLOSSAIRE.md').matchAll(/décision « ([^»]+) »/g), (trouve) => trouve[1]!);
    expect(citees.filter((section) => !decisions.includes(`## ${section}\n`))).toEqual([]);
  });
});
