/** Le retour en arrière : un lot Excel n'est pas atomique, on remet nous-mêmes ce qu'il a eu le temps d'écrire. */
import { formatA1 } from '../../classeur/adresse';
import type { Emplacement } from '../../classeur/adresse';
import { identiteNouvelle, isFormule, memeContenu } from '../../corrections/plan';
import type { Ecriture, PlanEcritures } from '../../corrections/plan';
import { ecrituresExistantes } from './cibles';
import { contenuDe } from './ecrire';
import type { Relecture } from './relecture';
import { affectation } from './valeurs';

interface Suivie {
  readonly ecriture: Ecriture;
  readonly cellule: Excel.Range;
  /** Format d'avant l'écriture, ou `null` si la protection interdit d'y toucher. */
  readonly format: string | null;
}

interface FeuilleAjoutee {
  readonly nom: string;
  readonly feuille: Excel.Worksheet;
  /** Ce qu'elle contient ; objet nul si elle est vide. */
  readonly contenu: Excel.Range;
}

interface Etat {
  readonly suivies: readonly Suivie[];
  readonly ajoutees: readonly FeuilleAjoutee[];
}

/**
 * Relit ce que le plan visait. Les événements sont rétablis d'abord : l'écriture interrompue a pu
 * les laisser coupés. Une feuille disparue a emporté ce qu'on y avait écrit : elle n'empêche pas
 * de remettre les autres.
 */
async function charger(context: Excel.RequestContext, plan: PlanEcritures, { feuilles }: Relecture): Promise<Etat> {
  const { worksheets } = context.workbook;
  context.runtime.enableEvents = true;
  worksheets.load('items/id,items/name');
  await context.sync();
  const presentes = worksheets.items;
  const parId = new Map(presentes.map((feuille) => [feuille.id, feuille]));
  const suivies = ecrituresExistantes(plan).flatMap((ecriture): Suivie[] => {
    const { feuille, ligne, colonne } = ecriture;
    const cellule = parId.get(feuille)?.getRange(formatA1(ligne, colonne));
    if (!cellule) return [];
    cellule.load('values,valueTypes,formulas,numberFormat');
    const relue = feuilles.get(feuille);
    return [{ ecriture, cellule, format: relue?.formatsPermis ? relue.cellule(ligne, colonne).format : null }];
  });
  const noms = new Map((plan.nouvellesFeuilles ?? []).map((nom) => [nom.toLowerCase(), nom]));
  const ajoutees = presentes.flatMap((feuille): FeuilleAjoutee[] => {
    const nom = noms.get(feuille.name.toLowerCase());
    if (nom === undefined) return [];
    const contenu = feuille.getUsedRangeOrNullObject(true);
    contenu.load('rowIndex,columnIndex,values,valueTypes,formulas');
    return [{ nom, feuille, contenu }];
  });
  await context.sync();
  return { suivies, ajoutees };
}

/**
 * Vrai si la feuille ne porte que ce que le plan y écrit. Une homonyme qu'un coauteur vient de
 * créer a fait échouer l'ajout : la retirer détruirait son travail.
 */
function isNotre({ nom, contenu }: FeuilleAjoutee, { ecritures }: PlanEcritures): boolean {
  if (contenu.isNullObject) return true;
  const prevus = new Map(ecritures.filter(({ feuille }) => feuille === identiteNouvelle(nom)).map(({ ligne, colonne, apres }) => [formatA1(ligne, colonne), apres]));
  return contenu.values.every((rangee, i) => rangee.every((_, j) => {
    const present = contenuDe(contenu, i, j);
    const vide = !isFormule(present) && present.valeur === null;
    const prevu = prevus.get(formatA1(contenu.rowIndex + i + 1, contenu.columnIndex + j + 1));
    return vide || (prevu !== undefined && memeContenu(prevu, present));
  }));
}

const isRestauree = ({ ecriture, cellule, format }: Suivie): boolean =>
  memeContenu(ecriture.avant, contenuDe(cellule)) && (format === null || cellule.numberFormat[0]![0] === format);

function remettre({ ecriture, cellule, format }: Suivie): void {
  // Le contenu d'abord : sous le format Texte rétabli, Excel garderait un nombre comme du texte.
  cellule.formulas = [[affectation(ecriture.avant)]];
  if (format !== null) cellule.numberFormat = [[format]];
}

function restantesDe({ suivies, ajoutees }: Etat, plan: PlanEcritures): Emplacement[] {
  const cellules = suivies.filter((suivie) => !isRestauree(suivie)).map(({ ecriture: { feuille, ligne, colonne } }) => ({ feuille, ligne, colonne }));
  const feuilles = ajoutees.filter((ajoutee) => isNotre(ajoutee, plan));
  return [...cellules, ...feuilles.map(({ nom }) => ({ feuille: identiteNouvelle(nom), ligne: 1, colonne: 1 }))];
}

async function remettreTout(context: Excel.RequestContext, { suivies, ajoutees }: Etat, plan: PlanEcritures): Promise<void> {
  context.runtime.enableEvents = false;
  for (const suivie of suivies) if (!isRestauree(suivie)) remettre(suivie);
  for (const ajoutee of ajoutees) if (isNotre(ajoutee, plan)) ajoutee.feuille.delete();
  context.runtime.enableEvents = true;
  await context.sync();
}

/** Ce qui reste écrit, et l'erreur d'Office.js qui a empêché de tout remettre. */
export interface Retour {
  readonly restantes: readonly Emplacement[];
  readonly obstacle: unknown;
}

/**
 * Relit ce que le plan visait, remet l'état d'avant et le constate, même si Excel en a refusé une
 * partie. Lève l'erreur d'Office.js si Excel ne laisse pas relire.
 */
export async function revenir(context: Excel.RequestContext, plan: PlanEcritures, relecture: Relecture): Promise<Retour> {
  const etat = await charger(context, plan, relecture);
  if (restantesDe(etat, plan).length === 0) return { restantes: [], obstacle: null };
  const obstacle: unknown = await remettreTout(context, etat, plan).then(() => null, (erreur: unknown) => erreur);
  return { restantes: restantesDe(await charger(context, plan, relecture), plan), obstacle };
}
