/** Les rattachements en vigueur, chacun retirable. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Bouton } from '../communs/Bouton';
import { insecables } from '../communs/typographie';
import { useTextes } from '../communs/styles';
import { decrire } from '../etat/rattachements';
import type { ProprietesBrouillon } from './Rattachements';

const useStyles = makeStyles({ ligne: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS } });

export function RattachementsGardes({ brouillon, surChoix }: ProprietesBrouillon) {
  const styles = useStyles();
  const textes = useTextes();
  if (brouillon.length === 0) return null;
  return (
    <div>
      <h4 className={textes.sousTitre}>Rattachements choisis</h4>
      <ul className={textes.liste}>
        {brouillon.map((rattachement) => {
          const texte = decrire(rattachement);
          return (
            <li key={texte} className={styles.ligne}>
              <span className={textes.texte}>{insecables(texte)}</span>
              <Bouton appearance="subtle" aria-label={`Retirer : ${texte}`} onClick={() => { surChoix(rattachement, false); }}>Retirer</Bouton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
