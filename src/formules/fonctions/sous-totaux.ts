/** SOUS.TOTAL et AGREGAT : ne recomptent pas leurs pareils, sautent les lignes masquées si on le demande. */
import { isErreur, type Valeur } from '../../classeur/instantane';
import type { Fonction } from './fonction';
import { visiterPlage } from '../classeur';
import { versNombre } from '../conversions';
import { depenser, seul, type Environnement } from '../environnement';
import { isReference, NonEvaluable, VALEUR, type Resultat } from '../resultats';
import { ARGUMENTS_MAX, libre } from './aides';
import { CALCUL } from './calcul';
import { STATISTIQUES } from './statistiques';

const RESUMES = ['AVERAGE', 'COUNT', 'COUNTA', 'MAX', 'MIN', 'PRODUCT', 'STDEV', 'STDEVP', 'SUM', 'VAR', 'VARP', 'MEDIAN'];

interface Filtre {
  readonly masquees: 'comptees' | 'sautees';
  readonly erreurs: 'propagees' | 'sautees';
  readonly imbriques: 'comptes' | 'sautes';
}

/** Valeurs des plages, filtrées ; `null` : un argument n'est pas une plage. */
function filtrer(operandes: readonly Resultat[], env: Environnement, filtre: Filtre): Valeur[] | null {
  const valeurs: Valeur[] = [];
  for (const operande of operandes) {
    if (!isReference(operande)) return null;
    const { feuille } = operande;
    visiterPlage(operande, env.lecture, (valeur, ligne, colonne) => {
      depenser(env.budget, 1);
      if (valeur === null || (filtre.erreurs === 'sautees' && isErreur(valeur))) return;
      if (filtre.imbriques === 'sautes' && env.porteSousTotal(feuille, ligne, colonne)) return;
      if (feuille.lignesMasquees.has(ligne)) {
        if (filtre.masquees === 'sautees') return;
        // Masquée à la main elle compte, par un filtre non : le fichier ne le dit pas.
        throw new NonEvaluable('un SOUS.TOTAL porte sur des lignes masquées');
      }
      valeurs.push(valeur);
    });
  }
  return valeurs;
}

function resumer(numero: number, operandes: readonly Resultat[], env: Environnement, filtre: Filtre): Resultat {
  const nom = RESUMES[numero - 1];
  const resume = nom && (CALCUL[nom] ?? STATISTIQUES[nom]);
  const valeurs = filtrer(operandes, env, filtre);
  if (!resume || resume.genre !== 'libre' || !valeurs) return VALEUR;
  return resume.calculer([{ type: 'matrice', valeurs: [valeurs.length > 0 ? valeurs : [null]] }], env);
}

const sousTotal: Fonction = libre(2, ARGUMENTS_MAX, ([choix, ...operandes], env) => {
  const numero = versNombre(seul(choix!, env));
  if (typeof numero !== 'number') return numero;
  const entier = Math.trunc(numero);
  const saute = entier > 100;
  if ((saute ? entier - 100 : entier) > 11) return VALEUR;
  return resumer(saute ? entier - 100 : entier, operandes, env, { masquees: saute ? 'sautees' : 'comptees', erreurs: 'propagees', imbriques: 'sautes' });
});

const agregat: Fonction = libre(3, ARGUMENTS_MAX, ([choix, option, ...operandes], env) => {
  const [numero, mode] = [versNombre(seul(choix!, env)), versNombre(seul(option!, env))];
  if (typeof numero !== 'number') return numero;
  if (typeof mode !== 'number') return mode;
  const bits = Math.trunc(mode);
  if (bits < 0 || bits > 7) return VALEUR;
  if (numero > RESUMES.length) throw new NonEvaluable('cette forme d’AGREGAT n’est pas calculée');
  return resumer(Math.trunc(numero), operandes, env, {
    masquees: [1, 3, 5, 7].includes(bits) ? 'sautees' : 'comptees',
    erreurs: [2, 3, 6, 7].includes(bits) ? 'sautees' : 'propagees',
    imbriques: bits < 4 ? 'sautes' : 'comptes',
  });
});

export const SOUS_TOTAUX: Readonly<Record<string, Fonction>> = { SUBTOTAL: sousTotal, AGGREGATE: agregat };
