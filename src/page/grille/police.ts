/** La police de la grille : celle d'Excel si le poste l'a, et la largeur de ses caractères. */
import { CHASSE } from './mesures';

export const POLICE = "Calibri, Carlito, 'Segoe UI', 'Liberation Sans', Arial, sans-serif";

const TEMOIN = 'Nombre de femmes enceintes ayant bénéficié d’un entretien prénatal précoce réalisé par la PMI (source DREES / CD)';
const CORPS = 100;
/** Un texte plus large que la moyenne ne doit pas perdre sa dernière ligne. */
const PRUDENCE = 1.06;

let mesuree: number | null = null;

/** Largeur moyenne d'un caractère, en part de la taille de la police ; mesurée une fois, si le navigateur le permet. */
export function chasseDeLaPolice(): number {
  if (mesuree === null) {
    const contexte = document.createElement('canvas').getContext('2d');
    if (contexte) contexte.font = `${String(CORPS)}px ${POLICE}`;
    const largeur = contexte?.measureText(TEMOIN).width ?? 0;
    mesuree = largeur > 0 ? (largeur / TEMOIN.length / CORPS) * PRUDENCE : CHASSE;
  }
  return mesuree;
}
