/**
 * Corriger, recontrôler, recommencer : une correction peut en rendre une autre possible (un texte
 * devenu nombre permet à un taux de se calculer). Trois passes au plus, jamais deux fois la même
 * correction sur la même cellule.
 */
import type { Emplacement } from '../classeur/adresse';
import { cleEmplacement } from './cle';
import type { PlanEcritures } from './plan';
import { preparer, type Choix, type Corrigeable, type Preparation, type Retenue } from './preparer';

export const PASSES_MAX = 3;

export interface Raison {
  readonly emplacement: Emplacement;
  readonly message: string;
}

export type Ecrit<Etat> =
  | { readonly etat: 'applique'; readonly suivant: Etat }
  /** Rien n'est écrit de cette passe. */
  | { readonly etat: 'refuse'; readonly raisons: readonly Raison[] };

/** Ce que l'on corrige : un classeur en mémoire, un fichier, un hôte. */
export interface Atelier<Etat, Rapport> {
  readonly controler: (etat: Etat) => Rapport | Promise<Rapport>;
  readonly ecrire: (etat: Etat, plan: PlanEcritures) => Ecrit<Etat> | Promise<Ecrit<Etat>>;
}

export interface Passes<Etat, Rapport, Code extends string> {
  readonly etat: Etat;
  /** Rapport de l'état rendu. */
  readonly rapport: Rapport;
  /** Une préparation par passe appliquée. */
  readonly passes: readonly Preparation<Code>[];
  /** Raisons de la passe refusée, s'il y en a une : on s'arrête à elle. */
  readonly refus: readonly Raison[];
}

const cleRetenue = ({ code, correction }: Retenue) => `${code} ${cleEmplacement(correction.emplacement)}`;

/**
 * Corrige tant qu'il reste des corrections voulues. Une correction choisie à la main (`choisies`)
 * ne vaut que pour la première passe : elle a été choisie sur le rapport qu'on voyait.
 */
export async function corrigerEnPasses<Etat, Code extends string, Rapport extends { readonly constats: readonly Corrigeable<Code>[] }>(
  depart: Etat,
  { controler, ecrire }: Atelier<Etat, Rapport>,
  choix: Choix<Code>,
): Promise<Passes<Etat, Rapport, Code>> {
  let etat = depart;
  let rapport = await controler(etat);
  const passes: Preparation<Code>[] = [];
  const faites = new Set<string>();
  while (passes.length < PASSES_MAX) {
    const neuves = rapport.constats.filter(({ code, correction }) => !correction || !faites.has(cleRetenue({ code, correction })));
    const preparation = preparer({ constats: neuves }, passes.length === 0 ? choix : { ...choix, choisies: [] });
    if (preparation.retenues.length === 0) break;
    const ecrit = await ecrire(etat, preparation.plan);
    if (ecrit.etat === 'refuse') return { etat, rapport, passes, refus: ecrit.raisons };
    for (const retenue of preparation.retenues) faites.add(cleRetenue(retenue));
    passes.push(preparation);
    etat = ecrit.suivant;
    rapport = await controler(etat);
  }
  return { etat, rapport, passes, refus: [] };
}
