/**
 * L'extrait d'un classeur : ce que la consolidation en garde, et rien d'autre. Quelques kilo-octets,
 * clonables, pour que mille classeurs tiennent en mémoire.
 */
import { totauxEnveloppes } from '../controles/financement/fin-05';
import type { LecturePlan } from '../controles/lecture-plan';
import type { LectureTableau } from '../controles/lecture-tableau';
import type { Analyse } from '../moteur/analyser';
import type { Verdict } from '../moteur/rapport';
import { INDICATEURS, type CodeIndicateur, type Indicateur } from '../referentiel/indicateurs';
import { OBJECTIFS, type Enveloppe, type NumeroObjectif } from '../referentiel/objectifs';
import type { Periode } from '../referentiel/periode';

/** « diagnostic », « cible 2022 », « atteinte 2020 ». */
export type CleMoment = 'diagnostic' | `cible ${number}` | `atteinte ${number}`;

/** Valeur d'un indicateur ; un taux garde ses opérandes, seuls additionnables. */
export interface ValeurExtraite {
  readonly valeur: number | null;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
}

/** Montants d'un objectif, en euros ; `null` : illisible ou colonne absente. */
export interface MontantsExtraits {
  readonly departement: number | null;
  readonly etat: number | null;
}

export interface Extrait {
  readonly fichier: string;
  readonly departement: { readonly code: string; readonly nom: string } | null;
  readonly verdict: Verdict;
  readonly compte: { readonly bloquant: number; readonly alerte: number; readonly info: number };
  readonly periode: Periode;
  readonly retenus: readonly NumeroObjectif[];
  /** Vrai si la feuille a été reconnue : sinon, ses valeurs manquent toutes. */
  readonly feuilles: { readonly tableau: boolean; readonly plan: boolean };
  readonly valeurs: Readonly<Partial<Record<CodeIndicateur, Readonly<Partial<Record<CleMoment, ValeurExtraite>>>>>>;
  readonly montants: Readonly<Partial<Record<NumeroObjectif, MontantsExtraits>>>;
  readonly enveloppes: Readonly<Record<Enveloppe, { readonly total: number; readonly nonReparti: number }>> | null;
}

function valeursDe(tableau: LectureTableau): Extrait['valeurs'] {
  const valeurs: Partial<Record<CodeIndicateur, Partial<Record<CleMoment, ValeurExtraite>>>> = {};
  for (const { code } of INDICATEURS) {
    if (!tableau.ligne(code)) continue;
    const parMoment: Partial<Record<CleMoment, ValeurExtraite>> = {};
    for (const moment of tableau.tableau.moments) {
      const cle: CleMoment = moment.bloc === 'diagnostic' ? 'diagnostic' : `${moment.bloc} ${moment.annee}`;
      const operandes = tableau.operandes(code, moment);
      parMoment[cle] = {
        valeur: tableau.valeur(code, moment),
        numerateur: operandes && tableau.valeur(operandes.numerateur.indicateur.code, moment),
        denominateur: operandes && tableau.valeur(operandes.denominateur.indicateur.code, moment),
      };
    }
    valeurs[code] = parMoment;
  }
  return valeurs;
}

function montantsDe(plan: LecturePlan): Extrait['montants'] {
  return Object.fromEntries(
    OBJECTIFS.filter(({ numero }) => plan.objectif(numero)).map(({ numero }) => [
      numero,
      { departement: plan.somme(numero, 'departement'), etat: plan.somme(numero, 'etat') },
    ]),
  );
}

/** Extrait d'une analyse ; `fichier` est le chemin tel que l'utilisateur le connaît. */
export function extraire({ rapport, entrees: { presentes } }: Analyse, fichier: string): Extrait {
  const { tableau, plan } = presentes;
  return {
    fichier,
    departement: rapport.departement && { code: rapport.departement.code, nom: rapport.departement.nom },
    verdict: rapport.verdict,
    compte: rapport.compte,
    periode: rapport.periode,
    retenus: rapport.objectifs.filter(({ retenu }) => retenu).map(({ numero }) => numero),
    feuilles: { tableau: tableau !== undefined, plan: plan !== undefined },
    valeurs: tableau ? valeursDe(tableau) : {},
    montants: plan ? montantsDe(plan) : {},
    enveloppes: plan ? totauxEnveloppes(plan) : null,
  };
}

/** Valeur d'un indicateur dans un classeur ; « horizon » : la dernière année cible, quelle qu'elle soit. */
export function valeurDe({ valeurs, periode }: Extrait, indicateur: Indicateur, moment: CleMoment | 'horizon'): ValeurExtraite | null {
  const cle: CleMoment = moment === 'horizon' ? `cible ${periode.annees[periode.annees.length - 1]!}` : moment;
  return valeurs[indicateur.code]?.[cle] ?? null;
}
