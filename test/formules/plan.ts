/** Un plan d'action de test : les 26 objectifs à partir de la ligne 7, montants en G et H, total en I. */
import { formatA1 } from '../../src/classeur/adresse';
import type { BlocObjectif, ColonneMontant, PlanAction } from '../../src/classeur/dossier';
import type { Instantane, Plage } from '../../src/classeur/instantane';
import { creerServiceValeurs, type ServiceValeurs } from '../../src/formules/valeurs';
import { OBJECTIFS, type NumeroObjectif } from '../../src/referentiel/objectifs';
import { PERIODE_2020_2022 } from '../../src/referentiel/periode';
import { classeurDe, feuilleDe, type Cellules } from './aides';

export interface OptionsPlan {
  readonly cellules?: Cellules;
  /** Nombre de lignes d'un objectif (1 par défaut). */
  readonly lignes?: Partial<Record<NumeroObjectif, number>>;
  /** Lignes locales ajoutées après le dernier objectif. */
  readonly locales?: number;
  readonly partenaires?: readonly ColonneMontant[];
  readonly fusions?: readonly Plage[];
  readonly calcul?: Instantane['calcul'];
  /** Ligne vide (bandeau) avant ces objectifs. */
  readonly bandeaux?: readonly NumeroObjectif[];
}

export interface MontagePlan {
  readonly plan: PlanAction;
  readonly service: ServiceValeurs;
  readonly lignesDe: (numero: NumeroObjectif) => readonly number[];
  readonly ligneTotal: number;
}

export const COLONNES = { departement: 7, etat: 8, total: 9 };

export function monterPlan(options: OptionsPlan = {}): MontagePlan {
  const { cellules = {}, lignes = {}, locales = 0, partenaires = [], fusions = [], calcul = 'enregistre', bandeaux = [6, 10, 24, 11] } = options;
  const objectifs = new Map<NumeroObjectif, BlocObjectif>();
  const textes: Record<string, string> = {};
  let ligne = 7;
  for (const { numero, libelle } of OBJECTIFS) {
    if (bandeaux.includes(numero)) ligne += 1;
    const bloc = Array.from({ length: lignes[numero] ?? 1 }, (_, rang) => ligne + rang);
    textes[formatA1(ligne, 2)] = libelle;
    objectifs.set(numero, { numero, libelle: { texte: libelle, ligne, colonne: 2, officiel: libelle, exact: true }, lignes: bloc });
    ligne += bloc.length;
  }
  const lignesLocales = Array.from({ length: locales }, (_, rang) => ligne + rang);
  const ligneTotal = ligne + locales;
  const feuille = feuilleDe('Plan d’action', { ...textes, [formatA1(ligneTotal, 2)]: 'TOTAL', [formatA1(ligneTotal, 12)]: ' ', ...cellules }, { fusions });
  const plan: PlanAction = {
    feuille, periode: PERIODE_2020_2022, enTete: { ligne: 4, colonne: 1, derniereLigne: 5, derniereColonne: 10 }, forme: 'annees',
    colonnes: { mesure: 1, objectif: 2, actions: [3, 4, 5], partenaires: 6, annees: new Map(), ...COLONNES, modalites: 10, partenairesFinanciers: partenaires },
    objectifs, lignesLocales, ligneTotal, colonnesManquantes: [], anomalies: [], derniereLigne: ligneTotal,
  };
  return { plan, service: creerServiceValeurs(classeurDe([feuille], { calcul })), lignesDe: (numero) => objectifs.get(numero)!.lignes, ligneTotal };
}
