/**
 * Financement des contrats par l'Etat (annexe 4 ; contrat-type, article 2.2) : enveloppes,
 * bornes, lecture d'une modalité écrite librement, indices d'emplois exclus.
 */
import type { Enveloppe } from './objectifs';
import { source, type Source } from './source';
import { aligner, extraire, type TexteAligne } from './texte';
import { DEMENTI, ENUMERATION, HORS_CONTRAT, LIAISON, MONTANTS, NEGATION, PAYEUR_ARS, PAYEUR_ETAT, REGLES_EMPLOIS, SYNONYMES } from './vocabulaire-financement';

export interface RegleEnveloppe {
  readonly enveloppe: Enveloppe;
  /** Nom montrable. */
  readonly nom: string;
  /** Modalité à écrire dans l'annexe 5.3. */
  readonly modalite: string;
  /** Dotation annuelle d'un département, en euros ; `null` : pas de plafond. */
  readonly minimum: number;
  readonly maximum: number | null;
  /** Montant national de 2020, en euros. */
  readonly montantNational: number;
  /** Versé au département : entre dans la parité. L'ONDAM va aux établissements. */
  readonly verseAuDepartement: boolean;
  readonly source: Source;
}

export const ENVELOPPES: Readonly<Record<Enveloppe, RegleEnveloppe>> = {
  FIR: { enveloppe: 'FIR', nom: 'FIR', modalite: 'FIR', minimum: 100_000, maximum: 1_000_000, montantNational: 15_000_000, verseAuDepartement: true, source: source('annexe 4, II, A', { date: '2020' }) },
  P304: { enveloppe: 'P304', nom: 'programme 304', modalite: 'PLF', minimum: 600_000, maximum: 4_500_000, montantNational: 50_000_000, verseAuDepartement: true, source: source('annexe 4, III, A', { date: '2020' }) },
  ONDAM: { enveloppe: 'ONDAM', nom: 'ONDAM médico-social', modalite: 'ONDAM', minimum: 100_000, maximum: null, montantNational: 15_000_000, verseAuDepartement: false, source: source('annexe 4, IV, A ; contrat-type, article 2.2.1', { date: '2020' }) },
};

/** Parité : Département ≥ Etat par objectif, à un euro près (contrat-type, article 2.2.2). */
export const SOURCE_PARITE: Source = source('contrat-type (annexe 5.1), article 2.2.2');
/** Ecart toléré sur la parité, en euros. */
export const TOLERANCE_PARITE = 1;

export interface ModaliteLue {
  readonly enveloppes: readonly Enveloppe[];
  /** Financeurs cités qui ne sont pas des sources du contrat (CAF, CPAM, MSA, DSID, P177…). */
  readonly ignorees: readonly string[];
  /** Ce qui ne dit pas de source (« ARS », « à préciser »), tel qu'écrit ; sans conséquence à côté d'une enveloppe citée. */
  readonly inconnues: readonly string[];
}

/** Remplace chaque occurrence par des espaces, sans déplacer le reste, et rend les textes trouvés. */
function retirer({ original, simple }: TexteAligne, motif: RegExp): { readonly simple: string; readonly trouves: readonly string[] } {
  const trouves: string[] = [];
  const reste = simple.replace(motif, (trouve: string, ...groupes: unknown[]) => {
    const debut = groupes.find((groupe): groupe is number => typeof groupe === 'number')!;
    trouves.push(original.slice(debut, debut + trouve.length).trim());
    return ' '.repeat(trouve.length);
  });
  return { simple: reste, trouves };
}

/**
 * Sources citées par une modalité de financement : « ONDAM / PLF », « FIR (ARS) : 40 000 € »,
 * « BOP 304 + CAF ». Une modalité vide ne cite rien ; « ARS » seule est inconnue (FIR ou ONDAM ?).
 */
