/** Récolte des cellules d'une feuille : de la cellule brute à la `Cellule`, dans des bornes. */
import { type Cellule, PLAFOND_LIGNES, type Plage, cleCellule } from '../../classeur/instantane';
import { creerLecteurFormules, isMembrePartage } from './formules-xml';
import { STYLE_PAR_DEFAUT, type Style } from './styles';
import { lireValeur } from './valeurs-xml';
import type { Attributs } from './xml';

/** Une cellule telle que le fichier l'écrit. Le lecteur réemploie le même objet d'une cellule à l'autre. */
export interface CelluleBrute {
  ligne: number;
  colonne: number;
  style: string | undefined;
  type: string | undefined;
  /** Texte de `<v>` ; `null` si l'élément est absent. */
  valeur: string | null;
  /** Texte de `<is>` ; `null` si l'élément est absent. */
  enLigne: string | null;
  /** Attributs de `<f>` ; `null` si l'élément est absent. */
  attributsFormule: Attributs | null;
  formule: string;
}

/** Ce que les feuilles d'un même classeur ont en commun. */
export interface Contexte {
  readonly styles: readonly Style[];
  readonly dates1904: boolean;
  /** Cellules encore permises, toutes feuilles confondues. */
  readonly budget: { cellules: number };
  /** Seules cellules à garder (clés `cleCellule`), la feuille étant alors lue en entier ; absent : toutes, dans des bornes. */
  readonly visees?: ReadonlySet<number>;
  /** Cellules dont le texte attend la table des chaînes partagées. */
  readonly enAttente: { readonly cellule: Brouillon; readonly rang: number }[];
}

/** Cellule dont le texte ou la formule, partagés, se posent après coup. */
type Brouillon = { -readonly [K in keyof Cellule]: Cellule[K] };

export interface CellulesLues {
  readonly cellules: ReadonlyMap<number, Cellule>;
  readonly matrices: readonly Plage[];
  /** Dernières ligne et colonne qui portent une valeur ou une formule. */
  readonly derniereLigne: number;
  readonly derniereColonne: number;
  readonly tronquee: boolean;
}

export interface Recolte {
  ajouter(brute: CelluleBrute): void;
  /** Vrai quand une borne est atteinte : la suite de la feuille ne sera pas lue. */
  tronquee(): boolean;
  terminer(): CellulesLues;
}

/** Par feuille. Une feuille officielle compte moins de mille cellules. */
const PLEINES_MAX = 250_000;
const VIDES_MAX = 60_000;
/** Une cellule vide au-delà, fût-elle stylée, n'apprend rien. */
const COLONNE_VIDE_MAX = 256;

export function creerRecolte({ styles, dates1904, budget, visees, enAttente }: Contexte): Recolte {
  const cellules = new Map<number, Cellule>();
  const formules = creerLecteurFormules();
  const compte = { pleines: 0, vides: 0, lignes: 0, ligne: 0, derniereLigne: 0, derniereColonne: 0, tronquee: false };

  const admettre = (ligne: number, colonne: number): boolean => {
    if (ligne !== compte.ligne) {
      compte.ligne = ligne;
      compte.lignes++;
    }
    compte.pleines++;
    compte.tronquee = compte.lignes > PLAFOND_LIGNES || compte.pleines > PLEINES_MAX || budget.cellules <= 0;
    if (compte.tronquee) return false;
    if (ligne > compte.derniereLigne) compte.derniereLigne = ligne;
    if (colonne > compte.derniereColonne) compte.derniereColonne = colonne;
    return true;
  };
  const admettreVide = (colonne: number): boolean =>
    colonne <= COLONNE_VIDE_MAX && compte.vides++ < VIDES_MAX && budget.cellules > 0;

  return {
    ajouter(brute) {
      if (compte.tronquee) return;
      const { ligne, colonne, attributsFormule } = brute;
      const rang = rangPartage(brute);
      const valeur = rang === null ? lireValeur(brute.type, brute.valeur, brute.enLigne, dates1904) : null;
      const si = attributsFormule && isMembrePartage(attributsFormule, brute.formule) ? attributsFormule.si : undefined;
      const formule = attributsFormule && si === undefined ? formules.lire(attributsFormule, brute.formule, ligne, colonne) : null;
      const vide = valeur === null && formule === null && rang === null && si === undefined;
      if (visees ? !visees.has(cleCellule(ligne, colonne)) : !(vide ? admettreVide(colonne) : admettre(ligne, colonne))) return;
      budget.cellules--;
      const { format, verrouillee } = styles[Number(brute.style ?? 0)] ?? STYLE_PAR_DEFAUT;
      const cellule: Brouillon = { ligne, colonne, valeur, formule, format, verrouillee };
      cellules.set(cleCellule(ligne, colonne), cellule);
      if (rang !== null) enAttente.push({ cellule, rang });
      if (si !== undefined) formules.attendre(si, cellule);
    },
    tronquee: () => compte.tronquee,
    terminer() {
      const { derniereLigne, derniereColonne, tronquee } = compte;
      return { cellules, matrices: formules.terminer(), derniereLigne, derniereColonne, tronquee };
    },
  };
}

/** Rang dans la table des chaînes partagées (`t="s"`), ou `null`. */
function rangPartage({ type, valeur }: CelluleBrute): number | null {
  return type === 's' && valeur !== null && valeur.trim() !== '' ? Number(valeur) : null;
}
