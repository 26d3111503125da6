/** Progression d'un lot sur la sortie d'erreur : une barre sur un terminal, une ligne de temps en temps sinon. */
import type { Sortie } from './sortie';

/** En deçà, un lot se termine avant qu'on ait lu quoi que ce soit. */
const MINIMUM = 8;
const LARGEUR_BARRE = 24;
/** Hors terminal : une ligne tous les tant de fichiers. */
const PAS = 100;

export interface Progression {
  readonly avancer: (chemin: string) => void;
  readonly finir: () => void;
}

export function suivre(total: number, { progresser, signaler }: Sortie): Progression {
  let faits = 0;
  if (total < MINIMUM) return { avancer: () => undefined, finir: () => undefined };
  const barre = () => {
    const pleins = Math.round((faits / total) * LARGEUR_BARRE);
    return `[${'█'.repeat(pleins)}${'·'.repeat(LARGEUR_BARRE - pleins)}] ${String(faits)} / ${String(total)}`;
  };
  return {
    avancer: (chemin) => {
      faits += 1;
      if (progresser) progresser(`${barre()} ${chemin}`);
      else if (faits % PAS === 0) signaler(`${String(faits)} fichiers traités sur ${String(total)}`);
    },
    finir: () => progresser?.(null),
  };
}
