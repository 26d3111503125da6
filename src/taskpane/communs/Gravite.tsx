/** La gravité d'un constat : toujours une icône ET un mot, jamais la couleur seule. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissCircle20Filled, Info20Filled, Warning20Filled } from '@fluentui/react-icons';
import type { Gravite as Niveau } from '../../controles/constat';
import { NOMS_GRAVITES } from '../../rapport/mots';

export const ICONES_GRAVITES = { bloquant: DismissCircle20Filled, alerte: Warning20Filled, info: Info20Filled } as const;

const useStyles = makeStyles({
  racine: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  icone: { flexShrink: 0 },
  bloquant: { color: tokens.colorStatusDangerForeground3 },
  alerte: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorBrandForeground1 },
});

export function useCouleursGravites(): Readonly<Record<Niveau, string>> {
  const { bloquant, alerte, info } = useStyles();
  return { bloquant, alerte, info };
}

export function Gravite({ niveau }: { readonly niveau: Niveau }) {
  const styles = useStyles();
  const Icone = ICONES_GRAVITES[niveau];
  return (
    <span className={mergeClasses(styles.racine, styles[niveau])}>
      <Icone className={styles.icone} aria-hidden />
      {NOMS_GRAVITES[niveau]}
    </span>
  );
}
