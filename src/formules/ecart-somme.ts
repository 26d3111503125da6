/** Ce qu'une somme oublie ou compte en trop : chaque cellule est remuée, une à une. */
import { formatA1 } from '../classeur/adresse';
import { cleCellule, isVide, type Valeur } from '../classeur/instantane';
import { nommerObjectif } from '../referentiel/objectifs';
import type { CelluleLue } from './banc';
import { formatMontant } from '../classeur/nombres';
import { proches } from './identification';
import { essayerSomme, faux, type CauseTotal, type IdentificationTotal } from './identification-total';
import { enumerer } from './libelles';
import { colonnesMontants, type Case, type ContexteTotal } from './montants';
import type { Noeud } from './noeuds';

export interface Ecart {
  readonly noeud: Noeud;
  readonly place: Case;
  readonly attendues: readonly Case[];
  readonly contexte: ContexteTotal;
  readonly lues: readonly CelluleLue[];
  /** Résultat de la formule sur chaque tirage. */
  readonly valeurs: readonly number[];
  readonly lire: (place: Case) => Valeur;
}

interface Poids extends Case {
  readonly poids: number;
  readonly attendue: boolean;
  readonly valeur: number;
}

/** Montant ajouté à une cellule pour mesurer son poids dans la somme. */
const SECOUSSE = 1000;

export function direEcart(ecart: Ecart): IdentificationTotal {
  const { valeurs, lire } = ecart;
  const base = valeurs[0]!;
  const poids = peser(ecart);
  const [reste = 0, ...autresRestes] = poids ? valeurs.map((valeur, rang) => valeur - ponderer(poids, ecart, rang)) : [];
  if (!poids || autresRestes.some((autre) => !isNul(autre - reste, base))) return faux('autre', 'ne calcule pas une somme de montants');
  const oubliees = poids.filter((cellule) => cellule.attendue && cellule.poids === 0);
  const enTrop = poids.filter((cellule) => !cellule.attendue && cellule.poids !== 0);
  const doubles = poids.filter((cellule) => cellule.attendue && cellule.poids > 1);
  const autres = poids.filter(({ attendue, poids: coefficient }) => attendue && (coefficient < 0 || (coefficient > 0 && coefficient !== Math.round(coefficient))));
  const parties = [
    ...(oubliees.length > 0 ? [`oublie ${direCases(oubliees, ecart)}`] : []),
    ...(enTrop.length > 0 ? [`compte en trop ${direCases(enTrop, ecart)}`] : []),
    ...(doubles.length > 0 ? [`compte deux fois ${direCases(doubles, ecart)}`] : []),
    ...(autres.length > 0 ? [`n’additionne pas simplement ${direCases(autres, ecart)}`] : []),
    ...(isNul(reste, base) ? [] : [`ajoute ${formatMontant(Math.round(reste * 100) / 100)}, un nombre écrit dans la formule`]),
  ];
  const touchees = [...oubliees, ...enTrop, ...doubles, ...autres];
  const sansEffet = isNul(reste, base) && touchees.every((cellule) => isVide(lire(cellule)) || lire(cellule) === 0);
  return faux(causeDe(oubliees.length, enTrop.length, doubles.length, autres.length), parties.join(', ') || 'ne calcule pas une somme de montants', oubliees.map(place), [...enTrop, ...doubles].map(place), sansEffet);
}

/** Somme pondérée sur un tirage. */
function ponderer(poids: readonly Poids[], { contexte: { tirages } }: Ecart, rang: number): number {
  return poids.reduce((somme, { poids: coefficient, valeur, ligne, colonne }) => somme + coefficient * (tirages[rang]!.get(cleCellule(ligne, colonne)) ?? valeur), 0);
}

function place({ ligne, colonne }: Case): Case {
  return { ligne, colonne };
}

function isNul(reste: number, base: number): boolean {
  return Math.abs(reste) <= 1e-6 * Math.max(1, Math.abs(base));
}

function causeDe(oubliees: number, enTrop: number, doubles: number, autres: number): CauseTotal {
  if (autres > 0) return 'autre';
  if (doubles > 0) return 'double_compte';
  if (oubliees > 0 && enTrop > 0) return 'autres_lignes';
  if (oubliees > 0) return 'lignes_oubliees';
  return enTrop > 0 ? 'lignes_en_trop' : 'nombre_ajoute';
}

