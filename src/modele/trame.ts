/** Le modèle de trame de diagnostic : une ligne par indicateur à fournir, prérempli de l'INSEE. */
import { formatNombre } from '../classeur/nombres';
import { departementDe } from '../referentiel/departements';
import { INDICATEURS, type Indicateur } from '../referentiel/indicateurs';
import { estimerEnfants, referenceInsee, SOURCE_NAISSANCES, SOURCE_POPULATION, type ReferenceInsee } from '../referentiel/insee';

export interface LigneModele {
  readonly code: string;
  /** « 6 » ; vide pour les délais de justice. */
  readonly objectif: string;
  readonly libelle: string;
  readonly unite: string;
  /** `null` : à fournir. */
  readonly valeur: number | null;
  readonly source: string;
  readonly millesime: string;
  /** Qui fournit la donnée, et ce qu'il faut savoir pour la remplir. */
  readonly fournisseur: string;
  readonly repere: string;
}

export interface ModeleTrame {
  /** « Haute-Vienne (87) » ; `null` sans département. */
  readonly departement: string | null;
  readonly annee: number;
  readonly lignes: readonly LigneModele[];
}

/** Titres des colonnes, dans l'ordre de `champsModele`. */
export const titresModele = (annee: number) => ['Département', 'Code', 'Objectif', 'Indicateur', 'Unité', `Valeur ${String(annee)}`, 'Source', 'Millésime', 'À fournir par', 'Repère'] as const;
/** Rang de la colonne de valeurs. */
export const RANG_VALEUR = 5;

export function champsModele({ departement }: ModeleTrame, ligne: LigneModele): readonly (string | number | null)[] {
  return [departement ?? '', ligne.code, ligne.objectif, ligne.libelle, ligne.unite, ligne.valeur, ligne.source, ligne.millesime, ligne.fournisseur, ligne.repere];
}

/** Millésime des références embarquées. */
const ANNEE_INSEE = 2019;

function repereEnfants(reference: ReferenceInsee): string {
  if (!reference.disponible) return '';
  const { minimum, maximum } = estimerEnfants(reference);
  return `entre ${formatNombre(minimum)} (0-4 ans) et ${formatNombre(maximum)} (0-9 ans), ${SOURCE_POPULATION.texte}, ${SOURCE_POPULATION.date ?? ''}`;
}

function ligneDe({ code, objectif, libelle, unite, sourceDonnee }: Indicateur, reference: ReferenceInsee | null): LigneModele {
  const naissances = unite === 'naissances' && reference?.disponible ? reference.naissances : null;
  const enfants = code === 'o4-enfants' || code === 'o5-enfants';
  return {
    code,
    objectif: objectif === null ? '' : String(objectif),
    // Un tiret en tête ferait croire à une formule au tableur qui ouvre le CSV.
    libelle: libelle.replace(/^- /, ''),
    unite,
    valeur: naissances,
    source: naissances === null ? '' : SOURCE_NAISSANCES.texte,
    millesime: naissances === null ? '' : (SOURCE_NAISSANCES.date ?? ''),
    fournisseur: sourceDonnee === 'CD' ? 'Conseil départemental' : sourceDonnee,
    repere: enfants && reference ? repereEnfants(reference) : '',
  };
}

/** Modèle de trame ; les taux n'y sont pas, puisqu'ils se calculent. */
export function dresserModeleTrame(code: string | null, annee = ANNEE_INSEE): ModeleTrame {
  const departement = code === null ? undefined : departementDe(code);
  const reference = departement && annee === ANNEE_INSEE ? referenceInsee(departement.code) : null;
  return {
    departement: departement ? `${departement.nom} (${departement.code})` : null,
    annee,
    lignes: INDICATEURS.filter(({ type }) => type !== 'taux').map((indicateur) => ligneDe(indicateur, reference)),
  };
}

/** La trame en tabulations : collée dans un tableur, chaque champ prend sa colonne. */
export function trameACopier(modele: ModeleTrame): string {
  const rangees = [titresModele(modele.annee), ...modele.lignes.map((ligne) => champsModele(modele, ligne))];
  return rangees.map((rangee) => rangee.map((champ) => String(champ ?? '').replace(/\s+/g, ' ')).join('\t')).join('\r\n');
}

const BOM = '\ufeff';

function ecrireChamp(champ: string | number | null): string {
  const texte = champ === null ? '' : typeof champ === 'number' ? String(champ).replace('.', ',') : champ;
  return /[;"\r\n]/.test(texte) ? `"${texte.replace(/"/g, '""')}"` : texte;
}

/** La trame en CSV pour un Excel français : « ; », BOM, CRLF. */
export function trameEnCsv(modele: ModeleTrame): string {
  const rangees = [titresModele(modele.annee), ...modele.lignes.map((ligne) => champsModele(modele, ligne))];
  return BOM + rangees.map((rangee) => rangee.map(ecrireChamp).join(';')).join('\r\n') + '\r\n';
}
