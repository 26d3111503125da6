/** Dates et durées : un numéro de série d'Excel, écrit selon les jetons d'une section, en français. */
import type { Jeton } from './code';

const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const MOIS_COURTS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
const JOURS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const MS_PAR_JOUR = 86_400_000;
/** 30 décembre 1899 : le jour 0 d'Excel, une fois passé son 29 février 1900 imaginaire. */
const ORIGINE = Date.UTC(1899, 11, 30);
/** Écart entre les deux calendriers d'Excel, en jours. */
const ECART_1904 = 1462;
/** 31 décembre 9999 : au-delà, Excel montre des dièses. */
const SERIE_MAX = 2_958_465;

const deux = (nombre: number) => String(nombre).padStart(2, '0');

interface Moment {
  readonly date: Date;
  /** Secondes depuis l'origine, pour les durées. */
  readonly secondes: number;
  /** Heure sur douze (AM/PM). */
  readonly surDouze: boolean;
}

function ecrireDate(lettres: string, { date, secondes, surDouze }: Moment, isMinutes: boolean): string {
  const heures = surDouze ? date.getUTCHours() % 12 || 12 : date.getUTCHours();
  const mois = date.getUTCMonth();
  switch (lettres) {
    case 'yy': case 'y': return deux(date.getUTCFullYear() % 100);
    case 'd': return String(date.getUTCDate());
    case 'dd': return deux(date.getUTCDate());
    case 'ddd': return `${JOURS[date.getUTCDay()]!.slice(0, 3)}.`;
    case 'dddd': return JOURS[date.getUTCDay()]!;
    case 'm': return String(isMinutes ? date.getUTCMinutes() : mois + 1);
    case 'mm': return deux(isMinutes ? date.getUTCMinutes() : mois + 1);
    case 'mmm': return MOIS_COURTS[mois]!;
    case 'mmmm': return MOIS[mois]!;
    case 'mmmmm': return MOIS[mois]!.charAt(0);
    case 'h': return String(heures);
    case 'hh': return deux(heures);
    case 's': return String(date.getUTCSeconds());
    case 'ss': return deux(date.getUTCSeconds());
    case 'am/pm': return date.getUTCHours() < 12 ? 'AM' : 'PM';
    case '[h]': case '[hh]': return deux(Math.floor(secondes / 3600)).slice(lettres === '[h]' && secondes < 36_000 ? 1 : 0);
    case '[m]': case '[mm]': return String(Math.floor(secondes / 60));
    case '[s]': case '[ss]': return String(secondes);
    default:
      if (lettres.startsWith('yyy')) return String(date.getUTCFullYear());
      return /^s+\.0+$/.test(lettres) ? deux(date.getUTCSeconds()) + (date.getUTCMilliseconds() / 1000).toFixed(lettres.length - lettres.indexOf('.') - 1).slice(1).replace('.', ',') : '';
  }
}

/** Dans « h:mm » et « mm:ss », « mm » compte des minutes. */
function isMinutes(dates: readonly string[], rang: number): boolean {
  return /^\[?h/.test(dates[rang - 1] ?? '') || /^\[?s/.test(dates[rang + 1] ?? '');
}

/** `null` : hors du calendrier d'Excel. */
export function ecrireMoment(jetons: readonly Jeton[], serie: number, dates1904: boolean): string | null {
  const jours = serie + (dates1904 ? ECART_1904 : 0);
  if (jours < 0 || jours > SERIE_MAX + 1) return null;
  const dates = jetons.flatMap((jeton) => (jeton.type === 'date' ? [jeton.texte] : []));
  const fractions = dates.some((lettres) => lettres.includes('.0'));
  const ms = Math.round(jours * MS_PAR_JOUR / (fractions ? 1 : 1000)) * (fractions ? 1 : 1000);
  // Avant mars 1900, le calendrier d'Excel a un jour de moins que le vrai.
  const date = new Date(ORIGINE + ms + (!dates1904 && jours > 0 && jours < 60 ? MS_PAR_JOUR : 0));
  const moment: Moment = { date, secondes: Math.round(ms / 1000), surDouze: dates.includes('am/pm') };
  let rang = -1;
  return jetons.map((jeton) => {
    switch (jeton.type) {
      case 'date':
        rang += 1;
        return ecrireDate(jeton.texte, moment, isMinutes(dates, rang));
      case 'litteral': return jeton.texte;
      case 'virgule': return ',';
      case 'point': return '.';
      case 'pourcent': return '%';
      default: return '';
    }
  }).join('');
}
