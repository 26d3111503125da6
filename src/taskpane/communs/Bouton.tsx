/** Un bouton de Fluent, à la taille d'un doigt : 44 px au moins. */
import { Button, makeStyles, mergeClasses, type ButtonProps } from '@fluentui/react-components';

const useStyles = makeStyles({
  doigt: { minHeight: '44px', minWidth: '44px' },
});

export function Bouton({ className, ...reste }: ButtonProps) {
  const styles = useStyles();
  return <Button {...reste} className={mergeClasses(styles.doigt, className)} />;
}
