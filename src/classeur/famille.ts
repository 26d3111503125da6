/**
 * Une famille de libellés officiels (les indicateurs, les objectifs), et ce qu'un libellé saisi dit de
 * chacun : la part qu'il en retrouve, la part de lui qui s'explique.
 */
import { distance } from 'fastest-levenshtein';
import { memoriserTexte } from '../referentiel/memoire-texte';
import { motsBruts, motsCles } from './termes';
import { cleLibelle } from './texte';
import { changeQuantite, contredit, quantitesDe, TRAITS, traitsDe, type Traits } from './traits';

export interface Candidat<T> {
  readonly cible: T;
  readonly officiel: string;
  /** Candidats de même libellé (« enfants de 0 à 6 ans ») : ils ne se départagent pas par le texte. */
  readonly jumeau: string;
  /** Libellé officiel et formes admises, lettre à lettre (voir `cleLibelle`). */
  readonly cles: readonly string[];
  /** Mots du libellé officiel (le premier), et de chaque forme admise. */
  readonly formes: readonly ReadonlySet<string>[];
  readonly mots: ReadonlySet<string>;
  readonly traits: Traits;
  readonly quantites: ReadonlySet<string>;
}

/** Ce qu'un libellé dit d'un candidat, en parts du poids de leurs mots. */
export interface Note<T> {
  readonly candidat: Candidat<T>;
  /** Part du libellé que l'officiel explique. */
  readonly expliquee: number;
  /** Part de l'officiel retrouvée dans le libellé. */
  readonly retrouvee: number;
}

export interface LibelleLu<T> {
  readonly mots: readonly string[];
  /** Candidats que rien dans le libellé ne contredit. */
  readonly notes: readonly Note<T>[];
  /** Le seul candidat dont le libellé ne diffère que par une ou deux lettres. */
  readonly voisin: () => Candidat<T> | null;
}

export interface Famille<T> {
  readonly candidats: readonly Candidat<T>[];
  readonly peser: (mots: readonly string[]) => number;
  readonly lire: (texte: string) => LibelleLu<T>;
}

interface Ebauche<T> {
  readonly cible: T;
  readonly officiel: string;
  readonly variantes: readonly string[];
  readonly jumeau: string;
  /** Traits que le libellé officiel sous-entend. */
  readonly sousEntendus?: readonly string[];
}

type Nature = keyof typeof TRAITS;

function preparer<T>({ cible, officiel, variantes, jumeau, sousEntendus = [] }: Ebauche<T>, nature: Nature): Candidat<T> {
  const textes = [officiel, ...variantes];
  const formes = textes.flatMap((texte) => [new Set(motsCles(texte)), new Set(motsBruts(texte))]);
  return {
    cible, officiel, jumeau, formes,
    cles: textes.map(cleLibelle),
    mots: new Set(formes.flatMap((forme) => [...forme])),
    traits: new Set([...sousEntendus, ...textes.flatMap((texte) => [...traitsDe(texte, TRAITS[nature])])]),
    quantites: new Set(textes.flatMap(quantitesDe)),
  };
}

/** Une faute pour douze lettres, deux au plus ; et trois de plus pour tout autre libellé. */
const FAUTES = { max: 2, lettres: 12, avance: 3 };

const chiffresDe = (cle: string) => cle.replace(/\D/g, '');

/** Le candidat dont le libellé ne diffère que par une ou deux lettres, jamais par un chiffre. */
function presqueExact<T>(texte: string, candidats: readonly Candidat<T>[]): Candidat<T> | null {
  const cle = cleLibelle(texte);
  const admises = Math.min(FAUTES.max, Math.floor(cle.length / FAUTES.lettres));
  const ecart = ({ cles }: Candidat<T>) =>
    Math.min(...cles.map((autre) => (Math.abs(autre.length - cle.length) >= admises + FAUTES.avance ? Number.POSITIVE_INFINITY : distance(cle, autre))));
  const [premier, ...autres] = candidats.map((candidat) => ({ candidat, fautes: ecart(candidat) })).sort((a, b) => a.fautes - b.fautes);
  if (!premier || premier.fautes > admises) return null;
  const rival = autres.find(({ candidat }) => candidat.jumeau !== premier.candidat.jumeau);
  if (rival && rival.fautes < premier.fautes + FAUTES.avance) return null;
  return premier.candidat.cles.some((autre) => chiffresDe(autre) === chiffresDe(cle)) ? premier.candidat : null;
}

export function creerFamille<T>(nature: Nature, ebauches: readonly Ebauche<T>[]): Famille<T> {
  const candidats = ebauches.map((ebauche) => preparer(ebauche, nature));
  // Un mot rare distingue, un mot de tous les libellés ne dit rien.
  const poids = memoriserTexte((mot) => Math.log(1 + candidats.length / (candidats.filter(({ mots }) => mots.has(mot)).length || 2)));
  const peser = (mots: readonly string[]) => mots.reduce((somme, mot) => somme + poids(mot), 0);
  const formesPesees = new Map(candidats.map((candidat) => [candidat, candidat.formes.map((forme) => ({ mots: [...forme], poids: peser([...forme]) }))] as const));
  const noter = (candidat: Candidat<T>, mots: readonly string[], poidsTotal: number): Note<T> => ({
    candidat,
    expliquee: peser(mots.filter((mot) => candidat.mots.has(mot))) / poidsTotal,
    retrouvee: Math.max(...formesPesees.get(candidat)!.map((forme) => peser(forme.mots.filter((mot) => mots.includes(mot))) / forme.poids)),
  });
  const lire = memoriserTexte((texte): LibelleLu<T> => {
    const [mots, traits, quantites] = [motsCles(texte), traitsDe(texte, TRAITS[nature]), quantitesDe(texte)];
    const convient = (candidat: Candidat<T>) => !contredit(traits, candidat.traits, TRAITS[nature]) && !(nature === 'indicateurs' && changeQuantite(quantites, candidat.quantites));
    const [rivaux, poidsTotal] = [candidats.filter(convient), peser(mots)];
    let voisin: { readonly candidat: Candidat<T> | null } | null = null;
    const chercher = () => {
      const trouve = presqueExact(texte, candidats);
      return { candidat: trouve && rivaux.includes(trouve) ? trouve : null };
    };
    return { mots, notes: mots.length === 0 ? [] : rivaux.map((candidat) => noter(candidat, mots, poidsTotal)), voisin: () => (voisin ??= chercher()).candidat };
  });
  return { candidats, peser, lire };
}
