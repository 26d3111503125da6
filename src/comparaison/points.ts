/** Les points de comparaison d'un classeur : chaque donnée qui porte un sens, sans son adresse. */
import { formatMontant, formatNombre, formatTaux } from '../classeur/nombres';
import { grandeurDe, grandeurLue } from '../controles/fabrique';
import { isInconnue, nombreLu, type CelluleLue } from '../controles/lecture-cellule';
import type { LecturePlan } from '../controles/lecture-plan';
import type { Case, LectureTableau } from '../controles/lecture-tableau';
import type { Analyse } from '../moteur/analyser';
import { INDICATEURS, type CodeIndicateur } from '../referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../referentiel/objectifs';
import { nommerFormule } from './formules';

export interface Point {
  readonly objectif: NumeroObjectif | null;
  readonly indicateur: CodeIndicateur | null;
  readonly quoi: string;
  readonly nature: 'valeur' | 'montant' | 'texte' | 'retenu';
  /** Texte montrable ; `null` : vide. */
  readonly texte: string | null;
  readonly nombre: number | null;
  /** Le nombre avec plus de décimales, quand deux nombres différents s'écrivent pareil. */
  readonly preciser: ((decimales: number) => string) | null;
  /** Textes dont l'ordre ne compte pas (actions, partenaires) : l'un retiré, l'autre ajouté. */
  readonly elements: readonly string[] | null;
  /** Formule, indicateurs à la place des adresses ; `null` pour une constante. */
  readonly formule: string | null;
}

const BLOCS = { diagnostic: 'diagnostic', cible: 'cible', atteinte: 'niveau d’atteinte' } as const;

function pointCase(tableau: LectureTableau, lue: Case): Point {
  const valeur = tableau.valeur(lue.indicateur.code, lue.moment);
  return {
    objectif: lue.indicateur.objectif,
    indicateur: lue.indicateur.code,
    quoi: `${BLOCS[lue.moment.bloc]} ${String(lue.moment.annee)}`,
    nature: 'valeur',
    texte: valeur === null ? (lue.formule === null ? (grandeurLue(lue)?.texte ?? null) : null) : grandeurDe(lue.indicateur, valeur).texte,
    nombre: valeur,
    preciser: valeur === null ? null : (decimales) => (lue.indicateur.type === 'taux' ? formatTaux(valeur, decimales) : formatNombre(valeur, decimales)),
    elements: null,
    formule: lue.formule === null ? null : nommerFormule(tableau, lue),
  };
}

function pointsTableau(tableau: LectureTableau): (readonly [string, Point])[] {
  return INDICATEURS.flatMap(({ code }) =>
    tableau.tableau.moments.flatMap((moment) => {
      const lue = tableau.lire(code, moment);
      return lue ? [[`${code}@${moment.bloc}${String(moment.annee)}`, pointCase(tableau, lue)] as const] : [];
    }),
  );
}

/** Cellules d'une colonne sur les lignes d'un objectif, une seule par fusion. */
function cellulesDe({ cellule, objectif }: LecturePlan, numero: NumeroObjectif, colonne: number | null): readonly CelluleLue[] {
  if (colonne === null) return [];
  return [...new Map((objectif(numero)?.lignes ?? []).map((ligne) => cellule(ligne, colonne)).map((lue) => [lue.adresse, lue])).values()];
}

/** Somme de cellules ; ce qui n'est pas un nombre (« à définir ») se montre tel qu'écrit. */
function pointMontant(cellules: readonly CelluleLue[], quoi: string, numero: NumeroObjectif): Point {
  const ecrites = cellules.filter((lue) => lue.lecture.nature !== 'vide' || isInconnue(lue));
  const nombres = ecrites.map(nombreLu).filter((nombre) => nombre !== null);
  const somme = nombres.length > 0 && nombres.length === ecrites.length ? nombres.reduce((total, nombre) => total + nombre, 0) : null;
  const textes = ecrites.map((lue) => (isInconnue(lue) ? 'non calculable' : (grandeurLue(lue)?.texte ?? ''))).filter((texte) => texte !== '').join(' + ');
  return {
    objectif: numero, indicateur: null, quoi, nature: 'montant', elements: null,
    texte: somme !== null ? formatMontant(somme) : textes === '' ? null : textes,
    nombre: somme,
    preciser: somme === null ? null : (decimales) => `${formatNombre(somme, decimales)} €`,
    // Les adresses changent d'une version à l'autre : on dit seulement si le montant se calcule.
    formule: ecrites.length > 0 && ecrites.every(({ formule }) => formule !== null) ? 'calcul' : null,
  };
}

function pointListe(elements: readonly string[], quoi: string, numero: NumeroObjectif): Point {
  const tries = elements.map((element) => element.trim()).filter((element) => element !== '').sort((a, b) => a.localeCompare(b, 'fr'));
  return { objectif: numero, indicateur: null, quoi, nature: 'texte', nombre: null, preciser: null, formule: null, elements: tries, texte: tries.length === 0 ? null : tries.join('\n') };
}

/** Actions de l'objectif ; quand chaque année a sa colonne, l'année en fait partie. */
function actionsDe({ plan, actions }: LecturePlan, numero: NumeroObjectif): readonly string[] {
  const annees = new Map(plan.forme === 'annees' ? [...plan.colonnes.annees].map(([annee, colonne]) => [colonne, annee]) : []);
  return actions(numero).map(({ cellule, texte }) => {
    const annee = annees.get(cellule.emplacement.colonne);
    return annee === undefined ? texte : `${String(annee)} : ${texte}`;
  });
}

function pointsPlan(lecture: LecturePlan, numero: NumeroObjectif): (readonly [string, Point])[] {
  const { colonnes } = lecture.plan;
  const cle = (nom: string) => `${String(numero)}/${nom}`;
  const textes = (colonne: number | null) => cellulesDe(lecture, numero, colonne).map((lue) => grandeurLue(lue)?.texte ?? '');
  return [
    [cle('departement'), pointMontant(lecture.montants(numero, 'departement'), 'Département', numero)],
    [cle('etat'), pointMontant(lecture.montants(numero, 'etat'), 'Etat', numero)],
    [cle('total'), pointMontant(cellulesDe(lecture, numero, colonnes.total), 'total', numero)],
    ...colonnes.partenairesFinanciers.map(({ colonne, libelle }) => [cle(`financeur ${libelle}`), pointMontant(cellulesDe(lecture, numero, colonne), libelle, numero)] as const),
    [cle('modalites'), pointListe(lecture.modalites(numero).map(({ texte }) => texte), 'modalités de financement', numero)],
    [cle('actions'), pointListe(actionsDe(lecture, numero), 'actions', numero)],
    [cle('partenaires'), pointListe(textes(colonnes.partenaires), 'partenaires', numero)],
  ];
}

/** Tous les points d'une analyse, par clé de sens. */
export function lirePoints({ rapport, entrees: { presentes } }: Analyse): ReadonlyMap<string, Point> {
  const { tableau, plan } = presentes;
  const retenus = rapport.objectifs.map(({ numero, retenu }) =>
    [`${String(numero)}/retenu`, { objectif: numero, indicateur: null, quoi: 'objectif retenu', nature: 'retenu', texte: retenu ? 'retenu' : 'non retenu', nombre: null, preciser: null, elements: null, formule: null }] as const,
  );
  return new Map<string, Point>([
    ...retenus,
    ...(tableau ? pointsTableau(tableau) : []),
    ...(plan ? OBJECTIFS.flatMap(({ numero }) => (plan.objectif(numero) ? pointsPlan(plan, numero) : [])) : []),
  ]);
}
