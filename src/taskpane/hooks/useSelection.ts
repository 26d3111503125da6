/** Mener à une cellule, avec l'accord de l'utilisateur si sa feuille est masquée. */
import { useCallback } from 'react';
import { formatA1, type Emplacement } from '../../classeur/adresse';
import type { Hote } from '../../hote/port';
import type { Panne } from '../etat/controle';
import { panneDe } from '../etat/panne';
import type { Confirmation } from './useConfirmation';

/** Ce qu'il est advenu, en clair ; `null` : l'utilisateur a renoncé. */
export type IssueSelection =
  | { readonly etat: 'selectionnee'; readonly texte: string }
  | { readonly etat: 'impossible'; readonly panne: Panne }
  | null;

export interface OptionsSelection {
  readonly hote: Hote;
  readonly nomFeuille: (id: string) => string;
  readonly demander: Confirmation['demander'];
}

/** Mène à une cellule ; `null` si l'hôte n'a pas d'écran. */
export type Aller = ((emplacement: Emplacement) => Promise<IssueSelection>) | null;

export function useSelection({ hote, nomFeuille, demander }: OptionsSelection): Aller {
  const aller = useCallback(async (emplacement: Emplacement): Promise<IssueSelection> => {
    const { selectionner } = hote;
    if (!selectionner) return null;
    const nom = nomFeuille(emplacement.feuille);
    const adresse = formatA1(emplacement.ligne, emplacement.colonne);
    try {
      let issue = await selectionner(emplacement);
      if (issue === 'feuille_masquee') {
        const accord = await demander({
          titre: 'Afficher une feuille masquée ?',
          texte: `La cellule ${adresse} se trouve dans la feuille « ${nom} », qui est masquée. L’afficher modifie le classeur : la feuille restera visible.`,
          accepter: 'Afficher la feuille',
        });
        if (!accord) return null;
        issue = await selectionner(emplacement, { demasquer: true });
      }
      if (issue === 'selectionnee') return { etat: 'selectionnee', texte: `Cellule ${adresse} sélectionnée, feuille « ${nom} ».` };
      return { etat: 'impossible', panne: { motif: 'interne', message: `La cellule ${adresse} de la feuille « ${nom} » est introuvable : le classeur a changé. Relancez le contrôle.` } };
    } catch (erreur) {
      return { etat: 'impossible', panne: panneDe(erreur) };
    }
  }, [hote, nomFeuille, demander]);
  return hote.selectionner ? aller : null;
}
