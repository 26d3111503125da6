/** Le bandeau d'un essai : au-dessus de la grille comme du volet, pour qu'on ne le prenne pas pour une correction. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Beaker20Regular } from '@fluentui/react-icons';
import { accorder } from '../../rapport/mots';
import { Bouton } from '../../taskpane/communs/Bouton';
import { useTextes } from '../../taskpane/communs/styles';

const useStyles = makeStyles({
  racine: {
    flexShrink: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM, padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorStatusWarningBackground1, borderBottom: `2px dashed ${tokens.colorStatusWarningBorderActive}`,
  },
  icone: { flexShrink: 0, color: tokens.colorStatusWarningForeground3 },
  texte: { flex: '1 1 14rem' },
});

export function BandeauEssai({ nombre, surAnnulation }: { readonly nombre: number; readonly surAnnulation: () => void }) {
  const styles = useStyles();
  const textes = useTextes();
  return (
    <div className={styles.racine} role="status">
      <Beaker20Regular className={styles.icone} aria-hidden />
      <p className={`${textes.texte} ${styles.texte}`}><strong>Essai en cours ({accorder(nombre, 'cellule')}).</strong> Les résultats en tiennent compte ; ni le fichier, ni la copie à télécharger ne changent.</p>
      <Bouton onClick={surAnnulation}>{nombre === 1 ? 'Annuler l’essai' : 'Annuler les essais'}</Bouton>
    </div>
  );
}
