/**
 * Références INSEE 2019 par département. Une bande quinquennale ne donne pas les « 0 à 6 ans » :
 * on les encadre, et une estimation reste nommée estimation (docs/decisions.md, « 0 à 6 ans »).
 */
import { departementDe } from './departements';
import { source, type Source } from './source';

export interface DonneesInsee {
  readonly disponible: true;
  /** Codes INSEE dont les données sont la somme (« 20 » : 2A et 2B). */
  readonly codes: readonly string[];
  /** Naissances vivantes domiciliées en 2019 (nombre de naissances). */
  readonly naissances: number;
  /** Population au 1er janvier 2019 par bande d'âge (nombre d'habitants). */
  readonly bandes: { readonly de0a4: number; readonly de5a9: number; readonly de10a14: number; readonly de15a19: number };
}

export interface InseeIndisponible {
  readonly disponible: false;
  /** Phrase montrable : pourquoi il n'y a pas de référence. */
  readonly raison: string;
}

export type ReferenceInsee = DonneesInsee | InseeIndisponible;

export const SOURCE_NAISSANCES: Source = source('INSEE, naissances vivantes selon le domicile de la mère', { date: '2019' });
export const SOURCE_POPULATION: Source = source('INSEE, population estimée par bandes d’âge, édition 2022', { date: '1er janvier 2019' });

/** Code, naissances 2019, puis population des 0-4, 5-9, 10-14 et 15-19 ans. */
type LigneInsee = readonly [code: string, naissances: number, de0a4: number, de5a9: number, de10a14: number, de15a19: number];

export const INSEE_2019: readonly LigneInsee[] = [
  ['01', 6907, 39051, 44672, 45191, 40715], ['02', 5394, 28865, 34841, 35388, 34494], ['03', 2777, 14715, 17221, 18352, 19199],
  ['04', 1369, 7381, 8858, 9395, 9197], ['05', 1221, 6441, 7949, 8221, 7984], ['06', 11580, 55228, 58710, 59969, 59282],
  ['07', 2982, 15417, 18437, 19946, 19242], ['08', 2566, 13857, 16114, 17062, 16743], ['09', 1205, 6727, 7965, 8754, 8132],
  ['10', 3107, 16856, 19272, 20270, 19365], ['11', 3205, 17197, 20603, 22238, 21180], ['12', 2175, 11948, 14337, 15728, 15218],
  ['13', 25288, 118063, 123432, 120479, 123364], ['14', 6621, 33923, 40605, 42557, 45506], ['15', 1016, 5711, 6852, 7670, 7409],
  ['16', 2987, 15548, 18818, 19967, 19444], ['17', 5149, 27149, 33387, 35801, 36988], ['18', 2771, 14012, 16471, 17020, 16517],
  ['19', 1831, 9963, 12001, 13100, 13787], ['2A', 1348, 7906, 8560, 8385, 7510], ['2B', 1503, 8443, 9731, 9637, 9164],
  ['21', 5062, 26662, 29505, 30609, 34543], ['22', 5132, 27569, 34173, 37175, 36603], ['23', 772, 4302, 5321, 5874, 5853],
  ['24', 2972, 16052, 19770, 22168, 21917], ['25', 5757, 30710, 34562, 34868, 34149], ['26', 5476, 27900, 32443, 33832, 31705],
  ['27', 6175, 33963, 40641, 41239, 38642], ['28', 4583, 24660, 28603, 29553, 26918], ['29', 7975, 43004, 50986, 54876, 56186],
  ['30', 7484, 38211, 43510, 45701, 45481], ['31', 15870, 79923, 84087, 81842, 86747], ['32', 1388, 7906, 9845, 10775, 10438],
  ['33', 16955, 84978, 95154, 96053, 100430], ['34', 12488, 61365, 67477, 68134, 71510], ['35', 11639, 60041, 69751, 71268, 72611],
  ['36', 1773, 9202, 10888, 12141, 12293], ['37', 5970, 31487, 35797, 36608, 39255], ['38', 13925, 72863, 83308, 84039, 84229],
  ['39', 2364, 12536, 14953, 16072, 15838], ['40', 3483, 18362, 22572, 24279, 23112], ['41', 2936, 15818, 19235, 20230, 19486],
  ['42', 8404, 42933, 47571, 48160, 47749], ['43', 1957, 10762, 12910, 14079, 13892], ['44', 16221, 82016, 93192, 94075, 93482],
  ['45', 7819, 39870, 44633, 45311, 42576], ['46', 1230, 6711, 8165, 9131, 8666], ['47', 2984, 15144, 18122, 19406, 18693],
  ['48', 578, 3329, 3959, 4359, 4146], ['49', 8483, 42489, 52682, 55056, 56514], ['50', 4403, 22919, 27521, 29793, 28645],
  ['51', 6113, 30874, 34717, 34636, 36330], ['52', 1424, 8094, 9189, 9856, 9499], ['53', 3003, 15939, 19903, 21092, 20024],
  ['54', 7003, 37779, 42880, 43162, 46839], ['55', 1551, 8799, 10702, 11276, 11253], ['56', 6661, 35545, 43310, 46618, 45404],
  ['57', 10232, 53971, 60356, 60870, 60032], ['58', 1522, 8462, 9840, 10855, 11094], ['59', 31096, 158592, 174484, 172828, 177711],
  ['60', 9509, 50492, 56736, 57873, 53972], ['61', 2349, 13002, 15614, 16675, 16644], ['62', 15590, 82944, 96944, 99260, 96635],
  ['63', 6424, 33093, 36666, 38050, 39773], ['64', 5893, 31274, 36379, 38044, 39342], ['65', 1824, 9538, 11263, 12223, 13573],
  ['66', 4319, 22897, 26993, 27631, 27681], ['67', 12019, 60556, 65305, 66401, 69769], ['68', 7705, 41251, 46302, 46736, 45285],
  ['69', 25152, 119042, 121119, 115903, 120964], ['70', 2044, 11424, 13784, 15078, 14278], ['71', 4742, 26049, 30726, 32344, 31486],
  ['72', 5749, 30213, 35219, 36636, 36816], ['73', 4383, 22627, 25882, 26906, 25984], ['74', 9823, 49424, 54131, 53615, 48829],
  ['75', 27373, 108305, 97316, 97503, 107562], ['76', 14044, 70291, 78074, 78151, 80891], ['77', 18585, 91546, 102360, 102473, 97067],
  ['78', 18550, 91661, 101465, 100622, 96318], ['79', 3347, 18053, 22249, 24325, 22358], ['80', 5591, 29455, 34482, 35513, 37937],
  ['81', 3345, 18154, 22129, 23166, 22760], ['82', 2555, 13388, 16603, 17721, 15900], ['83', 10516, 50593, 57373, 59008, 59845],
  ['84', 6315, 31246, 34119, 35147, 33406], ['85', 5973, 33802, 41246, 44337, 40104], ['86', 4084, 21459, 25001, 25935, 28764],
  ['87', 3406, 17323, 19843, 20271, 21807], ['88', 3123, 16635, 19896, 21837, 21979], ['89', 3172, 16317, 19749, 20984, 19732],
  ['90', 1451, 7656, 8505, 8802, 9404], ['91', 18520, 87939, 92352, 89761, 86274], ['92', 22251, 108002, 104403, 99658, 95682],
  ['93', 28456, 131236, 127156, 116626, 107238], ['94', 20399, 95589, 93323, 88329, 86433], ['95', 19758, 90955, 94725, 89839, 84518],
  ['971', 4601, 18943, 22981, 26776, 27019], ['972', 3749, 16806, 19574, 22172, 23593], ['973', 8104, 30355, 30423, 29938, 27452],
  ['974', 13171, 59504, 64615, 69551, 67277], ['976', 9768, 42371, 39572, 36047, 26930],
];

