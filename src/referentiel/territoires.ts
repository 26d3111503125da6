/**
 * Les 70 territoires des deux premières vagues, nommés comme dans les textes. Le Bas-Rhin et le
 * Haut-Rhin sont dans deux vagues ; le Rhône et la Métropole de Lyon contractualisent à part.
 */
import { source, type Source } from './source';

export interface Territoire {
  /** Nom écrit par le texte (« Meurthe et Moselle », « Deux Sèvres »). */
  readonly nom: string;
  /** Code de `DEPARTEMENTS`. */
  readonly code: string;
  /** Année d'entrée dans la démarche. */
  readonly vague: 2020 | 2021;
  readonly source: Source;
}

const ANNEXE_1 = source('circulaire, annexe 1', { date: '20 février 2020' });
const UN_AN_APRES = source('Stratégie nationale de prévention et de protection de l’enfance, un an après', { date: '14 octobre 2020' });

const VAGUE_2020: readonly (readonly [nom: string, code: string])[] = [
  ['Aisne', '02'], ['Allier', '03'], ['Alpes-de-Haute-Provence', '04'], ['Ardennes', '08'], ['Cher', '18'],
  ['Corse', '20'], ['Creuse', '23'], ['Dordogne', '24'], ['Eure', '27'], ['Gard', '30'],
  ['Ille-et-Vilaine', '35'], ['Loir-et-Cher', '41'], ['Loire-Atlantique', '44'], ['Mayenne', '53'], ['Meurthe et Moselle', '54'],
  ['Meuse', '55'], ['Moselle', '57'], ['Nord', '59'], ['Pas-de-Calais', '62'], ['Puy-de-Dôme', '63'],
  ['Pyrénées-Atlantiques', '64'], ['Haut-Rhin', '68'], ['Saône-et-Loire', '71'], ['Seine-et-Marne', '77'], ['Deux Sèvres', '79'],
  ['Somme', '80'], ['Tarn-et-Garonne', '82'], ['Val-d’Oise', '95'], ['Guyane', '973'], ['La Réunion', '974'],
];

const VAGUE_2021: readonly (readonly [nom: string, code: string])[] = [
  ['Ain', '01'], ['Alpes-Maritimes', '06'], ['Ardèche', '07'], ['Aude', '11'], ['Aveyron', '12'],
  ['Calvados', '14'], ['Charente-Maritime', '17'], ['Corrèze', '19'], ['Côte-d’Or', '21'], ['Côtes-d’Armor', '22'],
  ['Doubs', '25'], ['Eure-et-Loir', '28'], ['Haute-Garonne', '31'], ['Isère', '38'], ['Gers', '32'],
  ['Gironde', '33'], ['Landes', '40'], ['Loire', '42'], ['Loiret', '45'], ['Lot', '46'],
  ['Maine-et-Loire', '49'], ['Manche', '50'], ['Morbihan', '56'], ['Nièvre', '58'], ['Hautes-Pyrénées', '65'],
  ['Bas-Rhin', '67'], ['Rhône', '69'], ['Métropole de Lyon', '69M'], ['Haute-Saône', '70'], ['Savoie', '73'],
  ['Seine-Maritime', '76'], ['Tarn', '81'], ['Var', '83'], ['Vaucluse', '84'], ['Vienne', '86'],
  ['Vosges', '88'], ['Territoire de Belfort', '90'], ['Essonne', '91'], ['Saint-Martin', '978'], ['Saint-Pierre-et-Miquelon', '975'],
];

export const TERRITOIRES: readonly Territoire[] = [
  ...VAGUE_2020.map(([nom, code]): Territoire => ({ nom, code, vague: 2020, source: ANNEXE_1 })),
  ...VAGUE_2021.map(([nom, code]): Territoire => ({ nom, code, vague: 2021, source: UN_AN_APRES })),
];

const PAR_CODE = new Map(TERRITOIRES.map((territoire) => [territoire.code, territoire]));

/** Territoire contractuel d'un département ; la Corse-du-Sud et la Haute-Corse relèvent de la Corse. */
export function territoireDe(code: string): Territoire | undefined {
  return PAR_CODE.get(code === '2A' || code === '2B' ? '20' : code);
}
