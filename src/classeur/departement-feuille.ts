/** Département lu dans le haut d'une feuille : au-dessus ou à côté du tableau, ou sur une page de garde. */
import type { Departement } from '../referentiel/departements';
import { simplifier } from '../referentiel/texte';
import { lireNomDeDocument, lireTitre, type Certitude } from './departement-contexte';
import { trouverDepartement } from './departement-texte';
import { celluleDe, isErreur, isVide, type Feuille, type Plage, type Valeur } from './instantane';

/** Un titre tient dans le haut d'une feuille : au-delà, un nom de département est du contenu. */
const LIGNES_NON_VIDES = 15;
const LIGNES_PARCOURUES = 40;
const COLONNES_PARCOURUES = 26;

const LIBELLE = /^(?:nom |code |numero |n° )?(?:du |de la )?(?:conseil departemental|departement|territoire|collectivite)(?: concerne| signataire)? ?:?$/;
const INTITULE_DE_COLONNE = /^(?:mesures?|objectifs?|indicateurs?|actions?(?: a mettre en oeuvre)?|partenaires?)$/;
const FINANCES = /\b(?:etat|total|financements?|montants?|budget|credits?|ars|caf)\b|€/;

interface Case {
  readonly ligne: number;
  readonly colonne: number;
  readonly texte: string;
}

const texteDe = (valeur: Valeur) => (typeof valeur === 'string' ? valeur : typeof valeur === 'number' ? String(valeur) : '');

/** Valeur en texte d'une cellule, vide si elle n'existe pas, porte une erreur ou un booléen. */
function lire(feuille: Feuille, ligne: number, colonne: number): string {
  const valeur = celluleDe(feuille, ligne, colonne)?.valeur ?? null;
  return isErreur(valeur) ? '' : texteDe(valeur).trim();
}

/**
 * Place du tableau d'une feuille reconnue : la première ligne qui porte deux intitulés de colonnes
 * des annexes. À défaut, rien n'est exclu : les intitulés « Département » des financements
 * n'ont de toute façon ni nom à droite, ni nom dessous.
 */
function placeDuTableau(feuille: Feuille): Plage | null {
  const derniereColonne = Math.min(feuille.derniereColonne, COLONNES_PARCOURUES);
  for (let ligne = 1; ligne <= Math.min(feuille.derniereLigne, LIGNES_PARCOURUES); ligne += 1) {
    const intitules: number[] = [];
    for (let colonne = 1; colonne <= derniereColonne; colonne += 1) {
      const texte = lire(feuille, ligne, colonne);
      if (texte !== '' && texte.length <= 40 && INTITULE_DE_COLONNE.test(simplifier(texte))) intitules.push(colonne);
    }
    const [premiere] = intitules;
    if (intitules.length >= 2 && premiere !== undefined) {
      return { ligne, colonne: premiere, derniereLigne: feuille.derniereLigne, derniereColonne: derniereColonneDe(feuille, ligne, intitules[intitules.length - 1]!) };
    }
  }
  return null;
}

/** Dernière colonne de l'en-tête, qui tient sur deux lignes : une colonne vide dans les deux, hors fusion, le termine. */
function derniereColonneDe(feuille: Feuille, ligne: number, premiere: number): number {
  const fusionnees = feuille.fusions.filter((fusion) => fusion.ligne <= ligne + 1 && fusion.derniereLigne >= ligne);
  let derniere = premiere;
  for (;;) {
    const suivante = derniere + 1;
    const fusion = fusionnees.find((element) => element.colonne <= suivante && element.derniereColonne >= suivante);
    if (fusion && fusion.colonne <= derniere) derniere = fusion.derniereColonne;
    else if (lire(feuille, ligne, suivante) !== '' || lire(feuille, ligne + 1, suivante) !== '') derniere = suivante;
    else return derniere;
  }
}

/** Textes du haut de la feuille, hors du tableau lui-même quand elle en porte un. */
function hautDeFeuille(feuille: Feuille, tableau: Plage | null): readonly Case[] {
  const cases: Case[] = [];
  const derniereLigne = Math.min(feuille.derniereLigne, LIGNES_PARCOURUES);
  const derniereColonne = Math.min(feuille.derniereColonne, COLONNES_PARCOURUES);
  for (let ligne = 1, nonVides = 0; ligne <= derniereLigne && nonVides < LIGNES_NON_VIDES; ligne += 1) {
    let pleine = false;
    for (let colonne = 1; colonne <= derniereColonne; colonne += 1) {
      const valeur = celluleDe(feuille, ligne, colonne)?.valeur ?? null;
      if (isVide(valeur)) continue;
      pleine = true;
      const dedans = tableau && ligne >= tableau.ligne && colonne >= tableau.colonne && colonne <= tableau.derniereColonne;
      if (typeof valeur === 'string' && !dedans) cases.push({ ligne, colonne, texte: valeur });
    }
    if (pleine) nonVides += 1;
  }
  return cases;
}

