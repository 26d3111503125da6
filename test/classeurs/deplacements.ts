/**
 * Insérer, supprimer, déplacer des lignes et des colonnes d'un instantané, comme Excel le ferait :
 * cellules, fusions, matrices, tableaux, masques, noms définis et formules de tout le classeur suivent.
 */
import { parseA1Ref, stringifyA1Ref, tokenize } from '@borgar/fx/xlsx';
import { cleCellule, type Cellule, type Feuille, type Instantane, type Plage } from '../../src/classeur/instantane';

export type Sens = 'ligne' | 'colonne';

/** Ce que devient une place, ou un intervalle, le long d'un axe ; `null` : supprimé. */
interface Axe {
  readonly place: (rang: number) => number | null;
  readonly intervalle: (debut: number, fin: number) => readonly [number, number] | null;
}

const FIXE: Axe = { place: (rang) => rang, intervalle: (debut, fin) => [debut, fin] };
const DERNIERE: Readonly<Record<Sens, number>> = { ligne: 1_048_576, colonne: 16_384 };

function insertion(avant: number, nombre: number): Axe {
  const place = (rang: number) => (rang >= avant ? rang + nombre : rang);
  return { place, intervalle: (debut, fin) => [place(debut), place(fin)] };
}

function suppression(depuis: number, nombre: number): Axe {
  const apres = depuis + nombre;
  const place = (rang: number) => (rang < depuis ? rang : rang >= apres ? rang - nombre : null);
  return {
    place,
    intervalle: (debut, fin) => {
      const [a, b] = [place(debut) ?? depuis, place(fin) ?? depuis - 1];
      return a > b ? null : [a, b];
    },
  };
}

/** Coupe `nombre` rangs à partir de `depuis` et les insère devant `avant`. */
function deplacement(depuis: number, nombre: number, avant: number): Axe {
  const fin = depuis + nombre - 1;
  const [haut, bas] = [Math.min(depuis, avant), Math.max(fin, avant - 1)];
  const place = (rang: number) => {
    if (rang < haut || rang > bas) return rang;
    if (rang >= depuis && rang <= fin) return avant > fin ? rang + (avant - 1 - fin) : rang - (depuis - avant);
    return avant > fin ? rang - nombre : rang + nombre;
  };
  return {
    place,
    intervalle: (a, b) => {
      if (a <= haut && b >= bas) return [a, b];
      const places = Array.from({ length: b - a + 1 }, (_, rang) => place(a + rang));
      return [Math.min(...places), Math.max(...places)];
    },
  };
}

interface Operation {
  readonly feuille: Feuille;
  readonly lignes: Axe;
  readonly colonnes: Axe;
}

function plageApres({ lignes, colonnes }: Operation, { ligne, colonne, derniereLigne, derniereColonne }: Plage): Plage | null {
  const l = lignes.intervalle(ligne, derniereLigne);
  const c = colonnes.intervalle(colonne, derniereColonne);
  return l && c && { ligne: l[0], derniereLigne: l[1], colonne: c[0], derniereColonne: c[1] };
}

/** Adresse d'une formule après l'opération ; `#REF!` si tout ce qu'elle désigne a disparu. */
function adresseApres(operation: Operation, adresse: string): string {
  const reference = parseA1Ref(adresse, { allowNamed: false });
  if (!reference || !('range' in reference)) return adresse;
  const { range } = reference as { range: Record<string, number | null | undefined> };
  const axe = (sens: Axe, debut: string, fin: string, max: number) => {
    const a = range[debut] ?? null;
    const b = range[fin] ?? a;
    if (a === null || b === null) return { [debut]: range[debut], [fin]: range[fin] };
    const apres = sens.intervalle(a + 1, b + 1);
    return apres && apres[1] <= max ? { [debut]: apres[0] - 1, [fin]: apres[1] - 1 } : null;
  };
  const lignes = axe(operation.lignes, 'top', 'bottom', DERNIERE.ligne);
  const colonnes = axe(operation.colonnes, 'left', 'right', DERNIERE.colonne);
  return lignes && colonnes ? stringifyA1Ref({ ...reference, range: { ...range, ...lignes, ...colonnes } } as never) : '#REF!';
}

