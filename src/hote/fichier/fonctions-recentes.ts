/**
 * Fonctions apparues depuis Excel 2010 : un fichier les enregistre préfixées (`_xlfn.IFS`), un
 * utilisateur et Office.js les voient nues (`IFS`). La même liste sert à ôter le préfixe à la
 * lecture et à le remettre à l'écriture : sans lui, Excel afficherait `#NAME?`.
 *
 * Source : « Issue: An _xlfn. prefix is displayed in front of a formula » (support.microsoft.com)
 * et [MS-XLSX] 2.2.2 (future functions).
 */
const NOMS = `
ACOT ACOTH ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV
BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT
CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH
COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND
EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS
FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST
GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH
IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS
MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE
PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST
QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS
SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE
TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST
WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`;

const PREFIXES = new Map<string, string>([
  ...NOMS.trim().split(/\s+/).map((nom): [string, string] => [nom, '_xlfn.']),
  ['FILTER', '_xlfn._xlws.'],
  ['SORT', '_xlfn._xlws.'],
]);

/** Une chaîne, un nom de feuille entre apostrophes, ou un nom de fonction suivi de sa parenthèse. */
const MORCEAU = /"(?:[^"]|"")*"|'(?:[^']|'')*'|((?:_xlfn\.|_xlws\.)*)([\p{L}_][\p{L}\p{N}._]*)(?=\()/gu;

/** Formule telle que l'utilisateur la voit : `_xlfn.IFS(` devient `IFS(`. */
export function sansPrefixesFonctions(formule: string): string {
  if (!formule.includes('_xl')) return formule;
  return formule.replace(MORCEAU, (tout: string, prefixe: string | undefined, nom: string | undefined) =>
    nom !== undefined && prefixe && PREFIXES.get(nom.toUpperCase()) === prefixe ? nom : tout,
  );
}

/** Formule telle qu'un fichier l'enregistre : `IFS(` devient `_xlfn.IFS(`. */
export function avecPrefixesFonctions(formule: string): string {
  return formule.replace(MORCEAU, (tout: string, prefixe: string | undefined, nom: string | undefined) =>
    nom !== undefined && !prefixe && PREFIXES.has(nom.toUpperCase()) ? `${PREFIXES.get(nom.toUpperCase())}${nom}` : tout,
  );
}
