/** L'ordre des annexes : bandeaux d'engagements, objectifs, et l'étendue de chaque mesure. */
import { ENGAGEMENTS, type Engagement } from '../referentiel/engagements';
import { OBJECTIFS, type Objectif } from '../referentiel/objectifs';

/** Objectifs qui se suivent sous une même mesure. */
export interface GroupeMesure {
  readonly mesure: string;
  readonly objectifs: readonly Objectif[];
}

export interface GroupeEngagement {
  readonly engagement: Engagement;
  readonly mesures: readonly GroupeMesure[];
}

/** `nommer` donne le libellé de la mesure dans l'annexe. */
export function grouper(nommer: (objectif: Objectif) => string): readonly GroupeEngagement[] {
  return ENGAGEMENTS.map((engagement) => {
    const mesures: { mesure: string; objectifs: Objectif[] }[] = [];
    for (const objectif of OBJECTIFS.filter((candidat) => candidat.engagement === engagement.code)) {
      const derniere = mesures[mesures.length - 1];
      if (derniere?.mesure === nommer(objectif)) derniere.objectifs.push(objectif);
      else mesures.push({ mesure: nommer(objectif), objectifs: [objectif] });
    }
    return { engagement, mesures };
  });
}
