import { IND_02 } from '../../../src/controles/indicateurs/ind-02';
import { eprouver, poser, sansFeuille, valeur, vider, type Cas } from '../aide';

const bilans = valeur('o2-bilans', 'diagnostic');
const taux = valeur('o6-taux', 'cible 2021');
/** Un taux saisi seul : ses opérandes sont vides (sinon, FOR-01). */
const sansOperandes = [vider(valeur('o6-evaluees', 'cible 2021')), vider(valeur('o6-evaluees-3-mois', 'cible 2021'))];

const automatiques: readonly [texte: string, nombre: number, lu: string][] = [
  ['2 657', 2657, '2 657'], ['2\u00a0657', 2657, '2 657'], ['2\u202f657', 2657, '2 657'], ['2657', 2657, '2 657'], ['2 657 ', 2657, '2 657'], ['0', 0, '0'],
];
const proposees: readonly [texte: string, nombre: number, motif: RegExp][] = [
  ['2 600 à 2 700', 2600, /une fourchette, lue à sa borne basse/],
  ['au moins 2 600', 2600, /un minimum, lu à sa borne basse/],
  ['2 657 *', 2657, /accompagné d’une mention/],
  ['environ 2 650', 2650, /accompagné d’une mention/],
  ['2 657 bilans', 2657, /accompagné d’une mention/],
  ['2.657', 2657, /sous réserve du sens du point ou de la virgule/],
];

eprouver(IND_02, [
  { nom: 'conforme', attendus: [] },
  ...automatiques.map(([texte, nombre, lu]): Cas => ({
    nom: `« ${texte} » : conversion automatique`, modifs: [poser(bilans, texte)],
    attendus: [{
      ou: bilans, gravite: 'alerte', objectif: 2, indicateur: 'o2-bilans', annee: 2019, message: ['est un texte, et non un nombre', `il est lu ${lu}`], attendu: lu,
      correction: { type: 'automatique', avant: { valeur: texte }, apres: { valeur: nombre } },
    }],
  })),
  ...proposees.map(([texte, nombre, motif]): Cas => ({
    nom: `« ${texte} » : conversion proposée`, modifs: [poser(bilans, texte)],
    attendus: [{ ou: bilans, gravite: 'alerte', message: [motif], suite: /Vérifier la valeur/, correction: { type: 'proposee', avant: { valeur: texte }, apres: { valeur: nombre } } }],
  })),
  { nom: 'vrai nombre', modifs: [poser(bilans, 2657)], attendus: [] },
  { nom: 'vide, non déterminé, illisible, plafond : ce ne sont pas des nombres', modifs: [vider(bilans), poser(valeur('o9-enfants', 'diagnostic'), 'ND'), poser(valeur('o12-familles', 'diagnostic'), 'beaucoup'), poser(valeur('o23-enfants', 'diagnostic'), 'moins de 5')], attendus: [] },
  {
    nom: 'taux « 12,5 % » dans un format en pourcentage : automatique', modifs: [...sansOperandes, poser(taux, '12,5 %')],
    attendus: [{ ou: taux, gravite: 'alerte', message: ['il est lu 12,5 %'], attendu: '12,5 %', correction: { type: 'automatique', avant: { valeur: '12,5 %' }, apres: { valeur: 0.125 } } }],
  },
  {
    nom: 'taux « 12,5 % » hors format % : l’affichage changerait, c’est proposé', modifs: [...sansOperandes, poser(taux, { valeur: '12,5 %', format: 'General' })],
    attendus: [{ ou: taux, gravite: 'alerte', correction: { type: 'proposee', avant: { valeur: '12,5 %' }, apres: { valeur: 0.125 } } }],
  },
  {
    nom: 'taux « 12,5 » en texte dans un format % : 12,5 %, jamais 1 250 %, et proposé', modifs: [...sansOperandes, poser(taux, '12,5')],
    attendus: [{ ou: taux, gravite: 'alerte', message: ['il est lu 12,5 %'], correction: { type: 'proposee', avant: { valeur: '12,5' }, apres: { valeur: 0.125 } } }],
  },
  { nom: 'nombre affiché en milliers ou avec une unité : c’est un nombre', modifs: [poser(bilans, { valeur: 2657, format: '#,##0 "bilans"' })], attendus: [] },
  {
    nom: 'formule qui rend un texte : signalée, sans conversion', modifs: [poser(bilans, { formule: '=TEXT(2657,"0")' })],
    attendus: [{ ou: bilans, gravite: 'alerte', suite: /Corriger la formule/, correction: null }],
  },
  { nom: 'formule de taux qui rend un texte : FOR-02', modifs: [poser(taux, { formule: '=TEXT({o6-evaluees-3-mois}/{o6-evaluees},"0%")' })], attendus: [] },
  { nom: 'négatif en texte : le texte est signalé ici, le signe par IND-03', modifs: [poser(bilans, '-2 657')], attendus: [{ ou: bilans, gravite: 'alerte', correction: { type: 'automatique', avant: { valeur: '-2 657' }, apres: { valeur: -2657 } } }] },
  { nom: 'délai et atteinte aussi', modifs: [poser(valeur('delai-aemo', 'diagnostic'), '95'), poser(valeur('o9-enfants', 'atteinte 2020'), '150')], attendus: [{ ou: valeur('delai-aemo', 'diagnostic'), gravite: 'alerte', objectif: null }, { ou: valeur('o9-enfants', 'atteinte 2020'), gravite: 'alerte', annee: 2020 }] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
