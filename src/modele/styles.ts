/** Les styles des feuilles engendrées : sobres, lisibles imprimés en noir et blanc. */
import type { StyleDecrit } from './description';

const EN_TETE = 'DDEBF7';
const BANDEAU = '1F4E79';
/** Ce qui se calcule : à ne pas saisir. */
const CALCULE = 'EDEDED';

const cadre = { bordure: true, renvoi: true } as const;
const EUROS = '#,##0 "€"';

export const STYLES = {
  titre: { gras: true, taille: 14 },
  mention: { italique: true },
  etiquette: { gras: true },
  enTete: { ...cadre, gras: true, fond: EN_TETE, horizontal: 'centre' },
  bandeau: { ...cadre, gras: true, couleur: 'FFFFFF', fond: BANDEAU },
  texte: cadre,
  texteLibre: { ...cadre, format: '@' },
  effectif: { ...cadre, format: '#,##0', horizontal: 'droite' },
  delai: { ...cadre, format: '#,##0.0', horizontal: 'droite' },
  libre: { ...cadre, horizontal: 'droite' },
  taux: { ...cadre, format: '0.0%', fond: CALCULE, horizontal: 'droite' },
  montant: { ...cadre, format: EUROS, horizontal: 'droite' },
  total: { ...cadre, format: EUROS, fond: CALCULE, horizontal: 'droite' },
  pied: { ...cadre, gras: true },
  totalGeneral: { ...cadre, gras: true, format: EUROS, fond: CALCULE, horizontal: 'droite' },
} as const satisfies Readonly<Record<string, StyleDecrit>>;

export type NomStyle = keyof typeof STYLES;