/** Poids de chaque cellule attendue ou lue ; `null` si la formule n'est pas une somme pondérée. */
function peser({ noeud, place: ici, attendues, contexte, lues, valeurs }: Ecart): readonly Poids[] | null {
  const base = valeurs[0]!;
  const tirage = contexte.tirages[0]!;
  const cles = new Map(attendues.map((attendue) => [cleCellule(attendue.ligne, attendue.colonne), { ...attendue, attendue: true }]));
  for (const { feuille, ligne, colonne, valeur, tiree } of lues) {
    const cle = cleCellule(ligne, colonne);
    if (feuille === contexte.feuille && !cles.has(cle) && (tiree || typeof valeur === 'number')) cles.set(cle, { ligne, colonne, attendue: false });
  }
  const poids: Poids[] = [];
  for (const [cle, cellule] of cles) {
    const lue = lues.find(({ feuille, ligne, colonne }) => feuille === contexte.feuille && ligne === cellule.ligne && colonne === cellule.colonne);
    const valeur = tirage.get(cle) ?? (typeof lue?.valeur === 'number' ? lue.valeur : 0);
    const coefficients = [SECOUSSE, -SECOUSSE / 2].map((secousse) => {
      const resultat = lue ? essayerSomme(noeud, ici, contexte, tirage, { modifs: new Map([[cle, valeur + secousse]]) }).valeur : base;
      return typeof resultat === 'number' ? (resultat - base) / secousse : NaN;
    });
    const [a, b] = coefficients as [number, number];
    if (!(Math.abs(a - b) <= 1e-6)) return null;
    const entier = Math.round(a);
    poids.push({ ligne: cellule.ligne, colonne: cellule.colonne, attendue: cellule.attendue, poids: Math.abs(a - entier) < 1e-6 ? entier : a, valeur });
  }
  return poids.some(({ poids: coefficient }) => coefficient !== 0) || !proches(base, 0) ? poids : null;
}

/** Lignes citées en toutes lettres. */
const CITEES_MAX = 6;

/** « la ligne 19 », « le montant Etat de la ligne 20 (objectif 9 – …) », « la colonne Etat ». */
function direCases(cases: readonly Case[], ecart: Ecart): string {
  const { contexte: { plan }, attendues } = ecart;
  const montants = colonnesMontants(plan);
  const lignesAttendues = new Set(attendues.map(({ ligne }) => ligne));
  const parLigne = new Map<number, number[]>();
  for (const { ligne, colonne } of cases) parLigne.set(ligne, [...(parLigne.get(ligne) ?? []), colonne]);
  const colonnes = new Set(cases.map(({ colonne }) => colonne));
  const colonneEntiere = colonnes.size === 1 && lignesAttendues.size > 1 && [...lignesAttendues].every((ligne) => parLigne.has(ligne)) && parLigne.size === lignesAttendues.size;
  const [seule] = colonnes;
  if (colonneEntiere && new Set(attendues.map(({ colonne }) => colonne)).size > 1) return `la colonne ${nomColonne(seule!, ecart)}`;
  const textes = [...parLigne].map(([ligne, touchees]) => {
    const toutes = montants.every((colonne) => touchees.includes(colonne)) || (attendues.every(({ colonne }) => colonne === attendues[0]!.colonne) && touchees.length === 1 && touchees[0] === attendues[0]!.colonne);
    return toutes ? direLigne(ligne, ecart) : enumerer(touchees.map((colonne) => direMontant(ligne, colonne, ecart)));
  });
  return textes.length > CITEES_MAX ? `${String(textes.length)} lignes (${[...parLigne.keys()].join(', ')})` : enumerer(textes);
}

function direLigne(ligne: number, { contexte: { plan }, place: ici }: Ecart): string {
  const objectif = [...plan.objectifs.values()].find(({ lignes }) => lignes.includes(ligne));
  const sien = objectif?.lignes.includes(ici.ligne) ?? false;
  const nom = objectif && !sien ? ` (${nommerObjectif(objectif.numero)})` : '';
  return `la ligne ${String(ligne)}${nom}`;
}

function direMontant(ligne: number, colonne: number, ecart: Ecart): string {
  const nom = nomColonne(colonne, ecart);
  return nom === null ? `la cellule ${formatA1(ligne, colonne)}` : `le montant ${nom} de ${direLigne(ligne, ecart)}`;
}

function nomColonne(colonne: number, { contexte: { plan: { colonnes } } }: Ecart): string | null {
  if (colonne === colonnes.departement) return 'Département';
  if (colonne === colonnes.etat) return 'Etat';
  if (colonne === colonnes.total) return 'Total';
  return colonnes.partenairesFinanciers.find((partenaire) => partenaire.colonne === colonne)?.libelle ?? null;
}
