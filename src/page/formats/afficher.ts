/** Ce qu'une cellule montre : sa valeur selon son format, comme dans un Excel français. */
import { isErreur, type Valeur } from '../../classeur/instantane';
import { texteDuNombre } from '../../formules/conversions';
import { erreurFrancaise } from '../../formules/noms-francais';
import { lireCode, type Condition, type Section } from './code';
import { ecrireMoment } from './date';
import { ecrireNombre } from './nombre';

/** Chiffres que montre le format Standard dans une cellule ordinaire. */
const CHIFFRES_STANDARD = 10;
const CONDITIONS: Readonly<Record<Condition['operateur'], (nombre: number, seuil: number) => boolean>> = {
  '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b, '=': (a, b) => a === b, '<>': (a, b) => a !== b,
};

const memoire = new Map<string, readonly Section[] | null>();

function sectionsDe(code: string): readonly Section[] | null {
  const connues = memoire.get(code);
  if (connues !== undefined) return connues;
  const lues = lireCode(code);
  memoire.set(code, lues);
  return lues;
}

/** Section qui vaut pour un nombre, et si elle se charge du signe. */
function choisir(sections: readonly Section[], nombre: number): { readonly section: Section; readonly signe: boolean } | null {
  const numeriques = sections.slice(0, 3);
  if (numeriques.some(({ condition }) => condition !== null)) {
    const section = numeriques.find(({ condition }) => condition === null || CONDITIONS[condition.operateur](nombre, condition.seuil));
    return section ? { section, signe: nombre < 0 } : null;
  }
  const [positif, negatif, nul] = numeriques;
  if (nombre < 0 && negatif) return { section: negatif, signe: false };
  if (nombre === 0 && nul) return { section: nul, signe: false };
  return positif ? { section: positif, signe: nombre < 0 } : null;
}

function standard(nombre: number): string {
  return texteDuNombre(Number(nombre.toPrecision(CHIFFRES_STANDARD)));
}

function afficherNombre(nombre: number, code: string, dates1904: boolean): string {
  const sections = sectionsDe(code);
  const choix = sections && choisir(sections, nombre);
  if (!choix) return standard(nombre);
  const { section: { jetons }, signe } = choix;
  if (jetons.some(({ type }) => type === 'date')) return ecrireMoment(jetons, nombre, dates1904) ?? '#####';
  if (jetons.some(({ type }) => type === 'general' || type === 'texte')) {
    return jetons.map((jeton) => (jeton.type === 'litteral' ? jeton.texte : jeton.type === 'general' || jeton.type === 'texte' ? standard(nombre) : '')).join('');
  }
  // Une section sans emplacement de chiffre ne montre que son texte (« ;;; » ne montre rien).
  if (!jetons.some(({ type }) => type === 'chiffre')) return jetons.map((jeton) => (jeton.type === 'litteral' ? jeton.texte : '')).join('');
  const texte = ecrireNombre(jetons, Math.abs(nombre)).trim();
  return signe && /[1-9]/.test(texte) ? `-${texte}` : texte;
}

function afficherTexte(texte: string, code: string): string {
  const section = sectionsDe(code)?.[3];
  if (!section) return texte;
  return section.jetons.map((jeton) => (jeton.type === 'litteral' ? jeton.texte : jeton.type === 'texte' ? texte : '')).join('');
}

/** `afficher(0.1753, '0.0%')` → « 17,5% » ; `afficher(null, …)` → « ». */
export function afficher(valeur: Valeur, code: string, dates1904 = false): string {
  if (valeur === null) return '';
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  if (isErreur(valeur)) return erreurFrancaise(valeur.erreur);
  return typeof valeur === 'number' ? afficherNombre(valeur, code, dates1904) : afficherTexte(valeur, code);
}
