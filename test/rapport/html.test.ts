import { JSDOM } from 'jsdom';
import { rapportHtml } from '../../src/rapport/html/classeur';
import { syntheseHtml } from '../../src/rapport/html/synthese';
import { ligneSynthese, type LigneSynthese } from '../../src/rapport/synthese';
import { constat, rapport } from './aide';

const HOSTILE = '<img src=x onerror=alert(1)>"\'&.xlsx';
const illisible: LigneSynthese = { fichier: 'casse.xlsx', verdict: 'illisible', erreur: 'Ce fichier est chiffré.' };
const ligne = (code: string, nom: string, bloquants: number): LigneSynthese => ({ ...ligneSynthese(rapport({ departement: { code, nom, provenance: 'titre', desaccords: [] }, constats: Array.from({ length: bloquants }, () => constat()), verdict: bloquants > 0 ? 'non_conforme' : 'conforme' }), `${code}.xlsx`) });
const LIGNES = [ligne('34', 'Hérault', 2), ligne('2A', 'Corse-du-Sud', 11), ligne('01', 'Ain', 0), illisible];

const ouvrir = (html: string) => new JSDOM(html, { runScripts: 'dangerously' }).window.document;
const synthese = () => ouvrir(syntheseHtml(LIGNES, { referentiel: 'r', lien: ({ fichier }) => (fichier === 'casse.xlsx' ? null : `${fichier}.html`) }));
const visibles = (page: Document) => [...page.querySelectorAll('tbody tr')].filter((rang) => !(rang as HTMLElement).hidden).map((rang) => rang.querySelector('td')!.textContent);

describe('rapport d’un classeur', () => {
  const html = rapportHtml(rapport({ fichier: HOSTILE, constats: [constat({ message: HOSTILE, suite: HOSTILE, attendu: { valeur: 1, unite: null, texte: HOSTILE } })], feuilles: [{ id: 'f2', nom: HOSTILE, nature: 'plan' }] }));

  test('tout texte est échappé', () => {
    const page = ouvrir(html);
    expect(page.querySelectorAll('img, script')).toHaveLength(0);
    expect(page.querySelector('h1')!.textContent).toBe(HOSTILE);
    expect(page.title).toContain(HOSTILE);
  });

  test('rien d’extérieur, et en français', () => {
    const sobre = rapportHtml(rapport({ constats: [constat()] }));
    expect(sobre).not.toMatch(/(?:src|href)=|url\(|@import|https?:/);
    expect(sobre).toMatch(/^<!doctype html>\n<html lang="fr">/);
  });
});

describe('les mêmes mots que le rapport en texte', () => {
  const un = constat({
    code: 'FOR-02', trouve: { valeur: 0.7, unite: '%', texte: '=IF(D44=0,"",D46/D44)' }, attendu: { valeur: 0.8, unite: '%', texte: '80 %' },
    correction: { type: 'proposee', emplacement: { feuille: 'f2', ligne: 10, colonne: 7 }, format: 'General', avant: { formule: '=D46/D44' }, apres: { formule: '=IF(D45=0,"",D46/D45)' }, raison: 'Le dénominateur est faux.' },
  });
  const texte = ouvrir(rapportHtml(rapport({ verdict: 'non_conforme', constats: [un] }))).body.textContent!;

  test.each([
    ['une formule en français', 'trouvé\u00a0: =SI(D44=0;"";D46/D44)'],
    ['la correction proposée', 'G10 passe de =D46/D44 à =SI(D45=0;"";D46/D45).'],
    ['la provenance du département', 'Haute-Vienne (87), lu dans le titre d’une feuille.'],
    ['la gravité, le code et la cellule', 'Bloquant FOR-02 Plan d’action · G10'],
  ])('%s', (_, attendu) => {
    expect(texte).toContain(attendu);
  });

  test('l’objectif se dit dans le titre, et pas à chaque constat', () => {
    expect(texte.match(/Objectif 4/g)).toHaveLength(1);
  });

  test('une ponctuation ne passe pas seule à la ligne', () => {
    expect(texte).not.toMatch(/ [;:?!»]|« /);
  });
});

describe('synthèse', () => {
  test('sans script, tout se lit', () => {
    const page = new JSDOM(syntheseHtml(LIGNES, { referentiel: 'r' })).window.document;
    expect(page.querySelectorAll('tbody tr')).toHaveLength(4);
    expect(page.body.textContent).toContain('Ce fichier est chiffré.');
    expect((page.querySelector('.sans-impression') as HTMLElement).hidden).toBe(true);
  });

  test.each([['herault', ['34.xlsx']], ['  CORSE ', ['2A.xlsx']], ['fin-01', ['34.xlsx', '2A.xlsx']], ['rien', []], ['', ['34.xlsx', '2A.xlsx', '01.xlsx', 'casse.xlsx']]])('filtre « %s »', (texte, attendus) => {
    const page = synthese();
    const filtre = page.getElementById('filtre') as HTMLInputElement;
    filtre.value = texte;
    filtre.dispatchEvent(new page.defaultView!.Event('input'));
    expect(visibles(page)).toEqual(attendus);
    expect(page.getElementById('compte')!.textContent).toMatch(new RegExp(`^${String(attendus.length)} / 4 classeur`));
  });

  test('filtre par verdict', () => {
    const page = synthese();
    const choix = page.getElementById('verdict') as HTMLSelectElement;
    choix.value = 'illisible';
    choix.dispatchEvent(new page.defaultView!.Event('change'));
    expect(visibles(page)).toEqual(['casse.xlsx']);
  });

  test('trie les nombres comme des nombres, et le dit', () => {
    const page = synthese();
    const bouton = page.querySelectorAll('th button')[3] as HTMLButtonElement;
    bouton.click();
    expect(visibles(page)).toEqual(['casse.xlsx', '01.xlsx', '34.xlsx', '2A.xlsx']);
    expect(bouton.parentElement!.getAttribute('aria-sort')).toBe('ascending');
    bouton.click();
    expect(visibles(page)[0]).toBe('2A.xlsx');
  });

  test('un fichier illisible n’a pas de lien', () => {
    expect(synthese().querySelectorAll('tbody a')).toHaveLength(3);
  });
});
