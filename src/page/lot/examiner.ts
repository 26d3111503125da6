/** Le passage d'un lot : quelques ouvriers se partagent les fichiers ; un fichier malade n'arrête rien. */
import type { Examen, OuvrierEmbauche } from '../travail/ouvrier';
import { transmettre } from '../travail/messages';
import type { Source } from './sources';

export interface OptionsPassage {
  readonly embaucher: () => OuvrierEmbauche;
  readonly fils: number;
  readonly signal: AbortSignal;
  readonly surExamen: (source: Source, examen: Examen) => void;
}

function illisible({ chemin }: Source, erreur: unknown): Examen {
  return { ligne: { fichier: chemin, verdict: 'illisible', erreur: transmettre(erreur).message }, extrait: null, rapport: null };
}

async function examinerUn(ouvrier: OuvrierEmbauche, source: Source): Promise<Examen> {
  return ouvrier.examiner({ nom: source.chemin, octets: await source.lire() });
}

/** Examine toutes les sources ; s'arrête au signal, sans rien rendre de ce qui était en cours. */
export async function examinerTous(sources: readonly Source[], { embaucher, fils, signal, surExamen }: OptionsPassage): Promise<void> {
  let prochaine = 0;
  const passer = async () => {
    let ouvrier = embaucher();
    const arreter = () => { ouvrier.congedier(); };
    signal.addEventListener('abort', arreter);
    for (let source = sources[prochaine++]; source && !signal.aborted; source = sources[prochaine++]) {
      let examen: Examen;
      try {
        examen = await examinerUn(ouvrier, source);
      } catch (erreur) {
        // L'ouvrier s'est peut-être arrêté avec la tâche : on en prend un autre.
        examen = illisible(source, erreur);
        ouvrier.congedier();
        ouvrier = embaucher();
      }
      if (!signal.aborted) surExamen(source, examen);
    }
    signal.removeEventListener('abort', arreter);
    ouvrier.congedier();
  };
  await Promise.all(Array.from({ length: Math.min(fils, sources.length) }, passer));
}
