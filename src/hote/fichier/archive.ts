/**
 * Le répertoire d'une archive ZIP (APPNOTE 6.3.3, sections 4.3.12 et 4.3.16). Lu par nous et non
 * par fflate : la réécriture recopie les entrées telles qu'elles sont, et un fichier hostile se
 * refuse avant toute décompression.
 */
import { strFromU8 } from 'fflate';
import { ErreurHote } from '../port';
import { endommage, formeNonLue, tropGrand } from './refus';

export interface Entree {
  /** Chemin de la partie, avec des « / ». */
  readonly chemin: string;
  readonly drapeaux: number;
  /** 0 : rangée telle quelle, 8 : deflate. */
  readonly methode: number;
  readonly crc: number;
  readonly tailleCompressee: number;
  /** Taille annoncée ; la taille réelle est comptée à la lecture. */
  readonly taille: number;
  /** Position de l'en-tête local. */
  readonly decalage: number;
  /** Position et fin de la fiche du répertoire central. */
  readonly fiche: { readonly debut: number; readonly fin: number };
}

export interface Archive {
  readonly octets: Uint8Array;
  /** Dans l'ordre du répertoire central. */
  readonly entrees: readonly Entree[];
  /** Par chemin en minuscules : les noms de parties OPC ignorent la casse. */
  readonly parChemin: ReadonlyMap<string, Entree>;
  readonly debutRepertoire: number;
  /** Position de l'enregistrement de fin (EOCD). */
  readonly debutFin: number;
  /** Octets décompressés et éléments XML encore permis, toutes parties confondues. */
  readonly budget: { octets: number; elements: number };
}

const SIGNATURE_FIN = 0x06054b50;
const SIGNATURE_FICHE = 0x02014b50;
const TAILLE_FIN = 22;
const TAILLE_FICHE = 46;
const COMMENTAIRE_MAX = 0xffff;
const SATURE_16 = 0xffff;
const SATURE_32 = 0xffffffff;

/** Plus qu'aucun classeur ; un classeur officiel compte une quinzaine de parties. */
const ENTREES_MAX = 10_000;
/** Octets décompressés lus au plus, en tout : un classeur officiel en compte moins de 100 000. */
const OCTETS_MAX = 256 * 1024 * 1024;
/** Éléments XML lus au plus, en tout : un classeur officiel en compte moins de 5 000. */
const ELEMENTS_MAX = 3_000_000;

/** Lit le répertoire central. Lève `ErreurHote` si l'archive est incomplète ou refusée. */
export function ouvrirArchive(octets: Uint8Array): Archive {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const debutFin = chercherFin(vue);
  const nombre = vue.getUint16(debutFin + 10, true);
  const debutRepertoire = vue.getUint32(debutFin + 16, true);
  if (nombre === SATURE_16 || debutRepertoire === SATURE_32) throw zip64();
  if (nombre > ENTREES_MAX) throw tropGrand(`il compte ${nombre} parties`);
  const entrees: Entree[] = [];
  const parChemin = new Map<string, Entree>();
  let position = debutRepertoire;
  for (let rang = 0; rang < nombre; rang++) {
    const entree = lireFiche(vue, octets, position, debutFin);
    position = entree.fiche.fin;
    const cle = entree.chemin.toLowerCase();
    if (parChemin.has(cle)) throw endommage(`la partie « ${entree.chemin} » y figure deux fois`);
    parChemin.set(cle, entree);
    entrees.push(entree);
  }
  return { octets, entrees, parChemin, debutRepertoire, debutFin, budget: { octets: OCTETS_MAX, elements: ELEMENTS_MAX } };
}

/** L'enregistrement de fin est suivi d'un commentaire de longueur libre : on le cherche à reculons. */
function chercherFin(vue: DataView): number {
  const plancher = Math.max(0, vue.byteLength - TAILLE_FIN - COMMENTAIRE_MAX);
  for (let i = vue.byteLength - TAILLE_FIN; i >= plancher; i--) {
    if (vue.getUint32(i, true) === SIGNATURE_FIN && i + TAILLE_FIN + vue.getUint16(i + 20, true) <= vue.byteLength) return i;
  }
  throw new ErreurHote(
    'illisible',
    "Ce classeur est incomplet : la fin du fichier manque, la copie ou le téléchargement s’est sans doute interrompu. Reprenez le fichier d’origine (nouvelle copie, nouveau téléchargement ou nouvel envoi).",
  );
}

function lireFiche(vue: DataView, octets: Uint8Array, debut: number, limite: number): Entree {
  if (debut + TAILLE_FICHE > limite || vue.getUint32(debut, true) !== SIGNATURE_FICHE) {
    throw endommage('la liste de ses parties est illisible');
  }
  const longueurNom = vue.getUint16(debut + 28, true);
  const fin = debut + TAILLE_FICHE + longueurNom + vue.getUint16(debut + 30, true) + vue.getUint16(debut + 32, true);
  if (fin > limite) throw endommage('la liste de ses parties est illisible');
  const entree: Entree = {
    chemin: verifierChemin(strFromU8(octets.subarray(debut + TAILLE_FICHE, debut + TAILLE_FICHE + longueurNom))),
    drapeaux: vue.getUint16(debut + 8, true),
    methode: vue.getUint16(debut + 10, true),
    crc: vue.getUint32(debut + 16, true),
    tailleCompressee: vue.getUint32(debut + 20, true),
    taille: vue.getUint32(debut + 24, true),
    decalage: vue.getUint32(debut + 42, true),
    fiche: { debut, fin },
  };
  refuser(entree);
  return entree;
}

/** Certains logiciels écrivent des « \ » ; un chemin qui sortirait de l'archive est refusé. */
function verifierChemin(brut: string): string {
  const chemin = brut.replace(/\\/g, '/');
  if (chemin.startsWith('/') || /^[A-Za-z]:/.test(chemin) || chemin.split('/').includes('..')) {
    throw new ErreurHote(
      'format',
      `Ce fichier n’est pas un classeur sûr : il contient une partie au chemin interdit (« ${brut.slice(0, 80)} »). Ne l’ouvrez pas ; demandez un nouvel envoi à votre correspondant.`,
    );
  }
  return chemin;
}

function refuser(entree: Entree): void {
  if (entree.taille === SATURE_32 || entree.tailleCompressee === SATURE_32 || entree.decalage === SATURE_32) throw zip64();
  if (entree.drapeaux & 1) {
    throw new ErreurHote(
      'chiffre',
      "Ce classeur est protégé par un mot de passe d’archive : l’outil ne peut pas le lire. Enregistrez-le en .xlsx sans mot de passe, puis recommencez.",
    );
  }
}

const zip64 = (): ErreurHote => formeNonLue('il utilise la forme « ZIP64 », réservée aux très gros fichiers');

/** Entrée d'un chemin, sans égard à la casse ; `undefined` si la partie n'existe pas. */
export function trouverPartie(archive: Archive, chemin: string): Entree | undefined {
  return archive.parChemin.get(chemin.toLowerCase());
}
