/** Dates civiles « AAAA-MM-JJ » et arithmétique en jours, sans fuseau ni `Date`. */

export type DateCivile = `${number}-${string}-${string}`;

const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const JOURS_PAR_ERE = 146_097;

export function dateCivile(annee: number, mois: number, jour: number): DateCivile {
  return `${annee}-${String(mois).padStart(2, '0')}-${String(jour).padStart(2, '0')}`;
}

function composantes(date: DateCivile): readonly [annee: number, mois: number, jour: number] {
  const [annee, mois, jour] = date.split('-').map(Number);
  return [annee!, mois!, jour!];
}

/** Numéro de jour du calendrier grégorien (0 : 1er mars de l'an 0) ; l'année y commence en mars. */
function numeroDeJour(date: DateCivile): number {
  const [annee, mois, jour] = composantes(date);
  const an = mois <= 2 ? annee - 1 : annee;
  const ere = Math.floor(an / 400);
  const anDeLEre = an - ere * 400;
  const jourDeLAn = Math.floor((153 * ((mois + 9) % 12) + 2) / 5) + jour - 1;
  return ere * JOURS_PAR_ERE + anDeLEre * 365 + Math.floor(anDeLEre / 4) - Math.floor(anDeLEre / 100) + jourDeLAn;
}

function dateDuNumero(numero: number): DateCivile {
  const ere = Math.floor(numero / JOURS_PAR_ERE);
  const jourDeLEre = numero - ere * JOURS_PAR_ERE;
  const an = Math.floor((jourDeLEre - Math.floor(jourDeLEre / 1460) + Math.floor(jourDeLEre / 36_524) - Math.floor(jourDeLEre / 146_096)) / 365);
  const jourDeLAn = jourDeLEre - (365 * an + Math.floor(an / 4) - Math.floor(an / 100));
  const rangMois = Math.floor((5 * jourDeLAn + 2) / 153);
  const mois = ((rangMois + 2) % 12) + 1;
  return dateCivile(ere * 400 + an + (mois <= 2 ? 1 : 0), mois, jourDeLAn - Math.floor((153 * rangMois + 2) / 5) + 1);
}

/** `ajouterJours('2020-10-30', -145)` → `'2020-06-07'`. */
export function ajouterJours(date: DateCivile, jours: number): DateCivile {
  return dateDuNumero(numeroDeJour(date) + jours);
}

/** Jours de `debut` à `fin` ; négatif si `fin` précède `debut`. */
export function joursEntre(debut: DateCivile, fin: DateCivile): number {
  return numeroDeJour(fin) - numeroDeJour(debut);
}

/** Date d'un texte « AAAA-MM-JJ » ; `null` si elle n'existe pas (« 2021-02-29 »). */
export function parseDateCivile(texte: string): DateCivile | null {
  const trouve = /^(\d{4})-(\d\d)-(\d\d)$/.exec(texte);
  if (!trouve) return null;
  const date = dateCivile(Number(trouve[1]), Number(trouve[2]), Number(trouve[3]));
  const [, mois, jour] = composantes(date);
  return mois >= 1 && mois <= 12 && jour >= 1 && ajouterJours(date, 0) === date ? date : null;
}

/** `formatDate('2020-08-01')` → « 1er août 2020 ». */
export function formatDate(date: DateCivile): string {
  const [annee, mois, jour] = composantes(date);
  return `${jour === 1 ? '1er' : String(jour)} ${MOIS[mois - 1]!} ${String(annee)}`;
}
