/** L'état de la grille : feuille, cellule active, échelle, saisie en cours. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import type { Instantane } from '../../classeur/instantane';
import type { EtatSession, Session } from '../session/session';
import type { Case } from './deplacer';
import type { Edition } from './Editeur';
import { echelleAjustee } from './mesures';
import { chasseDeLaPolice } from './police';
import { dresserVue, type VueFeuille } from './vue';

interface Choix {
  /** `null` : ajustée à la feuille et à l'écran. */
  readonly echelle: number | null;
  /** Montrer les lignes et colonnes masquées. */
  readonly masquees: boolean;
}

export interface EtatGrille {
  readonly echelle: number;
  readonly masquees: boolean;
  readonly vue: VueFeuille;
  readonly active: Case;
  readonly edition: Edition | null;
  readonly editer: (edition: Edition | null) => void;
  readonly choisirFeuille: (id: string) => void;
  readonly choisirEchelle: (echelle: number) => void;
  readonly montrerMasquees: (masquees: boolean) => void;
}

const DEBUT: Case = { ligne: 1, colonne: 1 };

/** La feuille où l'on se trouve, sinon la première visible. */
function feuilleDe({ feuilles }: Instantane, voulue: string | undefined) {
  return feuilles.find(({ id }) => id === voulue) ?? feuilles.find(({ visibilite }) => visibilite === 'visible') ?? feuilles[0]!;
}

export interface OptionsGrille {
  readonly session: Session;
  readonly etat: EtatSession;
  /** Au moins une feuille. */
  readonly instantane: Instantane;
  readonly racine: RefObject<HTMLElement | null>;
}

export function useGrille({ session, etat, instantane, racine }: OptionsGrille): EtatGrille {
  const { position, jugements, habillage } = etat;
  const [choix, poser] = useState<Choix>({ echelle: null, masquees: false });
  const [edition, editer] = useState<Edition | null>(null);
  const feuille = feuilleDe(instantane, position?.feuille);
  const [place, mesurer] = useState(0);
  const echelle = choix.echelle ?? echelleAjustee(feuille, place);
  const { masquees } = choix;
  const vue = useMemo(() => dresserVue(feuille, { instantane, jugements, habillage, echelle, masquees, chasse: chasseDeLaPolice() }), [feuille, instantane, jugements, habillage, echelle, masquees]);
  useLayoutEffect(() => { mesurer(racine.current?.clientWidth ?? 0); }, [racine, feuille.id]);

  const cachee = position !== null && (feuille.lignesMasquees.has(position.ligne) || feuille.colonnesMasquees.has(position.colonne));
  const montrerMasquees = useCallback((montrees: boolean) => { poser((ancien) => ({ ...ancien, masquees: montrees })); }, []);
  // Une cellule où l'on mène doit se voir, même masquée dans le fichier.
  useEffect(() => { if (cachee) montrerMasquees(true); }, [cachee, position, montrerMasquees]);

  const active = useMemo(() => {
    if (position?.feuille !== feuille.id) return DEBUT;
    const { ligne, colonne } = vue.fusions.ancre(position.ligne, position.colonne);
    return { ligne: Math.min(ligne, vue.lignes.dernier), colonne: Math.min(colonne, vue.colonnes.dernier) };
    // Une nouvelle demande, même vers la même cellule, y ramène la fenêtre.
  }, [position, feuille.id, vue]);

  return {
    echelle, masquees, vue, active, edition, editer, montrerMasquees,
    choisirEchelle: (choisie) => { poser((ancien) => ({ ...ancien, echelle: choisie })); },
    choisirFeuille: (id) => {
      editer(null);
      session.allerA({ feuille: id, ...DEBUT, depuis: 'grille' });
    },
  };
}
