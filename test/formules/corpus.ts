/**
 * Corpus de formules de taux, engendré à graine : des écritures justes composées, et des fausses dont
 * on connaît la faute. Rien ici ne se sert de l'identification.
 */
import { formatA1 } from '../../src/classeur/adresse';
import type { Moment } from '../../src/classeur/dossier';
import type { Instantane, NomDefini } from '../../src/classeur/instantane';
import { INDICATEURS, type CodeIndicateur } from '../../src/referentiel/indicateurs';
import { TAUX, type Taux } from '../../src/referentiel/taux';
import { feuilleDe } from './aides';
import { ligneDe, MOMENTS, monter } from './tableau';

/** Générateur congruentiel, propre au corpus. */
export function creerHasard(graine: number) {
  let etat = graine;
  const suivant = () => {
    etat = (Math.imul(etat, 1664525) + 1013904223) >>> 0;
    return etat / 2 ** 32;
  };
  return { suivant, parmi: <T>(liste: readonly T[]): T => liste[Math.floor(suivant() * liste.length)]! };
}

type Hasard = ReturnType<typeof creerHasard>;

export interface Cas {
  readonly formule: string;
  readonly taux: Taux;
  readonly moment: Moment;
}

export interface CasJuste extends Cas {
  readonly numerateur: CodeIndicateur;
  /** Garde attendue ; `null` : on ne se prononce pas. */
  readonly complete: boolean | null;
  readonly centuple: boolean;
}

export interface CasFaux extends Cas {
  readonly faute: string;
  readonly causes: readonly string[];
}

const FEUILLE = "'Tableau de bord'!";

/** Écritures d'une cellule. */
const REFERENCES: readonly ((a: string, absolue: string, ligne: number) => string)[] = [
  (a) => a, (a) => a, (a) => a, (a) => a,
  (_, absolue) => absolue,
  (a) => a.replace(/^([A-Z]+)/, '$$$1'),
  (a) => a.replace(/(\d+)$/, '$$$1'),
  (a) => FEUILLE + a,
  (_, absolue) => FEUILLE + absolue,
  (a) => `(${a})`, (a) => `+${a}`, (a) => `SUM(${a})`, (a) => `SUM(${a}:${a})`, (a) => `SUM(${a},0)`, (a) => `N(${a})`, (a) => `MAX(${a})`, (a) => `AVERAGE(${a})`,
  (a) => `ABS(${a})`, (a) => `(${a}*1)`, (a) => `(${a}+0)`, (a) => `(0+${a})`, (a) => `ROUND(${a},0)`, (a) => `SUMPRODUCT(${a})`, (a) => `INDEX(${a}:${a},1)`,
  (a) => `IF(TRUE,${a},0)`, (a) => `CHOOSE(1,${a})`, (a) => `PRODUCT(${a})`, (a) => `  ${a} `, (a) => `Données!${a}`,
  (a) => `nom_${a}`, (a) => `SUMIF(${a},">0")`, (a) => `SUBTOTAL(9,${a})`, (a) => `@${a}`, (a) => `VALUE(${a})`,
];

/** Écritures du rapport de deux cellules. */
const RAPPORTS: readonly ((n: string, d: string) => string)[] = [
  (n, d) => `${n}/${d}`, (n, d) => `${n}/${d}`, (n, d) => `${n}/${d}`, (n, d) => `(${n}/${d})`, (n, d) => `(${n})/(${d})`,
  (n, d) => `${n}*(1/${d})`, (n, d) => `PRODUCT(${n},1/${d})`, (n, d) => `1/(${d}/${n})`, (n, d) => `${n}*${d}^-1`, (n, d) => `${n}/${d}*1`, (n, d) => `100*${n}/${d}/100`,
  (n, d) => `${n}/${d}*100*1%`, (n, d) => `POWER(${d}/${n},-1)`, (n, d) => `SUM(${n}/${d})`, (n, d) => `(${n}+${n})/(2*${d})`, (n, d) => `(-${n})/(-${d})`, (n, d) => `1-(${d}-${n})/${d}`,
  (n, d) => `+${n}/${d}`, (n, d) => `MAX(${n}/${d})`, (n, d) => `(${n}/2)/(${d}/2)`, (n, d) => `--(${n}/${d})`,
];

