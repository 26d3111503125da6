/**
 * Identification des totaux du plan d'action : total d'un objectif (Département + Etat + montants de
 * partenaires de toutes ses lignes, ou un total par ligne), et ligne TOTAL (somme de sa colonne).
 */
import type { PlanAction } from '../classeur/dossier';
import { celluleDe, isVide, type Feuille, type Valeur } from '../classeur/instantane';
import { cleFormule, relative } from './cle';
import type { IdentificationTotal } from './identification-total';
import { ancreDe, casesMontants, lignesActions, preparer, type Case, type ContexteTotal } from './montants';
import { memoriser } from './memoire';
import { reconnaitreSomme } from './somme-attendue';
import type { ServiceValeurs } from './valeurs';

/** Une cellule de total, les lignes qu'elle doit additionner, et ce qu'elle calcule. */
export interface TotalIdentifie extends Case {
  /** `objectif` : toutes ses lignes ; `ligne` : la sienne (ou celles que couvre sa fusion) ; `total` : la ligne TOTAL. */
  readonly portee: 'objectif' | 'ligne' | 'total';
  readonly lignes: readonly number[];
  readonly identification: IdentificationTotal;
}

interface Unite extends Case {
  readonly lignes: readonly number[];
}

export interface DemandeTotaux {
  readonly plan: PlanAction;
  readonly service: ServiceValeurs;
  /** Lignes d'un objectif, ou la ligne d'un objectif local. */
  readonly lignes: readonly number[];
}

/** Totaux d'un objectif, de haut en bas ; un seul s'il en porte un pour toutes ses lignes. */
export function identifierTotaux({ plan, service, lignes }: DemandeTotaux): readonly TotalIdentifie[] {
  const memoire = memoireDe(plan, service);
  const { total } = plan.colonnes;
  if (!memoire || total === null || lignes.length === 0) return [];
  const { feuille } = memoire.contexte;
  const unites = unitesDe(feuille, lignes, total);
  const remplies = unites.filter((unite) => isRemplie(feuille, unite));
  if (remplies.length < 2) {
    const unite = { ...(remplies[0] ?? unites[0]!), lignes };
    return [{ ...unite, portee: 'objectif', identification: identifier(unite, service, memoire) }];
  }
  const ensemble = remplies.find((unite) => unite.lignes.length < lignes.length && isJuste(identifier({ ...unite, lignes }, service, memoire)));
  return unites.flatMap((unite): TotalIdentifie[] => {
    if (unite === ensemble) return [{ ...unite, lignes, portee: 'objectif', identification: { nature: 'juste' } }];
    if (ensemble) return isRemplie(feuille, unite) ? [{ ...unite, portee: 'ligne', identification: secondCompte(unite, ensemble, service, memoire) }] : [];
    return [{ ...unite, portee: 'ligne', identification: identifier(unite, service, memoire) }];
  });
}

/** Total de la ligne TOTAL dans une colonne de montants ou de totaux ; `null` s'il n'y a pas de ligne TOTAL. */
export function identifierLigneTotal({ plan, service, colonne }: Omit<DemandeTotaux, 'lignes'> & { readonly colonne: number }): TotalIdentifie | null {
  const memoire = memoireDe(plan, service);
  if (!memoire || plan.ligneTotal === null) return null;
  const lignes = lignesActions(plan);
  const { feuille } = memoire.contexte;
  const attendues = casesMontants(plan, feuille, lignes, [colonne]);
  // La somme des montants de toutes les lignes est le même total que la somme de leurs totaux.
  const equivalentes = colonne === plan.colonnes.total ? [casesMontants(plan, feuille, lignes)] : [];
  const unite = { ligne: plan.ligneTotal, colonne, lignes };
  return { ...unite, portee: 'total', identification: identifierSomme(unite, [attendues, ...equivalentes], service, memoire) };
}

/** Ce que calculerait une autre formule à la place d'un total. */
export function identifierFormuleTotal({ plan, service, total, formule }: Omit<DemandeTotaux, 'lignes'> & { readonly total: Omit<TotalIdentifie, 'identification'>; readonly formule: string }): IdentificationTotal {
  const memoire = memoireDe(plan, service);
  if (!memoire) return { nature: 'vide' };
  const colonnes = total.portee === 'total' ? [total.colonne] : undefined;
  return identifierFormule(formule, total, [casesMontants(plan, memoire.contexte.feuille, total.lignes, colonnes)], service, memoire);
}

