/**
 * Lecture XML (SAX) des parties d'un classeur. Les espaces de noms ne sont pas résolus : les
 * éléments du vocabulaire de la partie ont le préfixe de la racine (aucun, ou `x:`), et c'est
 * sans ce préfixe qu'on les nomme ; les éléments d'un autre vocabulaire sont rendus tels quels.
 */
import { DecodeUTF8 } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Archive, Entree } from './archive';
import { lireEnFlux } from './decompression';
import { endommage, tropGrand } from './refus';

export type Attributs = Readonly<Record<string, string | undefined>>;

/** Ce que lit une partie : les éléments et les textes, dans l'ordre du document. */
export interface Lecteur {
  ouvrir(nom: string, attributs: Attributs): void;
  fermer?(nom: string): void;
  texte?(texte: string): void;
  /** Vrai quand la suite de la partie n'est plus utile : elle n'est alors pas décompressée. */
  fini?(): boolean;
}

const PROFONDEUR_MAX = 200;
/** Caractères lus sans rencontrer un élément : au-delà, la partie est fabriquée pour nuire. */
const SILENCE_MAX = 2 * 1024 * 1024;

/** Lit une partie XML. Lève `ErreurHote` si elle est mal formée ou porte un DOCTYPE. */
export function lireXml(archive: Archive, entree: Entree, lecteur: Lecteur): void {
  const analyseur = creerAnalyseur(entree.chemin, lecteur);
  let decoder: ((octets: Uint8Array) => string) | null = null;
  let arrete = false;
  lireEnFlux(archive, entree, (octets) => {
    decoder ??= choisirDecodeur(octets);
    const elements = analyseur.ecrire(decoder(octets));
    if ((archive.budget.elements -= elements) < 0) throw tropGrand(`la partie « ${entree.chemin} » compte trop d’éléments`);
    arrete = lecteur.fini?.() ?? false;
    return !arrete;
  });
  if (!arrete) analyseur.terminer();
}

/** Lit un texte XML déjà en mémoire. */
export function lireTexteXml(texte: string, chemin: string, lecteur: Lecteur): void {
  const analyseur = creerAnalyseur(chemin, lecteur);
  analyseur.ecrire(texte);
  analyseur.terminer();
}

/** UTF-8, sauf marque d'ordre UTF-16 en tête (rare, mais la norme l'admet). */
export function choisirDecodeur(debut: Uint8Array): (octets: Uint8Array) => string {
  const marque = debut.length > 1 ? (debut[0]! << 8) | debut[1]! : 0;
  if (marque === 0xfffe || marque === 0xfeff) {
    const utf16 = new TextDecoder(marque === 0xfffe ? 'utf-16le' : 'utf-16be');
    return (octets) => utf16.decode(octets, { stream: true });
  }
  let sortie = '';
  const utf8 = new DecodeUTF8((texte) => {
    sortie = texte;
  });
  return (octets) => {
    utf8.push(octets);
    return sortie;
  };
}

interface Analyseur {
  /** Rend le nombre d'éléments ouverts par ce texte. */
  ecrire(texte: string): number;
  terminer(): void;
}

function creerAnalyseur(chemin: string, lecteur: Lecteur): Analyseur {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let prefixe = '';
  let profondeur = 0;
  let elements = 0;
  parser.on('doctype', () => {
    throw endommage(`la partie « ${chemin} » contient une déclaration DOCTYPE, interdite dans un classeur`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (elements++ === 0) prefixe = prefixeDe(name);
    if (++profondeur > PROFONDEUR_MAX) throw endommage(`la partie « ${chemin} » est imbriquée à l’excès`);
    lecteur.ouvrir(sansPrefixe(name, prefixe), attributes);
  });
  parser.on('closetag', ({ name }) => {
    profondeur--;
    lecteur.fermer?.(sansPrefixe(name, prefixe));
  });
  if (lecteur.texte) {
    const recevoir = lecteur.texte.bind(lecteur);
    parser.on('text', recevoir);
    parser.on('cdata', recevoir);
  }
  parser.on('error', (cause) => {
    throw endommage(`la partie « ${chemin} » est mal formée`, cause);
  });
  let silence = 0;
  return {
    ecrire(texte) {
      const avant = elements;
      parser.write(texte);
      silence = elements === avant ? silence + texte.length : 0;
      if (silence > SILENCE_MAX) throw endommage(`la partie « ${chemin} » contient un texte démesuré`);
      return elements - avant;
    },
    terminer: () => parser.close(),
  };
}

export function prefixeDe(racine: string): string {
  return racine.slice(0, racine.indexOf(':') + 1);
}

export function sansPrefixe(nom: string, prefixe: string): string {
  return prefixe !== '' && nom.startsWith(prefixe) ? nom.slice(prefixe.length) : nom;
}

/** Booléen d'un attribut (`xsd:boolean`, et le « on » des vieux écrits). */
export function isVrai(valeur: string | undefined): boolean {
  return valeur === '1' || valeur === 'true' || valeur === 'on';
}
