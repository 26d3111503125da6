/** Ce qu'un classeur garde de nous, appliqué à son contrôle : rattachements, département, justifications. */
import type { Analyse, OptionsAnalyse } from '../moteur/analyser';
import { deciderChacun } from './decider';
import type { Decision, Donnees } from './donnees';

export function optionsGardees({ rattachements, preferences }: Donnees): Pick<OptionsAnalyse, 'rattachements' | 'departement'> {
  return { rattachements, departement: preferences.departement };
}

/** L'analyse, chaque constat portant la décision qui vaut pour lui. */
export function justifier(analyse: Analyse, decisions: readonly Decision[]): Analyse {
  if (decisions.length === 0) return analyse;
  const { rapport } = analyse;
  const prises = deciderChacun(rapport.constats, decisions);
  const constats = rapport.constats.map((constat, rang) => {
    const prise = prises[rang];
    return prise ? { ...constat, justification: { motif: prise.motif, auteur: prise.auteur, date: prise.date } } : constat;
  });
  return { ...analyse, rapport: { ...rapport, constats } };
}
