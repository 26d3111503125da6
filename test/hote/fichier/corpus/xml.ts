/** Lecture XML et ZIP des essais de fidélité, sans rien emprunter au code éprouvé. */
import { inflateSync, strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';

export interface Noeud {
  /** Nom sans préfixe s'il a celui de la racine ; sinon tel qu'écrit. */
  readonly nom: string;
  readonly attributs: Readonly<Record<string, string>>;
  readonly enfants: readonly Noeud[];
  readonly texte: string;
}

type Ouvert = { nom: string; attributs: Record<string, string>; enfants: Ouvert[]; texte: string };

export function lireArbre(xml: string): Noeud {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const pile: Ouvert[] = [{ nom: '', attributs: {}, enfants: [], texte: '' }];
  let prefixe: string | null = null;
  parser.on('error', (erreur) => { throw erreur; });
  parser.on('opentag', ({ name, attributes }) => {
    prefixe ??= name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '';
    const noeud: Ouvert = { nom: prefixe !== '' && name.startsWith(prefixe) ? name.slice(prefixe.length) : name, attributs: attributes, enfants: [], texte: '' };
    pile[pile.length - 1]!.enfants.push(noeud);
    pile.push(noeud);
  });
  parser.on('closetag', () => { pile.pop(); });
  const recevoir = (texte: string) => { pile[pile.length - 1]!.texte += texte; };
  parser.on('text', recevoir);
  parser.on('cdata', recevoir);
  parser.write(xml.replace(/^\uFEFF/, '')).close();
  return pile[0]!.enfants[0]!;
}

export function descendants(noeud: Noeud, nom: string): Noeud[] {
  return noeud.enfants.flatMap((enfant) => [...(enfant.nom === nom ? [enfant] : []), ...descendants(enfant, nom)]);
}

export interface Partie {
  readonly chemin: string;
  /** Fiche du répertoire central, sans la position de l'entrée. */
  readonly fiche: Buffer;
  /** Données telles que rangées. */
  readonly brut: Buffer;
  readonly methode: number;
}

/** Entrées d'une archive, dans l'ordre de son répertoire central. */
export function lireParties(octets: Uint8Array): Partie[] {
  const zip = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
  const fin = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parties: Partie[] = [];
  let position = zip.readUInt32LE(fin + 16);
  for (let reste = zip.readUInt16LE(fin + 10); reste > 0; reste--) {
    const [nom, extra, commentaire] = [28, 30, 32].map((ou) => zip.readUInt16LE(position + ou)) as [number, number, number];
    const [taille, local] = [zip.readUInt32LE(position + 20), zip.readUInt32LE(position + 42)];
    const debut = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const fiche = Buffer.concat([zip.subarray(position, position + 42), zip.subarray(position + 46, position + 46 + nom + extra + commentaire)]);
    parties.push({ chemin: zip.toString('utf8', position + 46, position + 46 + nom), fiche, brut: zip.subarray(debut, debut + taille), methode: zip.readUInt16LE(position + 10) });
    position += 46 + nom + extra + commentaire;
  }
  return parties;
}

export function texteDe({ brut, methode }: Partie): string {
  return strFromU8(methode === 0 ? brut : inflateSync(brut));
}
