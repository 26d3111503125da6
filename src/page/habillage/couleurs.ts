/** Couleurs d'un classeur (ECMA-376, 18.8.3 et 18.8.27) : directes, de thème ou de palette ; et leur lisibilité. */
import type { Attributs } from '../../hote/fichier/xml';

/** Palette des couleurs numérotées, de 0 à 63 ; les huit premières se répètent. */
const DE_BASE = '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff';
const PALETTE = [
  DE_BASE,
  DE_BASE,
  '800000 008000 000080 808000 800080 008080 c0c0c0 808080',
  '9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff',
  '000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff',
  '00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99',
  '3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696',
  '003366 339966 003300 333300 993300 993366 333399 333333',
].join(' ').split(' ');

/** Thème d'Office, quand le classeur n'en a pas : clair 1, foncé 1, clair 2, foncé 2, accents. */
export const THEME_OFFICE: readonly string[] = ['ffffff', '000000', 'e7e6e6', '44546a', '4472c4', 'ed7d31', 'a5a5a5', 'ffc000', '5b9bd5', '70ad47', '0563c1', '954f72'];

type Composantes = readonly [number, number, number];

function lireHexa(hexa: string): Composantes {
  return [0, 2, 4].map((debut) => parseInt(hexa.slice(debut, debut + 2), 16)) as unknown as Composantes;
}

function versHexa(composantes: Composantes): string {
  return `#${composantes.map((composante) => Math.round(Math.max(0, Math.min(255, composante))).toString(16).padStart(2, '0')).join('')}`;
}

/** Teinte d'Excel : vers le blanc si elle est positive, vers le noir sinon. */
function teinter(composantes: Composantes, teinte: number): Composantes {
  return composantes.map((composante) => (teinte < 0 ? composante * (1 + teinte) : composante + (255 - composante) * teinte)) as unknown as Composantes;
}

function baseDe({ rgb, theme, indexed }: Attributs, themes: readonly string[]): string | undefined {
  if (rgb !== undefined) return /^(?:[\da-f]{2})?([\da-f]{6})$/i.exec(rgb)?.[1];
  if (theme !== undefined) return themes[Number(theme)];
  return indexed === undefined ? undefined : PALETTE[Number(indexed)];
}

/** Couleur d'un élément `<color>`, `<fgColor>`… ; `null` si elle est automatique ou inconnue. */
export function lireCouleur(attributs: Attributs, themes: readonly string[]): string | null {
  const base = baseDe(attributs, themes);
  if (base === undefined) return null;
  return versHexa(teinter(lireHexa(base), Math.max(-1, Math.min(1, Number(attributs.tint ?? 0) || 0))));
}

function luminance(couleur: string): number {
  const [rouge, vert, bleu] = lireHexa(couleur.slice(1)).map((composante) => {
    const part = composante / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Composantes;
  return 0.2126 * rouge + 0.7152 * vert + 0.0722 * bleu;
}

/** Rapport de contraste de deux couleurs (WCAG 2.2, 1.4.3), de 1 à 21. */
export function contraste(a: string, b: string): number {
  const [clair, fonce] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (clair + 0.05) / (fonce + 0.05);
}

const CONTRASTE_MIN = 4.5;

/** La couleur voulue si elle se lit sur le fond, sinon le noir ou le blanc. */
export function lisible(voulue: string | null, fond: string): string {
  if (voulue !== null && contraste(voulue, fond) >= CONTRASTE_MIN) return voulue;
  return contraste('#000000', fond) >= contraste('#ffffff', fond) ? '#000000' : '#ffffff';
}
