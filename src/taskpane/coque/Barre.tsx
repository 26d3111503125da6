/** La barre de progression de Fluent, chargée si l'attente dure. */
import { ProgressBar } from '@fluentui/react-components';

export default function Barre({ libelle }: { readonly libelle: string }) {
  return <ProgressBar aria-label={libelle} />;
}
