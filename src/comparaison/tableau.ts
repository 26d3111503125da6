/** Les changements mis en lignes, une seule fois : la page, le HTML, le CSV et le texte disent la même chose. */
import { formatNombre } from '../classeur/nombres';
import { nommer } from '../controles/fabrique';
import { versFrancais } from '../formules/francais';
import { indicateurDe } from '../referentiel/indicateurs';
import { OBJECTIFS } from '../referentiel/objectifs';
import type { Changement } from './comparer';

export interface LigneChangement {
  readonly donnee: string;
  /** Pour une liste (actions, partenaires) : ce qui en a été retiré. */
  readonly avant: string;
  /** Pour une liste : ce qui y a été ajouté. */
  readonly apres: string;
  /** « +11,1 % » ; vide sans objet. */
  readonly variation: string;
}

export const COLONNES_CHANGEMENT = ['Donnée', 'Avant, ou retiré', 'Après, ou ajouté', 'Variation'] as const;

function nommerDonnee({ indicateur, quoi, nature }: Changement): string {
  const sujet = indicateur === null ? quoi : `${indicateurDe(indicateur).nom}, ${quoi}`;
  return nature === 'formule' ? `${sujet}, formule` : sujet;
}

/** Une formule s'y lit en français. Absent : « vide » pour une donnée, « – » pour une liste dont rien ne part. */
function montrer(texte: string | null, nature: Changement['nature']): string {
  if (texte === null) return nature === 'texte' ? '–' : 'vide';
  return texte.startsWith('=') ? versFrancais(texte) : texte;
}

export function ligneDe(changement: Changement): LigneChangement {
  const { nature, avant, apres, variation } = changement;
  return {
    donnee: nommerDonnee(changement),
    avant: montrer(avant, nature),
    apres: montrer(apres, nature),
    variation: variation === null ? '' : `${variation > 0 ? '+' : ''}${formatNombre(variation * 100, 1)}\u00a0%`,
  };
}

/** Changements groupés par objectif, dans l'ordre des annexes ; les délais de justice en tête. */
export function grouperChangements(changements: readonly Changement[]): readonly { readonly titre: string; readonly changements: readonly Changement[] }[] {
  return [null, ...OBJECTIFS.map(({ numero }) => numero)]
    .map((numero) => ({ titre: nommer(numero), changements: changements.filter(({ objectif }) => objectif === numero) }))
    .filter((groupe) => groupe.changements.length > 0);
}
