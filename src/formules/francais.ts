/**
 * Traduction d'une formule entre l'anglais du fichier et le français d'Excel : noms de fonctions,
 * séparateurs, virgule décimale, booléens, erreurs. Sert à l'affichage ; les chaînes, les noms de
 * feuilles et les adresses ne changent pas.
 */
import type { Instantane } from '../classeur/instantane';
import { nomAnglais } from './analyse';
import { ERREURS_ANGLAISES, ERREURS_FRANCAISES, NOMS_ANGLAIS, NOMS_FRANCAIS } from './noms-francais';

type Langue = 'anglais' | 'francais';

interface Jeton {
  readonly nature: 'fonction' | 'mot' | 'nombre' | 'erreur' | 'separateur' | 'accolade' | 'autre';
  readonly texte: string;
}

/**
 * Morceaux qui ne se traduisent pas (chaînes, noms de feuilles, références structurées, classeurs
 * liés), puis erreurs, nombres et mots. Un nombre n'est lu que là où un mot n'est pas en cours.
 */
const MOTIFS: Readonly<Record<Langue, RegExp>> = {
  anglais: motif('\\d+\\.?\\d*|\\.\\d+'),
  francais: motif('\\d+,?\\d*|,\\d+'),
};

function motif(nombre: string): RegExp {
  return new RegExp([
    '"(?:[^"]|"")*"?',
    "'(?:[^']|'')*'?!?",
    '(?<crochet>\\[(?:[^\\[\\]]|\\[[^\\[\\]]*\\])*\\])',
    '(?<erreur>#[A-Za-zÉ_/0]+[!?]|#N/A|#GETTING_DATA|#CHARGEMENT_DONNEES)',
    `(?<nombre>(?:${nombre})(?:[eE][+-]?\\d+)?(?![A-Za-z_!:$(]))`,
    '(?<mot>[$\\p{L}\\d_\\\\][\\p{L}\\d_.$?]*)',
    '(?<separateur>[,;])',
    '(?<accolade>[{}])',
    '[\\s\\S]',
  ].join('|'), 'giu');
}

/** « =IFERROR(D7/D9,"") » → « =SIERREUR(D7/D9;"") ». */
export function versFrancais(formule: string): string {
  return traduire(formule, 'anglais', {
    fonction: (nom) => NOMS_FRANCAIS.get(nomAnglais(nom)) ?? nomAnglais(nom),
    booleens: new Map([['TRUE', 'VRAI'], ['FALSE', 'FAUX']]),
    erreurs: ERREURS_FRANCAISES,
    nombre: (texte) => texte.replace('.', ','),
    separateurs: { argument: ';', colonne: '.', ligne: ';' },
    crochets: SECTIONS,
  });
}

/** La formule à montrer : telle que l'Excel de l'agent l'affiche si l'on en vient, sinon en français. */
export function ecrireFormule(formule: string, { formulesLocales }: Pick<Instantane, 'formulesLocales'> = {}): string {
  return formulesLocales?.get(formule) ?? versFrancais(formule);
}

/** « =SIERREUR(D7/D9;"") » → « =IFERROR(D7/D9,"") », sans préfixe `_xlfn.`. */
export function versAnglais(formule: string): string {
  return traduire(formule, 'francais', {
    fonction: (nom) => NOMS_ANGLAIS.get(nom.toUpperCase()) ?? nom.toUpperCase(),
    booleens: new Map([['VRAI', 'TRUE'], ['FAUX', 'FALSE']]),
    erreurs: ERREURS_ANGLAISES,
    nombre: (texte) => texte.replace(',', '.'),
    separateurs: { argument: ',', colonne: ',', ligne: ';' },
    crochets: SECTIONS.map(([anglais, francais]) => [francais, anglais] as const),
  });
}

const SECTIONS: readonly (readonly [string, string])[] = [
  ['#All', '#Tout'], ['#Data', '#Données'], ['#Headers', '#En-têtes'], ['#Totals', '#Totaux'], ['#This Row', '#Cette ligne'],
];

interface Regles {
  readonly fonction: (nom: string) => string;
  readonly booleens: ReadonlyMap<string, string>;
  readonly erreurs: ReadonlyMap<string, string>;
  readonly nombre: (texte: string) => string;
  /** Séparateurs d'arguments, et de colonnes et de lignes dans une matrice. */
  readonly separateurs: { readonly argument: string; readonly colonne: string; readonly ligne: string };
  readonly crochets: readonly (readonly [string, string])[];
}

function traduire(formule: string, langue: Langue, regles: Regles): string {
  let matrice = false;
  return decouper(formule, langue).map(({ nature, texte }) => {
    switch (nature) {
      case 'fonction': return regles.fonction(texte);
      case 'nombre': return regles.nombre(texte);
      case 'erreur': return regles.erreurs.get(texte.toUpperCase()) ?? texte;
      case 'accolade':
        matrice = texte === '{';
        return texte;
      case 'separateur':
        if (!matrice) return regles.separateurs.argument;
        return texte === ';' ? regles.separateurs.ligne : regles.separateurs.colonne;
      case 'mot': return regles.booleens.get(texte.toUpperCase()) ?? texte;
      // En français, un point sépare les colonnes d'une matrice.
      case 'autre':
        if (matrice && texte === '.' && langue === 'francais') return regles.separateurs.colonne;
        return texte.startsWith('[') ? traduireSections(texte, regles.crochets) : texte;
    }
  }).join('');
}

function traduireSections(texte: string, sections: Regles['crochets']): string {
  return sections.reduce((traduit, [de, vers]) => traduit.replaceAll(`[${de}]`, `[${vers}]`), texte);
}

function decouper(formule: string, langue: Langue): readonly Jeton[] {
  const jetons: Jeton[] = [];
  for (const trouve of formule.matchAll(MOTIFS[langue])) {
    const texte = trouve[0];
    const groupes = trouve.groups ?? {};
    const suite = formule.slice(trouve.index + texte.length);
    if (groupes.mot !== undefined) jetons.push({ nature: /^\s*\(/.test(suite) ? 'fonction' : suite.startsWith('!') ? 'autre' : 'mot', texte });
    else if (groupes.erreur !== undefined) jetons.push({ nature: 'erreur', texte });
    else if (groupes.nombre !== undefined) jetons.push({ nature: 'nombre', texte });
    else if (groupes.separateur !== undefined) jetons.push({ nature: 'separateur', texte });
    else jetons.push({ nature: groupes.accolade === undefined ? 'autre' : 'accolade', texte });
  }
  return jetons;
}
