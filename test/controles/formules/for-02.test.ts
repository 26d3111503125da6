import { FOR_02 } from '../../../src/controles/formules/for-02';
import { eprouver, poser, sansFeuille, sansIndicateur, valeur, type Cas } from '../aide';

const taux6 = valeur('o6-taux', 'cible 2022');
const bonne = { formule: '=IF(G45=0,"",G46/G45)' };

const justes = [
  '={o6-evaluees-3-mois}/{o6-evaluees}', '=+{o6-evaluees-3-mois}/{o6-evaluees}', '=IFERROR({o6-evaluees-3-mois}/{o6-evaluees},0)', '=ROUND({o6-evaluees-3-mois}/{o6-evaluees},3)',
  '=PRODUCT({o6-evaluees-3-mois},1/{o6-evaluees})', '=SUM({o6-evaluees-3-mois})/SUM({o6-evaluees})', '=IF(OR({o6-evaluees}="",{o6-evaluees}=0),"",{o6-evaluees-3-mois}/{o6-evaluees})', '=1/({o6-evaluees}/{o6-evaluees-3-mois})',
  "='Tableau de bord'!G46/'Tableau de bord'!G45", '=$G$46/G45', '={o6-evaluees-3-mois}*100/{o6-evaluees}/100',
];

const fausses: readonly (readonly [string, string | RegExp])[] = [
  ['=IF({o6-entrantes}=0,"",{o6-evaluees-3-mois}/{o6-entrantes})', 'divise par les IP entrantes au lieu des IP évaluées'],
  ['={o6-evaluees}/{o6-evaluees-3-mois}', /invers/],
  ['={o6-evaluees}/{o6-entrantes}', /IP entrantes/],
  ['={o6-evaluees-3-mois@cible 2021}/{o6-evaluees@cible 2021}', /2021/],
  ['={o6-evaluees-3-mois}+{o6-evaluees}', /additionne|ajoute|somme/],
  ['=SUM({o6-evaluees},{o6-evaluees-3-mois})/{o6-evaluees}', /IP évaluées/],
  ['={o6-evaluees-3-mois}', /IP évaluées/],
  ['=1056/1056', 'ne lit aucune cellule'],
  ['={o6-evaluees-3-mois}/{o6-evaluees}*10', /10/],
];

eprouver(FOR_02, [
  { nom: 'conforme', attendus: [] },
  ...justes.map((formule): Cas => ({ nom: `juste : ${formule}`, modifs: [poser(taux6, { formule })], attendus: [] })),
  ...fausses.map(([formule, message]): Cas => ({
    nom: `fausse : ${formule}`, modifs: [poser(taux6, { formule })],
    attendus: [{ ou: taux6, gravite: 'bloquant', objectif: 6, indicateur: 'o6-taux', annee: 2022, message: [message], suite: /IP évaluées en moins de trois mois ÷ IP évaluées/, source: /note 3/ }],
  })),
  {
    nom: 'correction : la formule gardée, dans le style du classeur', modifs: [poser(taux6, { formule: '=G46/G44' })],
    attendus: [{ ou: taux6, gravite: 'bloquant', correction: { type: 'proposee', avant: { formule: '=G46/G44' }, apres: bonne } }],
  },
  {
    nom: 'style SIERREUR du classeur de la Moselle', base: 'moselle', modifs: [poser(valeur('o6-taux', 'cible 2022'), { formule: '=K49/K47' })],
    attendus: [{ ou: valeur('o6-taux', 'cible 2022'), gravite: 'bloquant', correction: { type: 'proposee', avant: { formule: '=K49/K47' }, apres: { formule: '=IFERROR(K49/K48,0)' } } }],
  },
  { nom: 'les deux sources de l’objectif 1 sont admises', modifs: [poser(valeur('o1-taux', 'cible 2022'), { formule: '={o1-entretiens-snds}/{o1-naissances}' })], attendus: [] },
  { nom: 'cent fois le rapport : FOR-03, pas ici', modifs: [poser(taux6, { formule: '={o6-evaluees-3-mois}/{o6-evaluees}*100' })], attendus: [] },
  { nom: 'erreur affichée : FOR-04, pas ici', modifs: [poser(taux6, { formule: '=#REF!/{o6-evaluees}' })], attendus: [] },
  { nom: 'constante : FOR-01, pas ici', modifs: [poser(taux6, 1)], attendus: [] },
  { nom: 'fonction inconnue : non vérifiée, jamais conforme', modifs: [poser(taux6, { formule: '=TAUXMAISON({o6-evaluees-3-mois},{o6-evaluees})' })], attendus: [], nonVerifies: [/n’a pas pu être évaluée/] },
  { nom: 'autre classeur : non vérifiée', modifs: [poser(taux6, { formule: '=[1]Feuil1!G47' })], attendus: [], nonVerifies: [/autre classeur/] },
  { nom: 'ligne d’un opérande absente : STR-03', modifs: [sansIndicateur('o6-evaluees')], attendus: [] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
  { nom: 'modèle vierge', base: 'vierge', attendus: [] },
]);