/** Formule (avec ou sans « = ») d'une feuille de nom `chez`, après l'opération. */
function formuleApres(operation: Operation, formule: string, chez: string | null): string {
  return tokenize(formule, { withLocation: false })
    .map(({ type, value }) => {
      if (type !== 'range' && type !== 'range_beam') return value;
      const reference = parseA1Ref(value, { allowNamed: false }) as { sheetName?: string; workbookName?: string } | undefined;
      if (!reference || reference.workbookName) return value;
      return (reference.sheetName || chez) === operation.feuille.nom ? adresseApres(operation, value) : value;
    })
    .join('');
}

function indexer(cellules: readonly Cellule[]): Feuille['cellules'] {
  return new Map(cellules.map((cellule) => [cleCellule(cellule.ligne, cellule.colonne), cellule]));
}

const rangs = (axe: Axe, ensemble: ReadonlySet<number>) => new Set([...ensemble].map(axe.place).filter((rang) => rang !== null));
const mesures = (axe: Axe, table: ReadonlyMap<number, number>) =>
  new Map([...table].flatMap(([rang, mesure]) => { const apres = axe.place(rang); return apres === null ? [] : [[apres, mesure] as const]; }));

function feuilleApres(operation: Operation): Feuille {
  const { feuille, lignes, colonnes } = operation;
  const plages = (liste: readonly Plage[]) => liste.map((plage) => plageApres(operation, plage)).filter((plage) => plage !== null);
  const cellules = [...feuille.cellules.values()].flatMap((cellule) => {
    const [ligne, colonne] = [lignes.place(cellule.ligne), colonnes.place(cellule.colonne)];
    return ligne === null || colonne === null ? [] : [{ ...cellule, ligne, colonne }];
  });
  return {
    ...feuille,
    cellules: indexer(cellules.sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne)),
    fusions: plages(feuille.fusions).filter((plage) => plage.ligne !== plage.derniereLigne || plage.colonne !== plage.derniereColonne),
    matrices: plages(feuille.matrices),
    tableaux: feuille.tableaux.flatMap((tableau) => { const plage = plageApres(operation, tableau.plage); return plage ? [{ ...tableau, plage }] : []; }),
    lignesMasquees: rangs(lignes, feuille.lignesMasquees),
    colonnesMasquees: rangs(colonnes, feuille.colonnesMasquees),
    largeurs: mesures(colonnes, feuille.largeurs),
    hauteurs: mesures(lignes, feuille.hauteurs),
    derniereLigne: Math.max(0, ...cellules.map(({ ligne }) => ligne)),
    derniereColonne: Math.max(0, ...cellules.map(({ colonne }) => colonne)),
  };
}

function appliquer(instantane: Instantane, nom: string, sens: Sens, axe: Axe): Instantane {
  const feuille = instantane.feuilles.find((candidate) => candidate.nom === nom);
  if (!feuille) throw new Error(`Feuille inconnue : ${nom}`);
  const operation: Operation = { feuille, lignes: sens === 'ligne' ? axe : FIXE, colonnes: sens === 'colonne' ? axe : FIXE };
  const suivre = (autre: Feuille): Feuille => ({
    ...autre,
    cellules: indexer([...autre.cellules.values()].map((cellule) => (cellule.formule === null ? cellule : { ...cellule, formule: formuleApres(operation, cellule.formule, autre.nom) }))),
  });
  return {
    ...instantane,
    feuilles: instantane.feuilles.map((autre) => suivre(autre === feuille ? feuilleApres(operation) : autre)),
    noms: instantane.noms.map((defini) => ({ ...defini, formule: formuleApres(operation, defini.formule, null) })),
  };
}

export function inserer(instantane: Instantane, feuille: string, sens: Sens, avant: number, nombre = 1): Instantane {
  return appliquer(instantane, feuille, sens, insertion(avant, nombre));
}

export function supprimer(instantane: Instantane, feuille: string, sens: Sens, depuis: number, nombre = 1): Instantane {
  return appliquer(instantane, feuille, sens, suppression(depuis, nombre));
}

/** Déplace `nombre` rangs à partir de `depuis` devant le rang `avant`, hors du bloc déplacé. */
export function deplacer(instantane: Instantane, feuille: string, sens: Sens, depuis: number, nombre: number, avant: number): Instantane {
  return appliquer(instantane, feuille, sens, deplacement(depuis, nombre, avant));
}
