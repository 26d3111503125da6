/** Le retour au département, à relire avant de le copier. */
import { DialogContent, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import type { Rapport } from '../../moteur/rapport';
import { jourDe } from '../../rapport/jour';
import { redigerRetour } from '../../rapport/retour';
import { Bandeau } from '../communs/Bandeau';
import { Bouton } from '../communs/Bouton';
import { copier } from '../communs/presse-papiers';
import { insecables } from '../communs/typographie';
import { useBoites } from '../communs/styles';
import { useVolet } from '../contexte';
import type { EtatBoite } from '../hooks/useBoite';
import { Actions, Boite } from './Boite';
import { Texte } from '../communs/Texte';

const useStyles = makeStyles({ zone: { width: '100%', '& textarea': { minHeight: '220px', maxHeight: 'none', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 } } });

interface ProprietesRetour {
  readonly rapport: Rapport;
  readonly surFermeture: () => void;
}

function Retour({ rapport, surFermeture }: ProprietesRetour) {
  const styles = useStyles();
  const boites = useBoites();
  const { donnees, maintenant, confirmer } = useVolet();
  const zone = useRef<HTMLTextAreaElement>(null);
  const [refuse, refuser] = useState(false);
  const texte = useMemo(() => insecables(redigerRetour(rapport, { decisions: donnees.decisions, date: jourDe(maintenant()) })), [rapport, donnees, maintenant]);

  const copierTout = async () => {
    if (await copier(texte)) {
      confirmer('Retour copié : collez-le dans votre courriel.');
      surFermeture();
      return;
    }
    refuser(true);
    zone.current?.focus();
    zone.current?.select();
  };

  return (
    <>
      <DialogContent className={boites.pile}>
        <Texte discret>Une page en texte, à coller dans un courriel.</Texte>
        <Textarea ref={zone} className={styles.zone} readOnly value={texte} aria-label="Texte du retour" resize="vertical" />
        {refuse && <Bandeau nature="warning">Le presse-papiers est refusé ici. Le texte est sélectionné : copiez-le avec Ctrl + C.</Bandeau>}
      </DialogContent>
      <Actions>
        <Bouton appearance="primary" onClick={() => { void copierTout(); }}>Copier le retour</Bouton>
        <Bouton onClick={surFermeture}>Fermer</Bouton>
      </Actions>
    </>
  );
}

export default function DialogueRetour({ ouverte, ouvreur, ...reste }: ProprietesRetour & Pick<EtatBoite, 'ouverte' | 'ouvreur'>) {
  return <Boite ouverte={ouverte} ouvreur={ouvreur} titre="Retour au département" surFermeture={reste.surFermeture}><Retour {...reste} /></Boite>;
}
