/** Clé d'une formule de taux : deux cellules qui la partagent calculent la même chose. */
import { enfants, type Noeud, type NoeudPlage } from './noeuds';
import type { ContexteTaux } from './identification';

/** Fonctions dont le résultat dépend de la place de la cellule. */
const SELON_PLACE = new Set(['COLUMN', 'COLUMNS', 'ROW', 'CELL', 'ADDRESS']);

/**
 * `commune` : ligne d'indicateur et formule en R1C1, valable dans toutes les colonnes ; `null` si la
 * formule renvoie à une colonne fixe ou à une autre que la sienne. `propre` : la même, dans sa colonne.
 */
export function cleTaux(noeud: Noeud, { code, moment, tableau }: ContexteTaux): { commune: string | null; propre: string } {
  let partageable = true;
  const ecrire = (courant: Noeud): string => {
    switch (courant.type) {
      case 'plage': {
        if (!isMemeColonne(courant, moment.colonne) || (courant.feuille !== null && courant.feuille.toLowerCase() !== tableau.feuille.nom.toLowerCase())) partageable = false;
        return ecrirePlage(courant, moment.colonne);
      }
      case 'litteral': return JSON.stringify(courant.valeur);
      case 'unaire': return `(${courant.operateur}${ecrire(courant.operande)})`;
      case 'appel': {
        if (SELON_PLACE.has(courant.fonction)) partageable = false;
        return `${courant.fonction}(${courant.arguments.map((argument) => (argument ? ecrire(argument) : '')).join(';')})`;
      }
      case 'binaire':
      case 'jonction': return ecrireChaine(courant, ecrire);
      default:
        partageable = false;
        return JSON.stringify(courant);
    }
  };
  const texte = `${code}|${ecrire(noeud)}`;
  return { commune: partageable ? texte : null, propre: `${String(moment.colonne)}|${texte}` };
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

function isMemeColonne({ colonne, derniereColonne, fixes }: NoeudPlage, ici: number): boolean {
  return colonne === ici && derniereColonne === ici && !fixes.colonne && !fixes.derniereColonne;
}

function ecrirePlage({ feuille, ligne, colonne, derniereLigne, derniereColonne, fixes }: NoeudPlage, ici: number): string {
  const place = (numero: number | null, fixe: boolean) => (numero === null ? '*' : fixe ? `$${String(numero)}` : `c${String(numero - ici)}`);
  return `${feuille ?? ''}!${String(ligne)}${place(colonne, fixes.colonne)}:${String(derniereLigne)}${place(derniereColonne, fixes.derniereColonne)}`;
}
