/** Critères de SOMME.SI et de ses pareilles : « >10 », « <> », « a* »… */
import { isErreur, type Valeur } from '../../classeur/instantane';
import { comparer, nombreDuTexte } from '../conversions';
import { NonEvaluable } from '../resultats';
import { suivreMotif } from './joker';

/** Dit si une valeur de cellule satisfait le critère. */
export type Critere = (valeur: Valeur) => boolean;

const OPERATEUR = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/;

export function lireCritere(brut: Valeur): Critere {
  if (isErreur(brut)) return (valeur) => isErreur(valeur) && valeur.erreur === brut.erreur;
  if (brut === null) return egalA(0);
  if (typeof brut !== 'string') return egalA(brut);
  const [, operateur = '', reste = ''] = OPERATEUR.exec(brut)!;
  if (reste === '') return critereVide(operateur);
  const cible = cibleDe(reste);
  switch (operateur) {
    case '':
    case '=': return egalA(cible);
    case '<>': { const egal = egalA(cible); return (valeur) => !egal(valeur); }
    default: return ordonne(operateur, cible);
  }
}

/** « » : vide ou texte vide ; « = » : vide ; « <> » : tout sauf vide. */
function critereVide(operateur: string): Critere {
  if (operateur === '') return (valeur) => valeur === null || valeur === '';
  if (operateur === '=') return (valeur) => valeur === null;
  return operateur === '<>' ? (valeur) => valeur !== null : () => false;
}

function cibleDe(texte: string): number | string | boolean {
  const mot = texte.trim().toUpperCase();
  if (mot === 'VRAI' || mot === 'TRUE') return true;
  if (mot === 'FAUX' || mot === 'FALSE') return false;
  const nombre = nombreOuNull(texte);
  return nombre ?? texte;
}

/** Nombre écrit dans un texte, ou `null` : un texte ambigu reste un texte. */
function nombreOuNull(texte: string): number | null {
  try {
    const nombre = nombreDuTexte(texte);
    return typeof nombre === 'number' ? nombre : null;
  } catch (erreur) {
    if (erreur instanceof NonEvaluable && /^[+-]?\d*\.\d+$/.test(texte.trim())) throw erreur;
    return null;
  }
}

/** Un texte qui est un nombre égale ce nombre ; un texte se compare sans casse, avec jokers. */
function egalA(cible: number | string | boolean): Critere {
  if (typeof cible === 'number') {
    return (valeur) => (typeof valeur === 'number' ? comparer(valeur, cible) === 0 : typeof valeur === 'string' && nombreOuNull(valeur) === cible);
  }
  if (typeof cible === 'boolean') return (valeur) => valeur === cible;
  const suit = suivreMotif(cible);
  return (valeur) => typeof valeur === 'string' && suit(valeur);
}

function ordonne(operateur: string, cible: number | string | boolean): Critere {
  return (valeur) => {
    if (valeur === null || typeof valeur !== typeof cible) return false;
    const ordre = comparer(valeur, cible);
    switch (operateur) {
      case '<': return ordre < 0;
      case '>': return ordre > 0;
      case '<=': return ordre <= 0;
      default: return ordre >= 0;
    }
  };
}
