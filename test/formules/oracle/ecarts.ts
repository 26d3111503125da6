import type { Valeur } from '../../../src/classeur/instantane';

const BOOLEEN_DE_PLAGE = 'Excel ignore les booléens d’une plage, LibreOffice les compte';
const TEXTE_EN_ARGUMENT = 'Excel convertit un nombre écrit en texte dans un argument';
const ERREURS_PROPRES = 'LibreOffice a ses propres codes d’erreur';

function erreur(code: '#VALUE!' | '#REF!' | '#NUM!' | '#DIV/0!' | '#N/A', pourquoi = ERREURS_PROPRES) {
  return { excel: { erreur: code } as const, pourquoi };
}

/** Formules où Excel et LibreOffice diffèrent : nous suivons Excel. */
export const ECARTS: Readonly<Record<string, { readonly excel: Valeur; readonly pourquoi: string }>> = {
  '=TRUE&""': { excel: 'VRAI', pourquoi: 'un booléen s’écrit VRAI dans un Excel français' },
  '=TRUE>"z"': { excel: true, pourquoi: 'Excel range les booléens après les textes' },
  '=SUM(A1:A10)': { excel: 54.833333333333336, pourquoi: BOOLEEN_DE_PLAGE },
  '=SUM(A:A)': { excel: 54.833333333333336, pourquoi: BOOLEEN_DE_PLAGE },
  '=AVERAGE(A1:A10)': { excel: 54.833333333333336 / 6, pourquoi: BOOLEEN_DE_PLAGE },
  '=COUNT(A1:A10)': { excel: 6, pourquoi: BOOLEEN_DE_PLAGE },
  '=COUNTIF(A1:A10,">0")': { excel: 4, pourquoi: BOOLEEN_DE_PLAGE },
  '=MAXA(A7:A9)': { excel: 1, pourquoi: 'Excel rend un nombre, LibreOffice un booléen' },
  '=SUM(1,"5")': { excel: 6, pourquoi: TEXTE_EN_ARGUMENT },
  '=MAX(A1,50,"60")': { excel: 60, pourquoi: TEXTE_EN_ARGUMENT },
  '=COUNTIF(A1:A10,12)': { excel: 1, pourquoi: 'Excel compte un nombre écrit en texte' },
  '=POWER(0,0)': erreur('#NUM!', 'zéro puissance zéro n’est pas défini dans Excel'),
  '=MROUND(5,-2)': erreur('#NUM!', 'Excel refuse des signes contraires'),
  '=CHOOSE(4,"a","b","c")': erreur('#VALUE!'),
  '=QUOTIENT(1,0)': erreur('#DIV/0!'),
  '=SQRT(-1)': erreur('#NUM!'),
  '=LN(0)': erreur('#NUM!'),
  '=VLOOKUP(3,C1:D5,3,FALSE)': erreur('#REF!'),
  '=LARGE(C1:C5,6)': erreur('#NUM!'),
  '=RANK(9,C1:C5)': erreur('#N/A'),
  '=INDEX(G1:I3,4,1)': erreur('#REF!'),
  '=LEFT("abc",-1)': erreur('#VALUE!'),
  '=VALUE("abc")': erreur('#VALUE!'),
};
