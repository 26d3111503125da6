/** Le clavier dans la grille : où mène une touche. Les fusions se traversent d'un pas, le masqué se saute. */
import { debut, rangA, rangVisible, voisinVisible } from './axe';
import type { VueFeuille } from './vue';

export interface Case {
  readonly ligne: number;
  readonly colonne: number;
}

export interface Touche {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const PAS: Readonly<Record<string, readonly [lignes: -1 | 0 | 1, colonnes: -1 | 0 | 1]>> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
};

function pas({ lignes, colonnes, fusions }: VueFeuille, depart: Case, [dl, dc]: readonly [-1 | 0 | 1, -1 | 0 | 1]): Case {
  const plage = fusions.de(depart.ligne, depart.colonne) ?? { ...depart, derniereLigne: depart.ligne, derniereColonne: depart.colonne };
  const ligne = dl === 0 ? depart.ligne : voisinVisible(lignes, dl > 0 ? Math.min(plage.derniereLigne, lignes.dernier) : plage.ligne, dl);
  const colonne = dc === 0 ? depart.colonne : voisinVisible(colonnes, dc > 0 ? Math.min(plage.derniereColonne, colonnes.dernier) : plage.colonne, dc);
  return { ligne, colonne };
}

function page({ lignes }: VueFeuille, { ligne, colonne }: Case, hauteur: number): Case {
  const vise = rangA(lignes, Math.max(0, debut(lignes, ligne) + hauteur));
  return { ligne: rangVisible(lignes, vise), colonne };
}

/** Cellule où mène une touche ; `null` si la touche ne déplace pas. `fenetre` : hauteur visible, en pixels. */
export function deplacer(vue: VueFeuille, depart: Case, touche: Touche, fenetre: number): Case | null {
  if (touche.altKey) return null;
  const vise = viser(vue, depart, touche, fenetre);
  return vise && vue.fusions.ancre(vise.ligne, vise.colonne);
}

function viser(vue: VueFeuille, depart: Case, { key, ctrlKey, metaKey }: Touche, fenetre: number): Case | null {
  const bout = ctrlKey || metaKey;
  const { lignes, colonnes } = vue;
  const sens = PAS[key];
  if (sens) {
    if (!bout) return pas(vue, depart, sens);
    const [dl, dc] = sens;
    return {
      ligne: dl === 0 ? depart.ligne : rangVisible(lignes, dl < 0 ? 1 : lignes.dernier),
      colonne: dc === 0 ? depart.colonne : rangVisible(colonnes, dc < 0 ? 1 : colonnes.dernier),
    };
  }
  switch (key) {
    case 'Home': return { ligne: bout ? rangVisible(lignes, 1) : depart.ligne, colonne: rangVisible(colonnes, 1) };
    case 'End': return { ligne: bout ? rangVisible(lignes, lignes.dernier) : depart.ligne, colonne: rangVisible(colonnes, colonnes.dernier) };
    case 'PageDown': return page(vue, depart, fenetre);
    case 'PageUp': return page(vue, depart, -fenetre);
    default: return null;
  }
}
