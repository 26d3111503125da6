import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IllisibleJson, RapportJson } from '../../src/rapport/json';
import { fabriquerClasseur } from '../classeurs/fabrique';
import { ecartsAuSchema } from '../rapport/schema';
import { ANOMALIES, CONFORME, dossierProvisoire, EXEMPLES, lancer } from './aide';

const conforme = new Uint8Array(readFileSync(CONFORME));
const anomalies = new Uint8Array(readFileSync(ANOMALIES));
const etranger = fabriquerClasseur([{ nom: 'Paie', lignes: [['Nom', 'Salaire'], ['Dupont', 1200]] }]);

/** Un lot où tout se mêle : conforme, anormal, illisibles de plusieurs façons, à ignorer. */
const LOT = {
  'conforme.xlsx': conforme,
  'sous/anomalies.XLSX': anomalies,
  'sous/encore/etranger.xlsm': etranger,
  'vide.xlsx': '',
  'texte.xlsx': 'Objectif;Cible\n1;20 %\n',
  'tronque.xlsx': conforme.subarray(0, 9000),
  '~$conforme.xlsx': 'verrou',
  'note.pdf': '%PDF-1.4',
};

const lireJson = (sortie: string) => JSON.parse(sortie) as readonly (RapportJson | IllisibleJson)[];

describe('codes de sortie', () => {
  test.each([
    ['0 : un classeur conforme', [CONFORME], 0],
    ['0 : le modèle vierge', [join(EXEMPLES, 'annexe-5-vierge.xlsx')], 0],
    ['1 : un bloquant', [ANOMALIES], 1],
    ['1 : un classeur qui n’en est pas un du contrat', ['ETRANGER'], 1],
    ['1 : un bloquant parmi des conformes', [CONFORME, ANOMALIES], 1],
    ['2 : un fichier absent', ['nulle-part.xlsx'], 2],
    ['2 : un illisible l’emporte sur un bloquant', [ANOMALIES, 'nulle-part.xlsx'], 2],
    ['2 : dans les deux ordres', ['nulle-part.xlsx', ANOMALIES], 2],
  ])('%s', async (_, fichiers, attendu) => {
    const dossier = dossierProvisoire({ 'etranger.xlsx': etranger });
    const { code } = await lancer('controler', ...fichiers.map((nom) => (nom === 'ETRANGER' ? join(dossier, 'etranger.xlsx') : nom)));
    expect(code).toBe(attendu);
  });
});

describe('un dossier', () => {
  const dossier = dossierProvisoire(LOT);

  test('est parcouru en entier ; les illisibles n’arrêtent rien et se disent chacun en une ligne', async () => {
    const { code, sortie, erreurs } = await lancer('controler', dossier, '--format', 'json');
    const lus = lireJson(sortie);
    expect(code).toBe(2);
    expect(lus.map(({ fichier, verdict }) => [String(fichier).slice(dossier.length), verdict])).toEqual([
      ['/conforme.xlsx', 'conforme'],
      ['/sous/anomalies.XLSX', 'non_conforme'],
      ['/sous/encore/etranger.xlsm', 'non_conforme'],
      ['/texte.xlsx', 'illisible'],
      ['/tronque.xlsx', 'illisible'],
      ['/vide.xlsx', 'illisible'],
    ]);
    expect(erreurs).toHaveLength(3);
    for (const ligne of erreurs) expect(ligne).toMatch(/^[^\n]+\.xlsx : [A-ZÉ][^\n]+\.$/);
  });

  test('en texte, un résumé suit les rapports', async () => {
    const { sortie } = await lancer('controler', dossier);
    expect(sortie).toContain('CONFORME : ');
    expect(sortie.trimEnd().split('\n').pop()).toBe('6 fichiers : 2 non conformes, 1 conforme, 3 illisibles.');
  });

  test('sans classeur, le dit', async () => {
    const vide = dossierProvisoire({ 'note.txt': 'rien', '~$a.xlsx': '' });
    expect(await lancer('controler', vide)).toEqual({ code: 2, sortie: '', erreurs: [`${vide} : Aucun classeur .xlsx, .xlsm ou .xltx dans ce dossier.`] });
  });
});

describe('JSON', () => {
  test.each(['87-haute-vienne-anomalies.xlsx', '57-moselle-variante.xlsx', 'annexe-5-vierge.xlsx'])('%s a la forme du catalogue', async (nom) => {
    const { sortie } = await lancer('controler', join(EXEMPLES, nom), '-f', 'json');
    const [rapport, ...autres] = lireJson(sortie);
    expect(autres).toEqual([]);
    expect(ecartsAuSchema(rapport)).toEqual([]);
  });

  test('un fichier illisible y figure, sans autre clé', async () => {
    const { code, sortie } = await lancer('controler', 'nulle-part.xlsx', '-f', 'json');
    expect(code).toBe(2);
    expect(JSON.parse(sortie)).toEqual([{ fichier: 'nulle-part.xlsx', verdict: 'illisible', erreur: expect.stringMatching(/introuvable/) as string }]);
  });

  test('« fichier » est le chemin tel que donné', async () => {
    const donne = `./${'exemples'}/../exemples/annexe-5-vierge.xlsx`;
    const { sortie } = await lancer('controler', donne, '-f', 'json');
    expect(lireJson(sortie)[0]!.fichier).toBe(donne);
  });
});

describe('département', () => {
  test.each([
    ['57', '57'],
    ['2a', '2A'],
    ['Haute-Vienne', '87'],
  ])('--departement %s', async (donne, code) => {
    const { sortie } = await lancer('controler', join(EXEMPLES, 'annexe-5-vierge.xlsx'), '-f', 'json', '--departement', donne);
    expect((lireJson(sortie)[0] as RapportJson).departement).toMatchObject({ code, provenance: 'option' });
  });

  test('un désaccord avec le classeur se dit', async () => {
    const { sortie } = await lancer('controler', CONFORME, '--departement', '57');
    expect(sortie).toContain('Département : Moselle (57), indiqué par vous.');
    expect(sortie).toContain('un autre département, Haute-Vienne (87), lu dans le titre d’une feuille');
  });
});
