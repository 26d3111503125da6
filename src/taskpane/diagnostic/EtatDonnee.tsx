/** L'état d'une donnée du diagnostic : une icône et un mot, jamais la couleur seule. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, CircleHint20Filled, QuestionCircle20Filled, Warning20Filled } from '@fluentui/react-icons';
import type { EtatIndicateur } from '../../diagnostic/completude';

const ICONES = {
  renseigne: CheckmarkCircle20Filled, a_completer: CircleHint20Filled, non_determine: QuestionCircle20Filled, a_verifier: Warning20Filled, sans_ligne: Warning20Filled,
} as const satisfies Record<EtatIndicateur, unknown>;

const useStyles = makeStyles({
  racine: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS, fontSize: tokens.fontSizeBase200, lineHeight: '20px' },
  icone: { flexShrink: 0 },
  renseigne: { color: tokens.colorStatusSuccessForeground1 },
  a_completer: { color: tokens.colorStatusWarningForeground3 },
  non_determine: { color: tokens.colorNeutralForeground1 },
  a_verifier: { color: tokens.colorStatusDangerForeground3 },
  sans_ligne: { color: tokens.colorStatusDangerForeground3 },
});

export function EtatDonnee({ etat, children }: { readonly etat: EtatIndicateur; readonly children: string }) {
  const styles = useStyles();
  const Icone = ICONES[etat];
  return <span className={mergeClasses(styles.racine, styles[etat])}><Icone className={styles.icone} aria-hidden />{children}</span>;
}
