/** Les points de comparaison d'un classeur : chaque donnée qui porte un sens, sans son adresse. */
import { formatMontant } from '../classeur/nombres';
import { grandeurDe, grandeurLue } from '../controles/fabrique';
import { nombreLu } from '../controles/lecture-cellule';
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

/** Somme des totaux écrits pour l'objectif (un seul, ou un par ligne) ; `null` si aucun n'est un nombre. */
function totalEcrit({ plan, cellule, objectif }: LecturePlan, numero: NumeroObjectif): number | null {
  const { total } = plan.colonnes;
  if (total === null) return null;
  const cellules = new Map((objectif(numero)?.lignes ?? []).map((ligne) => cellule(ligne, total)).map((lue) => [lue.adresse, nombreLu(lue)]));
  const lus = [...cellules.values()].filter((nombre) => nombre !== null);
  return lus.length === 0 ? null : lus.reduce((somme, nombre) => somme + nombre, 0);
}

function pointsPlan(plan: LecturePlan, numero: NumeroObjectif): (readonly [string, Point])[] {
  const commun = { objectif: numero, indicateur: null, formule: null } as const;
  const part = (financeur: 'departement' | 'etat') =>
    plan.montants(numero, financeur).some((lue) => nombreLu(lue) !== null) ? plan.somme(numero, financeur) : null;
  const montant = (cle: string, quoi: string, somme: number | null) =>
    [`${String(numero)}/${cle}`, { ...commun, quoi, nature: 'montant', texte: somme === null ? null : formatMontant(somme), nombre: somme }] as const;
  const texte = (cle: string, quoi: string, contenu: string) =>
    [`${String(numero)}/${cle}`, { ...commun, quoi, nature: 'texte', texte: contenu === '' ? null : contenu, nombre: null }] as const;
  return [
    montant('departement', 'Département', part('departement')),
    montant('etat', 'Etat', part('etat')),
    montant('total', 'total', totalEcrit(plan, numero)),
    texte('modalites', 'modalité de financement', plan.modalites(numero).map((modalite) => modalite.texte).filter(Boolean).join(' / ')),
    texte('actions', 'actions', plan.actions(numero).map((action) => action.texte).join('\n')),
  ];
}

/** Tous les points d'une analyse, par clé de sens. */
export function lirePoints({ rapport, entrees: { presentes } }: Analyse): ReadonlyMap<string, Point> {
  const { tableau, plan } = presentes;
  const retenus = rapport.objectifs.map(({ numero, retenu }) =>
    [`${String(numero)}/retenu`, { objectif: numero, indicateur: null, quoi: 'objectif retenu', nature: 'retenu', texte: retenu ? 'retenu' : 'non retenu', nombre: null, formule: null }] as const,
  );
  return new Map<string, Point>([
    ...retenus,
    ...(tableau ? pointsTableau(tableau) : []),
    ...(plan ? OBJECTIFS.flatMap(({ numero }) => (plan.objectif(numero) ? pointsPlan(plan, numero) : [])) : []),
  ]);
}
