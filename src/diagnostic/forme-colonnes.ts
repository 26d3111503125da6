/** Forme « une ligne par département et une colonne par indicateur ». */
import { caseDe, nommerColonne, type GrilleTrame, type LigneGrille } from './grille-trame';
import { rapprocherLibelles } from './libelles-trame';
import { codeDepartement, roleDe } from './titres';
import type { LigneTrame, TrameBrute } from './lignes-trame';

/** Indicateurs qu'une ligne de titres doit porter quand rien d'autre ne dit qu'elle en est une. */
const MINIMUM = 3;
const LIGNES_EXAMINEES = 40;

interface Titres {
  readonly ligne: LigneGrille;
  /** Colonnes d'indicateurs. */
  readonly colonnes: readonly number[];
  /** Colonnes qui peuvent nommer le département (code, nom). */
  readonly departements: readonly number[];
}

function lireTitres(ligne: LigneGrille): Titres | null {
  const roles = ligne.cases.map(({ texte }) => (texte === '' ? null : roleDe(texte)));
  const departements = roles.flatMap((role, rang) => (role === 'departement' || role === 'code' ? [rang] : []));
  const libelles = ligne.cases.flatMap(({ texte }, rang) => (texte === '' || roles[rang] !== null ? [] : [{ rang, libelle: texte, code: '', objectif: '' }]));
  const rapproches = rapprocherLibelles(libelles);
  const reconnus = libelles.filter(({ rang }) => rapproches.get(rang)?.etat === 'trouve').length;
  if (reconnus < (roles.includes('departement') ? 1 : MINIMUM)) return null;
  return { ligne, departements, colonnes: libelles.filter(({ rang }) => rapproches.get(rang)?.etat !== 'titre').map(({ rang }) => rang) };
}

/** Ce que dit une ligne d'annotations (« Source », « Millésime »), colonne par colonne. */
function annotations(lignes: readonly LigneGrille[], voulu: 'source' | 'millesime'): LigneGrille | null {
  return lignes.find(({ cases }) => roleDe(cases.find(({ texte }) => texte !== '')?.texte ?? '') === voulu) ?? null;
}

function departementDe(ligne: LigneGrille, colonnes: readonly number[]): string {
  const textes = colonnes.map((rang) => caseDe(ligne, rang).texte).filter((texte) => texte !== '');
  return textes.find((texte) => codeDepartement(texte) !== null) ?? textes[0] ?? '';
}

/** Lit une trame en colonnes ; `null` si la grille n'en est pas une. */
export function lireEnColonnes({ lignes }: GrilleTrame): TrameBrute | null {
  for (const [rang, candidate] of lignes.slice(0, LIGNES_EXAMINEES).entries()) {
    const titres = lireTitres(candidate);
    if (!titres) continue;
    const suite = lignes.slice(rang + 1);
    const [sources, millesimes] = [annotations(suite, 'source'), annotations(suite, 'millesime')];
    const donnees = suite.filter((ligne) => ligne !== sources && ligne !== millesimes);
    const lues = donnees.flatMap((ligne) => titres.colonnes.map((colonne): Omit<LigneTrame, 'rang'> => ({
      place: `ligne ${String(ligne.numero)}, ${nommerColonne(colonne)}`,
      libelle: caseDe(candidate, colonne).texte,
      code: '',
      objectif: '',
      departement: departementDe(ligne, titres.departements),
      valeur: caseDe(ligne, colonne),
      source: sources ? caseDe(sources, colonne).texte : '',
      millesime: millesimes ? caseDe(millesimes, colonne).texte : '',
    })));
    return { forme: 'colonnes', lignes: lues.map((ligne, numero) => ({ rang: numero, ...ligne })) };
  }
  return null;
}
