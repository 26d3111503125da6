/** Les colonnes de chiffres du tableau de bord : diagnostic, cibles et niveaux d'atteinte par année. */
import { PERIODE_2020_2022, type Periode } from '../referentiel/periode';
import type { Bloc, ColonneManquante, Moment } from './dossier';
import type { TitreColonne } from './en-tete';
import type { Plage } from './instantane';

const MOTIFS: readonly (readonly [Bloc, RegExp])[] = [
  ['diagnostic', /\bdiagnostics?\b|\bt0\b|\b(?:etat|situation|valeur|niveau) initiale?\b|\bniveau des indicateurs en\b/],
  ['atteinte', /\batteinte?s?\b|\brealisee?s?\b|\brealisations?\b|\bresultats?\b|\bobtenue?s?\b|\bconstatee?s?\b/],
  ['cible', /\bcibles?\b|\bvisee?s?\b|\ba atteindre\b|\bprevisionnel/],
];
/** Une colonne qui parle d'un niveau sans le porter : commentaire, source, écart, taux de réalisation, semestre. */
const AUTRE =
  /\b(?:commentaires?|observations?|remarques?|precisions?|justifi\w*|explications?|analyses?|ecarts?|evolutions?|variations?|progressions?|sources?|definitions?|calcul|pilotes?|referents?|dates?|avancement|taux d|part d|semestre|s[12]|statut|validation|unites?)\b|^annees?$|^%|\ben %/;
/** Version d'une colonne qui en double une autre. */
const VERSION = /\b(?:revisee?s?|revision|actualisee?s?|ajustee?s?|avenant|initiale?s?|provisoires?|definiti\w*|bis|v\d)\b/;

interface ColonneLue {
  readonly titre: TitreColonne;
  readonly bloc: Bloc | null;
  readonly annee: number | null;
  /** Le bloc n'est pas écrit au-dessus de la colonne : il vient de sa gauche. */
  readonly reporte: boolean;
}

function blocDe(textes: readonly string[]): Bloc | null {
  return MOTIFS.find(([, motif]) => textes.some((texte) => motif.test(texte)))?.[0] ?? null;
}

/** Une colonne compte si elle porte elle-même une année, un bloc ou les deux. */
function lireColonnes(titres: readonly TitreColonne[]): readonly ColonneLue[] {
  return titres
    .filter(({ propres, titre }) => propres.length > 0 && !AUTRE.test(titre))
    .map((titre): ColonneLue => {
      const propre = blocDe(titre.propres);
      return { titre, bloc: propre ?? blocDe(titre.tous), annee: titre.annee, reporte: propre === null };
    })
    .filter(({ bloc, annee }) => annee !== null || bloc === 'diagnostic');
}

/**
 * La colonne d'un bloc et d'une année. Un bloc sans intitulé reprend par report celui de sa gauche :
 * la seconde fois qu'une année y revient, la colonne n'est pas à ce bloc. Deux colonnes qui se
 * disent l'une et l'autre le même niveau ne se départagent que si une seule n'est pas une version.
 */
function retenir(colonnes: readonly ColonneLue[]): ColonneLue | null {
  const dites = colonnes.filter(({ reporte }) => !reporte);
  if (dites.length === 0) return colonnes[0] ?? null;
  const officielles = dites.filter(({ titre }) => !VERSION.test(titre.titre));
  if (dites.length === 1) return dites[0]!;
  return officielles.length === 1 ? officielles[0]! : null;
}

function parMoment(colonnes: readonly ColonneLue[]): readonly ColonneLue[] {
  const groupes = new Map<string, ColonneLue[]>();
  for (const colonne of colonnes) {
    const cle = `${String(colonne.bloc)} ${String(colonne.annee)}`;
    groupes.set(cle, [...(groupes.get(cle) ?? []), colonne]);
  }
  return [...groupes.values()].map(retenir).filter((colonne) => colonne !== null);
}

const anneesDe = (colonnes: readonly ColonneLue[]) => colonnes.map(({ annee }) => annee).filter((annee) => annee !== null);

/** Le diagnostic dit comme tel, le plus récent ; sinon la dernière colonne d'une année d'avant les cibles. */
function diagnosticDe(colonnes: readonly ColonneLue[], premiere: number): ColonneLue | null {
  const recente = (candidates: readonly ColonneLue[]) => [...candidates].sort((a, b) => (b.annee ?? 0) - (a.annee ?? 0))[0] ?? null;
  const dites = colonnes.filter(({ bloc, reporte }) => bloc === 'diagnostic' && !reporte);
  return recente(dites) ?? recente(colonnes.filter(({ bloc, annee }) => bloc !== 'cible' && annee !== null && annee < premiere));
}

/** Étend une suite d'années à tout l'intervalle qu'elle couvre, horizon du contrat compris. */
function intervalle(annees: readonly number[]): readonly [number, ...number[]] {
  if (annees.length === 0) return PERIODE_2020_2022.annees;
  const debut = Math.min(...annees);
  // Aucun contrat parti de 2020 ne s'arrête avant 2022 : une année de fin absente est une colonne perdue.
  const fin = debut === 2020 ? Math.max(2022, ...annees) : Math.max(...annees);
  return [debut, ...Array.from({ length: fin - debut }, (_, rang) => debut + 1 + rang)];
}

export function lireMoments(titres: readonly TitreColonne[]): { readonly moments: readonly Moment[]; readonly periode: Periode } {
  const colonnes = parMoment(lireColonnes(titres));
  const cibles = colonnes.filter(({ bloc, annee }) => bloc === 'cible' && annee !== null);
  const atteintes = colonnes.filter(({ bloc, annee }) => bloc === 'atteinte' && annee !== null);
  const diagnostic = diagnosticDe(colonnes, Math.min(...anneesDe(cibles.length > 0 ? cibles : atteintes)));
  // Un niveau réalisé d'avant le diagnostic (ou d'avant les cibles) est un historique, pas un suivi.
  const debut = diagnostic?.annee != null ? diagnostic.annee + 1 : Math.min(...anneesDe(cibles.length > 0 ? cibles : atteintes));
  const suivies = [...cibles, ...atteintes].filter((colonne) => colonne !== diagnostic && colonne.annee! >= debut);
  const annees = intervalle(anneesDe(suivies));
  const periode = { diagnostic: diagnostic?.annee ?? annees[0] - 1, annees };
  const moments = suivies.map(({ titre, bloc, annee }): Moment => ({ colonne: titre.colonne, bloc: bloc!, annee: annee! }));
  if (diagnostic) moments.push({ colonne: diagnostic.titre.colonne, bloc: 'diagnostic', annee: periode.diagnostic });
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
