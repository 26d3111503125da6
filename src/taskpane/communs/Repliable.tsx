/** Une section qui se replie : un titre qui est un vrai bouton, et son contenu. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  titre: { margin: 0, fontSize: 'inherit' },
  bouton: {
    display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, width: '100%', minHeight: '44px', boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} 0`, border: 'none', background: 'none', color: tokens.colorNeutralForeground1, font: 'inherit',
    fontWeight: tokens.fontWeightSemibold, textAlign: 'left', cursor: 'pointer', borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  icone: { flexShrink: 0 },
  texte: { flexGrow: 1, minWidth: 0 },
  droite: { flexShrink: 0, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

export interface ProprietesRepliable {
  readonly titre: ReactNode;
  /** Ce qui se montre à droite du titre, replié ou non (un compte). */
  readonly droite?: ReactNode;
  readonly niveau: 2 | 3 | 4;
  readonly ouvert: boolean;
  readonly surBascule: () => void;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Repliable({ titre, droite, niveau, ouvert, surBascule, children, className }: ProprietesRepliable) {
  const styles = useStyles();
  const id = useId();
  const Titre = `h${niveau}` as const;
  const Chevron = ouvert ? ChevronDown20Regular : ChevronRight20Regular;
  return (
    <section className={className}>
      <Titre className={styles.titre}>
        <button type="button" className={mergeClasses(styles.bouton)} aria-expanded={ouvert} aria-controls={id} onClick={surBascule}>
          <Chevron className={styles.icone} aria-hidden />
          <span className={styles.texte}>{titre}</span>
          {droite !== undefined && <span className={styles.droite}>{droite}</span>}
        </button>
      </Titre>
      <div id={id} hidden={!ouvert}>{ouvert && children}</div>
    </section>
  );
}
