/** Rattacher à la main ce que le repérage n'a pas reconnu ; gardé dans le classeur. */
import { useState } from 'react';
import type { RattachementManuel } from '../../classeur/rattachements';
import { Bouton } from '../communs/Bouton';
import { useBoites, useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import { choisir, retirer } from '../etat/rattachements';
import { useEnregistrer } from '../hooks/useEnregistrer';
import { ColonnesPlan, ColonnesTableau } from './RattacherColonnes';
import { RattacherFeuilles } from './RattacherFeuilles';
import { RattacherLignes } from './RattacherLignes';
import { RattachementsGardes } from './RattachementsGardes';
import { Texte } from '../communs/Texte';

export interface ProprietesBrouillon {
  readonly brouillon: readonly RattachementManuel[];
  /** Rattache, ou ôte le rattachement si `choisi` est faux. */
  readonly surChoix: (rattachement: RattachementManuel, choisi: boolean) => void;
}

export function Rattachements() {
  const textes = useTextes();
  const boites = useBoites();
  const { controle: { vues }, donnees: { rattachements } } = useVolet();
  const { enCours, enregistrer } = useEnregistrer();
  const [modifie, modifier] = useState<readonly RattachementManuel[] | null>(null);
  if (!vues) return null;
  const brouillon = modifie ?? rattachements;
  const surChoix: ProprietesBrouillon['surChoix'] = (rattachement, choisi) => { modifier((choisi ? choisir : retirer)(brouillon, rattachement)); };
  const { tableau, plan } = vues.rattachables;

  const garder = async () => {
    if (await enregistrer((donnees) => ({ ...donnees, rattachements: brouillon }), 'Rattachements enregistrés dans le classeur ; contrôle relancé.')) modifier(null);
  };

  return (
    <section className={boites.pile} aria-labelledby="rattachements">
      <h3 id="rattachements" className={textes.sousTitre}>Rattacher à la main</h3>
      <Texte>Si le modèle a été remanié, désignez la feuille, la colonne ou la ligne que le contrôle n’a pas reconnue. Le choix est gardé dans le classeur.</Texte>
      <RattacherFeuilles feuilles={vues.feuilles} brouillon={brouillon} surChoix={surChoix} />
      {tableau && <ColonnesTableau tableau={tableau} brouillon={brouillon} surChoix={surChoix} />}
      {plan && <ColonnesPlan plan={plan} brouillon={brouillon} surChoix={surChoix} />}
      <RattacherLignes tableau={tableau} plan={plan} brouillon={brouillon} surChoix={surChoix} />
      <RattachementsGardes brouillon={brouillon} surChoix={surChoix} />
      <Bouton appearance="primary" disabledFocusable={enCours || modifie === null} onClick={() => { void garder(); }}>Enregistrer et recontrôler</Bouton>
    </section>
  );
}
