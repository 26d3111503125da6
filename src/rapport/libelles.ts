/** Les mots du rapport, les mêmes dans toutes ses façades. */
import type { Gravite } from '../controles/constat';
import type { Verdict } from '../moteur/rapport';

export interface LibelleVerdict {
  readonly titre: string;
  /** Ce que le verdict veut dire, et la suite à donner. */
  readonly phrase: string;
}

export const VERDICTS: Readonly<Record<Verdict, LibelleVerdict>> = {
  a_remplir: { titre: 'À remplir', phrase: 'Le classeur est encore vierge : ni cible, ni niveau d’atteinte, ni action, ni montant n’y sont saisis.' },
  non_conforme: { titre: 'Non conforme', phrase: 'Au moins un constat bloquant est à corriger avant la signature.' },
  incomplet: { titre: 'Incomplet', phrase: 'Aucun constat bloquant, mais une partie du classeur n’a pas pu être vérifiée : le contrôle ne vaut pas conformité.' },
  conforme_avec_reserves: { titre: 'Conforme avec réserves', phrase: 'Aucun constat bloquant ; les alertes sont à justifier.' },
  conforme: { titre: 'Conforme', phrase: 'Aucun constat bloquant, aucune alerte : tout ce qui devait l’être a été vérifié.' },
};

export const GRAVITES: Readonly<Record<Gravite, { readonly singulier: string; readonly pluriel: string }>> = {
  bloquant: { singulier: 'bloquant', pluriel: 'bloquants' },
  alerte: { singulier: 'alerte', pluriel: 'alertes' },
  info: { singulier: 'information', pluriel: 'informations' },
};

/** « 3 bloquants », « 1 alerte ». */
export function compterGravite(nombre: number, gravite: Gravite): string {
  return `${String(nombre)} ${nombre > 1 ? GRAVITES[gravite].pluriel : GRAVITES[gravite].singulier}`;
}
