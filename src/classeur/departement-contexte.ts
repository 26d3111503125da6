/** Mentions de départements assez claires pour être retenues : titres, phrases, noms de fichiers. */
import { departementDe, type Departement } from '../referentiel/departements';
import { simplifier } from '../referentiel/texte';
import { chercherMentions, codeDe, isCodeCompatible, type Mention } from './departement-texte';

const ARTICLE = "(?:de la |de l'|du |des |de |d'|la |le |l')";
const PERIODE = '(?: ?\\(?20\\d\\d ?[-/a] ?20\\d\\d\\)?)?';
/** « département de la … », « CD … » : le texte dit que c'est un département. */
const FORT = new RegExp(`(?:^|[^a-z0-9])(?:conseil departemental|departement|dpt|dept|dep|cd)\\.? ?[:(-]{0,2} ?(${ARTICLE})?$`);
/** « CDPPE … », « contrat départemental … » : le titre d'un document du contrat. */
const DOCUMENT = new RegExp(
  `(?:^|[^a-z0-9])(?:cdppe|contrat departemental(?: de prevention et (?:de )?protection de l'enfance)?)(?: \\(cdppe\\))?${PERIODE} ?[:(-]{0,2} ?(${ARTICLE})?$`,
);
const FIN_DE_NOM = /^ ?(?:$|[)\],;:./|(\n-]|20\d\d)/;
const CODE_EN_CONTEXTE = /(?:^|[^a-z0-9])(?:conseil departemental|departement|dpt|dept|dep|cd)\.? ?(?:n° ?|: ?|\( ?|- ?)?(\d{2,3}|2[ab]|69m)(?= ?(?:$|[)\],;:/|]|-(?!\d)))/;

/** Code collé au nom : « Lot (46) », « 46 – Lot », « 46 Lot ». */
function codeVoisin(simple: string, { debut, fin }: Mention): { readonly code: string; readonly net: boolean; readonly devant: boolean } | null {
  const derriere = /^ ?([([] ?|- ?)?(\d{2,3}|2[ab]|69m)(?![\d%a-z,.]| ?%| \d{3})/.exec(simple.slice(fin));
  const devant = /(?:^|[^a-z0-9])(\d{2,3}|2[ab]|69m) ?([-:)] ?| )$/.exec(simple.slice(0, debut));
  const lu = devant?.[1] ?? derriere?.[2];
  const code = lu === undefined ? null : codeDe(lu);
  if (code === null) return null;
  return { code, devant: devant !== null, net: devant ? devant[2]!.trim() !== '' : derriere![1] !== undefined };
}

/**
 * Homonymes (Nord, Lot, Manche…) : il faut un article après « département » (« du Nord »), ou
 * que le nom finisse le groupe (« Département : Manche », « CDPPE Somme »).
 */
function isHomonymeClair(simple: string, { fin, nomComplet, departement }: Mention, article: boolean): boolean {
  const suite = simple.slice(fin);
  if (/^ (?:de|des|du|a|le|la|avec|n°|no)\b|^ d'|^ ?(?:n° ?)?\d{1,2}(?!\d)/.test(suite)) return false;
  if (!nomComplet && departement.code === '974') return false;
  return article || FIN_DE_NOM.test(suite);
}

export interface Certitude {
  readonly departement: Departement;
  /** 2 : le texte dit « département » ; 1 : titre d'un document du contrat, ou nom et code. */
  readonly force: 1 | 2;
}

/** Force d'une mention : `null` si rien ne l'appuie, `'contredite'` si un code voisin la dément. */
function peser(simple: string, mention: Mention): Certitude | 'contredite' | null {
  const voisin = codeVoisin(simple, mention);
  const accord = voisin !== null && isCodeCompatible(mention.departement, voisin.code);
  if (voisin?.net && !accord) return 'contredite';
  const avant = simple.slice(0, mention.debut);
  const fort = FORT.exec(avant);
  const document = fort ?? DOCUMENT.exec(avant);
  const { departement } = mention;
  if (accord && (voisin.net || !departement.homonyme)) return { departement, force: fort ? 2 : 1 };
  if (!document || (departement.homonyme && !isHomonymeClair(simple, mention, document[1] !== undefined))) return null;
  return { departement, force: fort ? 2 : 1 };
}

/**
 * Département qu'une cellule de titre désigne sans doute possible ; `null` si elle n'en désigne
 * aucun, ou plusieurs.
 */
export function lireTitre(texte: string): Certitude | null {
  if (texte.length > 300) return null;
  const simple = simplifier(texte);
  const mentions = chercherMentions(simple);
  const poids = mentions.map((mention) => peser(simple, mention));
  if (poids.includes('contredite')) return null;
  const certitudes = poids.filter((element): element is Certitude => element !== null && element !== 'contredite');
  const code = CODE_EN_CONTEXTE.exec(simple);
  const designe = code && departementDe(codeDe(code[1]!) ?? '');
  if (designe && mentions.length === 0) return { departement: designe, force: 2 };
  const noms = new Set(mentions.map(({ departement }) => departement.code));
  return noms.size === 1 && certitudes.length > 0 ? certitudes[0]! : null;
}

/** Nom seul et sans équivoque dans un titre de document : « Tableau de bord – Haute-Vienne ». */
export function lireNomDeDocument(texte: string): Departement | null {
  const simple = simplifier(texte);
  if (simple.length > 200 || !/\b(?:cdppe|contrat departemental|annexe 5|tableau de bord|plan d'action)/.test(simple)) return null;
  const mentions = chercherMentions(simple);
  const [mention] = mentions;
  return mentions.length === 1 && mention && !mention.departement.homonyme && peser(simple, mention) !== 'contredite' && FIN_DE_NOM.test(simple.slice(mention.fin)) ? mention.departement : null;
}
