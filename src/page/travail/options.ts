/** Options d'analyse qu'un classeur porte en lui : rattachements faits à la main, département. */
import { lireXml } from '../../decisions/lire-xml';
import type { OptionsAnalyse } from '../../moteur/analyser';

export function lireOptions(xml: string | null): OptionsAnalyse {
  const { rattachements, preferences } = lireXml(xml).donnees;
  return { rattachements, departement: preferences.departement };
}
