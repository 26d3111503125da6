import type { Constat } from '../../../src/controles/constat';
import { constat } from '../../../src/controles/fabrique';
import { ignorer } from '../../../src/decisions/decider';
import { DONNEES_VIDES } from '../../../src/decisions/donnees';
import { compter, montrer, type ConstatMontre } from '../../../src/taskpane/etat/constats';
import { FILTRE_INITIAL, filtrer, grouper, ordre, type Filtre, type Groupement } from '../../../src/taskpane/etat/filtre';
import { alerte, JUSTIFICATION } from '../../decisions/constats';

const NOMS = new Map([['plan', 'Plan d’action'], ['tdb', 'Tableau de bord']]);
const TOUS: Readonly<Record<string, Constat>> = {
  cible: alerte(),
  parite: alerte({ code: 'FIN-01', gravite: 'bloquant', objectif: 4, indicateur: null, annee: null, emplacement: { feuille: 'plan', ligne: 10, colonne: 7 }, feuille: 'plan', message: 'Objectif 4 : il manque 30 000 €.' }),
  local: alerte({ code: 'CIB-06', gravite: 'info', objectif: 5, indicateur: null, annee: null, message: 'Sans indicateur.' }),
  delai: alerte({ code: 'IND-09', gravite: 'info', objectif: null, indicateur: 'delai-aemo', annee: 2019, message: 'Délai non renseigné.' }),
  bornes: constat({ code: 'FIN-05', gravite: 'alerte', source: 's', feuille: 'plan', message: 'Enveloppe FIR hors bornes.', suite: 's' }),
  bloquant5: alerte({ code: 'IND-01', gravite: 'bloquant', objectif: 5, message: 'Diagnostic vide.', emplacement: { feuille: 'tdb', ligne: 60, colonne: 4 } }),
};
const { decisions } = ignorer(DONNEES_VIDES, TOUS['cible']!, JUSTIFICATION, Object.values(TOUS));
const MONTRES: readonly ConstatMontre[] = montrer(Object.entries(TOUS).map(([id, lu]) => ({ id, constat: lu })), decisions, new Set(['delai']));
const avec = (filtre: Partial<Filtre>) => filtrer(MONTRES, { ...FILTRE_INITIAL, ...filtre }, NOMS).map(({ id }) => id);

test('chaque constat porte sa décision et sa nouveauté', () => {
  expect(MONTRES.filter(({ decision }) => decision).map(({ id }) => id)).toEqual(['cible']);
  expect(MONTRES.filter(({ nouveau }) => nouveau).map(({ id }) => id)).toEqual(['delai']);
});

test('les réserves justifiées se comptent à part', () => {
  expect(compter(MONTRES)).toEqual({ parGravite: { bloquant: 2, alerte: 1, info: 2 }, justifiees: 1, informationsEcartees: 0 });
});

describe('filtre', () => {
  test.each<[string, Partial<Filtre>, readonly string[]]>([
    ['aucun', {}, Object.keys(TOUS)],
    ['gravité : ce que compte le compteur, sans les justifiées', { gravite: 'alerte' }, ['bornes']],
    ['ignorés', { ignores: true }, ['cible']],
    ['mot du message, sans accent ni casse', { recherche: 'DELAI' }, ['delai']],
    ['adresse', { recherche: 'g10' }, ['parite']],
    ['code', { recherche: 'fin-05' }, ['bornes']],
    ['nom de feuille', { recherche: 'plan d’action' }, ['parite', 'bornes']],
    ['nom d’objectif', { recherche: 'puéricultrices' }, ['parite']],
    ['nom d’indicateur', { recherche: 'AEMO' }, ['delai']],
    ['motif d’une décision', { recherche: 'démographie' }, ['cible']],
    ['plusieurs mots, tous exigés', { recherche: 'enveloppe bornes' }, ['bornes']],
    ['gravité et recherche', { gravite: 'bloquant', recherche: 'diagnostic' }, ['bloquant5']],
    ['rien ne répond', { recherche: 'zzz' }, []],
    ['blancs', { recherche: '   ' }, Object.keys(TOUS)],
  ])('%s', (_, filtre, attendus) => {
    expect(avec(filtre)).toEqual(attendus);
  });
});

describe('groupement', () => {
  test.each<[Groupement, readonly (readonly [string, readonly string[]])[]]>([
    ['objectif', [
      ['Ensemble du classeur', ['bornes']],
      ['Objectif 4 – visites à domicile des puéricultrices', ['parite']],
      ['Objectif 5 – consultations infantiles', ['bloquant5', 'cible', 'local']],
      ['Délais d’exécution des décisions de justice', ['delai']],
    ]],
    ['gravite', [['À corriger avant signature', ['parite', 'bloquant5']], ['À justifier', ['cible', 'bornes']], ['Pour information', ['local', 'delai']]]],
    ['feuille', [['Plan d’action', ['parite', 'bornes']], ['Tableau de bord', ['cible', 'local', 'delai', 'bloquant5']]]],
  ])('par %s', (groupement, attendus) => {
    expect(grouper(MONTRES, groupement, NOMS).map(({ titre, constats }) => [titre, constats.map(({ id }) => id)])).toEqual(attendus);
  });

  test.each<Groupement>(['objectif', 'gravite', 'feuille'])('par %s : chacun y est une fois', (groupement) => {
    expect(ordre(grouper(MONTRES, groupement, NOMS)).map(({ id }) => id).sort()).toEqual(Object.keys(TOUS).sort());
  });
});
