/** Un ouvrier derrière un port de messages : chaque tâche devient une demande, et attend sa réponse. */
import { ErreurHote } from '../../hote/port';
import { retablir, type Demande, type NomTache, type Reponse } from './messages';
import type { Ouvrier, OuvrierEmbauche } from './ouvrier';

/** Ce qu'il faut d'un `Worker`. */
export interface PortWorker {
  postMessage(demande: Demande): void;
  terminate(): void;
  onmessage: ((evenement: { readonly data: Reponse }) => void) | null;
  onerror: ((evenement: { readonly message?: string }) => void) | null;
}

interface Attente {
  readonly resoudre: (resultat: unknown) => void;
  readonly rejeter: (erreur: Error) => void;
}

const TACHES: Readonly<Record<NomTache, true>> = {
  ouvrir: true, lire: true, habiller: true, appliquer: true, lireDonnees: true, ecrireDonnees: true, octets: true,
  controler: true, examiner: true, examinerEnsemble: true, comparer: true,
};

/** La tâche a été abandonnée à la demande de l'utilisateur. */
export class Interruption extends Error {
  constructor() {
    super('Le traitement a été interrompu.');
    this.name = 'Interruption';
  }
}

/** Le fil s'est arrêté seul : mémoire épuisée, le plus souvent. */
function panneDuFil(detail: string | undefined): ErreurHote {
  const precision = detail ? ` (${detail})` : '';
  return new ErreurHote('interne', `Le traitement s’est arrêté de lui-même${precision} : ce fichier est peut-être trop lourd pour ce navigateur. Fermez d’autres onglets, puis recommencez.`);
}

export function relayer(port: PortWorker): OuvrierEmbauche {
  const attentes = new Map<number, Attente>();
  let dernier = 0;
  let arret: Error | null = null;

  const arreter = (raison: Error) => {
    arret ??= raison;
    port.terminate();
    for (const { rejeter } of attentes.values()) rejeter(arret);
    attentes.clear();
  };
  port.onmessage = ({ data }) => {
    const attente = attentes.get(data.id);
    attentes.delete(data.id);
    if ('panne' in data) attente?.rejeter(retablir(data.panne));
    else attente?.resoudre(data.resultat);
  };
  port.onerror = ({ message }) => { arreter(panneDuFil(message)); };

  const demander = (tache: NomTache, parametres: readonly unknown[]) =>
    new Promise<unknown>((resoudre, rejeter) => {
      if (arret) {
        rejeter(arret);
        return;
      }
      const id = ++dernier;
      attentes.set(id, { resoudre, rejeter });
      port.postMessage({ id, tache, parametres });
    });

  const taches = Object.keys(TACHES) as readonly NomTache[];
  const ouvrier = Object.fromEntries(taches.map((tache) => [tache, (...parametres: unknown[]) => demander(tache, parametres)]));
  return { ...(ouvrier as unknown as Ouvrier), congedier: () => { arreter(new Interruption()); } };
}

/** Côté worker : exécute chaque demande et répond. Les demandes d'un ouvrier se suivent. */
export function servir(ouvrier: Ouvrier, repondre: (reponse: Reponse) => void, transmettre: (erreur: unknown) => Extract<Reponse, { panne: unknown }>['panne']): (demande: Demande) => Promise<void> {
  return async ({ id, tache, parametres }) => {
    const executer = ouvrier[tache] as (...arguments_: readonly unknown[]) => Promise<unknown>;
    let reponse: Reponse;
    try {
      reponse = { id, resultat: await executer(...parametres) };
    } catch (erreur) {
      reponse = { id, panne: transmettre(erreur) };
    }
    repondre(reponse);
  };
}