/** Gardes, et si elles couvrent un dénominateur nul comme vide. */
const GARDES: readonly (readonly [(r: string, n: string, d: string) => string, boolean | null])[] = [
  [(r) => r, null], [(r) => r, null],
  [(r, _, d) => `IF(${d}=0,"",${r})`, true], [(r, _, d) => `IF(${d}=0,"",${r})`, true], [(r, _, d) => `IF(0=${d},"",${r})`, true],
  [(r) => `IFERROR(${r},"")`, true], [(r) => `IFERROR(${r},0)`, true], [(r) => `IFERROR(${r},"n.d.")`, true], [(r) => `IFERROR(${r},)`, true],
  [(r) => `IF(ISERROR(${r}),"",${r})`, true], [(r) => `IF(ISERR(${r}),0,${r})`, true], [(r, _, d) => `IF(${d}<>0,${r},"")`, true], [(r, _, d) => `IF(${d}>0,${r},0)`, true],
  [(r, _, d) => `IF(${d}="","",${r})`, null], [(r, _, d) => `IF(ISBLANK(${d}),"",${r})`, null], [(r, _, d) => `IF(LEN(${d})=0,"",${r})`, null],
  [(r, n, d) => `IF(OR(${d}=0,${n}=""),"",${r})`, true], [(r, n, d) => `IF(AND(ISNUMBER(${n}),ISNUMBER(${d}),${d}<>0),${r},"")`, true],
  [(r, _, d) => `IF(NOT(${d}=0),${r},"-")`, true], [(r) => `IFNA(${r},"")`, null], [(r, _, d) => `IFS(${d}=0,"",TRUE,${r})`, true], [(r, _, d) => `IF(${d}=0,,${r})`, true],
  [(r, n, d) => `IF(COUNT(${n},${d})=2,IFERROR(${r},""),"")`, true], [(r, _, d) => `IF(SUM(${d})=0,"",${r})`, true], [(r, _, d) => `CHOOSE(IF(${d}=0,1,2),"",${r})`, true],
  [(r, _, d) => `SWITCH(${d},0,"",${r})`, null], [(r, _, d) => `IF(${d}=0,0,IFERROR(${r},0))`, true], [(r, n, d) => `IF(${n}*${d}=0,"",${r})`, true], [(r, _, d) => `IF(${d},${r},"")`, true],
];

/** Arrondis d'un taux, au point près au plus. */
const ARRONDIS: readonly ((r: string) => string)[] = [
  (r) => r, (r) => r, (r) => r, (r) => r, (r) => `ROUND(${r},3)`, (r) => `ROUND(${r},4)`, (r) => `ROUND(${r},2)`, (r) => `ROUNDUP(${r},3)`, (r) => `ROUNDDOWN(${r},4)`, (r) => `TRUNC(${r},4)`,
  (r) => `ROUND((${r})*100,1)/100`, (r) => `INT((${r})*1000)/1000`, (r) => `MROUND(${r},0.001)`, (r) => `CEILING(${r},0.001)`,
];

