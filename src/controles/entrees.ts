/** Les entrées qu'un contrôle peut exiger, et pourquoi l'une d'elles manque. */
import type { Dossier } from '../classeur/dossier';
import { creerGrille } from '../classeur/grille';
import type { Feuille } from '../classeur/instantane';
import type { ServiceValeurs } from '../formules/valeurs';
import { referenceInsee, type DonneesInsee } from '../referentiel/insee';
import { raisonSansFeuille } from './absence';
import { creerLecturePlan, type LecturePlan } from './lecture-plan';
import { creerLectureTableau, type LectureTableau } from './lecture-tableau';
import { objectifsRetenus, type Retenus } from './retenus';

export interface Entrees {
  readonly dossier: Dossier;
  readonly service: ServiceValeurs;
  readonly tableau: LectureTableau;
  readonly plan: LecturePlan;
  readonly retenus: Retenus;
  readonly insee: DonneesInsee;
  /** Les deux feuilles, ou celles qui sont là : pour les contrôles qui passent sur l'une et l'autre. */
  readonly feuilles: FeuillesLues;
}

export interface FeuillesLues {
  readonly tableau: LectureTableau | null;
  readonly plan: LecturePlan | null;
}

export type Entree = keyof Entrees;

/** Les entrées d'un classeur : présentes, ou absentes avec la raison à montrer. */
export interface EntreesDisponibles {
  readonly presentes: Partial<Entrees>;
  readonly raisons: Readonly<Partial<Record<Entree, string>>>;
}

/** Millésime des références embarquées (`referentiel/insee.ts`). */
const ANNEE_REFERENCE = 2019;
const SANS_DEPARTEMENT = 'le département n’a pas été reconnu : indiquez-le pour comparer aux références de l’INSEE';

/** Référence INSEE du département du classeur, pour l'année de son diagnostic. */
export function lireReference(dossier: Dossier): DonneesInsee | { readonly disponible: false; readonly raison: string } {
  if (!dossier.departement) return { disponible: false, raison: SANS_DEPARTEMENT };
  if (dossier.tableau && dossier.tableau.periode.diagnostic !== ANNEE_REFERENCE) {
    return { disponible: false, raison: `les références de l’INSEE embarquées sont celles de ${String(ANNEE_REFERENCE)} ; le diagnostic porte sur ${String(dossier.tableau.periode.diagnostic)}` };
  }
  return referenceInsee(dossier.departement.code);
}

export function preparerEntrees(dossier: Dossier, service: ServiceValeurs): EntreesDisponibles {
  const lire = (feuille: Feuille, ligne: number, colonne: number) => service.valeur(feuille.id, ligne, colonne).valeur;
  const tableau = dossier.tableau && creerLectureTableau(dossier.tableau, creerGrille(dossier.tableau.feuille, lire), service);
  const plan = dossier.plan && creerLecturePlan(dossier.plan, creerGrille(dossier.plan.feuille, lire), service);
  const reference = lireReference(dossier);
  return {
    presentes: {
      dossier,
      service,
      retenus: objectifsRetenus(tableau, plan),
      feuilles: { tableau, plan },
      ...(tableau && { tableau }),
      ...(plan && { plan }),
      ...(reference.disponible && { insee: reference }),
    },
    raisons: {
      ...(!tableau && { tableau: raisonSansFeuille(dossier, 'tableau') }),
      ...(!plan && { plan: raisonSansFeuille(dossier, 'plan') }),
      ...(!reference.disponible && { insee: reference.raison }),
    },
  };
}
