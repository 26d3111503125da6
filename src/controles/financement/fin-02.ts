/**
 * FIN-02 — Le total d'un objectif est la somme de ses lignes, Département et Etat (et partenaires).
 * Source : annexe 5.3 (« Total pour l'objectif ») ; contrat-type, article 2.2.
 */
import { formatMontant } from '../../classeur/nombres';
import { proposerTotal } from '../../formules/style-totaux';
import type { Constat, Correction } from '../constat';
import { colonnesDuPlanAbsentes } from '../absence';
import { definirControle, type Bilan } from '../controle';
import { constat, correction, grandeurMontant, grandeurTexte, nommer } from '../fabrique';
import { nombreLu } from '../lecture-cellule';
import type { LecturePlan } from '../lecture-plan';
import { sommeAttendue, totauxDuPlan, type Total } from './totaux-lus';

const SOURCE = 'annexe 5.3 ; contrat-type, article 2.2';
/** Écart admis entre un total et la somme de ses lignes, en euros (catalogue). */
const TOLERANCE = 0.5;

function nomTotal({ objectif, total: { portee } }: Total): string {
  if (portee === 'total') return 'Plan d’action : la ligne TOTAL';
  return objectif === null ? 'Objectif local : le total' : `${nommer(objectif)} : le total`;
}

function corriger(plan: LecturePlan, { total, cellule }: Total, type: Correction['type']): Correction | null {
  const formule = proposerTotal({ plan: plan.plan, service: plan.service, total });
  return formule === null ? null : correction(type, cellule, { formule }, 'Calculer le total par une formule.');
}

function ecrire(plan: LecturePlan, lu: Total, ebauche: Pick<Constat, 'gravite' | 'message' | 'suite' | 'attendu' | 'trouve' | 'ecart'>, type: Correction['type']): Constat {
  return constat({ code: 'FIN-02', source: SOURCE, emplacement: lu.cellule.emplacement, objectif: lu.objectif, correction: corriger(plan, lu, type), ...ebauche });
}

function differe(plan: LecturePlan, lu: Total, attendu: number, trouve: number, comment: string): Constat {
  const ecart = formatMontant(Math.abs(attendu - trouve));
  return ecrire(plan, lu, {
    gravite: 'bloquant',
    message: `${nomTotal(lu)} (${formatMontant(trouve)}) n’est pas la somme de ses lignes (${formatMontant(attendu)}) : ${ecart} ${trouve > attendu ? 'de trop' : 'de moins'}${comment}.`,
    suite: `Rétablir la formule qui additionne toutes les lignes de ${lu.total.portee === 'total' ? 'la colonne' : 'l’objectif'}.`,
    attendu: grandeurMontant(attendu),
    trouve: grandeurMontant(trouve),
    ecart,
  }, 'proposee');
}

function jugerConstante(plan: LecturePlan, lu: Total, attendu: number): Constat | null {
  const trouve = nombreLu(lu.cellule);
  // Un total illisible ou non déterminé est désigné par FIN-07.
  if (trouve === null || (trouve === 0 && attendu === 0)) return null;
  if (Math.abs(trouve - attendu) > TOLERANCE) return differe(plan, lu, attendu, trouve, ' ; il est saisi, et non calculé');
  return ecrire(plan, lu, {
    gravite: 'alerte',
    message: `${nomTotal(lu)} (${formatMontant(trouve)}) est juste, mais saisi au lieu d’être calculé.`,
    suite: 'Remplacer la valeur par la formule : elle suivra les montants.',
    attendu: grandeurMontant(attendu), trouve: grandeurMontant(trouve), ecart: null,
  }, lu.cellule.lecture.nature === 'nombre' && lu.cellule.lecture.texte === null && trouve === attendu ? 'automatique' : 'proposee');
}

/** Une colonne de partenaire encore vide n'a pas à figurer dans le total ; une ligne d'action, si. */
function oublieUneLigne({ plan: { colonnes } }: LecturePlan, oubliees: readonly { readonly colonne: number }[]): boolean {
  return oubliees.some(({ colonne }) => !colonnes.partenairesFinanciers.some((partenaire) => partenaire.colonne === colonne));
}

