/** Un lot de classeurs : ses examens, au fur et à mesure, et l'arrêt à la demande. */
import { creerEtat, type Source as SourceEtat } from '../session/etat';
import type { Examen, OuvrierEmbauche } from '../travail/ouvrier';
import { examinerTous } from './examiner';
import type { Source } from './sources';

export interface EtatLot {
  readonly examens: ReadonlyMap<string, Examen>;
  readonly activite: 'en_cours' | 'fini' | 'interrompu';
}

export interface Lot extends SourceEtat<EtatLot> {
  /** Deux lots ne se confondent pas : le tableau repart de zéro. */
  readonly numero: number;
  readonly sources: readonly Source[];
  readonly interrompre: () => void;
  /** Reprend ce qui reste après une interruption. */
  readonly reprendre: () => void;
}

/** L'écran se rafraîchit au plus toutes les 150 ms : mille fichiers ne font pas mille dessins. */
const RAFRAICHISSEMENT_MS = 150;

export interface OptionsLot {
  readonly embaucher: () => OuvrierEmbauche;
  readonly fils: number;
}

let crees = 0;

export function creerLot(sources: readonly Source[], options: OptionsLot): Lot {
  const etat = creerEtat<EtatLot>({ examens: new Map(), activite: 'en_cours' });
  const faits = new Map<string, Examen>();
  let arret = new AbortController();
  let minuterie: ReturnType<typeof setTimeout> | null = null;

  const publier = () => {
    if (minuterie !== null) clearTimeout(minuterie);
    minuterie = null;
    etat.poser({ examens: new Map(faits) });
  };
  const lancer = async () => {
    arret = new AbortController();
    const { signal } = arret;
    etat.poser({ activite: 'en_cours' });
    const restantes = sources.filter(({ chemin }) => !faits.has(chemin));
    await examinerTous(restantes, {
      ...options, signal,
      surExamen: ({ chemin }, examen) => {
        faits.set(chemin, examen);
        minuterie ??= setTimeout(publier, RAFRAICHISSEMENT_MS);
      },
    });
    publier();
    etat.poser({ activite: signal.aborted ? 'interrompu' : 'fini' });
  };
  void lancer();
  return { ...etat, numero: ++crees, sources, interrompre: () => { arret.abort(); }, reprendre: () => { void lancer(); } };
}
