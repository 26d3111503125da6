/** Une formule dite avec les noms d'indicateurs à la place des adresses. */
import { formatA1, formatPlage } from '../classeur/adresse';
import type { TableauDeBord } from '../classeur/dossier';
import { isErreur } from '../classeur/instantane';
import { analyser } from './analyse';
import { texteDuNombre } from './conversions';
import { nomIndicateur, nomMoment } from './libelles';
import { erreurFrancaise, NOMS_FRANCAIS } from './noms-francais';
import type { Noeud, NoeudAppel, NoeudPlage } from './noeuds';

/** Tableau dont on emploie les noms, et colonne de la formule : une autre colonne est dite. */
export interface Place {
  readonly tableau: TableauDeBord;
  readonly colonne: number;
}

const SIGNES: Readonly<Record<string, string>> = { '/': ' ÷ ', '*': ' × ', '+': ' + ', '-': ' − ', '^': ' puissance ', '&': ' & ' };
const FORCES: Readonly<Record<string, number>> = { '^': 4, '*': 3, '/': 3, '+': 2, '-': 2, '&': 1 };
const ARRONDIS = new Set(['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'TRUNC']);
/** Au-delà, la description n'aide plus. */
const LONGUEUR_MAX = 200;

/** Texte de `nommerFormule` pour une formule anglaise ; `null` si elle ne se lit pas. */
export function nommer(formule: string, place: Place): string | null {
  const { noeud } = analyser(formule);
  return noeud && nommerFormule(noeud, place);
}

/** « =IF(D9=0,"",D7/D9) » → « entretiens du 4e mois (DREES / CD) ÷ naissances domiciliées ». Les gardes sont tues. */
export function nommerFormule(noeud: Noeud, place: Place): string {
  const texte = ecrire(sansGarde(noeud), place, 0, 0);
  return texte.length > LONGUEUR_MAX ? `${texte.slice(0, LONGUEUR_MAX - 1)}…` : texte;
}

/** Ôte les gardes (SI, SIERREUR) et l'arrondi de tête. */
export function sansGarde(noeud: Noeud): Noeud {
  let courant = noeud;
  for (;;) {
    const dedans = coeur(courant);
    if (!dedans) return courant;
    courant = dedans;
  }
}

function coeur(noeud: Noeud): Noeud | null {
  if (noeud.type === 'unaire' && noeud.operateur === '+') return noeud.operande;
  if (noeud.type !== 'appel') return null;
  const [premier, deuxieme, troisieme] = noeud.arguments;
  if (noeud.fonction === 'IFERROR' || noeud.fonction === 'IFNA' || ARRONDIS.has(noeud.fonction)) return premier ?? null;
  if (noeud.fonction !== 'IF') return null;
  if (isRepli(deuxieme) && troisieme && !isRepli(troisieme)) return troisieme;
  return isRepli(troisieme) && deuxieme && !isRepli(deuxieme) ? deuxieme : null;
}

/** Valeur de repli d'une garde : un littéral, ou rien. */
function isRepli(noeud: Noeud | null | undefined): boolean {
  return !noeud || noeud.type === 'litteral';
}

/** Une formule très profonde n'est dite qu'en partie. */
const PROFONDEUR_MAX = 12;

function ecrire(noeud: Noeud, place: Place, force: number, profondeur: number): string {
  if (profondeur > PROFONDEUR_MAX) return '…';
  switch (noeud.type) {
    case 'litteral': return ecrireLitteral(noeud.valeur);
    case 'plage': return ecrirePlage(noeud, place);
    case 'nom': return noeud.nom;
    case 'tableau': return noeud.texte;
    case 'unaire': {
      const operande = ecrire(noeud.operande, place, 5, profondeur + 1);
      if (noeud.operateur === '%') return `${operande} %`;
      return noeud.operateur === '-' ? `−${operande}` : operande;
    }
    case 'binaire': {
      const rang = FORCES[noeud.operateur] ?? 0;
      const texte = ecrire(noeud.gauche, place, rang, profondeur + 1) + (SIGNES[noeud.operateur] ?? ` ${noeud.operateur} `) + ecrire(noeud.droite, place, rang + 1, profondeur + 1);
      return rang < force ? `(${texte})` : texte;
    }
    case 'appel': return ecrireAppel(noeud, place, profondeur);
    case 'jonction': return `${ecrire(noeud.gauche, place, 5, profondeur + 1)}${noeud.operateur}${ecrire(noeud.droite, place, 5, profondeur + 1)}`;
    case 'matrice': return '{…}';
    case 'refus': return '…';
  }
}

function ecrireAppel({ fonction, arguments: operandes }: NoeudAppel, place: Place, profondeur: number): string {
  const textes = operandes.map((operande) => (operande ? ecrire(operande, place, 0, profondeur + 1) : ''));
  return `${NOMS_FRANCAIS.get(fonction) ?? fonction}(${textes.join(' ; ')})`;
}

function ecrireLitteral(valeur: Extract<Noeud, { type: 'litteral' }>['valeur']): string {
  if (typeof valeur === 'number') return texteDuNombre(valeur);
  if (typeof valeur === 'string') return `« ${valeur} »`;
  if (isErreur(valeur)) return erreurFrancaise(valeur.erreur);
  return valeur ? 'VRAI' : 'FAUX';
}

function ecrirePlage(plage: NoeudPlage, place: Place): string {
  const { feuille, ligne, colonne, derniereLigne, derniereColonne } = plage;
  const devant = feuille === null || feuille.toLowerCase() === place.tableau.feuille.nom.toLowerCase() ? '' : `« ${feuille} » `;
  if (ligne === null || colonne === null || derniereLigne === null || derniereColonne === null) return `${devant}${ecrireEntiere(plage)}`;
  if (ligne !== derniereLigne || colonne !== derniereColonne) return `${devant}${formatPlage({ ligne, colonne, derniereLigne, derniereColonne })}`;
  const nom = devant === '' ? nomCellule(ligne, colonne, place) : null;
  return nom ?? `${devant}${formatA1(ligne, colonne)}`;
}

function ecrireEntiere({ ligne, colonne, derniereLigne, derniereColonne }: NoeudPlage): string {
  if (ligne === null) return `${formatA1(1, colonne ?? 1).replace(/\d+$/, '')}:${formatA1(1, derniereColonne ?? 1).replace(/\d+$/, '')}`;
  return `${String(ligne)}:${String(derniereLigne)}`;
}

/** Nom de l'indicateur d'une cellule du tableau, avec sa colonne si ce n'est pas celle de la formule. */
export function nomCellule(ligne: number, colonne: number, { tableau, colonne: ici }: Place): string | null {
  const indicateur = [...tableau.indicateurs.values()].find((candidat) => candidat.ligne === ligne);
  const moment = tableau.moments.find((candidat) => candidat.colonne === colonne);
  if (!indicateur || !moment) return null;
  return colonne === ici ? nomIndicateur(indicateur.code) : `${nomIndicateur(indicateur.code)} [${nomMoment(moment)}]`;
}
