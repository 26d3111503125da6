/** Insérer les feuilles d'un classeur entier (formats, fusions, impression compris). */
import { executer } from './executer';

const OCTETS_PAR_TRANCHE = 8_192;

/** Base 64 sans API de Node ; par tranches, car une page limite le nombre d'arguments d'un appel. */
export function enBase64(octets: Uint8Array): string {
  let binaire = '';
  for (let debut = 0; debut < octets.length; debut += OCTETS_PAR_TRANCHE) {
    binaire += String.fromCharCode(...octets.subarray(debut, debut + OCTETS_PAR_TRANCHE));
  }
  return btoa(binaire);
}

/**
 * Ajoute à la fin du classeur toutes les feuilles d'un .xlsx, et rend leurs identités. Excel
 * renomme une feuille dont le nom est pris. Lève `ErreurHote`.
 */
export function insererFeuilles(octets: Uint8Array): Promise<readonly string[]> {
  return executer({}, async (context) => {
    const ajoutees = context.workbook.insertWorksheetsFromBase64(enBase64(octets), { positionType: 'End' });
    await context.sync();
    return ajoutees.value;
  });
}
