import { STR_01 } from '../../../src/controles/structure/str-01';
import { analyser } from '../../../src/moteur/analyser';
import { classeur, eprouver, planDe, sansFeuille, tableauDe, type Modif } from '../aide';

/** Ajoute une copie d'une feuille : deux documents se disputent le même rôle. */
function doubler(nature: 'tableau' | 'plan', nom: string): Modif {
  return (instantane, origine) => {
    const { feuille } = nature === 'tableau' ? tableauDe(origine) : planDe(origine);
    return { ...instantane, feuilles: [...instantane.feuilles, { ...feuille, id: `copie ${nature}`, nom }] };
  };
}

const renommees: Modif = (instantane) => ({ ...instantane, feuilles: instantane.feuilles.map((feuille, rang) => ({ ...feuille, nom: `Feuil${rang}` })) });
const masquees: Modif = (instantane) => ({ ...instantane, feuilles: instantane.feuilles.map((feuille) => ({ ...feuille, visibilite: 'masquee' as const })) });

const alerte = (...message: (string | RegExp)[]) => ({ ou: null, gravite: 'alerte' as const, objectif: null, message, correction: null });

eprouver(STR_01, [
  { nom: 'conforme', attendus: [] },
  { nom: 'modèle vierge', base: 'vierge', attendus: [] },
  { nom: 'variante : page de garde, en-têtes décalés', base: 'moselle', attendus: [] },
  { nom: 'reconnues à leur contenu, jamais à leur nom', modifs: [renommees], attendus: [] },
  { nom: 'reconnues même masquées', modifs: [masquees], attendus: [] },
  { nom: 'sans plan', modifs: [sansFeuille('plan')], attendus: [{ ...alerte('ne contient pas de plan d’action (annexe 5.3) reconnaissable'), suite: /Ajouter au classeur le plan d’action/, source: /annexes 5\.2 et 5\.3/ }] },
  { nom: 'sans tableau', modifs: [sansFeuille('tableau')], attendus: [alerte('ne contient pas de tableau de bord (annexe 5.2) reconnaissable')] },
  { nom: 'ni l’un ni l’autre', modifs: [sansFeuille('tableau'), sansFeuille('plan')], attendus: [{ ou: null, gravite: 'bloquant', objectif: null, message: ['ce n’est pas un classeur de contrat'], suite: /modèle vierge/ }] },
  { nom: 'deux tableaux de bord remplis', modifs: [doubler('tableau', 'Tableau 2021')], attendus: [alerte('« Tableau de bord », « Tableau 2021 »', 'Aucune n’a été contrôlée')] },
  { nom: 'deux plans remplis', modifs: [doubler('plan', 'Plan 2021')], attendus: [alerte('le plan d’action (annexe 5.3) : « Plan d\'action », « Plan 2021 »')] },
  { nom: 'deux plans et pas de tableau', modifs: [doubler('plan', 'Plan 2021'), sansFeuille('tableau')], attendus: [alerte('ne contient pas de tableau de bord'), alerte('« Plan 2021 »')] },
]);

test.each([
  ['FOR-02', 'plusieurs feuilles ressemblent au même document, le tableau de bord (annexe 5.2) (« Tableau de bord », « Tableau 2021 ») : aucune n’a été contrôlée'],
  ['STR-02', 'plusieurs feuilles ressemblent au même document, le tableau de bord (annexe 5.2) (« Tableau de bord », « Tableau 2021 ») : aucune n’a été contrôlée'],
])('deux tableaux rivaux : %s dit pourquoi il n’a pas été fait', (code, raison) => {
  const { rapport } = analyser(classeur([doubler('tableau', 'Tableau 2021')]));
  expect(rapport.controles.find((controle) => controle.code === code)).toMatchObject({ statut: 'non_verifiable', nonVerifies: [{ raison }] });
});
