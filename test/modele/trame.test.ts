/** Le modèle de trame : ce qu'il faut fournir, prérempli de l'INSEE et de rien d'autre. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireTrame } from '../../src/diagnostic/trame';
import { creerClasseur } from '../../src/hote/fichier/creer-classeur';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { decrireClasseurTrame } from '../../src/modele/classeur-trame';
import { champsModele, dresserModeleTrame, RANG_VALEUR, titresModele, trameEnCsv } from '../../src/modele/trame';
import { DEPARTEMENTS } from '../../src/referentiel/departements';
import { INDICATEURS } from '../../src/referentiel/indicateurs';
import { referenceInsee } from '../../src/referentiel/insee';

test('une ligne par indicateur, hors les taux, dans l’ordre des annexes', () => {
  const { lignes, departement } = dresserModeleTrame(null);
  expect(departement).toBeNull();
  expect(lignes.map(({ code }) => code)).toEqual(INDICATEURS.filter(({ type }) => type !== 'taux').map(({ code }) => code));
  expect(lignes.every(({ valeur, source, repere }) => valeur === null && source === '' && repere === '')).toBe(true);
  expect(titresModele(2019)[RANG_VALEUR]).toBe('Valeur 2019');
});

test('n’est préremplie que des naissances domiciliées, avec source et millésime', () => {
  for (const { code } of DEPARTEMENTS) {
    const reference = referenceInsee(code);
    const remplies = dresserModeleTrame(code).lignes.filter(({ valeur }) => valeur !== null);
    expect([code, remplies.map(({ code: indicateur, valeur, millesime }) => [indicateur, valeur, millesime])]).toEqual([code, reference.disponible ? [['o1-naissances', reference.naissances, '2019'], ['o3-naissances', reference.naissances, '2019']] : []]);
    expect(remplies.every(({ source }) => source.startsWith('INSEE'))).toBe(true);
  }
});

test('les 0 à 6 ans sont encadrés, jamais estimés', () => {
  const enfants = dresserModeleTrame('87').lignes.filter(({ code }) => code === 'o4-enfants' || code === 'o5-enfants');
  expect(enfants.map(({ valeur }) => valeur)).toEqual([null, null]);
  for (const { repere } of enfants) expect(repere).toMatch(/^entre 17\u202f323 \(0-4 ans\) et 37\u202f166 \(0-9 ans\), INSEE.*1er janvier 2019$/);
});

test('une autre année que celle des références n’est pas préremplie', () => {
  expect(dresserModeleTrame('87', 2021).lignes.every(({ valeur }) => valeur === null)).toBe(true);
});

test('aucun champ ne passe pour une formule dans un tableur', () => {
  const modele = dresserModeleTrame('87');
  for (const ligne of modele.lignes) for (const champ of champsModele(modele, ligne)) if (typeof champ === 'string') expect(champ).not.toMatch(/^[=+\-@\t]/);
});

const LECTEURS = {
  csv: (departement: string | null) => lireTrame({ texte: trameEnCsv(dresserModeleTrame(departement)) }, { nom: 'trame.csv', departement: '87', annee: 2019 }),
  xlsx: (departement: string | null) => lireTrame({ instantane: lireClasseur(creerClasseur(decrireClasseurTrame(dresserModeleTrame(departement))), { nom: 'trame.xlsx' }) }, { nom: 'trame.xlsx', departement: '87', annee: 2019 }),
};

test.each(['csv', 'xlsx'] as const)('%s : engendrée, elle se relit entière', (format) => {
  const { lignes, departement, forme } = LECTEURS[format]('87');
  expect([forme, departement, lignes.length]).toEqual(['lignes', '87', 35]);
  expect(lignes.filter(({ valeur }) => valeur.lecture.nature === 'nombre').map(({ code, valeur, source, millesime }) => [code, valeur.texte, source, millesime])).toEqual(
    ['o1-naissances', 'o3-naissances'].map((code) => [code, '3406', 'INSEE, naissances vivantes selon le domicile de la mère', '2019']));
});

test('la trame d’exemple est celle qu’engendre la commande', () => {
  expect(readFileSync(join(__dirname, '../../exemples/trame-diagnostic.csv'), 'utf8')).toBe(trameEnCsv(dresserModeleTrame(null)));
});
