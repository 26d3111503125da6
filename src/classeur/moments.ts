/** Les colonnes de chiffres du tableau de bord : diagnostic, cibles et niveaux d'atteinte par année. */
import { PERIODE_2020_2022, type Periode } from '../referentiel/periode';
import type { Bloc, ColonneManquante, Moment } from './dossier';
import type { TitreColonne } from './en-tete';
import type { Plage } from './instantane';

const MOTIFS: readonly (readonly [Bloc, RegExp])[] = [
  ['diagnostic', /\bdiagnostic|\bt0\b|\b(?:etat|situation|valeur|niveau) initiale?\b|\bniveau des indicateurs en\b/],
  ['atteinte', /\batteinte?s?\b|\brealise|\bresultat|\bobtenu/],
  ['cible', /\bcibles?\b|\bvise/],
];
const SEMESTRE = /\bsemestre|\bs[12]\b/;

interface ColonneLue {
  readonly colonne: number;
  readonly bloc: Bloc | null;
  readonly annee: number | null;
}

function blocDe(titre: TitreColonne): Bloc | null {
  const dans = (textes: readonly string[]) => MOTIFS.find(([, motif]) => textes.some((texte) => motif.test(texte)))?.[0] ?? null;
  return dans(titre.propres) ?? dans(titre.tous);
}

/** Une colonne compte si elle porte elle-même une année, un bloc ou les deux, et pas un semestre. */
function lireColonnes(titres: readonly TitreColonne[]): ColonneLue[] {
  return titres
    .filter(({ propres }) => propres.length > 0 && !propres.some((texte) => SEMESTRE.test(texte)))
    .map((titre) => ({ colonne: titre.colonne, bloc: blocDe(titre), annee: titre.annee }))
    .filter(({ bloc, annee }) => annee !== null || bloc === 'diagnostic');
}

/**
 * Un bloc sans intitulé reprend par report celui de sa gauche : quand une année y revient une
 * seconde fois, la colonne n'est pas à ce bloc, et l'on ne parie pas sur l'autre.
 */
function sansRepetition(colonnes: readonly ColonneLue[]): ColonneLue[] {
  const vus = new Set<string>();
  return colonnes.filter(({ bloc, annee }) => {
    const cle = `${String(bloc)} ${String(annee)}`;
    if (vus.has(cle)) return false;
    vus.add(cle);
    return true;
  });
}

function anneesDe(colonnes: readonly ColonneLue[], bloc: Bloc): number[] {
  return colonnes.filter((colonne) => colonne.bloc === bloc && colonne.annee !== null).map(({ annee }) => annee!);
}

/** Étend une suite d'années à tout l'intervalle qu'elle couvre, horizon du contrat compris. */
function intervalle(annees: readonly number[]): readonly [number, ...number[]] {
  if (annees.length === 0) return PERIODE_2020_2022.annees;
  const debut = Math.min(...annees);
  // Aucun contrat parti de 2020 ne s'arrête avant 2022 : une année de fin absente est une colonne perdue.
  const fin = debut === 2020 ? Math.max(2022, ...annees) : Math.max(...annees);
  const suite = Array.from({ length: fin - debut }, (_, rang) => debut + 1 + rang);
  return [debut, ...suite];
}

export function lireMoments(titres: readonly TitreColonne[]): { readonly moments: readonly Moment[]; readonly periode: Periode } {
  const colonnes = sansRepetition(lireColonnes(titres));
  const cibles = anneesDe(colonnes, 'cible');
  const premiere = Math.min(...cibles, ...(cibles.length > 0 ? [] : anneesDe(colonnes, 'atteinte')));
  const diagnostic =
    colonnes.find(({ bloc }) => bloc === 'diagnostic') ??
    colonnes.find(({ bloc, annee }) => bloc !== 'cible' && annee !== null && annee < premiere);
  const suivies = colonnes.filter((colonne) => colonne !== diagnostic && (colonne.bloc === 'cible' || colonne.bloc === 'atteinte'));
  const annees = intervalle(suivies.map(({ annee }) => annee!));
  const periode = { diagnostic: diagnostic?.annee ?? annees[0] - 1, annees };
  const moments = suivies.map(({ colonne, bloc, annee }): Moment => ({ colonne, bloc: bloc!, annee: annee! }));
  if (diagnostic) moments.push({ colonne: diagnostic.colonne, bloc: 'diagnostic', annee: periode.diagnostic });
  return { periode, moments: moments.sort((a, b) => a.colonne - b.colonne) };
}

const NOMS: Readonly<Record<Exclude<Bloc, 'diagnostic'>, string>> = {
  cible: 'Niveau cible de l’objectif',
  atteinte: 'Niveau d’atteinte de l’objectif',
};

/** Colonnes que l'annexe 5.2 attend et que l'en-tête ne porte pas. */
export function momentsManquants(moments: readonly Moment[], periode: Periode, enTete: Plage): ColonneManquante[] {
  const manquantes: ColonneManquante[] = [];
  const pres = (colonne: number): Pick<ColonneManquante, 'ligne' | 'colonne'> => ({ ligne: enTete.derniereLigne, colonne });
  if (!moments.some(({ bloc }) => bloc === 'diagnostic')) {
    manquantes.push({ libelle: `Niveau des indicateurs en ${String(periode.diagnostic)} (diagnostic)`, ...pres(moments[0]?.colonne ?? enTete.derniereColonne) });
  }
  for (const bloc of ['cible', 'atteinte'] as const) {
    const presents = moments.filter((moment) => moment.bloc === bloc);
    const dernier = presents[presents.length - 1] ?? moments[moments.length - 1];
    const place = pres(dernier?.colonne ?? enTete.derniereColonne);
    if (presents.length === 0) manquantes.push({ libelle: NOMS[bloc], ...place });
    else {
      for (const annee of periode.annees) {
        if (!presents.some((moment) => moment.annee === annee)) manquantes.push({ libelle: `${NOMS[bloc]}, ${String(annee)}`, ...place });
      }
    }
  }
  return manquantes;
}
