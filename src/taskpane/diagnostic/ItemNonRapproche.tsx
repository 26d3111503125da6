/** Une ligne de la trame qui ne mène à aucune cellule : choisir la sienne, ou la laisser de côté. */
import { Field } from '@fluentui/react-components';
import type { NonRapprochee } from '../../diagnostic/propositions';
import type { CodeIndicateur } from '../../referentiel/indicateurs';
import { Choix } from '../communs/Choix';
import { useBoites } from '../communs/styles';
import { Texte } from '../communs/Texte';
import { nommerIndicateur } from './phrases';

export interface ProprietesNonRapproche {
  readonly ligne: NonRapprochee;
  readonly surChoix: (rang: number, code: CodeIndicateur | null) => void;
}

export function ItemNonRapproche({ ligne: { rang, place, libelle, propose, message, motif, candidats }, surChoix }: ProprietesNonRapproche) {
  const boites = useBoites();
  // Deux valeurs du même indicateur se départagent dans la trame.
  const choisissable = motif === 'inconnue' || motif === 'ambigue';
  return (
    <li className={boites.carte}>
      <Texte><strong>« {libelle} » : {propose}</strong></Texte>
      <Texte discret>{place}</Texte>
      <Texte>{message}</Texte>
      {choisissable && (
        <Field label={`Ligne du tableau de bord pour « ${libelle} »`}>
          <Choix valeur="" vide="Laisser de côté" options={candidats.map((code) => [code, nommerIndicateur(code)] as const)} surChoix={(code) => { surChoix(rang, code === '' ? null : code as CodeIndicateur); }} />
        </Field>
      )}
    </li>
  );
}
