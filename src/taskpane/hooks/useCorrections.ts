/** Écrire dans le classeur et pouvoir le défaire : un journal, sans compter sur Ctrl+Z. */
import { useCallback, useState } from 'react';
import { formatA1, type Emplacement } from '../../classeur/adresse';
import type { Correction } from '../../controles/constat';
import { annulerDerniere, annulerTout, JOURNAL_VIDE, noter, sansDerniere, type Journal } from '../../corrections/journal';
import type { PlanEcritures } from '../../corrections/plan';
import type { Hote, RaisonRefus } from '../../hote/port';
import type { BilanLot, DemandeLot } from '../corrections/lot';
import { davance } from '../communs/a-la-demande';
import { panneDe } from '../etat/panne';
import type { Controleur } from './useControle';

const chargerLot = davance(() => import('../corrections/lot'));

/** Ce qu'une écriture est devenue, en clair. */
export type IssueEcriture =
  | { readonly etat: 'faite'; readonly texte: string }
  | {
      readonly etat: 'refusee';
      /** Phrases, avec la suite à donner : une par cellule refusée, ou la cause d'une panne. */
      readonly raisons: readonly string[];
      /** Cellules qui refusent l'écriture. */
      readonly refusees: readonly Emplacement[];
      /** Cellules qu'un échec a pu laisser modifiées. */
      readonly restantes: readonly Emplacement[];
    };

export interface Corrections {
  /** Plans appliqués et non annulés, le dernier à la fin. */
  readonly journal: Journal;
  /** Applique un plan, tout ou rien, et le note sous ce titre. */
  readonly ecrire: (titre: string, plan: PlanEcritures, reussite: string) => Promise<IssueEcriture>;
  /** Applique une correction seule. */
  readonly corriger: (correction: Correction) => Promise<IssueEcriture>;
  /** Applique les corrections choisies, recontrôle, et recommence tant qu'il en reste d'automatiques (trois passes au plus). */
  readonly corrigerLot: (demande: DemandeLot) => Promise<BilanLot>;
  /** Annule la dernière écriture, ou toutes ; une cellule retouchée depuis fait tout refuser. */
  readonly annuler: (portee: 'derniere' | 'toutes') => Promise<IssueEcriture>;
}

/** Phrase d'un refus, qui nomme toujours sa cellule. */
export function decrireRaison({ message, emplacement: { ligne, colonne } }: RaisonRefus): string {
  const adresse = formatA1(ligne, colonne);
  return message.includes(adresse) ? message : `${adresse} : ${message}`;
}

const refuser = (raisons: readonly string[], reste: { readonly refusees?: readonly Emplacement[]; readonly restantes?: readonly Emplacement[] } = {}): IssueEcriture =>
  ({ etat: 'refusee', raisons, refusees: [], restantes: [], ...reste });

function direLaissees(noms: readonly string[]): string {
  if (noms.length === 0) return '';
  const feuilles = noms.map((nom) => `« ${nom} »`).join(', ');
  return noms.length === 1 ? ` La feuille ${feuilles}, ajoutée alors, reste, vidée : supprimez-la si elle ne sert pas.` : ` Les feuilles ${feuilles}, ajoutées alors, restent, vidées : supprimez-les si elles ne servent pas.`;
}

export interface OptionsCorrections {
  readonly hote: Hote;
  readonly controleur: Controleur;
  /** Après une écriture, ou un refus : le classeur n'est plus, ou n'était plus, celui du contrôle. */
  readonly surEcriture: () => void;
}

export function useCorrections({ hote, controleur, surEcriture }: OptionsCorrections): Corrections {
  const [journal, poser] = useState<Journal>(JOURNAL_VIDE);

  const appliquer = useCallback(async (plan: PlanEcritures, surReussite: () => Promise<string> | string): Promise<IssueEcriture> => {
    try {
      const resultat = await hote.appliquer(plan);
      if (resultat.etat === 'applique') return { etat: 'faite', texte: await surReussite() };
      if (resultat.etat === 'echec') return refuser([resultat.message], { restantes: resultat.restantes });
      return refuser(resultat.raisons.map(decrireRaison), { refusees: resultat.raisons.map(({ emplacement }) => emplacement) });
    } catch (erreur) {
      return refuser([panneDe(erreur).message]);
    } finally {
      surEcriture();
    }
  }, [hote, surEcriture]);

  /** Identités des feuilles que le plan vient de créer : sans elles, leurs cellules ne s'annuleraient pas. */
  const identifier = useCallback(async ({ nouvellesFeuilles = [] }: PlanEcritures): Promise<ReadonlyMap<string, string>> => {
    if (nouvellesFeuilles.length === 0) return new Map();
    const { feuilles } = await hote.lire();
    return new Map(feuilles.filter(({ nom }) => nouvellesFeuilles.includes(nom)).map(({ nom, id }) => [nom, id]));
  }, [hote]);

  const ecrire = useCallback((titre: string, plan: PlanEcritures, reussite: string) => appliquer(plan, async () => {
    try {
      const identites = await identifier(plan);
      poser((avant) => noter(avant, titre, plan, identites));
      return reussite;
    } catch (erreur) {
      // Écrit, mais la feuille ajoutée n'a pas pu être retrouvée : ses cellules ne s'annuleront pas.
      poser((avant) => noter(avant, titre, plan));
      return `${reussite} ${panneDe(erreur).message}`;
    }
  }), [appliquer, identifier]);

  const corriger = useCallback(({ emplacement, avant, apres, raison }: Correction) => {
    const adresse = formatA1(emplacement.ligne, emplacement.colonne);
    return ecrire(`Correction en ${adresse}`, { ecritures: [{ ...emplacement, avant, apres, raison }] }, `Correction appliquée en ${adresse}.`);
  }, [ecrire]);

  const corrigerLot = useCallback(async (demande: DemandeLot): Promise<BilanLot> => {
    const lot = await chargerLot();
    const bilan = await lot.corrigerLot(demande, { hote, controleur });
    poser((avant) => noter(avant, lot.titrer(bilan), bilan.plan));
    surEcriture();
    return bilan;
  }, [hote, controleur, surEcriture]);

  const annuler = useCallback(async (portee: 'derniere' | 'toutes'): Promise<IssueEcriture> => {
    const annulation = portee === 'derniere' ? annulerDerniere(journal) : annulerTout(journal);
    if (!annulation) return refuser(['Il n’y a rien à annuler.']);
    const { plan, feuillesLaissees } = annulation;
    const derniere = journal[journal.length - 1]!.titre;
    const texte = `${portee === 'derniere' ? `Annulé : ${derniere}.` : 'Toutes les écritures du volet sont annulées.'}${direLaissees(feuillesLaissees)}`;
    const oublier = () => {
      poser(portee === 'derniere' ? sansDerniere : JOURNAL_VIDE);
      return texte;
    };
    return plan.ecritures.length === 0 ? { etat: 'faite', texte: oublier() } : appliquer(plan, oublier);
  }, [journal, appliquer]);

  return { journal, ecrire, corriger, corrigerLot, annuler };
}
