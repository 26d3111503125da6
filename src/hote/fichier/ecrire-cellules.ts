/** Retouches d'une feuille : ses cellules écrites, et rien d'autre. */
import { type Emplacement, formatA1 } from '../../classeur/adresse';
import { cleCellule } from '../../classeur/instantane';
import type { Contenu, Ecriture } from '../../corrections/plan';
import { xmlCellule } from './contenu-xml';
import { degrouper } from './degrouper';
import { etendreDimension, etendreSpans, insererCellules, insererLignes } from './inserer';
import { type CelluleReperee, type FeuilleReperee, type LigneReperee, styleDesAbsentes } from './reperer-feuille';
import { type Retouche, attributsBruts, oterAttribut, retoucherTexte } from './retouches';

/** Attributs d'une cellule qui décrivent son ancien contenu (type, métadonnées de valeur ou de formule). */
const ATTRIBUTS_CONTENU: ReadonlySet<string> = new Set(['t', 'cm', 'vm']);

/**
 * Texte de la feuille après écriture. Les écritures sont vérifiées, chacune sur sa cellule ;
 * `perimees` : formules dont la valeur enregistrée ne vaut plus, et s'efface.
 */
export function ecrireCellules(
  texte: string,
  feuille: FeuilleReperee,
  ecritures: readonly Ecriture[],
  perimees: readonly Emplacement[],
): string {
  // Effacer une cellule absente ne laisse pas de trace.
  const presentes = new Set(feuille.lignes.flatMap(({ cellules }) => cellules.map(({ ligne, colonne }) => cleCellule(ligne, colonne))));
  const utiles = ecritures
    .filter(({ ligne, colonne, apres }) => !isEffacement(apres) || presentes.has(cleCellule(ligne, colonne)))
    .sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne);
  const existantes = new Map(feuille.lignes.map((ligne) => [ligne.numero, ligne]));
  const neuves: [number, string][] = [];
  const retouches = [...degrouper(texte, feuille, utiles), ...etendreDimension(texte, feuille, utiles)];
  for (const [numero, groupe] of parLigne(utiles)) {
    const ligne = existantes.get(numero);
    if (ligne) retouches.push(...ecrireLigne(texte, feuille, ligne, groupe));
    else neuves.push([numero, ligneNeuve(feuille, numero, groupe)]);
  }
  retouches.push(...insererLignes(texte, feuille, neuves), ...oublier(texte, feuille, perimees, utiles));
  return retoucherTexte(texte, retouches);
}

const isEffacement = (contenu: Contenu): boolean => 'valeur' in contenu && contenu.valeur === null;

function parLigne(ecritures: readonly Ecriture[]): ReadonlyMap<number, readonly Ecriture[]> {
  const groupes = new Map<number, Ecriture[]>();
  for (const ecriture of ecritures) {
    const groupe = groupes.get(ecriture.ligne) ?? [];
    groupe.push(ecriture);
    groupes.set(ecriture.ligne, groupe);
  }
  return groupes;
}

function ecrireLigne(texte: string, feuille: FeuilleReperee, ligne: LigneReperee, ecritures: readonly Ecriture[]): Retouche[] {
  const retouches: Retouche[] = [];
  const insertions = new Map<CelluleReperee | null, string>();
  for (const { colonne, apres } of ecritures) {
    const cellule = ligne.cellules.findLast((presente) => presente.colonne === colonne);
    if (cellule) {
      const attributs = attributsBruts(texte.slice(cellule.balise.debut, cellule.balise.fin), ATTRIBUTS_CONTENU);
      retouches.push({ debut: cellule.balise.debut, fin: cellule.fin, texte: xmlCellule(feuille.prefixe, attributs, apres) });
    } else {
      const suivante = ligne.cellules.find((presente) => presente.colonne > colonne) ?? null;
      insertions.set(suivante, (insertions.get(suivante) ?? '') + celluleNeuve(feuille, ligne, ligne.numero, colonne, apres));
    }
  }
  if (insertions.size === 0) return retouches;
  const colonnes = ecritures.map(({ colonne }) => colonne);
  return [...retouches, ...insererCellules(texte, feuille, ligne, insertions), ...etendreSpans(texte, ligne, colonnes)];
}

function celluleNeuve(feuille: FeuilleReperee, ligne: LigneReperee | undefined, numero: number, colonne: number, contenu: Contenu): string {
  const style = styleDesAbsentes(feuille, ligne, colonne);
  const attributs = ` r="${formatA1(numero, colonne)}"${style === undefined ? '' : ` s="${style}"`}`;
  return xmlCellule(feuille.prefixe, attributs, contenu);
}

function ligneNeuve(feuille: FeuilleReperee, numero: number, ecritures: readonly Ecriture[]): string {
  const cellules = ecritures.map(({ colonne, apres }) => celluleNeuve(feuille, undefined, numero, colonne, apres));
  return `<${feuille.prefixe}row r="${numero}">${cellules.join('')}</${feuille.prefixe}row>`;
}

/** Ôte la valeur enregistrée de formules qu'on ne récrit pas, avec le type qui la décrivait. */
function oublier(texte: string, feuille: FeuilleReperee, perimees: readonly Emplacement[], ecritures: readonly Ecriture[]): Retouche[] {
  const visees = new Set(perimees.map(({ ligne, colonne }) => cleCellule(ligne, colonne)));
  for (const { ligne, colonne } of ecritures) visees.delete(cleCellule(ligne, colonne));
  return feuille.lignes
    .flatMap(({ cellules }) => cellules)
    .filter(({ ligne, colonne, formule, valeur }) => formule && valeur && visees.has(cleCellule(ligne, colonne)))
    .flatMap(({ balise, valeur }) => [...oterAttribut(texte, balise, 't'), { ...valeur!, texte: '' }]);
}
