/** Les fichiers .xlsx que le volet lit ou fabrique lui-même (une trame, les annexes vierges) : chargé au premier. */
import type { Instantane } from '../../classeur/instantane';
import type { ClasseurDecrit } from '../../modele/description';
import { davance } from './a-la-demande';

const chargerLecture = davance(() => import('../../hote/fichier/lire'));
const chargerFabrique = davance(() => import('../../hote/fichier/creer-classeur'));

/** Lit un classeur autre que celui de l'hôte. Lève `ErreurHote`. */
export async function lireXlsx(octets: Uint8Array, nom: string): Promise<Instantane> {
  const { lireClasseur } = await chargerLecture();
  return lireClasseur(octets, { nom });
}

export async function fabriquerXlsx(description: ClasseurDecrit): Promise<Uint8Array> {
  const { creerClasseur } = await chargerFabrique();
  return creerClasseur(description);
}
