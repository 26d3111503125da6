/** Ce que veulent dire les traits et les points du graphique. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { VueCible } from '../../moteur/vues/cibles';
import { formatTaux } from '../../classeur/nombres';

const useStyles = makeStyles({
  racine: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

export function Legende({ vue: { series, seuil, haut } }: { readonly vue: VueCible }) {
  const styles = useStyles();
  const atteinte = series.some(({ points }) => points.some(({ bloc, valeur }) => bloc === 'atteinte' && valeur !== null));
  const seconde = series[1];
  return (
    <ul className={styles.racine} aria-hidden="true">
      {seconde ? series.map(({ nom }, rang) => <li key={nom}>{rang === 0 ? '●' : '■'} {nom}</li>) : <li>● Diagnostic et cibles</li>}
      {atteinte && <li>◇ Niveau atteint</li>}
      {seuil !== null && <li>- - - Cible nationale{haut === null ? ` (${formatTaux(seuil)})` : ` (de ${formatTaux(seuil)} à ${formatTaux(haut)})`}</li>}
    </ul>
  );
}
