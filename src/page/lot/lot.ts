/** Un lot de classeurs : ses examens, au fur et à mesure, et l'arrêt à la demande. */
import { creerEtat, type Source as SourceEtat } from '../session/etat';
import type { Examen, OuvrierEmbauche } from '../travail/ouvrier';
import { examinerTous, type Travail } from './examiner';
import { pairesDe, travailDe } from './paires';
import type { Source } from './sources';

export interface EtatLot {
  readonly examens: ReadonlyMap<string, Examen>;
  readonly activite: 'en_cours' | 'fini' | 'interrompu';
  /** Classeurs du lot ; deux fichiers réunis n'en font qu'un. */
  readonly total: number;
}

export interface Lot extends SourceEtat<EtatLot> {
  /** Deux lots ne se confondent pas : le tableau repart de zéro. */
  readonly numero: number;
  readonly sources: readonly Source[];
  readonly interrompre: () => void;
  /** Reprend ce qui reste après une interruption. */
  readonly reprendre: () => void;
  /** Contrôle ensemble les deux fichiers d'un même département, là où il n'y a pas à deviner. */
  readonly reunir: () => void;
}

/** L'écran se rafraîchit au plus toutes les 150 ms, moins souvent encore pour un grand lot : mille fichiers ne font pas mille dessins. */
const rafraichissementMs = (nombre: number) => Math.max(150, nombre / 2);

export interface OptionsLot {
  readonly embaucher: () => OuvrierEmbauche;
  readonly fils: number;
}

let crees = 0;

export function creerLot(sources: readonly Source[], options: OptionsLot): Lot {
  const etat = creerEtat<EtatLot>({ examens: new Map(), activite: 'en_cours', total: sources.length });
  const faits = new Map<string, Examen>();
  const reunis = new Set<string>();
  let arret = new AbortController();
  let minuterie: ReturnType<typeof setTimeout> | null = null;

  const publier = () => {
    if (minuterie !== null) clearTimeout(minuterie);
    minuterie = null;
    etat.poser({ examens: new Map(faits), total: sources.length - reunis.size / 2 });
  };
  const mener = async (travaux: readonly Travail[], surExamen: (chemin: string) => void = () => undefined) => {
    arret = new AbortController();
    const { signal } = arret;
    etat.poser({ activite: 'en_cours' });
    await examinerTous(travaux, {
      ...options, signal,
      surExamen: (chemin, examen) => {
        surExamen(chemin);
        faits.set(chemin, examen);
        minuterie ??= setTimeout(publier, rafraichissementMs(sources.length));
      },
    });
    publier();
    etat.poser({ activite: signal.aborted ? 'interrompu' : 'fini' });
  };
  const lancer = () => {
    const restantes = sources.filter(({ chemin }) => !faits.has(chemin) && !reunis.has(chemin));
    return mener(restantes.map(({ chemin, lire }) => ({ chemin, examiner: async (ouvrier) => ouvrier.examiner({ nom: chemin, octets: await lire() }) })));
  };
  const reunir = () => {
    const parChemin = new Map(pairesDe(faits).map((paire) => [travailDe(paire, sources), paire.chemins]));
    const membres = new Map([...parChemin].map(([{ chemin }, chemins]) => [chemin, chemins]));
    return mener([...parChemin.keys()], (chemin) => {
      for (const membre of membres.get(chemin)!) {
        faits.delete(membre);
        reunis.add(membre);
      }
    });
  };
  void lancer();
  return { ...etat, numero: ++crees, sources, interrompre: () => { arret.abort(); }, reprendre: () => { void lancer(); }, reunir: () => { void reunir(); } };
}
