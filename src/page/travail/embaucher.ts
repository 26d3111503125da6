/** Embauche un ouvrier : dans un worker si le navigateur le permet, sinon dans la page. */
import { pause } from '../../taskpane/hooks/pause';
import type { Ouvrier, OuvrierEmbauche } from './ouvrier';
import { relayer, type PortWorker } from './relais';
import { creerOuvrier } from './taches';

/** Fils au plus : au-delà, le poste de l'utilisateur rame sans que le lot aille plus vite. */
const FILS_MAX = 4;

function embaucherIci(): OuvrierEmbauche {
  const ouvrier = creerOuvrier();
  const poli = Object.fromEntries(Object.entries(ouvrier).map(([tache, executer]: [string, (...parametres: unknown[]) => Promise<unknown>]) => [
    tache,
    // La page se peint et traite les clics entre deux tâches.
    async (...parametres: unknown[]) => {
      await pause();
      return executer(...parametres);
    },
  ]));
  return { ...(poli as unknown as Ouvrier), congedier: () => undefined };
}

/** Un fil à part, ou `null` là où il n'y en a pas. La page mono-fichier n'en a pas à charger : la branche disparaît à la construction. */
function creerWorker(): PortWorker | null {
  if (!__MONO_FICHIER__ && typeof Worker !== 'undefined') {
    return new Worker(new URL('./worker.ts', import.meta.url), { name: 'controle-cdppe' }) as unknown as PortWorker;
  }
  return null;
}

export function embaucher(): OuvrierEmbauche {
  const worker = creerWorker();
  return worker ? relayer(worker) : embaucherIci();
}

/** Fils d'un lot : un de moins que le poste n'en a, pour laisser l'écran réactif. */
export function nombreDeFils(): number {
  if (__MONO_FICHIER__ || typeof Worker === 'undefined') return 1;
  return Math.max(1, Math.min(FILS_MAX, (navigator.hardwareConcurrency || 2) - 1));
}
