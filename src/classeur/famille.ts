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
  /** Vrai si le libellé dit autre chose que l'officiel (voir `traits`) : il ne peut être le sien. */
  readonly contredit: boolean;
  /** Pour chaque mot du libellé, vrai si c'est un mot du candidat. */
  readonly presents: readonly boolean[];
  /** Part du libellé que l'officiel explique. */
  readonly expliquee: number;
  /** Part de l'officiel retrouvée dans le libellé. */
  readonly retrouvee: number;
}

export interface LibelleLu<T> {
  /** Poids de chaque mot du libellé. */
  readonly poids: readonly number[];
  /** Une note par candidat de la famille ; aucune si le libellé n'a pas de mot porteur. */
  readonly notes: readonly Note<T>[];
  /** Le seul candidat dont le libellé ne diffère que par une ou deux lettres. */
  readonly voisin: () => Candidat<T> | null;
}

export interface Famille<T> {
  readonly candidats: readonly Candidat<T>[];
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

interface Cle<T> {
  readonly candidat: Candidat<T>;
  readonly cle: string;
}

/** Clés des candidats par longueur : une ou deux fautes ne changent guère celle-ci. */
function rangerCles<T>(candidats: readonly Candidat<T>[]): ReadonlyMap<number, readonly Cle<T>[]> {
  const rangees = new Map<number, Cle<T>[]>();
  for (const candidat of candidats) {
    for (const cle of new Set(candidat.cles)) rangees.set(cle.length, [...(rangees.get(cle.length) ?? []), { candidat, cle }]);
  }
  return rangees;
}

/** Le candidat dont le libellé ne diffère que par une ou deux lettres. */
function presqueExact<T>(texte: string, rangees: ReadonlyMap<number, readonly Cle<T>[]>): Candidat<T> | null {
  const cle = cleLibelle(texte);
  const admises = Math.min(FAUTES.max, Math.floor(cle.length / FAUTES.lettres));
  const portee = admises + FAUTES.avance - 1;
  const longueurs = Array.from({ length: 2 * portee + 1 }, (_, rang) => cle.length - portee + rang);
  const ecarts = longueurs.flatMap((longueur) => rangees.get(longueur) ?? []).map((autre) => ({ ...autre, fautes: distance(cle, autre.cle) })).sort((a, b) => a.fautes - b.fautes);
  const [premier] = ecarts;
  if (!premier || premier.fautes > admises) return null;
  const rival = ecarts.find(({ candidat }) => candidat.jumeau !== premier.candidat.jumeau);
  return rival && rival.fautes < premier.fautes + FAUTES.avance ? null : premier.candidat;
}

interface CandidatPese<T> {
  readonly candidat: Candidat<T>;
  readonly formes: readonly { readonly mots: readonly string[]; readonly poids: number }[];
}

export function creerFamille<T>(nature: Nature, ebauches: readonly Ebauche<T>[]): Famille<T> {
  const candidats = ebauches.map((ebauche) => preparer(ebauche, nature));
  // Un mot rare distingue, un mot de tous les libellés ne dit rien.
  const poids = memoriserTexte((mot) => Math.log(1 + candidats.length / (candidats.filter(({ mots }) => mots.has(mot)).length || 2)));
  const peser = (mots: readonly string[]) => mots.reduce((somme, mot) => somme + poids(mot), 0);
  const cles = rangerCles(candidats);
  const peses = candidats.map((candidat): CandidatPese<T> => ({ candidat, formes: candidat.formes.map((forme) => ({ mots: [...forme], poids: peser([...forme]) })) }));
  const noter = ({ candidat, formes }: CandidatPese<T>, mots: readonly string[], poidsTotal: number, isContredit: boolean): Note<T> => {
    const presents = mots.map((mot) => candidat.mots.has(mot));
    const expliques = mots.filter((_, rang) => presents[rang]);
    const retrouver = (forme: CandidatPese<T>['formes'][number]) => peser(forme.mots.filter((mot) => expliques.includes(mot))) / forme.poids;
    return { candidat, presents, contredit: isContredit, expliquee: peser(expliques) / poidsTotal, retrouvee: expliques.length === 0 || isContredit ? 0 : Math.max(...formes.map(retrouver)) };
  };
  const lire = memoriserTexte((texte): LibelleLu<T> => {
    const [mots, traits, quantites] = [motsCles(texte), traitsDe(texte, TRAITS[nature]), quantitesDe(texte)];
    const isContredit = ({ candidat }: CandidatPese<T>) => contredit(traits, candidat.traits, TRAITS[nature]) || (nature === 'indicateurs' && changeQuantite(quantites, candidat.quantites));
    const poidsTotal = peser(mots);
    const notes = mots.length === 0 ? [] : peses.map((pese) => noter(pese, mots, poidsTotal, isContredit(pese)));
    let voisin: { readonly candidat: Candidat<T> | null } | null = null;
    const chercher = () => {
      const trouve = presqueExact(texte, cles);
      return { candidat: trouve && notes.some((note) => note.candidat === trouve && !note.contredit) ? trouve : null };
    };
    return { poids: mots.map(poids), notes, voisin: () => (voisin ??= chercher()).candidat };
  });
  return { candidats, lire };
}
