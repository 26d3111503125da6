/** Ce qui dure et qu'il faut savoir : une panne, un résultat périmé, des corrections à annuler. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { aLaDemande } from '../communs/a-la-demande';
import { Bandeau } from '../communs/Bandeau';
import { ID_CONTROLER, poserFocus } from '../communs/focus';
import { useVolet } from '../contexte';
import { TITRES_PANNES } from '../etat/panne';
import { Activite } from './Activite';

const Evolution = aLaDemande(() => import('./Evolution'));
const JournalCorrections = aLaDemande(() => import('../corrections/JournalCorrections'));

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

export function Bandeaux() {
  const styles = useStyles();
  const { avertissement, corrections, evolution } = useVolet();
  const change = evolution.nouveaux.size > 0 || evolution.resolus.length > 0;
  return (
    <div className={styles.pile}>
      <Activite />
      <Panne />
      <Perime />
      {change && <Suspense fallback={null}><Evolution /></Suspense>}
      {avertissement !== null && <Bandeau nature="warning">{avertissement}</Bandeau>}
      {corrections.journal.length > 0 && <Suspense fallback={null}><JournalCorrections /></Suspense>}
    </div>
  );
}
