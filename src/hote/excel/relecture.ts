/**
 * La relecture groupée qui précède une écriture : contenus, formats, verrous, fusions, tableaux et
 * matrices des seules cellules visées, en un échange (un second, rare, situe un tableau ou une
 * matrice).
 */
import type { PlanEcritures } from '../../corrections/plan';
import type { Capacites } from './capacites';
import { ecrituresExistantes, parFeuille } from './cibles';
import { codeErreur, lieuErreur } from './erreurs';
import { demanderPrecisions, demanderRelecture, feuilleRelue } from './feuille-relue';
import type { FeuilleRelue, RelectureDemandee } from './feuille-relue';

export interface Relecture {
  /** Feuilles visées, par identité ; une feuille supprimée n'y est pas. */
  readonly feuilles: ReadonlyMap<string, FeuilleRelue>;
  /** Noms à créer qui sont déjà pris. */
  readonly nomsPris: ReadonlySet<string>;
  /** Structure du classeur protégée : on n'y ajoute pas de feuille. */
  readonly structureProtegee: boolean;
}

interface FeuillesAVenir {
  readonly homonymes: ReadonlyMap<string, Excel.Worksheet>;
  readonly protection: Excel.WorkbookProtection;
}

function demanderFeuillesAVenir({ workbook }: Excel.RequestContext, noms: readonly string[]): FeuillesAVenir | null {
  if (noms.length === 0) return null;
  workbook.protection.load('protected');
  const demander = (nom: string) => {
    const feuille = workbook.worksheets.getItemOrNullObject(nom);
    feuille.load('id');
    return feuille;
  };
  return { homonymes: new Map(noms.map((nom) => [nom, demander(nom)])), protection: workbook.protection };
}

interface Portee {
  readonly retenir: (id: string) => boolean;
  readonly fusionsParCellule: boolean;
}

const TOUT: Portee = { retenir: () => true, fusionsParCellule: false };

async function relireFeuilles(
  context: Excel.RequestContext,
  plan: PlanEcritures,
  capacites: Capacites,
  { retenir, fusionsParCellule }: Portee,
): Promise<Relecture> {
  const { worksheets } = context.workbook;
  // Une écriture passée, coupée par une panne, a pu laisser les événements coupés : on se répare ici, sans échange de plus.
  context.runtime.enableEvents = true;
  const aVenir = demanderFeuillesAVenir(context, plan.nouvellesFeuilles ?? []);
  const visees = [...parFeuille(ecrituresExistantes(plan))].filter(([id]) => retenir(id));
  const demandees = new Map<string, RelectureDemandee>(
    visees.map(([id, ecritures]) => [id, demanderRelecture(worksheets.getItem(id), ecritures, capacites, fusionsParCellule)]),
  );
  await context.sync();
  const precisions = [...demandees].map(([id, demandee]) => ({ id, demandee, precisees: demanderPrecisions(demandee, capacites) }));
  if (precisions.some(({ precisees }) => precisees.tableaux.length + precisees.matrices.length > 0)) await context.sync();
  const pris = [...(aVenir?.homonymes ?? [])].filter(([, homonyme]) => !homonyme.isNullObject).map(([nom]) => nom);
  return {
    feuilles: new Map(precisions.map(({ id, demandee, precisees }) => [id, feuilleRelue(demandee, precisees)])),
    nomsPris: new Set(pris),
    structureProtegee: aVenir?.protection.protected ?? false,
  };
}

/** Relit tout ce que le plan vise. Une feuille disparue coûte deux échanges de plus, et se dit ; plus de 512 fusions, un de plus. */
export async function relire(context: Excel.RequestContext, plan: PlanEcritures, capacites: Capacites): Promise<Relecture> {
  try {
    return await relireFeuilles(context, plan, capacites, TOUT);
  } catch (erreur) {
    if (/mergedareas/i.test(lieuErreur(erreur))) return relireFeuilles(context, plan, capacites, { ...TOUT, fusionsParCellule: true });
    if (codeErreur(erreur) !== 'ItemNotFound') throw erreur;
    const { worksheets } = context.workbook;
    worksheets.load('items/id');
    await context.sync();
    const presentes = new Set(worksheets.items.map(({ id }) => id));
    return relireFeuilles(context, plan, capacites, { ...TOUT, retenir: (id) => presentes.has(id) });
  }
}
