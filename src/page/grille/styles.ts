/** Styles de la grille. Les couleurs du fichier se posent par cellule ; tout le reste suit le thème. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { ENTETE } from './defilement';
import { POLICE } from './police';

const TRAIT = `1px solid ${tokens.colorNeutralStroke2}`;
const TRAIT_FORT = `1px solid color-mix(in srgb, ${tokens.colorNeutralForeground1} 45%, ${tokens.colorNeutralBackground1})`;

/** Teinte posée sur une case annotée, fond du fichier compris. */
const teinte = (couleur: string) => `linear-gradient(color-mix(in srgb, ${couleur} 14%, transparent), color-mix(in srgb, ${couleur} 14%, transparent))`;

export const useStylesGrille = makeStyles({
  racine: {
    position: 'relative', flexGrow: 1, minHeight: 0, overflow: 'auto', overscrollBehavior: 'contain',
    backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
    fontFamily: POLICE,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  contenu: { position: 'relative' },
  rangee: { display: 'flex', alignItems: 'flex-start', boxSizing: 'border-box' },
  // Sans fond : une fusion qui couvre plusieurs rangées collées se voit sous les suivantes.
  collee: { position: 'sticky', zIndex: 6 },
  entetes: { zIndex: 7, height: `${String(ENTETE.hauteur)}px` },
  entete: {
    boxSizing: 'border-box', flexShrink: 0, display: 'flex', alignItems: 'center', justifyContent: 'center', overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2, fontSize: '11px',
    borderRight: TRAIT, borderBottom: TRAIT, userSelect: 'none',
  },
  enteteActif: { backgroundColor: tokens.colorNeutralBackground5, color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  enteteLigne: { position: 'sticky', left: 0, zIndex: 4, width: `${String(ENTETE.largeur)}px` },
  masqueAvant: { borderTop: `3px double ${tokens.colorNeutralForeground3}` },
  masqueAGauche: { borderLeft: `3px double ${tokens.colorNeutralForeground3}` },
});

export const useStylesCase = makeStyles({
  case: {
    position: 'relative', boxSizing: 'border-box', flexShrink: 0, display: 'flex', overflow: 'hidden', paddingInline: '3px',
    borderRight: TRAIT, borderBottom: TRAIT, whiteSpace: 'pre', cursor: 'cell', lineHeight: 1.3,
  },
  fusion: { zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  collee: { position: 'sticky', zIndex: 2, backgroundColor: tokens.colorNeutralBackground1 },
  derniereCollee: { borderRight: TRAIT_FORT },
  opaque: { backgroundColor: tokens.colorNeutralBackground1 },
  // Au-dessus des colonnes collées : celles qu'un texte recouvre sont vides.
  deborde: { overflow: 'visible', zIndex: 3 },
  texte: { overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0 },
  texteDeborde: { position: 'absolute', left: 0, paddingInline: '3px', boxSizing: 'border-box', overflow: 'hidden', textOverflow: 'ellipsis', backgroundColor: tokens.colorNeutralBackground1, zIndex: 1 },
  renvoi: { whiteSpace: 'pre-wrap', overflowWrap: 'break-word' },
  bordHaut: { borderTop: TRAIT_FORT },
  bordDroit: { borderRight: TRAIT_FORT },
  bordBas: { borderBottom: TRAIT_FORT },
  bordGauche: { borderLeft: TRAIT_FORT },
  active: { '::after': { content: '""', position: 'absolute', inset: 0, border: `2px solid ${tokens.colorBrandStroke1}`, pointerEvents: 'none', zIndex: 3 } },
  bloquant: { backgroundImage: teinte(tokens.colorStatusDangerBackground3), boxShadow: `inset 0 0 0 2px ${tokens.colorStatusDangerBorder2}` },
  alerte: { backgroundImage: teinte(tokens.colorStatusWarningBackground3), boxShadow: `inset 0 0 0 2px ${tokens.colorStatusWarningBorder2}` },
  info: { backgroundImage: teinte(tokens.colorBrandBackground), boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}` },
  justifiee: { backgroundImage: 'none', boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStrokeAccessible}` },
  essai: { border: `2px dashed ${tokens.colorNeutralForeground1}`, zIndex: 2 },
  marque: {
    position: 'absolute', top: '1px', right: '1px', display: 'flex', alignItems: 'center', columnGap: '1px', padding: '1px', borderRadius: '3px', zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1, fontSize: '10px', lineHeight: '12px', fontFamily: tokens.fontFamilyBase, color: tokens.colorNeutralForeground1,
  },
  marqueAGauche: { right: 'auto', left: '1px' },
  // Écrits par le style : le nom de la case les dit déjà, à sa façon.
  nombre: { '::before': { content: 'attr(data-nombre)' } },
  marqueEssai: { '::before': { content: '"essai"' }, fontWeight: tokens.fontWeightSemibold, paddingInline: '2px', outline: `1px solid ${tokens.colorNeutralForeground1}`, outlineOffset: '-1px' },
  editeur: {
    position: 'absolute', inset: '-1px auto auto -1px', minWidth: 'max(100%, 160px)', minHeight: 'max(100%, 28px)', boxSizing: 'border-box', zIndex: 10,
    font: 'inherit', fontSize: '14px', paddingInline: '4px', color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorBrandStroke1}`, borderRadius: '2px',
  },
});
