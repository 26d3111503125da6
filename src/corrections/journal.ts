/**
 * Le journal des écritures : ce qu'on a écrit, pour le défaire sans compter sur Ctrl+Z. Annuler,
 * c'est appliquer le plan inverse : sa valeur attendue est celle qu'on avait écrite, et une cellule
 * retouchée depuis fait tout refuser.
 */
import type { Emplacement } from '../classeur/adresse';
import { cleEmplacement } from './cle';
import { memeContenu, nomNouvelle, type Ecriture, type PlanEcritures } from './plan';

export interface EntreeJournal {
  /** Phrase courte qui dit ce qui a été fait : « 3 corrections automatiques ». */
  readonly titre: string;
  /** Le plan appliqué ; les feuilles qu'il a créées y portent leur identité réelle. */
  readonly plan: PlanEcritures;
}

/** Le plus récent à la fin. */
export type Journal = readonly EntreeJournal[];

export const JOURNAL_VIDE: Journal = [];

export interface Annulation {
  readonly plan: PlanEcritures;
  /** Feuilles que les plans annulés avaient créées : elles restent, vidées si on les retrouve. */
  readonly feuillesLaissees: readonly string[];
}

/**
 * Ajoute un plan appliqué. Un plan sans écriture ni feuille n'est pas noté.
 * @param identites identité des feuilles créées, par nom ; sans elle, leurs cellules ne s'annulent pas.
 */
export function noter(journal: Journal, titre: string, plan: PlanEcritures, identites: ReadonlyMap<string, string> = new Map()): Journal {
  if (plan.ecritures.length === 0 && (plan.nouvellesFeuilles ?? []).length === 0) return journal;
  const ecritures = plan.ecritures.map((ecriture): Ecriture => {
    const nom = nomNouvelle(ecriture.feuille);
    return { ...ecriture, feuille: (nom === null ? undefined : identites.get(nom)) ?? ecriture.feuille };
  });
  return [...journal, { titre, plan: { ...plan, ecritures } }];
}

/** Une cellule écrite plusieurs fois : de son premier contenu au dernier, à l'envers. */
function inverser(ecritures: readonly Ecriture[], raison: string): readonly Ecriture[] {
  const parCellule = new Map<string, { readonly premiere: Ecriture; derniere: Ecriture }>();
  for (const ecriture of ecritures) {
    if (nomNouvelle(ecriture.feuille) !== null) continue;
    const deja = parCellule.get(cleEmplacement(ecriture));
    if (deja) deja.derniere = ecriture;
    else parCellule.set(cleEmplacement(ecriture), { premiere: ecriture, derniere: ecriture });
  }
  return [...parCellule.values()].reverse()
    .map(({ premiere, derniere }): Ecriture => ({ ...premiere, avant: derniere.apres, apres: premiere.avant, raison }))
    .filter(({ avant, apres }) => !memeContenu(avant, apres));
}

function annuler(entrees: Journal): Annulation {
  const ecritures = entrees.flatMap(({ plan }) => plan.ecritures);
  const perimees = new Map<string, Emplacement>();
  for (const { plan } of entrees) for (const cellule of plan.perimees ?? []) perimees.set(cleEmplacement(cellule), cellule);
  for (const ecriture of ecritures) perimees.delete(cleEmplacement(ecriture));
  const titre = entrees.length === 1 ? entrees[0]!.titre : 'toutes les écritures de la session';
  return {
    plan: { ecritures: inverser(ecritures, `Annulation : ${titre}.`), ...(perimees.size > 0 && { perimees: [...perimees.values()] }) },
    feuillesLaissees: entrees.flatMap(({ plan }) => plan.nouvellesFeuilles ?? []),
  };
}

/** Ce qui défait le dernier plan ; `null` si le journal est vide. */
export function annulerDerniere(journal: Journal): Annulation | null {
  const derniere = journal[journal.length - 1];
  return derniere ? annuler([derniere]) : null;
}

/** Ce qui défait tous les plans en une fois ; `null` si le journal est vide. */
export function annulerTout(journal: Journal): Annulation | null {
  return journal.length === 0 ? null : annuler(journal);
}

/** Le journal une fois le dernier plan annulé. */
export function sansDerniere(journal: Journal): Journal {
  return journal.slice(0, -1);
}
