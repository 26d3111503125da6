/** Repères où le focus se pose, à la demande de l'utilisateur seulement : jamais lors d'un recontrôle. */

export const ID_TITRE_LISTE = 'titre-liste';
export const ID_TITRE_DETAIL = 'titre-detail';
export const ID_TITRE_OPTIONS = 'titre-options';
export const ID_CONTROLER = 'controler-le-classeur';
export const idCarte = (id: string): string => `carte-${id}`;

/** Pose le focus sur le premier repère présent. */
export function poserFocus(...ids: readonly string[]): void {
  for (const id of ids) {
    const element = document.getElementById(id);
    if (!element) continue;
    element.focus();
    return;
  }
}
