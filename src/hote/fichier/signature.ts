/** Classeurs signés : y écrire annulerait la signature. */
import { type Archive, trouverPartie } from './archive';
import { lireRelations } from './relations';

export const refusSignature =
  'Ce classeur est signé électroniquement : le modifier annulerait la signature. Travaillez sur une copie non signée (Fichier > Informations > Afficher les signatures > Supprimer la signature), puis faites-la signer de nouveau.';

export function isSigne(archive: Archive): boolean {
  const origine = lireRelations(archive, '').some(({ type, cible }) => type === 'origin' && trouverPartie(archive, cible) !== undefined);
  return origine || archive.entrees.some(({ chemin }) => chemin.toLowerCase().startsWith('_xmlsignatures/'));
}
