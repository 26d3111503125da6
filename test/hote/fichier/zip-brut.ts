/** Archives ZIP écrites octet par octet, pour les formes qu'aucun outil honnête n'écrit. */
import { strToU8 } from 'fflate';
import { crc32 } from '../../../src/hote/fichier/crc32';

export interface EntreeBrute {
  readonly chemin: string;
  readonly octets: Uint8Array;
  /** Octets compressés (deflate) ; absents : entrée rangée telle quelle. */
  readonly compresse?: Uint8Array;
  /** Taille et CRC annoncés ; absents : les vrais. */
  readonly taille?: number;
  readonly crc?: number;
  /** Vrai pour un descripteur après les données (drapeau 3), comme l'écrivent les logiciels en flux. */
  readonly descripteur?: boolean;
}

const u16 = (valeur: number): number[] => [valeur & 255, (valeur >>> 8) & 255];
const u32 = (valeur: number): number[] => [...u16(valeur & 0xffff), ...u16(valeur >>> 16)];

export function zipBrut(entrees: readonly EntreeBrute[], commentaire = ''): Uint8Array {
  const morceaux: Uint8Array[] = [];
  const fiches: Uint8Array[] = [];
  let decalage = 0;
  for (const entree of entrees) {
    const nom = strToU8(entree.chemin);
    const donnees = entree.compresse ?? entree.octets;
    const mesures = [...u32(entree.crc ?? crc32(entree.octets)), ...u32(donnees.length), ...u32(entree.taille ?? entree.octets.length)];
    const communs = [...u16(20), ...u16(entree.descripteur ? 8 : 0), ...u16(entree.compresse ? 8 : 0), ...u32(0x21)];
    const local = [...u32(0x04034b50), ...communs, ...(entree.descripteur ? new Array<number>(12).fill(0) : mesures), ...u16(nom.length), ...u16(0), ...nom];
    const apres = entree.descripteur ? [...u32(0x08074b50), ...mesures] : [];
    fiches.push(new Uint8Array([...u32(0x02014b50), ...u16(20), ...communs, ...mesures, ...u16(nom.length), ...u32(0), ...u32(0), ...u32(0), ...u32(decalage), ...nom]));
    morceaux.push(new Uint8Array(local), donnees, new Uint8Array(apres));
    decalage += local.length + donnees.length + apres.length;
  }
  const taille = fiches.reduce((total, fiche) => total + fiche.length, 0);
  const texte = strToU8(commentaire);
  const fin = [...u32(0x06054b50), ...u32(0), ...u16(fiches.length), ...u16(fiches.length), ...u32(taille), ...u32(decalage), ...u16(texte.length), ...texte];
  return new Uint8Array(Buffer.concat([...morceaux, ...fiches, new Uint8Array(fin)]));
}

const CHAMPS = { drapeaux: [8, 2], methode: [10, 2], crc: [16, 4], tailleCompressee: [20, 4], taille: [24, 4], decalage: [42, 4] } as const;

/** Copie d'une archive dont la fiche d'une entrée, au répertoire central, annonce autre chose. */
export function changerFiche(octets: Uint8Array, chemin: string, champs: Partial<Record<keyof typeof CHAMPS, number>>): Uint8Array {
  const copie = octets.slice();
  const vue = new DataView(copie.buffer);
  const debut = Buffer.from(copie).lastIndexOf(chemin) - 46;
  if (vue.getUint32(debut, true) !== 0x02014b50) throw new Error(`Fiche introuvable : ${chemin}`);
  for (const [champ, valeur] of Object.entries(champs)) {
    const [position, taille] = CHAMPS[champ as keyof typeof CHAMPS];
    if (taille === 2) vue.setUint16(debut + position, valeur, true);
    else vue.setUint32(debut + position, valeur, true);
  }
  return copie;
}
