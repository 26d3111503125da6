/** Ajouter un contrôle, c'est écrire son fichier, son test et une ligne du registre : rien d'autre, et rien de moins. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engendrerControles } from '../../scripts/documents/controles';
import { FAMILLES, fichierDuControle, fichierDuTest } from '../../scripts/documents/familles';
import { CODES } from '../../src/controles/codes';
import { REGISTRE } from '../../src/controles/registre';

const RACINE = join(__dirname, '../..');
const lire = (chemin: string) => readFileSync(join(RACINE, chemin), 'utf8');
/** Ce qu’une source peut citer : la circulaire, une statistique, une décision du projet. */
const TEXTES = /annexe|circulaire|contrat-type|INSEE|decisions\.md/i;

test('tout code du catalogue est au registre, dans le même ordre, une seule fois', () => {
  expect(REGISTRE.map(({ code }) => code)).toEqual([...CODES]);
});

test('tout fichier de contrôle est celui d’un code enregistré', () => {
  const fichiers = FAMILLES.flatMap(({ dossier, prefixe }) =>
    readdirSync(join(RACINE, 'src/controles', dossier)).filter((nom) => new RegExp(`^${prefixe}-\\d`, 'i').test(nom)).map((nom) => `src/controles/${dossier}/${nom}`));
  expect(fichiers.sort()).toEqual(REGISTRE.map(({ code }) => fichierDuControle(code)).sort());
});

describe.each(REGISTRE.map((controle) => ({ ...controle })))('$code', (controle) => {
  const { code } = controle;

  test('a son fichier, qui dit sa source en tête', () => {
    const source = lire(fichierDuControle(code));
    expect(source).toContain(`code: '${code}'`);
    expect(source.slice(0, source.indexOf('*/'))).toMatch(new RegExp(`${code} — [\\s\\S]*Source : `));
  });

  test('a son test', () => {
    expect(existsSync(join(RACINE, fichierDuTest(code)))).toBe(true);
    expect(lire(fichierDuTest(code))).toMatch(new RegExp(code.replace('-', '[-_]')));
  });

  test('dit tout ce qu’il a à dire', () => {
    const { titre, exigence, pourquoi, source, limites, correction, exige } = controle;
    for (const texte of [titre, exigence, pourquoi, source, limites, correction]) expect(texte.trim()).not.toBe('');
    expect(source).toMatch(TEXTES);
    expect(exige.length).toBeGreaterThan(0);
  });

  test('ne cède le pas qu’à d’autres codes du registre', () => {
    expect(controle.cede).not.toContain(code);
    expect(controle.cede.filter((autre) => !CODES.includes(autre))).toEqual([]);
  });
});

test('la documentation engendrée est à jour (« npm run documents »)', () => {
  const pages = engendrerControles(join(RACINE, 'exemples'));
  const perimees = [...pages].filter(([chemin, contenu]) => !existsSync(join(RACINE, chemin)) || lire(chemin) !== contenu).map(([chemin]) => chemin);
  expect(perimees).toEqual([]);
  expect(readdirSync(join(RACINE, 'docs/controles')).sort()).toEqual([...pages.keys()].map((chemin) => chemin.slice('docs/controles/'.length)).sort());
});
