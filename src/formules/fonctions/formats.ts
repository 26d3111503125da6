/** TEXTE, CTXT, VALEURNOMBRE : seuls les formats qui se lisent pareil sur tous les postes français. */
import type { Valeur } from '../../classeur/instantane';
import type { Fonction } from './fonction';
import { texteDuNombre, versBooleen, versNombre, versTexte } from '../conversions';
import { NonEvaluable, VALEUR } from '../resultats';
import { arrondi } from './arrondis';
import { scalaire, textuelle } from './aides';

/** « 0 », « 00 », « 0,0 », « 0,00% », « 0 % ». */
const FORMAT = /^(0+)(?:,(0+))?(\s?%)?$/;

function formater(valeur: Valeur, format: string): Valeur {
  if (format === '@') return versTexte(valeur);
  if (typeof valeur === 'string') return valeur;
  const nombre = versNombre(valeur);
  if (typeof nombre !== 'number') return nombre;
  if (/^(?:standard|general)$/i.test(format)) return texteDuNombre(nombre);
  const trouve = FORMAT.exec(format);
  if (!trouve) throw new NonEvaluable(`le format « ${format} » dépend des réglages du poste`);
  const [, entiers = '', decimales = '', pourcent = ''] = trouve;
  const affiche = arrondi(pourcent ? nombre * 100 : nombre, decimales.length);
  return decimal(affiche, decimales.length, entiers.length) + pourcent;
}

function decimal(nombre: number, decimales: number, chiffres = 1): string {
  const [entier = '', fraction] = Math.abs(nombre).toFixed(decimales).split('.');
  const signe = nombre < 0 && Number(Math.abs(nombre).toFixed(decimales)) !== 0 ? '-' : '';
  return signe + entier.padStart(chiffres, '0') + (fraction === undefined ? '' : `,${fraction}`);
}

/** CTXT(nombre; [décimales]; [sans séparateur]) : le séparateur de milliers dépend du poste. */
const fixe: Fonction = scalaire(1, 3, (valeurs) => {
  const [nombre, decimales] = [versNombre(valeurs[0]!), valeurs.length > 1 ? versNombre(valeurs[1]!) : 2];
  const sansSeparateur = valeurs.length > 2 ? versBooleen(valeurs[2]!) : false;
  if (typeof nombre !== 'number') return nombre;
  if (typeof decimales !== 'number') return decimales;
  if (typeof sansSeparateur !== 'boolean') return sansSeparateur;
  const places = Math.trunc(decimales);
  if (places > 20) return VALEUR;
  const valeur = arrondi(nombre, places);
  if (Math.abs(valeur) >= 1000 && !sansSeparateur) throw new NonEvaluable('le séparateur de milliers dépend des réglages du poste');
  return decimal(valeur, Math.max(0, places));
});

/** VALEURNOMBRE(texte; [décimale]; [milliers]) : séparateurs donnés, donc sans ambiguïté. */
const valeurNombre = textuelle(1, 3, (texte, decimale = ',', milliers = '\u00a0') => {
  if (decimale === '' || milliers === '') return VALEUR;
  const sansBlancs = texte.replace(/\s/g, '').split(milliers.charAt(0)).join('');
  const pourcents = /%*$/.exec(sansBlancs)![0].length;
  const net = sansBlancs.slice(0, sansBlancs.length - pourcents).replace(decimale.charAt(0), '.');
  if (net === '') return 0;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(net) ? Number(net) / 100 ** pourcents : VALEUR;
});

export const FORMATS: Readonly<Record<string, Fonction>> = {
  TEXT: scalaire(2, 2, ([valeur, format]) => {
    const texte = versTexte(format!);
    return typeof texte === 'string' ? formater(valeur!, texte.trim()) : texte;
  }),
  FIXED: fixe,
  NUMBERVALUE: valeurNombre,
};
