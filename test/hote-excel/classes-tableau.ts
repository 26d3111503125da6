/** Classes Table et collections de tableaux. */
import type { Tableau } from '../../src/classeur/instantane';
import { objet } from './classe';
import type { Classe } from './classe';
import { PLAGE } from './classes-plage';
import { FEUILLE } from './classes-feuille';
import type { FeuilleEmulee } from './modele';

interface CibleTableau {
  readonly feuille: FeuilleEmulee;
  readonly tableau: Tableau;
}

export const TABLEAU: Classe<CibleTableau> = {
  nom: 'Table',
  identite: ({ tableau }) => ({ Id: tableau.nom }),
  proprietes: {
    Id: { lire: ({ tableau }) => tableau.nom },
    Name: { lire: ({ tableau }) => tableau.nom },
    ShowHeaders: { lire: ({ tableau }) => tableau.lignesEnTete > 0 },
  },
  liens: { Worksheet: { depuis: 2, vers: ({ feuille }) => objet(FEUILLE, feuille) } },
  methodes: { GetRange: { appeler: ({ feuille, tableau }) => objet(PLAGE, { feuille, plage: tableau.plage }) } },
};

export const TABLEAUX: Classe<readonly CibleTableau[]> = {
  nom: 'TableCollection',
  elements: (tableaux) => tableaux.map((cible) => objet(TABLEAU, cible)),
  parCle: (tableaux, cle) => {
    const trouve = tableaux.find(({ tableau }) => tableau.nom === cle);
    return trouve ? objet(TABLEAU, trouve) : null;
  },
  methodes: { GetCount: { depuis: 4, appeler: (tableaux) => tableaux.length } },
};
