/** Mots par lesquels un agent écrit une source de financement ou un emploi de crédits. Formes simplifiées : voir `aligner`. */
import type { Enveloppe } from './objectifs';

/** Montants et parts, à écarter avant de lire « 304 ». */
export const MONTANTS = /\d{1,3}(?: \d{3})+(?:,\d+)? ?(?:€|euros?)?|\d+(?:[.,]\d+)? ?(?:k ?€|m ?€|€|euros?\b|%)/g;

/** Écritures de chaque enveloppe. */
export const SYNONYMES: readonly (readonly [Enveloppe, RegExp])[] = [
  ['P304', /(?<![a-z0-9])(?:programmes? (?:budgetaire )?(?:n ?° ?)?304|bop ?(?:n ?° ?)?304|p\.? ?304|304|p?lfi?(?: ?(?:pour )?20\d\d)?(?! ?de la secu)|(?:projet de )?lois? de finances(?: initiale)?(?: pour)?(?: 20\d\d)?|inclusion sociale et protection des personnes)(?![a-z0-9])/g],
  ['FIR', /(?<![a-z0-9])(?:f\.?i\.?r\.?|fonds? d'intervention regionale?)(?:[ ,-]*mission ?(?:n ?° ?)?1)?(?![a-z0-9])/g],
  ['ONDAM', /(?<![a-z0-9])(?:ondam(?:[ -]*(?:medico[ -]?social|ms|ph|pds))?|objectif national (?:de|des) depenses d'assurance maladie)(?![a-z0-9])/g],
];

/** Financeurs et programmes qui ne sont pas des sources du contrat. */
export const HORS_CONTRAT =
  /(?<![a-z0-9])(?:c(?:n)?af|cpam|cnam|msa|dsid|dsil|detr|(?:programmes? |bop ?|p\.? ?)?(?:n ?° ?)?177|(?:programmes? |bop ?|p\.? ?)(?:147|182|135)|caisses? d'allocations familiales|caisses? primaires?(?: d'assurance maladie)?|mutualite sociale agricole|fse|communes?|conseil departemental|departement|cd|reaap|strategie pauvrete|plan pauvrete)(?: ?\d{2,3})?(?![a-z0-9])/g;

/** Payeurs qui expliquent une source sans en être une : « FIR (ARS) », « Etat (PLF) ». */
export const PAYEUR_ARS = /(?<![a-z0-9])(?:ars|agences? regionales? de sante)(?![a-z0-9])/g;
/** Services de l'Etat, qu'une enveloppe citée explique. */
export const PAYEUR_ETAT = /(?<![a-z0-9])(?:etat|prefecture|prefet|ddcs(?:pp)?|ddets(?:pp)?|drdjscs|dgcs|dgs)(?![a-z0-9])/g;
/** Mots qui accompagnent une source sans rien en dire. */
export const LIAISON =
  /(?<![a-z0-9])(?:credits?|financements?|cofinancements?|dotations?|enveloppes?|subventions?|budget|sources?|montants?|fonds|part|au titre|hors|hormis|via|sur|par|dont|et|ou|puis|le|la|les|l'|de|du|des|d'|un|une|pour|en|avec|modalites?|annuels?|annee|contrat|cdppe|20\d\d|n ?°|\d+)(?![a-z0-9])/g;

export interface RegleEmploi {
  readonly terme: string;
  readonly motif: RegExp;
  readonly enveloppes: readonly Enveloppe[];
}

/** Ni prise ni fiche de poste, ni « poste de secours », « de travail », « de dépense ». */
const POSTE = /(?<![a-z])(?<!(?:fiches?|prises?|changements?) de )postes? (?:de |d')(?!secours|police|travail|garde|depenses?|commandement|observation|ecoute|gendarmerie)|(?:creation|financement|ouverture|cofinancement) (?:de |d')(?:[a-z0-9,]+ ){0,2}postes?(?![a-z])/g;

export const REGLES_EMPLOIS: readonly RegleEmploi[] = [
  { terme: 'ETP', motif: /(?<![a-z])(?:etpt?s?|e\.t\.p\.?(?:t\.?)?|equivalents?[ -]temps[ -]pleins?)(?![a-z])/g, enveloppes: ['P304', 'FIR'] },
  { terme: 'poste de', motif: POSTE, enveloppes: ['P304', 'FIR'] },
  { terme: 'dépenses de personnel', motif: /(?<![a-z])(?:depenses?|frais|charges?) de personnels?(?![a-z])/g, enveloppes: ['P304', 'FIR'] },
  { terme: 'recrutement', motif: /(?<![a-z])(?:recrut(?:ements?|er|ee?s?|ant|ent|ons)|embauch(?:es?|er))(?![a-z])(?! (?:[a-z']+ ){0,2}(?:benevol|parrain|marrain|volontair|tiers|services? civiques?))/g, enveloppes: ['P304'] },
  { terme: 'salaire', motif: /(?<![a-z])(?:salaires?|masses? salariales?|charges? salariales?)(?![a-z])/g, enveloppes: ['P304'] },
  { terme: 'prix de journée', motif: /(?<![a-z])prix de (?:la )?journees?(?![a-z])/g, enveloppes: ['P304'] },
  { terme: 'acte coté', motif: /(?<![a-z])actes? (?:[a-z]+ )?cotes?(?![a-z])/g, enveloppes: ['FIR'] },
  { terme: 'remboursement', motif: /(?<![a-z])rembours(?:ements?|er)(?![a-z])/g, enveloppes: ['FIR'] },
];

/**
 * « hors ETP », « sans aucun recrutement », « pas de financement d'ETP », « plutôt qu'un prix de
 * journée » : entre la négation et le terme, seulement des mots qui la prolongent (« familles
 * sans logement par le recrutement… » n'est pas une négation).
 */
export const NEGATION =
  /(?:^|[^a-z])(?:hors|sans|aucune?|ni|sauf|excepte|a l'exclusion|exclure|exclut|pas|plutot que?|au lieu)(?:[ ']+(?:aucune?|de|d|du|des|le|la|les|l|un|une|en|nouveaux?|nouvelles?|tout|toute|prevu|finance[rs]?|financement|creation|charge|prise|depenses?|directe?(?:ment)?|\d+))*[ ']*$/;
/** « non financé », « hors contrat », « à la charge du département » après le terme. */
export const DEMENTI =
  /^(?: (?!dont )[a-z0-9-]+){0,4},? \(?(?:non (?:finance|pris)|exclus?(?![a-z])|hors (?:contrat|cdppe|financement)|(?:a la charge|finances? par|pris en charge par|portes? par) ?(?:du |le |la )?(?:departement|cd|conseil departemental)(?! (?:et|\/)))/;
/** Ce qui prolonge une négation d'un terme au suivant : « hors ETP, salaires et prix de journée ». */
export const ENUMERATION = /^(?:[\s,/]|et\b|ou\b|ni\b|de\b|du\b|des\b|le\b|la\b|les\b|d'|l')*$/;
