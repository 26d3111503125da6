/** Ce que disent le README et CONTRIBUTING reste vrai. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REGISTRE } from '../../src/controles/registre';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser } from '../../src/moteur/analyser';
import { versJson } from '../../src/rapport/json';
import { rapporterTexte } from '../../src/rapport/texte';

const RACINE = join(__dirname, '../..');
const lire = (chemin: string) => readFileSync(join(RACINE, chemin), 'utf8');
const README = lire('README.md');
const EXEMPLE = 'exemples/87-haute-vienne-anomalies.xlsx';
const { rapport } = analyser(lireClasseur(new Uint8Array(readFileSync(join(RACINE, EXEMPLE))), { nom: '87-haute-vienne-anomalies.xlsx' }));
const bloc = (langue: string) => new RegExp(`\`\`\`${langue}\n([\\s\\S]*?)\n\`\`\``).exec(README)![1]!;

test('l’extrait de rapport est celui que rend la commande', () => {
  const espaces = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ');
  const rendu = espaces(rapporterTexte(rapport, { fichier: EXEMPLE }));
  const parts = espaces(bloc('text')).replace(/\n…$/, '').split('\n\n');
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts.filter((texte) => texte !== '…')) expect(rendu).toContain(part);
});

test('le constat en JSON aussi', () => {
  expect(versJson(rapport).constats).toContainEqual(JSON.parse(bloc('json')));
});

test('le nombre de contrôles est juste', () => {
  expect(README).toContain(`${String(REGISTRE.length)} contrôles`);
});

describe.each(['README.md', 'CONTRIBUTING.md', 'docs/adr/bibliotheques.md'])('%s', (fichier) => {
  const texte = lire(fichier);

  test('ne cite que des scripts qui existent', () => {
    const { scripts } = JSON.parse(lire('package.json')) as { scripts: Record<string, string> };
    const cites = Array.from(texte.matchAll(/`npm run ([\w:-]+)/g), (trouve) => trouve[1]!);
    expect(cites.filter((nom) => !(nom in scripts))).toEqual([]);
  });

  test('ne renvoie qu’à des fichiers qui existent', () => {
    const liens = Array.from(texte.matchAll(/\]\((?!https?:)([^)#]+)\)/g), (trouve) => trouve[1]!);
    expect(liens.filter((lien) => !existsSync(join(RACINE, fichier, '..', lien)))).toEqual([]);
  });
});

test('chaque bibliothèque du produit a sa ligne dans docs/adr', () => {
  const { dependencies } = JSON.parse(lire('package.json')) as { dependencies: Record<string, string> };
  const adr = lire('docs/adr/bibliotheques.md');
  expect(Object.entries(dependencies).filter(([nom, version]) => !adr.includes(`| ${nom} ${version} |`))).toEqual([]);
});
