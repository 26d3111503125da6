/** Une formule additionne-t-elle exactement les cellules attendues ? Sinon, lesquelles manquent ou sont en trop. */
import { cleCellule, isErreur, isVide, type Valeur } from '../classeur/instantane';
import { cleLue, type CelluleLue } from './banc';
import { formatNombre } from '../classeur/nombres';
import { direEcart } from './ecart-somme';
import { proches } from './identification';
import { essayerSomme, faux, type IdentificationTotal } from './identification-total';
import { sommeTirage, type Case, type ContexteTotal } from './montants';
import { erreurFrancaise } from './noms-francais';
import { parcourir, plageDe, type Noeud } from './noeuds';
import type { Tirage } from './tirages';

export interface SommeReconnue {
  readonly identification: IdentificationTotal;
  /** Vrai si la formule, juste, ne lit que les cellules attendues : elle l'est aussi recopiée ailleurs. */
  readonly transposable: boolean;
}

/** Écart admis, en euros : celui d'un arrondi à l'euro. */
export const TOLERANCE_EUROS = 0.5;

/** `attendues` : sommes admises, la première faisant foi pour dire l'écart. */
export function reconnaitreSomme(noeud: Noeud, place: Case, attendues: readonly (readonly Case[])[], contexte: ContexteTotal, lire: (place: Case) => Valeur): SommeReconnue {
  const lues = new Map<string, CelluleLue>();
  const noter = (lue: CelluleLue) => { lues.set(cleLue(lue), lue); };
  const resultats = contexte.tirages.map((tirage) => essayerSomme(noeud, place, contexte, tirage, { noter }));
  const conclure = (identification: IdentificationTotal): SommeReconnue => ({ identification, transposable: false });
  const refus = resultats.find((resultat) => resultat.refus)?.refus;
  if (refus) {
    return conclure(refus.motif === 'circulaire'
      ? faux('circulaire', 's’additionne elle-même (référence circulaire)')
      : { nature: 'non_evaluable', motif: refus.motif, raison: refus.raison });
  }
  const valeurs = resultats.map(({ valeur }) => valeur);
  if (lues.size === 0) return conclure(sansCellule(valeurs[0]!));
  const admises = attendues.find((cases) => valeurs.every((valeur, rang) => typeof valeur === 'number' && proches(valeur, sommeTirage(cases, contexte.tirages[rang]!))));
  if (!admises && attendues.some((cases) => equivaut(noeud, place, cases, contexte))) return conclure({ nature: 'juste' });
  if (!admises) return conclure(sansSomme(valeurs) ?? direEcart({ noeud, place, attendues: attendues[0]!, contexte, lues: [...lues.values()], valeurs: valeurs as number[], lire }));
  const probleme = jugerArrondi(noeud, place, admises, contexte) ?? jugerCondition(noeud, place, admises, contexte, lire);
  if (probleme) return conclure(probleme);
  const cles = new Set(admises.map(({ ligne, colonne }) => cleCellule(ligne, colonne)));
  const transposable = !isConditionnelle(noeud) && [...lues.values()].every((lue) => lue.feuille === contexte.feuille && cles.has(cleCellule(lue.ligne, lue.colonne)));
  return { identification: { nature: 'juste' }, transposable };
}

/** Par les formules du plan (un Etat égal au Département, `=G7`), la somme revient à celle qu'on attend. */
function equivaut(noeud: Noeud, place: Case, cases: readonly Case[], contexte: ContexteTotal): boolean {
  const somme: Noeud = { type: 'appel', fonction: 'SUM', arguments: cases.map(({ ligne, colonne }) => plageDe(ligne, colonne)) };
  return contexte.tirages.every((tirage) => {
    const [obtenu, attendu] = [noeud, somme].map((formule) => essayerSomme(formule, place, contexte, tirage, { formulesGardees: true }).valeur);
    return typeof obtenu === 'number' && typeof attendu === 'number' && proches(obtenu, attendu);
  });
}

function sansCellule(valeur: Valeur): IdentificationTotal {
  if (isErreur(valeur)) return faux('erreur', `affiche ${erreurFrancaise(valeur.erreur)}`);
  const nombre = typeof valeur === 'number' ? ` (${formatNombre(valeur, 6)})` : '';
  return { nature: 'constante_cachee', valeur, description: `ne lit aucune cellule : son résultat${nombre} ne suivra pas les montants` };
}

/** La formule ne rend pas un nombre. */
function sansSomme(valeurs: readonly Valeur[]): IdentificationTotal | null {
  const erreur = valeurs.find(isErreur);
  if (erreur) return faux('erreur', `affiche ${erreurFrancaise(erreur.erreur)}`);
  return valeurs.every((valeur) => typeof valeur === 'number') ? null : faux('texte', 'rend un texte au lieu d’un montant');
}

function jugerArrondi(noeud: Noeud, place: Case, attendues: readonly Case[], contexte: ContexteTotal): IdentificationTotal | null {
  const ecarts = contexte.tirages.map((tirage) => {
    const { valeur } = essayerSomme(noeud, place, contexte, tirage, { arrondis: 'appliques' });
    return typeof valeur === 'number' ? Math.abs(valeur - sommeTirage(attendues, tirage)) : 0;
  });
  return Math.max(...ecarts) > TOLERANCE_EUROS + 1e-6 ? faux('arrondi', 'arrondit le total de plus de 0,50 €') : null;
}

const CONDITIONS = new Set(['IF', 'IFS', 'SWITCH', 'CHOOSE', 'IFERROR', 'IFNA']);

function isConditionnelle(noeud: Noeud): boolean {
  let conditionnelle = false;
  parcourir(noeud, (courant) => { conditionnelle ||= courant.type === 'appel' && CONDITIONS.has(courant.fonction); });
  return conditionnelle;
}

/** Les cellules gardent leurs valeurs. */
const SANS_TIRAGE: Tirage = { get: () => undefined };

/** Une somme sous condition est juste si, dans l'état du classeur, elle rend bien la somme. */
function jugerCondition(noeud: Noeud, place: Case, attendues: readonly Case[], contexte: ContexteTotal, lire: (place: Case) => Valeur): IdentificationTotal | null {
  if (!isConditionnelle(noeud)) return null;
  let somme = 0;
  for (const attendue of attendues) {
    const valeur = lire(attendue);
    if (typeof valeur === 'number') somme += valeur;
    else if (!isVide(valeur)) return null;
  }
  const rendue = essayerSomme(noeud, place, contexte, SANS_TIRAGE, { arrondis: 'appliques' }).valeur;
  const affichee = typeof rendue === 'number' ? rendue : isVide(rendue) ? 0 : null;
  if (affichee === null || Math.abs(affichee - somme) <= TOLERANCE_EUROS) return null;
  return faux('condition', 'n’additionne les montants que sous une condition qui n’est pas remplie ici');
}
