/** Retouches d'un texte XML : des remplacements à des positions connues, le reste intact. */
import { SaxesParser } from 'saxes';
import { endommage } from './refus';
import { type Attributs, prefixeDe, sansPrefixe } from './xml';

/** Remplace `texte[debut, fin[` ; `debut === fin` : insertion. */
export interface Retouche {
  readonly debut: number;
  readonly fin: number;
  readonly texte: string;
}

/** Une balise ouvrante, à sa place dans le texte. */
export interface Balise {
  /** Nom sans le préfixe de la racine. */
  readonly nom: string;
  readonly attributs: Attributs;
  readonly debut: number;
  /** Position qui suit son « > ». */
  readonly fin: number;
  readonly seule: boolean;
}

export interface Visiteur {
  ouvrir(balise: Balise): void;
  /** `debut`, `fin` : bornes de la balise fermante ; égales pour une balise seule. */
  fermer?(nom: string, debut: number, fin: number): void;
  texte?(texte: string): void;
}

/** Parcourt un texte XML en donnant les positions ; rend le préfixe de sa racine (`''` ou `'x:'`). */
export function parcourir(texte: string, chemin: string, visiteur: Visiteur): string {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  let prefixe: string | null = null;
  parser.on('error', (cause) => {
    throw endommage(`la partie « ${chemin} » est mal formée`, cause);
  });
  parser.on('doctype', () => {
    throw endommage(`la partie « ${chemin} » contient une déclaration DOCTYPE, interdite dans un classeur`);
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    prefixe ??= prefixeDe(name);
    const fin = parser.position;
    // Un « < » ne peut figurer dans une balise qu'à son début.
    const debut = texte.lastIndexOf('<', fin - 1);
    visiteur.ouvrir({ nom: sansPrefixe(name, prefixe), attributs: attributes, debut, fin, seule: isSelfClosing });
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    const fin = parser.position;
    visiteur.fermer?.(sansPrefixe(name, prefixe ?? ''), isSelfClosing ? fin : texte.lastIndexOf('<', fin - 1), fin);
  });
  if (visiteur.texte) {
    parser.on('text', visiteur.texte.bind(visiteur));
    parser.on('cdata', visiteur.texte.bind(visiteur));
  }
  parser.write(texte).close();
  return prefixe ?? '';
}

/** Applique des retouches disjointes ; à la même position, les insertions passent devant, dans leur ordre. */
export function retoucherTexte(texte: string, retouches: readonly Retouche[]): string {
  const ordonnees = [...retouches].sort((a, b) => a.debut - b.debut || a.fin - b.fin);
  let resultat = '';
  let position = 0;
  for (const retouche of ordonnees) {
    if (retouche.debut < position) throw new RangeError('retouches qui se chevauchent');
    resultat += texte.slice(position, retouche.debut) + retouche.texte;
    position = retouche.fin;
  }
  return resultat + texte.slice(position);
}

const ATTRIBUT = /\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** Attributs d'une balise tels qu'écrits (espace en tête), sauf ceux qu'on nomme. */
export function attributsBruts(balise: string, sauf: ReadonlySet<string>): string {
  return [...balise.matchAll(ATTRIBUT)].filter(([, nom]) => !sauf.has(nom!)).map(([brut]) => brut).join('');
}

/** Donne une valeur à l'attribut d'une balise : la remplace, ou ajoute l'attribut en fin de balise. */
export function retoucherAttribut(texte: string, balise: Balise, nom: string, valeur: string): Retouche {
  const ecrit = ` ${nom}="${echapperXml(valeur)}"`;
  const place = placeAttribut(texte, balise, nom);
  if (place) return { ...place, texte: ecrit };
  const fermeture = balise.seule ? texte.lastIndexOf('/', balise.fin) : balise.fin - 1;
  return { debut: fermeture, fin: fermeture, texte: ecrit };
}

/** Ôte l'attribut d'une balise, s'il y est. */
export function oterAttribut(texte: string, balise: Balise, nom: string): Retouche[] {
  const place = placeAttribut(texte, balise, nom);
  return place ? [{ ...place, texte: '' }] : [];
}

function placeAttribut(texte: string, { debut, fin }: Balise, nom: string): { debut: number; fin: number } | null {
  const present = [...texte.slice(debut, fin).matchAll(ATTRIBUT)].find(([, lu]) => lu === nom);
  return present ? { debut: debut + present.index, fin: debut + present.index + present[0].length } : null;
}

/** Ajoute en fin d'élément ; `<row/>` devient `<row>…</row>`. */
export function ajouterDans(texte: string, balise: Balise, finContenu: number, contenu: string, nom: string): Retouche {
  if (!balise.seule) return { debut: finContenu, fin: finContenu, texte: contenu };
  return { debut: texte.lastIndexOf('/', balise.fin), fin: balise.fin, texte: `>${contenu}</${nom}>` };
}

/** Échappe un texte pour un contenu ou un attribut entre guillemets. */
export function echapperXml(texte: string): string {
  return texte.replace(/[&<>"]/g, (lettre) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[lettre]!);
}
