/** Styles en ligne d'une case : ceux du fichier, lisibles dans le thème de la page. */
import type { CSSProperties } from 'react';
import { isErreur, type Valeur } from '../../classeur/instantane';
import { lisible } from '../habillage/couleurs';
import type { StyleCellule } from '../habillage/habillage';

const PIXELS_PAR_POINT = 4 / 3;
const PIXELS_PAR_RETRAIT = 9;
const JUSTIFIER = { gauche: 'flex-start', centre: 'center', droite: 'flex-end' } as const;
const ALIGNER_TEXTE = { gauche: 'left', centre: 'center', droite: 'right' } as const;
/** Un texte trop haut pour sa case se lit depuis son début. */
const ALIGNER = { haut: 'flex-start', centre: 'safe center', bas: 'safe flex-end' } as const;

export interface Theme {
  readonly sombre: boolean;
}

/** Fonds de la page, pour juger de la lisibilité d'une couleur du fichier. */
const FONDS = { clair: '#ffffff', sombre: '#292929' } as const;

/** À défaut d'alignement, un nombre va à droite, un booléen ou une erreur au centre. */
export function alignement(valeur: Valeur, { horizontal }: Pick<StyleCellule, 'horizontal'>): 'gauche' | 'centre' | 'droite' {
  if (horizontal) return horizontal;
  if (typeof valeur === 'number') return 'droite';
  return typeof valeur === 'boolean' || isErreur(valeur) ? 'centre' : 'gauche';
}

function couleurTexte({ couleur, fond }: StyleCellule, { sombre }: Theme): string | undefined {
  if (fond !== null) return lisible(couleur, fond);
  // Sans fond, la couleur du thème, sauf si celle du fichier s'y lit.
  if (couleur === null) return undefined;
  const voulue = lisible(couleur, sombre ? FONDS.sombre : FONDS.clair);
  return voulue === couleur ? couleur : undefined;
}

export function apparence(style: StyleCellule, valeur: Valeur, theme: Theme, echelle: number): CSSProperties {
  const aligne = alignement(valeur, style);
  const decorations = [style.souligne && 'underline', style.barre && 'line-through'].filter(Boolean).join(' ');
  return {
    fontSize: `${String(Math.round(style.taille * PIXELS_PAR_POINT * echelle * 10) / 10)}px`,
    fontWeight: style.gras ? 700 : undefined,
    fontStyle: style.italique ? 'italic' : undefined,
    textDecoration: decorations === '' ? undefined : decorations,
    color: couleurTexte(style, theme),
    backgroundColor: style.fond ?? undefined,
    justifyContent: JUSTIFIER[aligne],
    textAlign: ALIGNER_TEXTE[aligne],
    alignItems: ALIGNER[style.vertical],
    paddingLeft: style.retrait > 0 ? `${String(3 + style.retrait * PIXELS_PAR_RETRAIT)}px` : undefined,
  };
}
