import { deciderChacun, decisionsTombees, ignorer, isJustifiable, lever, manqueA } from '../../src/decisions/decider';
import { DONNEES_VIDES, type Donnees } from '../../src/decisions/donnees';
import { cleConstat, empreinteDe } from '../../src/decisions/empreinte';
import type { Constat } from '../../src/controles/constat';
import { alerte, JUSTIFICATION } from './constats';

const justifiee = (...constats: readonly Constat[]): Donnees =>
  constats.reduce((donnees, constat) => ignorer(donnees, constat, JUSTIFICATION, constats), DONNEES_VIDES);

describe('la décision tient', () => {
  test.each<[string, Partial<Constat>]>([
    ['au même constat', {}],
    ['si la cellule se déplace', { emplacement: { feuille: 'tdb', ligne: 40, colonne: 9 } }],
    ['si la feuille change', { feuille: 'autre', emplacement: { feuille: 'autre', ligne: 33, colonne: 7 } }],
    ['si la suite à donner est récrite', { suite: 'Autre phrase.' }],
    ['au dernier bit d’un quotient', { trouve: { valeur: 0.175 + 1e-16, unite: '%', texte: '17,5 %' } }],
  ])('%s', (_, changements) => {
    const { decisions } = justifiee(alerte());
    expect(deciderChacun([alerte(changements)], decisions)[0]).toMatchObject(JUSTIFICATION);
    expect(decisionsTombees([alerte(changements)], decisions)).toEqual([]);
  });

  test('si les adresses citées par le message changent', () => {
    const avant = alerte({ message: 'vaut 38 en D57, sous E57', trouve: null });
    const apres = alerte({ message: 'vaut 38 en D59, sous E59', trouve: null });
    expect(cleConstat(apres)).toBe(cleConstat(avant));
  });
});

describe('la décision tombe d’elle-même', () => {
  test.each<[string, Partial<Constat>]>([
    ['si la valeur trouvée change', { trouve: { valeur: 0.16, unite: '%', texte: '16 %' } }],
    ['si la valeur attendue change', { attendu: { valeur: 0.25, unite: '%', texte: 'au moins 25 %' } }],
    ['si l’écart change', { ecart: '3 points' }],
    ['si le montant dit par le message change', { message: 'autre' }],
  ])('%s', (_, changements) => {
    const { decisions } = justifiee(alerte());
    const constat = alerte(changements);
    expect(deciderChacun([constat], decisions)).toEqual([null]);
    expect(decisionsTombees([constat], decisions)).toEqual(decisions);
  });

  test('mais revient avec la valeur justifiée', () => {
    const { decisions } = justifiee(alerte());
    expect(deciderChacun([alerte({ ecart: '3 points' })], decisions)).toEqual([null]);
    expect(deciderChacun([alerte()], decisions)[0]).not.toBeNull();
  });
});

test.each<[string, Partial<Constat>]>([
  ['autre code', { code: 'CIB-04' }],
  ['autre objectif', { objectif: 4 }],
  ['autre indicateur', { indicateur: 'o5-enfants-vus' }],
  ['autre année', { annee: 2021 }],
])('un autre sujet n’est pas concerné : %s', (_, changements) => {
  const { decisions } = justifiee(alerte());
  expect(deciderChacun([alerte(changements)], decisions)).toEqual([null]);
  expect(decisionsTombees([alerte(changements)], decisions)).toEqual([]);
});

test('un constat disparu ne fait pas une décision tombée', () => {
  expect(decisionsTombees([], justifiee(alerte()).decisions)).toEqual([]);
});

test.each([['bloquant', false], ['alerte', true], ['info', true]] as const)('%s : justifiable %s', (gravite, attendu) => {
  const constat = alerte({ gravite });
  expect(isJustifiable(constat)).toBe(attendu);
  const faire = () => ignorer(DONNEES_VIDES, constat, JUSTIFICATION, [constat]);
  if (attendu) expect(faire().decisions).toHaveLength(1);
  else expect(faire).toThrow(/bloquant/);
});

test('une alerte devenue bloquante n’est plus couverte par sa justification', () => {
  const { decisions } = justifiee(alerte());
  expect(deciderChacun([alerte({ gravite: 'bloquant' })], decisions)).toEqual([null]);
});

test.each([
  ['complète', { motif: 'm', auteur: 'a' }, null],
  ['sans motif', { motif: '  \n', auteur: 'a' }, { motif: expect.any(String), auteur: null }],
  ['sans auteur', { motif: 'm', auteur: '' }, { motif: null, auteur: expect.any(String) }],
])('justification %s', (_, saisie, attendu) => {
  expect(manqueA(saisie)).toEqual(attendu);
  if (attendu) expect(() => ignorer(DONNEES_VIDES, alerte(), { ...saisie, date: '2020-09-14' }, [alerte()])).toThrow();
});

test('justifier de nouveau remplace ; une décision tombée du même sujet laisse sa place', () => {
  const ancien = alerte({ ecart: '3 points' });
  const donnees = justifiee(ancien);
  const apres = ignorer(donnees, alerte(), { ...JUSTIFICATION, motif: 'Nouveau' }, [alerte()]);
  expect(apres.decisions.map(({ motif, empreinte }) => [motif, empreinte])).toEqual([['Nouveau', empreinteDe(alerte())]]);
});

test('deux constats du même sujet se justifient chacun pour soi', () => {
  const un = alerte({ message: 'Action « Recrutement »', trouve: null });
  const deux = alerte({ message: 'Action « Prix de journée »', trouve: null });
  const { decisions } = ignorer(justifiee(un), deux, JUSTIFICATION, [un, deux]);
  expect(decisions).toHaveLength(2);
  expect(deciderChacun([un, deux], lever({ ...DONNEES_VIDES, decisions }, decisions[0]!).decisions).map(Boolean)).toEqual([false, true]);
});
