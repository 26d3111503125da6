/**
 * Une saisie dans la grille, lue comme le ferait un Excel français : nombre, pourcentage, montant,
 * formule, texte. Ce qui se lirait de deux façons est refusé, avec la bonne écriture.
 */
import { isFormatPourcentage } from '../../classeur/nombres';
import type { Contenu } from '../../corrections/plan';
import { analyser } from '../../formules/analyse';
import { versAnglais } from '../../formules/francais';

export type Saisie =
  | { readonly contenu: Contenu; readonly format: string | null }
  | { readonly refus: string };

const ESPACES = /[\s\u00a0\u202f]/g;
const NOMBRE = /^([-+]?)(\d{1,3}(?:[\s\u00a0\u202f]\d{3})+|\d+)?(?:,(\d*))?$/;
const BOOLEENS: ReadonlyMap<string, boolean> = new Map([['VRAI', true], ['FAUX', false]]);

function lireNombre(texte: string): number | null {
  const trouve = NOMBRE.exec(texte.trim());
  if (!trouve || (trouve[2] === undefined && !trouve[3])) return null;
  const [, signe = '', entier = '0', fraction = ''] = trouve;
  return Number(`${signe}${entier.replace(ESPACES, '')}.${fraction === '' ? '0' : fraction}`);
}

function lireFormule(texte: string): Saisie {
  const formule = versAnglais(texte);
  const { noeud } = analyser(formule);
  if (noeud) return { contenu: { formule }, format: null };
  return { refus: 'Cette formule ne se lit pas. Écrivez-la comme dans Excel en français, par exemple =SI(D9=0;"";D7/D9).' };
}

/** Un point décimal, ou une date : Excel en ferait selon les cas un texte, une date ou un nombre. */
function refuserAmbigu(texte: string): string | null {
  const point = /^[-+]?\d+\.\d+\s*(%?)$/.exec(texte);
  if (point) return `« ${texte} » se lit de plusieurs façons. Écrivez la virgule : « ${texte.replace('.', ',')} ».`;
  return /^\d{1,4}[/-]\d{1,2}([/-]\d{1,4})?$/.test(texte) ? `« ${texte} » serait lu comme une date. Écrivez un nombre, ou une formule qui commence par =.` : null;
}

/**
 * Lit une saisie. `format` est celui de la cellule : « 20 » dans une cellule en pourcentage vaut
 * 20 %, comme dans Excel. Une saisie vide efface.
 */
export function lireSaisie(brut: string, format: string): Saisie {
  const texte = brut.trim();
  if (texte === '') return { contenu: { valeur: null }, format: null };
  if (texte.startsWith('=') && texte.length > 1) return lireFormule(texte);
  const booleen = BOOLEENS.get(texte.toUpperCase());
  if (booleen !== undefined) return { contenu: { valeur: booleen }, format: null };
  const pourcentage = /^(.+?)\s*%$/.exec(texte);
  const taux = pourcentage && lireNombre(pourcentage[1]!);
  if (taux !== null) return { contenu: { valeur: enCentiemes(taux) }, format: isFormatPourcentage(format) ? null : Number.isInteger(taux) ? '0%' : '0.00%' };
  const montant = lireNombre(texte.replace(/\s*(?:€|euros?)$/i, ''));
  if (montant !== null) {
    const enTaux = isFormatPourcentage(format) && Math.abs(montant) >= 1;
    return { contenu: { valeur: enTaux ? enCentiemes(montant) : montant }, format: null };
  }
  const refus = refuserAmbigu(texte);
  return refus === null ? { contenu: { valeur: brut }, format: null } : { refus };
}

/** 17,5 → 0,175 exactement : le nombre décimal le plus proche, comme Excel. */
function enCentiemes(taux: number): number {
  return Number(`${String(taux)}e-2`);
}
