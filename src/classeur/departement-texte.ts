/**
 * Mentions de départements dans un texte. Le nom le plus long l'emporte (« Eure-et-Loir » n'est
 * pas l'Eure), et un nom qui est aussi un mot courant (Nord, Lot, Somme…) demande un contexte.
 */
import { DEPARTEMENTS, departementDe, FAUX_AMIS, type Departement } from '../referentiel/departements';
import { simplifier } from '../referentiel/texte';

interface Mot {
  readonly texte: string;
  readonly debut: number;
  readonly fin: number;
}

export interface Mention {
  readonly departement: Departement;
  /** Bornes dans le texte simplifié. */
  readonly debut: number;
  readonly fin: number;
  /** « La Réunion » plutôt que « réunion ». */
  readonly nomComplet: boolean;
}

const MOTS_DU_NOM_MAX = 5;
/** Au-delà, un texte ne désigne plus un département : il en parle. */
const LONGUEUR_MAX = 120;
const ABREVIATIONS: Readonly<Record<string, string>> = { st: 'saint', hte: 'haute', htes: 'hautes', hts: 'hauts', dpt: 'departement' };

function decouper(simple: string): readonly Mot[] {
  return Array.from(simple.matchAll(/[a-z0-9]+/g), (trouve) => ({ texte: ABREVIATIONS[trouve[0]] ?? trouve[0], debut: trouve.index, fin: trouve.index + trouve[0].length }));
}

const cleDe = (nom: string) => decouper(simplifier(nom)).map((mot) => mot.texte).join(' ');

/** Nom en mots simples → département ; `null` : faux ami à écarter. */
const INDEX: ReadonlyMap<string, Departement | null> = new Map<string, Departement | null>([
  ...FAUX_AMIS.map((nom) => [cleDe(nom), null] as const),
  ...DEPARTEMENTS.flatMap((departement) => [departement.nom, ...departement.synonymes].map((nom) => [cleDe(nom), departement] as const)),
]);
const PREMIERS_MOTS = new Set(Array.from(INDEX.keys(), (cle) => cle.split(' ')[0]!));

/** Vrai si le code peut désigner ce département : « 69 » pour la Métropole de Lyon, « 20 » pour la Corse-du-Sud. */
export function isCodeCompatible({ code }: Departement, lu: string): boolean {
  if (lu === code) return true;
  return (code === '69M' && lu === '69') || ((code === '2A' || code === '2B') && lu === '20');
}

/** « 2a » → « 2A », « 1 » → « 01 » ; `null` si ce n'est pas un code connu. */
export function codeDe(texte: string): string | null {
  const code = texte.replace(/ /g, '').toUpperCase().padStart(2, '0');
  return departementDe(code) ? code : null;
}

/** Noms de départements d'un texte déjà simplifié, de gauche à droite, le plus long à chaque fois. */
export function chercherMentions(simple: string): readonly Mention[] {
  const mots = decouper(simple);
  const mentions: Mention[] = [];
  for (let rang = 0; rang < mots.length; rang += 1) {
    if (!PREMIERS_MOTS.has(mots[rang]!.texte)) continue;
    let cle = mots[rang]!.texte;
    let retenu: { readonly departement: Departement | null; readonly dernier: number } | null = null;
    for (let dernier = rang; ; ) {
      const departement = INDEX.get(cle);
      if (departement !== undefined) retenu = { departement, dernier };
      dernier += 1;
      const mot = mots[dernier];
      if (!mot || dernier - rang >= MOTS_DU_NOM_MAX || !/^[ '_-]{1,3}$/.test(simple.slice(mots[dernier - 1]!.fin, mot.debut))) break;
      cle += ` ${mot.texte}`;
    }
    if (!retenu) continue;
    const { debut } = mots[rang]!;
    const { fin } = mots[retenu.dernier]!;
    if (retenu.departement && !isPrisDansUnNom(simple, debut, fin)) {
      const nomComplet = retenu.departement.code !== '974' || retenu.dernier > rang;
      mentions.push({ departement: retenu.departement, debut, fin, nomComplet });
    }
    rang = retenu.dernier;
  }
  return mentions;
}

/** « Loire-Forez », « Sud-Loire » : un trait d'union colle le nom à autre chose. */
function isPrisDansUnNom(simple: string, debut: number, fin: number): boolean {
  return /[a-z]-$/.test(simple.slice(0, debut)) || /^-[a-z]/.test(simple.slice(fin));
}

const INTITULE = /^(?:le |la |l')?(?:conseil departemental|collectivite|departement|departements|dpt|dept|dep|cd)(?![a-z])\.?(?: ?\(cd\))? ?(?:n° ?)?[:-]? ?(?:de la |de l'|du |des |de |d'|la |le |l')?/;

/**
 * Département que désigne un texte entier : « 87 », « Haute-Vienne (87) », « CD 87 »,
 * « Département du Val d’Oise », « Nord ». `null` s'il dit autre chose (« 2019 », « 20 % »,
 * « Lot n° 2 ») ou deux choses (« Haute-Vienne (78) »).
 */
export function trouverDepartement(texte: string): Departement | null {
  if (texte.length > LONGUEUR_MAX) return null;
  const simple = simplifier(texte).replace(/[ :.;,-]+$/, '');
  const reste = simple.replace(INTITULE, '');
  const seul = /^[([]? ?(\d{1,3}|2[ab]|69 ?m) ?[)\]]?$/.exec(reste);
  if (seul) return departementDe(codeDe(seul[1]!) ?? '') ?? null;
  // « La Réunion » : l'article fait partie du nom, ôté ou non avec l'intitulé.
  const mentions = chercherMentions(reste);
  if (mentions.length !== 1) return null;
  const [{ departement, debut, fin }] = mentions as [Mention];
  const autour = `${reste.slice(0, debut)} ${reste.slice(fin)}`.trim();
  if (/^(?:la|le|l'|les)?$/.test(autour)) return departement;
  const code = /^[([]? ?(\d{2,3}|2[ab]|69 ?m) ?[)\]]?(?: ?[-:])?$|^- ?(\d{2,3}|2[ab])$/.exec(autour);
  const lu = code && codeDe(code[1] ?? code[2]!);
  return lu && isCodeCompatible(departement, lu) ? departement : null;
}
