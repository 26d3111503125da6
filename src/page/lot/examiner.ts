/** Le passage d'un lot : quelques ouvriers se partagent les fichiers ; un fichier malade n'arrête rien. */
import { transmettre } from '../travail/messages';
import type { Examen, OuvrierEmbauche } from '../travail/ouvrier';

/** Un fichier à examiner, ou deux à examiner ensemble. */
export interface Travail {
  readonly chemin: string;
  readonly examiner: (ouvrier: OuvrierEmbauche) => Promise<Examen>;
}

export interface OptionsPassage {
  readonly embaucher: () => OuvrierEmbauche;
  readonly fils: number;
  readonly signal: AbortSignal;
  readonly surExamen: (chemin: string, examen: Examen) => void;
}

function illisible(chemin: string, erreur: unknown): Examen {
  return { ligne: { fichier: chemin, verdict: 'illisible', erreur: transmettre(erreur).message }, extrait: null, rapport: null };
}

/** Mène tous les travaux ; s'arrête au signal, sans rien rendre de ce qui était en cours. */
export async function examinerTous(travaux: readonly Travail[], { embaucher, fils, signal, surExamen }: OptionsPassage): Promise<void> {
  let prochain = 0;
  const passer = async () => {
    let ouvrier = embaucher();
    const arreter = () => { ouvrier.congedier(); };
    signal.addEventListener('abort', arreter);
    for (let travail = travaux[prochain++]; travail && !signal.aborted; travail = travaux[prochain++]) {
      let examen: Examen;
      try {
        examen = await travail.examiner(ouvrier);
      } catch (erreur) {
        // L'ouvrier s'est peut-être arrêté avec la tâche : on en prend un autre.
        examen = illisible(travail.chemin, erreur);
        ouvrier.congedier();
        ouvrier = embaucher();
      }
      if (!signal.aborted) surExamen(travail.chemin, examen);
    }
    signal.removeEventListener('abort', arreter);
    ouvrier.congedier();
  };
  await Promise.all(Array.from({ length: Math.min(fils, travaux.length) }, passer));
}
