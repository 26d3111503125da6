/** Conversions implicites d'Excel entre nombres, textes, booléens et vide. */
import { isErreur, type Erreur, type Valeur } from '../classeur/instantane';
import { NonEvaluable, VALEUR } from './resultats';

const NOMBRE_NET = /^[+-]?(?:\d+(?:,\d*)?|,\d+)(?:[eE][+-]?\d+)?\s*(%?)$/;
/** Rien que des signes de nombre, de date, d'heure ou de monnaie. */
const SIGNES_DE_NOMBRE = /^[\d\s\u00a0\u202f+\-().,/:%€$£]+$/;

/**
 * Nombre que vaut un texte, lu comme le ferait un Excel français : « 12 », « 12,5 », « 12 % ».
 * Un texte qui se lit différemment selon les réglages du poste (« 12.5 », « 2 657 », « 1/2 »,
 * « 65 € ») lève `NonEvaluable` : on ne devine pas. Tout autre texte vaut `#VALUE!`.
 */
export function nombreDuTexte(texte: string): number | Erreur {
  const net = texte.trim();
  const trouve = NOMBRE_NET.exec(net);
  if (trouve) {
    const nombre = Number(net.replace('%', '').trim().replace(',', '.'));
    return trouve[1] === '%' ? nombre / 100 : nombre;
  }
  if (/\d/.test(net) && SIGNES_DE_NOMBRE.test(net)) {
    throw new NonEvaluable(`le texte « ${net} » se lit différemment selon les réglages du poste`);
  }
  return VALEUR;
}

/** Valeur convertie en nombre : vide vaut 0, VRAI vaut 1. */
export function versNombre(valeur: Valeur): number | Erreur {
  if (typeof valeur === 'number') return valeur;
  if (valeur === null) return 0;
  if (typeof valeur === 'boolean') return valeur ? 1 : 0;
  return typeof valeur === 'string' ? nombreDuTexte(valeur) : valeur;
}

/** Nombre écrit comme le format Standard d'un Excel français : quinze chiffres, virgule. */
export function texteDuNombre(nombre: number): string {
  if (nombre === 0) return '0';
  const grandeur = Math.abs(nombre);
  const arrondi = Number(nombre.toPrecision(15));
  if (grandeur >= 1e21 || grandeur < 1e-9) {
    const [mantisse = '', exposant = ''] = arrondi.toExponential().split('e');
    const signe = exposant.startsWith('-') ? '-' : '+';
    return `${mantisse.replace('.', ',')}E${signe}${exposant.replace(/^[+-]/, '').padStart(2, '0')}`;
  }
  return decimal(arrondi).replace('.', ',');
}

/** Écriture décimale sans exposant d'un nombre de moins de 22 chiffres. */
function decimal(nombre: number): string {
  const texte = String(nombre);
  if (!texte.includes('e')) return texte;
  return nombre.toFixed(20).replace(/0+$/, '');
}

export function versTexte(valeur: Valeur): string | Erreur {
  if (typeof valeur === 'string') return valeur;
  if (valeur === null) return '';
  if (typeof valeur === 'number') return texteDuNombre(valeur);
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  return valeur;
}

/** Valeur d'une condition ; un texte autre que « VRAI » et « FAUX » vaut `#VALUE!`. */
export function versBooleen(valeur: Valeur): boolean | Erreur {
  if (typeof valeur === 'boolean') return valeur;
  if (valeur === null) return false;
  if (typeof valeur === 'number') return valeur !== 0;
  if (isErreur(valeur)) return valeur;
  const mot = valeur.trim().toUpperCase();
  if (mot === 'VRAI' || mot === 'TRUE') return true;
  return mot === 'FAUX' || mot === 'FALSE' ? false : VALEUR;
}

const EPSILON_RELATIF = 2 ** -48;

/** Égalité d'Excel, qui ne compare qu'une quinzaine de chiffres : 0,1 + 0,2 = 0,3. */
export function nombresEgaux(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) < Math.abs(a) * EPSILON_RELATIF;
}

function rang(valeur: Valeur): number {
  return typeof valeur === 'number' ? 0 : typeof valeur === 'string' ? 1 : 2;
}

function videComme(autre: Valeur): Valeur {
  return typeof autre === 'string' ? '' : typeof autre === 'boolean' ? false : 0;
}

const COMPARATEUR = new Intl.Collator('fr', { sensitivity: 'accent' });

/**
 * Ordre d'Excel entre deux valeurs sans erreur : nombres, puis textes (sans casse), puis booléens ;
 * le vide prend la nature de l'autre. Négatif, nul ou positif.
 */
export function comparer(gauche: Valeur, droite: Valeur): number {
  const a = gauche ?? videComme(droite);
  const b = droite ?? videComme(gauche);
  if (typeof a === 'number' && typeof b === 'number') return nombresEgaux(a, b) ? 0 : a - b;
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : COMPARATEUR.compare(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return rang(a) - rang(b);
}
