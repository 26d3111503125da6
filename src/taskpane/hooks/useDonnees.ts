/** Nos données dans le classeur : lues une fois, modifiées une à la fois, relues avant d'écrire. */
import { useCallback, useRef, useState } from 'react';
import { DONNEES_VIDES, type Donnees } from '../../decisions/donnees';
import type { Hote } from '../../hote/port';
import { davance } from '../communs/a-la-demande';
import { panneDe } from '../etat/panne';

export interface EtatDonnees {
  readonly donnees: Donnees;
  /** Ce qui n'a pas pu être lu, en clair ; `null` si tout va bien. */
  readonly avertissement: string | null;
}

export interface DonneesDuClasseur extends EtatDonnees {
  /** Données du classeur, lues au premier appel. Ne lève pas : un échec devient un avertissement. */
  readonly charger: () => Promise<Donnees>;
  /** Relit, modifie, écrit. Lève `ErreurHote` si l'hôte refuse : rien n'est alors changé. */
  readonly modifier: (operation: (donnees: Donnees) => Donnees) => Promise<void>;
  /** Retire toutes nos données du classeur. Lève `ErreurHote`. */
  readonly retirer: () => Promise<void>;
}

const ILLISIBLES = 'Les données du contrôle enregistrées dans ce classeur sont en partie illisibles : des justifications ou des rattachements ont pu être perdus. Le prochain enregistrement les remplacera.';

function avertir({ illisible, ecartes }: { illisible: boolean; ecartes: number }): string | null {
  if (illisible) return ILLISIBLES;
  if (ecartes === 0) return null;
  return ecartes === 1
    ? 'Un élément des données du contrôle enregistrées dans ce classeur n’a pas été compris : il n’en est pas tenu compte.'
    : `${String(ecartes)} éléments des données du contrôle enregistrées dans ce classeur n’ont pas été compris : il n’en est pas tenu compte.`;
}

// Le lecteur XML n'est attendu que si le classeur porte des données.
const chargerLecture = davance(() => import('../../decisions/lire-xml'));
const chargerEcriture = davance(() => import('../../decisions/ecrire-xml'));

async function lire(hote: Hote): Promise<EtatDonnees> {
  const xml = await hote.lireDonnees();
  if (xml === null) return { donnees: DONNEES_VIDES, avertissement: null };
  const { lireXml } = await chargerLecture();
  const { donnees, ...lecture } = lireXml(xml);
  return { donnees, avertissement: avertir(lecture) };
}

export function useDonnees(hote: Hote): DonneesDuClasseur {
  const [etat, poser] = useState<EtatDonnees>({ donnees: DONNEES_VIDES, avertissement: null });
  const lues = useRef<Promise<Donnees> | null>(null);
  const file = useRef<Promise<unknown>>(Promise.resolve());

  const charger = useCallback(() => {
    lues.current ??= lire(hote).then(
      (lu) => {
        poser(lu);
        return lu.donnees;
      },
      (erreur: unknown) => {
        // Sans elles, le contrôle reste juste, seulement moins bien informé : on le dit et on continue.
        lues.current = null;
        poser({ donnees: DONNEES_VIDES, avertissement: `Les justifications enregistrées dans ce classeur n’ont pas pu être lues. ${panneDe(erreur).message}` });
        return DONNEES_VIDES;
      },
    );
    return lues.current;
  }, [hote]);

  const ecrire = useCallback((operation: (donnees: Donnees) => Donnees) => {
    const tache = async () => {
      const { ecrireXml } = await chargerEcriture();
      const donnees = operation((await lire(hote)).donnees);
      await hote.ecrireDonnees(ecrireXml(donnees));
      lues.current = Promise.resolve(donnees);
      poser({ donnees, avertissement: null });
    };
    // L'échec d'une écriture revient à qui l'a demandée ; il n'empêche pas la suivante.
    const suite = file.current.then(tache, tache);
    file.current = suite;
    return suite;
  }, [hote]);

  const retirer = useCallback(async () => {
    await hote.ecrireDonnees(null);
    lues.current = Promise.resolve(DONNEES_VIDES);
    poser({ donnees: DONNEES_VIDES, avertissement: null });
  }, [hote]);

  return { ...etat, charger, modifier: ecrire, retirer };
}
