/** Une enveloppe de l'Etat : ce que le plan y inscrit, face à ses bornes. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, QuestionCircle20Filled, SubtractCircle20Filled, Warning20Filled } from '@fluentui/react-icons';
import { formatMontant } from '../../classeur/nombres';
import type { EtatEnveloppe, VueEnveloppe } from '../../moteur/vues/enveloppes';
import { useBoites, useTextes } from '../communs/styles';
import { majuscule } from '../../controles/fabrique';
import { decrireBornes, NOMS_ETATS_ENVELOPPES } from './phrases';
import { Texte } from '../communs/Texte';

const ICONES = {
  dans_les_bornes: CheckmarkCircle20Filled, au_dessous: Warning20Filled, au_dessus: Warning20Filled, vide: SubtractCircle20Filled, inconnue: QuestionCircle20Filled,
} as const satisfies Record<EtatEnveloppe, unknown>;

const useStyles = makeStyles({
  tete: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  montant: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  etat: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  icone: { flexShrink: 0 },
  dans_les_bornes: { color: tokens.colorStatusSuccessForeground1 },
  au_dessous: { color: tokens.colorStatusWarningForeground3 },
  au_dessus: { color: tokens.colorStatusWarningForeground3 },
  vide: { color: tokens.colorNeutralForeground2 },
  inconnue: { color: tokens.colorNeutralForeground1 },
});

export function CarteEnveloppe({ vue }: { readonly vue: VueEnveloppe }) {
  const styles = useStyles();
  const textes = useTextes();
  const boites = useBoites();
  const Icone = ICONES[vue.etat];
  return (
    <li className={mergeClasses(boites.carte, boites.pile)}>
      <div className={styles.tete}>
        <h3 className={textes.sousTitre}>{majuscule(vue.nom)}</h3>
        <span className={styles.montant}>{formatMontant(vue.total)}</span>
      </div>
      <div className={mergeClasses(styles.etat, styles[vue.etat])}><Icone className={styles.icone} aria-hidden />{NOMS_ETATS_ENVELOPPES[vue.etat]}</div>
      {vue.nonReparti > 0 && <Texte>S’y ajoutent {formatMontant(vue.nonReparti)} de lignes qui citent plusieurs enveloppes, non répartis.</Texte>}
      <Texte discret>{decrireBornes(vue)}{!vue.verseAuDepartement && ' Versée aux établissements, non au département.'}</Texte>
    </li>
  );
}