export function lireModalite(texte: string): ModaliteLue {
  const { original, simple } = aligner(texte);
  let reste = retirer({ original, simple }, MONTANTS).simple;
  const enveloppes: Enveloppe[] = [];
  for (const [enveloppe, motif] of SYNONYMES) {
    const lu = retirer({ original, simple: reste }, motif);
    if (lu.trouves.length > 0) enveloppes.push(enveloppe);
    reste = lu.simple;
  }
  const hors = retirer({ original, simple: reste }, HORS_CONTRAT);
  reste = hors.simple;
  if (enveloppes.some((enveloppe) => enveloppe !== 'P304')) reste = retirer({ original, simple: reste }, PAYEUR_ARS).simple;
  if (enveloppes.length > 0) reste = retirer({ original, simple: reste }, PAYEUR_ETAT).simple;
  const inconnues = segmentsInconnus(original, reste);
  const muet = enveloppes.length === 0 && hors.trouves.length === 0 && inconnues.length === 0 && original.trim() !== '';
  return { enveloppes, ignorees: Array.from(new Set(hors.trouves)), inconnues: muet ? [original.trim()] : inconnues };
}

/** Segments où il reste un mot qui ne soit pas de liaison. */
function segmentsInconnus(original: string, reste: string): readonly string[] {
  const inconnues: string[] = [];
  for (const { 0: segment, index } of reste.matchAll(/[^/,;+&()[\]:|\n]+/g)) {
    if (!/[a-z]{2}/.test(segment.replace(LIAISON, ' '))) continue;
    const debut = index + segment.search(/[a-z0-9]/);
    inconnues.push(original.slice(debut, index + segment.trimEnd().length).trim());
  }
  return inconnues;
}

export interface EmploiInterdit {
  /** Terme relevé, sous sa forme de référence (« ETP », « recrutement »). */
  readonly terme: string;
  /** Passage du texte, montrable. */
  readonly extrait: string;
}

/**
 * Emplois que l'annexe 4 exclut : le programme 304 ne paie directement ni personnel ni prix de
 * journée, le FIR ne se substitue pas à l'existant. Un mot-clé n'est qu'un indice, à justifier.
 */
export const SOURCES_EMPLOIS: Readonly<Record<'P304' | 'FIR', Source>> = {
  P304: source('annexe 4, III, B ; annexe 6, objectifs 6, 11, 12 et 22'),
  FIR: source('annexe 4, II, B ; annexe 6, objectif 13'),
};

/** Une négation porte sur les mots qui suivent de près (en caractères). */
const PORTEE_NEGATION = 120;

function isNie({ simple }: TexteAligne, debut: number, fin: number): boolean {
  const proposition = /[^.;:!?()\n,]*$/.exec(simple.slice(Math.max(0, debut - PORTEE_NEGATION), debut))![0];
  return NEGATION.test(proposition) || DEMENTI.test(simple.slice(fin));
}

/** La circulaire demande de télétransmettre les actes cotés : en parler n'est pas un emploi interdit. */
function isHorsSujet({ simple }: TexteAligne, terme: string): boolean {
  if (terme === 'ETP') return simple.includes('education therapeutique');
  return (terme === 'acte coté' || terme === 'remboursement') && simple.includes('teletransm');
}

/**
 * Emplois interdits qu'évoque une action financée par `enveloppe` : au plus un relevé par terme.
 * « Formation », « sage-femme » ou « puéricultrice » seuls n'en sont pas ; une négation simple
 * (« hors ETP », « sans recrutement ») écarte le terme. L'ONDAM n'a pas de liste.
 */
export function chercherEmploisInterdits(texte: string, enveloppe: Enveloppe): readonly EmploiInterdit[] {
  const aligne = aligner(texte);
  const occurrences = REGLES_EMPLOIS.filter((regle) => regle.enveloppes.includes(enveloppe) && !isHorsSujet(aligne, regle.terme))
    .flatMap(({ terme, motif }) => Array.from(aligne.simple.matchAll(motif), ({ 0: trouve, index }) => ({ terme, debut: index, fin: index + trouve.trimEnd().length })))
    .sort((a, b) => a.debut - b.debut);
  const releves = new Map<string, EmploiInterdit>();
  let finNiee = -1;
  for (const { terme, debut, fin } of occurrences) {
    const suite = finNiee >= 0 && ENUMERATION.test(aligne.simple.slice(finNiee, debut));
    if (suite || isNie(aligne, debut, fin)) finNiee = fin;
    else if (!releves.has(terme)) releves.set(terme, { terme, extrait: extraire(aligne.original, debut, fin) });
  }
  return Array.from(releves.values());
}
