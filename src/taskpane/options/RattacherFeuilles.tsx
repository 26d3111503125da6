/** Désigner la feuille du tableau de bord et celle du plan d'action. */
import { Field } from '@fluentui/react-components';
import type { FeuilleVue } from '../../moteur/vues/vues';
import { Choix } from '../communs/Choix';
import { trouver } from '../etat/rattachements';
import type { ProprietesBrouillon } from './Rattachements';
import { Texte } from '../communs/Texte';

const NATURES = [
  ['tableau', 'Tableau de bord (annexe 5.2)'],
  ['plan', 'Plan d’action (annexe 5.3)'],
] as const;

export function RattacherFeuilles({ feuilles, brouillon, surChoix }: ProprietesBrouillon & { readonly feuilles: readonly FeuilleVue[] }) {
  const noms = feuilles.map(({ nom }) => [nom, nom] as const);
  return NATURES.map(([nature, libelle]) => {
    const lue = feuilles.find((feuille) => feuille.nature === nature);
    const choisie = trouver(brouillon, { type: 'feuille', nature, feuille: '' });
    const vaine = choisie !== null && lue === undefined;
    return (
      <div key={nature}>
        <Field label={libelle}>
          <Choix
            valeur={choisie?.feuille ?? ''} vide={lue && !choisie ? `Reconnue : ${lue.nom}` : 'Repérage automatique'} options={noms}
            surChoix={(feuille) => { surChoix({ type: 'feuille', nature, feuille }, feuille !== ''); }}
          />
        </Field>
        {vaine && <Texte discret>La feuille « {choisie.feuille} » ne porte aucun libellé des annexes : elle ne peut pas être lue.</Texte>}
      </div>
    );
  });
}
