/** Le thème : celui d'Office s'il est connu, sinon celui du système. Les contrastes élevés s'imposent d'eux-mêmes. */
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

/** Ce que l'hôte dit de son thème ; absent sur le web. */
export interface ThemeHote {
  /** Couleur de fond du volet, « #RRGGBB ». */
  readonly fond: string;
}

/** Luminance relative simplifiée : au-dessous, un fond est sombre. */
const SEUIL_SOMBRE = 0.4;
const SOMBRE = '(prefers-color-scheme: dark)';

/** Vrai pour un fond sombre, `null` si la couleur ne se lit pas. */
export function isFondSombre(fond: string): boolean | null {
  const trouve = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(fond.trim());
  if (!trouve) return null;
  const [rouge, vert, bleu] = trouve.slice(1).map((composante) => parseInt(composante, 16) / 255);
  return 0.2126 * rouge! + 0.7152 * vert! + 0.0722 * bleu! < SEUIL_SOMBRE;
}

function abonner(surChangement: () => void): () => void {
  const requete = window.matchMedia(SOMBRE);
  requete.addEventListener('change', surChangement);
  return () => { requete.removeEventListener('change', surChangement); };
}

export function useTheme(themeHote: ThemeHote | null): { readonly theme: Theme; readonly sombre: boolean } {
  const systemeSombre = useSyncExternalStore(abonner, () => window.matchMedia(SOMBRE).matches);
  const sombre = (themeHote && isFondSombre(themeHote.fond)) ?? systemeSombre;
  return { theme: sombre ? webDarkTheme : webLightTheme, sombre };
}
