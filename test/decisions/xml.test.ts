import fc from 'fast-check';
import { CODES } from '../../src/controles/codes';
import { DONNEES_VIDES, type Decision, type Donnees } from '../../src/decisions/donnees';
import { ecrireXml, ESPACE } from '../../src/decisions/ecrire-xml';
import { lireXml } from '../../src/decisions/lire-xml';
import { INDICATEURS } from '../../src/referentiel/indicateurs';
import { OBJECTIFS } from '../../src/referentiel/objectifs';
import type { RattachementManuel } from '../../src/classeur/rattachements';

/** Textes tels que la lecture les rend : sans blanc aux bords. */
const texte = (max: number) => fc.string({ minLength: 1, maxLength: max, unit: 'grapheme' }).map((lu) => lu.trim()).filter((lu) => lu !== '');
const numero = fc.constantFrom(...OBJECTIFS.map((objectif) => objectif.numero));
const indicateur = fc.constantFrom(...INDICATEURS.map(({ code }) => code));
const annee = fc.integer({ min: 2000, max: 2099 });
const colonne = fc.integer({ min: 1, max: 16384 });

const decision: fc.Arbitrary<Decision> = fc.record({
  code: fc.constantFrom(...CODES), objectif: fc.option(numero), indicateur: fc.option(indicateur), annee: fc.option(annee),
  empreinte: fc.stringMatching(/^[0-9a-z]{1,11}$/), motif: texte(200), auteur: texte(60), date: fc.constantFrom('2020-09-14', '2022-01-01'), objet: texte(200),
});
const rattachement: fc.Arbitrary<RattachementManuel> = fc.oneof(
  fc.record({ type: fc.constant('feuille' as const), feuille: texte(31), nature: fc.constantFrom('tableau' as const, 'plan' as const) }),
  fc.record({ type: fc.constant('objectif' as const), texte: texte(200), numero }),
  fc.record({ type: fc.constant('indicateur' as const), texte: texte(200), code: indicateur }),
  fc.record({ type: fc.constant('moment' as const), feuille: texte(31), colonne, bloc: fc.constantFrom('diagnostic' as const, 'cible' as const, 'atteinte' as const), annee }),
  fc.record({ type: fc.constant('colonne_plan' as const), feuille: texte(31), colonne, role: fc.constantFrom('actions' as const, 'etat' as const, 'total' as const) }),
);
const donnees: fc.Arbitrary<Donnees> = fc.record({
  decisions: fc.array(decision, { maxLength: 5 }), rattachements: fc.array(rattachement, { maxLength: 5 }),
  preferences: fc.record({ departement: fc.option(fc.constantFrom('87', '2A', '69M')) }),
});

test('ce qui est écrit se relit à l’identique', () => {
  fc.assert(fc.property(donnees, (ecrites) => {
    expect(lireXml(ecrireXml(ecrites))).toEqual({ donnees: ecrites, illisible: false, ecartes: 0 });
  }));
});

test.each([
  ['lignes et tabulations', 'une\n\tdeux', 'une\n\tdeux'],
  ['balises et entités', '<b>&amp; "x" \'y\' ]]>', '<b>&amp; "x" \'y\' ]]>'],
  ['caractères que XML refuse', 'a\u0000b\u001fc\uffffd', 'abcd'],
  ['moitié de paire de substitution', 'a\ud83db\ude00c', 'abc'],
  ['émoji', 'a😀', 'a😀'],
])('motif : %s', (_, motif, attendu) => {
  const garde: Decision = { code: 'CIB-02', objectif: 5, indicateur: null, annee: null, empreinte: 'e', motif, auteur: 'A', date: '2020-09-14', objet: motif };
  const [relue] = lireXml(ecrireXml({ ...DONNEES_VIDES, decisions: [garde] })).donnees.decisions;
  expect([relue?.motif, relue?.objet]).toEqual([attendu, attendu]);
});

test('rien à garder : aucune partie', () => {
  expect(ecrireXml(DONNEES_VIDES)).toBeNull();
  expect(lireXml(null).donnees).toEqual(DONNEES_VIDES);
});

