/**
 * Les onglets du volet : le motif « tabs » de l'ARIA, aux couleurs de Fluent. Écrits ici parce que
 * ceux de Fluent amènent à eux seuls un dixième de la taille admise jusqu'au premier verdict.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';
import { useVolet } from '../contexte';
import type { Onglet } from '../etat/navigation';

export const ID_PANNEAU = 'panneau';
export const idOnglet = (onglet: Onglet): string => `onglet-${onglet}`;

const ONGLETS: readonly (readonly [Onglet, string])[] = [
  ['controle', 'Contrôle'],
  ['cibles', 'Cibles'],
  ['financement', 'Financement'],
  ['diagnostic', 'Diagnostic'],
];

const useStyles = makeStyles({
  // À la ligne plutôt que hors du volet : texte agrandi, police large.
  liste: { display: 'flex', flexWrap: 'wrap', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingInline: tokens.spacingHorizontalXS },
  onglet: {
    position: 'relative', minHeight: '44px', padding: `0 ${tokens.spacingHorizontalS}`, border: 'none', background: 'none', cursor: 'pointer',
    color: tokens.colorNeutralForeground2, fontFamily: 'inherit', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, borderRadius: tokens.borderRadiusMedium,
    '@media (max-width: 370px)': { paddingInline: tokens.spacingHorizontalXS },
    ':hover': { color: tokens.colorNeutralForeground2Hover, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  choisi: {
    color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold,
    '::after': { content: '""', position: 'absolute', insetInline: tokens.spacingHorizontalS, bottom: 0, height: '3px', borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { '::after': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' } },
  },
});

/** Rang visé par une touche ; `null` : la touche n'est pas aux onglets. */
export function rangVise(touche: string, rang: number, total: number): number | null {
  switch (touche) {
    case 'ArrowRight':
      return (rang + 1) % total;
    case 'ArrowLeft':
      return (rang + total - 1) % total;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}

export function Onglets() {
  const styles = useStyles();
  const { navigation: { onglet }, naviguer } = useVolet();
  const boutons = useRef(new Map<Onglet, HTMLButtonElement>());

  const surTouche = (evenement: KeyboardEvent, rang: number) => {
    const vise = rangVise(evenement.key, rang, ONGLETS.length);
    const suivant = vise === null ? undefined : ONGLETS[vise]?.[0];
    if (suivant === undefined) return;
    evenement.preventDefault();
    naviguer({ type: 'onglet', onglet: suivant });
    boutons.current.get(suivant)?.focus();
  };

  return (
    <div className={styles.liste} role="tablist" aria-label="Écrans">
      {ONGLETS.map(([valeur, nom], rang) => {
        const choisi = valeur === onglet;
        return (
          <button
            key={valeur} ref={(bouton) => { if (bouton) boutons.current.set(valeur, bouton); }} type="button" role="tab" id={idOnglet(valeur)}
            className={mergeClasses(styles.onglet, choisi && styles.choisi)} aria-selected={choisi} aria-controls={choisi ? ID_PANNEAU : undefined} tabIndex={choisi ? 0 : -1}
            onClick={() => { naviguer({ type: 'onglet', onglet: valeur }); }} onKeyDown={(evenement) => { surTouche(evenement, rang); }}
          >
            {nom}
          </button>
        );
      })}
    </div>
  );
}
