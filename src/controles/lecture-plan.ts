/** Le plan d'action tel qu'on le juge : montants lus, actions rédigées, modalités, par objectif. */
import type { BlocObjectif, PlanAction } from '../classeur/dossier';
import type { Grille } from '../classeur/grille';
import type { ServiceValeurs } from '../formules/valeurs';
import { isActionRedigee } from '../referentiel/actions';
import { lireModalite, type ModaliteLue } from '../referentiel/financement';
import { objectifDe, type Enveloppe, type NumeroObjectif } from '../referentiel/objectifs';
import { isInconnue, lireCellule, type CelluleLue } from './lecture-cellule';
import { parCle } from './memoire';

/** Plus qu'il n'y a de colonnes dans Excel. */
const CLE_COLONNES = 20_000;

export type Financeur = 'departement' | 'etat';

export interface ActionLue {
  readonly cellule: CelluleLue;
  readonly texte: string;
}

export interface LecturePlan {
  readonly plan: PlanAction;
  readonly grille: Grille;
  readonly service: ServiceValeurs;
  objectif(numero: NumeroObjectif): BlocObjectif | null;
  /** Montants d'un financeur, une cellule par ligne (une seule par fusion). */
  montants(numero: NumeroObjectif, financeur: Financeur): readonly CelluleLue[];
  /** Somme d'un financeur ; vide = 0 ; `null` si la colonne manque ou si un montant n'est pas connu. */
  somme(numero: NumeroObjectif, financeur: Financeur): number | null;
  /** Actions rédigées de l'objectif (« Action n°1 : » seul n'en est pas une). */
  actions(numero: NumeroObjectif): readonly ActionLue[];
  /** Première cellule d'actions de l'objectif, où l'on demande d'écrire. */
  premiereAction(numero: NumeroObjectif): CelluleLue | null;
  /** Modalités de l'objectif, une cellule par ligne (une seule par fusion). */
  modalites(numero: NumeroObjectif): readonly { readonly cellule: CelluleLue; readonly lue: ModaliteLue; readonly texte: string }[];
  /** L'Etat verse-t-il quelque chose au titre de l'objectif ? */
  etatFinance(numero: NumeroObjectif): boolean;
  cellule(ligne: number, colonne: number): CelluleLue;
}

function textesDe(cellule: CelluleLue): string {
  const { valeur } = cellule.jugee;
  return typeof valeur === 'string' ? valeur.trim() : typeof valeur === 'number' ? String(valeur) : '';
}

/** Écritures par lesquelles un agent dit « rien » dans une colonne de montants. */
const SANS_MONTANT = /^(?:[\s./–—-]*|n[ée]ant|aucune?|sans objet|s\.?o\.?)$/i;

/** La cellule dit qu'il n'y a pas de montant : vide, « - », « néant ». */
export function isSansMontant({ lecture }: CelluleLue): boolean {
  return lecture.nature === 'vide' || (lecture.nature === 'non_determine' && SANS_MONTANT.test(lecture.texte));
}

/** Euros d'une cellule ; rien vaut 0 ; `null` : montant illisible, négatif, non déterminé ou non calculable. */
export function montantConnu(lue: CelluleLue): number | null {
  if (isInconnue(lue)) return null;
  if (isSansMontant(lue)) return 0;
  const { lecture } = lue;
  if (lecture.nature !== 'nombre' || lecture.nombre < 0) return null;
  return lecture.texte !== null && lecture.unite === '%' ? null : lecture.nombre;
}

/** Cellules d'une colonne sur les lignes d'un objectif, sans compter deux fois une fusion. */
function distinctes(cellules: readonly CelluleLue[]): readonly CelluleLue[] {
  const vues = new Set<string>();
  return cellules.filter(({ adresse }) => !vues.has(adresse) && vues.add(adresse));
}

/** Toutes les lectures sont mémorisées : une vingtaine de contrôles relisent les mêmes montants. */
export function creerLecturePlan(plan: PlanAction, grille: Grille, service: ServiceValeurs): LecturePlan {
  const { colonnes } = plan;
  const lireCle = parCle((cle: number) => lireCellule(grille, service, Math.floor(cle / CLE_COLONNES), cle % CLE_COLONNES));
  const cellule = (ligne: number, colonne: number) => lireCle(ligne * CLE_COLONNES + colonne);
  const lignes = (numero: NumeroObjectif) => plan.objectifs.get(numero)?.lignes ?? [];
  const enColonne = (numero: NumeroObjectif, colonne: number | null) =>
    colonne === null ? [] : distinctes(lignes(numero).map((ligne) => cellule(ligne, colonne)));
  const montants = {
    departement: parCle((numero: NumeroObjectif) => enColonne(numero, colonnes.departement)),
    etat: parCle((numero: NumeroObjectif) => enColonne(numero, colonnes.etat)),
  };
  const somme = (numero: NumeroObjectif, financeur: Financeur) => {
    if (colonnes[financeur] === null) return null;
    const cellules = montants[financeur](numero);
    return cellules.reduce<number | null>((total, lue) => {
      const montant = montantConnu(lue);
      return total === null || montant === null ? null : total + montant;
    }, 0);
  };
  return {
    plan,
    grille,
    service,
    cellule,
    somme,
    montants: (numero, financeur) => montants[financeur](numero),
    objectif: (numero) => plan.objectifs.get(numero) ?? null,
    actions: parCle((numero: NumeroObjectif) =>
      colonnes.actions.flatMap((colonne) => enColonne(numero, colonne))
        .map((lue) => ({ cellule: lue, texte: textesDe(lue) }))
        .filter(({ texte }) => isActionRedigee(texte))),
    premiereAction: (numero) => enColonne(numero, colonnes.actions[0] ?? null)[0] ?? null,
    modalites: parCle((numero: NumeroObjectif) =>
      enColonne(numero, colonnes.modalites).map((lue) => ({ cellule: lue, texte: textesDe(lue), lue: lireModalite(textesDe(lue)) }))),
    etatFinance: (numero) => montants.etat(numero).some((lue) => (montantConnu(lue) ?? 0) > 0),
  };
}

/** Enveloppes qui financent une ligne : celles de sa modalité, à défaut celles de l'objectif. */
export function enveloppesDe(numero: NumeroObjectif, modalite: ModaliteLue | null): readonly Enveloppe[] {
  return modalite && modalite.enveloppes.length > 0 ? modalite.enveloppes : objectifDe(numero).enveloppes;
}
