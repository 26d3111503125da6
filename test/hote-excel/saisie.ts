/**
 * Ce qu'Excel fait d'un contenu affecté à `values` ou `formulas` : la saisie est interprétée
 * comme au clavier, en anglais (nombres, dates, pourcentages, booléens, erreurs, apostrophe).
 */
import type { CodeErreur } from '../../src/classeur/instantane';
import type { CelluleEmulee } from './modele';

const ERREURS: readonly string[] = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];
const NOMBRE = /^[-+]?(\d+(,\d{3})*|\d*)(\.\d*)?([eE][-+]?\d+)?$/;
const DATE = /^\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?$|^\d{1,2}[-/ ]?[A-Za-z]{3,9}([-/ ]\d{2,4})?$/;

const FORMAT_TEXTE = '@';
/** Format qu'Excel pose en reconnaissant une date, et un numéro de série arbitraire. */
const FORMAT_DATE = 'd-mmm';
const SERIE_DATE = 43831;

function poser(cellule: CelluleEmulee, valeur: CelluleEmulee['valeur'], formule: string | null): void {
  cellule.valeur = valeur;
  cellule.formule = formule;
}

function saisirTexte(cellule: CelluleEmulee, texte: string): void {
  const serre = texte.trim();
  if (texte.startsWith("'")) poser(cellule, texte.slice(1), null);
  else if (cellule.format === FORMAT_TEXTE) poser(cellule, texte, null);
  else if (texte.startsWith('=') && texte.length > 1) poser(cellule, cellule.formule === texte ? cellule.valeur : null, texte);
  else if (serre === '') poser(cellule, texte === '' ? null : texte, null);
  else if (/^(true|false)$/i.test(serre)) poser(cellule, serre.toLowerCase() === 'true', null);
  else if (ERREURS.includes(serre)) poser(cellule, { erreur: serre as CodeErreur }, null);
  else if (/\d/.test(serre) && NOMBRE.test(serre)) poser(cellule, Number(serre.replaceAll(',', '')), null);
  else if (/\d/.test(serre) && NOMBRE.test(serre.replace(/%$/, ''))) {
    poser(cellule, Number(serre.slice(0, -1)) / 100, null);
    if (cellule.format === 'General') cellule.format = '0%';
  } else if (DATE.test(serre)) {
    poser(cellule, SERIE_DATE, null);
    if (cellule.format === 'General') cellule.format = FORMAT_DATE;
  } else poser(cellule, texte, null);
}

/** Écrit un contenu venu du client dans une cellule ; `null` : la cellule est laissée telle quelle. */
export function saisir(cellule: CelluleEmulee, contenu: unknown): void {
  if (contenu === null) return;
  if (typeof contenu === 'string') saisirTexte(cellule, contenu);
  else if (typeof contenu === 'number') poser(cellule, cellule.format === FORMAT_TEXTE ? String(contenu) : contenu, null);
  else if (typeof contenu === 'boolean') poser(cellule, contenu, null);
  else throw new Error(`Contenu de cellule inattendu : ${JSON.stringify(contenu)}.`);
}
