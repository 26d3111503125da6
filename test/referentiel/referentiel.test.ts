import { CIBLES_NATIONALES } from '../../src/referentiel/cibles-nationales';
import { INEGALITES, MEMES_DENOMINATEURS } from '../../src/referentiel/coherences';
import { THEMES } from '../../src/referentiel/actions';
import { echeancesDe, SOURCE_RETROPLANNING } from '../../src/referentiel/echeances';
import { ENGAGEMENTS } from '../../src/referentiel/engagements';
import { ENVELOPPES, SOURCE_PARITE, SOURCES_EMPLOIS } from '../../src/referentiel/financement';
import { indicateurDe, INDICATEURS, indicateursDe } from '../../src/referentiel/indicateurs';
import { SOURCE_NAISSANCES, SOURCE_POPULATION } from '../../src/referentiel/insee';
import { objectifDe, OBJECTIFS, type Enveloppe } from '../../src/referentiel/objectifs';
import { horizon, PERIODE_2020_2022, VAGUES } from '../../src/referentiel/periode';
import { citer, type Source } from '../../src/referentiel/source';
import { TAUX, tauxDe } from '../../src/referentiel/taux';
import { DEPARTEMENTS, SOURCE_DEPARTEMENTS } from '../../src/referentiel/departements';
import { TERRITOIRES } from '../../src/referentiel/territoires';

const doublons = (valeurs: readonly unknown[]) => valeurs.filter((valeur, rang) => valeurs.indexOf(valeur) !== rang);
const FONDAMENTAUX = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/** Ordre des annexes 5.2 et 5.3. */
const ORDRE = [1, 2, 3, 4, 5, 12, 13, 14, 15, 16, 6, 7, 8, 17, 9, 18, 19, 20, 21, 22, 23, 10, 24, 25, 11, 26];
const SANS_INDICATEUR = [7, 8, 10, 11, 13, 15, 16, 17, 19, 20, 24, 25, 26];

describe('le référentiel est complet', () => {
  test('26 objectifs, dans l’ordre des annexes 5.2 et 5.3', () => {
    expect(OBJECTIFS.map(({ numero }) => numero)).toEqual(ORDRE);
  });

  test('11 objectifs fondamentaux, de 1 à 11', () => {
    expect(OBJECTIFS.filter(({ fondamental }) => fondamental).map(({ numero }) => numero).sort((a, b) => a - b)).toEqual(FONDAMENTAUX);
  });

  test('43 indicateurs de codes uniques, dont 8 taux', () => {
    expect(INDICATEURS).toHaveLength(43);
    expect(doublons(INDICATEURS.map(({ code }) => code))).toEqual([]);
    expect(INDICATEURS.filter(({ type }) => type === 'taux').map(({ code }) => code)).toEqual(TAUX.map(({ code }) => code));
    expect(TAUX).toHaveLength(8);
  });

  test('le préfixe d’un code dit son objectif', () => {
    const fautifs = INDICATEURS.filter(({ code, objectif }) => (objectif === null ? !code.startsWith('delai-') : !code.startsWith(`o${String(objectif)}-`)));
    expect(fautifs).toEqual([]);
  });

  test('les indicateurs suivent l’ordre des objectifs ; les délais ouvrent l’engagement 2', () => {
    const rangs = INDICATEURS.map(({ objectif }) => (objectif === null ? ORDRE.indexOf(6) - 0.5 : ORDRE.indexOf(objectif)));
    expect(rangs).toEqual([...rangs].sort((a, b) => a - b));
  });

  test('13 objectifs sans indicateur harmonisé', () => {
    expect(OBJECTIFS.map(({ numero }) => numero).filter((numero) => indicateursDe(numero).length === 0).sort((a, b) => a - b)).toEqual(SANS_INDICATEUR);
  });

  test('cible exigée : taux, et indicateurs de 12, 14, 21 et 23 ; jamais les délais, 9 ni 18', () => {
    const exigees = INDICATEURS.filter(({ cibleExigee }) => cibleExigee).map(({ code }) => code);
    expect(exigees).toEqual(['o1-taux', 'o2-taux', 'o3-taux-pre', 'o3-taux-post', 'o4-taux', 'o5-taux', 'o12-visites', 'o12-familles', 'o14-enfants', 'o6-taux', 'o21-places', 'o22-taux', 'o23-enfants']);
  });

  test('dénominateurs et IP entrantes n’ont pas de sens ; les délais baissent ; le reste monte', () => {
    const sansSens = INDICATEURS.filter(({ sens }) => sens === null).map(({ code }) => code);
    expect(sansSens).toEqual(['o1-naissances', 'o2-cohorte', 'o3-naissances', 'o4-enfants', 'o5-enfants', 'o6-entrantes', 'o6-evaluees', 'o22-retours']);
    expect(INDICATEURS.filter(({ sens }) => sens === 'baisse').map(({ type }) => type)).toEqual(['delai', 'delai']);
    expect(new Set(TAUX.map(({ denominateur }) => indicateurDe(denominateur).sens))).toEqual(new Set([null]));
  });
});

