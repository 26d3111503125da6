/**
 * Une séance sur un classeur : l'hôte que voit le volet, et ce que la grille en montre. La séance
 * lit, retient les essais et les écritures ; l'ouvrier fait le travail.
 */
import type { Emplacement } from '../../classeur/adresse';
import type { Instantane } from '../../classeur/instantane';
import { ErreurHote, type Changement, type Hote, type ResultatEcriture } from '../../hote/port';
import type { Controleur } from '../../taskpane/hooks/useControle';
import { HABILLAGE_VIDE, type Habillage } from '../habillage/habillage';
import type { Jugements, OuvrierEmbauche } from '../travail/ouvrier';
import { appliquerEssais, poser, retirer, type Essai, type Essais } from './essais';
import { creerEtat, type Source } from './etat';

/** Cellule où l'on se trouve, et qui l'a demandé : un nouvel objet est une nouvelle demande. */
export interface Position extends Emplacement {
  /** `volet` : on demande à y mener ; `suivi` : le volet en parle, sans quitter l'écran ; `grille` : l'utilisateur y est allé. */
  readonly depuis: 'volet' | 'suivi' | 'grille';
}

export interface EtatSession {
  /** Ce que le fichier contient ; `null` avant la première lecture. */
  readonly fichier: Instantane | null;
  /** La même chose, essais compris : ce que la grille montre. */
  readonly instantane: Instantane | null;
  readonly jugements: Jugements;
  readonly habillage: Habillage;
  readonly essais: Essais;
  /** Nombre d'écritures faites dans le classeur, et combien la dernière copie téléchargée en contient. */
  readonly ecritures: number;
  readonly telechargees: number;
  readonly position: Position | null;
}

export interface Session extends Source<EtatSession> {
  /** Numéro d'ouverture : le même fichier rouvert est une autre séance. */
  readonly numero: number;
  readonly nom: string;
  readonly hote: Hote;
  readonly controleur: Controleur;
  readonly essayer: (essai: Essai) => void;
  readonly annulerEssai: (place: Emplacement) => void;
  readonly annulerEssais: () => void;
  readonly allerA: (position: Position) => void;
  /** Le classeur tel qu'il est, écritures comprises, sans les essais. */
  readonly octets: () => Promise<Uint8Array>;
  readonly noterTelechargement: () => void;
  readonly fermer: () => void;
}

const INITIAL: EtatSession = {
  fichier: null, instantane: null, jugements: new Map(), habillage: HABILLAGE_VIDE, essais: [], ecritures: 0, telechargees: 0, position: null,
};

const ESSAI_EN_COURS = 'Un essai est en cours : ses valeurs ne sont pas dans le fichier. Annulez les essais, puis recommencez.';

let ouvertes = 0;

export function creerSession(nom: string, ouvrier: OuvrierEmbauche): Session {
  const etat = creerEtat<EtatSession>(INITIAL);
  const ecoutes = new Set<(changement: Changement) => void>();
  let lecture: Promise<Instantane> | null = null;

  /** Le fichier ne se relit qu'après une écriture ; son habillage, à la première lecture. */
  const lireFichier = (): Promise<Instantane> => {
    lecture ??= ouvrier.lire().then(async (instantane) => {
      const habillage = await ouvrier.habiller();
      etat.poser({ fichier: instantane, habillage });
      return instantane;
    });
    lecture.catch(() => { lecture = null; });
    return lecture;
  };
  const changerEssais = (essais: Essais) => {
    etat.poser({ essais });
    for (const ecouter of ecoutes) ecouter({ feuille: null, distant: false, acheve: true });
  };
  const noterEcriture = () => {
    lecture = null;
    etat.poser({ ecritures: etat.lire().ecritures + 1 });
  };
  const refuserEssai = ({ ecritures }: Parameters<Hote['appliquer']>[0]): ResultatEcriture => ({
    etat: 'refuse', raisons: ecritures.map(({ feuille, ligne, colonne }) => ({ emplacement: { feuille, ligne, colonne }, message: ESSAI_EN_COURS })),
  });

  const hote: Hote = {
    lire: async () => {
      const instantane = appliquerEssais(await lireFichier(), etat.lire().essais);
      if (etat.lire().instantane === null) etat.poser({ instantane });
      return instantane;
    },
    appliquer: async (plan) => {
      if (etat.lire().essais.length > 0) return refuserEssai(plan);
      const resultat = await ouvrier.appliquer(plan);
      if (resultat.etat === 'applique' && resultat.ecrites.length > 0) noterEcriture();
      return resultat;
    },
    lireDonnees: () => ouvrier.lireDonnees(),
    ecrireDonnees: async (xml) => {
      if (etat.lire().essais.length > 0) throw new ErreurHote('interne', ESSAI_EN_COURS);
      await ouvrier.ecrireDonnees(xml);
      noterEcriture();
    },
    selectionner: async (emplacement) => {
      const existe = etat.lire().instantane?.feuilles.some(({ id }) => id === emplacement.feuille) ?? false;
      if (existe) etat.poser({ position: { ...emplacement, depuis: 'volet' } });
      return existe ? 'selectionnee' : 'introuvable';
    },
    ecouter: async (surChangement) => {
      ecoutes.add(surChangement);
      return async () => { ecoutes.delete(surChangement); };
    },
  };

  return {
    ...etat, numero: ++ouvertes, nom, hote,
    controleur: async (instantane, options) => {
      const { vues, jugements } = await ouvrier.controler(instantane, options);
      etat.poser({ instantane, jugements });
      return vues;
    },
    essayer: (essai) => { changerEssais(poser(etat.lire().essais, essai)); },
    annulerEssai: (place) => { changerEssais(retirer(etat.lire().essais, place)); },
    annulerEssais: () => { changerEssais([]); },
    allerA: (position) => { etat.poser({ position }); },
    octets: () => ouvrier.octets(),
    noterTelechargement: () => { etat.poser({ telechargees: etat.lire().ecritures }); },
    fermer: () => { ouvrier.congedier(); },
  };
}
