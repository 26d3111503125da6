import fc from 'fast-check';
import { formatMontant, formatNombre, formatPoints, formatTaux, formatTauxFace, isFormatPourcentage, lireValeur, nombreDe, type Lecture } from '../../src/classeur/nombres';
import type { Approximation, UniteLue } from '../../src/classeur/nombres-texte';
import type { Valeur } from '../../src/classeur/instantane';

const FINE = '\u202f';
const INSECABLE = '\u00a0';

interface Attendu {
  readonly unite?: UniteLue;
  readonly approximation?: Approximation;
  readonly ambigu?: boolean;
}

const nombre = (valeur: number, texte: string | null, { unite = null, approximation = null, ambigu = false }: Attendu = {}): Lecture => ({ nature: 'nombre', nombre: valeur, texte, unite, approximation, ambigu });

describe('lire un nombre saisi en texte', () => {
  test.each<[texte: string, valeur: number, attendu?: Attendu]>([
    ['3867', 3867],
    ['3 867', 3867],
    [`3${INSECABLE}867`, 3867],
    [`3${FINE}867`, 3867],
    ['3\u2009867', 3867],
    ['  8806 ', 8806],
    ['1 234 567', 1234567],
    ['0', 0],
    ['zéro', 0],
    ['-0', 0],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['1 234,56', 1234.56],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1.234.567', 1234567],
    ['2.657', 2657, { ambigu: true }],
    ['2,657', 2.657, { ambigu: true }],
    ["'3314", 3314],
    ['12,5 %', 0.125, { unite: '%' }],
    ['12,5%', 0.125, { unite: '%' }],
    ['10,0 %', 0.1, { unite: '%' }],
    [`17,53${INSECABLE}%`, 0.1753, { unite: '%' }],
    ['100%', 1, { unite: '%' }],
    ['12.500 %', 0.125, { unite: '%' }],
    ['12 pour cent', 0.12, { unite: '%' }],
    ['65 000 €', 65000, { unite: '€' }],
    ['65000€', 65000, { unite: '€' }],
    ['€ 65 000', 65000, { unite: '€' }],
    ['65 000 euros', 65000, { unite: '€' }],
    ['65 000,50 EUR', 65000.5, { unite: '€' }],
    ['0 €', 0, { unite: '€' }],
    ['65 k€', 65000, { unite: 'k€' }],
    ['65K€', 65000, { unite: 'k€' }],
    ['150 k€', 150000, { unite: 'k€' }],
    ['65k', 65000, { unite: 'k€', ambigu: true }],
    ['2,5 M€', 2500000, { unite: 'M€' }],
    ['2.500 M€', 2500000, { unite: 'M€' }],
    ['2,5 millions d’euros', 2500000, { unite: 'M€' }],
    ['12.500 €', 12500, { unite: '€', ambigu: true }],
    ['-160', -160],
    ['– 160', -160],
    ['− 160', -160],
    ['+ 160', 160],
    ['(160)', -160],
    ['(160 €)', -160, { unite: '€' }],
    ['(1 600) €', -1600, { unite: '€' }],
    ['(1)', -1, { ambigu: true }],
    ['3 314 *', 3314, { approximation: 'asterisque' }],
    ['3314(1)', 3314, { approximation: 'asterisque' }],
    ['3314 (a)', 3314, { approximation: 'asterisque' }],
    ['3314²', 3314, { approximation: 'asterisque' }],
    ['12 % *', 0.12, { unite: '%', approximation: 'asterisque' }],
    ['environ 200', 200, { approximation: 'asterisque' }],
    ['~200', 200, { approximation: 'asterisque' }],
    ['≈ 20 %', 0.2, { unite: '%', approximation: 'asterisque' }],
    ['200 (estimation)', 200, { approximation: 'asterisque' }],
    ['83 entretiens', 83, { approximation: 'asterisque' }],
    ['83 (2,4 %)', 83, { approximation: 'asterisque', ambigu: true }],
    ['au moins 11 %', 0.11, { unite: '%', approximation: 'au_moins' }],
    ['Au moins 11%', 0.11, { unite: '%', approximation: 'au_moins' }],
    ['≥ 11 %', 0.11, { unite: '%', approximation: 'au_moins' }],
    ['>= 11 %', 0.11, { unite: '%', approximation: 'au_moins' }],
    ['> 11', 11, { approximation: 'au_moins' }],
    ['plus de 200', 200, { approximation: 'au_moins' }],
    ['11 % minimum', 0.11, { unite: '%', approximation: 'au_moins' }],
    ['20 et plus', 20, { approximation: 'au_moins' }],
    ['80-90 %', 0.8, { unite: '%', approximation: 'fourchette' }],
    ['80 – 90 %', 0.8, { unite: '%', approximation: 'fourchette' }],
    ['80 à 90 %', 0.8, { unite: '%', approximation: 'fourchette' }],
    ['80 % à 90 %', 0.8, { unite: '%', approximation: 'fourchette' }],
    ['entre 80 et 90 %', 0.8, { unite: '%', approximation: 'fourchette' }],
    ['de 80 à 90 %', 0.8, { unite: '%', approximation: 'fourchette' }],
    ['65 à 80 k€', 65000, { unite: 'k€', approximation: 'fourchette' }],
    ['800 k€ à 1,2 M€', 800000, { unite: 'k€', approximation: 'fourchette' }],
    ['3 000 - 3 500', 3000, { approximation: 'fourchette' }],
    ['1 - 160', 1, { approximation: 'fourchette', ambigu: true }],
  ])('« %s »', (texte, valeur, attendu = {}) => {
    expect(lireValeur(texte, 'General')).toEqual(nombre(valeur, texte, attendu));
  });
});

