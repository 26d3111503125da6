/**
 * Décompression des parties d'une archive, par morceaux et arrêtable : la taille est comptée sur
 * ce qui sort réellement, jamais sur ce que l'archive annonce.
 */
import { Inflate } from 'fflate';
import { type Archive, type Entree, trouverPartie } from './archive';
import { crc32 } from './crc32';
import { endommage, formeNonLue, tropGrand } from './refus';

/** Reçoit un morceau décompressé ; rend faux pour arrêter la lecture. */
export type SurMorceau = (morceau: Uint8Array) => boolean;

/** Octets compressés par pas : deflate grossit au plus 1 032 fois, un pas ne dépasse pas 8,5 Mo. */
const PAS = 8 * 1024;
const PLAFOND_PARTIE = 160 * 1024 * 1024;
/** Partie tenue entière en mémoire, pour la récrire. */
const PLAFOND_EN_MEMOIRE = 64 * 1024 * 1024;
const TAILLE_EN_TETE_LOCAL = 30;
const SIGNATURE_LOCALE = 0x04034b50;
const RANGEE = 0;
const DEFLATE = 8;

/** Octets compressés d'une entrée, tels qu'ils sont dans l'archive. */
export function octetsCompresses({ octets, debutRepertoire }: Archive, entree: Entree): Uint8Array {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const { decalage, chemin } = entree;
  if (decalage + TAILLE_EN_TETE_LOCAL > debutRepertoire || vue.getUint32(decalage, true) !== SIGNATURE_LOCALE) {
    throw endommage(`la partie « ${chemin} » est introuvable`);
  }
  const debut = decalage + TAILLE_EN_TETE_LOCAL + vue.getUint16(decalage + 26, true) + vue.getUint16(decalage + 28, true);
  const fin = debut + entree.tailleCompressee;
  if (fin > debutRepertoire) throw endommage(`la partie « ${chemin} » est incomplète`);
  return octets.subarray(debut, fin);
}

/** Lit une entrée par morceaux. Lue jusqu'au bout, sa taille et son CRC sont vérifiés. */
export function lireEnFlux(archive: Archive, entree: Entree, surMorceau: SurMorceau): void {
  const source = octetsCompresses(archive, entree);
  const decompresser = decompresseur(entree);
  let lus = 0;
  let crc = 0;
  for (let debut = 0; debut < source.length; debut += PAS) {
    const morceau = decompresser(source.subarray(debut, debut + PAS), debut + PAS >= source.length);
    lus += morceau.length;
    crc = crc32(morceau, crc);
    compter(archive, entree, morceau.length, lus);
    if (!surMorceau(morceau)) return;
  }
  if (lus !== entree.taille || crc !== entree.crc) {
    throw endommage(`le contenu de la partie « ${entree.chemin} » a été altéré`);
  }
}

function compter({ budget }: Archive, entree: Entree, longueur: number, lus: number): void {
  budget.octets -= longueur;
  if (lus > PLAFOND_PARTIE || budget.octets < 0) {
    throw tropGrand(`la partie « ${entree.chemin} » dépasse ce que l’outil accepte de décompresser`);
  }
}

function decompresseur(entree: Entree): (pas: Uint8Array, dernier: boolean) => Uint8Array {
  if (entree.methode === RANGEE) return (pas) => pas;
  if (entree.methode !== DEFLATE) throw formeNonLue('il est compressé par une méthode inhabituelle');
  let sortie = new Uint8Array(0);
  const flux = new Inflate((morceau) => {
    sortie = morceau;
  });
  return (pas, dernier) => {
    try {
      flux.push(pas, dernier);
    } catch (cause) {
      throw endommage(`la partie « ${entree.chemin} » ne se décompresse pas`, cause);
    }
    return sortie;
  };
}

/** Une partie entière, en mémoire. Lève `ErreurHote` si elle manque ou si elle est démesurée. */
export function lirePartie(archive: Archive, chemin: string): Uint8Array {
  const entree = trouverPartie(archive, chemin);
  if (!entree) throw endommage(`la partie « ${chemin} » manque`);
  const morceaux: Uint8Array[] = [];
  let total = 0;
  lireEnFlux(archive, entree, (morceau) => {
    total += morceau.length;
    if (total > PLAFOND_EN_MEMOIRE) throw tropGrand(`la partie « ${chemin} » est démesurée`);
    return morceaux.push(morceau) > 0;
  });
  return morceaux.length === 1 ? morceaux[0]! : concatener(morceaux);
}

export function concatener(morceaux: readonly Uint8Array[]): Uint8Array {
  const tout = new Uint8Array(morceaux.reduce((total, morceau) => total + morceau.length, 0));
  let position = 0;
  for (const morceau of morceaux) {
    tout.set(morceau, position);
    position += morceau.length;
  }
  return tout;
}
