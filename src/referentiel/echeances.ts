/** Échéances du contrat et rétroplanning de l'annexe 3.2 (docs/decisions.md, « Échéances »). */
import { ajouterJours, dateCivile, formatDate, joursEntre, type DateCivile } from './dates';
import { horizon, type Periode } from './periode';
import { source, type Source } from './source';

export interface Echeance {
  readonly code: string;
  /** `null` quand le texte ne donne pas de jour. */
  readonly date: DateCivile | null;
  /** « avant le 15 octobre 2020 », « au plus tard le 15 juin 2020 », « début septembre 2020 ». */
  readonly quand: string;
  /** Vrai si le jour lui-même est trop tard (« avant le »). */
  readonly strict: boolean;
  readonly libelle: string;
  readonly source: Source;
}

const AVANT_LE = true;
const CIRCULAIRE_I = source('circulaire, I, B', { date: '20 février 2020' });

function echeance(code: string, date: DateCivile, libelle: string, origine: Source, strict = false): Echeance {
  return { code, date, quand: `${strict ? 'avant le' : 'au plus tard le'} ${formatDate(date)}`, strict, libelle, source: origine };
}

/** Négociation de la première vague. */
const VAGUE_2020: readonly Echeance[] = [
  echeance('contacts', '2020-06-15', 'coordonnées des contacts de l’Etat, de l’ARS et du département', CIRCULAIRE_I),
  echeance('premiere-version', '2020-07-30', 'première version du tableau de bord, du plan d’action et des fiches actions', CIRCULAIRE_I, AVANT_LE),
  { code: 'projets-finalises', date: null, quand: 'début septembre 2020', strict: false, libelle: 'projets de contrats finalisés', source: CIRCULAIRE_I },
  echeance('montants-stabilises', '2020-09-15', 'projet de contrat avec des montants stabilisés', CIRCULAIRE_I),
  echeance('signature', '2020-10-15', 'signature du contrat', CIRCULAIRE_I, AVANT_LE),
];

const VAGUE_2021: readonly Echeance[] = [
  echeance('signature', '2021-09-30', 'signature du contrat', source('instruction DGCS/SD2B/DGS/SP1/2021/25', { date: '1er avril 2021' }), AVANT_LE),
];

const NEGOCIATIONS: Readonly<Record<number, readonly Echeance[]>> = { 2020: VAGUE_2020, 2021: VAGUE_2021 };

/** Échéances d'un exercice : remontées, rapport, avenant, dénonciation. */
function echeancesDeLExercice(annee: number, premiere: number): readonly Echeance[] {
  const avenant: Echeance = { code: `avenant-${String(annee)}`, date: null, quand: `en ${String(annee)}`, strict: false, libelle: `avenant sur les engagements financiers de ${String(annee)}`, source: source('annexe 4, I ; contrat-type, article 5') };
  return [
    ...(annee > premiere ? [avenant] : []),
    { code: `visites-${String(annee)}`, date: null, quand: `chaque semestre de ${String(annee)}`, strict: false, libelle: 'remontée semestrielle des indicateurs de visites à domicile', source: source('contrat-type, article 3') },
    echeance(`denonciation-${String(annee)}`, dateCivile(annee, 12, 31), 'dénonciation éventuelle du contrat', source('contrat-type, article 6')),
    echeance(`rapport-${String(annee)}`, dateCivile(annee + 1, 6, 30), `rapport annuel de l’exercice ${String(annee)}, arrêté conjointement`, source('circulaire, III ; contrat-type, article 3'), AVANT_LE),
  ];
}

/** Échéances d'un contrat, dans l'ordre : négociation (vagues 2020 et 2021), exercices, fin. */
export function echeancesDe(periode: Periode): readonly Echeance[] {
  const [premiere] = periode.annees;
  const fin = dateCivile(horizon(periode), 12, 31);
  const exercices = periode.annees.flatMap((annee) => echeancesDeLExercice(annee, premiere));
  const finDeContrat: Echeance = { code: 'fin', date: fin, quand: `le ${formatDate(fin)}`, strict: false, libelle: 'fin du contrat', source: source('contrat-type, article 5') };
  return [...(NEGOCIATIONS[premiere] ?? []), ...exercices, finDeContrat];
}

