/** Opérateurs d'Excel sur des valeurs seules. */
import { isErreur, type Valeur } from '../classeur/instantane';
import { comparer, nombresEgaux, versNombre, versTexte } from './conversions';
import type { OperateurBinaire } from './noeuds';
import { DIV0, fini, NOMBRE, VALEUR } from './resultats';

/** Une cellule ne contient pas de texte plus long. */
const TEXTE_MAX = 32_767;

export function operer(operateur: OperateurBinaire, gauche: Valeur, droite: Valeur): Valeur {
  if (isErreur(gauche)) return gauche;
  if (isErreur(droite)) return droite;
  switch (operateur) {
    case '&': return concatener(gauche, droite);
    case '=': return comparer(gauche, droite) === 0;
    case '<>': return comparer(gauche, droite) !== 0;
    case '<': return comparer(gauche, droite) < 0;
    case '>': return comparer(gauche, droite) > 0;
    case '<=': return comparer(gauche, droite) <= 0;
    case '>=': return comparer(gauche, droite) >= 0;
    default: return calculer(operateur, gauche, droite);
  }
}

function concatener(gauche: Valeur, droite: Valeur): Valeur {
  const a = versTexte(gauche);
  const b = versTexte(droite);
  if (typeof a !== 'string') return a;
  if (typeof b !== 'string') return b;
  return a.length + b.length > TEXTE_MAX ? VALEUR : a + b;
}

function calculer(operateur: '+' | '-' | '*' | '/' | '^', gauche: Valeur, droite: Valeur): Valeur {
  const a = versNombre(gauche);
  if (typeof a !== 'number') return a;
  const b = versNombre(droite);
  if (typeof b !== 'number') return b;
  switch (operateur) {
    case '+': return fini(soustraire(a, -b));
    case '-': return fini(soustraire(a, b));
    case '*': return fini(a * b);
    case '/': return b === 0 ? DIV0 : fini(a / b);
    case '^': return puissance(a, b);
  }
}

/** Excel rend un zéro franc quand deux nombres ne diffèrent qu'à la quinzième décimale. */
function soustraire(a: number, b: number): number {
  return a !== 0 && b !== 0 && nombresEgaux(a, b) ? 0 : a - b;
}

export function puissance(base: number, exposant: number): Valeur {
  if (base === 0 && exposant === 0) return NOMBRE;
  if (base === 0 && exposant < 0) return DIV0;
  return fini(base ** exposant);
}

export function operer1(operateur: '+' | '-' | '%', operande: Valeur): Valeur {
  if (operateur === '+') return operande;
  const nombre = versNombre(operande);
  if (typeof nombre !== 'number') return nombre;
  return operateur === '-' ? -nombre : nombre / 100;
}
