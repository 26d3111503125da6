import { STR_06 } from '../../../src/controles/structure/str-06';
import { indicateurDe } from '../../../src/referentiel/indicateurs';
import { objectifDe } from '../../../src/referentiel/objectifs';
import { eprouver, libelleDe, libelleObjectif, planDe, changerFeuille, poser, sansFeuille, type Modif } from '../aide';
import { cleCellule } from '../../../src/classeur/instantane';

/** Répète le libellé de l'objectif 6 sur sa seconde ligne, comme une ligne d'action. */
const libelleRepete: Modif = (instantane, origine) => {
  const { feuille: { id }, colonnes, objectifs } = planDe(origine);
  const ligne = objectifs.get(6)!.lignes[1]!;
  return changerFeuille(instantane, id, (feuille) => ({
    ...feuille,
    fusions: feuille.fusions.filter((plage) => plage.derniereLigne < ligne || plage.ligne > ligne || plage.colonne !== colonnes.objectif),
    cellules: new Map([...feuille.cellules, [cleCellule(ligne, colonnes.objectif), { ligne, colonne: colonnes.objectif, valeur: objectifDe(6).libelle, formule: null, format: 'General', verrouillee: true }]]),
  }));
};

eprouver(STR_06, [
  { nom: 'conforme', attendus: [] },
  { nom: 'modèle vierge', base: 'vierge', attendus: [] },
  {
    nom: 'indicateur deux fois', modifs: [poser(libelleDe('o6-entrantes'), indicateurDe('o6-evaluees').libelle)],
    attendus: [{ ou: libelleDe('o6-evaluees'), gravite: 'alerte', objectif: 6, indicateur: 'o6-evaluees', message: ['l’indicateur « IP évaluées » apparaît une seconde fois', 'seule la première ligne a été contrôlée'], suite: /Garder une seule occurrence/, correction: null }],
  },
  {
    nom: 'objectif deux fois au plan', modifs: [poser(libelleObjectif(26, 'plan'), objectifDe(1).libelle)],
    attendus: [{ ou: libelleObjectif(26, 'plan'), gravite: 'alerte', objectif: 1, indicateur: null, message: ['cet objectif apparaît une seconde fois dans la feuille « Plan d\'action »'] }],
  },
  { nom: 'objectif deux fois au tableau', modifs: [poser(libelleObjectif(26, 'tableau'), objectifDe(1).libelle)], attendus: [{ ou: libelleObjectif(26, 'tableau'), gravite: 'alerte', objectif: 1 }] },
  { nom: 'libellé répété sur des lignes contiguës : ses lignes d’action', modifs: [libelleRepete], attendus: [] },
  { nom: 'deux « enfants de 0 à 6 ans », deux « bénéficiaires » : libellés communs à deux objectifs', attendus: [] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], nonVerifies: [/plan d’action/] },
]);
