/** Arrondis : en mode « ignorés », ils rendent leur argument (comparaison avant arrondi). */
import type { Valeur } from '../../classeur/instantane';
import type { Fonction } from './fonction';
import { versNombre } from '../conversions';
import { DIV0, fini, NOMBRE } from '../resultats';
import { scalaire } from './aides';

/** Décalage décimal sans erreur binaire : 1,005 × 100 vaut 100,5. */
export function decaler(nombre: number, decimales: number): number {
  const [mantisse = '0', exposant = '0'] = nombre.toExponential().split('e');
  return Number(`${mantisse}e${String(Number(exposant) + decimales)}`);
}

type Sens = (nombre: number) => number;

/** Excel oublie les écarts au-delà du quinzième chiffre : 0,1 + 0,2 s'arrondit comme 0,3. */
function quinzeChiffres(nombre: number): number {
  return Number(nombre.toPrecision(15));
}

const PROCHE: Sens = (nombre) => Math.sign(nombre) * Math.round(Math.abs(nombre));
const LOIN: Sens = (nombre) => Math.sign(nombre) * Math.ceil(Math.abs(nombre));

function arrondir(nombre: number, decimales: number, sens: Sens): number {
  const places = Math.trunc(decimales);
  if (nombre === 0 || places > 300) return nombre;
  return decaler(sens(quinzeChiffres(decaler(nombre, places))), -places);
}

/** `decimales` : ARRONDI à deux décimales. */
export function arrondi(nombre: number, decimales: number): number {
  return arrondir(nombre, decimales, PROCHE);
}

/** Fonction d'arrondi à un ou deux nombres ; le second vaut `defaut` s'il est omis. */
function arrondisseuse(min: number, defaut: number, calculer: (nombre: number, precision: number) => Valeur): Fonction {
  return scalaire(min, 2, (valeurs, env) => {
    const nombre = versNombre(valeurs[0]!);
    if (typeof nombre !== 'number') return nombre;
    const precision = valeurs.length < 2 ? defaut : versNombre(valeurs[1]!);
    if (typeof precision !== 'number') return precision;
    return env.arrondis === 'ignores' ? nombre : calculer(nombre, precision);
  });
}

/** Multiple de `pas` le plus proche, dans un sens donné. */
function multiple(nombre: number, pas: number, sens: Sens): Valeur {
  return pas === 0 ? 0 : fini(quinzeChiffres(sens(quinzeChiffres(nombre / pas)) * pas));
}

function plafond(nombre: number, pas: number): Valeur {
  return nombre > 0 && pas < 0 ? NOMBRE : multiple(nombre, pas, Math.ceil);
}

function plancher(nombre: number, pas: number): Valeur {
  if (pas === 0 && nombre !== 0) return DIV0;
  return nombre > 0 && pas < 0 ? NOMBRE : multiple(nombre, pas, Math.floor);
}

export const ARRONDIS: Readonly<Record<string, Fonction>> = {
  ROUND: arrondisseuse(2, 0, (nombre, decimales) => arrondir(nombre, decimales, PROCHE)),
  ROUNDUP: arrondisseuse(2, 0, (nombre, decimales) => arrondir(nombre, decimales, LOIN)),
  ROUNDDOWN: arrondisseuse(2, 0, (nombre, decimales) => arrondir(nombre, decimales, Math.trunc)),
  TRUNC: arrondisseuse(1, 0, (nombre, decimales) => arrondir(nombre, decimales, Math.trunc)),
  INT: arrondisseuse(1, 0, (nombre) => Math.floor(quinzeChiffres(nombre))),
  MROUND: arrondisseuse(2, 0, (nombre, pas) => (nombre * pas < 0 ? NOMBRE : multiple(nombre, pas, PROCHE))),
  CEILING: arrondisseuse(2, 1, plafond),
  FLOOR: arrondisseuse(2, 1, plancher),
  'CEILING.MATH': arrondisseuse(1, 1, (nombre, pas) => multiple(nombre, Math.abs(pas), Math.ceil)),
  'FLOOR.MATH': arrondisseuse(1, 1, (nombre, pas) => multiple(nombre, Math.abs(pas), Math.floor)),
  EVEN: arrondisseuse(1, 0, (nombre) => 2 * LOIN(quinzeChiffres(nombre / 2))),
  ODD: arrondisseuse(1, 0, (nombre) => (nombre === 0 ? 1 : Math.sign(nombre) * (2 * Math.ceil((quinzeChiffres(Math.abs(nombre)) - 1) / 2) + 1))),
};
