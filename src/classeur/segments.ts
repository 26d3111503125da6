/**
 * Deux tableaux l'un sous l'autre dans une même feuille (le tableau de bord, puis le plan) se lisent
 * à part. Un en-tête répété en haut de chaque page n'en ouvre pas un second.
 */
import { isIntitule } from './en-tete';
import { restreindre, type Grille } from './grille';
import { normaliser } from './texte';

interface LigneIntitulee {
  readonly ligne: number;
  /** Colonne et nature de chaque intitulé : « 2 objectif, 3 indicateur ». */
  readonly signature: string;
}

/** Lignes de titres au-dessus des intitulés d'un second tableau. */
const TITRES = 3;

function lignesIntitulees({ textes }: Grille): readonly LigneIntitulee[] {
  const parLigne = new Map<number, Map<number, string>>();
  for (const { ligne, colonne, texte } of textes) {
    if (!isIntitule(texte)) continue;
    const [nature] = /^[a-z]+?(?=s?\b)/.exec(normaliser(texte))!;
    parLigne.set(ligne, (parLigne.get(ligne) ?? new Map<number, string>()).set(colonne, nature));
  }
  return [...parLigne]
    .filter(([, natures]) => natures.size > 1 && [...natures.values()].includes('objectif'))
    .map(([ligne, natures]) => ({ ligne, signature: [...natures].sort(([a], [b]) => a - b).map(([colonne, nature]) => `${String(colonne)} ${nature}`).join(', ') }))
    .sort((a, b) => a.ligne - b.ligne);
}

/** Les tableaux d'une feuille, de haut en bas ; un seul le plus souvent. */
export function segmenter(grille: Grille): readonly Grille[] {
  const intitulees = lignesIntitulees(grille);
  // Un en-tête à deux étages porte ses intitulés deux fois, à quelques lignes près.
  const enTetes = intitulees.filter(({ ligne }, rang) => rang === 0 || ligne - intitulees[rang - 1]!.ligne > TITRES);
  const debuts = enTetes.filter(({ signature }, rang) => rang === 0 || signature !== enTetes[rang - 1]!.signature);
  if (debuts.length < 2) return [grille];
  return debuts.map(({ ligne }, rang) => {
    const depuis = rang === 0 ? 1 : Math.max(debuts[rang - 1]!.ligne + 1, ligne - TITRES);
    const suivant = debuts[rang + 1]?.ligne;
    return restreindre(grille, depuis, suivant === undefined ? Number.POSITIVE_INFINITY : suivant - 1);
  });
}
