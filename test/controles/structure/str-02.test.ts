import { STR_02 } from '../../../src/controles/structure/str-02';
import { OBJECTIFS } from '../../../src/referentiel/objectifs';
import { eprouver, feuilleDe, libelleObjectif, planDe, changerFeuille, poser, sansFeuille, sansObjectif, type Modif } from '../aide';

const FONDAMENTAUX = OBJECTIFS.filter(({ fondamental }) => fondamental).map(({ numero }) => numero);
const FACULTATIFS = OBJECTIFS.filter(({ fondamental }) => !fondamental).map(({ numero }) => numero);
const absent = (feuille: 'tableau' | 'plan', objectif: 2 | 6 | 9 | 11) => ({ ou: feuilleDe(feuille), gravite: 'bloquant' as const, objectif, indicateur: null });

/** Ne garde aucune mesure : sans libellé d'objectif, elles peuvent en tenir lieu. */
const sansMesures: Modif = (instantane, origine) => {
  const plan = planDe(origine);
  const lignes = new Set([...plan.objectifs.values()].flatMap((bloc) => bloc.lignes));
  return changerFeuille(instantane, plan.feuille.id, (feuille) => ({ ...feuille, cellules: new Map([...feuille.cellules].filter(([, { ligne, colonne }]) => !lignes.has(ligne) || colonne !== plan.colonnes.mesure)) }));
};

eprouver(STR_02, [
  { nom: 'conforme', attendus: [] },
  { nom: 'modèle vierge', base: 'vierge', attendus: [] },
  { nom: 'absent du tableau', modifs: [sansObjectif('tableau', 9)], attendus: [{ ...absent('tableau', 9), message: ['absent de la feuille « Tableau de bord » (annexe 5.2)'], suite: /Rétablir la ligne de l’objectif avec son libellé officiel : « Garantir/, correction: null, source: /annexe 6/ }] },
  { nom: 'absent du plan', modifs: [sansObjectif('plan', 9)], attendus: [{ ...absent('plan', 9), message: ['« Plan d\'action » (annexe 5.3)'] }] },
  { nom: 'absent des deux', modifs: [sansObjectif('tableau', 9), sansObjectif('plan', 9)], attendus: [absent('tableau', 9), absent('plan', 9)] },
  { nom: 'les facultatifs peuvent manquer', modifs: [sansObjectif('tableau', ...FACULTATIFS), sansObjectif('plan', ...FACULTATIFS)], attendus: [] },
  { nom: 'libellé retouché, numéroté, avec une faute : reconnu', modifs: [poser(libelleObjectif(6, 'plan'), '6. Renforcer les moyens, les resources et la pluridisciplinarité des cellules de recueil des informations préocupantes (CRIP) pour atteindre sur l\'ensemble du territoire un délai maximal de trois mois par évaluation')], attendus: [] },
  { nom: 'aucun des onze : une seule cause', modifs: [sansMesures, sansObjectif('plan', ...FONDAMENTAUX)], attendus: [{ ou: feuilleDe('plan'), gravite: 'bloquant', objectif: null, message: ['Aucun des 11 objectifs fondamentaux n’a été trouvé dans la feuille « Plan d\'action »'], suite: /colonne « Objectif »/ }] },
  { nom: 'plan absent : le tableau est vérifié, le plan ne l’est pas', modifs: [sansFeuille('plan')], attendus: [], nonVerifies: [/plan d’action \(annexe 5\.3\)/] },
  { nom: 'plan absent et objectif absent du tableau', modifs: [sansFeuille('plan'), sansObjectif('tableau', 9)], attendus: [absent('tableau', 9)], nonVerifies: [/plan d’action/] },
  { nom: 'aucune feuille', modifs: [sansFeuille('plan'), sansFeuille('tableau')], attendus: [], nonVerifies: [/tableau de bord/, /plan d’action/] },
]);
