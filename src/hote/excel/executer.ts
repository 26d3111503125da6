/** Le seul passage vers `Excel.run` : mêmes options, mêmes erreurs pour tout l'hôte. */
import { traduireErreur } from './erreurs';

export interface OptionsExecution {
  /** Attendre la fin d'une saisie en cours au lieu d'échouer : pour ce que l'utilisateur n'a pas demandé. */
  readonly delayForCellEdit?: boolean;
  /** Réunir les écritures en une étape d'annulation (sans effet sur un Excel qui l'ignore). */
  readonly mergeUndoGroup?: boolean;
}

/** Lève `ErreurHote`. */
export async function executer<R>(options: OptionsExecution, corps: (context: Excel.RequestContext) => Promise<R>): Promise<R> {
  try {
    return await Excel.run(options, corps);
  } catch (erreur) {
    throw traduireErreur(erreur);
  }
}
