import { IND_04 } from '../../../src/controles/indicateurs/ind-04';
import { INEGALITES } from '../../../src/referentiel/coherences';
import { eprouver, poser, sansFeuille, sansIndicateur, valeur, vider, type Cas } from '../aide';

const sousTroisMois = valeur('o6-evaluees-3-mois', 'cible 2022');

/** Chaque inégalité du référentiel, dans une colonne d'atteinte vide : à égalité, puis dépassée d'une unité. */
const bords = INEGALITES.flatMap(({ parties, tout, gravite }): Cas[] => {
  const [premiere, seconde] = parties.map((code) => valeur(code, 'atteinte 2021'));
  const poserParties = (somme: number) => (seconde ? [poser(premiere!, somme - 40), poser(seconde, 40)] : [poser(premiere!, somme)]);
  const entier = poser(valeur(tout, 'atteinte 2021'), 100);
  return [
    { nom: `${parties.join(' + ')} = ${tout}`, modifs: [entier, ...poserParties(100)], attendus: [] },
    { nom: `${parties.join(' + ')} > ${tout}`, modifs: [entier, ...poserParties(101)], attendus: [{ ou: premiere!, gravite, annee: 2021, message: ['(101)', '(100)', 'niveau d’atteinte 2021'], attendu: 'au plus 100', ecart: '1 de trop' }] },
  ];
});

eprouver(IND_04, [
  { nom: 'conforme', attendus: [] },
  ...bords,
  {
    nom: 'le détail d’un constat', modifs: [poser(sousTroisMois, 1400)],
    attendus: [{
      ou: sousTroisMois, gravite: 'bloquant', objectif: 6, indicateur: 'o6-evaluees-3-mois', annee: 2022,
      message: ['« IP évaluées en moins de trois mois » (1 400) dépasse « IP évaluées » (1 056), cible 2022'], suite: /Corriger G46, ou G45/, attendu: 'au plus 1 056', trouve: '1 400 IP', ecart: '344 de trop', source: /annexe 5\.2/, correction: null,
    }],
  },
  {
    nom: 'une somme dépasse : la plus grande des parties est désignée, au pluriel', modifs: [poser(valeur('o2-bilans-protocole', 'cible 2020'), 2000)],
    attendus: [{ ou: valeur('o2-bilans-protocole', 'cible 2020'), gravite: 'bloquant', message: ['« bilans réalisés par un médecin de PMI » et « bilans réalisés dans un protocole pluridisciplinaire » (2 817) dépassent « bilans de santé en école maternelle » (2 725)'], ecart: '92 de trop' }],
  },
  { nom: 'une seule partie connue suffit à dépasser', modifs: [vider(valeur('o2-bilans-protocole', 'cible 2020')), poser(valeur('o2-bilans-medecin', 'cible 2020'), 2726)], attendus: [{ ou: valeur('o2-bilans-medecin', 'cible 2020'), gravite: 'bloquant', message: ['(2 726) dépasse'] }] },
  { nom: 'textes convertis', modifs: [poser(sousTroisMois, '1 400'), poser(valeur('o6-evaluees', 'cible 2022'), '1 056')], attendus: [{ ou: sousTroisMois, gravite: 'bloquant' }] },
  { nom: 'fourchette : la borne basse', modifs: [poser(sousTroisMois, '1 050 à 1 400')], attendus: [] },
  { nom: 'vide, ND, illisible ou négatif : rien à comparer', modifs: [vider(valeur('o6-evaluees', 'cible 2022')), poser(valeur('o6-evaluees', 'cible 2021'), 'ND'), poser(valeur('o6-evaluees', 'cible 2020'), 'beaucoup'), poser(valeur('o6-evaluees', 'diagnostic'), -1)], attendus: [] },
  { nom: 'tout à zéro : la partie dépasse', modifs: [poser(valeur('o22-retours', 'cible 2022'), 0)], attendus: [{ ou: valeur('o22-accompagnes', 'cible 2022'), gravite: 'bloquant', message: ['(85) dépasse', '(0)'] }] },
  { nom: 'SNDS au-dessus de DREES / CD : alerte à justifier', modifs: [poser(valeur('o1-entretiens-snds', 'diagnostic'), 410)], attendus: [{ ou: valeur('o1-entretiens-snds', 'diagnostic'), gravite: 'alerte', message: ['télétransmis'], suite: /justifier l’écart/ }] },
  { nom: 'évaluées au-dessus des entrantes : alerte', modifs: [poser(valeur('o6-entrantes', 'diagnostic'), 1000)], attendus: [{ ou: valeur('o6-evaluees', 'diagnostic'), gravite: 'alerte', message: ['un stock antérieur'] }] },
  { nom: 'ligne absente', modifs: [sansIndicateur('o6-evaluees'), poser(sousTroisMois, 1400)], attendus: [] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
