/** Forme « une ligne par indicateur » : avec une ligne de titres, ou collée sans titres. */
import { caseDe, type GrilleTrame, type LigneGrille } from './grille-trame';
import { ErreurTrame } from './erreur';
import { isIndicateur } from './libelles-trame';
import { roleDe, type Role } from './titres';
import type { LigneTrame, TrameBrute } from './lignes-trame';

/** Rang de la colonne de chaque rôle. */
type Colonnes = Readonly<Partial<Record<Exclude<Role, 'valeur'>, number>>> & { readonly valeur: number };

interface Titres {
  readonly ligne: LigneGrille;
  readonly colonnes: Colonnes;
}

/** Titres cherchés dans le haut de la feuille seulement. */
const LIGNES_EXAMINEES = 40;

/** La colonne de valeurs : celle de l'année du diagnostic, ou la seule. */
function choisirValeur(rangs: readonly number[], ligne: LigneGrille, annee: number): number {
  const [premier] = rangs;
  if (rangs.length === 1) return premier!;
  const deLAnnee = rangs.filter((rang) => caseDe(ligne, rang).texte.includes(String(annee)));
  if (deLAnnee.length === 1) return deLAnnee[0]!;
  const titres = rangs.map((rang) => `« ${caseDe(ligne, rang).texte} »`).join(', ');
  throw new ErreurTrame(`Plusieurs colonnes de la trame peuvent porter les valeurs ${String(annee)} (${titres}, ligne ${String(ligne.numero)}) : n’en gardez qu’une, ou titrez-la « Valeur ${String(annee)} ».`);
}

function lireTitres(ligne: LigneGrille, annee: number): Titres | null {
  const roles = ligne.cases.map(({ texte }) => (texte === '' ? null : roleDe(texte)));
  const rangDe = (role: Role) => { const rang = roles.indexOf(role); return rang < 0 ? undefined : rang; };
  const valeurs = roles.flatMap((role, rang) => (role === 'valeur' ? [rang] : []));
  const [indicateur, code] = [rangDe('indicateur'), rangDe('code')];
  if ((indicateur ?? code) === undefined || valeurs.length === 0) return null;
  const colonnes = { indicateur, code, objectif: rangDe('objectif'), departement: rangDe('departement'), source: rangDe('source'), millesime: rangDe('millesime') };
  return { ligne, colonnes: { ...colonnes, valeur: choisirValeur(valeurs, ligne, annee) } };
}

/** Sans titres : la colonne qui porte le plus d'indicateurs, et la suivante pour la valeur. */
function deviner({ lignes }: GrilleTrame): Colonnes | null {
  const comptes = new Map<number, number>();
  for (const { cases } of lignes) {
    cases.forEach(({ texte, lecture }, rang) => {
      if (lecture.nature === 'illisible' && isIndicateur(texte)) comptes.set(rang, (comptes.get(rang) ?? 0) + 1);
    });
  }
  const [indicateur, nombre] = [...comptes].reduce(([retenu, meilleur], [rang, compte]) => (compte > meilleur ? [rang, compte] : [retenu, meilleur]), [-1, 0]);
  if (indicateur < 0 || 2 * nombre < lignes.length) return null;
  const textuelle = (rang: number) => lignes.some((ligne) => caseDe(ligne, rang).lecture.nature === 'illisible');
  const valeur = indicateur + 1;
  return { indicateur, valeur, ...(textuelle(valeur + 1) && { source: valeur + 1, millesime: valeur + 2 }) };
}

const texte = (ligne: LigneGrille, rang: number | undefined) => caseDe(ligne, rang ?? null).texte;

function lire(lignes: readonly LigneGrille[], colonnes: Colonnes): readonly LigneTrame[] {
  return lignes.flatMap((ligne, rang): LigneTrame[] => {
    const code = texte(ligne, colonnes.code);
    const libelle = texte(ligne, colonnes.indicateur) || code;
    // Un en-tête sur deux lignes répète ses titres fusionnés.
    if (libelle === '' || roleDe(libelle) === 'indicateur') return [];
    return [{
      rang,
      place: `ligne ${String(ligne.numero)}`,
      libelle,
      code,
      objectif: texte(ligne, colonnes.objectif),
      departement: texte(ligne, colonnes.departement),
      valeur: caseDe(ligne, colonnes.valeur),
      source: texte(ligne, colonnes.source),
      millesime: texte(ligne, colonnes.millesime),
    }];
  });
}

/** Lit une trame en lignes, sous ses titres ; `null` si la grille n'en a pas. Lève `ErreurTrame`. */
export function lireEnLignes(grille: GrilleTrame, annee: number): TrameBrute | null {
  for (const [rang, ligne] of grille.lignes.slice(0, LIGNES_EXAMINEES).entries()) {
    const titres = lireTitres(ligne, annee);
    if (!titres) continue;
    const lignes = lire(grille.lignes.slice(rang + 1), titres.colonnes);
    if (lignes.some(({ libelle, code }) => isIndicateur(libelle) || isIndicateur(code))) return { forme: 'lignes', lignes };
  }
  return null;
}

/** Lit une trame collée sans titres ; `null` si elle ne se devine pas. */
export function lireSansTitres(grille: GrilleTrame): TrameBrute | null {
  const devinees = deviner(grille);
  return devinees && { forme: 'lignes', lignes: lire(grille.lignes, devinees) };
}

