/** Appliquer un plan d'écritures : relire, refuser en bloc, écrire en une fois, ou revenir en arrière. */
import type { Emplacement } from '../../classeur/adresse';
import type { PlanEcritures } from '../../corrections/plan';
import type { ResultatEcriture } from '../port';
import type { Capacites } from './capacites';
import { ecrire } from './ecrire';
import { codeErreur, traduireErreur } from './erreurs';
import { executer } from './executer';
import { refuser } from './refus';
import { relire } from './relecture';
import type { Relecture } from './relecture';
import { revenir } from './retour';
import type { Retour } from './retour';

/** Refus de toute la requête, avant qu'Excel n'en exécute rien. */
const RIEN_EXECUTE: readonly string[] = ['InvalidOperationInCellEditMode', 'RequestPayloadSizeLimitExceeded', 'WriteNotSupportedWhenModalDialogOpen'];

const TOUT_REMIS = 'Rien n’a été modifié : les cellules déjà écrites ont été remises comme avant.';
const RESTE = 'Certaines cellules n’ont pas pu être remises comme avant : vérifiez celles qui sont indiquées.';
const INVERIFIE = 'Excel n’a pas permis de vérifier ce qui a été écrit : contrôlez une à une les cellules du plan.';

function emplacements({ ecritures }: PlanEcritures): Emplacement[] {
  return ecritures.map(({ feuille, ligne, colonne }) => ({ feuille, ligne, colonne }));
}

function echec(cause: string, { restantes, obstacle }: Retour): ResultatEcriture {
  const refus = obstacle === null ? '' : ` ${traduireErreur(obstacle).message}`;
  const suite = restantes.length === 0 ? ` ${TOUT_REMIS}` : `${refus === ` ${cause}` ? '' : refus} ${RESTE}`;
  return { etat: 'echec', message: `${cause}${suite}`, restantes };
}

const SURVEILLANCE_PERDUE = 'Les changements du classeur ne sont plus suivis : fermez puis rouvrez le volet.';

/** Une écriture interrompue a pu laisser les événements coupés. Rend la phrase à ajouter si Excel refuse encore. */
async function retablirEvenements(context: Excel.RequestContext): Promise<string> {
  try {
    context.runtime.enableEvents = true;
    await context.sync();
    return '';
  } catch (erreur) {
    return ` ${traduireErreur(erreur).message} ${SURVEILLANCE_PERDUE}`;
  }
}

async function revenirOuLeDire(
  context: Excel.RequestContext,
  plan: PlanEcritures,
  relecture: Relecture,
  cause: string,
): Promise<ResultatEcriture> {
  try {
    return echec(cause, await revenir(context, plan, relecture));
  } catch (erreur) {
    const suite = `${traduireErreur(erreur).message} ${INVERIFIE}${await retablirEvenements(context)}`;
    return { etat: 'echec', message: `${cause} ${suite}`, restantes: emplacements(plan) };
  }
}

async function ecrireOuRevenir(context: Excel.RequestContext, plan: PlanEcritures, relecture: Relecture): Promise<ResultatEcriture> {
  try {
    const refusees = await ecrire(context, plan, relecture);
    if (refusees.length === 0) return { etat: 'applique', ecrites: emplacements(plan) };
    return await revenirOuLeDire(context, plan, relecture, 'Excel n’a pas retenu telle quelle une des valeurs écrites.');
  } catch (erreur) {
    if (RIEN_EXECUTE.includes(codeErreur(erreur) ?? '')) {
      // Refusé d'emblée d'ordinaire ; si Excel ne s'est arrêté qu'à la première cellule, il a coupé les événements.
      await retablirEvenements(context);
      throw erreur;
    }
    return revenirOuLeDire(context, plan, relecture, traduireErreur(erreur).message);
  }
}

/** Lève `ErreurHote` si Excel ne permet ni de relire ni d'écrire ; un refus ou un échec se rend. */
export async function appliquer(plan: PlanEcritures, capacites: Capacites): Promise<ResultatEcriture> {
  const options = capacites.annulationGroupee ? { mergeUndoGroup: true } : {};
  return executer(options, async (context) => {
    const relecture = await relire(context, plan, capacites);
    const raisons = refuser(plan, relecture);
    return raisons.length > 0 ? { etat: 'refuse', raisons } : ecrireOuRevenir(context, plan, relecture);
  });
}
