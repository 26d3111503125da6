/** Repères où le focus se pose, à la demande de l'utilisateur seulement : jamais lors d'un recontrôle. */

export const ID_TITRE_LISTE = 'titre-liste';
export const ID_TITRE_DETAIL = 'titre-detail';
export const ID_TITRE_OPTIONS = 'titre-options';
export const ID_TITRE_REMPLIR = 'titre-remplir';
export const ID_CONTROLER = 'controler-le-classeur';
export const idCarte = (id: string): string => `carte-${id}`;

export function isFocusPerdu(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}

/** L'élément qui a le focus, s'il peut le reprendre. */
export function elementActif(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && !isFocusPerdu() ? activeElement : null;
}

/** Rend le focus à un élément, s'il est encore là et que rien d'autre ne l'a pris. */
export function rendreFocus(element: HTMLElement | null): void {
  if (element?.isConnected && isFocusPerdu()) element.focus();
}

/** Pose le focus sur le premier repère présent. */
export function poserFocus(...ids: readonly string[]): void {
  for (const id of ids) {
    const element = document.getElementById(id);
    if (!element) continue;
    element.focus();
    return;
  }
}