const document = (contenu: string, espace = ESPACE) => `<?xml version="1.0"?><donnees xmlns="${espace}">${contenu}</donnees>`;
const UNE = '<decision code="CIB-02" objectif="5" indicateur="o5-taux" annee="2022" empreinte="abc" auteur="A" date="2020-09-14"><motif>M</motif><objet>O</objet></decision>';
const une = (de: string, vers: string) => document(`<decisions>${UNE.replace(de, vers)}</decisions>`);

describe('lecture tolérante', () => {
  test.each<[string, string, { decisions: number; ecartes: number; illisible: boolean }]>([
    ['document de référence', une('', ''), { decisions: 1, ecartes: 0, illisible: false }],
    ['préfixe au lieu de l’espace par défaut', `<c:donnees xmlns:c="${ESPACE}"><c:decisions>${UNE.replace(/<(\/?)/g, '<$1c:')}</c:decisions></c:donnees>`, { decisions: 1, ecartes: 0, illisible: false }],
    ['blancs et commentaires', document(`\n <!-- x -->\n <decisions>\n  ${UNE}\n </decisions>\n`), { decisions: 1, ecartes: 0, illisible: false }],
    ['code inconnu', une('CIB-02', 'ZZZ-99'), { decisions: 0, ecartes: 1, illisible: false }],
    ['objectif inconnu', une('objectif="5"', 'objectif="27"'), { decisions: 0, ecartes: 1, illisible: false }],
    ['indicateur inconnu', une('o5-taux', 'o99-taux'), { decisions: 0, ecartes: 1, illisible: false }],
    ['année illisible', une('"2022"', '"deux mille"'), { decisions: 0, ecartes: 1, illisible: false }],
    ['date illisible', une('2020-09-14', '14/09/2020'), { decisions: 0, ecartes: 1, illisible: false }],
    ['motif vide', une('<motif>M</motif>', '<motif> </motif>'), { decisions: 0, ecartes: 1, illisible: false }],
    ['auteur absent', une('auteur="A"', ''), { decisions: 0, ecartes: 1, illisible: false }],
    ['rattachement inconnu', document('<rattachements><rattachement type="toString"/></rattachements>'), { decisions: 0, ecartes: 1, illisible: false }],
    ['élément d’une version future', document(`<decisions>${UNE}<vote/></decisions>`), { decisions: 1, ecartes: 1, illisible: false }],
    ['autre espace de noms', document(`<decisions>${UNE}</decisions>`, 'urn:autre'), { decisions: 0, ecartes: 1, illisible: true }],
    ['document coupé', une('', '').slice(0, -20), { decisions: 1, ecartes: 0, illisible: true }],
    ['DOCTYPE et entités', `<!DOCTYPE d [<!ENTITY a "b">]>${une('M<', '&a;<').slice(21)}`, { decisions: 1, ecartes: 0, illisible: true }],
    ['texte quelconque', 'bonjour', { decisions: 0, ecartes: 0, illisible: true }],
    ['octets nuls', '\u0000\u0000', { decisions: 0, ecartes: 0, illisible: true }],
  ])('%s', (_, xml, { decisions, ...attendu }) => {
    const lu = lireXml(xml);
    expect({ decisions: lu.donnees.decisions.length, ecartes: lu.ecartes, illisible: lu.illisible }).toEqual({ decisions, ...attendu });
  });

  test('ne lève jamais', () => {
    fc.assert(fc.property(fc.string(), fc.nat(400), fc.nat(400), (bruit, debut, longueur) => {
      const xml = une('', '');
      expect(() => lireXml(xml.slice(0, debut) + bruit + xml.slice(debut + longueur))).not.toThrow();
    }));
  });
});

test('un département inconnu n’est pas retenu', () => {
  expect(lireXml(document('<preferences departement="999"/>')).donnees.preferences.departement).toBeNull();
  expect(lireXml(document('<preferences departement="87"/>')).donnees.preferences.departement).toBe('87');
});
