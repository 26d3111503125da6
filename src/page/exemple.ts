/** Le classeur d'exemple, anormal à dessein : servi avec la page, ou porté par elle. */
import adresse from '../../exemples/87-haute-vienne-anomalies.xlsx';
import { ErreurHote } from '../hote/port';
import type { Source } from './lot/sources';

const NOM = '87-haute-vienne-anomalies.xlsx';

function decoder(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (caractere) => caractere.charCodeAt(0));
}

/** Une adresse `data:` se lit sans requête : la page mono-fichier n'en fait aucune. */
async function lireExemple(): Promise<Uint8Array> {
  if (adresse.startsWith('data:')) return decoder(adresse.slice(adresse.indexOf(',') + 1));
  const reponse = await fetch(adresse);
  if (!reponse.ok) throw new ErreurHote('hors_ligne', 'Le classeur d’exemple n’a pas pu être chargé. Choisissez un classeur de votre poste.');
  return new Uint8Array(await reponse.arrayBuffer());
}

export const EXEMPLE: Source = { chemin: NOM, modifie: 0, lire: lireExemple };

/** Vrai si l'adresse demande de commencer par l'exemple (`?exemple`). */
export function isExempleDemande(recherche: string): boolean {
  return new URLSearchParams(recherche).has('exemple');
}
