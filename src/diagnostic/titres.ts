/** Les titres de colonnes d'une trame, reconnus sans égard à la casse, aux accents ni à la ponctuation. */
import { trouverDepartement } from '../classeur/departement';
import { simplifier } from '../referentiel/texte';

export type Role = 'indicateur' | 'code' | 'objectif' | 'departement' | 'source' | 'millesime' | 'valeur';

const MOTIFS: readonly (readonly [Role, RegExp])[] = [
  ['departement', /^(?:codes? |noms? |n )?(?:du |de )?(?:departements?|territoires?|collectivites?|dpt|dept|dep)$/],
  ['code', /^codes?(?: (?:de l )?indicateurs?)?$/],
  ['objectif', /^(?:n |numeros? )?(?:d )?objectifs?$/],
  ['source', /^sources?(?: de (?:la )?donnees?)?$/],
  ['millesime', /^millesimes?$|^annees?(?: de (?:la )?donnees?)?$/],
  ['indicateur', /^(?:indicateurs?|libelles?|intitules?|donnees?|noms?)(?: (?:de l |des |d )?indicateurs?)?$/],
];

/** Cibles et niveaux d'atteinte d'un tableau de bord : jamais un diagnostic. */
const AUTRE_BLOC = /\bcibles?\b|\batteinte\b/;
const VALEUR = /^valeurs?\b|\bdiagnostic\b|^t0\b|\bniveau(?: des indicateurs)?\b|^(?:donnees? |annee )?20[0-4]\d$|\bvaleurs? 20[0-4]\d\b/;
const LONGUEUR_MAX = 80;

/** « Valeur 2019 (diagnostic) » → « valeur 2019 diagnostic ». */
function titreSimple(texte: string): string {
  return simplifier(texte).replace(/[^a-z0-9%]+/g, ' ').trim();
}

/** Rôle que dit un titre de colonne, `null` s'il n'en dit aucun. */
export function roleDe(texte: string): Role | null {
  if (texte.length > LONGUEUR_MAX) return null;
  const titre = titreSimple(texte);
  const role = MOTIFS.find(([, motif]) => motif.test(titre))?.[0];
  if (role) return role;
  return VALEUR.test(titre) && !AUTRE_BLOC.test(titre) ? 'valeur' : null;
}

/** Code du département que dit une case : « 87 », « Haute-Vienne », « Haute-Vienne (87) ». */
export function codeDepartement(texte: string): string | null {
  return texte === '' ? null : (trouverDepartement(texte)?.code ?? null);
}
