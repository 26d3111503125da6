/** L'arrêt demandé par l'utilisateur (Ctrl-C) : on finit ce qui s'écrit, on ne laisse rien à moitié, et on le dit. */

/** Lève d'un fichier au suivant ; son message se montre tel quel. */
export class Interruption extends Error {
  constructor(message = 'Interrompu : rien n’a été écrit.') {
    super(message);
    this.name = 'Interruption';
  }
}

const SIGNAUX = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Signal d'arrêt du processus. Une seule fois : redemandé, l'arrêt est immédiat. */
export function suivreInterruption(processus: NodeJS.Process): AbortSignal {
  const arret = new AbortController();
  for (const signal of SIGNAUX) processus.once(signal, () => { arret.abort(new Interruption()); });
  return arret.signal;
}
