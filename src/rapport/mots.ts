/** Les mots du rapport : verdicts, gravités, provenances. Les mêmes dans toutes les façades. */
import { formatNombre } from '../classeur/nombres';
import type { DepartementLu, ProvenanceDepartement } from '../classeur/dossier';
import type { Gravite } from '../controles/constat';
import type { Rapport, Verdict } from '../moteur/rapport';
import { horizon, type Periode } from '../referentiel/periode';

export const NOMS_VERDICTS: Readonly<Record<Verdict, string>> = {
  a_remplir: 'À remplir',
  non_conforme: 'Non conforme',
  incomplet: 'Incomplet',
  conforme_avec_reserves: 'Conforme avec réserves',
  conforme: 'Conforme',
};

export const NOMS_GRAVITES: Readonly<Record<Gravite, string>> = { bloquant: 'Bloquant', alerte: 'Alerte', info: 'Information' };

/** « 3 bloquants », « 1 alerte ». */
export function compterGravite(nombre: number, gravite: Gravite): string {
  return accorder(nombre, NOMS_GRAVITES[gravite].toLowerCase());
}

/** « 1 alerte », « 3 alertes » : le pluriel commence à deux. */
export function accorder(nombre: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${formatNombre(nombre)} ${nombre < 2 ? singulier : pluriel}`;
}

/** « 3 alertes à justifier, 1 réserve justifiée » ; vide s'il n'y en a pas. Une alerte justifiée reste une réserve, comptée à part. */
export function direReserves(alertes: number, justifiees: number): string {
  const parts = [alertes > 0 && `${accorder(alertes, 'alerte')} à justifier`, justifiees > 0 && accorder(justifiees, 'réserve justifiée', 'réserves justifiées')];
  return parts.filter(Boolean).join(', ');
}

/** Le verdict en une phrase : ce qu'il veut dire, et par où continuer. */
export function expliquerVerdict({ verdict, compte, constats }: Pick<Rapport, 'verdict' | 'compte' | 'constats'>): string {
  const justifiees = constats.filter(({ gravite, justification }) => gravite === 'alerte' && justification).length;
  switch (verdict) {
    case 'a_remplir':
      return 'le classeur est encore vierge. Commencer par le diagnostic du tableau de bord, puis fixer les cibles et rédiger le plan d’action.';
    case 'non_conforme':
      return `${accorder(compte.bloquant, 'point bloquant', 'points bloquants')} à corriger avant signature.`;
    case 'incomplet':
      return 'aucun point bloquant trouvé, mais tout n’a pas pu être vérifié (voir « Non vérifié »).';
    case 'conforme_avec_reserves':
      return `aucun point bloquant, ${direReserves(compte.alerte - justifiees, justifiees)}.`;
    case 'conforme':
      return 'aucun point bloquant, aucune alerte.';
  }
}

const PROVENANCES: Readonly<Record<ProvenanceDepartement, string>> = {
  option: 'indiqué par vous',
  titre: 'lu dans le titre d’une feuille',
  'page de garde': 'lu sur la page de garde',
  'nom de fichier': 'lu dans le nom du fichier',
};

/** « Haute-Vienne (87), lu dans le titre d’une feuille ». */
export function decrireDepartement({ code, nom, provenance }: Omit<DepartementLu, 'desaccords'>): string {
  return `${nom} (${code}), ${PROVENANCES[provenance]}`;
}

/** « diagnostic 2019, cibles 2020 à 2022 ». */
export function decrirePeriode(periode: Periode): string {
  const [premiere] = periode.annees;
  const derniere = horizon(periode);
  const cibles = premiere === derniere ? `cible ${String(derniere)}` : `cibles ${String(premiere)} à ${String(derniere)}`;
  return `diagnostic ${String(periode.diagnostic)}, ${cibles}`;
}
