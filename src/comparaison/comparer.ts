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
  readonly changements: readonly Changement[];
  readonly apparus: readonly Constat[];
  readonly resolus: readonly Constat[];
  readonly restants: number;
}

function variation(avant: Point | undefined, apres: Point | undefined): number | null {
  const [a, b] = [avant?.nombre ?? null, apres?.nombre ?? null];
  return a === null || b === null || a === 0 ? null : (b - a) / Math.abs(a);
}

function comparerPoints(avant: ReadonlyMap<string, Point>, apres: ReadonlyMap<string, Point>): readonly Changement[] {
  const cles = [...new Set([...avant.keys(), ...apres.keys()])];
  return cles.flatMap((cle) => {
    const [a, b] = [avant.get(cle), apres.get(cle)];
    const { objectif, indicateur, quoi, nature } = (b ?? a)!;
    const commun = { objectif, indicateur, quoi } as const;
    const change: Changement[] = [];
    if ((a?.texte ?? null) !== (b?.texte ?? null)) change.push({ ...commun, nature, avant: a?.texte ?? null, apres: b?.texte ?? null, variation: variation(a, b) });
    if ((a?.formule ?? null) !== (b?.formule ?? null)) change.push({ ...commun, nature: 'formule', avant: a?.formule ?? null, apres: b?.formule ?? null, variation: null });
    return change;
  });
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
    changements: comparerPoints(lirePoints(avant), lirePoints(apres)),
    apparus,
    resolus: sansVisAVis(avant.rapport.constats, clesAvant, clesApres),
    restants: apres.rapport.constats.length - apparus.length,
  };
}
