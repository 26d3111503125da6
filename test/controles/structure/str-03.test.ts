import { STR_03 } from '../../../src/controles/structure/str-03';
import { indicateursDe } from '../../../src/referentiel/indicateurs';
import { auPlan, eprouver, feuilleDe, libelleObjectif, poser, sansFeuille, sansIndicateur, sansObjectif } from '../aide';

const codesDe = (numero: 3 | 9 | 12 | 22) => indicateursDe(numero).map(({ code }) => code);

eprouver(STR_03, [
  { nom: 'conforme', attendus: [] },
  { nom: 'modèle vierge', base: 'vierge', attendus: [] },
  {
    nom: 'un indicateur d’un fondamental', modifs: [sansIndicateur('o6-evaluees')],
    attendus: [{ ou: libelleObjectif(6, 'tableau'), gravite: 'bloquant', objectif: 6, indicateur: 'o6-evaluees', message: ['l’indicateur « IP évaluées » n’a plus de ligne dans le tableau de bord'], suite: /Rétablir la ligne « Nombre d'IP évaluées »/, correction: null, source: /annexe 5\.2/ }],
  },
  { nom: 'deux indicateurs, deux causes', modifs: [sansIndicateur('o3-taux-pre', 'o3-vad-pre-snds')], attendus: [{ ou: libelleObjectif(3, 'tableau'), gravite: 'bloquant', indicateur: 'o3-vad-pre-snds' }, { ou: libelleObjectif(3, 'tableau'), gravite: 'bloquant', indicateur: 'o3-taux-pre' }] },
  { nom: 'tous les indicateurs d’un objectif : une seule cause', modifs: [sansIndicateur(...codesDe(3))], attendus: [{ ou: libelleObjectif(3, 'tableau'), gravite: 'bloquant', objectif: 3, indicateur: null, message: ['aucun de ses indicateurs n’a plus de ligne'] }] },
  { nom: 'seul indicateur d’un objectif', modifs: [sansIndicateur('o9-enfants')], attendus: [{ ou: libelleObjectif(9, 'tableau'), gravite: 'bloquant', objectif: 9, indicateur: 'o9-enfants' }] },
  { nom: 'facultatif retenu', modifs: [sansIndicateur('o12-familles')], attendus: [{ ou: libelleObjectif(12, 'tableau'), gravite: 'bloquant', objectif: 12 }] },
  { nom: 'facultatif non retenu', modifs: [sansIndicateur('o14-enfants')], attendus: [] },
  { nom: 'facultatif retenu, absent en entier du tableau', modifs: [sansObjectif('tableau', 12)], attendus: [{ ou: feuilleDe('tableau'), gravite: 'bloquant', objectif: 12, indicateur: null, message: ['cet objectif est retenu, mais ni lui ni ses indicateurs'] }] },
  { nom: 'facultatif non retenu, absent en entier', modifs: [sansObjectif('tableau', 18)], attendus: [] },
  { nom: 'facultatif sans indicateur harmonisé, absent', modifs: [sansObjectif('tableau', 19), poser(auPlan(19, 'etat'), 1000)], attendus: [] },
  { nom: 'fondamental absent en entier : STR-02', modifs: [sansObjectif('tableau', 9)], attendus: [] },
  { nom: 'délais de justice : pas d’objectif', modifs: [sansIndicateur('delai-aemo', 'delai-placements')], attendus: [] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
  { nom: 'plan absent : les fondamentaux se vérifient', modifs: [sansFeuille('plan'), sansIndicateur('o6-evaluees')], attendus: [{ ou: libelleObjectif(6, 'tableau'), gravite: 'bloquant' }] },
]);
