/** Appel d'une fonction : le registre, l'arité, et la façon d'évaluer les arguments. */
import { isErreur } from '../classeur/instantane';
import { etaler, type Environnement } from './environnement';
import type { Evaluer, FonctionScalaire } from './fonctions/fonction';
import { FONCTIONS } from './fonctions/registre';
import type { NoeudAppel } from './noeuds';
import { NonEvaluable, type Resultat } from './resultats';

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
