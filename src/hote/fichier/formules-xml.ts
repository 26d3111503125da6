/** Formules d'une feuille : ordinaires, partagées (étendues à chaque cellule) et matricielles. */
import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx/xlsx';
import { formatA1, parsePlage } from '../../classeur/adresse';
import type { Plage } from '../../classeur/instantane';
import { desechapper } from './chaines';
import { sansPrefixesFonctions } from './fonctions-recentes';
import type { Attributs } from './xml';

/** Cellule qui prendra sa formule quand le maître de son groupe sera connu. */
interface Membre {
  readonly ligne: number;
  readonly colonne: number;
  formule: string | null;
}

export interface LecteurFormules {
  /** Formule de la cellule, ou `null` (formule vide, table de données, ou membre d'un groupe). */
  lire(attributs: Attributs, texte: string, ligne: number, colonne: number): string | null;
  /** Confie une cellule sans formule propre à son groupe partagé. */
  attendre(si: string, membre: Membre): void;
  /** Étend les formules partagées ; rend les plages des formules matricielles. */
  terminer(): readonly Plage[];
}

/** Vrai pour `<f t="shared" si="…"/>` sans texte : la formule est celle du maître, décalée. */
export function isMembrePartage(attributs: Attributs, texte: string): boolean {
  return attributs.t === 'shared' && attributs.si !== undefined && texte.trim() === '';
}

export function creerLecteurFormules(): LecteurFormules {
  const maitres = new Map<string, { readonly r1c1: string }>();
  const attente: { readonly si: string; readonly membre: Membre }[] = [];
  const matrices: Plage[] = [];
  return {
    lire(attributs, texte, ligne, colonne) {
      const brute = formuleBrute(texte);
      if (attributs.t === 'array' || attributs.t === 'dataTable') {
        matrices.push(parsePlage(attributs.ref ?? '') ?? { ligne, colonne, derniereLigne: ligne, derniereColonne: colonne });
      }
      if (brute === null) return null;
      if (attributs.t === 'shared' && attributs.si !== undefined && !maitres.has(attributs.si)) {
        maitres.set(attributs.si, { r1c1: translateFormulaToR1C1(brute, formatA1(ligne, colonne)) });
      }
      return sansPrefixesFonctions(brute);
    },
    attendre(si, membre) {
      attente.push({ si, membre });
    },
    terminer() {
      for (const { si, membre } of attente) {
        const maitre = maitres.get(si);
        if (maitre) membre.formule = sansPrefixesFonctions(etendre(maitre.r1c1, membre.ligne, membre.colonne));
      }
      return matrices;
    },
  };
}

/** Formule du fichier avec son « = » ; `null` si l'élément est vide. */
function formuleBrute(texte: string): string | null {
  const formule = desechapper(texte);
  if (formule.trim() === '') return null;
  return formule.startsWith('=') ? formule : `=${formule}`;
}

/** Formule relative d'un groupe, ramenée à une cellule ; une référence sortie de la feuille devient `#REF!`. */
export function etendre(r1c1: string, ligne: number, colonne: number): string {
  return translateFormulaToA1(r1c1, formatA1(ligne, colonne), { wrapEdges: false });
}