/** Cellules distinctes de la colonne des totaux, avec les lignes que couvre chacune. */
function unitesDe(feuille: Feuille, lignes: readonly number[], total: number): readonly Unite[] {
  const unites = new Map<number, number[]>();
  for (const ligne of lignes) {
    const ancre = ancreDe(feuille, ligne, total).ligne;
    unites.set(ancre, [...(unites.get(ancre) ?? []), ligne]);
  }
  return [...unites].map(([ligne, couvertes]) => ({ ligne, colonne: total, lignes: couvertes }));
}

function isRemplie(feuille: Feuille, { ligne, colonne }: Case): boolean {
  const cellule = celluleDe(feuille, ligne, colonne);
  return cellule !== undefined && (cellule.formule !== null || !isVide(cellule.valeur));
}

function isJuste({ nature }: IdentificationTotal): boolean {
  return nature === 'juste';
}

interface Memoire {
  readonly contexte: ContexteTotal;
  /** Clés des formules reconnues justes. */
  readonly justes: Set<string>;
}

const memoireDe = memoriser((plan: PlanAction, { classeur }): Memoire | null => {
  const contexte = preparer(classeur, plan);
  return contexte && { contexte, justes: new Set() };
});

function identifier(unite: Unite, service: ServiceValeurs, memoire: Memoire): IdentificationTotal {
  const { plan, feuille } = memoire.contexte;
  return identifierSomme(unite, [casesMontants(plan, feuille, unite.lignes)], service, memoire);
}

function identifierSomme(unite: Unite, attendues: readonly (readonly Case[])[], service: ServiceValeurs, memoire: Memoire): IdentificationTotal {
  const cellule = celluleDe(memoire.contexte.feuille, unite.ligne, unite.colonne);
  if (!cellule || (cellule.formule === null && isVide(cellule.valeur))) return { nature: 'vide' };
  if (cellule.formule === null) return { nature: 'constante', valeur: cellule.valeur! };
  return identifierFormule(cellule.formule, unite, attendues, service, memoire);
}

function identifierFormule(formule: string, unite: Unite, attendues: readonly (readonly Case[])[], service: ServiceValeurs, { contexte, justes }: Memoire): IdentificationTotal {
  const { noeud, refus } = contexte.classeur.analyser(formule);
  if (!noeud) return { nature: 'non_evaluable', motif: 'syntaxe', raison: refus };
  const { texte, partageable } = cleFormule(noeud, relative(contexte.feuille.nom, unite.ligne, unite.colonne));
  const cle = `${texte}|${attendues[0]!.map(({ ligne, colonne }) => `${String(ligne - unite.ligne)},${String(colonne - unite.colonne)}`).join(';')}`;
  if (partageable && justes.has(cle)) return { nature: 'juste' };
  const { identification, transposable } = reconnaitreSomme(noeud, unite, attendues, contexte, lecteur(service, contexte));
  if (partageable && transposable) justes.add(cle);
  return identification;
}

function lecteur(service: ServiceValeurs, { feuille }: ContexteTotal): (place: Case) => Valeur {
  return ({ ligne, colonne }) => service.valeur(feuille.id, ligne, colonne).valeur;
}

/** Un total de ligne à côté d'un total d'objectif compte ses montants une seconde fois. */
function secondCompte(unite: Unite, ensemble: Unite, service: ServiceValeurs, memoire: Memoire): IdentificationTotal {
  const { plan, feuille } = memoire.contexte;
  const enTrop = casesMontants(plan, feuille, unite.lignes);
  const lire = lecteur(service, memoire.contexte);
  const lignes = unite.lignes.length > 1 ? `les lignes ${unite.lignes.join(', ')}, déjà comptées` : `la ligne ${String(unite.lignes[0])}, déjà comptée`;
  return {
    nature: 'faux', cause: 'double_compte', oubliees: [], enTrop, sansEffet: isVide(lire(unite)) || lire(unite) === 0,
    description: `compte une seconde fois ${lignes} dans le total de la ligne ${String(ensemble.ligne)}`,
  };
}

