/** Assemble l'état du volet à partir de ses parties. */
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Hote } from '../../hote/port';
import type { NatureMessage, Volet } from '../contexte';
import type { Brouillon } from '../diagnostic/brouillon';
import { compter, montrer } from '../etat/constats';
import { evolutionDe } from '../etat/controle';
import { filtrer, grouper } from '../etat/filtre';
import { panneDe } from '../etat/panne';
import { useConfirmation, type Confirmation } from './useConfirmation';
import { useControle, type Controleur } from './useControle';
import { useCorrections } from './useCorrections';
import { useCreation } from './useCreation';
import { useDonnees } from './useDonnees';
import { useEcoute } from './useEcoute';
import { useNavigation } from './useNavigation';
import { useSelection } from './useSelection';

export interface OptionsVolet {
  readonly hote: Hote;
  readonly controleur: Controleur;
  readonly maintenant: () => Date;
}

/** Une phrase et son rang : la même phrase dite deux fois est redite. */
export interface Message {
  readonly rang: number;
  readonly texte: string;
  readonly nature: NatureMessage;
}

function useMessages(): [Message, (texte: string, nature?: NatureMessage) => void] {
  const [message, poser] = useState<Message>({ rang: 0, texte: '', nature: 'succes' });
  const dire = useCallback((texte: string, nature: NatureMessage = 'succes') => { poser(({ rang }) => ({ rang: rang + 1, texte, nature })); }, []);
  return [message, dire];
}

export interface EtatVolet {
  readonly volet: Volet;
  readonly annonce: Message;
  readonly confirmation: Message;
  readonly question: Confirmation['question'];
  readonly repondre: Confirmation['repondre'];
}

export function useEtatVolet({ hote, controleur, maintenant }: OptionsVolet): EtatVolet {
  const donnees = useDonnees(hote);
  const { etat, lu, lancer, signalerModification, repartir } = useControle({ hote, controleur, chargerDonnees: donnees.charger, maintenant });
  const [navigation, naviguer] = useNavigation();
  const [annonce, annoncer] = useMessages();
  const [confirmation, confirmer] = useMessages();
  const [auteur, retenirAuteur] = useState('');
  const [ecouteRompue, rompreEcoute] = useState<string | null>(null);
  const { question, demander, repondre } = useConfirmation();
  const [brouillon, poserBrouillon] = useState<Brouillon | null>(null);
  const corrections = useCorrections({ hote, controleur, surEcriture: lancer });
  const creation = useCreation({ hote, controleur, surEcriture: lancer });

  useEcoute({
    hote,
    surChangement: signalerModification,
    surCalme: lancer,
    surPanne: (erreur) => { rompreEcoute(`Les modifications du classeur ne sont pas suivies : relancez le contrôle après vos changements. ${panneDe(erreur).message}`); },
  });

  const { vues } = etat;
  const noms = useMemo(() => new Map(vues?.feuilles.map(({ id, nom }) => [id, nom])), [vues]);
  const nomFeuille = useCallback((id: string) => noms.get(id) ?? id, [noms]);
  const aller = useSelection({ hote, nomFeuille, demander });

  const evolution = useMemo(() => evolutionDe(etat), [etat]);
  const { decisions } = donnees.donnees;
  const constats = useMemo(() => montrer(etat.constats, decisions, evolution.nouveaux), [etat.constats, decisions, evolution.nouveaux]);
  const compte = useMemo(() => compter(constats), [constats]);
  // La frappe ne doit pas attendre la liste : celle-ci suit quand elle peut.
  const filtre = useDeferredValue(navigation.filtre);
  const groupes = useMemo(() => grouper(filtrer(constats, filtre, noms), filtre.groupement, noms), [constats, filtre, noms]);

  return {
    annonce, confirmation, question, repondre,
    volet: {
      controle: etat, lu, lancer, repartir, constats, compte, evolution, groupes, navigation, naviguer,
      donnees: donnees.donnees, avertissement: donnees.avertissement ?? ecouteRompue, modifier: donnees.modifier, retirerDonnees: donnees.retirer,
      corrections, creation, brouillon, poserBrouillon,
      noms, aller, demander, annoncer, confirmer, maintenant, auteur, retenirAuteur,
    },
  };
}
