/** ESTVIDE, ESTNUM, ESTERREUR, N… */
import { isErreur, type CodeErreur, type Valeur } from '../../classeur/instantane';
import type { Fonction } from './fonction';
import { versNombre } from '../conversions';
import { ND } from '../resultats';
import { numerique, scalaire } from './aides';

function test(verifier: (valeur: Valeur) => boolean): Fonction {
  return { genre: 'scalaire', min: 1, max: 1, voitErreurs: true, calculer: ([valeur]) => verifier(valeur!) };
}

const RANGS: Readonly<Partial<Record<CodeErreur, number>>> = {
  '#NULL!': 1, '#DIV/0!': 2, '#VALUE!': 3, '#REF!': 4, '#NAME?': 5, '#NUM!': 6, '#N/A': 7, '#GETTING_DATA': 8,
};

function parite(reste: number): Fonction {
  return numerique(1, 1, (nombre) => Math.abs(Math.trunc(nombre)) % 2 === reste);
}

export const INFORMATION: Readonly<Record<string, Fonction>> = {
  ISBLANK: test((valeur) => valeur === null),
  ISNUMBER: test((valeur) => typeof valeur === 'number'),
  ISTEXT: test((valeur) => typeof valeur === 'string'),
  ISNONTEXT: test((valeur) => typeof valeur !== 'string'),
  ISLOGICAL: test((valeur) => typeof valeur === 'boolean'),
  ISERROR: test(isErreur),
  ISERR: test((valeur) => isErreur(valeur) && valeur.erreur !== '#N/A'),
  ISNA: test((valeur) => isErreur(valeur) && valeur.erreur === '#N/A'),
  ISEVEN: parite(0),
  ISODD: parite(1),
  NA: scalaire(0, 0, () => ND),
  N: scalaire(1, 1, ([valeur]) => (typeof valeur === 'string' ? 0 : versNombre(valeur!))),
  T: scalaire(1, 1, ([valeur]) => (typeof valeur === 'string' ? valeur : '')),
  'ERROR.TYPE': { genre: 'scalaire', min: 1, max: 1, voitErreurs: true, calculer: ([valeur]) => (isErreur(valeur!) ? RANGS[valeur.erreur] ?? ND : ND) },
};
