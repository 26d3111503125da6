/** Les phrases de l'écran « Contrôle ». */
import { majuscule } from '../../controles/fabrique';
import type { Verdict } from '../../moteur/rapport';
import { conclure } from '../../rapport/conclusion';
import { accorder, NOMS_VERDICTS } from '../../rapport/mots';
import type { Compte } from '../etat/constats';

/** Ce que veut dire le verdict, en une phrase : « 9 points bloquants à corriger avant signature… ». */
export function phraseVerdict(verdict: Verdict, { parGravite, justifiees }: Compte): string {
  if (verdict === 'a_remplir') return 'Ni cible, ni action, ni montant : rien n’est encore à corriger.';
  return majuscule(conclure(verdict, { bloquants: parGravite.bloquant, alertes: parGravite.alerte, justifiees }));
}

export function phraseResultat(verdict: Verdict, compte: Compte): string {
  return `Contrôle terminé. ${NOMS_VERDICTS[verdict]}. ${phraseVerdict(verdict, compte)}`;
}

/** « 2 réserves justifiées, 1 information écartée » ; vide s'il n'y en a pas. */
export function phraseIgnores({ justifiees, informationsEcartees }: Compte): string {
  return [
    justifiees > 0 && accorder(justifiees, 'réserve justifiée', 'réserves justifiées'),
    informationsEcartees > 0 && accorder(informationsEcartees, 'information écartée', 'informations écartées'),
  ].filter(Boolean).join(', ');
}
