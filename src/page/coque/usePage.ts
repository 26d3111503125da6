/** Ce que la page sait faire : ouvrir un classeur, un lot, comparer, consolider. */
import { useCallback, useReducer, useRef } from 'react';
import { consolider } from '../../consolidation/consolider';
import { panneDe } from '../../taskpane/etat/panne';
import { pause } from '../../taskpane/hooks/pause';
import { examensTries } from '../lot/lignes';
import { creerLot } from '../lot/lot';
import { nomDe, type Source } from '../lot/sources';
import { creerSession } from '../session/session';
import type { OuvrierEmbauche } from '../travail/ouvrier';
import { Interruption } from '../travail/relais';
import { PAGE_INITIALE, reduirePage, type EtatPage } from './ecran';

export interface ServicesPage {
  readonly embaucher: () => OuvrierEmbauche;
  readonly fils: number;
}

export interface ActionsPage {
  /** Un fichier s'ouvre, plusieurs font un lot, aucun se dit. */
  readonly deposer: (sources: readonly Source[]) => void;
  readonly ouvrir: (source: Source) => void;
  readonly comparer: (avant: Source, apres: Source) => void;
  readonly consolider: (exclus: number) => void;
  readonly retour: () => void;
  readonly renoncer: () => void;
  readonly oublierPanne: () => void;
  readonly signaler: (erreur: unknown) => void;
}

const AUCUN = 'Aucun classeur .xlsx, .xlsm ou .xltx dans ce qui a été déposé. Choisissez le fichier du contrat, ou le dossier qui contient les classeurs.';

export function usePage({ embaucher, fils }: ServicesPage): { readonly etat: EtatPage; readonly actions: ActionsPage } {
  const [etat, envoyer] = useReducer(reduirePage, PAGE_INITIALE);
  const enCours = useRef<OuvrierEmbauche | null>(null);
  const courant = useRef(etat);
  courant.current = etat;

  const echouer = useCallback((erreur: unknown, fichier: string | null = null) => {
    if (!(erreur instanceof Interruption)) envoyer({ type: 'echouer', panne: { ...panneDe(erreur), fichier } });
  }, []);

  /** Mène une tâche avec un ouvrier neuf ; renoncer le congédie. */
  const mener = useCallback(async (libelle: string, fichier: string | null, tache: (ouvrier: OuvrierEmbauche) => Promise<void>) => {
    enCours.current?.congedier();
    const ouvrier = embaucher();
    enCours.current = ouvrier;
    envoyer({ type: 'attendre', libelle });
    try {
      await tache(ouvrier);
    } catch (erreur) {
      ouvrier.congedier();
      echouer(erreur, fichier);
    } finally {
      if (enCours.current === ouvrier) enCours.current = null;
    }
  }, [embaucher, echouer]);

  const ouvrir = useCallback((source: Source) => {
    const nom = nomDe(source.chemin);
    void mener(`Lecture de ${nom}`, nom, async (ouvrier) => {
      await ouvrier.ouvrir({ nom, octets: await source.lire() });
      const session = creerSession(nom, ouvrier);
      await session.hote.lire();
      if (enCours.current !== ouvrier) return;
      courant.current.session?.fermer();
      envoyer({ type: 'classeur', session });
    });
  }, [mener]);

  const comparer = useCallback((avant: Source, apres: Source) => {
    void mener(`Comparaison de ${nomDe(avant.chemin)} et ${nomDe(apres.chemin)}`, null, async (ouvrier) => {
      const lire = async (source: Source) => ({ nom: source.chemin, octets: await source.lire() });
      const comparaison = await ouvrier.comparer(await lire(avant), await lire(apres));
      ouvrier.congedier();
      if (enCours.current === ouvrier) envoyer({ type: 'montrer', ecran: { type: 'comparaison', comparaison, avant, apres } });
    });
  }, [mener]);

  const deposer = useCallback((sources: readonly Source[]) => {
    const [premiere] = sources;
    if (!premiere) envoyer({ type: 'echouer', panne: { motif: 'format', message: AUCUN, fichier: null } });
    else if (sources.length === 1) ouvrir(premiere);
    else {
      courant.current.lot?.interrompre();
      courant.current.session?.fermer();
      envoyer({ type: 'lot', lot: creerLot(sources, { embaucher, fils }) });
    }
  }, [ouvrir, embaucher, fils]);

  const consoliderLot = useCallback((exclus: number) => {
    const { lot } = courant.current;
    if (!lot) return;
    envoyer({ type: 'attendre', libelle: 'Consolidation' });
    void (async () => {
      await pause();
      const extraits = examensTries(lot.lire().examens).flatMap(({ extrait }) => extrait ?? []);
      envoyer({ type: 'montrer', ecran: { type: 'consolidation', consolidation: consolider(extraits), exclus } });
    })();
  }, []);

  return {
    etat,
    actions: {
      deposer, ouvrir, comparer, consolider: consoliderLot, signaler: echouer,
      retour: () => {
        if (etat.ecran.type === 'classeur') etat.ecran.session.fermer();
        if (etat.ecran.type === 'lot') etat.lot?.interrompre();
        envoyer({ type: 'retour' });
      },
      renoncer: () => {
        enCours.current?.congedier();
        enCours.current = null;
        envoyer({ type: 'renoncer' });
      },
      oublierPanne: () => { envoyer({ type: 'oublier_panne' }); },
    },
  };
}
