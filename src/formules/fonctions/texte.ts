/** GAUCHE, CONCAT, SUBSTITUE, CNUM… */
import { isErreur, type Valeur } from '../../classeur/instantane';
import type { Fonction } from './fonction';
import { versBooleen, versNombre, versTexte } from '../conversions';
import { seul } from '../environnement';
import { NonEvaluable, VALEUR, type Resultat } from '../resultats';
import { ARGUMENTS_MAX, libre, scalaire, textuelle, visiter } from './aides';
import { chercherMotif, contientEtoile } from './joker';

const TEXTE_MAX = 32_767;

function borner(texte: string): Valeur {
  return texte.length > TEXTE_MAX ? VALEUR : texte;
}

/** Fonction d'un texte suivi de nombres ; `defauts` complète les nombres omis. */
function textePuisNombres(min: number, defauts: readonly number[], calculer: (texte: string, nombres: readonly number[]) => Valeur): Fonction {
  return scalaire(min, 1 + defauts.length, ([premier, ...suite]) => {
    const texte = versTexte(premier!);
    if (typeof texte !== 'string') return texte;
    const nombres: number[] = [];
    for (let rang = 0; rang < defauts.length; rang += 1) {
      const nombre = rang < suite.length ? versNombre(suite[rang]!) : defauts[rang]!;
      if (typeof nombre !== 'number') return nombre;
      nombres.push(Math.trunc(nombre));
    }
    return calculer(texte, nombres);
  });
}

/** Textes de tous les arguments, plages dépliées. */
function textes(operandes: readonly Resultat[], env: Parameters<typeof visiter>[1]): string[] | Valeur {
  const liste: string[] = [];
  let erreur: Valeur = null;
  visiter(operandes, env, (valeur) => {
    const texte = versTexte(valeur);
    if (typeof texte === 'string') liste.push(texte);
    else erreur ??= texte;
  });
  return erreur ?? liste;
}

const concat: Fonction = libre(1, ARGUMENTS_MAX, (operandes, env) => {
  const liste = textes(operandes, env);
  return Array.isArray(liste) ? borner(liste.join('')) : liste;
});

const joindre: Fonction = libre(3, ARGUMENTS_MAX, ([separateur, ignorer, ...operandes], env) => {
  const entre = versTexte(seul(separateur!, env));
  const sauter = versBooleen(seul(ignorer!, env));
  if (typeof entre !== 'string') return entre;
  if (typeof sauter !== 'boolean') return sauter;
  const liste = textes(operandes, env);
  return Array.isArray(liste) ? borner(liste.filter((texte) => !sauter || texte !== '').join(entre)) : liste;
});

const substituer: Fonction = scalaire(3, 4, (valeurs) => {
  const [texte, ancien, nouveau] = valeurs.slice(0, 3).map(versTexte);
  const rang = valeurs.length > 3 ? versNombre(valeurs[3]!) : null;
  if (typeof texte !== 'string' || typeof ancien !== 'string' || typeof nouveau !== 'string') return VALEUR;
  if (isErreur(rang)) return rang;
  if (ancien === '') return texte;
  if (rang === null) return borner(texte.split(ancien).join(nouveau));
  if (rang < 1) return VALEUR;
  const morceaux = texte.split(ancien);
  const place = Math.trunc(rang);
  if (place >= morceaux.length) return texte;
  return borner(morceaux.slice(0, place).join(ancien) + nouveau + morceaux.slice(place).join(ancien));
});

/** TROUVE (`exact`) et CHERCHE (sans casse, avec jokers). */
function position(exact: boolean): Fonction {
  return scalaire(2, 3, (valeurs) => {
    const [cherche, texte] = valeurs.slice(0, 2).map(versTexte);
    const debut = valeurs.length > 2 ? versNombre(valeurs[2]!) : 1;
    if (typeof cherche !== 'string' || typeof texte !== 'string') return VALEUR;
    if (typeof debut !== 'number') return debut;
    if (debut < 1 || debut > texte.length + 1) return VALEUR;
    const reste = texte.slice(Math.trunc(debut) - 1);
    if (!exact && contientEtoile(cherche)) throw new NonEvaluable('une recherche de texte à étoile n’est pas calculée');
    const rang = exact ? reste.indexOf(cherche) : chercherMotif(cherche, reste);
    return rang < 0 ? VALEUR : rang + Math.trunc(debut);
  });
}

export const TEXTE: Readonly<Record<string, Fonction>> = {
  LEFT: textePuisNombres(1, [1], (texte, [nombre]) => (nombre! < 0 ? VALEUR : texte.slice(0, nombre))),
  RIGHT: textePuisNombres(1, [1], (texte, [nombre]) => (nombre! < 0 ? VALEUR : nombre === 0 ? '' : texte.slice(-nombre!))),
  MID: textePuisNombres(3, [1, 0], (texte, [debut, nombre]) => (debut! < 1 || nombre! < 0 ? VALEUR : texte.slice(debut! - 1, debut! - 1 + nombre!))),
  REPT: textePuisNombres(2, [0], (texte, [nombre]) => (nombre! < 0 || texte.length * nombre! > TEXTE_MAX ? VALEUR : texte.repeat(nombre!))),
  REPLACE: scalaire(4, 4, ([texte, debut, nombre, nouveau]) => {
    const [a, b] = [versTexte(texte!), versTexte(nouveau!)];
    const [d, n] = [versNombre(debut!), versNombre(nombre!)];
    if (typeof a !== 'string' || typeof b !== 'string' || typeof d !== 'number' || typeof n !== 'number' || d < 1 || n < 0) return VALEUR;
    return borner(a.slice(0, Math.trunc(d) - 1) + b + a.slice(Math.trunc(d) - 1 + Math.trunc(n)));
  }),
  LEN: textuelle(1, 1, (texte) => texte.length),
  TRIM: textuelle(1, 1, (texte) => texte.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  // eslint-disable-next-line no-control-regex -- EPURAGE retire justement les caractères de contrôle
  CLEAN: textuelle(1, 1, (texte) => texte.replace(/[\u0000-\u001f]/g, '')),
  UPPER: textuelle(1, 1, (texte) => texte.toUpperCase()),
  LOWER: textuelle(1, 1, (texte) => texte.toLowerCase()),
  PROPER: textuelle(1, 1, (texte) => texte.toLowerCase().replace(/\p{L}+/gu, (mot) => mot.charAt(0).toUpperCase() + mot.slice(1))),
  EXACT: textuelle(2, 2, (a, b) => a === b),
  CONCATENATE: scalaire(1, ARGUMENTS_MAX, (valeurs) => valeurs.reduce<Valeur>((debut, valeur) => {
    const suite = versTexte(valeur);
    return typeof debut === 'string' && typeof suite === 'string' ? borner(debut + suite) : VALEUR;
  }, '')),
  CONCAT: concat,
  TEXTJOIN: joindre,
  SUBSTITUTE: substituer,
  FIND: position(true),
  SEARCH: position(false),
  VALUE: scalaire(1, 1, ([valeur]) => (typeof valeur === 'boolean' ? VALEUR : versNombre(valeur!))),
  CHAR: textePuisNombres(1, [], (texte) => {
    const code = Number(texte);
    return Number.isInteger(code) && code >= 1 && code <= 126 ? String.fromCharCode(code) : VALEUR;
  }),
  CODE: textuelle(1, 1, (texte) => (texte === '' ? VALEUR : texte.charCodeAt(0))),
};
