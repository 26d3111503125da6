/** Appel d'une fonction : le registre, l'arité, et la façon d'évaluer les arguments. */
import { isErreur, type Valeur } from '../classeur/instantane';
import { etaler, type Environnement } from './environnement';
import type { Noeud, NoeudAppel } from './noeuds';
import { NonEvaluable, type Resultat } from './resultats';
import { FONCTIONS } from './fonctions/registre';

export type Evaluer = (noeud: Noeud, env: Environnement) => Resultat;

interface Arite {
  readonly min: number;
  readonly max: number;
}

/** Ne voit que des valeurs seules ; se répète terme à terme sur une plage, en mode matriciel. */
export interface FonctionScalaire extends Arite {
  readonly genre: 'scalaire';
  /** Vrai : reçoit les erreurs au lieu de les propager. */
  readonly voitErreurs?: boolean;
  readonly calculer: (valeurs: readonly Valeur[], env: Environnement) => Valeur;
}

/** Reçoit plages et matrices telles quelles. */
export interface FonctionLibre extends Arite {
  readonly genre: 'libre';
  /** Vrai : ses arguments se calculent terme à terme même hors formule matricielle (SOMMEPROD). */
  readonly matriciel?: boolean;
  readonly calculer: (operandes: readonly Resultat[], env: Environnement) => Resultat;
}

/** N'évalue que les arguments dont elle a besoin (SI, SIERREUR). */
export interface FonctionParesseuse extends Arite {
  readonly genre: 'paresseuse';
  readonly calculer: (noeuds: readonly (Noeud | null)[], env: Environnement, evaluer: Evaluer) => Resultat;
}

/** Connue, mais volontairement pas calculée. */
export interface FonctionRefusee {
  readonly genre: 'refusee';
  readonly raison: string;
}

export type Fonction = FonctionScalaire | FonctionLibre | FonctionParesseuse | FonctionRefusee;

export function appeler(noeud: NoeudAppel, env: Environnement, evaluer: Evaluer): Resultat {
  const fonction = FONCTIONS.get(noeud.fonction);
  if (!fonction) throw new NonEvaluable(`la fonction ${noeud.fonction} n’est pas reconnue`, 'fonction');
  if (fonction.genre === 'refusee') throw new NonEvaluable(fonction.raison, 'volatile');
  const nombre = noeud.arguments.length;
  if (nombre < fonction.min || nombre > fonction.max) {
    throw new NonEvaluable(`la fonction ${noeud.fonction} n’a pas le nombre d’arguments voulu`, 'syntaxe');
  }
  if (fonction.genre === 'paresseuse') return fonction.calculer(noeud.arguments, env, evaluer);
  const dedans = fonction.genre === 'libre' && fonction.matriciel && !env.matriciel ? { ...env, matriciel: true } : env;
  const operandes = noeud.arguments.map((argument) => (argument ? evaluer(argument, dedans) : null));
  return fonction.genre === 'libre' ? fonction.calculer(operandes, dedans) : appliquer(fonction, operandes, env);
}

function appliquer(fonction: FonctionScalaire, operandes: readonly Resultat[], env: Environnement): Resultat {
  return etaler(operandes, env, (valeurs) => {
    const erreur = fonction.voitErreurs ? undefined : valeurs.find(isErreur);
    return erreur ?? fonction.calculer(valeurs, env);
  });
}