export type CodeEtape = 'prise-effet' | 'signature' | 'adoption' | 'formalisation' | 'budget' | 'objectifs-2' | 'concertation' | 'objectifs-1' | 'diagnostic' | 'lancement' | 'referents' | 'trame';

export interface Etape {
  readonly code: CodeEtape;
  readonly libelle: string;
  /** Jours avant le jour J ; `null` : sans date propre, placée par `situation`. */
  readonly joursAvant: number | null;
  readonly situation: string | null;
}

const etape = (code: CodeEtape, libelle: string, joursAvant: number | null, situation: string | null = null): Etape => ({ code, libelle, joursAvant, situation });

/** Jour J par défaut : prise d'effet du contrat. */
export const JOUR_J: DateCivile = '2020-10-30';

export const SOURCE_RETROPLANNING: Source = source('annexe 3.2 (appariement des étiquettes et des délais : lecture du projet)');

export const RETROPLANNING: readonly Etape[] = [
  etape('trame', 'envoi de la trame de diagnostic', 145),
  etape('referents', 'échange entre référents', null, 'en amont du lancement'),
  etape('lancement', 'réunion de lancement', 135),
  etape('diagnostic', 'finalisation du diagnostic', 125),
  etape('objectifs-1', 'première réunion sur les objectifs', 120),
  etape('concertation', 'réunions de concertation', null, 'entre les deux réunions sur les objectifs'),
  etape('objectifs-2', 'seconde réunion sur les objectifs', 105),
  etape('budget', 'réunion sur le budget', 90),
  etape('formalisation', 'formalisation du document définitif', 70),
  etape('adoption', 'adoption par l’assemblée départementale', 25),
  etape('signature', 'signature du CDPPE', 15),
  etape('prise-effet', 'prise d’effet du CDPPE', 0),
];

export interface EtapeDatee extends Etape {
  readonly date: DateCivile | null;
}

/**
 * Rétroplanning daté, de la trame à la prise d'effet : date = jour J − jours.
 * @param delais délais propres au département, en jours avant le jour J ; les autres sont ceux de l'annexe.
 */
export function calculerRetroplanning(jourJ: DateCivile = JOUR_J, delais: Partial<Readonly<Record<CodeEtape, number>>> = {}): readonly EtapeDatee[] {
  return RETROPLANNING.map((element) => {
    const joursAvant = delais[element.code] ?? element.joursAvant;
    return { ...element, joursAvant, date: joursAvant === null ? null : ajouterJours(jourJ, -joursAvant) };
  });
}

export interface Contradiction {
  readonly etape: EtapeDatee;
  readonly echeance: Echeance;
  /** Jours de retard sur le dernier jour admis (au moins 1). */
  readonly retard: number;
  readonly message: string;
}

/** Étapes qui doivent être passées pour tenir une échéance. */
const DEPENDANCES: readonly (readonly [CodeEtape, codeEcheance: string, pourquoi: string])[] = [
  ['budget', 'premiere-version', 'les montants du plan d’action se décident à cette réunion'],
  ['formalisation', 'montants-stabilises', 'le projet de contrat transmis est le document formalisé'],
  ['signature', 'signature', 'la signature est attendue avant cette date'],
];

/** Étapes du rétroplanning qui tombent trop tard pour une échéance ; à dire, sans trancher. */
export function contradictions(etapes: readonly EtapeDatee[], echeances: readonly Echeance[]): readonly Contradiction[] {
  return DEPENDANCES.flatMap(([codeEtape, codeEcheance, pourquoi]): Contradiction[] => {
    const placee = etapes.find(({ code }) => code === codeEtape);
    const visee = echeances.find(({ code }) => code === codeEcheance);
    if (!placee?.date || !visee?.date) return [];
    const retard = joursEntre(visee.date, placee.date) + (visee.strict ? 1 : 0);
    const message = `${placee.libelle} le ${formatDate(placee.date)}, alors que l’échéance « ${visee.libelle} » tombe ${visee.quand} : ${pourquoi}`;
    return retard > 0 ? [{ etape: placee, echeance: visee, retard, message }] : [];
  });
}
