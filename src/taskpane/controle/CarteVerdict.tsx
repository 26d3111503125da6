/** Le verdict, en un mot, une icône et une phrase. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle24Filled, DismissCircle24Filled, DocumentEdit24Filled, QuestionCircle24Filled, Warning24Filled } from '@fluentui/react-icons';
import type { Verdict } from '../../moteur/rapport';
import { NOMS_VERDICTS } from '../../rapport/mots';
import { useVolet } from '../contexte';
import { phraseVerdict } from './phrases';
import { Texte } from '../communs/Texte';

const ICONES = {
  non_conforme: DismissCircle24Filled,
  incomplet: QuestionCircle24Filled,
  conforme_avec_reserves: Warning24Filled,
  conforme: CheckmarkCircle24Filled,
  a_remplir: DocumentEdit24Filled,
} as const satisfies Record<Verdict, unknown>;

const useStyles = makeStyles({
  racine: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'flex-start', paddingBlock: tokens.spacingVerticalXS },
  icone: { flexShrink: 0, marginTop: '2px' },
  titre: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  non_conforme: { color: tokens.colorStatusDangerForeground3 },
  incomplet: { color: tokens.colorStatusWarningForeground3 },
  conforme_avec_reserves: { color: tokens.colorStatusWarningForeground3 },
  conforme: { color: tokens.colorStatusSuccessForeground1 },
  a_remplir: { color: tokens.colorBrandForeground1 },
});

export function CarteVerdict({ verdict }: { readonly verdict: Verdict }) {
  const styles = useStyles();
  const { compte } = useVolet();
  const Icone = ICONES[verdict];
  return (
    <section className={styles.racine} aria-labelledby="verdict">
      <Icone className={mergeClasses(styles.icone, styles[verdict])} aria-hidden />
      <div>
        <h2 id="verdict" className={styles.titre}>{NOMS_VERDICTS[verdict]}</h2>
        <Texte>{phraseVerdict(verdict, compte)}</Texte>
      </div>
    </section>
  );
}
