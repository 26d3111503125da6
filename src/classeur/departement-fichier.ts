/** Département d'un nom de fichier : « 57-moselle-variante.xlsx », « CDPPE_Eure_et_Loir_v3.xlsx », « CD87.xlsx ». */
import { departementDe, type Departement } from '../referentiel/departements';
import { simplifier } from '../referentiel/texte';
import { chercherMentions, codeDe, isCodeCompatible, type Mention } from './departement-texte';

/** En dessous, deux chiffres peuvent être un jour, un mois, une année ou un rang : on ne parie pas. */
const PLUS_PETIT_CODE_SUR = 32;
const APPUI = /(?:^| )(?:cd|dpt|dept|dep|departement|conseil departemental|cdppe|contrat departemental)(?: (?:du|des|de la|de l|de|d|la|le|l))? $/;
const CODE_NOMME = /(?:^| )(?:cd|dpt|dept|dep|departement) (\d{2,3}|2[ab]|69 ?m)(?= |$)/;
const CODE_SPECIAL = /(?:^|(?:^| )cdppe )(2[ab]|69 ?m|97[1-68])(?= |$)/;
const CODE_DE_DOSSIER = /^(\d\d) cdppe\b|\bcdppe (\d\d)(?=$| (?:20\d\d|[a-z]))/;

/** Mots du nom de fichier, sans extension : « CDPPE87_HauteVienne-v2.xlsx » → « cdppe 87 haute vienne v 2 ». */
function motsDuNom(nom: string): string {
  const decolle = nom
    .replace(/\.[a-z]{3,4}$/i, '')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{L})(?=\d)/gu, '$1 ')
    .replace(/(\d)(?=\p{L}{3})/gu, '$1 ');
  return simplifier(decolle).replace(/[^a-z0-9]+/g, ' ').trim();
}

/** `'contredite'` si le nombre placé juste devant est le code d'un autre département. */
function juger(mots: string, { departement, debut, fin, nomComplet }: Mention): Departement | 'contredite' | null {
  const avant = mots.slice(0, debut);
  const devant = /(?:^| )(\d{2,3}|2[ab]|69 ?m) $/.exec(avant);
  const derriere = /^ (\d{2,3}|2[ab]|69 ?m)(?= |$)/.exec(mots.slice(fin));
  const codeDevant = devant && codeDe(devant[1]!);
  if (codeDevant) return isCodeCompatible(departement, codeDevant) ? departement : 'contredite';
  const codeDerriere = derriere && codeDe(derriere[1]!);
  if (!departement.homonyme || (codeDerriere && isCodeCompatible(departement, codeDerriere))) return departement;
  const lotNumerote = /^ (?:n |no )?\d{1,2}(?= |$)/.test(mots.slice(fin));
  return APPUI.test(avant) && nomComplet && !lotNumerote ? departement : null;
}

function lireCode(mots: string): Departement | null {
  const sur = (CODE_NOMME.exec(mots) ?? CODE_SPECIAL.exec(mots))?.[1];
  if (sur !== undefined) return departementDe(codeDe(sur) ?? '') ?? null;
  const trouve = CODE_DE_DOSSIER.exec(mots);
  const code = trouve && (trouve[1] ?? trouve[2]!);
  return code && Number(code) >= PLUS_PETIT_CODE_SUR ? (departementDe(code) ?? null) : null;
}

/** Département que désigne un nom de fichier ; `null` s'il n'en désigne aucun, ou plusieurs. */
export function lireNomDeFichier(nom: string): Departement | null {
  const mots = motsDuNom(nom);
  const mentions = chercherMentions(mots);
  const juges = mentions.map((mention) => juger(mots, mention));
  if (juges.includes('contredite')) return null;
  const noms = new Set(juges.filter((element) => element !== null && element !== 'contredite'));
  if (noms.size > 1 || (noms.size === 0 && mentions.some(({ departement }) => !departement.homonyme))) return null;
  const [trouve] = noms;
  return trouve ?? lireCode(mots);
}