function jugerFormule(plan: LecturePlan, lu: Total, attendu: number | null): Constat | null {
  const { identification } = lu.total;
  if (identification.nature !== 'faux' && identification.nature !== 'constante_cachee') return null;
  if (identification.nature === 'faux' && identification.cause === 'erreur') return null;
  const trouve = nombreLu(lu.cellule);
  if (attendu !== null && trouve !== null && Math.abs(trouve - attendu) > TOLERANCE) return differe(plan, lu, attendu, trouve, ` ; la formule ${identification.description}`);
  if (identification.nature === 'faux' && identification.sansEffet && !oublieUneLigne(plan, identification.oubliees)) return null;
  return ecrire(plan, lu, {
    gravite: attendu !== null && trouve !== null ? 'info' : 'bloquant',
    message: `${nomTotal(lu)} : la formule ${identification.description}${attendu !== null && trouve !== null ? ' ; le montant affiché reste juste tant que ces lignes sont vides' : ''}.`,
    suite: 'Corriger la formule pour qu’elle additionne toutes les lignes, et elles seules.',
    attendu: attendu === null ? null : grandeurMontant(attendu),
    trouve: lu.cellule.formule === null ? null : grandeurTexte(lu.cellule.formule),
    ecart: null,
  }, 'proposee');
}

/** La ligne TOTAL n'est pas tenue d'additionner une colonne ajoutée pour un partenaire. */
function isTotalDePartenaire({ plan: { colonnes } }: LecturePlan, { total: { portee, colonne } }: Total): boolean {
  return portee === 'total' && colonnes.partenairesFinanciers.some((partenaire) => partenaire.colonne === colonne);
}

function juger(plan: LecturePlan, lu: Total): Constat | null {
  const attendu = sommeAttendue(plan, lu);
  switch (lu.total.identification.nature) {
    case 'vide':
      if (attendu === null || Math.abs(attendu) <= TOLERANCE || isTotalDePartenaire(plan, lu)) return null;
      return ecrire(plan, lu, {
        gravite: 'bloquant',
        message: `${nomTotal(lu)} est vide, alors que ses lignes portent ${formatMontant(attendu)}.`,
        suite: 'Rétablir la formule du total.',
        attendu: grandeurMontant(attendu), trouve: null, ecart: formatMontant(attendu),
      }, 'proposee');
    case 'constante':
      return attendu === null ? null : jugerConstante(plan, lu, attendu);
    default:
      return jugerFormule(plan, lu, attendu);
  }
}

function nonVerifies(totaux: readonly Total[]): Bilan['nonVerifies'] {
  return totaux.flatMap(({ total: { identification }, cellule }) =>
    identification.nature === 'non_evaluable' ? [{ emplacement: cellule.emplacement, raison: `la formule du total ${cellule.adresse} n’a pas pu être évaluée : ${identification.raison}` }] : [],
  );
}

export const FIN_02 = definirControle({
  code: 'FIN-02',
  titre: 'Total inexact',
  exigence: 'Le total d’un objectif est la somme des montants de toutes ses lignes ; la ligne TOTAL, celle de chaque colonne.',
  pourquoi: 'Un total faux se retrouve dans le contrat, et fausse la délégation des crédits.',
  gravite: 'bloquant',
  graviteVariable: 'alerte pour un total juste mais saisi, info pour une formule qui oublie une ligne encore vide',
  source: SOURCE,
  limites: 'À un demi-euro près. Un total par objectif ou un par ligne. Les montants de partenaires comptent dans le total, jamais dans la parité. Un écart hérité d’un objectif n’est pas redit sur la ligne TOTAL.',
  correction: 'automatique pour une constante exacte, proposée sinon',
  exige: ['plan'],
  cede: ['FIN-07', 'FOR-04'],
  // Un total écrit en texte et faux a deux défauts : convertir le texte ne le rendrait pas juste.
  cedeSi: (total, autre) => autre.code !== 'FIN-07' || autre.gravite === 'bloquant' || total.ecart === null,
  surVierge: true,
  controler: ({ plan }) => {
    const absentes = colonnesDuPlanAbsentes(plan, ['departement', 'etat', 'total']);
    if (absentes.length > 0) return { constats: [], nonVerifies: absentes };
    const totaux = totauxDuPlan(plan);
    return { constats: totaux.map((total) => juger(plan, total)).filter((trouve) => trouve !== null), nonVerifies: nonVerifies(totaux) };
  },
});
