/**
 * Comparaison de deux versions d'un classeur : ce qui a changé, par objectif et par indicateur, et
 * les constats apparus ou résolus. Tout se rapproche par le sens (indicateur, année, financeur),
 * jamais par l'adresse : une ligne déplacée n'est pas un changement.
 */
import type { Constat } from '../controles/constat';
import type { Analyse } from '../moteur/analyser';
import type { Verdict } from '../moteur/rapport';
import type { CodeIndicateur } from '../referentiel/indicateurs';
import type { NumeroObjectif } from '../referentiel/objectifs';
import { avertir } from './avertissements';
import { lirePoints, type Point } from './points';

export interface Changement {
  readonly objectif: NumeroObjectif | null;
  readonly indicateur: CodeIndicateur | null;
  /** « cible 2022 », « Département », « modalité », « actions »… */
  readonly quoi: string;
  readonly nature: 'valeur' | 'formule' | 'montant' | 'texte' | 'retenu';
  /** Textes montrables ; `null` : absent de cette version. */
  readonly avant: string | null;
  readonly apres: string | null;
  /** Variation relative pour deux nombres (0,25 = +25 %) ; `null` sinon. */
  readonly variation: number | null;
}

export interface Comparaison {
  readonly avant: { readonly fichier: string | null; readonly verdict: Verdict };
  readonly apres: { readonly fichier: string | null; readonly verdict: Verdict };
  /** Ce qui rend la comparaison trompeuse (autre département, autre période, feuille absente), en phrases. */
  readonly avertissements: readonly string[];
  readonly changements: readonly Changement[];
  readonly apparus: readonly Constat[];
  readonly resolus: readonly Constat[];
  readonly restants: number;
}

function variation(avant: Point | undefined, apres: Point | undefined): number | null {
  const [a, b] = [avant?.nombre ?? null, apres?.nombre ?? null];
  return a === null || b === null || a === 0 ? null : (b - a) / Math.abs(a);
}

/** Bruit du calcul binaire. */
const EPSILON = 1e-9;
const DECIMALES_MAX = 8;

function memeNombre(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) <= EPSILON * Math.max(Math.abs(a), Math.abs(b)));
}

/** Deux textes qui se distinguent, même quand l'arrondi d'usage les confond. */
function textes(a: Point, b: Point): readonly [string | null, string | null] {
  if (a.texte !== b.texte || !a.preciser || !b.preciser) return [a.texte, b.texte];
  for (let decimales = 2; decimales <= DECIMALES_MAX; decimales += 1) {
    const [x, y] = [a.preciser(decimales), b.preciser(decimales)];
    if (x !== y) return [x, y];
  }
  return [a.texte, b.texte];
}

/** Éléments de `a` en trop par rapport à `b`. */
function enTrop(a: readonly string[], b: readonly string[]): readonly string[] {
  const restants = [...b];
  return a.filter((element) => {
    const rang = restants.indexOf(element);
    if (rang >= 0) restants.splice(rang, 1);
    return rang < 0;
  });
}

function comparerListes(a: readonly string[], b: readonly string[]): Pick<Changement, 'avant' | 'apres'> | null {
  const joindre = (elements: readonly string[]) => (elements.length === 0 ? null : elements.join('\n'));
  const [avant, apres] = [joindre(enTrop(a, b)), joindre(enTrop(b, a))];
  return avant === null && apres === null ? null : { avant, apres };
}

/** Ce qui tient lieu de formule quand la cellule porte une constante. */
const CONSTANTE = 'valeur saisie';

const formuleDite = (point: Point | undefined) => point?.formule ?? (point?.texte == null ? null : CONSTANTE);

function changementsDe(a: Point | undefined, b: Point | undefined): readonly Changement[] {
  const { objectif, indicateur, quoi, nature } = (b ?? a)!;
  const commun = { objectif, indicateur, quoi, nature, variation: null } as const;
  const change: Changement[] = [];
  if ((b ?? a)!.elements) {
    const ecart = comparerListes(a?.elements ?? [], b?.elements ?? []);
    return ecart ? [{ ...commun, ...ecart }] : [];
  }
  if ((a?.texte ?? null) !== (b?.texte ?? null) || !memeNombre(a?.nombre ?? null, b?.nombre ?? null)) {
    const [avant, apres] = a && b ? textes(a, b) : [a?.texte ?? null, b?.texte ?? null];
    change.push({ ...commun, avant, apres, variation: variation(a, b) });
  }
  if ((a?.formule ?? null) !== (b?.formule ?? null)) change.push({ ...commun, nature: 'formule', avant: formuleDite(a), apres: formuleDite(b) });
  return change;
}

function comparerPoints(avant: ReadonlyMap<string, Point>, apres: ReadonlyMap<string, Point>): readonly Changement[] {
  return [...new Set([...avant.keys(), ...apres.keys()])].flatMap((cle) => changementsDe(avant.get(cle), apres.get(cle)));
}

/** Un même constat d'une version à l'autre : même contrôle, même objet, quelle que soit la cellule. */
function cleConstat({ code, objectif, indicateur, annee, feuille }: Constat, feuilles: ReadonlyMap<string, string>): string {
  return [code, objectif, indicateur, annee, feuille === null ? '' : (feuilles.get(feuille) ?? '')].join('|');
}

/** Constats de `a` sans vis-à-vis dans `b` (deux constats de même clé se comptent deux fois). */
function sansVisAVis(a: readonly Constat[], clesA: readonly string[], clesB: readonly string[]): readonly Constat[] {
  const restants = new Map<string, number>();
  for (const cle of clesB) restants.set(cle, (restants.get(cle) ?? 0) + 1);
  return a.filter((_, rang) => {
    const cle = clesA[rang]!;
    const reste = restants.get(cle) ?? 0;
    if (reste > 0) restants.set(cle, reste - 1);
    return reste === 0;
  });
}

function clesDe({ rapport }: Analyse): readonly string[] {
  const natures = new Map(rapport.feuilles.map(({ id, nature }) => [id, nature]));
  return rapport.constats.map((constat) => cleConstat(constat, natures));
}

/** Compare deux analyses, la plus ancienne d'abord. */
export function comparer(avant: Analyse, apres: Analyse): Comparaison {
  const [clesAvant, clesApres] = [clesDe(avant), clesDe(apres)];
  const apparus = sansVisAVis(apres.rapport.constats, clesApres, clesAvant);
  return {
    avant: { fichier: avant.rapport.fichier, verdict: avant.rapport.verdict },
    apres: { fichier: apres.rapport.fichier, verdict: apres.rapport.verdict },
    avertissements: avertir(avant, apres),
    changements: comparerPoints(lirePoints(avant), lirePoints(apres)),
    apparus,
    resolus: sansVisAVis(avant.rapport.constats, clesAvant, clesApres),
    restants: apres.rapport.constats.length - apparus.length,
  };
}
