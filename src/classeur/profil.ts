/**
 * Profil d'une feuille : ce que ses textes disent d'elle. On compte, par colonne, les libellés
 * officiels reconnus — jamais le nom de la feuille, jamais une adresse fixe.
 */
import { OBJECTIFS } from '../referentiel/objectifs';
import type { Grille } from './grille';
import { indicateursExacts, isBandeau, isIntituleDelais, objectifExact, reconnaitreIndicateur, reconnaitreObjectif } from './libelles';
import { INDICATEURS } from '../referentiel/indicateurs';
import { normaliser } from './texte';

export interface ProfilFeuille {
  readonly nature: 'tableau' | 'plan' | 'autre';
  readonly colonneMesure: number | null;
  readonly colonneObjectif: number | null;
  readonly colonneIndicateur: number | null;
  /** Première ligne de contenu (bandeau, objectif ou indicateur). */
  readonly premiereLigne: number;
  /** Libellés distincts reconnus, pour comparer deux feuilles candidates. */
  readonly reconnus: number;
}

/** Il faut bien plus qu'une coïncidence pour reconnaître une annexe. */
const MINIMUM = 5;
const TOUS_INDICATEURS = new Set(INDICATEURS.map(({ code }) => code));
const MESURES = new Set(OBJECTIFS.flatMap(({ mesure }) => [mesure.libelle, mesure.libellePlan ?? mesure.libelle].map(normaliser)));
const FINANCEMENT = /\b(?:financement|departement|modalites?|actions?)\b/;

interface Comptes {
  readonly objectifs: Map<number, Set<string>>;
  readonly indicateurs: Map<number, Set<string>>;
  readonly mesures: Map<number, Set<string>>;
}

function noter(comptes: Map<number, Set<string>>, colonne: number, cle: string): void {
  const ensemble = comptes.get(colonne) ?? new Set<string>();
  comptes.set(colonne, ensemble.add(cle));
}

/** Compte les libellés d'une cellule ; `tolerant` : rapprochement approché, plus coûteux. */
function compter(comptes: Comptes, texte: string, colonne: number, tolerant: boolean): boolean {
  const [indicateur] = indicateursExacts(texte);
  if (indicateur !== undefined) noter(comptes.indicateurs, colonne, indicateur);
  const objectif = objectifExact(texte);
  if (objectif) noter(comptes.objectifs, colonne, String(objectif.numero));
  if (MESURES.has(normaliser(texte))) noter(comptes.mesures, colonne, normaliser(texte));
  if (indicateur !== undefined || objectif) return true;
  if (!tolerant || texte.length < 12) return false;
  const approche = reconnaitreIndicateur(texte, TOUS_INDICATEURS);
  if (approche.etat === 'trouve') noter(comptes.indicateurs, colonne, approche.candidat.cible.code);
  const objectifApproche = reconnaitreObjectif(texte, 'tableau');
  if (objectifApproche.etat === 'trouve') noter(comptes.objectifs, colonne, String(objectifApproche.trouve.numero));
  return approche.etat !== 'inconnu' || objectifApproche.etat !== 'inconnu';
}

function colonneLaPlusRiche(comptes: ReadonlyMap<number, ReadonlySet<string>>, sauf: number | null = null): { colonne: number; total: number } | null {
  let meilleure: { colonne: number; total: number } | null = null;
  for (const [colonne, cles] of comptes) {
    if (colonne !== sauf && cles.size > (meilleure?.total ?? 0)) meilleure = { colonne, total: cles.size };
  }
  return meilleure;
}

/** Textes à examiner : assez longs pour être un libellé, dans les premières lignes lues. */
function* textes(grille: Grille): Generator<{ ligne: number; colonne: number; texte: string }> {
  for (const { ligne, colonne, valeur } of grille.feuille.cellules.values()) {
    if (typeof valeur === 'string' && valeur.length >= 8 && valeur.length < 600) yield { ligne, colonne, texte: valeur };
  }
}

function premiereLigneReconnue(grille: Grille, colonnes: readonly (number | null)[]): number {
  let premiere = Number.POSITIVE_INFINITY;
  for (const { ligne, colonne, texte } of textes(grille)) {
    if (ligne >= premiere) continue;
    const utile = isBandeau(texte) || (colonnes.includes(colonne) && (isIntituleDelais(texte) || indicateursExacts(texte).length > 0 || reconnaitreObjectif(texte, 'tableau').etat === 'trouve'));
    if (utile) premiere = ligne;
  }
  return premiere;
}

/** Une feuille sans aucun des mots des annexes n'est pas examinée davantage. */
function enParle(grille: Grille): boolean {
  for (const { texte } of textes(grille)) {
    if (/objectif|indicateur|engagement|\bPMI\b|protection de l.enfance/i.test(texte)) return true;
  }
  return false;
}

function nature(indicateurs: number, objectifs: number, comptes: Comptes, grille: Grille): ProfilFeuille['nature'] {
  if (indicateurs >= MINIMUM) return 'tableau';
  if (objectifs < MINIMUM) return 'autre';
  const enTetes = [...textes(grille)].filter(({ texte }) => texte.length < 60 && FINANCEMENT.test(normaliser(texte)));
  return enTetes.length >= 2 || comptes.mesures.size > 0 ? 'plan' : 'autre';
}

export function profiler(grille: Grille): ProfilFeuille {
  const vide: ProfilFeuille = { nature: 'autre', colonneMesure: null, colonneObjectif: null, colonneIndicateur: null, premiereLigne: 1, reconnus: 0 };
  if (!enParle(grille)) return vide;
  const comptes: Comptes = { objectifs: new Map(), indicateurs: new Map(), mesures: new Map() };
  const ignores: { texte: string; colonne: number }[] = [];
  for (const { colonne, texte } of textes(grille)) if (!compter(comptes, texte, colonne, false)) ignores.push({ texte, colonne });
  const exacts = Math.max(colonneLaPlusRiche(comptes.indicateurs)?.total ?? 0, colonneLaPlusRiche(comptes.objectifs)?.total ?? 0);
  // Peu de libellés exacts : le modèle a peut-être été récrit, on tente le rapprochement approché.
  if (exacts < 2 * MINIMUM) for (const { texte, colonne } of ignores) compter(comptes, texte, colonne, true);
  const indicateurs = colonneLaPlusRiche(comptes.indicateurs);
  const objectifs = colonneLaPlusRiche(comptes.objectifs, indicateurs && indicateurs.total >= MINIMUM ? indicateurs.colonne : null);
  const trouvee = nature(indicateurs?.total ?? 0, objectifs?.total ?? 0, comptes, grille);
  if (trouvee === 'autre') return vide;
  const colonneIndicateur = trouvee === 'tableau' ? indicateurs!.colonne : null;
  const colonneObjectif = objectifs?.colonne ?? null;
  const mesures = colonneLaPlusRiche(comptes.mesures, colonneObjectif);
  return {
    nature: trouvee,
    colonneIndicateur,
    colonneObjectif,
    colonneMesure: mesures && mesures.colonne !== colonneIndicateur ? mesures.colonne : null,
    premiereLigne: premiereLigneReconnue(grille, [colonneObjectif, colonneIndicateur]),
    reconnus: (indicateurs?.total ?? 0) + (objectifs?.total ?? 0),
  };
}
