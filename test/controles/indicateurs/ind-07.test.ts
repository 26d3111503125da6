import { IND_07 } from '../../../src/controles/indicateurs/ind-07';
import { eprouver, poser, sansFeuille, sansMoments, valeur, vider } from '../aide';

const enfants = (moment: Parameters<typeof valeur>[1]) => valeur('o23-enfants', moment);

eprouver(IND_07, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'un chiffre de trop au diagnostic', modifs: [poser(enfants('diagnostic'), 350)],
    attendus: [{ ou: enfants('cible 2020'), gravite: 'info', objectif: 23, indicateur: 'o23-enfants', annee: 2020, message: ['passe de 350 enfants (diagnostic 2019) à 45 enfants (cible 2020), soit ÷ 7,8 en un an'], trouve: '45 enfants', correction: null }],
  },
  { nom: 'un facteur trois tout rond n’est pas un saut', modifs: [poser(enfants('diagnostic'), 15)], attendus: [] },
  { nom: 'juste au-delà, en hausse', modifs: [poser(enfants('diagnostic'), 14)], attendus: [{ ou: enfants('cible 2020'), gravite: 'info', message: ['× 3,2'] }] },
  { nom: 'un tiers tout rond', modifs: [poser(enfants('diagnostic'), 135)], attendus: [] },
  { nom: 'sous le tiers', modifs: [poser(enfants('diagnostic'), 136)], attendus: [{ ou: enfants('cible 2020'), gravite: 'info' }] },
  { nom: 'une valeur isolée est désignée une fois, pas son retour', modifs: [poser(enfants('cible 2021'), 600)], attendus: [{ ou: enfants('cible 2021'), gravite: 'info' }] },
  { nom: 'deux sauts de même sens', modifs: [poser(enfants('cible 2021'), 600), poser(enfants('cible 2022'), 6000)], attendus: [{ ou: enfants('cible 2021'), gravite: 'info' }, { ou: enfants('cible 2022'), gravite: 'info' }] },
  { nom: 'départ à zéro, vide ou ND : pas de comparaison', modifs: [poser(enfants('diagnostic'), 0), vider(enfants('cible 2021')), poser(enfants('cible 2022'), 800)], attendus: [] },
  { nom: 'années qui ne se suivent pas', modifs: [vider(enfants('cible 2020')), vider(enfants('cible 2021')), poser(enfants('cible 2022'), 800)], attendus: [] },
  { nom: 'colonne d’une année absente : pas de saut de deux ans', modifs: [sansMoments('cible 2021'), poser(enfants('cible 2022'), 800)], attendus: [] },
  { nom: 'le taux ne redit pas son opérande', modifs: [poser(valeur('o6-evaluees', 'diagnostic'), 10220)], attendus: [{ ou: valeur('o6-evaluees', 'cible 2020'), gravite: 'info' }] },
  { nom: 'taux saisi seul', modifs: ['diagnostic', 'cible 2020'].flatMap((moment) => [vider(valeur('o6-evaluees', moment as 'diagnostic')), vider(valeur('o6-evaluees-3-mois', moment as 'diagnostic'))]).concat(poser(valeur('o6-taux', 'diagnostic'), 0.2), poser(valeur('o6-taux', 'cible 2020'), 0.8)), attendus: [{ ou: valeur('o6-taux', 'cible 2020'), gravite: 'info', message: ['passe de 20 % ', 'à 80 %'] }] },
  { nom: 'niveau d’atteinte face au diagnostic', modifs: [poser(enfants('atteinte 2020'), 4)], attendus: [{ ou: enfants('atteinte 2020'), gravite: 'info' }] },
  { nom: 'texte converti', modifs: [poser(enfants('diagnostic'), '3 500')], attendus: [{ ou: enfants('cible 2020'), gravite: 'info' }] },
  { nom: 'colonnes de cibles absentes', modifs: [sansMoments('cible 2020', 'cible 2021', 'cible 2022')], attendus: [], nonVerifies: [/colonnes de cibles/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
