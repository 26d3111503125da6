import { SUI_02 } from '../../../src/controles/suivi/sui-02';
import { eprouver, poser, sansFeuille, sansMoments, valeur, vider } from '../aide';

const atteinte = valeur('o23-enfants', 'atteinte 2020');
const delai = valeur('delai-aemo', 'atteinte 2020');

eprouver(SUI_02, [
  { nom: 'le suivi n’a pas commencé', attendus: [], statut: 'sans_objet' },
  { nom: 'cible atteinte', modifs: [poser(atteinte, 45)], attendus: [], statut: 'conforme' },
  { nom: 'cible dépassée', modifs: [poser(atteinte, 90)], attendus: [], statut: 'conforme' },
  {
    nom: 'sous la cible', modifs: [poser(atteinte, 44)],
    attendus: [{ ou: atteinte, gravite: 'info', objectif: 23, indicateur: 'o23-enfants', annee: 2020, message: ['(44 enfants) est en dessous de sa cible (45 enfants)'], suite: /rapport annuel/, attendu: '45 enfants', trouve: '44 enfants', correction: null, source: /article/ }],
  },
  { nom: 'la cible de la même année', modifs: [poser(valeur('o23-enfants', 'atteinte 2022'), 79)], attendus: [{ ou: valeur('o23-enfants', 'atteinte 2022'), gravite: 'info', annee: 2022 }] },
  { nom: 'délai au-dessus', modifs: [poser(delai, 86)], attendus: [{ ou: delai, gravite: 'info', objectif: null, message: ['(86 jours) est au-dessus de sa cible (85 jours)'] }] },
  { nom: 'délai en dessous', modifs: [poser(delai, 60)], attendus: [], statut: 'conforme' },
  { nom: 'zéro', modifs: [poser(atteinte, 0)], attendus: [{ ou: atteinte, gravite: 'info' }] },
  { nom: 'texte converti', modifs: [poser(atteinte, '44')], attendus: [{ ou: atteinte, gravite: 'info' }] },
  { nom: 'taux recalculé', modifs: [poser(valeur('o6-evaluees', 'atteinte 2020'), 2000), poser(valeur('o6-evaluees-3-mois', 'atteinte 2020'), 900)], attendus: [{ ou: valeur('o6-taux', 'atteinte 2020'), gravite: 'info', trouve: '45 %' }] },
  { nom: 'le taux ne redit pas son numérateur', modifs: [poser(valeur('o6-evaluees', 'atteinte 2020'), 1056), poser(valeur('o6-evaluees-3-mois', 'atteinte 2020'), 800)], attendus: [{ ou: valeur('o6-evaluees-3-mois', 'atteinte 2020'), gravite: 'info' }] },
  { nom: 'dénominateurs et IP entrantes : pas de sens', modifs: [poser(valeur('o6-entrantes', 'atteinte 2020'), 10), poser(atteinte, 45)], attendus: [], statut: 'conforme' },
  { nom: 'sans cible : rien', modifs: [vider(valeur('o23-enfants', 'cible 2020')), poser(atteinte, 1)], attendus: [], statut: 'conforme' },
  { nom: 'somme de semestres vides : le suivi n’a pas commencé', modifs: [poser(atteinte, { formule: '=SUM(Y1:Z1)' })], attendus: [], statut: 'sans_objet' },
  { nom: 'ND et illisible', modifs: [poser(atteinte, 'ND'), poser(valeur('o9-enfants', 'atteinte 2020'), 'beaucoup')], attendus: [], statut: 'sans_objet' },
  { nom: 'objectif non retenu', modifs: [poser(valeur('o18-places', 'atteinte 2020'), 1)], attendus: [], statut: 'sans_objet' },
  { nom: 'colonnes de cibles absentes', modifs: [poser(atteinte, 1), sansMoments('cible 2020', 'cible 2021', 'cible 2022')], attendus: [], nonVerifies: [/colonnes de cibles/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
