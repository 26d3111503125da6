/** L'état de la grille : feuille, cellule active, échelle, saisie en cours. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Instantane } from '../../classeur/instantane';
import type { EtatSession, Session } from '../session/session';
import type { Case } from './deplacer';
import type { Edition } from './Editeur';
import { dresserVue, type VueFeuille } from './vue';

interface Choix {
  readonly echelle: number;
  /** Montrer les lignes et colonnes masquées. */
  readonly masquees: boolean;
}

export interface EtatGrille extends Choix {
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

/** L'instantané a au moins une feuille. */
export function useGrille(session: Session, etat: EtatSession, instantane: Instantane): EtatGrille {
  const { position, jugements, habillage } = etat;
  const [choix, poser] = useState<Choix>({ echelle: 1, masquees: false });
  const [edition, editer] = useState<Edition | null>(null);
  const feuille = feuilleDe(instantane, position?.feuille);
  const vue = useMemo(() => dresserVue(feuille, { instantane, jugements, habillage, echelle: choix.echelle, masquees: choix.masquees }), [feuille, instantane, jugements, habillage, choix.echelle, choix.masquees]);

  const cachee = position !== null && (feuille.lignesMasquees.has(position.ligne) || feuille.colonnesMasquees.has(position.colonne));
  const montrerMasquees = useCallback((masquees: boolean) => { poser((ancien) => ({ ...ancien, masquees })); }, []);
  // Une cellule où l'on mène doit se voir, même masquée dans le fichier.
  useEffect(() => { if (cachee) montrerMasquees(true); }, [cachee, position, montrerMasquees]);

  const active = useMemo(() => {
    if (position?.feuille !== feuille.id) return DEBUT;
    const { ligne, colonne } = vue.fusions.ancre(position.ligne, position.colonne);
    return { ligne: Math.min(ligne, vue.lignes.dernier), colonne: Math.min(colonne, vue.colonnes.dernier) };
    // Une nouvelle demande, même vers la même cellule, y ramène la fenêtre.
  }, [position, feuille.id, vue]);

  return {
    ...choix, vue, active, edition, editer, montrerMasquees,
    choisirEchelle: (echelle) => { poser((ancien) => ({ ...ancien, echelle })); },
    choisirFeuille: (id) => {
      editer(null);
      session.allerA({ feuille: id, ...DEBUT, depuis: 'grille' });
    },
  };
}
