/** Une liste déroulante : la valeur vide est toujours le comportement par défaut. */
import { makeStyles, Select } from '@fluentui/react-components';

const useStyles = makeStyles({ racine: { width: '100%', minWidth: 0, '& select': { minHeight: '44px', width: '100%' } } });

export interface ProprietesChoix {
  readonly valeur: string;
  /** Intitulé de la valeur vide. */
  readonly vide: string;
  readonly options: readonly (readonly [valeur: string, nom: string])[];
  readonly surChoix: (valeur: string) => void;
  readonly 'aria-label'?: string;
}

export function Choix({ valeur, vide, options, surChoix, ...reste }: ProprietesChoix) {
  const styles = useStyles();
  return (
    <Select {...reste} className={styles.racine} value={valeur} onChange={(_, { value }) => { surChoix(value); }}>
      <option value="">{vide}</option>
      {options.map(([cle, nom]) => <option key={cle} value={cle}>{nom}</option>)}
    </Select>
  );
}
