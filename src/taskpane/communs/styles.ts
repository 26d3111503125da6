/** Styles communs aux écrans. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { CSSProperties } from 'react';

/** Hors de l'écran, mais lu par les lecteurs d'écran. */
export const INVISIBLE: CSSProperties = {
  position: 'absolute', width: '1px', height: '1px', margin: '-1px', padding: 0, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap', border: 0,
};

export const useTextes = makeStyles({
  titre: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  sousTitre: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  texte: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  discret: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  liste: { margin: 0, padding: 0, listStyle: 'none' },
  puces: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

export const useBoites = makeStyles({
  pile: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  pileLarge: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  rang: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  carte: {
    padding: tokens.spacingHorizontalM, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1, boxSizing: 'border-box',
  },
});
