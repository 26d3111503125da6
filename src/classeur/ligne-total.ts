/** La ligne TOTAL d'un plan, parmi les sous-totaux qui s'écrivent parfois comme elle. */
import { reconnaitreObjectif, type Annexe } from './libelles';
import type { ContexteLigne, NatureLigne } from './nature-ligne';

export interface LigneTotal {
  readonly ligne: number | null;
  /** Dernière ligne à lire : au-delà du total, des rappels (« dont FIR »), des notes, des signatures. */
  readonly fin: number;
}

/**
 * La ligne TOTAL : la première après le dernier objectif reconnu. Un « TOTAL » entre deux objectifs
 * n'est qu'un sous-total ; avant le premier, il vaut pour tout le plan.
 */
export function trouverTotal({ grille, colonneObjectif, annexe }: ContexteLigne & { readonly annexe: Annexe }, natures: ReadonlyMap<number, NatureLigne>): LigneTotal {
  const sansFin = Number.POSITIVE_INFINITY;
  const lignes = [...natures.keys()];
  const totaux = lignes.filter((ligne) => natures.get(ligne) === 'total');
  if (totaux.length === 0) return { ligne: null, fin: sansFin };
  const objectifs = lignes.filter((ligne) => {
    const texte = colonneObjectif === null ? '' : grille.texte(ligne, colonneObjectif);
    return texte !== '' && !totaux.includes(ligne) && reconnaitreObjectif(texte, annexe).etat === 'trouve';
  });
  const dernier = objectifs[objectifs.length - 1] ?? 0;
  const apres = totaux.find((ligne) => ligne > dernier);
  if (apres !== undefined) return { ligne: apres, fin: apres };
  return { ligne: totaux.find((ligne) => ligne < objectifs[0]!) ?? null, fin: sansFin };
}
