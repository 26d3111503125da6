/**
 * Prélèvement de quelques `<si>` dans une table de chaînes partagées. La table d'une grosse
 * feuille étrangère pèse des dizaines de mégaoctets : on la balaie sans l'analyser, on ne garde
 * que les éléments utiles, et on cesse de décompresser après le dernier.
 */
import type { Archive, Entree } from './archive';
import { lireEnFlux } from './decompression';
import { endommage } from './refus';
import { choisirDecodeur } from './xml';

/** Caractères d'un seul `<si>` ; une cellule n'en tient que 32 767. */
const ELEMENT_MAX = 4 * 1024 * 1024;

/**
 * Document `<sst>` réduit aux éléments de rangs voulus ; `null` si la partie porte une construction
 * (`<!…>`) que seul un analyseur complet sait lire.
 */
export function preleverChaines(
  archive: Archive,
  entree: Entree,
  rangs: ReadonlySet<number>,
  dernier: number,
): string | null {
  const suivi = { tampon: '', rang: -1, gardes: '' };
  let prefixe: string | null = null;
  let decoder: ((octets: Uint8Array) => string) | null = null;
  let exotique = false;
  lireEnFlux(archive, entree, (octets) => {
    decoder ??= choisirDecodeur(octets);
    suivi.tampon += decoder(octets);
    exotique = suivi.tampon.includes('<!');
    prefixe ??= /<((?:[\w.-]+:)?)sst[\s/>]/.exec(suivi.tampon)?.[1] ?? null;
    if (exotique) return false;
    if (prefixe !== null) balayer(suivi, `${prefixe}si`, rangs, dernier);
    if (suivi.tampon.length > ELEMENT_MAX) throw endommage(`la partie « ${entree.chemin} » contient un texte démesuré`);
    return suivi.rang < dernier;
  });
  if (exotique) return null;
  return `<${prefixe ?? ''}sst>${suivi.gardes}</${prefixe ?? ''}sst>`;
}

interface Suivi {
  tampon: string;
  rang: number;
  gardes: string;
}

/** Avance de `<si>` en `<si>` ; laisse dans le tampon ce qui attend la suite. */
function balayer(suivi: Suivi, balise: string, rangs: ReadonlySet<number>, dernier: number): void {
  const { tampon } = suivi;
  let position = 0;
  while (suivi.rang < dernier) {
    const debut = chercherOuvrante(tampon, balise, position);
    if (debut < 0) {
      position = Math.max(position, tampon.length - balise.length - 1);
      break;
    }
    const fin = finElement(tampon, balise, debut);
    if (fin < 0) {
      position = debut;
      break;
    }
    suivi.rang++;
    if (rangs.has(suivi.rang)) suivi.gardes += tampon.slice(debut, fin);
    position = fin;
  }
  suivi.tampon = tampon.slice(position);
}

/** Position de `<si>`, `<si …>` ou `<si/>`, sans prendre un élément au nom plus long. */
function chercherOuvrante(texte: string, balise: string, depuis: number): number {
  const ouvrante = `<${balise}`;
  let debut = texte.indexOf(ouvrante, depuis);
  while (debut >= 0 && !' \t\r\n/>'.includes(texte.charAt(debut + ouvrante.length))) {
    debut = texte.indexOf(ouvrante, debut + 1);
  }
  return debut;
}

/** Position qui suit l'élément, ou -1 si sa fin n'est pas encore lue. */
function finElement(texte: string, balise: string, debut: number): number {
  const finOuvrante = texte.indexOf('>', debut);
  if (finOuvrante < 0 || texte.charAt(finOuvrante - 1) === '/') return finOuvrante + (finOuvrante < 0 ? 0 : 1);
  const fermante = `</${balise}>`;
  const fin = texte.indexOf(fermante, finOuvrante);
  return fin < 0 ? -1 : fin + fermante.length;
}