/** Colonnes de données : une feuille qui recopie le tableau, et un nom par cellule. */
export function monterCorpus(calcul: Instantane['calcul'] = 'enregistre') {
  const adresses = INDICATEURS.flatMap(({ code }) => MOMENTS.map(({ colonne }) => formatA1(ligneDe(code), colonne)));
  const donnees = feuilleDe('Données', Object.fromEntries(adresses.map((adresse) => [adresse, `=${FEUILLE}${adresse}`])));
  const noms = adresses.map((adresse): NomDefini => ({ nom: `nom_${adresse}`, feuille: null, formule: FEUILLE + adresse.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2') }));
  return monter({ autres: [donnees], noms, calcul });
}

function ecrireCellule(code: CodeIndicateur, { colonne }: Moment, hasard: Hasard, simple = false): string {
  const adresse = formatA1(ligneDe(code), colonne);
  return simple ? adresse : hasard.parmi(REFERENCES)(adresse, adresse.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2'), ligneDe(code));
}

/** Rapport gardé et arrondi de deux cellules écrites. */
function composer(n: string, d: string, hasard: Hasard): { formule: string; complete: boolean | null } {
  const rapport = hasard.parmi(RAPPORTS);
  const [garde, complete] = hasard.parmi(GARDES);
  const arrondi = hasard.parmi(ARRONDIS);
  const dehors = hasard.suivant() < 0.5;
  const formule = `=${dehors ? garde(arrondi(rapport(n, d)), n, d) : arrondiGarde(arrondi, garde(rapport(n, d), n, d), rapport(n, d))}`;
  return { formule, complete };
}

/** Un arrondi ne s'applique pas au texte d'une garde : on l'écrit alors sans. */
function arrondiGarde(arrondi: (r: string) => string, garde: string, rapport: string): string {
  return garde === rapport ? arrondi(rapport) : garde;
}

export function engendrerJustes(nombre: number, graine: number): readonly CasJuste[] {
  const hasard = creerHasard(graine);
  return Array.from({ length: nombre }, () => {
    const taux = hasard.parmi(TAUX);
    const moment = hasard.parmi(MOMENTS);
    const numerateur = hasard.parmi(taux.numerateurs);
    const n = ecrireCellule(numerateur, moment, hasard);
    const d = ecrireCellule(taux.denominateur, moment, hasard);
    const centuple = hasard.suivant() < 0.05;
    const { formule, complete } = composer(centuple ? `(100*${n})` : n, d, hasard);
    return { formule, taux, moment, numerateur, complete: centuple ? null : complete, centuple };
  });
}

const EQUIVALENTS: Readonly<Record<string, string>> = { 'o1-naissances': 'o3-naissances', 'o3-naissances': 'o1-naissances', 'o4-enfants': 'o5-enfants', 'o5-enfants': 'o4-enfants' };

/** Fautes : ce que la formule divise, et la cause qu'on attend. */
const FAUTES: readonly ((taux: Taux, n: CodeIndicateur, moment: Moment, h: Hasard) => { readonly faute: string; readonly causes: readonly string[]; readonly formule: string })[] = [
  ({ denominateur }, n, moment, h) => ({ faute: 'autre dénominateur', causes: ['mauvais_denominateur'], formule: composer(ecrireCellule(n, moment, h), ecrireCellule(etranger([n, denominateur], h), moment, h), h).formule }),
  ({ denominateur, numerateurs }, _, moment, h) => ({ faute: 'autre numérateur', causes: ['mauvais_numerateur'], formule: composer(ecrireCellule(etranger([...numerateurs, denominateur], h), moment, h), ecrireCellule(denominateur, moment, h), h).formule }),
  ({ denominateur, numerateurs }, _, moment, h) => {
    const [a, b] = [etranger([...numerateurs, denominateur], h), etranger([...numerateurs, denominateur], h)];
    return { faute: 'deux autres lignes', causes: a === b ? ['constante_calculee'] : ['autre_rapport'], formule: composer(ecrireCellule(a, moment, h), ecrireCellule(b, moment, h), h).formule };
  },
  ({ denominateur }, n, moment, h) => ({ faute: 'inversion', causes: ['inversion'], formule: composer(ecrireCellule(denominateur, moment, h), ecrireCellule(n, moment, h), h).formule }),
  ({ denominateur }, n, moment, h) => {
    const autre = autreMoment(moment, h);
    const [m1, m2] = h.parmi([[autre, autre], [autre, moment], [moment, autre]] as const);
    return { faute: 'autre colonne', causes: ['mauvaise_colonne'], formule: composer(ecrireCellule(n, m1, h), ecrireCellule(denominateur, m2, h), h).formule };
  },
  ({ denominateur, numerateurs }, n, moment, h) => {
    const trop = ecrireCellule(etranger([...numerateurs, denominateur], h), moment, h);
    const [a, b] = [ecrireCellule(n, moment, h), ecrireCellule(denominateur, moment, h)];
    const [haut, bas] = h.parmi([[`(${a}+${trop})`, b], [a, `(${b}+${trop})`], [`SUM(${a},${trop})`, b], [`(${a}-${trop})`, b], [a, `SUM(${trop},${b})`]] as const);
    return { faute: 'ligne de trop', causes: ['ligne_en_trop'], formule: composer(haut, bas, h).formule };
  },
  ({ denominateur }, n, moment, h) => {
    const nombre = String(Math.round(50 + 5000 * h.suivant()));
    const [a, b] = [ecrireCellule(n, moment, h), ecrireCellule(denominateur, moment, h)];
    const [haut, bas] = h.parmi([[a, nombre], [nombre, b]] as const);
    return { faute: 'un opérande constant', causes: ['un_operande'], formule: composer(haut, bas, h).formule };
  },
  (_t, _n, _m, h) => ({ faute: 'constante cachée', causes: ['constante_cachee'], formule: composer(String(Math.round(50 + 300 * h.suivant())), String(Math.round(500 + 3000 * h.suivant())), h).formule }),
  (_t, n, moment, h) => ({ faute: 'un seul opérande', causes: ['un_operande'], formule: `=${h.parmi([(r: string) => r, (r: string) => `IFERROR(${r},"")`, (r: string) => `ROUND(${r},3)`])(ecrireCellule(n, moment, h))}` }),
  ({ code }, _, moment, h) => ({ faute: 'recopie du taux', causes: ['recopie_taux'], formule: `=${ecrireCellule(code, autreMoment(moment, h), h)}` }),
  ({ denominateur }, n, moment, h) => {
    const [a, b] = [ecrireCellule(n, moment, h), ecrireCellule(denominateur, moment, h)];
    return h.parmi([{ faute: 'somme', causes: ['somme'], formule: `=${a}+${b}` }, { faute: 'somme', causes: ['somme'], formule: `=SUM(${a},${b})` }, { faute: 'différence', causes: ['somme'], formule: `=${b}-${a}` }, { faute: 'produit', causes: ['produit'], formule: `=${a}*${b}` }]);
  },
  ({ denominateur }, n, moment, h) => {
    const [a, b] = [ecrireCellule(n, moment, h), ecrireCellule(denominateur, moment, h)];
    const { formule } = composer(`(${a}*${h.parmi(['1000', '2', '0.01', '10%'])})`, b, h);
    return { faute: 'facteur', causes: ['facteur'], formule };
  },
  ({ denominateur }, n, moment, h) => {
    const [a, b] = [ecrireCellule(n, moment, h), ecrireCellule(denominateur, moment, h)];
    const [formule, cause] = h.parmi([[`=ROUND(${a}/${b},0)`, 'arrondi'], [`=ROUND(${a}/${b},1)`, 'arrondi'], [`=INT(${a}/${b})`, 'arrondi'], [`=TEXT(${a}/${b},"0%")`, 'texte'], [`=${a}/${b}&"%"`, 'texte'], [`=${a}/#REF!`, 'erreur'], [`=IFERROR(${a}/#REF!,0)`, 'constante_calculee'], [`=IF(${b}=0,${a}/${b},"")`, 'condition']] as const);
    return { faute: 'divers', causes: [cause], formule };
  },
];

/** Un indicateur qui n'est ni un taux, ni l'un de ceux-là, ni l'égal de l'un d'eux. */
function etranger(interdits: readonly CodeIndicateur[], hasard: Hasard): CodeIndicateur {
  const exclus = new Set<string>([...interdits, ...interdits.map((code) => EQUIVALENTS[code] ?? '')]);
  return hasard.parmi(INDICATEURS.filter(({ code, type }) => type !== 'taux' && !exclus.has(code))).code;
}

function autreMoment(moment: Moment, hasard: Hasard): Moment {
  return hasard.parmi(MOMENTS.filter((autre) => autre !== moment));
}

export function engendrerFausses(nombre: number, graine: number): readonly CasFaux[] {
  const hasard = creerHasard(graine);
  return Array.from({ length: nombre }, (_, rang) => {
    const taux = hasard.parmi(TAUX);
    const moment = hasard.parmi(MOMENTS);
    const numerateur = hasard.parmi(taux.numerateurs);
    return { taux, moment, ...FAUTES[rang % FAUTES.length]!(taux, numerateur, moment, hasard) };
  });
}

