/** Pourquoi une écriture n'est pas faite : une phrase par cellule, avec la suite à donner. */
import { formatA1, formatPlage } from '../../classeur/adresse';
import { cleEmplacement } from '../../corrections/cle';
import { identiteNouvelle, isFormule, memeContenu, nomNouvelle } from '../../corrections/plan';
import type { Contenu, Ecriture, PlanEcritures } from '../../corrections/plan';
import type { RaisonRefus } from '../port';
import type { CelluleRelue, FeuilleRelue } from './feuille-relue';
import type { Relecture } from './relecture';

const FORMAT_TEXTE = '@';

/** Contenu montrable : nombres à la française, formules annoncées sans être citées en anglais. */
function decrire(contenu: Contenu | null): string {
  if (contenu === null) return 'une erreur';
  if (isFormule(contenu)) return 'une formule';
  const { valeur } = contenu;
  if (valeur === null) return 'une cellule vide';
  if (typeof valeur === 'number') return valeur.toLocaleString('fr-FR', { maximumFractionDigits: 6 });
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  return `« ${valeur} »`;
}

function decrireChangement(avant: Contenu, relu: Contenu | null): string {
  if (relu !== null && isFormule(avant) && isFormule(relu)) return 'sa formule n’est plus la même';
  return `on y attendait ${decrire(avant)}, on y trouve ${decrire(relu)}`;
}

/** Vrai si Excel garderait du texte : une cellule au format Texte ne calcule pas ce qu'on y écrit. */
export function leverFormatTexte(apres: Contenu, format: string): boolean {
  return format === FORMAT_TEXTE && (isFormule(apres) || typeof apres.valeur === 'number' || typeof apres.valeur === 'boolean');
}

function obstacle(ecriture: Ecriture, feuille: FeuilleRelue, relue: CelluleRelue): string | null {
  const { ligne, colonne, avant, apres } = ecriture;
  const { fusion } = relue;
  if (fusion && (fusion.ligne !== ligne || fusion.colonne !== colonne)) {
    return `est couverte par les cellules fusionnées ${formatPlage(fusion)} : écrivez dans ${formatA1(fusion.ligne, fusion.colonne)}.`;
  }
  if (relue.enMatrice) return 'fait partie d’une formule matricielle, qui ne se modifie qu’en entier : corrigez-la à la main.';
  if (relue.tableau !== null) {
    return `appartient au tableau structuré « ${relue.tableau} » : corrigez-la à la main, pour ne pas dérégler le tableau.`;
  }
  if (feuille.protegee && relue.verrouillee) {
    return 'est verrouillée et la feuille est protégée : ôtez la protection (Révision > Ôter la protection de la feuille), puis recommencez.';
  }
  if (leverFormatTexte(apres, relue.format) && !feuille.formatsPermis) {
    return 'est au format Texte sur une feuille protégée, Excel n’y calculerait rien : ôtez la protection de la feuille, puis recommencez.';
  }
  if (relue.contenu === null || !memeContenu(avant, relue.contenu)) {
    return `a changé depuis le contrôle (${decrireChangement(avant, relue.contenu)}) : relancez le contrôle avant de corriger.`;
  }
  return null;
}

function refuserEcriture(ecriture: Ecriture, plan: PlanEcritures, { feuilles }: Relecture): string | null {
  const nouvelle = nomNouvelle(ecriture.feuille);
  if (nouvelle !== null) {
    return plan.nouvellesFeuilles?.includes(nouvelle) ? null : `La feuille « ${nouvelle} » n’est pas de celles que le plan crée. Relancez le contrôle.`;
  }
  const feuille = feuilles.get(ecriture.feuille);
  const { ligne, colonne } = ecriture;
  if (!feuille) return `La feuille de la cellule ${formatA1(ligne, colonne)} a été supprimée du classeur. Relancez le contrôle.`;
  const suite = obstacle(ecriture, feuille, feuille.cellule(ligne, colonne));
  return suite && `La cellule ${formatA1(ligne, colonne)} de « ${feuille.nom} » ${suite}`;
}

function refuserFeuille(nom: string, { nomsPris, structureProtegee }: Relecture): string | null {
  if (nomsPris.has(nom)) return `Le classeur a déjà une feuille « ${nom} ». Renommez-la ou supprimez-la, puis recommencez.`;
  if (!structureProtegee) return null;
  return `La structure du classeur est protégée : la feuille « ${nom} » ne peut pas être ajoutée. Ôtez la protection (Révision > Protéger le classeur), puis recommencez.`;
}

const DOUBLE = 'La même cellule est visée deux fois par le même lot : gardez une seule des deux corrections.';

/** Toutes les raisons de ne rien écrire ; aucune : le plan peut s'appliquer. */
export function refuser(plan: PlanEcritures, relecture: Relecture): RaisonRefus[] {
  const feuilles = (plan.nouvellesFeuilles ?? []).map((nom) => ({
    emplacement: { feuille: identiteNouvelle(nom), ligne: 1, colonne: 1 },
    message: refuserFeuille(nom, relecture),
  }));
  const vues = new Set<string>();
  const cellules = plan.ecritures.map((ecriture) => {
    const { feuille, ligne, colonne } = ecriture;
    const cle = cleEmplacement(ecriture);
    const message = vues.has(cle) ? DOUBLE : refuserEcriture(ecriture, plan, relecture);
    vues.add(cle);
    return { emplacement: { feuille, ligne, colonne }, message };
  });
  return [...feuilles, ...cellules].flatMap(({ emplacement, message }) => (message === null ? [] : [{ emplacement, message }]));
}
