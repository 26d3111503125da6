/** Un tableau de bord de test : les 43 indicateurs l'un sous l'autre à partir de la ligne 7, 2019 en D. */
import { formatA1 } from '../../src/classeur/adresse';
import type { Moment, TableauDeBord } from '../../src/classeur/dossier';
import type { Feuille, Instantane, NomDefini, Valeur } from '../../src/classeur/instantane';
import { creerServiceValeurs, type ServiceValeurs } from '../../src/formules/valeurs';
import { INDICATEURS, type CodeIndicateur } from '../../src/referentiel/indicateurs';
import { PERIODE_2020_2022 } from '../../src/referentiel/periode';
import { classeurDe, feuilleDe, type Cellules } from './aides';

export const PREMIERE_LIGNE = 7;

export const MOMENTS: readonly Moment[] = [
  { bloc: 'diagnostic', annee: 2019, colonne: 4 },
  ...[2020, 2021, 2022].map((annee, rang): Moment => ({ bloc: 'cible', annee, colonne: 5 + rang })),
  ...[2020, 2021, 2022].map((annee, rang): Moment => ({ bloc: 'atteinte', annee, colonne: 8 + rang })),
];

export function ligneDe(code: CodeIndicateur): number {
  return PREMIERE_LIGNE + INDICATEURS.findIndex((indicateur) => indicateur.code === code);
}

/** Adresse d'un indicateur dans une colonne de moment (0 : diagnostic). */
export function adresse(code: CodeIndicateur, rang = 0): string {
  return formatA1(ligneDe(code), MOMENTS[rang]!.colonne);
}

export interface Montage {
  readonly tableau: TableauDeBord;
  readonly service: ServiceValeurs;
  readonly instantane: Instantane;
}

export interface OptionsMontage {
  readonly cellules?: Cellules;
  readonly autres?: readonly Feuille[];
  readonly noms?: readonly NomDefini[];
  readonly calcul?: Instantane['calcul'];
  /** Lignes d'indicateurs retirées du rapprochement. */
  readonly sans?: readonly CodeIndicateur[];
  readonly feuille?: Partial<Feuille>;
}

export function monter({ cellules = {}, autres = [], noms = [], calcul = 'enregistre', sans = [], feuille: plus = {} }: OptionsMontage = {}): Montage {
  const libelles: Record<string, Valeur> = {};
  for (const { code, libelle } of INDICATEURS) libelles[formatA1(ligneDe(code), 3)] = libelle;
  const feuille = feuilleDe('Tableau de bord', { J5: 2022, ...libelles, ...cellules }, plus);
  const instantane = classeurDe([feuille, ...autres], { noms, calcul });
  const tableau: TableauDeBord = {
    feuille, periode: PERIODE_2020_2022, enTete: { ligne: 4, colonne: 1, derniereLigne: 5, derniereColonne: 10 },
    colonnes: { mesure: 1, objectif: 2, indicateur: 3 }, moments: MOMENTS, objectifs: new Map(),
    indicateurs: new Map(INDICATEURS.filter(({ code }) => !sans.includes(code)).map(({ code, libelle }) => {
      const ligne = ligneDe(code);
      return [code, { code, ligne, libelle: { texte: libelle, ligne, colonne: 3, officiel: libelle, exact: true } }];
    })),
    colonnesManquantes: [], anomalies: [], derniereLigne: PREMIERE_LIGNE + INDICATEURS.length - 1,
  };
  return { tableau, service: creerServiceValeurs(instantane), instantane };
}
