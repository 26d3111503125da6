/** Par quoi commencer dans un modèle vierge, et la cellule où aller. */
import type { Emplacement } from '../../classeur/adresse';
import type { LecturePlan } from '../../controles/lecture-plan';
import type { LectureTableau } from '../../controles/lecture-tableau';
import { INDICATEURS } from '../../referentiel/indicateurs';
import { OBJECTIFS } from '../../referentiel/objectifs';

export interface EtapeDemarrage {
  readonly titre: string;
  readonly texte: string;
  readonly emplacement: Emplacement | null;
}

function premierIndicateur(tableau: LectureTableau, bloc: 'diagnostic' | 'cible', taux: boolean): Emplacement | null {
  const moment = bloc === 'diagnostic' ? tableau.moment('diagnostic') : tableau.moment('cible', tableau.horizon);
  const lues = INDICATEURS.filter(({ type, cibleExigee }) => (taux ? cibleExigee : type !== 'taux')).map(({ code }) => tableau.lire(code, moment));
  return lues.find((lue) => lue !== null)?.emplacement ?? null;
}

function etapesTableau(tableau: LectureTableau): EtapeDemarrage[] {
  const { diagnostic, annees } = tableau.tableau.periode;
  return [
    {
      titre: `Le diagnostic ${String(diagnostic)}`,
      texte: `Au tableau de bord, saisir la valeur ${String(diagnostic)} de chaque indicateur. Une donnée qui n’existe pas s’écrit « ND » : le vide, zéro et « non déterminé » sont trois choses différentes.`,
      emplacement: premierIndicateur(tableau, 'diagnostic', false),
    },
    {
      titre: `Les cibles ${String(annees[0])}-${String(tableau.horizon)}`,
      texte: `Arrêter ensemble les effectifs visés pour chaque année ; les taux se calculent. Les 11 objectifs fondamentaux sont obligatoires, les 15 autres au choix.`,
      emplacement: premierIndicateur(tableau, 'cible', true),
    },
  ];
}

function etapesPlan(plan: LecturePlan): EtapeDemarrage[] {
  const premier = OBJECTIFS.find(({ numero }) => plan.objectif(numero) !== null);
  const action = premier ? plan.premiereAction(premier.numero) : null;
  const montant = premier ? plan.montants(premier.numero, 'departement')[0] : undefined;
  return [
    { titre: 'Les actions', texte: 'Au plan d’action, rédiger au moins une action par objectif retenu, avec ses partenaires et ses années.', emplacement: action?.emplacement ?? null },
    {
      titre: 'Les financements',
      texte: 'Pour chaque objectif, la part du Département est au moins égale à ce que l’Etat lui verse ; la valorisation de moyens existants est admise.',
      emplacement: montant?.emplacement ?? null,
    },
  ];
}

export function vueDemarrage(tableau: LectureTableau | null, plan: LecturePlan | null): readonly EtapeDemarrage[] {
  return [...(tableau ? etapesTableau(tableau) : []), ...(plan ? etapesPlan(plan) : [])];
}
