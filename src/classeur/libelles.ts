/** Reconnaissance des libellés des annexes 5.2 et 5.3 : objectifs, indicateurs, mesures, engagements. */
import { ENGAGEMENTS } from '../referentiel/engagements';
import { INDICATEURS, INTITULE_DELAIS, type CodeIndicateur, type Indicateur } from '../referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif, type Objectif } from '../referentiel/objectifs';
import { creerFamille, rapprocher, type OptionsRapprochement, type Rapprochement } from './rapprochement';
import { cleLibelle, memoriserTexte, normaliser, separerNumero } from './texte';

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

const formesOfficielles = ({ libelle, libellePlan }: Objectif) => [libelle, libellePlan].filter((forme) => forme !== undefined);

const OBJECTIF_EXACT = new Map(OBJECTIFS.flatMap((objectif) => formesOfficielles(objectif).map((libelle) => [cleLibelle(libelle), objectif] as const)));
const PAR_NUMERO = new Map<number, Objectif>(OBJECTIFS.map((objectif) => [objectif.numero, objectif]));
const FAMILLE_OBJECTIFS = creerFamille('objectifs', OBJECTIFS.map((objectif) => ({
  cible: objectif, officiel: objectif.libelle, jumeau: String(objectif.numero),
  variantes: [...formesOfficielles(objectif), ...objectif.variantes, objectif.nom],
})));

const MENTION_CIBLE = /[\s(]*cibles? nationales?.*$/is;
const sansMention = memoriserTexte((texte) => texte.replace(MENTION_CIBLE, ''));

/** L'objectif dont ce texte est, mot pour mot, un libellé officiel (numéro en tête et mention de cible admis). */
export function objectifExact(texte: string): Objectif | null {
  const { reste } = separerNumero(sansMention(texte));
  return OBJECTIF_EXACT.get(cleLibelle(reste)) ?? OBJECTIF_EXACT.get(cleLibelle(texte)) ?? null;
}

/**
 * Reconnaît un libellé d'objectif. Le libellé prime sur le numéro en tête ; le numéro ne départage
 * que des libellés ambigus, ou tient lieu de libellé s'il est seul (« Objectif 6 »).
 */
export function reconnaitreObjectif(texte: string, annexe: Annexe): Reconnaissance<ObjectifReconnu> {
  const trouver = ({ numero, ...objectif }: Objectif, exact: boolean): Reconnaissance<ObjectifReconnu> => ({
    etat: 'trouve',
    trouve: { numero, officiel: libelleOfficiel({ numero, ...objectif }, annexe), exact },
  });
  const exact = objectifExact(texte);
  if (exact) return trouver(exact, true);
  const { numero, reste } = separerNumero(sansMention(texte));
  const annonce = numero === null ? undefined : PAR_NUMERO.get(numero);
  if (normaliser(reste) === '') return annonce ? trouver(annonce, false) : { etat: 'inconnu' };
  const resultat = rapprocher(reste, FAMILLE_OBJECTIFS);
  if (resultat.etat === 'trouve') return trouver(resultat.candidat.cible, false);
  if (resultat.etat === 'inconnu') return resultat;
  const departage = resultat.candidats.find(({ cible }) => cible === annonce);
  return departage ? trouver(departage.cible, false) : { etat: 'ambigu', candidats: resultat.candidats.map(({ officiel }) => officiel) };
}

/** Indicateurs de même nom (« naissances domiciliées » aux objectifs 1 et 3) : l'un s'écrit volontiers comme l'autre. */
function jumeauxDe({ nom }: Indicateur): readonly CodeIndicateur[] {
  return INDICATEURS.filter((autre) => autre.nom === nom).map(({ code }) => code);
}

const INDICATEURS_EXACTS = new Map(INDICATEURS.map((indicateur) => [cleLibelle(indicateur.libelle), jumeauxDe(indicateur)] as const));
const CLES_OFFICIELLES = new Map(INDICATEURS.map(({ code, libelle }) => [code, cleLibelle(libelle)] as const));
const NUMEROTATION = /^[\s(]*(?:\d{1,2}\s*[.):\-–—]\s*)+/;

/** Codes dont ce texte est, mot pour mot, le libellé officiel ; deux pour les naissances et les enfants de 0 à 6 ans. */
export const indicateursExacts = memoriserTexte((texte: string): readonly CodeIndicateur[] =>
  INDICATEURS_EXACTS.get(cleLibelle(texte)) ?? INDICATEURS_EXACTS.get(cleLibelle(texte.replace(NUMEROTATION, ''))) ?? []);

/** Le texte est le libellé officiel de cet indicateur, et non celui de son jumeau. */
export function isLibelleDe(texte: string, code: CodeIndicateur): boolean {
  const officielle = CLES_OFFICIELLES.get(code);
  return cleLibelle(texte) === officielle || cleLibelle(texte.replace(NUMEROTATION, '')) === officielle;
}

const FAMILLE_INDICATEURS = creerFamille('indicateurs', INDICATEURS.map((indicateur) => ({
  cible: indicateur, officiel: indicateur.libelle, jumeau: indicateur.nom,
  variantes: [...indicateur.variantes, indicateur.nom],
  sousEntendus: [indicateur.type === 'taux' ? 'part' : indicateur.type === 'delai' ? 'delai' : 'nombre'],
})));

/** Rapproche un libellé des indicateurs admis ; un mot qui plaide pour un autre, même non admis, l'écarte. */
export function reconnaitreIndicateur(texte: string, options: OptionsRapprochement<CodeIndicateur> = {}): Rapprochement<Indicateur> {
  const { admis, isPris } = options;
  return rapprocher(texte.replace(NUMEROTATION, ''), FAMILLE_INDICATEURS, {
    ...(admis && { admis: ({ code }: Indicateur) => admis(code) }),
    ...(isPris && { isPris: ({ code }: Indicateur) => isPris(code) }),
  });
}

const BANDEAUX = new Set(ENGAGEMENTS.flatMap(({ libelle, variantes }) => [libelle, ...variantes].map(cleLibelle)));
const DEBUT_BANDEAU = /^(?:engagement (?:n )?[1-4]\b|engagement transvers|conditions pour y parvenir)/;

/** Bandeau d'engagement : « Engagement 2 : … », « Conditions pour y parvenir ». */
export function isBandeau(texte: string): boolean {
  return DEBUT_BANDEAU.test(normaliser(texte)) || BANDEAUX.has(cleLibelle(texte));
}

const INTITULE = normaliser(INTITULE_DELAIS);

/** Ligne d'intitulé des délais de justice : un titre, sans valeur. */
export function isIntituleDelais(texte: string): boolean {
  return normaliser(texte).startsWith(INTITULE);
}

const PARTIEL = /^sous tota(?:l|ux)\b|^tota(?:l|ux) (?:partiel|intermediaire|(?:de |du |de l |par )?(?:engagement|axe|mesure|objectif|action|volet|thematique)\b)/;

/** « TOTAL », « Total général »… ; un sous-total n'en est pas un. */
export function isTotal(texte: string): boolean {
  const normalise = normaliser(texte);
  return /^(?:montant )?tota(?:l|ux)\b(?! pour l objectif)/.test(normalise) && !PARTIEL.test(normalise);
}

export function isSousTotal(texte: string): boolean {
  return PARTIEL.test(normaliser(texte));
}
