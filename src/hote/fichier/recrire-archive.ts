/**
 * Récriture d'une archive : les entrées qu'on ne touche pas sont recopiées octet pour octet
 * (en-tête local, données compressées, descripteur), dans leur ordre.
 */
import { deflateSync, strToU8 } from 'fflate';
import type { Archive, Entree } from './archive';
import { crc32 } from './crc32';
import { concatener } from './decompression';

export interface Changements {
  /** Nouveau contenu d'entrées existantes, par chemin exact. */
  readonly remplacees: ReadonlyMap<string, Uint8Array>;
  readonly ajoutees: ReadonlyMap<string, Uint8Array>;
  readonly retirees: ReadonlySet<string>;
}

const SIGNATURE_LOCALE = 0x04034b50;
const SIGNATURE_FICHE = 0x02014b50;
const TAILLE_LOCAL = 30;
const TAILLE_FICHE = 46;
const DEFLATE = 8;
const VERSION = 20;
const DRAPEAU_DESCRIPTEUR = 0x0008;
const DRAPEAU_UTF8 = 0x0800;
/** Heure et date au format MS-DOS : 1er janvier 1980, pour que l'archive ne dépende pas de l'heure. */
const DATE_NEUTRE = 0x00210000;

/** Une entrée posée : sa fiche du répertoire central, où manque encore sa position. */
interface Posee {
  readonly local: Uint8Array;
  readonly fiche: Uint8Array;
}

export function recrireArchive(archive: Archive, { remplacees, ajoutees, retirees }: Changements): Uint8Array {
  const segments = segmentsLocaux(archive);
  const posees = new Map<Entree, Posee>();
  for (const entree of [...archive.entrees].sort((a, b) => a.decalage - b.decalage)) {
    if (retirees.has(entree.chemin)) continue;
    const contenu = remplacees.get(entree.chemin);
    const fiche = archive.octets.slice(entree.fiche.debut, entree.fiche.fin);
    posees.set(entree, contenu ? remplacer(fiche, contenu) : { local: segments.get(entree.decalage)!, fiche });
  }
  const nouvelles = [...ajoutees].map(([chemin, contenu]) => remplacer(ficheNeuve(chemin), contenu));
  const avant = archive.octets.subarray(0, Math.min(archive.debutRepertoire, ...segments.keys()));
  const locaux = [avant];
  let position = avant.length;
  for (const { local, fiche } of [...posees.values(), ...nouvelles]) {
    vueDe(fiche).setUint32(42, position, true);
    locaux.push(local);
    position += local.length;
  }
  const fiches = [...archive.entrees.flatMap((entree) => posees.get(entree)?.fiche ?? []), ...nouvelles.map(({ fiche }) => fiche)];
  return concatener([...locaux, ...fiches, enregistrementFin(archive, fiches, position)]);
}

/** De chaque en-tête local au suivant : l'entrée, son descripteur, et l'éventuel remplissage. */
function segmentsLocaux({ entrees, octets, debutRepertoire }: Archive): ReadonlyMap<number, Uint8Array> {
  const debuts = [...new Set(entrees.map(({ decalage }) => decalage))].sort((a, b) => a - b);
  return new Map(debuts.map((debut, rang) => [debut, octets.subarray(debut, debuts[rang + 1] ?? debutRepertoire)]));
}

/** Entrée de même nom, de mêmes date et attributs, au contenu nouveau. Met la fiche à jour. */
function remplacer(fiche: Uint8Array, contenu: Uint8Array): Posee {
  const vue = vueDe(fiche);
  const compresse = deflateSync(contenu);
  vue.setUint16(6, VERSION, true);
  vue.setUint16(8, vue.getUint16(8, true) & ~DRAPEAU_DESCRIPTEUR, true);
  vue.setUint16(10, DEFLATE, true);
  vue.setUint32(16, crc32(contenu), true);
  vue.setUint32(20, compresse.length, true);
  vue.setUint32(24, contenu.length, true);
  const nom = fiche.subarray(TAILLE_FICHE, TAILLE_FICHE + vue.getUint16(28, true));
  const enTete = new Uint8Array(TAILLE_LOCAL);
  vueDe(enTete).setUint32(0, SIGNATURE_LOCALE, true);
  // Version, drapeaux, méthode, date, CRC et tailles : les mêmes champs, dans le même ordre.
  enTete.set(fiche.subarray(6, 30), 4);
  vueDe(enTete).setUint16(28, 0, true);
  return { local: concatener([enTete, nom, compresse]), fiche };
}

function ficheNeuve(chemin: string): Uint8Array {
  const nom = strToU8(chemin);
  const fiche = new Uint8Array(TAILLE_FICHE);
  const vue = vueDe(fiche);
  vue.setUint32(0, SIGNATURE_FICHE, true);
  vue.setUint16(4, VERSION, true);
  vue.setUint16(8, DRAPEAU_UTF8, true);
  vue.setUint32(12, DATE_NEUTRE, true);
  vue.setUint16(28, nom.length, true);
  return concatener([fiche, nom]);
}

/** L'enregistrement d'origine, commentaire compris, aux nouveaux comptes. */
function enregistrementFin({ octets, debutFin }: Archive, fiches: readonly Uint8Array[], debutRepertoire: number): Uint8Array {
  const fin = octets.slice(debutFin);
  const vue = vueDe(fin);
  vue.setUint16(8, fiches.length, true);
  vue.setUint16(10, fiches.length, true);
  vue.setUint32(12, fiches.reduce((total, fiche) => total + fiche.length, 0), true);
  vue.setUint32(16, debutRepertoire, true);
  return fin;
}

function vueDe(octets: Uint8Array): DataView {
  return new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
}
