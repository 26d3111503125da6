/** La correction d'un constat : avant, après, et l'application. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { formatA1 } from '../../classeur/adresse';
import type { Correction } from '../../controles/constat';
import { ecrireContenu } from '../../rapport/texte-constat';
import { Bandeau } from '../communs/Bandeau';
import { Bouton } from '../communs/Bouton';
import { ID_TITRE_DETAIL, poserFocus } from '../communs/focus';
import { useBoites, useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import { Texte } from '../communs/Texte';

const useStyles = makeStyles({
  contenus: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalM, rowGap: '2px' },
  contenu: { margin: 0, fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

const NATURES = {
  automatique: 'Correction automatique : aucun chiffre affiché ne change.',
  proposee: 'Correction proposée : elle change le contenu du classeur, à vous de décider.',
} as const;

export function CorrectionConstat({ correction }: { readonly correction: Correction }) {
  const styles = useStyles();
  const textes = useTextes();
  const boites = useBoites();
  const { corriger, confirmer, controle: { vues, activite, modifie } } = useVolet();
  const [enCours, occuper] = useState(false);
  const [raisons, refuser] = useState<readonly string[]>([]);
  const { emplacement, avant, apres, type } = correction;
  const protegee = vues?.feuilles.find(({ id }) => id === emplacement.feuille)?.protegee ?? false;
  const occupe = enCours || activite !== 'repos';

  const appliquer = async () => {
    occuper(true);
    const issue = await corriger(correction);
    occuper(false);
    if (issue.etat === 'refusee') {
      refuser(issue.raisons);
      return;
    }
    refuser([]);
    confirmer(issue.texte);
    poserFocus(ID_TITRE_DETAIL);
  };

  return (
    <section className={mergeClasses(boites.carte, boites.pile)} aria-labelledby="titre-correction">
      <h3 id="titre-correction" className={textes.sousTitre}>Correction en {formatA1(emplacement.ligne, emplacement.colonne)}</h3>
      <Texte discret>{NATURES[type]}</Texte>
      <dl className={styles.contenus}>
        <dt>Avant</dt><dd className={styles.contenu}>{ecrireContenu(avant)}</dd>
        <dt>Après</dt><dd className={styles.contenu}>{ecrireContenu(apres)}</dd>
      </dl>
      {protegee && <Texte discret>La feuille est protégée : la correction sera refusée si la cellule est verrouillée. Ôtez d’abord la protection (onglet Révision).</Texte>}
      {raisons.length > 0 && <Bandeau nature="error" titre="La correction n’a pas été appliquée.">{raisons.join(' ')}</Bandeau>}
      {modifie && <Texte discret>Le classeur a été modifié : actualisez les résultats avant de corriger.</Texte>}
      <Bouton disabledFocusable={occupe || modifie} onClick={() => { void appliquer(); }}>Appliquer la correction</Bouton>
    </section>
  );
}
