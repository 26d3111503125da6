/**
 * Analyse d'une formule anglaise en A1 : texte → arbre. Les limites sont celles d'Excel (8 192
 * caractères) ou les dépassent de peu ; au-delà la formule est refusée avant d'être analysée.
 */
import { parse, parseA1Ref, tokenize, type AstExpression, type Token } from '@borgar/fx/xlsx';
import type { CodeErreur } from '../classeur/instantane';
import { memoriserTexte } from '../referentiel/memoire-texte';
import type { Noeud, NoeudPlage, OperateurBinaire } from './noeuds';

export type Analyse =
  | { readonly noeud: Noeud; readonly refus: null }
  | { readonly noeud: null; readonly refus: string };

/** Excel n'admet pas de formule plus longue. */
const LONGUEUR_MAX = 8192;
/** Excel s'arrête à 64 niveaux de fonctions ; les parenthèses et les signes en ajoutent. */
const PROFONDEUR_MAX = 128;

/** « =IF(D9=0,"",D7/D9) » → arbre, ou raison du refus (proposition française). */
export const analyser = memoriserTexte((formule): Analyse => {
  if (formule.length > LONGUEUR_MAX) return refuser(`la formule dépasse ${String(LONGUEUR_MAX)} caractères`);
  if (CHEMIN_DE_CLASSEUR.test(formule)) return { noeud: AUTRE_CLASSEUR, refus: null };
  try {
    const jetons = retoucher(tokenize(formule, { withLocation: false }));
    if (profondeur(jetons) > PROFONDEUR_MAX) return refuser('la formule a trop de niveaux imbriqués');
    return { noeud: convertir(parse(jetons)), refus: null };
  } catch (erreur) {
    return refuser(`la formule ne se lit pas (${erreur instanceof Error ? erreur.message : String(erreur)})`);
  }
});

/** `'C:\\dossier\\[autre.xlsx]Feuil1'!` : l'analyseur ne connaît que `[1]Feuil1!`. */
const CHEMIN_DE_CLASSEUR = /'[^'"]*[\\/][^'"]*\[[^\]]+\][^'"]*'!/;
const AUTRE_CLASSEUR: Noeud = { type: 'refus', raison: 'la formule renvoie à un autre classeur', motif: 'autre_classeur' };

function refuser(refus: string): Analyse {
  return { noeud: null, refus };
}

/** Réunit `Feuil1` `!` `#REF!` en une seule erreur, et lève sur un texte non refermé. */
function retoucher(jetons: readonly Token[]): Token[] {
  const sortie: Token[] = [];
  for (const jeton of jetons) {
    if (jeton.unterminated) throw new Error('un texte ou une référence n’est pas refermé');
    if (jeton.type === 'error' && sortie.at(-1)?.value === '!') {
      sortie.pop();
      if (sortie.at(-1)?.type === 'context') sortie.pop();
    }
    sortie.push(jeton);
  }
  return sortie;
}

/** Majorant de la récursion de l'analyseur : parenthèses ouvertes et signes qui se suivent. */
function profondeur(jetons: readonly Token[]): number {
  let ouvertes = 0;
  let signes = 0;
  let maximum = 0;
  for (const { type, value } of jetons) {
    if (value === '(' || value === '{') ouvertes += 1;
    else if (value === ')' || value === '}') ouvertes -= 1;
    if (type === 'whitespace') continue;
    signes = type === 'operator' && /^[-+@%(]$/.test(value) ? signes + 1 : 0;
    maximum = Math.max(maximum, ouvertes + signes);
  }
  return maximum;
}

function convertir(noeud: AstExpression): Noeud {
  switch (noeud.type) {
    case 'Literal': return { type: 'litteral', valeur: noeud.value };
    case 'ErrorLiteral': return { type: 'litteral', valeur: { erreur: noeud.value as CodeErreur } };
    case 'ReferenceIdentifier': return convertirReference(noeud.value, noeud.kind);
    case 'UnaryExpression': return convertirUnaire(noeud.operator, noeud.arguments[0]!);
    case 'BinaryExpression': return convertirBinaire(noeud);
    case 'ArrayExpression':
      return { type: 'matrice', lignes: noeud.elements.map((ligne) => ligne.map(litteral)) };
    case 'CallExpression': {
      if (noeud.callee.type !== 'Identifier') return refus('un appel de fonction calculé n’est pas évalué');
      const fonction = nomAnglais(noeud.callee.name);
      const operandes = noeud.arguments.map((argument: AstExpression | null) => argument && convertir(argument));
      if (fonction === 'SINGLE' && operandes[0]) return { type: 'unaire', operateur: '@', operande: operandes[0] };
      return { type: 'appel', fonction, arguments: operandes };
    }
    default: return refus('les fonctions LET et LAMBDA ne sont pas évaluées');
  }
}

/** « _xlfn._xlws.SORT » → « SORT ». */
export function nomAnglais(nom: string): string {
  return nom.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.|_XLL\.)+/, '');
}

function refus(raison: string): Noeud {
  return { type: 'refus', raison, motif: 'donnees' };
}

function litteral(element: AstExpression) {
  const noeud = convertir(element);
  if (noeud.type !== 'litteral') throw new Error('élément de matrice inattendu');
  return noeud.valeur;
}

function convertirUnaire(operateur: string, operande: AstExpression): Noeud {
  if (operateur === '#') return refus('une plage propagée (#) n’est pas évaluée');
  return { type: 'unaire', operateur: operateur as '+' | '-' | '%' | '@', operande: convertir(operande) };
}

/** Les longues sommes (`A1+A2+…`) penchent à gauche : on descend en boucle, pas en récursion. */
function convertirBinaire(racine: Extract<AstExpression, { type: 'BinaryExpression' }>): Noeud {
  const chaine: (typeof racine)[] = [];
  let courant: AstExpression = racine;
  while (courant.type === 'BinaryExpression') {
    chaine.push(courant);
    courant = courant.arguments[0]!;
  }
  let gauche = convertir(courant);
  for (const { operator, arguments: operandes } of chaine.reverse()) {
    const droite = convertir(operandes[1]!);
    if (operator === ',') return refus('une union de plages n’est pas évaluée');
    gauche = operator === ':' || operator === ' '
      ? { type: 'jonction', operateur: operator, gauche, droite }
      : { type: 'binaire', operateur: operator as OperateurBinaire, gauche, droite };
  }
  return gauche;
}

function convertirReference(texte: string, nature: string): Noeud {
  if (nature === 'table') return { type: 'tableau', texte };
  const lue = parseA1Ref(texte);
  if (!lue || lue.workbookName) return AUTRE_CLASSEUR;
  const feuille = lue.sheetName || null;
  if ('name' in lue) return { type: 'nom', feuille, nom: lue.name };
  if (feuille?.includes(':')) return refus('une référence à plusieurs feuilles n’est pas évaluée');
  const { top, left, bottom = top, right = left, $top, $left, $bottom, $right } = lue.range;
  const plage: NoeudPlage = {
    type: 'plage', feuille,
    ligne: top === null ? null : top + 1,
    colonne: left === null ? null : left + 1,
    derniereLigne: bottom === null ? null : bottom + 1,
    derniereColonne: right === null ? null : right + 1,
    fixes: { ligne: !!$top, colonne: !!$left, derniereLigne: !!$bottom, derniereColonne: !!$right },
  };
  return plage;
}
