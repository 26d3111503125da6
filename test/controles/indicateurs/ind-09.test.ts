import { IND_09 } from '../../../src/controles/indicateurs/ind-09';
import { eprouver, feuilleDe, poser, sansFeuille, sansIndicateur, sansMoments, valeur, vider } from '../aide';

const aemo = valeur('delai-aemo', 'diagnostic');
const placements = valeur('delai-placements', 'diagnostic');

eprouver(IND_09, [
  { nom: 'conforme', attendus: [] },
  { nom: 'délai vide', modifs: [vider(aemo)], attendus: [{ ou: aemo, gravite: 'info', objectif: null, indicateur: 'delai-aemo', annee: 2019, message: ['Engagement 2 : le délai d’exécution des AEMO n’est pas renseigné pour 2019'], suite: /sans cible obligatoire/, correction: null, source: /annexe 6, engagement 2/ }] },
  { nom: 'non déterminé', modifs: [poser(placements, 'ND')], attendus: [{ ou: placements, gravite: 'info', trouve: 'ND' }] },
  { nom: 'zéro et décimal', modifs: [poser(aemo, 0), poser(placements, 12.5)], attendus: [] },
  { nom: 'illisible : IND-03', modifs: [poser(aemo, 'trois mois')], attendus: [] },
  { nom: 'sans cible : rien', modifs: [vider(valeur('delai-aemo', 'cible 2022'))], attendus: [] },
  { nom: 'une ligne absente', modifs: [sansIndicateur('delai-aemo')], attendus: [] },
  { nom: 'plus aucune ligne de délai', modifs: [sansIndicateur('delai-aemo', 'delai-placements')], attendus: [{ ou: feuilleDe('tableau'), gravite: 'info', message: ['n’ont pas de ligne dans la feuille'] }] },
  { nom: 'colonne du diagnostic absente', modifs: [sansMoments('diagnostic')], attendus: [], statut: 'non_verifiable', nonVerifies: [/colonne du diagnostic/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
  { nom: 'modèle vierge : sans objet', base: 'vierge', attendus: [], statut: 'sans_objet' },
]);
