/** Le retour en arrière : un lot Excel n'est pas atomique, on remet nous-mêmes ce qu'il a eu le temps d'écrire. */
import { formatA1 } from '../../classeur/adresse';
import type { Emplacement } from '../../classeur/adresse';
import { memeContenu } from '../../corrections/plan';
import type { Ecriture, PlanEcritures } from '../../corrections/plan';
import { ecrituresExistantes, identiteNouvelle } from './cibles';
import { contenuDe } from './ecrire';
import type { Relecture } from './relecture';
import { affectation } from './valeurs';

interface Suivie {
  readonly ecriture: Ecriture;
  readonly cellule: Excel.Range;
  /** Format d'avant l'écriture, ou `null` si la protection interdit d'y toucher. */
  readonly format: string | null;
}

interface Etat {
  readonly suivies: readonly Suivie[];
  readonly nouvelles: ReadonlyMap<string, Excel.Worksheet>;
}

function charger(context: Excel.RequestContext, plan: PlanEcritures, { feuilles }: Relecture): Etat {
  const { worksheets } = context.workbook;
  const suivies = ecrituresExistantes(plan).map((ecriture) => {
    const { feuille, ligne, colonne } = ecriture;
    const cellule = worksheets.getItem(feuille).getRange(formatA1(ligne, colonne));
    cellule.load('values,valueTypes,formulas,numberFormat');
    const relue = feuilles.get(feuille);
    return { ecriture, cellule, format: relue?.formatsPermis ? relue.cellule(ligne, colonne).format : null };
  });
  const nouvelles = (plan.nouvellesFeuilles ?? []).map((nom) => {
    const feuille = worksheets.getItemOrNullObject(nom);
    feuille.load('id');
    return [nom, feuille] as const;
  });
  return { suivies, nouvelles: new Map(nouvelles) };
}

const isRestauree = ({ ecriture, cellule, format }: Suivie): boolean =>
  memeContenu(ecriture.avant, contenuDe(cellule)) && (format === null || cellule.numberFormat[0]![0] === format);

function remettre({ ecriture, cellule, format }: Suivie): void {
  // Le contenu d'abord : sous le format Texte rétabli, Excel garderait un nombre comme du texte.
  cellule.formulas = [[affectation(ecriture.avant)]];
  if (format !== null) cellule.numberFormat = [[format]];
}

function restantesDe({ suivies, nouvelles }: Etat): Emplacement[] {
  const cellules = suivies.filter((suivie) => !isRestauree(suivie)).map(({ ecriture: { feuille, ligne, colonne } }) => ({ feuille, ligne, colonne }));
  const feuilles = [...nouvelles].filter(([, feuille]) => !feuille.isNullObject);
  return [...cellules, ...feuilles.map(([nom]) => ({ feuille: identiteNouvelle(nom), ligne: 1, colonne: 1 }))];
}

/**
 * Relit ce que le plan visait, remet l'état d'avant et le constate. Rend ce qui reste écrit.
 * Les événements sont rétablis d'abord : l'écriture interrompue a pu les laisser coupés.
 * Lève l'erreur d'Office.js si Excel ne laisse ni relire ni remettre.
 */
export async function revenir(context: Excel.RequestContext, plan: PlanEcritures, relecture: Relecture): Promise<Emplacement[]> {
  context.runtime.enableEvents = true;
  const etat = charger(context, plan, relecture);
  await context.sync();
  if (restantesDe(etat).length === 0) return [];
  context.runtime.enableEvents = false;
  for (const suivie of etat.suivies) if (!isRestauree(suivie)) remettre(suivie);
  for (const feuille of etat.nouvelles.values()) if (!feuille.isNullObject) feuille.delete();
  context.runtime.enableEvents = true;
  await context.sync();
  const constat = charger(context, plan, relecture);
  await context.sync();
  return restantesDe(constat);
}
