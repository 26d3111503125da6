/** Un code de format d'Excel, découpé en sections et en jetons (ECMA-376, 18.8.30 et 18.8.31). */

export type Jeton =
  | { readonly type: 'litteral'; readonly texte: string }
  /** « 0 », « # » ou « ? ». */
  | { readonly type: 'chiffre'; readonly texte: string }
  | { readonly type: 'point' | 'virgule' | 'pourcent' | 'texte' | 'general' }
  | { readonly type: 'exposant'; readonly plus: boolean }
  /** Lettres d'une date ou d'une durée (« yyyy », « mm », « [h] », « AM/PM »…), en minuscules. */
  | { readonly type: 'date'; readonly texte: string };

export interface Condition {
  readonly operateur: '<' | '<=' | '>' | '>=' | '=' | '<>';
  readonly seuil: number;
}

export interface Section {
  readonly jetons: readonly Jeton[];
  readonly condition: Condition | null;
}

/** Un code plus long n'est pas un format : Excel n'en admet pas plus de 255 caractères. */
const LONGUEUR_MAX = 255;

const MOTIF = new RegExp([
  '"(?<cite>[^"]*)"?',
  '\\\\(?<echappe>[\\s\\S])',
  '_(?<place>[\\s\\S])',
  '\\*(?<repete>[\\s\\S])',
  '\\[(?<crochet>[^\\]]*)\\]',
  '(?<general>General|Standard)',
  '(?<demi>AM/PM|A/P)',
  '(?<exposant>E[+-])',
  '(?<date>y+|m+|d+|h+|s+(?:\\.0+)?|a{3,4}|j+)',
  '(?<chiffre>[0#?])',
  '(?<signe>[.,%@;])',
  '(?<litteral>[\\s\\S])',
].join('|'), 'giu');

const SIGNES = { '.': 'point', ',': 'virgule', '%': 'pourcent', '@': 'texte' } as const;

/** `[$€-40C]` montre « € », `[>=100]` est une condition, `[Red]` une couleur, `[h]` une durée. */
function lireCrochet(contenu: string): Jeton | Condition | null {
  if (contenu.startsWith('$')) {
    const symbole = contenu.slice(1).replace(/-[^-]*$/, '');
    return symbole === '' ? null : { type: 'litteral', texte: symbole };
  }
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:[.,]\d+)?)$/.exec(contenu);
  if (condition) return { operateur: condition[1] as Condition['operateur'], seuil: Number(condition[2]!.replace(',', '.')) };
  return /^(?:h+|m+|s+)$/i.test(contenu) ? { type: 'date', texte: `[${contenu.toLowerCase()}]` } : null;
}

function lireJeton(groupes: Readonly<Record<string, string | undefined>>): Jeton | Condition | null {
  const { cite, echappe, place, crochet, general, demi, exposant, date, chiffre, signe, litteral } = groupes;
  if (cite !== undefined) return { type: 'litteral', texte: cite };
  if (echappe !== undefined) return { type: 'litteral', texte: echappe };
  if (place !== undefined) return { type: 'litteral', texte: '\u00a0' };
  if (crochet !== undefined) return lireCrochet(crochet);
  if (general !== undefined) return { type: 'general' };
  if (demi !== undefined) return { type: 'date', texte: 'am/pm' };
  if (exposant !== undefined) return { type: 'exposant', plus: exposant.endsWith('+') };
  if (date !== undefined) return { type: 'date', texte: date.toLowerCase().replace(/^j/, 'd').replace(/^a+/, 'yyyy') };
  if (chiffre !== undefined) return { type: 'chiffre', texte: chiffre };
  if (signe !== undefined && signe !== ';') return { type: SIGNES[signe as keyof typeof SIGNES] };
  // Le caractère répété pour remplir la cellule n'a pas sa place ici.
  return litteral === undefined ? null : { type: 'litteral', texte: litteral };
}

/** Sections d'un code de format, dans l'ordre ; `null` si le code est démesuré. */
export function lireCode(code: string): readonly Section[] | null {
  if (code.length > LONGUEUR_MAX) return null;
  const sections: { jetons: Jeton[]; condition: Condition | null }[] = [{ jetons: [], condition: null }];
  for (const { groups = {} } of code.matchAll(MOTIF)) {
    if (groups.signe === ';') {
      sections.push({ jetons: [], condition: null });
      continue;
    }
    const courante = sections[sections.length - 1]!;
    const lu = lireJeton(groups);
    if (lu === null) continue;
    if ('operateur' in lu) courante.condition = lu;
    else courante.jetons.push(lu);
  }
  return sections;
}
