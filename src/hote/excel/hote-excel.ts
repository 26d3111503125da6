/** L'hôte Excel : le port, tenu par Office.js. À créer une fois `Office.onReady` rendu. */
import type { Hote } from '../port';
import { appliquer } from './appliquer';
import { detecterCapacites } from './capacites';
import { ecrireDonnees, lireDonnees } from './donnees';
import { creerEcoute } from './ecoute';
import { insererFeuilles } from './inserer';
import { lire } from './lire';
import { selectionner } from './selection';

export function creerHoteExcel(): Hote {
  const capacites = detecterCapacites();
  return {
    lire: () => lire(capacites),
    appliquer: (plan) => appliquer(plan, capacites),
    lireDonnees,
    ecrireDonnees,
    selectionner,
    ecouter: creerEcoute(),
    ...(capacites.insertion ? { insererFeuilles } : {}),
  };
}