describe('vide, zéro, non déterminé, illisible', () => {
  test.each(['', ' ', '\u00a0', '\n'])('%j est vide', (texte) => {
    expect(lireValeur(texte, 'General')).toEqual({ nature: 'vide' });
  });

  test.each([
    'ND', 'N.D.', 'Nd', 'nd', '(ND)', 'ND *', 'N. D.', 'N/D', 'NC', 'N.C.', 'NR', 'nr.', 'n/a', 'N/A', 'NA', '-', '–', '—', '--', '/', '.', '…', '...', '?', '??', '_',
    'à compléter', 'A COMPLETER', 'A compléter par le CD', 'reste à préciser', 'à définir', 'non renseigné', 'Non renseignée', 'non déterminé', 'non disponible', 'Non communiqué', 'inconnu',
    'données non disponibles', 'Donnée non disponible en 2019', 'pas de données', 'en cours', 'en cours de consolidation', 'en attente', 'sans objet', 'néant', 'aucun', 'xxx', 'xx xxx €', 'XX %', 'x',
    '- €', 'ND %', 'ND (logiciel en cours de déploiement)', 'moins de 5', '< 5', '≤ 30', '30 maximum', "jusqu'à 20 %",
  ])('« %s » est non déterminé', (texte) => {
    expect(lireValeur(texte, 'General')).toEqual({ nature: 'non_determine', texte });
  });

  test.each([
    'bonjour', 'oui', 'non', 'Nord', 'narration', '12 34', '3 3144', '2019-2020', '12/03/2019', '83/415', '1E5', '3 mois', '150 m€', '160-', '90-80', '200 + 50', '20 % %',
    '05-55-45-10-10', '12345678901234567', '=D7/D9', 'cf. note', '2 ETP', '80 k€ à 90 %',
  ])('« %s » est illisible', (texte) => {
    expect(lireValeur(texte, 'General')).toEqual({ nature: 'illisible', texte });
  });

  test('un long texte n’est jamais un nombre', () => {
    expect(lireValeur(`12 ${'mot '.repeat(200)}`, 'General').nature).toBe('illisible');
  });

  test.each<[Valeur, Lecture]>([
    [null, { nature: 'vide' }],
    [true, { nature: 'illisible', texte: 'VRAI' }],
    [false, { nature: 'illisible', texte: 'FAUX' }],
    [{ erreur: '#DIV/0!' }, { nature: 'erreur', code: '#DIV/0!' }],
    [0, nombre(0, null)],
  ])('%j', (valeur, attendu) => {
    expect(lireValeur(valeur, 'General')).toEqual(attendu);
  });
});

