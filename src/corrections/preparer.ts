/**
 * Des constats au plan d'écritures : on retient les corrections voulues, une au plus par cellule.
 * Ne connaît d'un constat que ce qu'il corrige : les contrôles sont au-dessus.
 */
import type { Emplacement } from '../classeur/adresse';
import { cleEmplacement } from './cle';
import { memeContenu, type Contenu, type PlanEcritures } from './plan';

/** Ce qu'un constat dit de sa correction. */
export interface Corrigeable<Code extends string = string> {
  readonly code: Code;
  readonly gravite: 'bloquant' | 'alerte' | 'info';
  readonly correction: {
    readonly type: 'automatique' | 'proposee';
    readonly emplacement: Emplacement;
    readonly avant: Contenu;
    readonly apres: Contenu;
    readonly raison: string;
  } | null;
}

/** Une correction désignée à la main : le contrôle qui la propose et la cellule qu'elle écrit. */
export interface Designation<Code extends string = string> extends Emplacement {
  readonly code: Code;
}

export interface Choix<Code extends string = string> {
  /** Toutes les corrections qui ne changent aucun chiffre affiché. */
  readonly automatiques: boolean;
  /** Contrôles dont on prend toutes les corrections proposées. */
  readonly proposees: readonly Code[];
  /** Corrections choisies une à une. */
  readonly choisies?: readonly Designation<Code>[];
}

/** Une correction retenue, avec le contrôle qui la demande. */
export interface Retenue<Code extends string = string> {
  readonly code: Code;
  readonly correction: NonNullable<Corrigeable['correction']>;
}

export interface Preparation<Code extends string = string> {
  readonly plan: PlanEcritures;
  /** Dans l'ordre du plan. */
  readonly retenues: readonly Retenue<Code>[];
  /** Voulues, mais une autre correction écrit déjà la cellule : à revoir après avoir recontrôlé. */
  readonly ecartees: readonly { readonly ecartee: Retenue<Code>; readonly par: Retenue<Code> }[];
}

interface Candidate<Code extends string> extends Retenue<Code> {
  /** Priorité : le plus petit tuple l'emporte. */
  readonly rang: readonly number[];
}

const GRAVITES = ['bloquant', 'alerte', 'info'] as const;

const memeCellule = (a: Emplacement, b: Emplacement) => a.feuille === b.feuille && a.ligne === b.ligne && a.colonne === b.colonne;

/**
 * Rang d'une correction voulue, `null` sinon. Une correction choisie à la main l'emporte ; puis
 * l'automatique, qui ne change aucun chiffre affiché (la proposée se rejuge ensuite sur une cellule
 * saine) ; puis la proposée nommée par son code. À égalité : le plus grave, puis l'ordre du rapport.
 */
function rangDe<Code extends string>({ code, gravite, correction }: Corrigeable<Code>, position: number, choix: Choix<Code>): readonly number[] | null {
  if (!correction || memeContenu(correction.avant, correction.apres)) return null;
  const rangs = [
    choix.choisies?.some((designee) => designee.code === code && memeCellule(designee, correction.emplacement)),
    choix.automatiques && correction.type === 'automatique',
    correction.type === 'proposee' && choix.proposees.includes(code),
  ];
  const priorite = rangs.findIndex(Boolean);
  return priorite < 0 ? null : [priorite, GRAVITES.indexOf(gravite), position];
}

function comparer(a: readonly number[], b: readonly number[]): number {
  for (const [rang, valeur] of a.entries()) if (valeur !== b[rang]) return valeur - b[rang]!;
  return 0;
}

/** Prépare les corrections voulues d'un rapport ; le plan suit l'ordre du rapport. */
export function preparer<Code extends string>({ constats }: { readonly constats: readonly Corrigeable<Code>[] }, choix: Choix<Code>): Preparation<Code> {
  const voulues = constats.flatMap((constat, position): Candidate<Code>[] => {
    const rang = rangDe(constat, position, choix);
    return rang && constat.correction ? [{ code: constat.code, correction: constat.correction, rang }] : [];
  });
  const gagnantes = new Map<string, Candidate<Code>>();
  for (const candidate of voulues) {
    const cle = cleEmplacement(candidate.correction.emplacement);
    const deja = gagnantes.get(cle);
    if (!deja || comparer(candidate.rang, deja.rang) < 0) gagnantes.set(cle, candidate);
  }
  const gagnante = ({ correction }: Candidate<Code>) => gagnantes.get(cleEmplacement(correction.emplacement))!;
  const nue = ({ code, correction }: Candidate<Code>): Retenue<Code> => ({ code, correction });
  const retenues = voulues.filter((candidate) => gagnante(candidate) === candidate).map(nue);
  return {
    plan: { ecritures: retenues.map(({ correction: { emplacement, avant, apres, raison } }) => ({ ...emplacement, avant, apres, raison })) },
    retenues,
    // Deux contrôles qui écrivent la même chose ne se disputent rien.
    ecartees: voulues
      .filter((candidate) => gagnante(candidate) !== candidate && !memeContenu(candidate.correction.apres, gagnante(candidate).correction.apres))
      .map((candidate) => ({ ecartee: nue(candidate), par: nue(gagnante(candidate)) })),
  };
}
