/** Le motif d'une décision : obligatoire, signé, daté. */
import { DialogContent, Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Constat } from '../../controles/constat';
import { AUTEUR_MAX, ignorer, manqueA, MOTIF_MAX } from '../../decisions/decider';
import { formatJour, jourDe } from '../../rapport/jour';
import { messageSeul } from '../../rapport/texte-constat';
import { Bandeau } from '../communs/Bandeau';
import { Bouton } from '../communs/Bouton';
import { useBoites } from '../communs/styles';
import { useVolet } from '../contexte';
import { panneDe } from '../etat/panne';
import type { EtatBoite } from '../hooks/useBoite';
import { Actions, Boite } from './Boite';
import { Texte } from '../communs/Texte';

const useStyles = makeStyles({ saisie: { minHeight: '44px' } });

interface ProprietesIgnorer {
  readonly constat: Constat;
  readonly surFermeture: () => void;
}

function Formulaire({ constat, surFermeture }: ProprietesIgnorer) {
  const boites = useBoites();
  const styles = useStyles();
  const { constats, modifier, confirmer, maintenant, auteur: retenu, retenirAuteur } = useVolet();
  const [motif, ecrireMotif] = useState('');
  const [auteur, ecrireAuteur] = useState(retenu);
  const [essaye, essayer] = useState(false);
  const [echec, echouer] = useState<string | null>(null);
  const [enCours, occuper] = useState(false);
  const manque = essaye ? manqueA({ motif, auteur }) : null;
  const date = jourDe(maintenant());

  const enregistrer = async () => {
    essayer(true);
    if (manqueA({ motif, auteur }) || enCours) return;
    occuper(true);
    try {
      await modifier((donnees) => ignorer(donnees, constat, { motif, auteur, date }, constats.map((montre) => montre.constat)));
      retenirAuteur(auteur);
      confirmer(constat.gravite === 'alerte' ? 'Alerte justifiée : elle reste une réserve, comptée à part.' : 'Information écartée.');
      surFermeture();
    } catch (erreur) {
      echouer(panneDe(erreur).message);
      occuper(false);
    }
  };

  return (
    <>
      <DialogContent className={boites.pile}>
        <Texte discret>{messageSeul(constat)}</Texte>
        <Field label="Motif" required validationMessage={manque?.motif ?? undefined}>
          <Textarea value={motif} rows={3} maxLength={MOTIF_MAX} resize="vertical" onChange={(_, { value }) => { ecrireMotif(value); }} />
        </Field>
        <Field label="Auteur (nom et service)" required validationMessage={manque?.auteur ?? undefined}>
          <Input className={styles.saisie} value={auteur} maxLength={AUTEUR_MAX} onChange={(_, { value }) => { ecrireAuteur(value); }} />
        </Field>
        <Texte discret>Daté du {formatJour(date)}. Enregistré dans le classeur et transmis avec lui ; annulé de lui-même si la valeur change.</Texte>
        {echec !== null && <Bandeau nature="error" titre="Rien n’a été enregistré.">{echec}</Bandeau>}
      </DialogContent>
      <Actions>
        <Bouton appearance="primary" disabledFocusable={enCours} onClick={() => { void enregistrer(); }}>Enregistrer</Bouton>
        <Bouton onClick={surFermeture}>Annuler</Bouton>
      </Actions>
    </>
  );
}

export default function DialogueIgnorer({ ouverte, ouvreur, ...reste }: ProprietesIgnorer & Pick<EtatBoite, 'ouverte' | 'ouvreur'>) {
  return <Boite ouverte={ouverte} ouvreur={ouvreur} titre="Ignorer avec un motif" surFermeture={reste.surFermeture}><Formulaire {...reste} /></Boite>;
}
