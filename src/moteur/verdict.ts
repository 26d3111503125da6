/** Le verdict d'un classeur : jamais `conforme` sur ce qui n'a pas été vérifié. */
import type { Constat } from '../controles/constat';
import type { ControleEnregistre } from '../controles/controle';
import type { ResultatControle, Verdict } from './rapport';

function isInverifie({ statut, nonVerifies }: ResultatControle): boolean {
  return statut === 'non_verifiable' || statut === 'erreur' || nonVerifies.length > 0;
}

export function juger(
  constats: readonly Constat[],
  resultats: readonly ResultatControle[],
  registre: readonly ControleEnregistre[],
  aRemplir: boolean,
): Verdict {
  if (aRemplir) return 'a_remplir';
  if (constats.some(({ gravite }) => gravite === 'bloquant')) return 'non_conforme';
  const bloquants = new Set(registre.filter(({ gravite, peutBloquer }) => gravite === 'bloquant' || peutBloquer).map(({ code }) => code));
  if (resultats.some((resultat) => bloquants.has(resultat.code) && isInverifie(resultat))) return 'incomplet';
  return constats.some(({ gravite }) => gravite === 'alerte') ? 'conforme_avec_reserves' : 'conforme';
}
