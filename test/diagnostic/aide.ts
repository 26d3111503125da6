/** Aides des tests de diagnostic : un classeur d'exemple modifié, une trame écrite d'un trait, les propositions. */
import type { Instantane } from '../../src/classeur/instantane';
import { proposerDiagnostic, type DemandeDiagnostic } from '../../src/diagnostic/proposer';
import type { Proposition, PropositionsDiagnostic } from '../../src/diagnostic/propositions';
import { lireTrame, type Trame } from '../../src/diagnostic/trame';
import { analyser } from '../../src/moteur/analyser';
import type { CodeIndicateur } from '../../src/referentiel/indicateurs';
import { classeur, type Modif } from '../controles/aide';

/** Trame d'une suite « code ou libellé → valeur écrite » ; source et millésime facultatifs. */
export function trame(valeurs: Readonly<Record<string, string | readonly [valeur: string, source: string, millesime: string]>>): Trame {
  const lignes = Object.entries(valeurs).map(([libelle, valeur]) => [libelle, ...(typeof valeur === 'string' ? [valeur, '', ''] : valeur)].map((champ) => `"${champ}"`).join(';'));
  return lireTrame({ texte: ['Indicateur;Valeur 2019;Source;Millésime', ...lignes].join('\n') }, { nom: 'trame.csv', departement: null, annee: 2019 });
}

export interface Contexte {
  readonly instantane: Instantane;
  readonly propositions: PropositionsDiagnostic;
}

/** Propose sur le classeur conforme (Haute-Vienne) modifié ; INSEE et reprises éteintes par défaut. */
export function proposer(modifs: readonly Modif[], demande: Partial<Omit<DemandeDiagnostic, 'tableau'>> = {}): Contexte {
  const instantane = classeur(modifs);
  const { entrees, rapport } = analyser(instantane);
  return {
    instantane,
    propositions: proposerDiagnostic({ tableau: entrees.presentes.tableau!, trame: null, departement: rapport.departement?.code ?? null, insee: false, reprises: false, ...demande }),
  };
}

export function propositionDe({ propositions }: PropositionsDiagnostic, code: CodeIndicateur): Proposition {
  const trouvee = propositions.find(({ indicateur }) => indicateur === code);
  if (!trouvee) throw new Error(`Rien n’est proposé pour ${code}`);
  return trouvee;
}
