/** L'avancement d'un lot, et son interruption. */
import { Field, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { accorder } from '../../rapport/mots';
import { Bouton } from '../../taskpane/communs/Bouton';
import type { EtatLot } from './lot';

const useStyles = makeStyles({
  racine: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  barre: { flex: '1 1 16rem' },
});

export interface ProprietesProgression {
  readonly activite: EtatLot['activite'];
  readonly faits: number;
  readonly total: number;
  readonly surInterruption: () => void;
  readonly surReprise: () => void;
}

function phrase({ activite, faits, total }: Pick<ProprietesProgression, 'activite' | 'faits' | 'total'>): string {
  const compte = `${String(faits)} sur ${accorder(total, 'classeur')}`;
  if (activite === 'en_cours') return `Contrôle en cours : ${compte}.`;
  return activite === 'fini' ? `Contrôle terminé : ${accorder(total, 'classeur')}.` : `Contrôle interrompu : ${compte}. La suite porte sur ceux-là seulement.`;
}

export function Progression(proprietes: ProprietesProgression) {
  const styles = useStyles();
  const { activite, faits, total, surInterruption, surReprise } = proprietes;
  // L'annonce n'est dite qu'au début et à la fin : un lot en compterait mille.
  return (
    <div className={styles.racine}>
      <Field className={styles.barre} validationState="none" validationMessage={phrase(proprietes)}>
        <ProgressBar value={faits} max={Math.max(1, total)} color={activite === 'interrompu' ? 'warning' : 'brand'} aria-label="Avancement du contrôle" />
      </Field>
      <span role="status" style={{ position: 'absolute', clipPath: 'inset(50%)' }}>{activite === 'en_cours' ? 'Contrôle du lot en cours.' : phrase(proprietes)}</span>
      {activite === 'en_cours' && <Bouton onClick={surInterruption}>Interrompre</Bouton>}
      {activite === 'interrompu' && <Bouton appearance="primary" onClick={surReprise}>Reprendre</Bouton>}
    </div>
  );
}