describe('le format donne l’unité, jamais la valeur', () => {
  test.each<[format: string, attendu: boolean]>([
    ['0%', true], ['0.0%', true], ['0.00 %', true], ['[Red]0%', true], ['0%;-0%;', true],
    ['General', false], ['0.0"%"', false], ['0.0\\%', false], ['#,##0', false], ['', false], ['@', false],
  ])('isFormatPourcentage(%j) = %s', (format, attendu) => {
    expect(isFormatPourcentage(format)).toBe(attendu);
  });

  test.each<[valeur: Valeur, format: string, attendu: Lecture]>([
    [0.125, '0.0%', nombre(0.125, null, { unite: '%' })],
    [12.5, '0.0', nombre(12.5, null)],
    [60000, '#,##0\\ "€"', nombre(60000, null, { unite: '€' })],
    [60000, '#,##0 [$€-40C]', nombre(60000, null, { unite: '€' })],
    [65, '0 "k€"', nombre(65, null, { unite: 'k€', ambigu: true })],
    [65000, '#,##0, "k€"', nombre(65000, null, { unite: 'k€' })],
    ['12,5', '0.0%', nombre(12.5, '12,5', { ambigu: true })],
    ['0,125', '0.0%', nombre(0.125, '0,125')],
    ['12,5 %', '0.0%', nombre(0.125, '12,5 %', { unite: '%' })],
  ])('%j au format %j', (valeur, format, attendu) => {
    expect(lireValeur(valeur, format)).toEqual(attendu);
  });
});

describe('écrire un nombre', () => {
  test.each([
    [formatNombre(3406), `3${FINE}406`],
    [formatNombre(1234567.891), `1${FINE}234${FINE}567,89`],
    [formatNombre(999), '999'],
    [formatNombre(0), '0'],
    [formatNombre(-0.001), '0'],
    [formatNombre(-3406.5), `-3${FINE}406,5`],
    [formatNombre(1.005), '1,01'],
    [formatNombre(12.345, 0), '12'],
    [formatNombre(1e-9), '0'],
    [formatTaux(0.1753), `17,5${INSECABLE}%`],
    [formatTaux(0.1755), `17,6${INSECABLE}%`],
    [formatTaux(0.2), `20${INSECABLE}%`],
    [formatTaux(1), `100${INSECABLE}%`],
    [formatTauxFace(0.1998, 0.2), `19,98${INSECABLE}%`],
    [formatTauxFace(0.19996, 0.2), `19,996${INSECABLE}%`],
    [formatTauxFace(0.175, 0.2), `17,5${INSECABLE}%`],
    [formatTauxFace(0.2, 0.2), `20${INSECABLE}%`],
    [formatMontant(60000), `60${FINE}000${INSECABLE}€`],
    [formatMontant(60000.5), `60${FINE}000,50${INSECABLE}€`],
    [formatMontant(-1), `-1${INSECABLE}€`],
    [formatPoints(0.025), `2,5${INSECABLE}points`],
    [formatPoints(0.015), `1,5${INSECABLE}point`],
    [formatPoints(-0.02), `-2${INSECABLE}points`],
  ])('%s', (obtenu, attendu) => {
    expect(obtenu).toBe(attendu);
  });
});

describe('aller-retour', () => {
  const centimes = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((valeur) => valeur / 100);
  // « 2,657 » se relit avec un doute (milliers ?) mais avec la bonne valeur.
  const relu = (texte: string) => nombreDe(lireValeur(texte, 'General'));

  test('un nombre écrit se relit', () => {
    fc.assert(fc.property(centimes, (valeur) => relu(formatNombre(valeur)) === valeur));
  });

  test('un montant écrit se relit, avec son unité', () => {
    fc.assert(
      fc.property(centimes, (valeur) => {
        const lu = lireValeur(formatMontant(valeur), 'General');
        return lu.nature === 'nombre' && lu.nombre === valeur && lu.unite === '€' && !lu.ambigu;
      }),
    );
  });

  test('un taux écrit se relit au dixième de point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (millieme) => {
        const lu = lireValeur(formatTaux(millieme / 1000), 'General');
        return lu.nature === 'nombre' && lu.unite === '%' && Math.abs(lu.nombre - millieme / 1000) < 1e-12;
      }),
    );
  });

  test('l’espace des milliers, quelle qu’elle soit, ne change rien', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom(' ', INSECABLE, FINE, '\u2009', '  '), (valeur, espace) => relu(formatNombre(valeur).replaceAll(FINE, espace)) === valeur),
    );
  });

  test('aucun texte ne fait échouer la lecture, ni ne donne un nombre qui n’est pas fini', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 ,.-%€kM()*~à<>ND\u00a0'), maxLength: 30 }), (texte) => {
        const lu = lireValeur(texte, 'General');
        return lu.nature !== 'nombre' || Number.isFinite(lu.nombre);
      }),
      { numRuns: 3000 },
    );
  });
});
