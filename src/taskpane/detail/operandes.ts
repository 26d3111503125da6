/** Ce que désignent les adresses d'une formule du tableau de bord : « numérateur, D9 : entretiens du 4e mois ». */
import { formatA1 } from '../../classeur/adresse';
import { analyser } from '../../formules/analyse';
import { parcourir, type Noeud } from '../../formules/noeuds';
import { nomCellule, sansGarde, type Place } from '../../formules/nommer';

export interface Operande {
  /** `null` hors d'un rapport de deux grandeurs. */
  readonly role: 'Numérateur' | 'Dénominateur' | null;
  readonly adresse: string;
  /** Nom de l'indicateur ; son année quand ce n'est pas celle de la cellule. */
  readonly nom: string;
}

function nommees(noeud: Noeud, role: Operande['role'], place: Place): readonly Operande[] {
  const trouvees: Operande[] = [];
  parcourir(noeud, (courant) => {
    if (courant.type !== 'plage' || courant.feuille !== null) return;
    const { ligne, colonne, derniereLigne, derniereColonne } = courant;
    if (ligne === null || colonne === null || ligne !== derniereLigne || colonne !== derniereColonne) return;
    const nom = nomCellule(ligne, colonne, place);
    if (nom !== null) trouvees.push({ role, adresse: formatA1(ligne, colonne), nom });
  });
  // Le parcours lit de droite à gauche ; la formule se lit de gauche à droite.
  return trouvees.reverse();
}

/** Cellules nommées d'une formule anglaise, gardes ôtées, chacune une fois ; vide si elle ne se lit pas. */
export function operandesDe(formule: string, place: Place): readonly Operande[] {
  const { noeud } = analyser(formule);
  if (!noeud) return [];
  const coeur = sansGarde(noeud);
  const toutes = coeur.type === 'binaire' && coeur.operateur === '/'
    ? [...nommees(coeur.gauche, 'Numérateur', place), ...nommees(coeur.droite, 'Dénominateur', place)]
    : nommees(coeur, null, place);
  return [...new Map(toutes.map((operande) => [`${operande.role ?? ''}${operande.adresse}`, operande])).values()];
}
