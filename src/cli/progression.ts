/** Progression d'un lot sur la sortie d'erreur : une barre sur un terminal, une ligne de temps en temps sinon. */
import type { Sortie } from './sortie';

/** En deçà, un lot se termine avant qu'on ait lu quoi que ce soit. */
const MINIMUM = 8;
const LARGEUR_BARRE = 24;
/** Hors terminal : une ligne tous les tant de fichiers. */
const PAS = 100;

export interface Progression {
  /** Montre le fichier qu'on va lire. */
  readonly commencer: (chemin: string) => void;
  /** Le fichier est lu : efface la barre, pour qu'un rapport ou un incident ne s'y mêle pas. */
  readonly avancer: () => void;
}

export function suivre(total: number, { progresser, signaler }: Sortie): Progression {
  let faits = 0;
  if (total < MINIMUM) return { commencer: () => undefined, avancer: () => undefined };
  const barre = () => {
    const pleins = Math.round((faits / total) * LARGEUR_BARRE);
    return `[${'█'.repeat(pleins)}${'·'.repeat(LARGEUR_BARRE - pleins)}] ${String(faits + 1)} / ${String(total)}`;
  };
  return {
    commencer: (chemin) => progresser?.(`${barre()} ${chemin}`),
    avancer: () => {
      faits += 1;
      progresser?.(null);
      if (!progresser && faits % PAS === 0) signaler(`${String(faits)} fichiers lus sur ${String(total)}`);
    },
  };
}
