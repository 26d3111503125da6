/** Appliquer une correction, et l'annuler : un journal, sans compter sur Ctrl+Z. */
import { useCallback, useState } from 'react';
import { formatA1 } from '../../classeur/adresse';
import type { Correction } from '../../controles/constat';
import type { Ecriture, PlanEcritures } from '../../corrections/plan';
import type { Hote, ResultatEcriture } from '../../hote/port';
import { panneDe } from '../etat/panne';

export type IssueCorrection = { readonly etat: 'faite'; readonly texte: string } | { readonly etat: 'refusee'; readonly raisons: readonly string[] };

export interface Corrections {
  /** Plans appliqués et non annulés, le dernier à la fin. */
  readonly journal: readonly PlanEcritures[];
  readonly appliquer: (correction: Correction) => Promise<IssueCorrection>;
  /** Annule le dernier plan appliqué ; une cellule retouchée depuis fait tout refuser. */
  readonly annuler: () => Promise<IssueCorrection>;
}

function planDe({ emplacement, avant, apres, raison }: Correction): PlanEcritures {
  return { ecritures: [{ ...emplacement, avant, apres, raison }] };
}

/** Le plan qui remet chaque cellule comme avant. */
export function inverse({ ecritures }: PlanEcritures): PlanEcritures {
  const retour = (ecriture: Ecriture): Ecriture => ({ ...ecriture, avant: ecriture.apres, apres: ecriture.avant, raison: `Annulation : ${ecriture.raison}` });
  return { ecritures: [...ecritures].reverse().map(retour) };
}

const cellules = ({ ecritures }: PlanEcritures) => ecritures.map(({ ligne, colonne }) => formatA1(ligne, colonne)).join(', ');

function issueDe(resultat: ResultatEcriture, reussite: string): IssueCorrection {
  switch (resultat.etat) {
    case 'applique':
      return { etat: 'faite', texte: reussite };
    case 'refuse':
      return { etat: 'refusee', raisons: resultat.raisons.map(({ emplacement, message }) => `${formatA1(emplacement.ligne, emplacement.colonne)} : ${message}`) };
    case 'echec': {
      const restantes = resultat.restantes.map(({ ligne, colonne }) => formatA1(ligne, colonne)).join(', ');
      return { etat: 'refusee', raisons: [resultat.message, ...(restantes === '' ? [] : [`Cellules à vérifier : ${restantes}.`])] };
    }
  }
}

export function useCorrections(hote: Hote, surEcriture: () => void): Corrections {
  const [journal, poser] = useState<readonly PlanEcritures[]>([]);

  const ecrire = useCallback(async (plan: PlanEcritures, reussite: string, surReussite: () => void): Promise<IssueCorrection> => {
    try {
      const resultat = await hote.appliquer(plan);
      if (resultat.etat === 'applique') surReussite();
      // Même refusé, le plan a montré un classeur qui n'est plus celui du contrôle.
      surEcriture();
      return issueDe(resultat, reussite);
    } catch (erreur) {
      return { etat: 'refusee', raisons: [panneDe(erreur).message] };
    }
  }, [hote, surEcriture]);

  const appliquer = useCallback((correction: Correction) => {
    const plan = planDe(correction);
    return ecrire(plan, `Correction appliquée en ${cellules(plan)}.`, () => { poser((precedents) => [...precedents, plan]); });
  }, [ecrire]);

  const annuler = useCallback((): Promise<IssueCorrection> => {
    const dernier = journal[journal.length - 1];
    if (!dernier) return Promise.resolve({ etat: 'refusee', raisons: ['Il n’y a aucune correction à annuler.'] });
    return ecrire(inverse(dernier), `Correction annulée en ${cellules(dernier)}.`, () => { poser((precedents) => precedents.filter((plan) => plan !== dernier)); });
  }, [ecrire, journal]);

  return { journal, appliquer, annuler };
}
