/** Reconnaissance des libellés des annexes 5.2 et 5.3 : objectifs, indicateurs, mesures, engagements. */
import { ENGAGEMENTS } from '../referentiel/engagements';
import { INDICATEURS, INTITULE_DELAIS, type CodeIndicateur, type Indicateur } from '../referentiel/indicateurs';
import { memoriserTexte } from '../referentiel/memoire-texte';
import { OBJECTIFS, type NumeroObjectif, type Objectif } from '../referentiel/objectifs';
import { creerFamille } from './famille';
import { rapprocher, type OptionsRapprochement, type Rapprochement } from './rapprochement';
import { motsCles, termes } from './termes';
import { cleLibelle, normaliser, separerNumero } from './texte';

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
/** Noms d'usage, plus courts que ceux des annexes. */
const USAGES: Readonly<Partial<Record<NumeroObjectif, readonly string[]>>> = {
  6: ['Renforcer la CRIP'], 9: ['Double prise en charge ASE / handicap'], 12: ['TISF'], 18: ['Fratries'], 23: ['Parrainage'],
};
const FAMILLE_OBJECTIFS = creerFamille('objectifs', OBJECTIFS.map((objectif) => ({
  cible: objectif, officiel: objectif.libelle, jumeau: String(objectif.numero),
  variantes: [...formesOfficielles(objectif), ...objectif.variantes, objectif.nom, ...(USAGES[objectif.numero] ?? [])],
})));

/** Mention de cible nationale que l'annexe 5.2 ajoute sous le libellé, ou à sa suite. */
const MENTION_CIBLE = /[\s(]*(?:\bcibles?\s+nationales?\b|\n\s*cibles?\b).*$/is;
const sansMention = memoriserTexte((texte) => texte.replace(MENTION_CIBLE, ''));

/** Texte qui accompagne un libellé d'objectif sans en être un : « Cible nationale… », « (fondamental) », « – ». */
export const isMention = memoriserTexte((texte) => texte !== '' && numeroSeul(texte) === null && motsCles(sansMention(texte)).length === 0);

/** L'objectif dont ce texte est, mot pour mot, un libellé officiel (numéro en tête et mention de cible admis). */
export const objectifExact = memoriserTexte((texte: string): Objectif | null => {
  const { reste } = separerNumero(sansMention(texte));
  return OBJECTIF_EXACT.get(cleLibelle(reste)) ?? OBJECTIF_EXACT.get(cleLibelle(texte)) ?? null;
});

/** Numéro d'objectif qui tient lieu de libellé (« Objectif 6 », « 6. ») ; `null` si un libellé le suit. */
export function numeroSeul(texte: string): NumeroObjectif | null {
  const { numero, reste } = separerNumero(texte);
  return numero !== null && normaliser(reste) === '' ? (PAR_NUMERO.get(numero)?.numero ?? null) : null;
}

/**
 * Reconnaît un libellé d'objectif. Le libellé prime sur le numéro en tête ; le numéro ne départage
 * que des libellés ambigus, confirme un libellé très abrégé (« 6. CRIP »), ou tient lieu de libellé
 * s'il est seul.
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
  if (annonce && isConfirme(reste, annonce, resultat)) return trouver(annonce, false);
  return resultat.etat === 'ambigu' ? { etat: 'ambigu', candidats: resultat.candidats.map(({ officiel }) => officiel) } : resultat;
}

function isConfirme(reste: string, annonce: Objectif, resultat: Exclude<Rapprochement<Objectif>, { etat: 'trouve' }>): boolean {
  if (resultat.etat === 'ambigu') return resultat.candidats.some(({ cible }) => cible === annonce);
  return rapprocher(reste, FAMILLE_OBJECTIFS, { admis: (objectif) => objectif === annonce, abrege: true }).etat === 'trouve';
}

const PAR_MESURE = new Map<string, readonly Objectif[]>();
for (const objectif of OBJECTIFS) {
  for (const cle of new Set([objectif.mesure.libelle, objectif.mesure.libellePlan ?? objectif.mesure.libelle].map(cleLibelle))) {
    PAR_MESURE.set(cle, [...(PAR_MESURE.get(cle) ?? []), objectif]);
  }
}

/** Objectifs d'une mesure, reconnue mot pour mot. */
export function objectifsDeLaMesure(texte: string): readonly Objectif[] {
  return PAR_MESURE.get(cleLibelle(texte)) ?? [];
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

/**
 * Rapproche un libellé des indicateurs admis (ceux d'un objectif : le libellé peut alors être abrégé).
 * Un mot qui plaide pour un autre indicateur, même non admis, l'écarte.
 */
export function reconnaitreIndicateur(texte: string, options: OptionsRapprochement<CodeIndicateur> = {}): Rapprochement<Indicateur> {
  const { admis, isPris } = options;
  return rapprocher(texte.replace(NUMEROTATION, ''), FAMILLE_INDICATEURS, {
    ...(admis && { admis: ({ code }: Indicateur) => admis(code), abrege: true }),
    ...(isPris && { isPris: ({ code }: Indicateur) => isPris(code) }),
  });
}

const BANDEAUX = ENGAGEMENTS.flatMap(({ libelle, variantes }) => [libelle, ...variantes]).map(motsCles);
const DEBUT_BANDEAU = /^(?:n )?engagement (?:n )?[1-4]\b|^engagement transvers|^condition pour y parven/;
/** Part de mots communs à un bandeau retouché et à l'officiel. */
const PART_BANDEAU = 0.7;

/** Bandeau d'engagement : « Engagement 2 : … », « Conditions pour y parvenir », « Axe 1 – Agir le plus précocement possible… ». */
export const isBandeau = memoriserTexte((texte) => {
  if (DEBUT_BANDEAU.test(termes(texte))) return true;
  const mots = motsCles(texte);
  return BANDEAUX.some((officiel) => mots.filter((mot) => officiel.includes(mot)).length >= PART_BANDEAU * Math.max(mots.length, officiel.length));
});

const INTITULE = normaliser(INTITULE_DELAIS);

/** Ligne d'intitulé des délais de justice : un titre, sans valeur. */
export function isIntituleDelais(texte: string): boolean {
  return normaliser(texte).startsWith(INTITULE);
}

const PARTIEL = /^(?:sous|s) tota(?:l|ux)\b|^tota(?:l|ux) (?:partiel|intermediaire|(?:de |du |de l |de la |par )?(?:engagement|axe|mesure|objectif|action|volet|thematique)\b)/;

export const isSousTotal = memoriserTexte((texte) => PARTIEL.test(normaliser(texte)));

const TOTAL = /^(?:montant )?tota(?:l|ux)(?: (?:general|generaux|global|annuel|cumule|financements?|montants?|plan|contrat|cdppe|prevu|hors|tous|toutes|departement|etat|d|du|de|des|en|par|sur|ht|ttc|eur|k|20\d\d)\b.*)?$/;

/** « TOTAL », « Total général »… ; ni un sous-total, ni le total d'un objectif, ni une action qui commence par ce mot. */
export const isTotal = memoriserTexte((texte) => TOTAL.test(normaliser(texte)) && !isSousTotal(texte));
