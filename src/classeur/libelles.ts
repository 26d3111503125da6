/** Reconnaissance des libellés des annexes 5.2 et 5.3 : objectifs, indicateurs, mesures, engagements. */
import { ENGAGEMENTS } from '../referentiel/engagements';
import { INDICATEURS, INTITULE_DELAIS, type CodeIndicateur } from '../referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif, type Objectif } from '../referentiel/objectifs';
import { candidat, rapprocher, type Rapprochement } from './rapprochement';
import { normaliser, separerNumero } from './texte';

export type Annexe = 'tableau' | 'plan';

export interface ObjectifReconnu {
  readonly numero: NumeroObjectif;
  readonly officiel: string;
  readonly exact: boolean;
}

export type Reconnaissance<T> =
  | { readonly etat: 'trouve'; readonly trouve: T }
  | { readonly etat: 'ambigu'; readonly candidats: readonly string[] }
  | { readonly etat: 'inconnu' };

/** Libellé officiel d'un objectif dans une annexe. */
export function libelleOfficiel(objectif: Objectif, annexe: Annexe): string {
  return annexe === 'plan' ? (objectif.libellePlan ?? objectif.libelle) : objectif.libelle;
}

const formesOfficielles = (objectif: Objectif) =>
  [objectif.libelle, objectif.libellePlan].filter((libelle) => libelle !== undefined);

const OBJECTIF_EXACT = new Map<string, Objectif>(
  OBJECTIFS.flatMap((objectif) => formesOfficielles(objectif).map((libelle) => [normaliser(libelle), objectif] as const)),
);
const CANDIDATS_OBJECTIFS = OBJECTIFS.map((objectif) =>
  candidat(objectif, objectif.libelle, [...formesOfficielles(objectif), ...objectif.variantes]),
);
const PAR_NUMERO = new Map<number, Objectif>(OBJECTIFS.map((objectif) => [objectif.numero, objectif]));

const MENTION_CIBLE = /\s*cibles? nationales?.*$/is;

/** L'objectif dont ce texte est, mot pour mot, un libellé officiel (numéro en tête et mention de cible admis). */
export function objectifExact(texte: string): Objectif | null {
  const { reste } = separerNumero(texte.replace(MENTION_CIBLE, ''));
  return OBJECTIF_EXACT.get(normaliser(reste)) ?? OBJECTIF_EXACT.get(normaliser(texte)) ?? null;
}

/**
 * Reconnaît un libellé d'objectif. Le libellé prime sur le numéro en tête ; le numéro ne départage
 * que des libellés ambigus, ou tient lieu de libellé s'il est seul (« Objectif 6 »).
 */
export function reconnaitreObjectif(texte: string, annexe: Annexe): Reconnaissance<ObjectifReconnu> {
  const exact = objectifExact(texte);
  if (exact) return { etat: 'trouve', trouve: { numero: exact.numero, officiel: libelleOfficiel(exact, annexe), exact: true } };
  const { numero, reste } = separerNumero(texte.replace(MENTION_CIBLE, ''));
  const annonce = numero === null ? undefined : PAR_NUMERO.get(numero);
  const approche = (objectif: Objectif): Reconnaissance<ObjectifReconnu> => ({
    etat: 'trouve',
    trouve: { numero: objectif.numero, officiel: libelleOfficiel(objectif, annexe), exact: false },
  });
  if (normaliser(reste) === '') return annonce && /\d/.test(texte) ? approche(annonce) : { etat: 'inconnu' };
  const resultat = rapprocher(reste, CANDIDATS_OBJECTIFS);
  if (resultat.etat === 'trouve') return approche(resultat.candidat.cible);
  if (resultat.etat === 'inconnu') return resultat;
  const departage = resultat.candidats.find(({ cible }) => cible === annonce);
  return departage ? approche(departage.cible) : { etat: 'ambigu', candidats: resultat.candidats.map(({ officiel }) => officiel) };
}

const INDICATEURS_EXACTS = new Map<string, CodeIndicateur[]>();
for (const { code, libelle } of INDICATEURS) {
  const cle = normaliser(libelle);
  INDICATEURS_EXACTS.set(cle, [...(INDICATEURS_EXACTS.get(cle) ?? []), code]);
}

/** Codes dont ce texte est, mot pour mot, le libellé officiel (deux pour « enfants de 0 à 6 ans »). */
export function indicateursExacts(texte: string): readonly CodeIndicateur[] {
  const normalise = normaliser(texte);
  return INDICATEURS_EXACTS.get(normalise) ?? INDICATEURS_EXACTS.get(normalise.replace(/^(?:\d{1,2} )+/, '')) ?? [];
}

const CANDIDATS_INDICATEURS = INDICATEURS.map((indicateur) => candidat(indicateur, indicateur.libelle, indicateur.variantes));

/** Rapproche un libellé des indicateurs donnés. */
export function reconnaitreIndicateur(texte: string, codes: ReadonlySet<CodeIndicateur>): Rapprochement<(typeof INDICATEURS)[number]> {
  return rapprocher(texte, CANDIDATS_INDICATEURS.filter(({ cible }) => codes.has(cible.code)));
}

const BANDEAUX = new Set(ENGAGEMENTS.flatMap(({ libelle, variantes }) => [libelle, ...variantes].map(normaliser)));
const DEBUT_BANDEAU = /^(?:engagement (?:n )?[1-4]\b|engagement transverse|conditions pour y parvenir)/;

/** Bandeau d'engagement : « Engagement 2 : … », « Conditions pour y parvenir ». */
export function isBandeau(texte: string): boolean {
  const normalise = normaliser(texte);
  return BANDEAUX.has(normalise) || DEBUT_BANDEAU.test(normalise);
}

const INTITULE = normaliser(INTITULE_DELAIS);

/** Ligne d'intitulé des délais de justice : un titre, sans valeur. */
export function isIntituleDelais(texte: string): boolean {
  return normaliser(texte).startsWith(INTITULE);
}

/** « TOTAL », « Total général »… ; un sous-total n'en est pas un. */
export function isTotal(texte: string): boolean {
  return /^total(?! pour l objectif)\b/.test(normaliser(texte));
}

export function isSousTotal(texte: string): boolean {
  return /^sous total\b/.test(normaliser(texte));
}
