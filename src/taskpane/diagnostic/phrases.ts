/** Les phrases de l'onglet « Diagnostic ». */
import { majuscule, nommer } from '../../controles/fabrique';
import type { Completude, CompletudeFournisseur, CompletudeObjectif, EtatIndicateur, Fournisseur } from '../../diagnostic/completude';
import { accorder } from '../../rapport/mots';
import { indicateurDe, type CodeIndicateur } from '../../referentiel/indicateurs';
import type { NumeroObjectif } from '../../referentiel/objectifs';

export const NOMS_ETATS: Readonly<Record<EtatIndicateur, string>> = {
  renseigne: 'Renseigné',
  a_completer: 'À compléter',
  non_determine: 'Non déterminé (ND)',
  a_verifier: 'À vérifier : illisible, ou en erreur',
  sans_ligne: 'Sans ligne au tableau de bord',
};

/** Qui fournit la donnée, en clair. */
export const NOMS_FOURNISSEURS: Readonly<Record<Fournisseur, string>> = {
  'DREES / CD': 'Conseil départemental (DREES / CD)',
  SNDS: 'SNDS',
  INSEE: 'INSEE',
  'Education nationale': 'Education nationale',
};

/** « Naissances domiciliées (objectif 3) ». */
export function nommerIndicateur(code: CodeIndicateur, objectif: NumeroObjectif | null = indicateurDe(code).objectif): string {
  const nom = majuscule(indicateurDe(code).nom);
  return objectif === null ? nom : `${nom} (objectif ${String(objectif)})`;
}

export function titreObjectif({ objectif }: CompletudeObjectif): string {
  return nommer(objectif);
}

/** « Renseigné », « À compléter par le CD », « À compléter (SNDS, INSEE) », « Non déterminé ». */
export function etatObjectif({ etat, indicateurs }: CompletudeObjectif): string {
  if (etat === 'renseigne') return 'Renseigné';
  if (etat === 'non_determine') return 'Non déterminé';
  const restants = indicateurs.filter((indicateur) => indicateur.etat !== 'renseigne' && indicateur.etat !== 'non_determine');
  const fournisseurs = [...new Set(restants.map(({ fournisseur }) => fournisseur))];
  return fournisseurs.length === 1 && fournisseurs[0] === 'DREES / CD' ? 'À compléter par le CD' : `À compléter (${fournisseurs.join(', ')})`;
}

/** « 12 données renseignées sur 37. » */
export function resumerCompletude({ renseignes, total }: Completude): string {
  if (total > 0 && renseignes === total) return `Les ${String(total)} données du diagnostic sont renseignées.`;
  return `${renseignes === 0 ? 'Aucune donnée renseignée' : accorder(renseignes, 'donnée renseignée', 'données renseignées')} sur ${String(total)}.`;
}

/** « 4 à fournir sur 6 », « tout est fourni (6) ». */
export function resumerFournisseur({ restants, total }: CompletudeFournisseur): string {
  return restants.length === 0 ? `tout est fourni (${String(total)})` : `${String(restants.length)} sur ${String(total)} à fournir`;
}

/** Ce que fera le bouton. */
export function nommerEcriture(valeurs: number, sources: boolean): string {
  if (valeurs > 0) return `Écrire ${accorder(valeurs, 'valeur')}`;
  return sources ? 'Consigner les sources' : 'Rien à écrire';
}

export function resumerEcriture(valeurs: number, annee: number): string {
  if (valeurs === 0) return 'Sources du diagnostic consignées.';
  return `${accorder(valeurs, 'valeur écrite', 'valeurs écrites')} au diagnostic ${String(annee)} ; leur origine est dans la feuille « Sources du diagnostic ».`;
}
