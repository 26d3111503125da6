/** Choisir, sans pari, la feuille qui fait foi parmi celles qui ressemblent à une annexe. */
import type { Feuille } from './instantane';

export interface Candidate<L> {
  readonly feuille: Feuille;
  readonly lue: L;
  /** Libellés officiels reconnus. */
  readonly reconnus: ReadonlySet<string | number>;
  /** Colonnes attendues et trouvées. */
  readonly completude: number;
  /** Ce qu'on y a saisi : rien (0), un diagnostic seul (1), une cible, un suivi, une action ou un montant (2). */
  readonly remplissage: 0 | 1 | 2;
}

export interface Choix<L> {
  readonly choisie: Candidate<L> | null;
  readonly ecartees: readonly Feuille[];
}

/** Une feuille à qui manque autant de colonnes n'est pas l'annexe, mais une liste. */
const PART_COMPLETE = 0.5;
/** Une annexe réduite aux fondamentaux garde plus du tiers de ses libellés ; une synthèse, non. */
const PART_ANNEXE = 0.35;
/** Deux feuilles de même remplissage ne se départagent que si l'une est bien plus pauvre que l'autre. */
const PART_RIVALE = 0.6;
/** Libellés qu'une feuille apporte à une autre : le document est réparti sur plusieurs feuilles. */
const COMPLEMENT = 5;

/** Les éléments dont la mesure atteint cette part de la plus grande. */
function proches<T>(liste: readonly T[], mesure: (element: T) => number, part: number): readonly T[] {
  const plus = Math.max(0, ...liste.map(mesure));
  return liste.filter((element) => mesure(element) >= part * plus);
}

/**
 * Une feuille visible l'emporte sur une masquée, une remplie sur une trame, une trame sur une vierge ;
 * deux feuilles à égalité, ou un document réparti sur plusieurs, ne se départagent pas.
 */
export function choisir<L>(candidates: readonly Candidate<L>[]): Choix<L> {
  const annexes = proches(proches(candidates, ({ completude }) => completude, PART_COMPLETE), ({ reconnus }) => reconnus.size, PART_ANNEXE);
  const visibles = proches(annexes, ({ feuille }) => (feuille.visibilite === 'visible' ? 1 : 0), 1);
  const remplies = proches(visibles, ({ remplissage }) => remplissage, 1);
  const [premiere] = [...remplies].sort((a, b) => b.reconnus.size - a.reconnus.size);
  if (!premiere) return { choisie: null, ecartees: [] };
  const isRivale = ({ reconnus }: Candidate<L>) =>
    reconnus.size >= PART_RIVALE * premiere.reconnus.size || [...reconnus].filter((cle) => !premiere.reconnus.has(cle)).length >= COMPLEMENT;
  const rivales = remplies.filter(isRivale);
  if (rivales.length > 1 && premiere.remplissage > 0) return { choisie: null, ecartees: rivales.map(({ feuille }) => feuille) };
  return { choisie: rivales[0]!, ecartees: [] };
}
