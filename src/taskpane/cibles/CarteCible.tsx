/** Un objectif face à sa cible nationale. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, QuestionCircle20Filled, SubtractCircle20Filled, Warning20Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import { majuscule } from '../../controles/fabrique';
import type { EtatCible, VueCible } from '../../moteur/vues/cibles';
import { LienCellule } from '../communs/LienCellule';
import { Repliable } from '../communs/Repliable';
import { useBoites, useTextes } from '../communs/styles';
import { Graphique } from './Graphique';
import { Legende } from './Legende';
import { decrireSeries, decrireSeuil, NOMS_ETATS } from './phrases';
import { TableauCible } from './TableauCible';
import { Texte } from '../communs/Texte';

const ICONES = {
  manquee: Warning20Filled, indetermine: QuestionCircle20Filled, non_renseigne: QuestionCircle20Filled, atteinte: CheckmarkCircle20Filled, non_jugeable: SubtractCircle20Filled,
} as const satisfies Record<EtatCible, unknown>;

const useStyles = makeStyles({
  etat: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  icone: { flexShrink: 0 },
  manquee: { color: tokens.colorStatusWarningForeground3 },
  indetermine: { color: tokens.colorNeutralForeground1 },
  non_renseigne: { color: tokens.colorNeutralForeground1 },
  atteinte: { color: tokens.colorStatusSuccessForeground1 },
  non_jugeable: { color: tokens.colorNeutralForeground2 },
});

export function CarteCible({ vue, horizon }: { readonly vue: VueCible; readonly horizon: number }) {
  const styles = useStyles();
  const textes = useTextes();
  const boites = useBoites();
  const [ouvert, ouvrir] = useState(false);
  const Icone = ICONES[vue.etat];
  const seuil = decrireSeuil(vue);
  const jugeable = vue.mesure === 'taux';
  return (
    <article className={mergeClasses(boites.carte, boites.pile)} aria-labelledby={`cible-${String(vue.objectif)}`}>
      <h3 id={`cible-${String(vue.objectif)}`} className={textes.sousTitre}>Objectif {vue.objectif} – {vue.nom}</h3>
      <div className={mergeClasses(styles.etat, styles[vue.etat])}><Icone className={styles.icone} aria-hidden />{NOMS_ETATS[vue.etat]}</div>
      {vue.manque !== null && <Texte><strong>{vue.manque}</strong></Texte>}
      {!vue.retenu && <Texte>Objectif facultatif, non retenu par le département.</Texte>}
      {vue.explication !== null && <Texte>{vue.explication}</Texte>}
      {vue.retenu && decrireSeries(vue, horizon).map((phrase) => <Texte key={phrase}>{phrase}</Texte>)}
      {seuil !== null && <Texte>{seuil}</Texte>}
      {jugeable && <><Graphique vue={vue} /><Legende vue={vue} /><TableauCible vue={vue} /></>}
      {vue.retenu && vue.complements.map((complement) => <Texte key={complement}>{complement}</Texte>)}
      {vue.emplacement && <LienCellule emplacement={vue.emplacement}>{`Aller à la cible ${String(horizon)}`}</LienCellule>}
      <Repliable niveau={4} titre="Ce que dit la circulaire" ouvert={ouvert} surBascule={() => { ouvrir(!ouvert); }}>
        <Texte>{majuscule(vue.texte)}.</Texte>
        <Texte discret>Source : {vue.source}.</Texte>
        {vue.reperes.map((repere) => <Texte key={repere} discret>{repere}</Texte>)}
      </Repliable>
    </article>
  );
}
