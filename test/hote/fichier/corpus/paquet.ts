/** Un classeur en parties modifiables : ajouter un élément à sa place, une relation, une partie typée. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Parties } from '../../../classeurs/fabrique';
import { NS_REL } from '../../../classeurs/parties';
import { CT_WORKBOOK, CT_WORKSHEET } from './ordre';

const EXEMPLES = join(__dirname, '../../../../exemples');
const NS_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const CLASSEUR = 'xl/workbook.xml';

export function octetsExemple(nom: string): Uint8Array {
  return new Uint8Array(readFileSync(join(EXEMPLES, nom)));
}

export function lireExemple(nom: string): Parties {
  return Object.fromEntries(Object.entries(unzipSync(octetsExemple(nom))).map(([chemin, octets]) => [chemin, /\.(xml|rels|vml)$/.test(chemin) ? strFromU8(octets) : octets]));
}

export function modifier(parties: Parties, chemin: string, changer: (xml: string) => string): void {
  const avant = String(parties[chemin]);
  const apres = changer(avant);
  if (apres === avant) throw new Error(`Rien n’a changé dans ${chemin}`);
  parties[chemin] = apres;
}

/** Pose un élément de premier rang là où le veut le schéma, après ceux de même nom. */
export function inserer(parties: Parties, chemin: string, element: string): void {
  const ordre: readonly string[] = chemin === CLASSEUR ? CT_WORKBOOK : CT_WORKSHEET;
  const nom = /^<(\w+)/.exec(element)![1]!;
  modifier(parties, chemin, (xml) => {
    const suivants = ordre.slice(ordre.indexOf(nom) + 1);
    // Une règle de mise en forme a son propre `extLst` : on ne cherche qu'après elles.
    const depart = xml.lastIndexOf('</conditionalFormatting>') + 1;
    const placeDe = (suivant: string) => {
      const debut = suivant === 'extLst' ? depart : 0;
      const place = xml.slice(debut).search(new RegExp(`<${suivant}[ />]`));
      return place < 0 ? [] : [debut + place];
    };
    const places = suivants.flatMap(placeDe);
    const place = Math.min(xml.lastIndexOf('</'), ...places);
    return xml.slice(0, place) + element + xml.slice(place);
  });
}

/** Ajoute une relation et rend son identifiant ; `type` abrégé, ou entier s'il est hors de la norme. */
export function relier(parties: Parties, source: string, type: string, cible: string, externe = false): string {
  const chemin = source.replace(/([^/]+)$/, '_rels/$1.rels');
  const texte = String(parties[chemin] ?? `<Relationships xmlns="${NS_RELATIONS}"></Relationships>`);
  const id = `lien${(texte.match(/<Relationship /g) ?? []).length + 1}`;
  const entier = type.startsWith('http') ? type : `${NS_REL}/${type}`;
  parties[chemin] = texte.replace('</Relationships>', `<Relationship Id="${id}" Type="${entier}" Target="${cible}"${externe ? ' TargetMode="External"' : ''}/></Relationships>`);
  return id;
}

/** Ajoute une partie et déclare son type. */
export function poser(parties: Parties, chemin: string, contenu: string | Uint8Array, type: string): void {
  parties[chemin] = contenu;
  modifier(parties, '[Content_Types].xml', (xml) => xml.replace('</Types>', `<Override PartName="/${chemin}" ContentType="${type}"/></Types>`));
}

export function extension(parties: Parties, suffixe: string, type: string): void {
  if (String(parties['[Content_Types].xml']).includes(`Extension="${suffixe}"`)) return;
  modifier(parties, '[Content_Types].xml', (xml) => xml.replace('<Default ', `<Default Extension="${suffixe}" ContentType="${type}"/><Default `));
}
