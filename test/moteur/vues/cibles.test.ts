import { controler } from '../../../src/moteur/vues/vues';
import type { EtatCible, VueCible } from '../../../src/moteur/vues/cibles';
import { pointsLisibles } from '../../../src/moteur/vues/cibles-textes';
import { lireExemple, retoucher, type Retouches } from './aide';

const CONFORME = lireExemple('87-haute-vienne-conforme');
/** Feuilles du classeur conforme. */
const TABLEAU = 0;

const vues = (retouches: Retouches = {}) => controler(retoucher(CONFORME, TABLEAU, retouches)).cibles!;
const objectif = (numero: number, retouches: Retouches = {}): VueCible => vues(retouches).objectifs.find((vue) => vue.objectif === numero)!;
/** Espaces insécables ramenées à l'espace. */
const dit = (texte: string | null) => texte?.replace(/[\u00a0\u202f]/g, ' ') ?? null;

test('classeur conforme : tout est atteint, sauf ce qui ne se juge pas', () => {
  expect(vues().objectifs.map(({ objectif: numero, etat }) => [numero, etat])).toEqual([
    [1, 'atteinte'], [2, 'atteinte'], [3, 'atteinte'], [4, 'atteinte'], [5, 'atteinte'], [6, 'atteinte'], [14, 'non_jugeable'], [18, 'non_jugeable'],
  ]);
  expect(vues().horizon).toBe(2022);
});

test('la trajectoire va du diagnostic à l’horizon, cellules comprises', () => {
  const { series, seuil, mesure } = objectif(1);
  expect({ seuil, mesure, nombre: series.length }).toEqual({ seuil: 0.2, mesure: 'taux', nombre: 1 });
  expect(series[0]!.points.filter(({ bloc }) => bloc !== 'atteinte').map(({ bloc, annee }) => [bloc, annee])).toEqual([['diagnostic', 2019], ['cible', 2020], ['cible', 2021], ['cible', 2022]]);
  expect(series[0]!.points.every(({ emplacement }) => emplacement !== null)).toBe(true);
});

describe('objectif 1, cible 2022', () => {
  test.each<[string, Retouches, EtatCible, string | null]>([
    ['au seuil exact', { G7: 700, G9: 3500 }, 'atteinte', null],
    ['un entretien de moins', { G7: 699, G9: 3500 }, 'manquee', 'Il manque 0,03 point, soit 1 entretien.'],
    ['loin du seuil', { G7: 350, G9: 3500 }, 'manquee', 'Il manque 10 points, soit 350 entretiens.'],
    ['non déterminée', { G7: 'ND', G8: 'ND' }, 'non_renseigne', null],
    ['impossible : plus de 100 %', { G7: 4000, G9: 3500 }, 'indetermine', null],
  ])('%s', (_, retouches, etat, manque) => {
    const vue = objectif(1, retouches);
    expect([vue.etat, dit(vue.manque)]).toEqual([etat, manque]);
  });
});

test('un taux au-delà de 100 % n’atteint rien, et le dit', () => {
  expect(objectif(1, { G7: 4000, G9: 3500 }).explication).toMatch(/dépasse 100/);
});

test('ceux qui manquent la cible viennent en tête, du plus grand écart au plus petit ; puis les indéterminés', () => {
  const { objectifs } = vues({ G7: 350, G9: 3500, G26: 100 });
  expect(objectifs.slice(0, 2).map(({ objectif: numero, etat }) => [numero, etat])).toEqual([[4, 'manquee'], [1, 'manquee']]);
  expect(objectifs[0]!.points).toBeGreaterThan(objectifs[1]!.points);
});

describe('objectif 3 : pré et postnatal ne s’additionnent pas', () => {
  // D20 à G21 : femmes vues avant, après ; ligne 22 : naissances.
  test.each<[string, Retouches, EtatCible]>([
    ['la plus grande des deux suffit', { G20: 680, G21: 10, G22: 3400 }, 'atteinte'],
    ['même leur somme ne suffit pas', { G20: 300, G21: 300, G22: 3400 }, 'manquee'],
    ['entre les deux : indéterminé', { G20: 400, G21: 400, G22: 3400 }, 'indetermine'],
  ])('%s', (_, retouches, etat) => {
    const vue = objectif(3, retouches);
    expect(vue.etat).toBe(etat);
    expect(vue.series).toHaveLength(2);
  });

  test('le doublement des visites est dit à part', () => {
    expect(dit(objectif(3).complements[0]!)).toMatch(/visites à domicile pré et postnatales : .* au diagnostic, .* visées en 2022 ; le doublement est atteint/i);
    expect(dit(objectif(3, { G16: 1, G17: 1 }).complements[0]!)).toMatch(/le doublement demande/);
    expect(dit(objectif(3, { G16: 'ND' }).complements[0]!)).toMatch(/non vérifiable/);
  });
});

test('objectif 2 : sans médecin ni protocole, on compte tous les bilans et on le dit', () => {
  const vue = objectif(2, { G13: null, G14: null });
  expect(vue.explication).toMatch(/tous les bilans ont été comptés/);
  expect([vue.seuil, vue.haut]).toEqual([0.8, 0.9]);
});

test('objectif 6 : les IP en attente sont dites', () => {
  expect(dit(objectif(6).complements[0]!)).toMatch(/^IP évaluées rapportées aux IP entrantes : .* en 2019 \(.* sur .*\), .* en 2022/);
});

test('14 et 18 : non jugeables, jamais atteints', () => {
  for (const numero of [14, 18]) {
    const vue = objectif(numero);
    expect([vue.etat, vue.seuil, vue.explication === null]).toEqual(['non_jugeable', null, false]);
  }
});

test.each([
  [0.025, '2,5 points'],
  [0.0003, '0,03 point'],
  [0.00004, '0,004 point'],
  [0.01, '1 point'],
])('écart de %d : « %s », jamais « 0 point »', (ecart, attendu) => {
  expect(dit(pointsLisibles(ecart))).toBe(attendu);
});

test('modèle local : années et colonnes lues où elles sont', () => {
  const { cibles } = controler(lireExemple('57-moselle-variante'));
  const premier = cibles!.objectifs[0]!;
  expect([premier.objectif, premier.etat, dit(premier.manque)]).toEqual([1, 'manquee', 'Il manque 2,4 points, soit 247 entretiens.']);
});
