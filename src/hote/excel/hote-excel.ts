/** L'hôte Excel : le port, tenu par Office.js. À créer une fois `Office.onReady` rendu. */
import type { Hote } from '../port';
import { detecterCapacites } from './capacites';
import { ecrireDonnees, lireDonnees } from './donnees';
import { creerEcoute } from './ecoute';
import { lire } from './lire';
import { selectionner } from './selection';

/** Ce qui écrit dans les feuilles : à la demande, le premier verdict n'en a pas besoin. */
export const chargerEcriture = () => import('./appliquer');
export const chargerInsertion = () => import('./inserer');

export function creerHoteExcel(): Hote {
  const capacites = detecterCapacites();
  return {
    lire: () => lire(capacites),
    appliquer: async (plan) => (await chargerEcriture()).appliquer(plan, capacites),
    lireDonnees,
    ecrireDonnees,
    selectionner,
    ecouter: creerEcoute(),
    ...(capacites.insertion ? { insererFeuilles: async (octets: Uint8Array) => (await chargerInsertion()).insererFeuilles(octets) } : {}),
  };
}
