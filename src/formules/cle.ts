/** Clé d'une formule en notation relative : deux cellules qui la partagent calculent la même chose. */
import { enfants, type Noeud, type NoeudPlage } from './noeuds';

/** Fonctions dont le résultat dépend de la place de la cellule. */
const SELON_PLACE = new Set(['COLUMN', 'COLUMNS', 'ROW', 'ROWS', 'CELL', 'ADDRESS']);

export interface Cle {
  readonly texte: string;
  /** Faux si la formule contient un nom, une référence refusée par `ecrirePlage`… : la clé ne vaut qu'à sa place. */
  readonly partageable: boolean;
}

/** `ecrirePlage` rend la référence en relatif, ou `null` si elle ne se transporte pas. */
export function cleFormule(noeud: Noeud, ecrirePlage: (plage: NoeudPlage) => string | null): Cle {
  let partageable = true;
  const ecrire = (courant: Noeud): string => {
    switch (courant.type) {
      case 'plage': {
        const ecrite = ecrirePlage(courant);
        if (ecrite === null) partageable = false;
        return ecrite ?? JSON.stringify(courant);
      }
      case 'litteral': return JSON.stringify(courant.valeur);
      case 'unaire': return `(${courant.operateur}${ecrire(courant.operande)})`;
      case 'appel':
        if (SELON_PLACE.has(courant.fonction)) partageable = false;
        return `${courant.fonction}(${courant.arguments.map((argument) => (argument ? ecrire(argument) : '')).join(';')})`;
      case 'binaire':
      case 'jonction': return ecrireChaine(courant, ecrire);
      default:
        partageable = false;
        return JSON.stringify(courant);
    }
  };
  const texte = ecrire(noeud);
  return { texte, partageable };
}

/** Les longues sommes penchent à gauche : en boucle. */
function ecrireChaine(racine: Noeud, ecrire: (noeud: Noeud) => string): string {
  const morceaux: string[] = [];
  let courant = racine;
  while (courant.type === 'binaire' || courant.type === 'jonction') {
    morceaux.push(`${courant.operateur}${ecrire(courant.droite)}`);
    courant = enfants(courant)[0]!;
  }
  return `(${ecrire(courant)}${morceaux.reverse().join('')})`;
}

/**
 * Référence à la colonne même de la formule ; `null` si elle en lit une autre. Peu importent les
 * « $ » : c'est la cellule lue qui compte, non la façon de la recopier.
 */
export function memeColonne(feuille: string, ici: number): (plage: NoeudPlage) => string | null {
  return (plage) => {
    const { ligne, colonne, derniereLigne, derniereColonne } = plage;
    return colonne === ici && derniereColonne === ici && isIci(plage, feuille) ? `${String(ligne)}:${String(derniereLigne)}` : null;
  };
}

/** Référence relative aux lignes comme aux colonnes ; `null` si elle est entière ou d'une autre feuille. */
export function relative(feuille: string, l0: number, c0: number): (plage: NoeudPlage) => string | null {
  return (plage) => {
    const { ligne, colonne, derniereLigne, derniereColonne } = plage;
    if (ligne === null || colonne === null || derniereLigne === null || derniereColonne === null || !isIci(plage, feuille)) return null;
    return `${String(ligne - l0)},${String(colonne - c0)}:${String(derniereLigne - l0)},${String(derniereColonne - c0)}`;
  };
}

function isIci(plage: NoeudPlage, feuille: string): boolean {
  return plage.feuille === null || plage.feuille.toLowerCase() === feuille.toLowerCase();
}
