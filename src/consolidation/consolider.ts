/**
 * Consolidation d'un lot pour le comité de suivi : par objectif, par enveloppe, par département
 * (circulaire, IV : suivi national des contrats ; annexe 4 : enveloppes).
 */
import { ENVELOPPES } from '../referentiel/financement';
import { indicateursDe, type Indicateur } from '../referentiel/indicateurs';
import { OBJECTIFS, type Enveloppe, type NumeroObjectif } from '../referentiel/objectifs';
import { avertir } from './avertissements';
import { valeurDe, type CleMoment, type Extrait } from './extrait';
import { jugerNational, type JugementNational } from './national';
import { ponderer, sommer, type Somme, type TauxPondere } from './sommes';

export interface MomentConsolide {
  readonly moment: CleMoment | 'horizon';
  readonly somme: Somme;
  /** Pour un taux : le taux pondéré ; `null` pour un effectif ou un délai. */
  readonly taux: TauxPondere | null;
}

export interface IndicateurConsolide {
  readonly indicateur: Indicateur;
  readonly moments: readonly MomentConsolide[];
}

export interface ObjectifConsolide {
  readonly numero: NumeroObjectif;
  /** Départements qui retiennent l'objectif (les fondamentaux le sont par tous). */
  readonly retenants: readonly string[];
  readonly indicateurs: readonly IndicateurConsolide[];
  readonly national: JugementNational | null;
  readonly departement: Somme;
  readonly etat: Somme;
}

export interface EnveloppeConsolidee {
  readonly enveloppe: Enveloppe;
  readonly total: number;
  /** Montants de l'objectif 24 dont l'enveloppe n'est pas distinguée. */
  readonly nonReparti: number;
  readonly montantNational: number;
  /** Classeurs dont le plan n'est pas reconnu, ou ne porte aucun montant de l'Etat. */
  readonly manquants: number;
  /** Montants de l'Etat qui manquent aux autres plans, un par objectif retenu. */
  readonly montantsManquants: number;
}

export interface Consolidation {
  /** Classeurs consolidés ; d'un département en double, tous sont listés et seul le premier compte. */
  readonly classeurs: readonly Extrait[];
  readonly doublons: readonly { readonly code: string; readonly nom: string; readonly fichiers: readonly string[] }[];
  readonly sansDepartement: readonly string[];
  /** Les classeurs qui comptent : `classeurs` sans les doublons. */
  readonly comptes: readonly Extrait[];
  /** Ce que le lecteur doit savoir avant de citer un chiffre, en phrases. */
  readonly avertissements: readonly string[];
  readonly objectifs: readonly ObjectifConsolide[];
  readonly enveloppes: readonly EnveloppeConsolidee[];
  readonly verdicts: Readonly<Record<Extrait['verdict'], number>>;
}

/** Un département ne compte qu'une fois : les suivants sont signalés, jamais additionnés. */
function dedoublonner(extraits: readonly Extrait[]) {
  const parCode = new Map<string, Extrait[]>();
  for (const extrait of extraits) {
    if (extrait.departement) parCode.set(extrait.departement.code, [...(parCode.get(extrait.departement.code) ?? []), extrait]);
  }
  const doublons = [...parCode.values()].filter((groupe) => groupe.length > 1);
  const ecartes = new Set(doublons.flatMap((groupe) => groupe.slice(1)));
  return {
    gardes: extraits.filter((extrait) => !ecartes.has(extrait)),
    doublons: doublons.map((groupe) => ({ ...groupe[0]!.departement!, fichiers: groupe.map(({ fichier }) => fichier) })),
  };
}

/** Toutes les clés rencontrées : diagnostic, puis cibles, puis atteintes, par année. */
function momentsDe(extraits: readonly Extrait[]): readonly CleMoment[] {
  const annees = [...new Set(extraits.flatMap(({ periode }) => periode.annees))].sort((a, b) => a - b);
  return ['diagnostic', ...annees.map((annee) => `cible ${annee}` as const), ...annees.map((annee) => `atteinte ${annee}` as const)];
}

function concernes(extraits: readonly Extrait[], moment: CleMoment | 'horizon'): readonly Extrait[] {
  const annee = Number(/\d{4}$/.exec(moment)?.[0]);
  return Number.isNaN(annee) ? extraits : extraits.filter(({ periode }) => periode.annees.includes(annee));
}

function consoliderMoment(indicateur: Indicateur, extraits: readonly Extrait[], moment: CleMoment | 'horizon'): MomentConsolide {
  const lues = concernes(extraits, moment).map((extrait) => valeurDe(extrait, indicateur, moment));
  return {
    moment,
    somme: sommer(lues.map((lue) => lue?.valeur)),
    taux: indicateur.type === 'taux' ? ponderer(lues.map((lue) => lue ?? { numerateur: null, denominateur: null })) : null,
  };
}

function consoliderObjectif(numero: NumeroObjectif, extraits: readonly Extrait[], moments: readonly CleMoment[]): ObjectifConsolide {
  const retenants = extraits.filter(({ retenus }) => retenus.includes(numero));
  const montants = retenants.filter(({ feuilles }) => feuilles.plan).map((extrait) => extrait.montants[numero]);
  const sansPlan = retenants.filter(({ feuilles }) => !feuilles.plan).map(() => null);
  return {
    numero,
    retenants: retenants.map(({ departement, fichier }) => departement?.code ?? fichier),
    indicateurs: indicateursDe(numero).map((indicateur) => ({
      indicateur,
      moments: [...moments, 'horizon' as const].map((moment) => consoliderMoment(indicateur, retenants, moment)),
    })),
    national: jugerNational(numero, retenants),
    departement: sommer([...montants.map((montant) => montant?.departement), ...sansPlan]),
    etat: sommer([...montants.map((montant) => montant?.etat), ...sansPlan]),
  };
}

export function consolider(extraits: readonly Extrait[]): Consolidation {
  const { gardes, doublons } = dedoublonner(extraits);
  const moments = momentsDe(gardes);
  const avecPlan = gardes.flatMap(({ enveloppes }) => (enveloppes ? [enveloppes] : []));
  const verdicts = { a_remplir: 0, non_conforme: 0, incomplet: 0, conforme_avec_reserves: 0, conforme: 0 };
  for (const { verdict } of gardes) verdicts[verdict]++;
  return {
    classeurs: extraits,
    comptes: gardes,
    doublons,
    avertissements: avertir(extraits, gardes),
    sansDepartement: gardes.filter(({ departement }) => !departement).map(({ fichier }) => fichier),
    objectifs: OBJECTIFS.map(({ numero }) => consoliderObjectif(numero, gardes, moments)),
    enveloppes: Object.values(ENVELOPPES).map(({ enveloppe, montantNational }) => ({
      enveloppe,
      montantNational,
      total: sommer(avecPlan.map((totaux) => totaux[enveloppe].total)).total,
      nonReparti: sommer(avecPlan.map((totaux) => totaux[enveloppe].nonReparti)).total,
      manquants: gardes.length - avecPlan.length,
      montantsManquants: avecPlan.reduce((nombre, totaux) => nombre + totaux[enveloppe].inconnus, 0),
    })),
    verdicts,
  };
}
