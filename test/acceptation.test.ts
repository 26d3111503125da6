/** Les classeurs d'exemple contre les constats attendus : un minimum, et aucun bloquant de plus. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireClasseur } from '../src/hote/fichier/lire';
import { analyser } from '../src/moteur/analyser';
import { versJson, type ConstatJson } from '../src/rapport/json';

interface Attendu {
  readonly code: string;
  readonly feuille: string;
  readonly cellule: string;
}

const RACINE = join(__dirname, '..');
const ATTENDUS = JSON.parse(readFileSync(join(__dirname, 'donnees/attendus.json'), 'utf8')) as readonly { readonly fichier: string; readonly attendus: readonly Attendu[] }[];

const cle = ({ code, feuille, cellule }: Attendu | ConstatJson) => `${code} ${String(feuille)} ${String(cellule)}`;

function controler(nom: string) {
  return versJson(analyser(lireClasseur(new Uint8Array(readFileSync(join(RACINE, 'exemples', nom))), { nom })).rapport);
}

describe.each(ATTENDUS)('$fichier', ({ fichier, attendus }) => {
  const rapport = controler(fichier);
  const voulus = new Set(attendus.map(cle));

  test('porte tous les constats attendus', () => {
    const trouves = new Set(rapport.constats.map(cle));
    expect([...voulus].filter((attendu) => !trouves.has(attendu))).toEqual([]);
  });

  test('n’a aucun bloquant de plus', () => {
    expect(rapport.constats.filter((constat) => constat.gravite === 'bloquant' && !voulus.has(cle(constat))).map(cle)).toEqual([]);
  });

  test('ne fait tomber aucun contrôle en panne', () => {
    expect(rapport.controles.filter(({ statut }) => statut === 'erreur')).toEqual([]);
  });
});

test.each(['87-haute-vienne-conforme.xlsx', '87-haute-vienne-conforme-libreoffice.xlsx'])('%s est conforme : ni bloquant ni alerte, rien d’invérifié', (nom) => {
  const { verdict, compte, controles, departement } = controler(nom);
  expect({ verdict, compte: { ...compte, info: 0 }, departement: departement?.code }).toEqual({ verdict: 'conforme', compte: { bloquant: 0, alerte: 0, info: 0 }, departement: '87' });
  expect(controles.filter(({ nonVerifies }) => nonVerifies.length > 0)).toEqual([]);
});

test('les deux classeurs conformes, réécrits par deux logiciels, donnent les mêmes constats', () => {
  const [un, autre] = ['87-haute-vienne-conforme.xlsx', '87-haute-vienne-conforme-libreoffice.xlsx'].map((nom) => controler(nom).constats.map(({ message, ...reste }) => [cle({ ...reste, message }), message]));
  expect(autre).toEqual(un);
});

test('le modèle vierge est à remplir, avec au plus un constat', () => {
  const { verdict, constats } = controler('annexe-5-vierge.xlsx');
  expect(verdict).toBe('a_remplir');
  expect(constats.length).toBeLessThanOrEqual(1);
});

test('chaque classeur d’exemple est jugé ici', () => {
  const juges = new Set([...ATTENDUS.map(({ fichier }) => fichier), '87-haute-vienne-conforme-libreoffice.xlsx']);
  expect(readdirSync(join(RACINE, 'exemples')).filter((nom) => nom.endsWith('.xlsx') && !juges.has(nom))).toEqual([]);
});
