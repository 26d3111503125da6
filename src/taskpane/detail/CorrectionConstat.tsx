/** La correction d'un constat : avant, après, et l'application. */
import { mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { formatA1 } from '../../classeur/adresse';
import type { Correction } from '../../controles/constat';
import { montrerContenu } from '../../corrections/apercu';
import { Bouton } from '../communs/Bouton';
import { Echange } from '../communs/Echange';
import { ID_TITRE_DETAIL, poserFocus } from '../communs/focus';
import { useBoites, useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import { Refus } from '../corrections/Refus';
import type { IssueEcriture } from '../hooks/useCorrections';
import { Texte } from '../communs/Texte';

const NATURES = {
  automatique: 'Correction automatique : aucun chiffre affiché ne change.',
  proposee: 'Correction proposée : elle change le contenu du classeur, à vous de décider.',
} as const;

export function CorrectionConstat({ correction }: { readonly correction: Correction }) {
  const textes = useTextes();
  const boites = useBoites();
  const { corrections: { corriger }, confirmer, lu, controle: { vues, activite, modifie } } = useVolet();
  const [enCours, occuper] = useState(false);
  const [refus, refuser] = useState<Extract<IssueEcriture, { etat: 'refusee' }> | null>(null);
  const { emplacement, avant, apres, format, type } = correction;
  const protegee = vues?.feuilles.find(({ id }) => id === emplacement.feuille)?.protegee ?? false;
  const occupe = enCours || activite !== 'repos';

  const appliquer = async () => {
    occuper(true);
    const issue = await corriger(correction);
    occuper(false);
    if (issue.etat === 'refusee') {
      refuser(issue);
      return;
    }
    refuser(null);
    confirmer(issue.texte);
    poserFocus(ID_TITRE_DETAIL);
  };

  return (
    <section className={mergeClasses(boites.carte, boites.pile)} aria-labelledby="titre-correction">
      <h3 id="titre-correction" className={textes.sousTitre}>Correction en {formatA1(emplacement.ligne, emplacement.colonne)}</h3>
      <Texte discret>{NATURES[type]}</Texte>
      <Echange avant={montrerContenu(avant, format, lu?.instantane)} apres={montrerContenu(apres, format, lu?.instantane)} />
      {protegee && <Texte discret>La feuille est protégée : la correction sera refusée si la cellule est verrouillée. Ôtez d’abord la protection (onglet Révision).</Texte>}
      {refus && <Refus titre="La correction n’a pas été appliquée." raisons={refus.raisons} restantes={refus.restantes} />}
      {modifie && <Texte discret>Le classeur a été modifié : actualisez les résultats avant de corriger.</Texte>}
      <Bouton disabledFocusable={occupe || modifie} onClick={() => { void appliquer(); }}>Appliquer la correction</Bouton>
    </section>
  );
}
