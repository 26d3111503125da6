/** L'écriture : un seul échange, qui se relit lui-même pour constater ce qu'Excel a retenu. */
import { formatA1 } from '../../classeur/adresse';
import type { Emplacement } from '../../classeur/adresse';
import { isFormule, nomNouvelle } from '../../corrections/plan';
import type { Contenu, Ecriture, PlanEcritures } from '../../corrections/plan';
import { leverFormatTexte } from './refus';
import type { Relecture } from './relecture';
import { affectation, formuleLue, valeurLue } from './valeurs';

const FORMAT_STANDARD = 'General';

interface Ecrite {
  readonly ecriture: Ecriture;
  readonly cellule: Excel.Range;
}

/** Format à poser avant ou après l'écriture ; `null` : la cellule garde le sien d'elle-même. */
interface Formats {
  readonly avant: string | null;
  readonly apres: string | null;
}

function formatsDe({ feuille, ligne, colonne, apres }: Ecriture, { feuilles }: Relecture): Formats {
  const relue = feuilles.get(feuille);
  if (!relue?.formatsPermis) return { avant: null, apres: null };
  const { format } = relue.cellule(ligne, colonne);
  return {
    avant: leverFormatTexte(apres, format) ? FORMAT_STANDARD : null,
    // Sur une cellule Standard, Excel donnerait à une formule le format de ses antécédents.
    apres: isFormule(apres) && format === FORMAT_STANDARD ? FORMAT_STANDARD : null,
  };
}

function ecrireCellule(feuille: Excel.Worksheet, ecriture: Ecriture, formats: Formats): Ecrite {
  const cellule = feuille.getRange(formatA1(ecriture.ligne, ecriture.colonne));
  if (formats.avant !== null) cellule.numberFormat = [[formats.avant]];
  cellule.formulas = [[affectation(ecriture.apres)]];
  if (formats.apres !== null) cellule.numberFormat = [[formats.apres]];
  cellule.load('values,valueTypes,formulas');
  return { ecriture, cellule };
}

/** Contenu d'une cellule d'une plage rechargée : la première par défaut. */
export function contenuDe({ values, valueTypes, formulas }: Excel.Range, i = 0, j = 0): Contenu {
  const brute: unknown = values[i]![j];
  const type = String(valueTypes[i]![j]);
  const formule = formuleLue(formulas[i]![j], brute, type);
  if (formule !== null) return { formule };
  const valeur = valeurLue(brute, type, null);
  return { valeur: valeur !== null && typeof valeur === 'object' ? valeur.erreur : valeur };
}

/** Excel met les formules en forme (majuscules, espaces) : on vérifie qu'il en a gardé une. */
function isRetenue({ ecriture: { apres }, cellule }: Ecrite): boolean {
  const retenu = contenuDe(cellule);
  return isFormule(apres) ? isFormule(retenu) : !isFormule(retenu) && retenu.valeur === (apres.valeur === '' ? null : apres.valeur);
}

/**
 * Écrit tout le plan en un échange, événements coupés. Rend les emplacements où Excel n'a pas
 * gardé ce qu'on lui a donné (aucun, d'ordinaire). Lève l'erreur d'Office.js.
 */
export async function ecrire(context: Excel.RequestContext, plan: PlanEcritures, relecture: Relecture): Promise<Emplacement[]> {
  const { worksheets } = context.workbook;
  context.runtime.enableEvents = false;
  const nouvelles = new Map((plan.nouvellesFeuilles ?? []).map((nom) => [nom, worksheets.add(nom)]));
  const feuilleDe = (id: string) => nouvelles.get(nomNouvelle(id) ?? '') ?? worksheets.getItem(id);
  const ecrites = plan.ecritures.map((ecriture) => ecrireCellule(feuilleDe(ecriture.feuille), ecriture, formatsDe(ecriture, relecture)));
  context.runtime.enableEvents = true;
  await context.sync();
  return ecrites.filter((ecrite) => !isRetenue(ecrite)).map(({ ecriture: { feuille, ligne, colonne } }) => ({ feuille, ligne, colonne }));
}
