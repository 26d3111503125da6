/** Un modèle vierge : par quoi commencer, et où. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { EtapeDemarrage } from '../../moteur/vues/demarrage';
import { LienCellule } from '../communs/LienCellule';
import { useBoites, useTextes } from '../communs/styles';
import { Texte } from '../communs/Texte';

const useStyles = makeStyles({
  liste: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
});

export default function ModeleVierge({ etapes }: { readonly etapes: readonly EtapeDemarrage[] }) {
  const styles = useStyles();
  const textes = useTextes();
  const boites = useBoites();
  return (
    <section aria-labelledby="commencer" className={boites.pile}>
      <h2 id="commencer" className={textes.sousTitre}>Par quoi commencer</h2>
      <ol className={styles.liste}>
        {etapes.map(({ titre, texte, emplacement }) => (
          <li key={titre}>
            <h3 className={textes.sousTitre}>{titre}</h3>
            <Texte>{texte}</Texte>
            {emplacement && <LienCellule emplacement={emplacement}>Y aller</LienCellule>}
          </li>
        ))}
      </ol>
    </section>
  );
}
