/** Jours du calendrier, sans heure ni fuseau : « AAAA-MM-JJ ». */

const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

/** `formatJour('2020-10-01')` → « 1er octobre 2020 » ; un texte d'une autre forme est rendu tel quel. */
export function formatJour(jour: string): string {
  const trouve = /^(\d{4})-(\d\d)-(\d\d)$/.exec(jour);
  const mois = MOIS[Number(trouve?.[2]) - 1];
  if (!trouve || mois === undefined) return jour;
  const rang = Number(trouve[3]);
  return `${rang === 1 ? '1er' : String(rang)} ${mois} ${trouve[1]!}`;
}

/** Jour local d'une date : `jourDe(new Date())` → « 2020-10-01 ». */
export function jourDe(date: Date): string {
  const deux = (nombre: number) => String(nombre).padStart(2, '0');
  return `${String(date.getFullYear())}-${deux(date.getMonth() + 1)}-${deux(date.getDate())}`;
}
