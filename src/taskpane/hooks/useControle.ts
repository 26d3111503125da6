/** Lire, contrôler, recontrôler : un contrôle à la fois, sans jamais figer l'écran. */
import { startTransition, useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Donnees } from '../../decisions/donnees';
import type { Hote } from '../../hote/port';
import type { OptionsAnalyse } from '../../moteur/analyser';
import type { Instantane } from '../../classeur/instantane';
import type { Vues } from '../../moteur/vues/vues';
import { ETAT_INITIAL, reduireControle, type EtatControle } from '../etat/controle';
import { panneDe } from '../etat/panne';
import { pause } from './pause';

/** Contrôle un instantané ; la page sans Excel y branche un worker. */
export type Controleur = (instantane: Instantane, options: OptionsAnalyse) => Promise<Vues>;

/** Attente avant de relire un classeur dont une cellule est en cours de saisie. */
export const ATTENTE_SAISIE_MS = 3000;

export interface OptionsControle {
  readonly hote: Hote;
  readonly controleur: Controleur;
  /** Données gardées dans le classeur : lues une fois, puis tenues à jour. */
  readonly chargerDonnees: () => Promise<Donnees>;
  readonly maintenant: () => Date;
}

/** Le classeur dont on montre le contrôle, et de quoi le recontrôler pareillement. */
export interface ClasseurLu {
  readonly instantane: Instantane;
  readonly options: OptionsAnalyse;
}

export interface Controle {
  readonly etat: EtatControle;
  /** `null` tant que rien n'a été contrôlé. */
  readonly lu: ClasseurLu | null;
  /** Demande un contrôle ; s'il y en a un en cours, un autre suivra. */
  readonly lancer: () => void;
  readonly signalerModification: () => void;
  /** Prend le contrôle affiché pour référence de ce qui est nouveau ou résolu. */
  readonly repartir: () => void;
}

export function useControle({ hote, controleur, chargerDonnees, maintenant }: OptionsControle): Controle {
  const [etat, envoyer] = useReducer(reduireControle, ETAT_INITIAL);
  const [lu, poserLu] = useState<ClasseurLu | null>(null);
  const cours = useRef({ actif: false, encore: false });

  const controlerUneFois = useCallback(async () => {
    envoyer({ type: 'lecture' });
    try {
      const [instantane, { rattachements, preferences }] = await Promise.all([hote.lire(), chargerDonnees()]);
      envoyer({ type: 'analyse' });
      await pause();
      const options = { rattachements, departement: preferences.departement };
      const vues = await controleur(instantane, options);
      await pause();
      // Interruptible : une longue liste se dessine sans retenir un clic.
      startTransition(() => {
        poserLu({ instantane, options });
        envoyer({ type: 'termine', vues, heure: maintenant().getTime() });
      });
    } catch (erreur) {
      envoyer({ type: 'echec', panne: panneDe(erreur) });
    }
  }, [hote, controleur, chargerDonnees, maintenant]);

  const lancer = useCallback(() => {
    const { current } = cours;
    if (current.actif) {
      current.encore = true;
      return;
    }
    current.actif = true;
    void (async () => {
      do {
        current.encore = false;
        await controlerUneFois();
      } while (current.encore);
      current.actif = false;
    })();
  }, [controlerUneFois]);

  useEffect(() => {
    lancer();
  }, [lancer]);

  const saisieEnCours = etat.panne?.motif === 'edition' && etat.activite === 'repos';
  useEffect(() => {
    if (!saisieEnCours) return undefined;
    const minuterie = setTimeout(lancer, ATTENTE_SAISIE_MS);
    return () => { clearTimeout(minuterie); };
  }, [saisieEnCours, lancer]);

  const signalerModification = useCallback(() => { envoyer({ type: 'modifie' }); }, []);
  const repartir = useCallback(() => { envoyer({ type: 'repartir', heure: maintenant().getTime() }); }, [maintenant]);
  return { etat, lu, lancer, signalerModification, repartir };
}
