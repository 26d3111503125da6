/** Valeurs enregistrées : du texte d'une cellule (`<v>` ou `<is>`) et de son type à une `Valeur`. */
import type { CodeErreur, Valeur } from '../../classeur/instantane';
import { desechapper } from './chaines';
import { isVrai } from './xml';

const ERREURS: ReadonlySet<string> = new Set<CodeErreur>([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
]);

const MS_PAR_JOUR = 86_400_000;
/** Numéro de série du 1er janvier 1970. */
const SERIE_1970 = 25_569;
/** Excel compte un 29 février 1900 qui n'a pas existé : avant le 1er mars 1900, un jour de moins. */
const SERIE_MARS_1900 = 61;
const DECALAGE_1904 = 1_462;

/**
 * Valeur d'une cellule (hors chaînes partagées). `v` et `enLigne` : textes de `<v>` et de `<is>`,
 * `null` si l'élément est absent ; une valeur enregistrée vide ou nulle est gardée telle quelle.
 */
export function lireValeur(type: string | undefined, v: string | null, enLigne: string | null, dates1904: boolean): Valeur {
  if (enLigne !== null && (v === null || type === 'inlineStr')) return desechapper(enLigne);
  if (v === null) return null;
  switch (type) {
    case 'str':
    case 'inlineStr':
      return desechapper(v);
    case 'b':
      return v.trim() === '' ? null : isVrai(v.trim());
    case 'e':
      return { erreur: lireErreur(v.trim()) };
    case 'd':
      return lireDate(v.trim(), dates1904);
    default:
      return lireNombre(v);
  }
}

/** Un texte sans type qui n'est pas un nombre reste un texte : le perdre serait pire. */
function lireNombre(v: string): Valeur {
  const nombre = Number(v);
  if (nombre === 0 && v.trim() === '') return null;
  return Number.isFinite(nombre) ? nombre : v;
}

/** Les erreurs propres à un logiciel (`Err:502`, `#CONNECT!`) se lisent comme `#VALUE!`. */
function lireErreur(v: string): CodeErreur {
  return ERREURS.has(v) ? (v as CodeErreur) : '#VALUE!';
}

/** Date ISO 8601 (`t="d"`) → numéro de série dans le calendrier du classeur. */
function lireDate(v: string, dates1904: boolean): Valeur {
  const trouve = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(v);
  if (!trouve || v === '') return v === '' ? null : v;
  const [, annee, mois, jour, heures = '0', minutes = '0', secondes = '0'] = trouve;
  const fraction = (Number(heures) * 3600 + Number(minutes) * 60 + Number(secondes)) / 86_400;
  if (annee === undefined) return fraction;
  const jours = Date.UTC(Number(annee), Number(mois) - 1, Number(jour)) / MS_PAR_JOUR + SERIE_1970;
  if (dates1904) return jours - DECALAGE_1904 + fraction;
  return (jours < SERIE_MARS_1900 ? jours - 1 : jours) + fraction;
}
