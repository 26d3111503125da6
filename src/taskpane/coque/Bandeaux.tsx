/** Ce qui dure et qu'il faut savoir : une panne, un résultat périmé, des corrections à annuler. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { accorder } from '../../rapport/mots';
import { Bandeau } from '../communs/Bandeau';
import { ID_CONTROLER, poserFocus } from '../communs/focus';
import { useVolet } from '../contexte';
import { TITRES_PANNES } from '../etat/panne';
import { Activite } from './Activite';
import { Evolution } from './Evolution';

const useStyles = makeStyles({
  pile: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalS, ':empty': { display: 'none' } },
});

/** Le bandeau va disparaître sous le bouton pressé : le focus passe au bouton qui fait la même chose. */
function garderFocus(): void {
  poserFocus(ID_CONTROLER);
}

function Panne() {
  const { controle: { panne, vues }, lancer } = useVolet();
  if (!panne) return null;
  const suite = panne.motif === 'edition' ? ' Le contrôle reprendra de lui-même.' : '';
  const reste = vues ? ' Les résultats affichés sont ceux du contrôle précédent.' : '';
  return (
    <Bandeau nature={panne.motif === 'edition' ? 'warning' : 'error'} titre={`${TITRES_PANNES[panne.motif]}.`} action={{ nom: 'Réessayer', faire: () => { garderFocus(); lancer(); } }}>
      {panne.message}{suite}{reste}
    </Bandeau>
  );
}

function Perime() {
  const { controle: { modifie, activite, panne }, lancer } = useVolet();
  if (!modifie || panne || activite !== 'repos') return null;
  return (
    <Bandeau nature="warning" titre="Résultats à actualiser." action={{ nom: 'Actualiser', faire: () => { garderFocus(); lancer(); } }}>
      Le classeur a été modifié depuis le dernier contrôle.
    </Bandeau>
  );
}

function CorrectionsFaites() {
  const { corrigees, annulerCorrection, confirmer } = useVolet();
  if (corrigees === 0) return null;
  const annuler = async () => {
    if (corrigees === 1) garderFocus();
    const issue = await annulerCorrection();
    if (issue.etat === 'faite') confirmer(issue.texte);
    else confirmer(`La correction n’a pas été annulée. ${issue.raisons.join(' ')}`, 'echec');
  };
  return (
    <Bandeau nature="info" action={{ nom: 'Annuler la correction', faire: () => { void annuler(); } }}>
      {accorder(corrigees, 'correction appliquée', 'corrections appliquées')} depuis l’ouverture du volet.
    </Bandeau>
  );
}

export function Bandeaux() {
  const styles = useStyles();
  const { avertissement } = useVolet();
  return (
    <div className={styles.pile}>
      <Activite />
      <Panne />
      <Perime />
      <Evolution />
      {avertissement !== null && <Bandeau nature="warning">{avertissement}</Bandeau>}
      <CorrectionsFaites />
    </div>
  );
}
