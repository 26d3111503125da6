/** Une feuille en construction : on y pose des cellules, on en tire sa description. */
import type { Plage } from '../classeur/instantane';
import type { Contenu } from '../corrections/plan';
import type { CelluleDecrite, FeuilleDecrite } from './description';
import { estimerHauteurs } from './hauteurs';
import type { NomStyle } from './styles';

export type Posable = null | string | number | Contenu;

export interface Chantier {
  poser(ligne: number, colonne: number, contenu: Posable, style: NomStyle): void;
  /** Met en forme toute la plage, pose le contenu dans son coin et fusionne s'il y a plus d'une cellule. */
  fusionner(plage: Plage, contenu: Posable, style: NomStyle): void;
  terminer(reste: Omit<FeuilleDecrite, 'cellules' | 'fusions' | 'hauteurs'>): FeuilleDecrite;
}

/** Plage d'une colonne : `colonne(4, 7, 10)` → D7:D10. */
export function bande(colonne: number, ligne: number, derniereLigne: number): Plage {
  return { ligne, colonne, derniereLigne, derniereColonne: colonne };
}

function contenuDe(contenu: Posable): Contenu {
  return contenu !== null && typeof contenu === 'object' ? contenu : { valeur: contenu };
}

export function ouvrirChantier(): Chantier {
  const cellules: CelluleDecrite[] = [];
  const fusions: Plage[] = [];
  const poser: Chantier['poser'] = (ligne, colonne, contenu, style) => { cellules.push({ ligne, colonne, contenu: contenuDe(contenu), style }); };
  return {
    poser,
    fusionner(plage, contenu, style) {
      for (let ligne = plage.ligne; ligne <= plage.derniereLigne; ligne++) {
        for (let colonne = plage.colonne; colonne <= plage.derniereColonne; colonne++) {
          poser(ligne, colonne, ligne === plage.ligne && colonne === plage.colonne ? contenu : null, style);
        }
      }
      if (plage.derniereLigne > plage.ligne || plage.derniereColonne > plage.colonne) fusions.push(plage);
    },
    terminer(reste) {
      const rangees = [...cellules].sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne);
      return { ...reste, cellules: rangees, fusions, hauteurs: estimerHauteurs(rangees, fusions, reste.largeurs) };
    },
  };
}
