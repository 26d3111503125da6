/** Où en est le diagnostic : par objectif, et qui doit encore fournir quoi. */
import type { Emplacement } from '../classeur/adresse';
import { isEmpechee, isNonRenseigne } from '../controles/lecture-cellule';
import type { Case, LectureTableau } from '../controles/lecture-tableau';
import type { Retenus } from '../controles/retenus';
import { indicateursDe, type CodeIndicateur, type Indicateur, type SourceDonnee } from '../referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../referentiel/objectifs';

export type EtatIndicateur =
  | 'renseigne'
  /** Vide : à fournir. */
  | 'a_completer'
  /** Noté « ND » : la donnée manque, et c'est dit. */
  | 'non_determine'
  /** Illisible, en erreur ou non calculable : à corriger avant tout. */
  | 'a_verifier'
  /** Le tableau de bord n'a pas sa ligne. */
  | 'sans_ligne';

/** Qui fournit une donnée : les enquêtes DREES et le suivi du conseil départemental ne font qu'un ici. */
export type Fournisseur = 'DREES / CD' | 'SNDS' | 'INSEE' | 'Education nationale';

export interface IndicateurDiagnostic {
  readonly indicateur: CodeIndicateur;
  readonly etat: EtatIndicateur;
  readonly fournisseur: Fournisseur;
  /** Cellule du diagnostic ; `null` sans ligne ou sans colonne. */
  readonly emplacement: Emplacement | null;
  /** « D9 » ; vide sans emplacement. */
  readonly adresse: string;
}

export interface CompletudeObjectif {
  /** `null` : délais d'exécution des décisions de justice, demandés sans cible. */
  readonly objectif: NumeroObjectif | null;
  /** `non_determine` : rien à compléter, mais au moins une donnée dite manquante. */
  readonly etat: 'renseigne' | 'a_completer' | 'non_determine';
  /** Sans les taux, qui se calculent. */
  readonly indicateurs: readonly IndicateurDiagnostic[];
}

export interface CompletudeFournisseur {
  readonly fournisseur: Fournisseur;
  readonly total: number;
  /** Indicateurs qu'il doit encore fournir (vides ou « ND »), dans l'ordre des annexes. */
  readonly restants: readonly IndicateurDiagnostic[];
}

export interface Completude {
  readonly annee: number;
  /** Objectifs retenus qui ont des indicateurs, dans l'ordre des annexes, puis les délais de justice. */
  readonly objectifs: readonly CompletudeObjectif[];
  readonly fournisseurs: readonly CompletudeFournisseur[];
  readonly renseignes: number;
  readonly total: number;
}

const FOURNISSEURS: Readonly<Record<SourceDonnee, Fournisseur>> = {
  'DREES / CD': 'DREES / CD', CD: 'DREES / CD', SNDS: 'SNDS', INSEE: 'INSEE', 'Education nationale': 'Education nationale',
};

function etatDe(lue: Case | null): EtatIndicateur {
  if (!lue) return 'sans_ligne';
  if (isEmpechee(lue)) return 'a_verifier';
  if (!isNonRenseigne(lue)) return 'renseigne';
  return lue.lecture.nature === 'vide' ? 'a_completer' : 'non_determine';
}

function situer(tableau: LectureTableau, { code, sourceDonnee }: Indicateur): IndicateurDiagnostic {
  const lue = tableau.lire(code, tableau.moment('diagnostic'));
  return { indicateur: code, etat: etatDe(lue), fournisseur: FOURNISSEURS[sourceDonnee], emplacement: lue?.emplacement ?? null, adresse: lue?.adresse ?? '' };
}

function situerObjectif(tableau: LectureTableau, objectif: NumeroObjectif | null): CompletudeObjectif | null {
  const indicateurs = indicateursDe(objectif).filter(({ type }) => type !== 'taux').map((indicateur) => situer(tableau, indicateur));
  if (indicateurs.length === 0) return null;
  const aCompleter = indicateurs.some(({ etat }) => etat === 'a_completer' || etat === 'a_verifier' || etat === 'sans_ligne');
  const etat = aCompleter ? 'a_completer' : indicateurs.some((indicateur) => indicateur.etat === 'non_determine') ? 'non_determine' : 'renseigne';
  return { objectif, etat, indicateurs };
}

/** Complétude du diagnostic des objectifs retenus. */
export function completude(tableau: LectureTableau, retenus: Retenus): Completude {
  const numeros = [...OBJECTIFS.map(({ numero }) => numero).filter((numero) => retenus.has(numero)), null];
  const objectifs = numeros.flatMap((numero) => situerObjectif(tableau, numero) ?? []);
  const tous = objectifs.flatMap(({ indicateurs }) => indicateurs);
  const fournisseurs = [...new Set(Object.values(FOURNISSEURS))].map((fournisseur): CompletudeFournisseur => {
    const siens = tous.filter((indicateur) => indicateur.fournisseur === fournisseur);
    return { fournisseur, total: siens.length, restants: siens.filter(({ etat }) => etat !== 'renseigne') };
  });
  return {
    annee: tableau.tableau.periode.diagnostic,
    objectifs,
    fournisseurs: fournisseurs.filter(({ total }) => total > 0),
    renseignes: tous.filter(({ etat }) => etat === 'renseigne').length,
    total: tous.length,
  };
}
