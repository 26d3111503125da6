/** Les options : département, rattachements, décisions gardées, données, version. */
import { ID_TITRE_OPTIONS } from '../communs/focus';
import { useBoites, useTextes } from '../communs/styles';
import { useFocusArrivee } from '../hooks/useFocusArrivee';
import { APropos } from './APropos';
import { Decisions } from './Decisions';
import { Departement } from './Departement';
import { Rattachements } from './Rattachements';
import { RetirerDonnees } from './RetirerDonnees';

export default function EcranOptions({ version }: { readonly version: string | null }) {
  const boites = useBoites();
  const textes = useTextes();
  useFocusArrivee(ID_TITRE_OPTIONS);
  return (
    <div className={boites.pileLarge}>
      <h2 id={ID_TITRE_OPTIONS} tabIndex={-1} className={textes.titre}>Options</h2>
      <Departement />
      <Rattachements />
      <Decisions />
      <RetirerDonnees />
      <APropos version={version} />
    </div>
  );
}
