/** Le démarrage du volet : attendre Office, sans jamais laisser un écran vide. */

/** Pourquoi le volet ne peut pas s'ouvrir. */
export type Empechement =
  /** Office.js n'a pas été chargé (adresse bloquée). */
  | 'absent'
  /** Office.js est là, mais Excel ne lui répond pas. */
  | 'muet'
  /** La page est ouverte ailleurs que dans Excel. */
  | 'hors_excel';

/** Au-delà, on dit ce qui se passe au lieu de laisser attendre ; une réponse tardive reste acceptée. */
export const DELAI_OFFICE_MS = 10_000;

export interface Accueil {
  readonly pret: () => void;
  readonly empeche: (raison: Empechement) => void;
}

/**
 * Appelle `pret` quand Excel a répondu. `empeche` peut le précéder : l'écran de secours s'efface
 * alors dès qu'Excel répond.
 */
export function attendreExcel({ pret, empeche }: Accueil, delai = DELAI_OFFICE_MS): void {
  if (typeof Office === 'undefined') {
    empeche('absent');
    return;
  }
  const alarme = setTimeout(() => empeche('muet'), delai);
  void Office.onReady().then(({ host }) => {
    clearTimeout(alarme);
    if (host === Office.HostType.Excel) pret();
    else empeche('hors_excel');
  });
}
