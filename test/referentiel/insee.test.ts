import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trouverDepartement } from '../../src/classeur/departement';
import { departementDe, DEPARTEMENTS } from '../../src/referentiel/departements';
import { estimerEnfants, INSEE_2019, referenceInsee, type DonneesInsee } from '../../src/referentiel/insee';
import { territoireDe, TERRITOIRES } from '../../src/referentiel/territoires';

const lignes = readFileSync(join(__dirname, '../donnees/insee-2019.csv'), 'utf8')
  .split(/\r?\n/)
  .filter((ligne) => ligne !== '' && !ligne.startsWith('#'))
  .slice(1)
  .map((ligne) => ligne.split(';'));

function donnees(code: string): DonneesInsee {
  const reference = referenceInsee(code);
  if (!reference.disponible) throw new Error(reference.raison);
  return reference;
}

test('les données recopiées sont celles du fichier de l’INSEE', () => {
  expect(INSEE_2019.map((ligne) => ligne.map(String))).toEqual(lignes.map(([code, , ...nombres]) => [code, ...nombres]));
});

test('les noms du fichier de l’INSEE sont ceux du référentiel', () => {
  const noms = lignes.map(([code, nom]) => [code, nom!.replace(/'/g, '’')]);
  expect(noms).toEqual(noms.map(([code]) => [code, departementDe(code!)?.nom]));
});

test.each(lignes.filter(([code]) => code !== '69').map(([code, nom, naissances]) => [nom!, code!, Number(naissances)] as const))('référence de %s', (_, code, naissances) => {
  expect(donnees(code)).toMatchObject({ disponible: true, codes: [code], naissances });
});

test('la Corse est la somme de ses deux départements', () => {
  expect(donnees('20')).toEqual({ disponible: true, codes: ['2A', '2B'], naissances: 1348 + 1503, bandes: { de0a4: 7906 + 8443, de5a9: 8560 + 9731, de10a14: 8385 + 9637, de15a19: 7510 + 9164 } });
});

test.each(['69', '69M', '975', '978', '99', ''])('« %s » n’a pas de référence, et la raison se dit', (code) => {
  expect(referenceInsee(code)).toEqual({ disponible: false, raison: expect.stringMatching(/.{20}/) });
});

test('tout département a une référence ou une raison', () => {
  expect(DEPARTEMENTS.filter(({ code }) => !referenceInsee(code).disponible).map(({ code }) => code)).toEqual(['69', '69M', '975', '978']);
});

test('les naissances du Nord sont domiciliées (31 096), non enregistrées (33 346)', () => {
  expect(donnees('59').naissances).toBe(31096);
});

test('0 à 6 ans : un encadrement et deux estimations, nommées comme telles', () => {
  expect(estimerEnfants(donnees('87'))).toEqual({ estimation: true, minimum: 17323, maximum: 37166, moinsDeSixAns: 21292, zeroASixAns: 25260, methode: expect.stringContaining('estimation') });
});

describe('territoires', () => {
  test('chaque nom du texte désigne le département auquel il est rattaché', () => {
    const rattachements = TERRITOIRES.map(({ nom, code }) => [nom, code]);
    expect(rattachements).toEqual(TERRITOIRES.map(({ nom }) => [nom, trouverDepartement(nom)?.code]));
  });

  test.each([['68', 2020], ['67', 2021], ['20', 2020], ['2A', 2020], ['69', 2021], ['69M', 2021], ['974', 2020], ['978', 2021]])('%s : vague %d', (code, vague) => {
    expect(territoireDe(code)?.vague).toBe(vague);
  });

  test('la Haute-Vienne n’est pas des deux premières vagues', () => {
    expect(territoireDe('87')).toBeUndefined();
  });
});
