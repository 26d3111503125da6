/** Ce qu'une retouche écrit dans une cellule. */
import { type Contenu, isFormule } from '../../corrections/plan';
import { avecPrefixesFonctions } from './fonctions-recentes';
import { echapperXml } from './retouches';

/** Longueurs admises par Excel, en caractères. */
export const TEXTE_MAX = 32_767;
export const FORMULE_MAX = 8_192;

/**
 * Une cellule entière. `attributs` : ceux qu'elle garde (position, style), espace en tête. Une
 * formule s'écrit sans valeur enregistrée ; un contenu `null` laisse la cellule stylée et vide.
 */
export function xmlCellule(prefixe: string, attributs: string, contenu: Contenu): string {
  const element = (type: string, interieur: string): string => `<${prefixe}c${attributs}${type}>${interieur}</${prefixe}c>`;
  if (isFormule(contenu)) return element('', xmlFormule(prefixe, '', avecPrefixesFonctions(contenu.formule)));
  const { valeur } = contenu;
  if (valeur === null) return `<${prefixe}c${attributs}/>`;
  if (typeof valeur === 'number') return element('', `<${prefixe}v>${valeur}</${prefixe}v>`);
  if (typeof valeur === 'boolean') return element(' t="b"', `<${prefixe}v>${valeur ? 1 : 0}</${prefixe}v>`);
  return element(' t="inlineStr"', `<${prefixe}is><${prefixe}t${espaces(valeur)}>${echapperTexte(valeur)}</${prefixe}t></${prefixe}is>`);
}

/** Élément `<f>` ; la formule est celle du fichier, avec ou sans son « = ». */
export function xmlFormule(prefixe: string, attributs: string, formule: string): string {
  const texte = formule.replace(/^=/, '');
  return `<${prefixe}f${attributs}${espaces(texte)}>${echapperTexte(texte)}</${prefixe}f>`;
}

function espaces(texte: string): string {
  return /^\s|\s$|\n|\t/.test(texte) ? ' xml:space="preserve"' : '';
}

/** Caractères que le XML n'admet pas, ou normaliserait : ils s'écrivent `_xHHHH_`. */
// eslint-disable-next-line no-control-regex
const INTERDITS = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Échappe pour le XML, puis pour OOXML (un `_x0041_` littéral s'écrit `_x005F_x0041_`). */
export function echapperTexte(texte: string): string {
  const litteral = texte.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  const permis = litteral.replace(INTERDITS, (lettre) => `_x${lettre.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return echapperXml(permis);
}
