/** Les phrases de la vue « Cibles ». */
import { formatPoints } from '../../classeur/nombres';
import { isTranche, type Jugement } from '../../controles/cibles/nationale';
import { grandeurEffectif, majuscule } from '../../controles/fabrique';
import type { Unite } from '../../referentiel/indicateurs';
import type { Source } from '../../referentiel/source';

/** Points écrits avec assez de décimales pour ne pas s'arrondir à zéro : un écart reste un écart. */
export function pointsLisibles(ecart: number): string {
  for (let decimales = 1; decimales < 4; decimales += 1) {
    const texte = formatPoints(ecart, decimales);
    if (!texte.startsWith('0\u00a0')) return texte;
  }
  return formatPoints(ecart, 4);
}

/** « Repère national 2016 : environ 12 % des moins de six ans… Source : annexe 6. » */
export function direRepere({ texte, source }: { readonly texte: string; readonly source: Source }): string {
  return `Repère national${source.date === undefined ? '' : ` ${source.date}`} : ${texte}. Source : ${source.texte}.`;
}

/** « Il manque 2,5 points, soit 620 enfants. » */
export function decrireManque(jugement: Jugement): string | null {
  if (!isTranche(jugement) || !jugement.manque) return null;
  const { points, volume, unite } = jugement.manque;
  const soit = volume === null || volume <= 0 ? '' : `, soit ${grandeurEffectif(volume, unite as Unite).texte}`;
  return `Il manque ${pointsLisibles(points)}${soit}.`;
}

export function expliquer(jugement: Jugement): string | null {
  const texte = isTranche(jugement) ? jugement.precision : jugement.raison;
  return texte === null ? null : `${majuscule(texte)}.`;
}
