/** Libellés officiels d'une feuille, comptés par colonne : exacts d'abord, approchés si la feuille a été récrite. */
import type { Grille, TexteLu } from './grille';
import { indicateursExacts, objectifExact, objectifsDeLaMesure, reconnaitreIndicateur, reconnaitreObjectif } from './libelles';
import { partConnue } from './termes';

/** Par colonne : libellés distincts, et la première ligne de chacun. */
type Compte = Map<number, Map<string, number>>;

export interface Comptes {
  readonly objectifs: Compte;
  readonly indicateurs: Compte;
  readonly mesures: Compte;
}

/** En deçà de ce nombre de libellés exacts, le modèle a peut-être été récrit. */
const RECRIT = 10;
/** Un libellé est un texte court ; un texte d'un ou deux mots ne s'examine que dans une feuille récrite. */
const LONGUEUR = { exact: 8, approche: 4, max: 600 };
/** Textes distincts examinés de près : les deux annexes n'en comptent pas cent. */
const EXAMENS_MAX = 400;
const PART_CONNUE = 0.5;
const POSSIBLES_MIN = 5;

function noter(compte: Compte, { ligne, colonne }: TexteLu, cle: string): void {
  const cles = compte.get(colonne) ?? new Map<string, number>();
  cles.set(cle, Math.min(ligne, cles.get(cle) ?? ligne));
  compte.set(colonne, cles);
}

function compterExact({ objectifs, indicateurs, mesures }: Comptes, lu: TexteLu): boolean {
  const [indicateur] = indicateursExacts(lu.texte);
  if (indicateur !== undefined) noter(indicateurs, lu, indicateur);
  const objectif = objectifExact(lu.texte);
  if (objectif) noter(objectifs, lu, String(objectif.numero));
  const [premier] = objectifsDeLaMesure(lu.texte);
  if (premier) noter(mesures, lu, premier.mesure.libelle);
  return indicateur !== undefined || objectif !== null;
}

function compterApproche({ objectifs, indicateurs }: Comptes, lu: TexteLu): void {
  const indicateur = reconnaitreIndicateur(lu.texte);
  if (indicateur.etat === 'trouve') noter(indicateurs, lu, indicateur.candidat.cible.code);
  else if (indicateur.etat === 'ambigu') noter(indicateurs, lu, indicateur.candidats[0]!.cible.code);
  const objectif = reconnaitreObjectif(lu.texte, 'tableau');
  if (objectif.etat === 'trouve') noter(objectifs, lu, String(objectif.trouve.numero));
}

const maximum = (compte: Compte) => Math.max(0, ...[...compte.values()].map(({ size }) => size));

/** Une feuille sans aucun des mots des annexes n'est pas examinée davantage. */
function enParle({ textes }: Grille): boolean {
  return textes.some(({ texte }) => /objectif|indicateur|engagement|\bPMI\b|protection de l.enfance/i.test(texte));
}

/** Textes qui pourraient être des libellés retouchés ; trop peu, la feuille n'est pas une annexe récrite. */
function approcher(comptes: Comptes, restants: readonly TexteLu[]): void {
  const vus = new Map<string, boolean>();
  const possibles: TexteLu[] = [];
  for (const lu of restants) {
    if (lu.texte.length < LONGUEUR.approche || lu.texte.length > LONGUEUR.max) continue;
    if (!vus.has(lu.texte)) {
      if (vus.size >= EXAMENS_MAX) break;
      vus.set(lu.texte, partConnue(lu.texte) >= PART_CONNUE);
    }
    if (vus.get(lu.texte)) possibles.push(lu);
  }
  if (possibles.length >= POSSIBLES_MIN) for (const lu of possibles) compterApproche(comptes, lu);
}

/** Comptes d'une feuille ; `null` si elle n'en parle pas. `approche` : chercher les libellés retouchés en tout cas. */
export function compter(grille: Grille, approche: boolean): Comptes | null {
  if (!approche && !enParle(grille)) return null;
  const comptes: Comptes = { objectifs: new Map(), indicateurs: new Map(), mesures: new Map() };
  const restants = grille.textes.filter((lu) => lu.texte.length < LONGUEUR.exact || lu.texte.length > LONGUEUR.max || !compterExact(comptes, lu));
  const recrit = maximum(comptes.indicateurs) < RECRIT && maximum(comptes.objectifs) < RECRIT;
  // Des indicateurs intacts sous des objectifs récrits : il reste à trouver la colonne des objectifs.
  const sansObjectifs = maximum(comptes.indicateurs) >= RECRIT && maximum(comptes.objectifs) < RECRIT;
  if (approche || recrit || sansObjectifs) approcher(comptes, restants);
  return comptes;
}
