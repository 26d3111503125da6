/** Désigner une cellule par ce qu'elle porte (indicateur × moment, objectif × colonne), jamais par une adresse. */
import type { Emplacement } from '../../src/classeur/adresse';
import { formatA1 } from '../../src/classeur/adresse';
import type { Dossier, PlanAction, TableauDeBord } from '../../src/classeur/dossier';
import type { CodeIndicateur } from '../../src/referentiel/indicateurs';
import type { NumeroObjectif } from '../../src/referentiel/objectifs';

/** « diagnostic », « cible 2022 », « atteinte 2020 ». */
export type NomMoment = 'diagnostic' | `cible ${number}` | `atteinte ${number}`;
/** Colonne du plan : un rôle, une année du calendrier, ou la énième colonne d'actions. */
export type NomColonne = 'objectif' | 'departement' | 'etat' | 'total' | 'modalites' | 'partenaires' | 'actions' | `actions ${number}` | `annee ${number}`;

export type Lieu =
  | { readonly indicateur: CodeIndicateur; readonly moment: NomMoment }
  | { readonly objectif: NumeroObjectif; readonly colonne: NomColonne; readonly rang: number }
  | { readonly total: NomColonne }
  | { readonly libelleIndicateur: CodeIndicateur }
  | { readonly libelleObjectif: NumeroObjectif; readonly dans: 'tableau' | 'plan' }
  | { readonly feuille: 'tableau' | 'plan' };

/** Valeur d'un indicateur à un moment. */
export const valeur = (indicateur: CodeIndicateur, moment: NomMoment): Lieu => ({ indicateur, moment });
/** Cellule du plan, sur la énième ligne de l'objectif (0 : la première). */
export const auPlan = (objectif: NumeroObjectif, colonne: NomColonne, rang = 0): Lieu => ({ objectif, colonne, rang });
export const ligneTotal = (total: NomColonne): Lieu => ({ total });
export const libelleDe = (libelleIndicateur: CodeIndicateur): Lieu => ({ libelleIndicateur });
export const libelleObjectif = (numero: NumeroObjectif, dans: 'tableau' | 'plan'): Lieu => ({ libelleObjectif: numero, dans });
/** La feuille entière, sans cellule. */
export const feuilleDe = (feuille: 'tableau' | 'plan'): Lieu => ({ feuille });

function exiger<T>(valeur: T | null | undefined, quoi: string): T {
  if (valeur === null || valeur === undefined) throw new Error(`Introuvable dans le classeur d’essai : ${quoi}`);
  return valeur;
}

export function tableauDe({ tableau }: Pick<Dossier, 'tableau'>): TableauDeBord {
  return exiger(tableau, 'le tableau de bord');
}

export function planDe({ plan }: Pick<Dossier, 'plan'>): PlanAction {
  return exiger(plan, 'le plan d’action');
}

export function colonneMoment(tableau: TableauDeBord, nom: NomMoment): number {
  const [bloc, annee] = nom.split(' ');
  const moment = tableau.moments.find((candidat) => candidat.bloc === bloc && (annee === undefined || candidat.annee === Number(annee)));
  return exiger(moment, `la colonne « ${nom} »`).colonne;
}

export function colonnePlan({ colonnes }: PlanAction, nom: NomColonne): number {
  const [role, precision] = nom.split(' ') as [string, string | undefined];
  if (role === 'annee') return exiger(colonnes.annees.get(Number(precision)), `l’année ${String(precision)} du plan`);
  if (role === 'actions') return exiger(colonnes.actions[Number(precision ?? 1) - 1], `la colonne d’actions ${precision ?? '1'}`);
  return exiger(colonnes[role as 'departement'], `la colonne « ${role} »`);
}

/** Emplacement d'un lieu dans le classeur d'origine ; `null` pour une feuille entière. */
export function situer(dossier: Dossier, lieu: Lieu): Emplacement | null {
  if ('feuille' in lieu) return null;
  if ('indicateur' in lieu || 'libelleIndicateur' in lieu) {
    const tableau = tableauDe(dossier);
    const code = 'indicateur' in lieu ? lieu.indicateur : lieu.libelleIndicateur;
    const { ligne } = exiger(tableau.indicateurs.get(code), `la ligne ${code}`);
    return { feuille: tableau.feuille.id, ligne, colonne: 'indicateur' in lieu ? colonneMoment(tableau, lieu.moment) : tableau.colonnes.indicateur };
  }
  if ('libelleObjectif' in lieu) {
    const lue = lieu.dans === 'tableau' ? tableauDe(dossier) : planDe(dossier);
    const { ligne, colonne } = exiger(lue.objectifs.get(lieu.libelleObjectif), `l’objectif ${String(lieu.libelleObjectif)}`).libelle;
    return { feuille: lue.feuille.id, ligne, colonne };
  }
  const plan = planDe(dossier);
  if ('total' in lieu) return { feuille: plan.feuille.id, ligne: exiger(plan.ligneTotal, 'la ligne TOTAL'), colonne: colonnePlan(plan, lieu.total) };
  const ligne = exiger(plan.objectifs.get(lieu.objectif)?.lignes[lieu.rang], `la ligne ${String(lieu.rang)} de l’objectif ${String(lieu.objectif)}`);
  return { feuille: plan.feuille.id, ligne, colonne: colonnePlan(plan, lieu.colonne) };
}

/** « Tableau de bord!D7 », ou le nom de la feuille : lisible quand un test échoue. */
export function nommerLieu(dossier: Dossier, feuille: string | null, emplacement: Emplacement | null): string {
  const nom = dossier.instantane.feuilles.find(({ id }) => id === (emplacement?.feuille ?? feuille))?.nom ?? 'classeur';
  return emplacement ? `${nom}!${formatA1(emplacement.ligne, emplacement.colonne)}` : nom;
}

export function nommer(dossier: Dossier, lieu: Lieu): string {
  const feuille = 'feuille' in lieu ? (lieu.feuille === 'tableau' ? tableauDe(dossier) : planDe(dossier)).feuille.id : null;
  return nommerLieu(dossier, feuille, situer(dossier, lieu));
}
