/** SI, SIERREUR, ET, OU… : n'évaluent que ce qu'il faut. */
import { isErreur, type Valeur } from '../../classeur/instantane';
import type { Evaluer, Fonction, FonctionParesseuse } from './fonction';
import { comparer, versBooleen, versNombre } from '../conversions';
import { etaler, isSeul, seul, unique, type Environnement } from '../environnement';
import type { Noeud } from '../noeuds';
import { isMatrice, ND, VALEUR, type Resultat } from '../resultats';
import { ARGUMENTS_MAX, libre, scalaire, visiter } from './aides';

function paresseuse(min: number, max: number, calculer: FonctionParesseuse['calculer']): FonctionParesseuse {
  return { genre: 'paresseuse', min, max, calculer };
}

/** Valeur d'un argument, 0 s'il est omis. */
function valeurDe(noeud: Noeud | null | undefined, env: Environnement, evaluer: Evaluer): Resultat {
  return noeud ? evaluer(noeud, env) : 0;
}

const si = paresseuse(2, 3, (noeuds, env, evaluer) => {
  const [test, alors, sinon] = noeuds;
  const condition = valeurDe(test, env, evaluer);
  const branche = (noeud: Noeud | null | undefined): Resultat => (noeud === undefined ? false : valeurDe(noeud, env, evaluer));
  if (isEtalable(condition, env)) {
    return etaler([condition, branche(alors), branche(sinon)], env, ([valeur, oui, non]) => {
      const vrai = versBooleen(valeur!);
      return typeof vrai === 'boolean' ? (vrai ? oui! : non!) : vrai;
    });
  }
  const vrai = versBooleen(unique(condition, env));
  return typeof vrai === 'boolean' ? branche(vrai ? alors : sinon) : vrai;
});

function isEtalable(resultat: Resultat, env: Environnement): boolean {
  return !isSeul(resultat) && (env.matriciel || isMatrice(resultat));
}

/** SIERREUR et SI.NON.DISP : `arrete` dit quelles erreurs sont remplacées. */
function siErreur(arrete: (valeur: Valeur) => boolean): FonctionParesseuse {
  return paresseuse(2, 2, ([noeud, repli], env, evaluer) => {
    const resultat = valeurDe(noeud, env, evaluer);
    if (isEtalable(resultat, env)) {
      return etaler([resultat, valeurDe(repli, env, evaluer)], env, ([valeur, secours]) => (arrete(valeur!) ? secours! : valeur!));
    }
    const valeur = unique(resultat, env);
    return arrete(valeur) ? valeurDe(repli, env, evaluer) : (valeur ?? 0);
  });
}

const siConditions = paresseuse(2, ARGUMENTS_MAX, (noeuds, env, evaluer) => {
  for (let rang = 0; rang + 1 < noeuds.length; rang += 2) {
    const vrai = versBooleen(seul(valeurDe(noeuds[rang], env, evaluer), env));
    if (typeof vrai !== 'boolean') return vrai;
    if (vrai) return valeurDe(noeuds[rang + 1], env, evaluer);
  }
  return ND;
});

const siMultiple = paresseuse(3, ARGUMENTS_MAX, (noeuds, env, evaluer) => {
  const cherche = seul(valeurDe(noeuds[0], env, evaluer), env);
  if (isErreur(cherche)) return cherche;
  for (let rang = 1; rang + 1 < noeuds.length; rang += 2) {
    const candidat = seul(valeurDe(noeuds[rang], env, evaluer), env);
    if (isErreur(candidat)) return candidat;
    if (comparer(cherche, candidat) === 0) return valeurDe(noeuds[rang + 1], env, evaluer);
  }
  return noeuds.length % 2 === 0 ? valeurDe(noeuds.at(-1), env, evaluer) : ND;
});

const choisir = paresseuse(2, ARGUMENTS_MAX, (noeuds, env, evaluer) => {
  const rang = versNombre(seul(valeurDe(noeuds[0], env, evaluer), env));
  if (typeof rang !== 'number') return rang;
  const choix = Math.trunc(rang);
  return choix < 1 || choix >= noeuds.length ? VALEUR : valeurDe(noeuds[choix], env, evaluer);
});

/** ET, OU, OUX : les textes d'une plage sont ignorés ; sans aucune valeur logique, `#VALUE!`. */
function combiner(resumer: (vrais: number, total: number) => boolean): Fonction {
  return libre(1, ARGUMENTS_MAX, (operandes, env) => {
    let vrais = 0;
    let total = 0;
    let erreur: Valeur = null;
    visiter(operandes, env, (valeur, provenance) => {
      if (provenance === 'plage' && (valeur === null || typeof valeur === 'string')) return;
      const vrai = versBooleen(valeur);
      if (typeof vrai !== 'boolean') { erreur ??= vrai; return; }
      total += 1;
      if (vrai) vrais += 1;
    });
    return erreur ?? (total === 0 ? VALEUR : resumer(vrais, total));
  });
}

export const LOGIQUE: Readonly<Record<string, Fonction>> = {
  IF: si,
  IFERROR: siErreur(isErreur),
  IFNA: siErreur((valeur) => isErreur(valeur) && valeur.erreur === '#N/A'),
  IFS: siConditions,
  SWITCH: siMultiple,
  CHOOSE: choisir,
  AND: combiner((vrais, total) => vrais === total),
  OR: combiner((vrais) => vrais > 0),
  XOR: combiner((vrais) => vrais % 2 === 1),
  NOT: scalaire(1, 1, ([valeur]) => {
    const vrai = versBooleen(valeur!);
    return typeof vrai === 'boolean' ? !vrai : vrai;
  }),
  TRUE: scalaire(0, 0, () => true),
  FALSE: scalaire(0, 0, () => false),
};