/** Valeur d'un libellé « Département » : à droite, sinon dessous ; une liste de départements n'en est pas une. */
function valeurDuLibelle(feuille: Feuille, { ligne, colonne }: Case): Departement | null {
  const droite = [1, 2, 3, 4].map((pas) => colonne + pas).find((rang) => lire(feuille, ligne, rang) !== '');
  const aDroite = droite === undefined ? null : trouverDepartement(lire(feuille, ligne, droite));
  if (aDroite && droite !== undefined) {
    const nombre = /^\d+$/.test(lire(feuille, ligne, droite));
    const voisins = [lire(feuille, ligne - 1, colonne), lire(feuille, ligne + 1, colonne), lire(feuille, ligne, droite + 1)];
    const finances = voisins.some((texte) => FINANCES.test(simplifier(texte)));
    const liste = trouverDepartement(lire(feuille, ligne, droite + 1)) !== null;
    return liste || (nombre && (finances || lire(feuille, ligne, droite).length < 2)) ? null : aDroite;
  }
  const dessous = lire(feuille, ligne + 1, colonne);
  const liste = trouverDepartement(lire(feuille, ligne + 2, colonne)) !== null;
  return /^\d*$/.test(dessous) || liste ? null : trouverDepartement(dessous);
}

/**
 * Département que désigne une feuille ; `null` si elle n'en désigne aucun, ou plusieurs avec la même force.
 * @param reconnue vrai pour un tableau de bord ou un plan d'action, faux pour une page de garde.
 */
export function lireFeuille(feuille: Feuille, reconnue: boolean): Departement | null {
  const tableau = reconnue ? placeDuTableau(feuille) : null;
  const cases = hautDeFeuille(feuille, tableau);
  const duContrat = reconnue || cases.some(({ texte }) => /cdppe|contrat d[ée]partemental/i.test(texte));
  const certitudes = cases.flatMap((element): Certitude[] => {
    const certitude = lireCase(feuille, element, tableau, { reconnue, duContrat });
    return certitude ? [certitude] : [];
  });
  for (const force of [2, 1]) {
    const trouves = new Set(certitudes.filter((element) => element.force === force).map(({ departement }) => departement));
    if (trouves.size > 1) return null;
    const [seul] = trouves;
    if (seul) return seul;
  }
  return null;
}

function lireCase(feuille: Feuille, element: Case, tableau: Plage | null, { reconnue, duContrat }: { reconnue: boolean; duContrat: boolean }): Certitude | null {
  const { ligne, texte } = element;
  const aCote = tableau !== null && ligne >= tableau.ligne;
  if (texte.length <= 60 && LIBELLE.test(simplifier(texte))) {
    const departement = aCote && !texte.includes(':') ? null : valeurDuLibelle(feuille, element);
    return departement && { departement, force: 2 };
  }
  const titre = lireTitre(texte);
  // Hors d'un titre, une phrase peut citer le département voisin.
  if (titre && ((reconnue && !aCote) || (titre.force === 1 && !aCote) || isDesignation(texte))) return titre;
  const nom = duContrat && !aCote ? (lireNomSeul(feuille, element) ?? lireNomDeDocument(texte)) : null;
  return nom && { departement: nom, force: 1 };
}

/** « Département de la Moselle » et rien d'autre, ou une courte ligne qui commence ainsi. */
function isDesignation(texte: string): boolean {
  return texte.length <= 80 && /^(?:conseil departemental|departement|dpt|dept|cd)\b/.test(simplifier(texte));
}

/** « Haute-Vienne » ou « Lot (46) », seuls dans leur cellule et hors d'une liste de départements. */
function lireNomSeul(feuille: Feuille, { ligne, colonne, texte }: Case): Departement | null {
  const departement = texte.length <= 60 && /\p{L}{3}/u.test(texte) ? trouverDepartement(texte) : null;
  if (!departement || (departement.homonyme && !/\d/.test(texte))) return null;
  const voisins = [[-1, 0], [1, 0], [0, -1], [0, 1]].map(([dl, dc]) => lire(feuille, ligne + dl!, colonne + dc!));
  return voisins.some((voisin) => /\p{L}{3}/u.test(voisin) && trouverDepartement(voisin)) ? null : departement;
}
