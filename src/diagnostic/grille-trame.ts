/** Une trame avant qu'on la comprenne : des lignes de cases, d'où qu'elles viennent. */
import { lettresColonne } from '../classeur/adresse';
import { isErreur, type Feuille, type Instantane, type Valeur } from '../classeur/instantane';
import { formatNombre, lireValeur, type Lecture } from '../classeur/nombres';
import { creerServiceValeurs, type ServiceValeurs } from '../formules/valeurs';
import { lireCsv } from './csv';

export interface CaseTrame {
  /** Texte écrit ; pour un nombre de tableur, sa valeur. */
  readonly texte: string;
  readonly lecture: Lecture;
}

export interface LigneGrille {
  /** Numéro de ligne, tel que l'utilisateur le voit. */
  readonly numero: number;
  /** De la première colonne à la dernière remplie. */
  readonly cases: readonly CaseTrame[];
}

export interface GrilleTrame {
  /** Nom de la feuille ; `null` pour un texte. */
  readonly feuille: string | null;
  readonly lignes: readonly LigneGrille[];
}

const VIDE: CaseTrame = { texte: '', lecture: { nature: 'vide' } };

export function caseDe({ cases }: LigneGrille, rang: number | null): CaseTrame {
  return (rang === null ? undefined : cases[rang]) ?? VIDE;
}

/** « colonne F ». */
export function nommerColonne(rang: number): string {
  return `colonne ${lettresColonne(rang + 1)}`;
}

/** Grille d'un texte collé ou d'un CSV. Lève `ErreurTrame`. */
export function grilleDuTexte(texte: string): GrilleTrame {
  return {
    feuille: null,
    lignes: lireCsv(texte).lignes.map(({ numero, champs }) => ({ numero, cases: champs.map((champ) => ({ texte: champ, lecture: lireValeur(champ, 'General') })) })),
  };
}

function texteDe(valeur: Valeur): string {
  if (valeur === null) return '';
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  return isErreur(valeur) ? valeur.erreur : String(valeur).trim();
}

function grilleDeFeuille(feuille: Feuille, service: ServiceValeurs): GrilleTrame {
  const lignes = new Map<number, CaseTrame[]>();
  const poser = (ligne: number, colonne: number, lue: CaseTrame) => {
    const cases = lignes.get(ligne) ?? [];
    while (cases.length < colonne - 1) cases.push(VIDE);
    cases[colonne - 1] = lue;
    lignes.set(ligne, cases);
  };
  for (const { ligne, colonne, format } of feuille.cellules.values()) {
    const { valeur } = service.valeur(feuille.id, ligne, colonne);
    if (valeur !== null && texteDe(valeur) !== '') poser(ligne, colonne, { texte: texteDe(valeur), lecture: lireValeur(valeur, format) });
  }
  // Un objectif ou un département fusionné vaut pour les lignes qu'il couvre ; un nombre, jamais.
  for (const { ligne, colonne, derniereLigne, derniereColonne } of feuille.fusions) {
    const lue = lignes.get(ligne)?.[colonne - 1];
    if (lue?.lecture.nature !== 'illisible' || derniereColonne !== colonne) continue;
    for (let l = ligne + 1; l <= Math.min(derniereLigne, feuille.derniereLigne); l++) if (lignes.has(l)) poser(l, colonne, lue);
  }
  return { feuille: feuille.nom, lignes: [...lignes].sort(([a], [b]) => a - b).map(([numero, cases]) => ({ numero, cases })) };
}

/** Grilles des feuilles visibles d'un classeur, formules recalculées. */
export function grillesDuClasseur(instantane: Instantane): readonly GrilleTrame[] {
  const service = creerServiceValeurs(instantane);
  return instantane.feuilles.filter(({ visibilite }) => visibilite === 'visible').map((feuille) => grilleDeFeuille(feuille, service));
}

/** Valeur montrable d'une case : « 3 406 », « ND », « 80-90 % » ; tel qu'écrit, ce qui n'est pas un simple nombre. */
export function montrerCase({ texte, lecture }: CaseTrame): string {
  const simple = lecture.nature === 'nombre' && lecture.unite === null && lecture.approximation === null && !lecture.ambigu;
  return simple ? formatNombre(lecture.nombre, 4) : texte;
}
