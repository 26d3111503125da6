/**
 * L'extrait d'un classeur : ce que la consolidation en garde, et rien d'autre. Quelques kilo-octets,
 * clonables, pour que mille classeurs tiennent en mémoire.
 */
import { totauxEnveloppes } from '../controles/financement/fin-05';
import { enveloppesParLigne } from '../controles/financement/enveloppes';
import type { Financeur, LecturePlan } from '../controles/lecture-plan';
import type { LectureTableau } from '../controles/lecture-tableau';
import type { Analyse } from '../moteur/analyser';
import type { Verdict } from '../moteur/rapport';
import { INDICATEURS, type CodeIndicateur, type Indicateur } from '../referentiel/indicateurs';
import { objectifDe, OBJECTIFS, type Enveloppe, type NumeroObjectif } from '../referentiel/objectifs';
import type { Periode } from '../referentiel/periode';

/** « diagnostic », « cible 2022 », « atteinte 2020 ». */
export type CleMoment = 'diagnostic' | `cible ${number}` | `atteinte ${number}`;

/** Valeur d'un indicateur ; un taux garde ses opérandes, seuls additionnables. */
export interface ValeurExtraite {
  readonly valeur: number | null;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
}

/** Montants d'un objectif, en euros ; `null` : rien d'écrit, illisible, ou colonne absente (« néant » et « - » valent 0). */
export interface MontantsExtraits {
  readonly departement: number | null;
  readonly etat: number | null;
}

/** Part de l'Etat inscrite à une enveloppe, en euros. */
export interface EnveloppeExtraite {
  readonly total: number;
  /** Part de l'objectif 24 dont l'enveloppe n'est pas distinguée : portée aux deux, à n'additionner qu'une fois. */
  readonly nonReparti: number;
  /** Objectifs retenus dont la part de l'Etat manque. */
  readonly inconnus: number;
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
  /** `null` : plan d'action non reconnu, ou sans aucun montant de l'Etat. */
  readonly enveloppes: Readonly<Record<Enveloppe, EnveloppeExtraite>> | null;
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

/** Un objectif dont aucune ligne ne porte rien n'a pas de montant : ce n'est pas zéro euro. */
function montantDe(plan: LecturePlan, numero: NumeroObjectif, financeur: Financeur): number | null {
  return plan.montants(numero, financeur).every(({ lecture }) => lecture.nature === 'vide') ? null : plan.somme(numero, financeur);
}

function montantsDe(plan: LecturePlan): Extrait['montants'] {
  return Object.fromEntries(
    OBJECTIFS.filter(({ numero }) => plan.objectif(numero)).map(({ numero }) => [
      numero,
      { departement: montantDe(plan, numero, 'departement'), etat: montantDe(plan, numero, 'etat') },
    ]),
  );
}

function enveloppesDe(plan: LecturePlan, retenus: readonly NumeroObjectif[]): Extrait['enveloppes'] {
  if (OBJECTIFS.every(({ numero }) => montantDe(plan, numero, 'etat') === null)) return null;
  const manquants = retenus.filter((numero) => montantDe(plan, numero, 'etat') === null);
  const citees = manquants.map((numero) => {
    const lignes = enveloppesParLigne(plan, numero);
    return new Set(lignes.length > 0 ? lignes.flatMap(({ enveloppes }) => enveloppes) : objectifDe(numero).enveloppes);
  });
  const totaux = totauxEnveloppes(plan);
  const completer = (enveloppe: Enveloppe): EnveloppeExtraite => ({ ...totaux[enveloppe], inconnus: citees.filter((groupe) => groupe.has(enveloppe)).length });
  return { FIR: completer('FIR'), P304: completer('P304'), ONDAM: completer('ONDAM') };
}

/** Extrait d'une analyse ; `fichier` est le chemin tel que l'utilisateur le connaît. */
export function extraire({ rapport, entrees: { presentes } }: Analyse, fichier: string): Extrait {
  const { tableau, plan } = presentes;
  const retenus = rapport.objectifs.filter(({ retenu }) => retenu).map(({ numero }) => numero);
  return {
    fichier,
    departement: rapport.departement && { code: rapport.departement.code, nom: rapport.departement.nom },
    verdict: rapport.verdict,
    compte: rapport.compte,
    periode: rapport.periode,
    retenus,
    feuilles: { tableau: tableau !== undefined, plan: plan !== undefined },
    valeurs: tableau ? valeursDe(tableau) : {},
    montants: plan ? montantsDe(plan) : {},
    enveloppes: plan ? enveloppesDe(plan, retenus) : null,
  };
}

/** Valeur d'un indicateur dans un classeur ; « horizon » : la dernière année cible, quelle qu'elle soit. */
export function valeurDe({ valeurs, periode }: Extrait, indicateur: Indicateur, moment: CleMoment | 'horizon'): ValeurExtraite | null {
  const cle: CleMoment = moment === 'horizon' ? `cible ${periode.annees[periode.annees.length - 1]!}` : moment;
  return valeurs[indicateur.code]?.[cle] ?? null;
}
