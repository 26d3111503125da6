/**
 * Le département d'un classeur : l'option l'emporte, puis le titre des feuilles reconnues ou la
 * page de garde, puis le nom du fichier. Pas de pari : un texte qui peut dire autre chose est
 * ignoré, et deux sources en désaccord le font dire (docs/decisions.md, « Département »).
 */
import type { Departement } from '../referentiel/departements';
import { lireFeuille } from './departement-feuille';
import { lireNomDeFichier } from './departement-fichier';
import { trouverDepartement } from './departement-texte';
import type { DepartementLu, ProvenanceDepartement } from './dossier';
import type { Feuille, Instantane } from './instantane';

export { trouverDepartement };

/** Une page de garde est parmi les premières feuilles ; un classeur peut en compter cent. */
const PAGES_DE_GARDE_MAX = 8;

export interface SourcesDepartement {
  readonly instantane: Instantane;
  /** Code ou nom donné par l'utilisateur ; ignoré s'il ne désigne rien (à vérifier avant par `trouverDepartement`). */
  readonly option: string | null;
  /** Tableau de bord et plan d'action reconnus, le plus sûr d'abord ; les autres feuilles sont des pages de garde possibles. */
  readonly feuillesReconnues: readonly Feuille[];
}

/** Lit le département du classeur ; `null` si rien ne le dit clairement. */
export function lireDepartement({ instantane, option, feuillesReconnues }: SourcesDepartement): DepartementLu | null {
  const reconnues = new Set(feuillesReconnues.map(({ id }) => id));
  const gardes = instantane.feuilles.filter((feuille) => !reconnues.has(feuille.id) && feuille.visibilite === 'visible').slice(0, PAGES_DE_GARDE_MAX);
  const lus: readonly (readonly [Departement | null, ProvenanceDepartement])[] = [
    [option === null ? null : trouverDepartement(option), 'option'],
    ...feuillesReconnues.map((feuille) => [lireFeuille(feuille, true), 'titre'] as const),
    ...gardes.map((feuille) => [lireFeuille(feuille, false), 'page de garde'] as const),
    [instantane.nom === null ? null : lireNomDeFichier(instantane.nom), 'nom de fichier'],
  ];
  const trouves = lus.flatMap(([departement, provenance]) => (departement ? [{ code: departement.code, nom: departement.nom, provenance }] : []));
  const [premier] = trouves;
  if (!premier) return null;
  const autres = trouves.filter((autre, rang) => autre.code !== premier.code && trouves.findIndex(({ code }) => code === autre.code) === rang);
  return { ...premier, desaccords: autres };
}
