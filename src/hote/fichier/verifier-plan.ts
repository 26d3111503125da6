/** Ce qui empêche d'écrire un plan : une phrase par cause, avec la suite à donner. */
import { parse, tokenize } from '@borgar/fx/xlsx';
import { type Emplacement, contient, formatA1, formatPlage } from '../../classeur/adresse';
import { type Cellule, type Feuille, type Plage, celluleDe, isErreur } from '../../classeur/instantane';
import { formatNombre } from '../../classeur/nombres';
import { type Contenu, type Ecriture, isFormule, memeContenu } from '../../corrections/plan';
import { FORMULE_MAX, TEXTE_MAX } from './contenu-xml';
import { COLONNES_MAX, LIGNES_MAX } from './positions';

/** Une feuille visée, et le verrou que prendrait une de ses cellules absentes. */
export interface FeuilleVisee {
  readonly feuille: Feuille;
  readonly absenteVerrouillee: (ligne: number, colonne: number) => boolean;
}

const RELANCER = 'relancez le contrôle, puis recommencez.';

/** Raison de refuser une écriture dans une feuille existante (`undefined` : introuvable), ou `null`. */
export function refuserEcriture(ecriture: Ecriture, visee: FeuilleVisee | undefined): string | null {
  const { ligne, colonne } = ecriture;
  const adresse = formatA1(ligne, colonne);
  if (!visee) return `La feuille de la cellule ${adresse} n’est plus dans le classeur : ${RELANCER}`;
  const obstacle = horsFeuille(ligne, colonne) ?? refuserContenu(ecriture.apres) ?? refuserPlace(ecriture, visee) ?? refuserChangement(ecriture, visee.feuille);
  return obstacle && `La cellule ${adresse} de « ${visee.feuille.nom} » ${obstacle}`;
}

export function horsFeuille(ligne: number, colonne: number): string | null {
  const dedans = Number.isInteger(ligne) && Number.isInteger(colonne) && ligne >= 1 && colonne >= 1 && ligne <= LIGNES_MAX && colonne <= COLONNES_MAX;
  return dedans ? null : `n’existe pas : ${RELANCER}`;
}

/** Ce qu'Excel n'admet dans aucune cellule, et qui rendrait le classeur illisible. */
export function refuserContenu(contenu: Contenu): string | null {
  if (isFormule(contenu)) return isFormulePossible(contenu.formule) ? null : 'recevrait une formule que le tableur ne saurait pas lire : saisissez-la à la main.';
  const { valeur } = contenu;
  if (typeof valeur === 'number' && !Number.isFinite(valeur)) return 'recevrait un nombre impossible : saisissez-le à la main.';
  if (typeof valeur === 'string' && valeur.length > TEXTE_MAX) return `recevrait un texte de plus de ${formatNombre(TEXTE_MAX)} caractères : raccourcissez-le.`;
  return null;
}

function isFormulePossible(formule: string): boolean {
  if (!formule.startsWith('=') || formule.length > FORMULE_MAX) return false;
  try {
    parse(tokenize(formule));
    return true;
  } catch (erreur) {
    if (!(erreur instanceof Error)) throw erreur;
    return false;
  }
}

function refuserPlace({ ligne, colonne }: Emplacement, { feuille, absenteVerrouillee }: FeuilleVisee): string | null {
  const dans = (plage: Plage): boolean => contient(plage, ligne, colonne);
  const fusion = feuille.fusions.find(dans);
  if (fusion && (fusion.ligne !== ligne || fusion.colonne !== colonne)) {
    return `est couverte par les cellules fusionnées ${formatPlage(fusion)} : écrivez dans ${formatA1(fusion.ligne, fusion.colonne)}.`;
  }
  const matrice = feuille.matrices.find(dans);
  if (matrice) return `fait partie d’une formule matricielle (${formatPlage(matrice)}), qui ne se modifie qu’en entier : corrigez-la à la main.`;
  const tableau = feuille.tableaux.find(({ plage, lignesEnTete }) => dans(plage) && ligne < plage.ligne + lignesEnTete);
  if (tableau) return `est un en-tête du tableau structuré « ${tableau.nom} » : corrigez-la à la main, pour ne pas dérégler le tableau.`;
  const verrouillee = celluleDe(feuille, ligne, colonne)?.verrouillee ?? absenteVerrouillee(ligne, colonne);
  if (!feuille.protegee || !verrouillee) return null;
  return 'est verrouillée et la feuille est protégée : ôtez la protection (Révision > Ôter la protection de la feuille), puis recommencez.';
}

function refuserChangement({ ligne, colonne, avant }: Ecriture, feuille: Feuille): string | null {
  const actuel = contenuDe(celluleDe(feuille, ligne, colonne));
  if (actuel !== null && memeContenu(avant, actuel)) return null;
  const detail =
    actuel !== null && isFormule(avant) && isFormule(actuel)
      ? 'sa formule n’est plus la même'
      : `on y attendait ${decrire(avant)}, on y trouve ${decrire(actuel)}`;
  return `a changé depuis le contrôle (${detail}) : relancez le contrôle avant de corriger.`;
}

/** Contenu d'une cellule relue ; `null` pour une erreur saisie, qu'aucun plan n'attend. */
export function contenuDe(cellule: Cellule | undefined): Contenu | null {
  if (!cellule) return { valeur: null };
  if (cellule.formule !== null) return { formule: cellule.formule };
  return isErreur(cellule.valeur) ? null : { valeur: cellule.valeur };
}

/** Contenu montrable : nombres à la française, formules annoncées sans être citées en anglais. */
function decrire(contenu: Contenu | null): string {
  if (contenu === null) return 'une erreur';
  if (isFormule(contenu)) return 'une formule';
  const { valeur } = contenu;
  if (valeur === null) return 'une cellule vide';
  if (typeof valeur === 'number') return formatNombre(valeur, 6);
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  return `« ${valeur.length > 80 ? `${valeur.slice(0, 80)}…` : valeur} »`;
}
