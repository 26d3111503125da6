/** Sommes, produits, divisions entières et fonctions d'un nombre. */
import { isErreur, type Valeur } from '../../classeur/instantane';
import type { Fonction } from './fonction';
import { versNombre } from '../conversions';
import { grille } from '../environnement';
import { puissance } from '../operateurs';
import { DIV0, fini, NOMBRE, VALEUR, type Resultat } from '../resultats';
import type { Environnement } from '../environnement';
import { ARGUMENTS_MAX, liste, matricielle, numerique, scalaire, sommer } from './aides';

const quotient: Fonction = scalaire(2, 2, ([dividende, diviseur], env) => {
  const a = versNombre(dividende!);
  const b = versNombre(diviseur!);
  if (typeof a !== 'number') return a;
  if (typeof b !== 'number') return b;
  if (b === 0) return DIV0;
  return env.arrondis === 'ignores' ? a / b : Math.trunc(a / b);
});

/** SOMMEPROD : mêmes dimensions exigées ; ce qui n'est pas un nombre compte pour zéro. */
function sommeProduits(operandes: readonly Resultat[], env: Environnement): Valeur {
  const grilles = operandes.map((operande) => grille(operande, env));
  const lignes = grilles[0]!.length;
  const colonnes = grilles[0]![0]!.length;
  if (grilles.some((valeurs) => valeurs.length !== lignes || valeurs[0]!.length !== colonnes)) return VALEUR;
  const produits: number[] = [];
  for (let ligne = 0; ligne < lignes; ligne += 1) {
    for (let colonne = 0; colonne < colonnes; colonne += 1) {
      let produit = 1;
      for (const valeurs of grilles) {
        const valeur = valeurs[ligne]![colonne]!;
        if (isErreur(valeur)) return valeur;
        produit *= typeof valeur === 'number' ? valeur : 0;
      }
      produits.push(produit);
    }
  }
  return fini(sommer(produits));
}

export const CALCUL: Readonly<Record<string, Fonction>> = {
  SUM: liste((nombres) => fini(sommer(nombres))),
  PRODUCT: liste((nombres) => (nombres.length === 0 ? 0 : fini(nombres.reduce((produit, nombre) => produit * nombre, 1)))),
  SUMSQ: liste((nombres) => fini(sommer(nombres.map((nombre) => nombre * nombre)))),
  SUMPRODUCT: matricielle(1, ARGUMENTS_MAX, sommeProduits),
  QUOTIENT: quotient,
  MOD: numerique(2, 2, (nombre, diviseur) => (diviseur === 0 ? DIV0 : fini(nombre - diviseur * Math.floor(nombre / diviseur)))),
  ABS: numerique(1, 1, Math.abs),
  SIGN: numerique(1, 1, Math.sign),
  SQRT: numerique(1, 1, (nombre) => (nombre < 0 ? NOMBRE : Math.sqrt(nombre))),
  POWER: numerique(2, 2, puissance),
  EXP: numerique(1, 1, (nombre) => fini(Math.exp(nombre))),
  LN: numerique(1, 1, (nombre) => (nombre <= 0 ? NOMBRE : Math.log(nombre))),
  LOG10: numerique(1, 1, (nombre) => (nombre <= 0 ? NOMBRE : Math.log10(nombre))),
  LOG: numerique(1, 2, (nombre, base = 10) => (nombre <= 0 || base <= 0 ? NOMBRE : base === 1 ? DIV0 : Math.log(nombre) / Math.log(base))),
  PI: scalaire(0, 0, () => Math.PI),
};
