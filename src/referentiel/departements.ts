/**
 * Départements et collectivités qui peuvent signer un contrat : les 101 départements et, parce
 * que la contractualisation les nomme à part, la Corse (20), la Métropole de Lyon (69M),
 * Saint-Pierre-et-Miquelon (975) et Saint-Martin (978).
 */
import { source, type Source } from './source';

export interface Departement {
  /** Code officiel géographique ; « 20 » et « 69M » sont des codes du projet. */
  readonly code: string;
  readonly nom: string;
  /** Autres écritures ; la casse, les accents, les tirets et « St » pour « Saint » n'en sont pas. */
  readonly synonymes: readonly string[];
  /** Vrai si le nom est aussi un mot ou un lieu courant : il lui faut un contexte pour être reconnu. */
  readonly homonyme: boolean;
}

export const SOURCE_DEPARTEMENTS: Source = source('INSEE, code officiel géographique ; annexe 1 de la circulaire', { date: '1er janvier 2019' });

function departement(code: string, nom: string, synonymes: readonly string[] = [], { homonyme = false } = {}): Departement {
  return { code, nom, synonymes, homonyme };
}

export const DEPARTEMENTS: readonly Departement[] = [
  departement('01', 'Ain', [], { homonyme: true }),
  departement('02', 'Aisne'),
  departement('03', 'Allier', [], { homonyme: true }),
  departement('04', 'Alpes-de-Haute-Provence'),
  departement('05', 'Hautes-Alpes'),
  departement('06', 'Alpes-Maritimes'),
  departement('07', 'Ardèche'),
  departement('08', 'Ardennes'),
  departement('09', 'Ariège'),
  departement('10', 'Aube', [], { homonyme: true }),
  departement('11', 'Aude'),
  departement('12', 'Aveyron'),
  departement('13', 'Bouches-du-Rhône'),
  departement('14', 'Calvados'),
  departement('15', 'Cantal'),
  departement('16', 'Charente'),
  departement('17', 'Charente-Maritime'),
  departement('18', 'Cher', [], { homonyme: true }),
  departement('19', 'Corrèze'),
  departement('20', 'Corse', ['Collectivité de Corse']),
  departement('2A', 'Corse-du-Sud'),
  departement('2B', 'Haute-Corse'),
  departement('21', 'Côte-d’Or'),
  departement('22', 'Côtes-d’Armor'),
  departement('23', 'Creuse', [], { homonyme: true }),
  departement('24', 'Dordogne'),
  departement('25', 'Doubs'),
  departement('26', 'Drôme'),
  departement('27', 'Eure'),
  departement('28', 'Eure-et-Loir'),
  departement('29', 'Finistère'),
  departement('30', 'Gard'),
  departement('31', 'Haute-Garonne'),
  departement('32', 'Gers'),
  departement('33', 'Gironde'),
  departement('34', 'Hérault'),
  departement('35', 'Ille-et-Vilaine'),
  departement('36', 'Indre'),
  departement('37', 'Indre-et-Loire'),
  departement('38', 'Isère'),
  departement('39', 'Jura'),
  departement('40', 'Landes', [], { homonyme: true }),
  departement('41', 'Loir-et-Cher'),
  departement('42', 'Loire'),
  departement('43', 'Haute-Loire'),
  departement('44', 'Loire-Atlantique'),
  departement('45', 'Loiret'),
  departement('46', 'Lot', [], { homonyme: true }),
  departement('47', 'Lot-et-Garonne'),
  departement('48', 'Lozère'),
  departement('49', 'Maine-et-Loire'),
  departement('50', 'Manche', [], { homonyme: true }),
  departement('51', 'Marne'),
  departement('52', 'Haute-Marne'),
  departement('53', 'Mayenne'),
  departement('54', 'Meurthe-et-Moselle'),
  departement('55', 'Meuse'),
  departement('56', 'Morbihan'),
  departement('57', 'Moselle'),
  departement('58', 'Nièvre'),
  departement('59', 'Nord', [], { homonyme: true }),
  departement('60', 'Oise'),
  departement('61', 'Orne', [], { homonyme: true }),
  departement('62', 'Pas-de-Calais'),
  departement('63', 'Puy-de-Dôme'),
  departement('64', 'Pyrénées-Atlantiques'),
  departement('65', 'Hautes-Pyrénées'),
  departement('66', 'Pyrénées-Orientales'),
  departement('67', 'Bas-Rhin'),
  departement('68', 'Haut-Rhin'),
  departement('69', 'Rhône', ['Nouveau Rhône']),
  departement('69M', 'Métropole de Lyon', ['Grand Lyon', 'Lyon Métropole', 'Métropole Grand Lyon']),
  departement('70', 'Haute-Saône'),
  departement('71', 'Saône-et-Loire'),
  departement('72', 'Sarthe'),
  departement('73', 'Savoie'),
  departement('74', 'Haute-Savoie'),
  departement('75', 'Paris', ['Ville de Paris'], { homonyme: true }),
  departement('76', 'Seine-Maritime'),
  departement('77', 'Seine-et-Marne'),
  departement('78', 'Yvelines'),
  departement('79', 'Deux-Sèvres'),
  departement('80', 'Somme', [], { homonyme: true }),
  departement('81', 'Tarn'),
  departement('82', 'Tarn-et-Garonne'),
  departement('83', 'Var', [], { homonyme: true }),
  departement('84', 'Vaucluse'),
  departement('85', 'Vendée'),
  departement('86', 'Vienne', [], { homonyme: true }),
  departement('87', 'Haute-Vienne'),
  departement('88', 'Vosges'),
  departement('89', 'Yonne'),
  departement('90', 'Territoire de Belfort'),
  departement('91', 'Essonne'),
  departement('92', 'Hauts-de-Seine'),
  departement('93', 'Seine-Saint-Denis'),
  departement('94', 'Val-de-Marne'),
  departement('95', 'Val-d’Oise'),
  departement('971', 'Guadeloupe', ['La Guadeloupe']),
  departement('972', 'Martinique', ['La Martinique', 'Collectivité territoriale de Martinique']),
  departement('973', 'Guyane', ['La Guyane', 'Collectivité territoriale de Guyane']),
  departement('974', 'La Réunion', ['Réunion', 'Île de La Réunion'], { homonyme: true }),
  departement('975', 'Saint-Pierre-et-Miquelon', ['SPM']),
  departement('976', 'Mayotte'),
  departement('978', 'Saint-Martin', ['Collectivité de Saint-Martin'], { homonyme: true }),
];

const PAR_CODE = new Map(DEPARTEMENTS.map((element) => [element.code, element]));

/** Département d'un code exact (« 87 », « 2A », « 69M ») ; `undefined` si le code n'existe pas. */
export function departementDe(code: string): Departement | undefined {
  return PAR_CODE.get(code);
}

/**
 * Noms qui contiennent celui d'un département sans en être un : régions, anciennes régions,
 * lieux. Ils s'écartent avant de chercher un département (« Pays de la Loire » n'est pas la Loire).
 */
export const FAUX_AMIS: readonly string[] = [
  'Pays de la Loire', 'Centre-Val de Loire', 'Val de Loire', 'Auvergne-Rhône-Alpes', 'Rhône-Alpes', 'Vallée du Rhône',
  'Nord-Pas-de-Calais', 'Nord-Est', 'Nord-Ouest', 'Grand Nord', 'Gare du Nord', 'Mer du Nord', 'Corse-Sud', 'Marne-la-Vallée',
  'Savoie Mont-Blanc', 'Pays de Savoie', 'Champagne-Ardenne', 'Lorraine', 'Alsace', 'Paris-Saclay', 'Grand Paris', 'Ville de Lyon',
];
