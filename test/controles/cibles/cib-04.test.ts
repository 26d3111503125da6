import { CIB_04 } from '../../../src/controles/cibles/cib-04';
import { eprouver, poser, sansFeuille, sansMoments, valeur, vider } from '../aide';

const enfants = (moment: Parameters<typeof valeur>[1]) => valeur('o23-enfants', moment);
const delai = (moment: Parameters<typeof valeur>[1]) => valeur('delai-aemo', moment);

eprouver(CIB_04, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'sous la cible de l’année d’avant', modifs: [poser(valeur('o22-accompagnes', 'cible 2021'), 48)],
    attendus: [{ ou: valeur('o22-accompagnes', 'cible 2021'), gravite: 'alerte', objectif: 22, indicateur: 'o22-accompagnes', annee: 2021, message: ['(48 mineurs) est en dessous de la valeur de E57 (cible 2020 : 50 mineurs)'], suite: /justifier la baisse/, attendu: 'au moins 50 mineurs', trouve: '48 mineurs', correction: null }],
  },
  { nom: 'sous le diagnostic', modifs: [poser(enfants('cible 2020'), 34)], attendus: [{ ou: enfants('cible 2020'), gravite: 'alerte', message: ['D59 (diagnostic 2019 : 35 enfants)'] }] },
  { nom: 'égale : ni progrès ni régression', modifs: [poser(enfants('cible 2020'), 35), poser(enfants('cible 2021'), 35)], attendus: [] },
  { nom: 'année d’avant vide : la dernière connue', modifs: [vider(enfants('cible 2021')), poser(enfants('cible 2022'), 40)], attendus: [{ ou: enfants('cible 2022'), gravite: 'alerte', message: ['E59'] }] },
  { nom: 'vide, ND, illisible, négatif : rien à comparer', modifs: [vider(enfants('cible 2020')), poser(enfants('cible 2021'), 'ND'), poser(enfants('cible 2022'), -3)], attendus: [] },
  { nom: 'zéro régresse', modifs: [poser(enfants('cible 2022'), 0)], attendus: [{ ou: enfants('cible 2022'), gravite: 'alerte' }] },
  { nom: 'texte converti', modifs: [poser(enfants('cible 2022'), '30')], attendus: [{ ou: enfants('cible 2022'), gravite: 'alerte' }] },
  { nom: 'fourchette lue à sa borne basse', modifs: [poser(enfants('cible 2022'), '50 à 90')], attendus: [{ ou: enfants('cible 2022'), gravite: 'alerte' }] },
  {
    nom: 'un délai doit baisser', modifs: [poser(delai('cible 2022'), 71)],
    attendus: [{ ou: delai('cible 2022'), gravite: 'alerte', objectif: null, indicateur: 'delai-aemo', message: ['(71 jours) est au-dessus de la valeur de F43 (cible 2021 : 70 jours)'], suite: /l’allongement du délai/, attendu: 'au plus 70 jours' }],
  },
  { nom: 'un délai qui baisse', modifs: [poser(delai('cible 2022'), 5)], attendus: [] },
  { nom: 'dénominateurs et IP entrantes n’ont pas de sens', modifs: [poser(valeur('o6-entrantes', 'cible 2022'), 1060), poser(valeur('o22-retours', 'cible 2022'), 86)], attendus: [] },
  { nom: 'le numérateur régresse : le taux ne le redit pas', modifs: [poser(valeur('o6-evaluees-3-mois', 'cible 2022'), 700)], attendus: [{ ou: valeur('o6-evaluees-3-mois', 'cible 2022'), gravite: 'alerte' }] },
  { nom: 'seul le taux régresse, par son dénominateur', modifs: [poser(valeur('o6-evaluees', 'cible 2022'), 2000)], attendus: [{ ou: valeur('o6-taux', 'cible 2022'), gravite: 'alerte', message: ['(52,8 %)', '90,3 %'] }] },
  { nom: 'un vingtième de point n’est qu’un arrondi', modifs: [poser(valeur('o6-evaluees-3-mois', 'cible 2021'), 1056), poser(valeur('o6-evaluees', 'cible 2022'), 1056.5)], attendus: [] },
  { nom: 'SNDS suit aussi', modifs: [poser(valeur('o1-entretiens-snds', 'cible 2022'), 500)], attendus: [{ ou: valeur('o1-entretiens-snds', 'cible 2022'), gravite: 'alerte' }] },
  { nom: 'objectif non retenu', modifs: [poser(valeur('o18-places', 'diagnostic'), 30)], attendus: [] },
  { nom: 'colonnes de cibles absentes', modifs: [sansMoments('cible 2020', 'cible 2021', 'cible 2022')], attendus: [], nonVerifies: [/colonnes de cibles/] },
  { nom: 'colonne du diagnostic absente', modifs: [sansMoments('diagnostic')], attendus: [], nonVerifies: [/colonne du diagnostic/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
