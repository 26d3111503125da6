/**
 * Évaluation d'un arbre de formule, avec la sémantique d'Excel. Jamais d'`eval` : l'arbre est
 * parcouru. Lève `NonEvaluable` pour ce que le projet ne sait pas calculer.
 */
import { isErreur, type Valeur } from '../classeur/instantane';
import { croiser } from './classeur';
import { appeler } from './appel';
import { depenser, etaler, isSeul, matrice, unique, type Environnement } from './environnement';
import { operer, operer1 } from './operateurs';
import type { Noeud, NoeudPlage, OperateurBinaire } from './noeuds';
import { isMultiple, isReference, NOM, NonEvaluable, NUL, REF, VALEUR, type Reference, type Resultat } from './resultats';
import { resoudreTableau } from './tableaux';

/** Valeur d'une cellule dont la formule est `noeud` ; une référence vide y vaut 0. */
export function evaluerCellule(noeud: Noeud, env: Environnement): Valeur {
  const resultat = evaluer(noeud, env);
  const valeur = unique(resultat, env.matriciel && isReference(resultat) ? enAncre(resultat, env) : env);
  return valeur === null ? 0 : typeof valeur === 'number' && Object.is(valeur, -0) ? 0 : valeur;
}

/** Formule dynamique ou matricielle : la cellule montre le premier terme de la plage. */
function enAncre({ feuille, ligne, colonne }: Reference, env: Environnement): Environnement {
  return { ...env, position: { feuille, ligne, colonne } };
}

export function evaluer(noeud: Noeud, env: Environnement): Resultat {
  switch (noeud.type) {
    case 'litteral': return noeud.valeur;
    case 'plage': return resoudrePlage(noeud, env);
    case 'nom': return evaluerNom(noeud, env);
    case 'tableau': return resoudreTableau(noeud.texte, env);
    case 'unaire': return evaluerUnaire(noeud, env);
    case 'binaire':
    case 'jonction': return evaluerChaine(noeud, env);
    case 'matrice': return matrice(noeud.lignes);
    case 'appel': return appeler(noeud, env, evaluer);
    case 'refus': throw new NonEvaluable(noeud.raison, noeud.motif);
  }
}

const LIGNES_MAX = 1_048_576;
const COLONNES_MAX = 16_384;

function resoudrePlage(noeud: NoeudPlage, env: Environnement): Resultat {
  const feuille = noeud.feuille === null ? env.position.feuille : env.classeur.feuille(noeud.feuille);
  if (!feuille) return REF;
  const { fixes } = noeud;
  const reference: Reference = {
    type: 'reference',
    feuille,
    ligne: ligneDe(noeud.ligne ?? 1, fixes.ligne || noeud.ligne === null, env),
    colonne: colonneDe(noeud.colonne ?? 1, fixes.colonne || noeud.colonne === null, env),
    derniereLigne: ligneDe(noeud.derniereLigne ?? LIGNES_MAX, fixes.derniereLigne || noeud.derniereLigne === null, env),
    derniereColonne: colonneDe(noeud.derniereColonne ?? COLONNES_MAX, fixes.derniereColonne || noeud.derniereColonne === null, env),
  };
  return reference.derniereLigne > LIGNES_MAX || reference.derniereColonne > COLONNES_MAX ? NOM : reference;
}

/** Dans un nom défini, une référence relative est écrite depuis A1 et suit la cellule qui l'emploie. */
function ligneDe(ligne: number, fixe: boolean, { noms, position }: Environnement): number {
  return fixe || noms.length === 0 ? ligne : 1 + ((ligne + position.ligne - 2) % LIGNES_MAX);
}

function colonneDe(colonne: number, fixe: boolean, { noms, position }: Environnement): number {
  return fixe || noms.length === 0 ? colonne : 1 + ((colonne + position.colonne - 2) % COLONNES_MAX);
}

const NOMS_IMBRIQUES_MAX = 20;
/** Un nom peut en citer deux, qui en citent deux… : chacun entame la provision. */
const COUT_NOM = 50;

function evaluerNom({ nom, feuille }: { nom: string; feuille: string | null }, env: Environnement): Resultat {
  const portee = feuille === null ? env.position.feuille : env.classeur.feuille(feuille);
  if (!portee) return REF;
  const definition = env.classeur.nom(nom, portee);
  if (!definition) return NOM;
  if (!definition.noeud) throw new NonEvaluable(`le nom « ${nom} » n’est pas calculable : ${definition.refus}`, 'syntaxe');
  depenser(env.budget, COUT_NOM);
  if (env.noms.length >= NOMS_IMBRIQUES_MAX) throw new NonEvaluable(`le nom « ${nom} » se définit par lui-même`, 'circulaire');
  return evaluer(definition.noeud, { ...env, noms: [...env.noms, nom], matriciel: true });
}

function evaluerUnaire({ operateur, operande }: Extract<Noeud, { type: 'unaire' }>, env: Environnement): Resultat {
  const resultat = evaluer(operande, env);
  if (operateur === '@') return unique(resultat, env);
  return etaler([resultat], env, ([valeur]) => operer1(operateur, valeur!));
}

/** Descend en boucle le long des opérandes de gauche : `A1+A2+…` peut en compter des milliers. */
function evaluerChaine(racine: Extract<Noeud, { type: 'binaire' | 'jonction' }>, env: Environnement): Resultat {
  const chaine: (typeof racine)[] = [];
  let courant: Noeud = racine;
  while (courant.type === 'binaire' || courant.type === 'jonction') {
    chaine.push(courant);
    courant = courant.gauche;
  }
  let resultat = evaluer(courant, env);
  for (let rang = chaine.length - 1; rang >= 0; rang -= 1) {
    const noeud = chaine[rang]!;
    const droite = evaluer(noeud.droite, env);
    resultat = noeud.type === 'jonction' ? joindre(noeud.operateur, resultat, droite) : operer2(noeud.operateur, resultat, droite, env);
  }
  return resultat;
}

function operer2(operateur: OperateurBinaire, gauche: Resultat, droite: Resultat, env: Environnement): Resultat {
  if (isSeul(gauche) && isSeul(droite)) return operer(operateur, unique(gauche, env), unique(droite, env));
  return etaler([gauche, droite], env, ([a, b]) => operer(operateur, a!, b!));
}

function joindre(operateur: ':' | ' ', gauche: Resultat, droite: Resultat): Resultat {
  if (!isReference(gauche)) return isMultiple(gauche) || !isErreur(gauche) ? VALEUR : gauche;
  if (!isReference(droite)) return isMultiple(droite) || !isErreur(droite) ? VALEUR : droite;
  if (operateur === ' ') return gauche.feuille === droite.feuille ? croiser(gauche, droite) ?? NUL : VALEUR;
  if (gauche.feuille !== droite.feuille) return VALEUR;
  return {
    ...gauche,
    ligne: Math.min(gauche.ligne, droite.ligne),
    colonne: Math.min(gauche.colonne, droite.colonne),
    derniereLigne: Math.max(gauche.derniereLigne, droite.derniereLigne),
    derniereColonne: Math.max(gauche.derniereColonne, droite.derniereColonne),
  };
}
