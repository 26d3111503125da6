/** Des propositions aux écritures : ce qui s'écrit sans question, ce qu'on a décidé, ce qui attend. */
import type { Ecriture } from '../corrections/plan';
import type { CodeIndicateur } from '../referentiel/indicateurs';
import type { Origine, Proposition } from './propositions';

export interface DecisionsDiagnostic {
  /** Indicateurs dont on accepte la valeur proposée, là où une décision est exigée. */
  readonly remplacer: ReadonlySet<CodeIndicateur> | 'tout';
  /** Indicateurs qu'on laisse tels quels, même vides. */
  readonly garder?: ReadonlySet<CodeIndicateur>;
}

export interface Retenue extends Proposition {
  readonly apres: NonNullable<Proposition['apres']>;
}

export interface Tri {
  /** À écrire. */
  readonly retenues: readonly Retenue[];
  /** Attendent une décision. */
  readonly enAttente: readonly Proposition[];
  /** Déjà dans le classeur. */
  readonly identiques: readonly Proposition[];
  /** Ne s'écriront pas : formule gardée, valeur impossible. */
  readonly impossibles: readonly Proposition[];
}

function isEcrivable(proposition: Proposition): proposition is Retenue {
  return proposition.apres !== null && (proposition.nature === 'remplir' || proposition.nature === 'remplacer');
}

/** Trie les propositions : rien n'écrase une valeur, et rien de douteux ne s'écrit, sans décision. */
export function trier(propositions: readonly Proposition[], { remplacer, garder = new Set() }: DecisionsDiagnostic): Tri {
  const ecrivables = propositions.filter(isEcrivable).filter(({ indicateur }) => !garder.has(indicateur));
  const isDecidee = ({ decision, indicateur }: Retenue) => !decision || remplacer === 'tout' || remplacer.has(indicateur);
  return {
    retenues: ecrivables.filter(isDecidee),
    enAttente: ecrivables.filter((proposition) => !isDecidee(proposition)),
    identiques: propositions.filter(({ nature }) => nature === 'identique'),
    impossibles: propositions.filter(({ nature }) => nature === 'formule' || nature === 'refusee'),
  };
}

/** « INSEE, naissances… (2019) », « reprise de D9 », « ligne 12 de trame.csv ». */
export function decrireOrigine({ type, source, millesime, place }: Origine): string {
  const precise = source === null ? null : millesime === null ? source : `${source} (${millesime})`;
  if (type === 'reprise') return `même dénominateur que ${place}${precise === null ? '' : `, ${precise}`}`;
  return type === 'trame' ? `${place}${precise === null ? '' : ` ; source : ${precise}`}` : (precise ?? place);
}

/** Écritures des valeurs retenues dans le tableau de bord. */
export function ecrituresDiagnostic(retenues: readonly Retenue[]): readonly Ecriture[] {
  return retenues.map(({ emplacement, avant, apres, origine }) => ({ ...emplacement, avant, apres, raison: `Diagnostic : ${decrireOrigine(origine)}.` }));
}
