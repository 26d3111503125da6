/**
 * La trame de diagnostic : des valeurs par indicateur, dans un CSV, un texte collé ou un classeur,
 * sous deux formes (une ligne par indicateur, ou une ligne par département et une colonne par
 * indicateur). Format décrit dans docs/trame.md.
 */
import type { Instantane } from '../classeur/instantane';
import { decoderTexte } from './decoder';
import { choisirDepartement } from './departement-trame';
import { ErreurTrame } from './erreur';
import { lireEnColonnes } from './forme-colonnes';
import { lireEnLignes, lireSansTitres } from './forme-lignes';
import { grilleDuTexte, grillesDuClasseur, type GrilleTrame } from './grille-trame';
import type { TrameDuDepartement } from './lignes-trame';

/** La trame d'un département, telle qu'on la rapproche du tableau de bord. */
export interface Trame extends TrameDuDepartement {
  /** Nom du fichier, ou « texte collé ». */
  readonly nom: string;
}

export interface OptionsTrame {
  /** Nom du fichier, pour les messages et la provenance. */
  readonly nom: string;
  /** Code du département du classeur ; `null` s'il est inconnu. */
  readonly departement: string | null;
  /** Année du diagnostic : celle de la colonne à lire quand il y en a plusieurs. */
  readonly annee: number;
}

export type ContenuTrame = { readonly octets: Uint8Array } | { readonly texte: string } | { readonly instantane: Instantane };

const SIGNATURE_ZIP = 0x504b;
const SIGNATURE_OLE = 0xd0cf;

function texteDe(octets: Uint8Array): string {
  const signature = ((octets[0] ?? 0) << 8) | (octets[1] ?? 0);
  if (signature === SIGNATURE_OLE) throw new ErreurTrame('Ce fichier est un ancien classeur .xls, ou un classeur protégé par un mot de passe : enregistrez-le en .xlsx sans mot de passe, ou en .csv, puis recommencez.');
  if (signature === SIGNATURE_ZIP) throw new ErreurTrame('Ce fichier n’est pas un texte : donnez une trame en .csv ou en .xlsx.');
  const { texte } = decoderTexte(octets);
  if (texte.includes('\u0000')) throw new ErreurTrame('Ce fichier n’est pas un texte : donnez une trame en .csv ou en .xlsx.');
  return texte;
}

function grillesDe(contenu: ContenuTrame): readonly GrilleTrame[] {
  if ('instantane' in contenu) return grillesDuClasseur(contenu.instantane);
  return [grilleDuTexte('octets' in contenu ? texteDe(contenu.octets) : contenu.texte)];
}

const INCONNUE = 'Aucun indicateur n’a été reconnu dans cette trame. Elle doit porter une ligne par indicateur (libellé et valeur), ou une ligne par département et une colonne par indicateur. Un modèle est donné par « cdppe trame », et par le volet.';

/**
 * Lit une trame. Un classeur .xlsx se lit d'abord (`hote/fichier/lire`), et se donne en instantané ;
 * sa première feuille comprise est la bonne.
 *
 * Lève `ErreurTrame` : rien de reconnu, guillemet ouvert, département absent ou autre que le voulu.
 */
export function lireTrame(contenu: ContenuTrame, { nom, departement, annee }: OptionsTrame): Trame {
  const grilles = grillesDe(contenu);
  if (grilles.every(({ lignes }) => lignes.length === 0)) throw new ErreurTrame('Cette trame est vide.');
  for (const grille of grilles) {
    const brute = lireEnLignes(grille, annee) ?? lireEnColonnes(grille) ?? lireSansTitres(grille);
    if (brute) return { nom, ...choisirDepartement(brute, departement) };
  }
  throw new ErreurTrame(INCONNUE);
}
