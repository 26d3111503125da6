/** Une correction dans l'aperçu : sa case, sa cellule, avant et après, et pourquoi. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Case } from '../communs/Case';
import { Echange } from '../communs/Echange';
import { LienCellule } from '../communs/LienCellule';
import { Texte } from '../communs/Texte';
import { useBoites } from '../communs/styles';
import type { LigneCorrection } from './selection';

const useStyles = makeStyles({ corps: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, paddingLeft: tokens.spacingHorizontalS } });

export interface ProprietesItem {
  readonly ligne: LigneCorrection;
  readonly cochee: boolean;
  /** Une autre correction cochée écrit déjà cette cellule. */
  readonly ecartee: boolean;
  readonly fige: boolean;
  readonly surBascule: (cle: string) => void;
}

export function ItemCorrection({ ligne: { cle, apercu, sujet, obstacle }, cochee, ecartee, fige, surBascule }: ProprietesItem) {
  const styles = useStyles();
  const boites = useBoites();
  const { feuille, cellule, avant, apres, raison, emplacement } = apercu;
  return (
    <li className={boites.carte}>
      <Case
        checked={cochee} disabled={fige} onChange={() => { surBascule(cle); }}
        label={sujet === '' ? `${cellule}, feuille « ${feuille} »` : `${cellule} – ${sujet}`}
      />
      <div className={styles.corps}>
        <Echange avant={avant} apres={apres} />
        <Texte discret>{raison}</Texte>
        {obstacle !== null && <Texte><strong>Refusée : </strong>{obstacle}</Texte>}
        {ecartee && <Texte>Une autre correction cochée écrit déjà cette cellule : celle-ci sera revue au contrôle suivant.</Texte>}
        <LienCellule emplacement={emplacement} />
      </div>
    </li>
  );
}
