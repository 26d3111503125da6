/** Choisir, sans pari, la feuille qui fait foi parmi celles qui ressemblent à une annexe. */
import type { Feuille } from './instantane';

export interface Candidate<L> {
  readonly feuille: Feuille;
  readonly lue: L;
  /** Libellés officiels reconnus. */
  readonly reconnus: ReadonlySet<string | number>;
  /** Colonnes attendues et trouvées. */
  readonly completude: number;
  /** Vrai si l'on y a saisi quelque chose. */
  readonly remplie: boolean;
}

export interface Choix<L> {
  readonly choisie: Candidate<L> | null;
  readonly ecartees: readonly Feuille[];
}

/** Une feuille bien plus pauvre qu'une autre n'est pas sa rivale (synthèse, sommaire). */
const PART_RIVALE = 0.6;
/** Une feuille à qui manque autant de colonnes n'est pas l'annexe, mais une liste. */
const PART_COMPLETE = 0.5;
/** Libellés qu'une feuille apporte à une autre : le document est réparti sur plusieurs feuilles. */
const COMPLEMENT = 5;

function garder<T>(liste: readonly T[], critere: (element: T) => boolean): readonly T[] {
  const gardees = liste.filter(critere);
  return gardees.length > 0 ? gardees : liste;
}

/**
 * Une feuille visible l'emporte sur une masquée, une remplie sur une vierge ; deux feuilles à
 * égalité, ou un document réparti sur plusieurs, ne se départagent pas.
 */
export function choisir<L>(candidates: readonly Candidate<L>[]): Choix<L> {
  const completude = Math.max(0, ...candidates.map((candidate) => candidate.completude));
  const completes = candidates.filter((candidate) => candidate.completude >= PART_COMPLETE * completude);
  const visibles = garder(completes, ({ feuille }) => feuille.visibilite === 'visible');
  const remplies = garder(visibles, ({ remplie }) => remplie);
  const [premiere] = [...remplies].sort((a, b) => b.reconnus.size - a.reconnus.size);
  if (!premiere) return { choisie: null, ecartees: [] };
  const isRivale = ({ reconnus }: Candidate<L>) => reconnus.size >= PART_RIVALE * premiere.reconnus.size;
  const complete = ({ reconnus }: Candidate<L>) => [...reconnus].filter((cle) => !premiere.reconnus.has(cle)).length >= COMPLEMENT;
  const rivales = remplies.filter((candidate) => candidate === premiere || isRivale(candidate) || complete(candidate));
  if (rivales.length > 1 && premiere.remplie) return { choisie: null, ecartees: rivales.map(({ feuille }) => feuille) };
  return { choisie: remplies.find((candidate) => isRivale(candidate))!, ecartees: [] };
}
