/** Outils communs aux fonctions : définitions brèves, collecte des nombres d'une plage. */
import { isErreur, type Erreur, type Valeur } from '../../classeur/instantane';
import type { FonctionLibre, FonctionRefusee, FonctionScalaire } from './fonction';
import { visiterPlage } from '../classeur';
import { versNombre, versTexte } from '../conversions';
import { depenser, type Environnement } from '../environnement';
import { isMatrice, isReference, type Resultat } from '../resultats';

/** Nombre d'arguments au plus, dans Excel. */
export const ARGUMENTS_MAX = 255;

export function scalaire(min: number, max: number, calculer: FonctionScalaire['calculer']): FonctionScalaire {
  return { genre: 'scalaire', min, max, calculer };
}

/** Fonction de nombres seulement : convertit les arguments, propage leur erreur. */
export function numerique(min: number, max: number, calculer: (...nombres: number[]) => Valeur): FonctionScalaire {
  return scalaire(min, max, (valeurs) => {
    const nombres: number[] = [];
    for (const valeur of valeurs) {
      const nombre = versNombre(valeur);
      if (typeof nombre !== 'number') return nombre;
      nombres.push(nombre);
    }
    return calculer(...nombres);
  });
}

/** Fonction de textes seulement. */
export function textuelle(min: number, max: number, calculer: (...textes: string[]) => Valeur): FonctionScalaire {
  return scalaire(min, max, (valeurs) => {
    const textes: string[] = [];
    for (const valeur of valeurs) {
      const texte = versTexte(valeur);
      if (typeof texte !== 'string') return texte;
      textes.push(texte);
    }
    return calculer(...textes);
  });
}

export function libre(min: number, max: number, calculer: FonctionLibre['calculer']): FonctionLibre {
  return { genre: 'libre', min, max, calculer };
}

export function matricielle(min: number, max: number, calculer: FonctionLibre['calculer']): FonctionLibre {
  return { genre: 'libre', min, max, matriciel: true, calculer };
}

export function refusee(raison: string): FonctionRefusee {
  return { genre: 'refusee', raison };
}

/** D'où vient une valeur : les textes et les booléens d'une plage ne comptent pas comme les autres. */
export type Provenance = 'argument' | 'plage';

/** Visite toutes les valeurs des arguments, plages dépliées. */
export function visiter(operandes: readonly Resultat[], env: Environnement, recevoir: (valeur: Valeur, provenance: Provenance) => void): void {
  for (const operande of operandes) {
    if (isReference(operande)) {
      visiterPlage(operande, env.lecture, (valeur) => {
        depenser(env.budget, 1);
        recevoir(valeur, 'plage');
      });
    } else if (isMatrice(operande)) {
      for (const ligne of operande.valeurs) for (const valeur of ligne) recevoir(valeur, 'plage');
    } else recevoir(operande, 'argument');
  }
}

/**
 * Nombres des arguments, comme SOMME : un texte ou un booléen écrit en argument se convertit, dans
 * une plage il est ignoré. La première erreur l'emporte.
 */
export function collecter(operandes: readonly Resultat[], env: Environnement): number[] | Erreur {
  const nombres: number[] = [];
  let erreur: Erreur | null = null;
  visiter(operandes, env, (valeur, provenance) => {
    const nombre = provenance === 'argument' ? versNombre(valeur) : valeur;
    if (typeof nombre === 'number') nombres.push(nombre);
    else if (isErreur(nombre)) erreur ??= nombre;
  });
  return erreur ?? nombres;
}

export function isNombres(collecte: number[] | Erreur): collecte is number[] {
  return Array.isArray(collecte);
}

/** Fonction d'une liste de nombres. */
export function liste(calculer: (nombres: readonly number[]) => Valeur, min = 1): FonctionLibre {
  return libre(min, ARGUMENTS_MAX, (operandes, env) => {
    const nombres = collecter(operandes, env);
    return isNombres(nombres) ? calculer(nombres) : nombres;
  });
}

/** Somme dont l'erreur d'arrondi ne dépend pas de l'ordre (Kahan), comme celle d'Excel à quinze chiffres. */
export function sommer(nombres: readonly number[]): number {
  let somme = 0;
  let compensation = 0;
  for (const nombre of nombres) {
    const corrige = nombre - compensation;
    const suivante = somme + corrige;
    compensation = suivante - somme - corrige;
    somme = suivante;
  }
  return somme;
}