const PAR_CODE = new Map(INSEE_2019.map((ligne) => [ligne[0], ligne]));

/** Territoires dont l'INSEE ne publie pas la donnée séparément, et pourquoi. */
const ABSENCES: Readonly<Record<string, string>> = {
  '69': 'l’INSEE ne sépare pas ici le département du Rhône de la Métropole de Lyon : référence non disponible',
  '69M': 'l’INSEE ne sépare pas ici la Métropole de Lyon du département du Rhône : référence non disponible',
  '975': 'pas de donnée INSEE comparable pour Saint-Pierre-et-Miquelon',
  '978': 'pas de donnée INSEE comparable pour Saint-Martin',
};

/** Collectivités que l'INSEE suit en plusieurs départements. */
const SOMMES: Readonly<Record<string, readonly string[]>> = { '20': ['2A', '2B'] };

/** Référence INSEE d'un département, ou la raison de son absence. */
export function referenceInsee(code: string): ReferenceInsee {
  const raison = ABSENCES[code] ?? (departementDe(code) ? null : `« ${code} » n’est pas un code de département connu`);
  if (raison !== null) return { disponible: false, raison };
  const codes = SOMMES[code] ?? [code];
  const lignes = codes.map((element) => PAR_CODE.get(element)!);
  const somme = (rang: 1 | 2 | 3 | 4 | 5) => lignes.reduce((total, ligne) => total + ligne[rang], 0);
  return { disponible: true, codes, naissances: somme(1), bandes: { de0a4: somme(2), de5a9: somme(3), de10a14: somme(4), de15a19: somme(5) } };
}

export interface EstimationEnfants {
  /** Toujours vrai : ne jamais écrire ces nombres comme un diagnostic. */
  readonly estimation: true;
  /** Bornes sûres d'une population « 0 à 6 ans » : les 0-4 ans et les 0-9 ans. */
  readonly minimum: number;
  readonly maximum: number;
  /** Moins de six ans : 0-4 ans + 1/5 des 5-9 ans, à l'unité. */
  readonly moinsDeSixAns: number;
  /** 0 à 6 ans révolus : 0-4 ans + 2/5 des 5-9 ans, à l'unité. */
  readonly zeroASixAns: number;
  readonly methode: string;
}

/** Encadrement et estimations des « 0 à 6 ans », nommées comme telles. */
export function estimerEnfants({ bandes: { de0a4, de5a9 } }: DonneesInsee): EstimationEnfants {
  return {
    estimation: true,
    minimum: de0a4,
    maximum: de0a4 + de5a9,
    moinsDeSixAns: Math.round(de0a4 + de5a9 / 5),
    zeroASixAns: Math.round(de0a4 + (2 * de5a9) / 5),
    methode: 'estimation du projet : bande 0-4 ans, plus un cinquième (moins de six ans) ou deux cinquièmes (0 à 6 ans) de la bande 5-9 ans',
  };
}
