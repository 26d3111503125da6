/**
 * La lecture d'un classeur ouvert dans Excel, en deux échanges : le sommaire (feuilles, noms,
 * tableaux), puis toutes les feuilles. De grandes feuilles étrangères en demandent un troisième.
 */
import type { Feuille, Instantane, NomDefini, Plage, Tableau } from '../../classeur/instantane';
import { demanderBloc, formulesLocalesDe } from './bloc';
import type { BlocDemande } from './bloc';
import type { Capacites } from './capacites';
import { codeErreur, lieuErreur, traduireErreur } from './erreurs';
import { executer } from './executer';
import { bandes, CELLULES_PAR_ECHANGE, depasseFenetre, echanges, FENETRE, zoneLue } from './fenetres';
import { besoinDe, demanderFeuille, feuilleLue, plageExcel } from './feuille';
import type { FeuilleDemandee, PorteeFusions } from './feuille';

/** Comment lire ; une lecture qui échoue est reprise avec un réglage plus modeste. */
interface Reglage {
  readonly fusions: PorteeFusions;
  readonly cellules: number;
  /** Vrai après une reprise pour feuille disparue : la seconde fois, on le dit. */
  readonly repris: boolean;
}

async function lireSommaire({ workbook, sync }: Excel.RequestContext): Promise<void> {
  workbook.load('name');
  workbook.application.load('calculationState');
  workbook.worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  workbook.names.load('items/name,items/formula');
  workbook.tables.load('items/id,items/name,items/showHeaders,items/worksheet/id');
  await sync();
}

interface TableauDemande {
  readonly tableau: Excel.Table;
  readonly plage: Excel.Range;
}

function demanderTableaux({ items }: Excel.TableCollection): TableauDemande[] {
  return items.map((tableau) => {
    const plage = tableau.getRange();
    plage.load('rowIndex,columnIndex,rowCount,columnCount');
    return { tableau, plage };
  });
}

function tableauxDe(demandes: readonly TableauDemande[], feuille: string): Tableau[] {
  return demandes
    .filter(({ tableau }) => tableau.worksheet.id === feuille)
    .map(({ tableau, plage }) => ({ nom: tableau.name, plage: plageExcel(plage), lignesEnTete: tableau.showHeaders ? 1 : 0 }));
}

function nomsDe({ items }: Excel.NamedItemCollection, feuille: string | null): NomDefini[] {
  return items.map(({ name, formula }) => ({ nom: name, feuille, formule: String(formula).replace(/^=/, '') }));
}

/**
 * Demande tout, en échanges de taille admise : un seul pour un classeur ordinaire.
 * Chaque lecture rend l'objet à exploiter une fois l'échange fait.
 */
async function demanderTout<L extends { readonly plage: Plage }, D>(
  context: Excel.RequestContext,
  lectures: readonly L[],
  cellules: number,
  demander: (lecture: L) => D,
): Promise<D[]> {
  const demandes: D[] = [];
  for (const echange of echanges(lectures, cellules)) {
    demandes.push(...echange.map(demander));
    // Un échange par tranche d'environ 3,5 Mo, et non par feuille : la boucle tourne une fois d'ordinaire.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
  }
  return demandes;
}

/** Bandes d'une feuille qui dépasse la fenêtre, une fois lues. */
interface GrandeFeuille {
  readonly zone: Plage;
  readonly blocs: readonly BlocDemande[];
}

