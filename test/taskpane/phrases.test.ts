import { insecables } from '../../src/taskpane/communs/typographie';
import { decrireSeuil, decrireTrajectoire, resumerCibles } from '../../src/taskpane/cibles/phrases';
import { eviterLigne, tracer } from '../../src/taskpane/cibles/graphique';
import { ranger, resumerParite } from '../../src/taskpane/financement/phrases';
import { phraseIgnores, phraseResultat } from '../../src/taskpane/controle/phrases';
import { isFondSombre } from '../../src/taskpane/hooks/useTheme';
import { rangVise } from '../../src/taskpane/coque/Onglets';
import { decrireEvolution, formatHeure } from '../../src/taskpane/coque/Evolution';
import { controler } from '../../src/moteur/vues/vues';
import { lireExemple, retoucher } from '../moteur/vues/aide';

const ANOMALIES = controler(lireExemple('87-haute-vienne-anomalies'));
const dit = (texte: string | null) => texte?.replace(/[\u00a0\u202f]/g, ' ') ?? null;

test.each([
  ['À faire : oui ; non ?', 'À faire\u00a0: oui\u202f; non\u202f?'],
  ['« mot »', '«\u00a0mot\u00a0»'],
  ['12:30', '12:30'],
])('%s : espaces insécables', (texte, attendu) => {
  expect(insecables(texte)).toBe(attendu);
});

test('résumé des cibles', () => {
  expect(dit(resumerCibles(ANOMALIES.cibles!))).toBe('1 objectif sous la cible nationale, 1 indéterminé, 4 atteints, 2 non jugeables.');
  expect(resumerCibles(controler(lireExemple('87-haute-vienne-conforme')).cibles!)).toMatch(/^Aucun objectif sous la cible nationale, 6 atteints/);
});

test('trajectoire et seuil en toutes lettres', () => {
  const parNumero = new Map(ANOMALIES.cibles!.objectifs.map((vue) => [vue.objectif, vue]));
  expect(dit(decrireTrajectoire(parNumero.get(5)!.series[0]!, 2022))).toBe('12 % en 2019, 17,5 % en cible 2022');
  expect([2, 5, 6, 14].map((numero) => dit(decrireSeuil(parNumero.get(numero as 2)!)))).toEqual([
    'Cible nationale : de 80 % à 90 %.', 'Cible nationale : au moins 20 %.', 'Cible nationale : 100 %.', null,
  ]);
});

test('une cible absente se dit, sans zéro', () => {
  const { cibles } = controler(retoucher(lireExemple('87-haute-vienne-conforme'), 0, { G7: null, G8: null }));
  expect(decrireTrajectoire(cibles!.objectifs.find(({ objectif }) => objectif === 1)!.series[0]!, 2022)).toMatch(/cible 2022 non renseignée$/);
});

test('parité : résumé et rangement', () => {
  expect(resumerParite(ANOMALIES.financement!)).toBe('Parité non tenue pour 2 objectifs, tenue pour 13 objectifs.');
  const { finances, sans } = ranger(ANOMALIES.financement!);
  expect(finances.slice(0, 2).map(({ objectif }) => objectif)).toEqual([4, 17]);
  expect(finances.length + sans.length).toBe(ANOMALIES.financement!.lignes.length);
  expect(sans.every(({ total }) => total.euros === 0)).toBe(true);
});

test('verdict et décisions', () => {
  const compte = { parGravite: { bloquant: 0, alerte: 1, info: 2 }, justifiees: 2, informationsEcartees: 1 };
  expect(phraseResultat('conforme_avec_reserves', compte)).toBe('Contrôle terminé. Conforme avec réserves. Aucun point bloquant ; 1 alerte à justifier, 2 réserves justifiées.');
  expect(phraseIgnores(compte)).toBe('2 réserves justifiées, 1 information écartée');
});

test('évolution et heure', () => {
  expect(decrireEvolution({ nouveaux: new Set(['a']), resolus: [], restants: 20 })).toBe('0 résolu, 1 nouveau, 20 restants');
  expect(dit(formatHeure(new Date(2020, 8, 15, 9, 5).getTime()))).toBe('9 h 05');
});

describe('graphique', () => {
  const tracerObjectif = (numero: number) => tracer(ANOMALIES.cibles!.objectifs.find(({ objectif }) => objectif === numero)!)!;

  test.each([1, 2, 3, 4, 5, 6])('objectif %d : tout tient dans le cadre, les années se suivent', (numero) => {
    const { series, annees, base, gauche, droite, seuil } = tracerObjectif(numero);
    const points = series.flatMap(({ visee, atteinte }) => [...visee, ...atteinte]);
    for (const { x, y, yTexte } of points) {
      expect(x).toBeGreaterThanOrEqual(gauche);
      expect(x).toBeLessThanOrEqual(droite);
      expect(y).toBeLessThanOrEqual(base);
      expect(Math.min(y, yTexte)).toBeGreaterThan(8);
    }
    expect(annees.map(({ annee }) => annee)).toEqual([2019, 2020, 2021, 2022]);
    expect(seuil!.y).toBeLessThan(base);
  });

  test('deux séries n’écrivent pas leurs valeurs l’une sur l’autre', () => {
    const [pre, post] = tracerObjectif(3).series;
    pre!.visee.forEach((point, rang) => { expect(Math.abs(point.yTexte - post!.visee[rang]!.yTexte)).toBeGreaterThan(12); });
  });

  test.each([
    ['loin du trait', 100, [50], 100],
    ['traversé : remonte au-dessus', 100, [95], 91],
    ['deux traits proches', 100, [96, 85], 81],
  ])('valeur %s', (_, y, traits, attendu) => {
    expect(eviterLigne(y, traits)).toBe(attendu);
  });

  test('rien de renseigné : rien à tracer', () => {
    expect(tracer({ series: [], seuil: 0.2, haut: null, mesure: 'taux' })).toBeNull();
  });
});

test.each([
  ['#FFFFFF', false], ['#1F1F1F', true], ['252525', true], ['#0F6CBD', true], ['bleu', null], ['', null],
])('fond %s : sombre %s', (fond, attendu) => {
  expect(isFondSombre(fond)).toBe(attendu);
});

test.each([
  ['ArrowRight', 0, 1], ['ArrowRight', 2, 0], ['ArrowLeft', 0, 2], ['Home', 2, 0], ['End', 0, 2], ['Enter', 1, null],
])('onglets : %s depuis %d mène à %s', (touche, rang, attendu) => {
  expect(rangVise(touche, rang, 3)).toBe(attendu);
});
