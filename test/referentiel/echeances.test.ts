import fc from 'fast-check';
import { ajouterJours, dateCivile, formatDate, joursEntre, parseDateCivile, type DateCivile } from '../../src/referentiel/dates';
import { calculerRetroplanning, contradictions, echeancesDe, JOUR_J, RETROPLANNING } from '../../src/referentiel/echeances';
import { PERIODE_2020_2022 } from '../../src/referentiel/periode';

describe('dates civiles', () => {
  test.each<[DateCivile, number, DateCivile]>([
    ['2020-10-30', -145, '2020-06-07'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2021-02-28', 1, '2021-03-01'],
    ['2020-12-31', 1, '2021-01-01'],
    ['2000-02-29', 366, '2001-03-01'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2020-10-25', 0, '2020-10-25'],
  ])('%s + %d jours', (date, jours, attendue) => {
    expect(ajouterJours(date, jours)).toBe(attendue);
    expect(joursEntre(date, attendue)).toBe(jours);
  });

  test('l’arithmétique est celle du calendrier universel', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: -5000, max: 5000 }), (annee, mois, jour, jours) => {
        const temoin = new Date(Date.UTC(annee, mois - 1, jour + jours)).toISOString().slice(0, 10);
        return ajouterJours(dateCivile(annee, mois, jour), jours) === temoin;
      }),
    );
  });

  test.each([['2020-10-30', '2020-10-30'], ['2021-02-29', null], ['2020-13-01', null], ['2020-00-10', null], ['30/10/2020', null], ['', null]])('parseDateCivile(%j)', (texte, attendue) => {
    expect(parseDateCivile(texte)).toBe(attendue);
  });

  test.each<[DateCivile, string]>([['2020-08-01', '1er août 2020'], ['2020-06-15', '15 juin 2020'], ['2022-12-31', '31 décembre 2022']])('formatDate(%s)', (date, attendue) => {
    expect(formatDate(date)).toBe(attendue);
  });
});

describe('échéances', () => {
  test('contrat 2020-2022', () => {
    const datees = echeancesDe(PERIODE_2020_2022).filter(({ date }) => date !== null).map(({ date, quand, libelle }) => [date, quand, libelle]);
    expect(datees).toEqual([
      ['2020-06-15', 'au plus tard le 15 juin 2020', 'coordonnées des contacts de l’Etat, de l’ARS et du département'],
      ['2020-07-30', 'avant le 30 juillet 2020', 'première version du tableau de bord, du plan d’action et des fiches actions'],
      ['2020-09-15', 'au plus tard le 15 septembre 2020', 'projet de contrat avec des montants stabilisés'],
      ['2020-10-15', 'avant le 15 octobre 2020', 'signature du contrat'],
      ['2020-12-31', 'au plus tard le 31 décembre 2020', 'dénonciation éventuelle du contrat'],
      ['2021-06-30', 'avant le 30 juin 2021', 'rapport annuel de l’exercice 2020, arrêté conjointement'],
      ['2021-12-31', 'au plus tard le 31 décembre 2021', 'dénonciation éventuelle du contrat'],
      ['2022-06-30', 'avant le 30 juin 2022', 'rapport annuel de l’exercice 2021, arrêté conjointement'],
      ['2022-12-31', 'au plus tard le 31 décembre 2022', 'dénonciation éventuelle du contrat'],
      ['2023-06-30', 'avant le 30 juin 2023', 'rapport annuel de l’exercice 2022, arrêté conjointement'],
      ['2022-12-31', 'le 31 décembre 2022', 'fin du contrat'],
    ]);
  });

  test('sans jour dans le texte : projets finalisés, avenants, remontées semestrielles', () => {
    const sansJour = echeancesDe(PERIODE_2020_2022).filter(({ date }) => date === null).map(({ code, quand }) => `${code} : ${quand}`);
    expect(sansJour).toEqual([
      'projets-finalises : début septembre 2020', 'visites-2020 : chaque semestre de 2020', 'avenant-2021 : en 2021', 'visites-2021 : chaque semestre de 2021', 'avenant-2022 : en 2022', 'visites-2022 : chaque semestre de 2022',
    ]);
  });

  test('contrat 2021-2022 : signature avant le 30 septembre 2021', () => {
    const [premiere] = echeancesDe({ diagnostic: 2020, annees: [2021, 2022] });
    expect(premiere).toMatchObject({ code: 'signature', date: '2021-09-30', strict: true });
  });

  test('contrat 2022-2024 : pas d’échéance de négociation inventée', () => {
    const codes = echeancesDe({ diagnostic: 2021, annees: [2022, 2023, 2024] }).map(({ code }) => code);
    expect(codes).toEqual(['visites-2022', 'denonciation-2022', 'rapport-2022', 'avenant-2023', 'visites-2023', 'denonciation-2023', 'rapport-2023', 'avenant-2024', 'visites-2024', 'denonciation-2024', 'rapport-2024', 'fin']);
  });
});

describe('rétroplanning', () => {
  test('dates de l’annexe 3.2, pour un jour J au 30 octobre 2020', () => {
    const dates = calculerRetroplanning().map(({ code, date }) => [code, date]);
    expect(dates).toEqual([
      ['trame', '2020-06-07'], ['referents', null], ['lancement', '2020-06-17'], ['diagnostic', '2020-06-27'], ['objectifs-1', '2020-07-02'], ['concertation', null],
      ['objectifs-2', '2020-07-17'], ['budget', '2020-08-01'], ['formalisation', '2020-08-21'], ['adoption', '2020-10-05'], ['signature', '2020-10-15'], ['prise-effet', JOUR_J],
    ]);
  });

  test('les étapes sans date propre disent où elles se placent', () => {
    expect(RETROPLANNING.filter(({ joursAvant, situation }) => (joursAvant === null) === (situation === null))).toEqual([]);
  });

  test('par défaut, la réunion sur le budget et la signature contredisent les échéances', () => {
    const relevees = contradictions(calculerRetroplanning(), echeancesDe(PERIODE_2020_2022));
    expect(relevees.map(({ etape, retard, message }) => [etape.code, retard, message])).toEqual([
      ['budget', 3, 'réunion sur le budget le 1er août 2020, alors que l’échéance « première version du tableau de bord, du plan d’action et des fiches actions » tombe avant le 30 juillet 2020 : les montants du plan d’action se décident à cette réunion'],
      ['signature', 1, 'signature du CDPPE le 15 octobre 2020, alors que l’échéance « signature du contrat » tombe avant le 15 octobre 2020 : la signature est attendue avant cette date'],
    ]);
  });

  test('des délais adaptés lèvent les contradictions, au jour près', () => {
    const echeances = echeancesDe(PERIODE_2020_2022);
    expect(contradictions(calculerRetroplanning(JOUR_J, { budget: 93, signature: 16 }), echeances)).toEqual([]);
    expect(contradictions(calculerRetroplanning(JOUR_J, { budget: 92, signature: 16 }), echeances)).toHaveLength(1);
  });

  test('une vague sans échéance de négociation ne contredit rien', () => {
    expect(contradictions(calculerRetroplanning(), echeancesDe({ diagnostic: 2021, annees: [2022, 2023, 2024] }))).toEqual([]);
  });
});
