/**
 * FIN-02 — Le total d'un objectif est la somme de ses lignes, Département et Etat (et partenaires).
 * Source : annexe 5.3 (« Total pour l'objectif ») ; contrat-type, article 2.2.
 */
import { formatMontant } from '../../classeur/nombres';
import { proposerTotal } from '../../formules/style-totaux';
import type { TotalIdentifie } from '../../formules/totaux';
import { identifierLigneTotal, identifierTotaux } from '../../formules/totaux';
import { OBJECTIFS, type NumeroObjectif } from '../../referentiel/objectifs';
import type { Constat, Correction } from '../constat';
import { definirControle, type Bilan } from '../controle';
import { constat, correction, grandeurMontant, grandeurTexte, nommer } from '../fabrique';
import { nombreLu, type CelluleLue } from '../lecture-cellule';
import type { LecturePlan } from '../lecture-plan';

const SOURCE = 'annexe 5.3 ; contrat-type, article 2.2';
/** Écart admis entre un total et la somme de ses lignes, en euros (catalogue). */
const TOLERANCE = 0.5;

interface Total {
  readonly total: TotalIdentifie;
  readonly cellule: CelluleLue;
  readonly objectif: NumeroObjectif | null;
  /** Colonnes que le total additionne. */
  readonly colonnes: readonly number[];
}

/** Colonnes de montants : Département, Etat, partenaires ; jamais le total lui-même. */
function colonnesAdditionnees({ plan: { colonnes } }: LecturePlan): readonly number[] {
  return [colonnes.departement, colonnes.etat, ...colonnes.partenairesFinanciers.map(({ colonne }) => colonne)].filter((colonne) => colonne !== null);
}

function totauxDuPlan(plan: LecturePlan): readonly Total[] {
  const { plan: lu, service } = plan;
  const additionnees = colonnesAdditionnees(plan);
  const decrire = (total: TotalIdentifie, objectif: NumeroObjectif | null, colonnes: readonly number[]): Total => ({ total, objectif, colonnes, cellule: plan.cellule(total.ligne, total.colonne) });
  const parObjectif = OBJECTIFS.flatMap(({ numero }) => {
    const lignes = plan.objectif(numero)?.lignes ?? [];
    return identifierTotaux({ plan: lu, service, lignes }).map((total) => decrire(total, numero, additionnees));
  });
  const locaux = lu.lignesLocales.flatMap((ligne) => identifierTotaux({ plan: lu, service, lignes: [ligne] }).map((total) => decrire(total, null, additionnees)));
  const ligneTotal = [...additionnees, ...(lu.colonnes.total === null ? [] : [lu.colonnes.total])].flatMap((colonne) => {
    const total = identifierLigneTotal({ plan: lu, service, colonne });
    return total ? [decrire(total, null, [colonne])] : [];
  });
  return [...parObjectif, ...locaux, ...ligneTotal];
}

/** Somme des montants lus que le total doit additionner ; `null` si l'un d'eux est illisible ou en erreur. */
function sommeAttendue(plan: LecturePlan, { total: { lignes }, colonnes }: Total): number | null {
  const cellules = new Map(lignes.flatMap((ligne) => colonnes.map((colonne) => plan.cellule(ligne, colonne))).map((cellule) => [cellule.adresse, cellule]));
  let somme = 0;
  for (const cellule of cellules.values()) {
    if (cellule.lecture.nature === 'illisible' || cellule.lecture.nature === 'erreur') return null;
    somme += nombreLu(cellule) ?? 0;
  }
  return somme;
}

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
    suite: 'Rétablir la formule qui additionne toutes les lignes de l’objectif.'.replace('de l’objectif', lu.total.portee === 'total' ? 'de la colonne' : 'de l’objectif'),
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

function jugerFormule(plan: LecturePlan, lu: Total, attendu: number | null): Constat | null {
  const { identification } = lu.total;
  if (identification.nature !== 'faux' && identification.nature !== 'constante_cachee') return null;
  if (identification.nature === 'faux' && identification.cause === 'erreur') return null;
  const trouve = nombreLu(lu.cellule);
  if (attendu !== null && trouve !== null && Math.abs(trouve - attendu) > TOLERANCE) return differe(plan, lu, attendu, trouve, ` ; la formule ${identification.description}`);
  if (identification.nature === 'faux' && identification.sansEffet && identification.oubliees.length === 0) return null;
  return ecrire(plan, lu, {
    gravite: attendu !== null && trouve !== null ? 'alerte' : 'bloquant',
    message: `${nomTotal(lu)} : la formule ${identification.description}${attendu !== null && trouve !== null ? ' ; le montant affiché reste juste tant que ces lignes sont vides' : ''}.`,
    suite: 'Corriger la formule pour qu’elle additionne toutes les lignes, et elles seules.',
    attendu: attendu === null ? null : grandeurMontant(attendu),
    trouve: lu.cellule.formule === null ? null : grandeurTexte(lu.cellule.formule),
    ecart: null,
  }, 'proposee');
}

function juger(plan: LecturePlan, lu: Total): Constat | null {
  const attendu = sommeAttendue(plan, lu);
  switch (lu.total.identification.nature) {
    case 'vide':
      if (attendu === null || Math.abs(attendu) <= TOLERANCE) return null;
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
  titre: 'Total de l’objectif',
  exigence: 'Le total d’un objectif est la somme des montants de toutes ses lignes ; la ligne TOTAL, celle de chaque colonne.',
  pourquoi: 'Un total faux se retrouve dans le contrat, et fausse la délégation des crédits.',
  gravite: 'bloquant',
  graviteVariable: 'alerte pour un total juste mais saisi, ou dont la formule oublie une ligne encore vide',
  source: SOURCE,
  limites: 'À un demi-euro près. Un total par objectif ou un par ligne. Les montants de partenaires comptent dans le total, jamais dans la parité. Un écart hérité d’un objectif n’est pas redit sur la ligne TOTAL.',
  correction: 'automatique pour une constante exacte, proposée sinon',
  exige: ['plan'],
  cede: ['FIN-07', 'FOR-04'],
  surVierge: true,
  controler: ({ plan }) => {
    if (plan.plan.colonnes.total === null) return { constats: [], nonVerifies: [{ emplacement: null, raison: 'la colonne « Total pour l’objectif » est introuvable au plan d’action' }] };
    const totaux = totauxDuPlan(plan);
    return { constats: totaux.map((total) => juger(plan, total)).filter((trouve) => trouve !== null), nonVerifies: nonVerifies(totaux) };
  },
});
