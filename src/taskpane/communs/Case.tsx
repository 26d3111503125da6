/** Une case à cocher de Fluent, à la taille d'un doigt. */
import { Checkbox, makeStyles, mergeClasses, type CheckboxProps } from '@fluentui/react-components';

const useStyles = makeStyles({
  racine: { display: 'flex', minHeight: '44px', alignItems: 'center', '& .fui-Checkbox__label': { overflowWrap: 'anywhere', minWidth: 0 } },
  cible: { width: '44px', minHeight: '44px' },
});

export function Case({ className, ...reste }: Omit<CheckboxProps, 'input'>) {
  const styles = useStyles();
  return <Checkbox {...reste} className={mergeClasses(styles.racine, className)} input={{ className: styles.cible }} />;
}