describe('le référentiel se tient', () => {
  test('les opérandes d’un taux existent, dans son objectif, et ne sont pas des taux', () => {
    for (const { code, numerateurs, denominateur } of TAUX) {
      const operandes = [...numerateurs, denominateur].map(indicateurDe);
      expect(operandes.map(({ objectif, type }) => [objectif, type])).toEqual(operandes.map(() => [indicateurDe(code).objectif, 'effectif']));
      expect(tauxDe(code)?.code).toBe(code);
    }
  });

  test('le taux d’IP se rapporte aux IP évaluées, pas aux entrantes', () => {
    expect(tauxDe('o6-taux')?.denominateur).toBe('o6-evaluees');
  });

  test('inégalités et dénominateurs communs portent sur des indicateurs différents, de même nature', () => {
    for (const { parties, tout } of INEGALITES) expect(doublons([...parties, tout])).toEqual([]);
    for (const { premier, second } of MEMES_DENOMINATEURS) expect(indicateurDe(premier).unite).toBe(indicateurDe(second).unite);
    expect(INEGALITES.filter(({ gravite }) => gravite === 'alerte').map(({ tout }) => tout)).toEqual(['o1-entretiens-cd', 'o3-vad-pre-cd', 'o3-vad-post-cd', 'o5-examens-cd', 'o6-entrantes']);
  });

  test.each([[1, 0.2], [2, 0.8], [3, 0.2], [4, 0.15], [5, 0.2], [6, 1]])('cible nationale de l’objectif %d : %d', (numero, seuil) => {
    expect(CIBLES_NATIONALES.find(({ objectif }) => objectif === numero)).toMatchObject({ seuil });
  });

  test('relais parentaux et fratries ne se jugent pas dans un département', () => {
    expect(CIBLES_NATIONALES.filter(({ type }) => type === 'non_jugeable').map(({ objectif }) => objectif)).toEqual([14, 18]);
  });

  test.each<[Enveloppe, readonly number[]]>([
    ['FIR', [1, 2, 3, 4, 5, 13]],
    ['ONDAM', [9, 24]],
    ['P304', [6, 7, 8, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26]],
  ])('objectifs financés sur %s', (enveloppe, numeros) => {
    expect(OBJECTIFS.filter(({ enveloppes }) => enveloppes.includes(enveloppe)).map(({ numero }) => numero).sort((a, b) => a - b)).toEqual(numeros);
  });

  test('la modalité préimprimée cite les enveloppes admises, sauf celle, vide, de l’objectif 17', () => {
    const modalites = OBJECTIFS.map(({ numero, enveloppes, modalite }) => [numero, modalite, enveloppes.map((enveloppe) => ENVELOPPES[enveloppe].modalite).join(' / ')] as const);
    expect(modalites.filter(([, ecrite, attendue]) => ecrite !== attendue)).toEqual([[17, '', 'PLF']]);
  });

  test('bornes annuelles et montants nationaux de l’annexe 4', () => {
    const resume = Object.values(ENVELOPPES).map(({ enveloppe, minimum, maximum, montantNational, verseAuDepartement }) => [enveloppe, minimum, maximum, montantNational, verseAuDepartement]);
    expect(resume).toEqual([
      ['FIR', 100_000, 1_000_000, 15_000_000, true],
      ['P304', 600_000, 4_500_000, 50_000_000, true],
      ['ONDAM', 100_000, null, 15_000_000, false],
    ]);
  });

  test('la période est un paramètre : sa dernière année est l’horizon', () => {
    expect(horizon(PERIODE_2020_2022)).toBe(2022);
    expect(horizon({ diagnostic: 2021, annees: [2022, 2023, 2024] })).toBe(2024);
  });

  test('chaque objectif relève d’un engagement connu', () => {
    const connus = new Set(ENGAGEMENTS.map(({ code }) => code));
    expect(OBJECTIFS.filter(({ engagement }) => !connus.has(engagement))).toEqual([]);
    expect(objectifDe(26).engagement).toBe('conditions');
  });

  test('aucun libellé officiel ne se répète entre deux objectifs, ni entre deux indicateurs d’un objectif', () => {
    expect(doublons(OBJECTIFS.flatMap(({ libelle, variantes, libellePlan }) => Array.from(new Set([libelle, libellePlan ?? libelle, ...variantes]))))).toEqual([]);
    for (const { numero } of OBJECTIFS) expect(doublons(indicateursDe(numero).flatMap(({ libelle, variantes }) => [libelle, ...variantes]))).toEqual([]);
  });
});