async function lireGrandes(
  context: Excel.RequestContext,
  demandees: readonly FeuilleDemandee[],
  cellules: number,
): Promise<ReadonlyMap<FeuilleDemandee, GrandeFeuille>> {
  const grandes = demandees.filter((demandee) => depasseFenetre(besoinDe(demandee)));
  const zones = new Map(grandes.map((demandee) => [demandee, zoneLue(besoinDe(demandee), grandes.length, cellules)]));
  const lectures = [...zones].flatMap(([demandee, zone]) => bandes(zone, cellules).map((plage) => ({ demandee, plage })));
  const blocs = await demanderTout(context, lectures, cellules, ({ demandee, plage }) => ({
    demandee,
    bloc: demanderBloc(demandee.feuille, plage, { locales: false }),
  }));
  const blocsDe = (demandee: FeuilleDemandee) => blocs.filter((lu) => lu.demandee === demandee).map(({ bloc }) => bloc);
  return new Map([...zones].map(([demandee, zone]) => [demandee, { zone, blocs: blocsDe(demandee) }]));
}

async function lireFeuilles(context: Excel.RequestContext, { fusions, cellules }: Reglage): Promise<Pick<Instantane, 'feuilles' | 'formulesLocales'>> {
  const { worksheets, tables } = context.workbook;
  const tableaux = demanderTableaux(tables);
  const lectures = worksheets.items.map((feuille) => ({ feuille, plage: FENETRE }));
  const demandees = await demanderTout(context, lectures, cellules, ({ feuille }) => demanderFeuille(feuille, fusions));
  const grandes = await lireGrandes(context, demandees, cellules);
  const feuilles = demandees.map((demandee): Feuille => {
    const { zone, blocs } = grandes.get(demandee) ?? { zone: FENETRE, blocs: [demandee.bloc] };
    return feuilleLue(demandee, blocs, zone, tableauxDe(tableaux, demandee.feuille.id));
  });
  return { feuilles, formulesLocales: new Map(demandees.flatMap(({ bloc }) => formulesLocalesDe(bloc))) };
}

async function lireClasseur(context: Excel.RequestContext, reglage: Reglage): Promise<Instantane> {
  await lireSommaire(context);
  const lues = await lireFeuilles(context, reglage);
  const { workbook } = context;
  return {
    nom: workbook.name === '' ? null : workbook.name,
    // Un calcul manuel en attente laisse des valeurs périmées : elles ne font plus foi.
    calcul: workbook.application.calculationState === 'Pending' ? 'enregistre' : 'vivant',
    dates1904: false,
    ...lues,
    noms: [...nomsDe(workbook.names, null), ...workbook.worksheets.items.flatMap(({ names, id }) => nomsDe(names, id))],
  };
}

const TROP_GRAND = /PayloadSizeLimitExceeded$/;
const DISPARUE = /^(ItemNotFound|InvalidReference|InvalidObjectPath)$/;
const REDUCTION = 5;
const CELLULES_MINIMUM = 1_000;

/** Réglage de reprise, ou `null` s'il n'y a plus qu'à le dire. */
function reprise(reglage: Reglage, erreur: unknown): Reglage | null {
  const code = codeErreur(erreur) ?? '';
  if (/mergedareas/i.test(lieuErreur(erreur)) && reglage.fusions !== 'aucune') {
    return { ...reglage, fusions: reglage.fusions === 'feuille' ? 'fenetre' : 'aucune' };
  }
  if (TROP_GRAND.test(code) && reglage.cellules > CELLULES_MINIMUM) return { ...reglage, cellules: Math.floor(reglage.cellules / REDUCTION) };
  return DISPARUE.test(code) && !reglage.repris ? { ...reglage, repris: true } : null;
}

async function lireAvec(reglage: Reglage): Promise<Instantane> {
  try {
    return await executer({}, (context) => lireClasseur(context, reglage));
  } catch (erreur) {
    const panne = traduireErreur(erreur);
    const suivant = reprise(reglage, panne.cause);
    if (!suivant) throw panne;
    return lireAvec(suivant);
  }
}

/** Lit le classeur ouvert. Lève `ErreurHote`. */
export function lire({ fusions }: Capacites): Promise<Instantane> {
  return lireAvec({ fusions: fusions ? 'feuille' : 'aucune', cellules: CELLULES_PAR_ECHANGE, repris: false });
}
