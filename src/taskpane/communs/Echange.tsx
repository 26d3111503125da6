/** Avant et après, l'un sous l'autre : ce que la cellule porte, ce qu'elle portera. */
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  contenus: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalM, rowGap: '2px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  terme: { color: tokens.colorNeutralForeground2 },
  contenu: { margin: 0, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

export interface ProprietesEchange {
  readonly avant: string;
  readonly apres: string;
  /** Vrai : rien ne s'écrira, les deux se comparent seulement. */
  readonly sansSuite?: boolean;
}

export function Echange({ avant, apres, sansSuite = false }: ProprietesEchange) {
  const styles = useStyles();
  return (
    <dl className={styles.contenus}>
      <dt className={styles.terme}>{sansSuite ? 'Actuel' : 'Avant'}</dt><dd className={styles.contenu}>{avant}</dd>
      <dt className={styles.terme}>{sansSuite ? 'Proposé' : 'Après'}</dt><dd className={styles.contenu}>{apres}</dd>
    </dl>
  );
}