describe('chaque donnée dit d’où elle vient', () => {
  const sources: readonly (readonly [string, readonly Source[]])[] = [
    ['engagements', ENGAGEMENTS.map((element) => element.source)],
    ['objectifs', OBJECTIFS.map((element) => element.source)],
    ['indicateurs', INDICATEURS.map((element) => element.source)],
    ['taux', TAUX.map((element) => element.source)],
    ['cibles nationales', CIBLES_NATIONALES.flatMap((element) => [element.source, ...element.reperes.map((repere) => repere.source)])],
    ['cohérences', [...INEGALITES, ...MEMES_DENOMINATEURS].map((element) => element.source)],
    ['enveloppes', Object.values(ENVELOPPES).map((element) => element.source)],
    ['financement', [SOURCE_PARITE, ...Object.values(SOURCES_EMPLOIS)]],
    ['thèmes', THEMES.map((element) => element.source)],
    ['échéances', [SOURCE_RETROPLANNING, ...echeancesDe(PERIODE_2020_2022).map((element) => element.source)]],
    ['vagues', VAGUES.map((element) => element.source)],
    ['territoires', TERRITOIRES.map((element) => element.source)],
    ['INSEE', [SOURCE_NAISSANCES, SOURCE_POPULATION, SOURCE_DEPARTEMENTS]],
  ];

  test.each(sources)('%s', (_, liste) => {
    expect(liste.length).toBeGreaterThan(0);
    expect(liste.filter(({ texte }) => texte.trim() === '')).toEqual([]);
  });

  test('les repères chiffrés sont datés', () => {
    const sansDate = CIBLES_NATIONALES.flatMap(({ reperes }) => reperes).filter((repere) => repere.source.date === undefined);
    expect(sansDate).toEqual([]);
  });

  test('une source se cite avec sa page et sa date', () => {
    expect(citer({ texte: 'annexe 6', page: '8/16', date: '2016' })).toBe('annexe 6 (page 8/16, 2016)');
    expect(citer({ texte: 'annexe 6' })).toBe('annexe 6');
  });
});

describe('départements et territoires', () => {
  test('105 départements et collectivités de codes et noms uniques', () => {
    expect(DEPARTEMENTS).toHaveLength(105);
    expect(doublons(DEPARTEMENTS.map(({ code }) => code))).toEqual([]);
    expect(doublons(DEPARTEMENTS.flatMap(({ nom, synonymes }) => [nom, ...synonymes]))).toEqual([]);
  });

  test('70 territoires : 30 en 2020, 40 en 2021, chacun rattaché à un département', () => {
    expect([2020, 2021].map((annee) => TERRITOIRES.filter(({ vague }) => vague === annee).length)).toEqual([30, 40]);
    expect(doublons(TERRITOIRES.map(({ code }) => code))).toEqual([]);
  });
});
