/** Références structurées : `Tableau1[Colonne]`, `Tableau1[[#This Row],[Colonne]]`. */
import { parseStructRef } from '@borgar/fx/xlsx';
import type { Feuille, Tableau } from '../classeur/instantane';
import { versTexte } from './conversions';
import type { Environnement } from './environnement';
import { NonEvaluable, REF, VALEUR, type Resultat } from './resultats';

export function resoudreTableau(texte: string, env: Environnement): Resultat {
  const lue = parseStructRef(texte);
  if (!lue || lue.workbookName) throw new NonEvaluable('la formule renvoie à un tableau d’un autre classeur', 'autre_classeur');
  const trouve = trouver(lue.table, env);
  if (!trouve) return REF;
  const { feuille, tableau } = trouve;
  const colonnes = (lue.columns ?? []).map((nom) => colonneDe(nom, feuille, tableau, env));
  if (colonnes.includes(null)) return REF;
  const numeros = colonnes.length === 0 ? [tableau.plage.colonne, tableau.plage.derniereColonne] : (colonnes as number[]);
  const lignes = lignesDe(lue.sections ?? [], tableau, env);
  if (!lignes) return VALEUR;
  return { type: 'reference', feuille, ligne: lignes[0], derniereLigne: lignes[1], colonne: Math.min(...numeros), derniereColonne: Math.max(...numeros) };
}

function trouver(nom: string | undefined, { classeur, position }: Environnement): { feuille: Feuille; tableau: Tableau } | null {
  for (const feuille of nom ? classeur.instantane.feuilles : [position.feuille]) {
    const tableau = feuille.tableaux.find((candidat) => (nom ? candidat.nom.toLowerCase() === nom.toLowerCase() : couvre(candidat, position.ligne, position.colonne)));
    if (tableau) return { feuille, tableau };
  }
  return null;
}

function couvre({ plage }: Tableau, ligne: number, colonne: number): boolean {
  return ligne >= plage.ligne && ligne <= plage.derniereLigne && colonne >= plage.colonne && colonne <= plage.derniereColonne;
}

function colonneDe(nom: string, feuille: Feuille, { plage, lignesEnTete }: Tableau, env: Environnement): number | null {
  if (lignesEnTete === 0) throw new NonEvaluable('un tableau sans en-tête n’est pas lu');
  for (let colonne = plage.colonne; colonne <= plage.derniereColonne; colonne += 1) {
    const titre = versTexte(env.lecture.lire(feuille, plage.ligne, colonne));
    if (typeof titre === 'string' && titre.toLowerCase() === nom.toLowerCase()) return colonne;
  }
  return null;
}

/** La ligne de totaux éventuelle n'est pas connue de l'instantané : elle compte comme une donnée. */
function lignesDe(sections: readonly string[], { plage, lignesEnTete }: Tableau, { position }: Environnement): readonly [number, number] | null {
  const premiere = plage.ligne + lignesEnTete;
  const [section, ...suite] = sections.map((texte) => texte.toLowerCase());
  if (suite.length > 0) throw new NonEvaluable('cette partie de tableau n’est pas lue');
  switch (section) {
    case undefined:
    case 'data': return [premiere, plage.derniereLigne];
    case 'all': return [plage.ligne, plage.derniereLigne];
    case 'headers': return [plage.ligne, plage.ligne];
    case 'this row':
    case '@': return position.ligne >= premiere && position.ligne <= plage.derniereLigne ? [position.ligne, position.ligne] : null;
    default: throw new NonEvaluable('cette partie de tableau n’est pas lue');
  }
}
