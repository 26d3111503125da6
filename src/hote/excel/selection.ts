/** Mener l'utilisateur à une cellule : la feuille d'abord, la cellule ensuite. */
import { formatA1 } from '../../classeur/adresse';
import type { Emplacement } from '../../classeur/adresse';
import type { ResultatSelection } from '../port';
import { executer } from './executer';

/**
 * Une feuille masquée n'est montrée que si `demasquer` est vrai. Lève `ErreurHote` : cellule en
 * cours d'édition, structure protégée.
 */
export function selectionner(
  { feuille: id, ligne, colonne }: Emplacement,
  { demasquer = false }: { demasquer?: boolean } = {},
): Promise<ResultatSelection> {
  return executer({}, async (context) => {
    const feuille = context.workbook.worksheets.getItemOrNullObject(id);
    feuille.load('visibility');
    await context.sync();
    if (feuille.isNullObject) return 'introuvable';
    const masquee = feuille.visibility !== 'Visible';
    if (masquee && !demasquer) return 'feuille_masquee';
    if (masquee) feuille.visibility = 'Visible';
    feuille.activate();
    feuille.getRange(formatA1(ligne, colonne)).select();
    await context.sync();
    return 'selectionnee';
  });
}
