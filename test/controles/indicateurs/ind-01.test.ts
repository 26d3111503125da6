import { IND_01 } from '../../../src/controles/indicateurs/ind-01';
import { auPlan, departement, eprouver, poser, sansFeuille, sansIndicateur, sansMoments, sansObjectif, valeur, vider, decalerAnnees } from '../aide';

const naissances = valeur('o1-naissances', 'diagnostic');
const avecAction14 = poser(auPlan(14, 'actions'), 'Ouverture d’un relais parental');

/** L'objectif 22 n'est plus retenu : ni cible, ni action, ni montant. */
const sans22 = [
  ...(['o22-retours', 'o22-accompagnes'] as const).flatMap((code) => (['cible 2020', 'cible 2021', 'cible 2022'] as const).map((moment) => vider(valeur(code, moment)))),
  ...(['actions', 'departement', 'etat'] as const).map((colonne) => vider(auPlan(22, colonne))),
];

eprouver(IND_01, [
  { nom: 'conforme', attendus: [] },
  {
    nom: 'diagnostic vide d’un fondamental', modifs: [vider(valeur('o9-enfants', 'diagnostic'))],
    attendus: [{
      ou: valeur('o9-enfants', 'diagnostic'), gravite: 'bloquant', objectif: 9, indicateur: 'o9-enfants', annee: 2019,
      message: ['le diagnostic 2019 de l’indicateur', 'est vide'], suite: /Saisir la valeur 2019 .*écrire 0/, trouve: null, attendu: null, correction: null, source: /annexe 6/,
    }],
  },
  ...['ND', 'N.D.', 'Nd', 'NC', 'NR', '-', 'n/a', 'à compléter', 'non renseigné', 'xxx'].map((texte) => ({
    nom: `non déterminé : ${texte}`, modifs: [poser(valeur('o3-vad-post-snds', 'diagnostic'), texte)],
    attendus: [{ ou: valeur('o3-vad-post-snds', 'diagnostic'), gravite: 'bloquant' as const, message: ['est noté non déterminé'], trouve: texte }],
  })),
  { nom: 'espaces seuls : vide', modifs: [poser(valeur('o9-enfants', 'diagnostic'), '   ')], attendus: [{ ou: valeur('o9-enfants', 'diagnostic'), gravite: 'bloquant', message: ['est vide'] }] },
  { nom: 'zéro est une valeur', modifs: [poser(valeur('o9-enfants', 'diagnostic'), 0)], attendus: [] },
  { nom: 'nombre en texte : renseigné', modifs: [poser(valeur('o9-enfants', 'diagnostic'), '1 402')], attendus: [] },
  { nom: 'texte illisible : désigné par IND-03, pas ici', modifs: [poser(valeur('o9-enfants', 'diagnostic'), 'une centaine')], attendus: [] },
  { nom: 'erreur : désignée par FOR-04, pas ici', modifs: [poser(valeur('o9-enfants', 'diagnostic'), { formule: '=1/0' })], attendus: [] },
  { nom: 'formule qui rend un texte vide : vide', modifs: [poser(valeur('o9-enfants', 'diagnostic'), { formule: '=""' })], attendus: [{ ou: valeur('o9-enfants', 'diagnostic'), gravite: 'bloquant', correction: null }] },
  {
    nom: 'formule non calculable sans valeur : ni vide, ni vérifiée', modifs: [poser(valeur('o9-enfants', 'diagnostic'), { formule: '=[1]Feuil1!A1' })],
    attendus: [], nonVerifies: [/la formule de D51 n’a pas pu être recalculée/],
  },
  { nom: 'jamais sur un taux', modifs: [vider(valeur('o6-taux', 'diagnostic'))], attendus: [] },
  { nom: 'jamais sur un délai', modifs: [vider(valeur('delai-aemo', 'diagnostic'))], attendus: [] },
  { nom: 'objectif non retenu : rien, même avec un diagnostic partiel', modifs: [poser(valeur('o14-enfants', 'diagnostic'), null)], attendus: [] },
  { nom: 'objectif facultatif retenu par une action', modifs: [avecAction14], attendus: [{ ou: valeur('o14-enfants', 'diagnostic'), gravite: 'bloquant', objectif: 14 }] },
  { nom: 'retenu par une cible', modifs: [poser(valeur('o18-places', 'cible 2021'), 12)], attendus: [{ ou: valeur('o18-places', 'diagnostic'), gravite: 'bloquant', objectif: 18 }] },
  { nom: 'retenu par un montant du Département', modifs: [poser(auPlan(21, 'departement'), 5000)], attendus: [{ ou: valeur('o21-places', 'diagnostic'), gravite: 'bloquant', objectif: 21 }] },
  { nom: 'retenu par un montant de l’Etat en texte', modifs: [poser(auPlan(21, 'etat'), '5 000 €')], attendus: [{ ou: valeur('o21-places', 'diagnostic'), gravite: 'bloquant' }] },
  { nom: 'pas retenu : montant nul, « Action n°1 : », modalité préimprimée', modifs: [poser(auPlan(21, 'departement'), 0), poser(auPlan(21, 'actions'), 'Action n°1 :')], attendus: [] },
  {
    nom: 'pas retenu : un dénominateur que la trame reporte par formule',
    modifs: [...sans22, poser(valeur('o22-retours', 'cible 2022'), { formule: '={o22-retours@diagnostic}' }), vider(valeur('o22-accompagnes', 'diagnostic'))], attendus: [],
  },
  { nom: 'retenu : le même dénominateur, saisi', modifs: [...sans22, poser(valeur('o22-retours', 'cible 2022'), 90), vider(valeur('o22-accompagnes', 'diagnostic'))], attendus: [{ ou: valeur('o22-accompagnes', 'diagnostic'), gravite: 'bloquant' }] },
  {
    nom: 'naissances vides : l’INSEE est proposé', modifs: [vider(naissances)],
    attendus: [{ ou: naissances, gravite: 'bloquant', correction: { type: 'proposee', avant: { valeur: null }, apres: { valeur: 3406 } } }],
  },
  {
    nom: 'naissances ND : la valeur relue avant d’écrire est « ND »', modifs: [poser(naissances, 'ND')],
    attendus: [{ ou: naissances, gravite: 'bloquant', correction: { type: 'proposee', avant: { valeur: 'ND' }, apres: { valeur: 3406 } } }],
  },
  {
    nom: 'naissances vides sans référence : l’autre saisie est proposée', modifs: [departement('Rhône'), vider(naissances), poser(valeur('o3-naissances', 'diagnostic'), 3400)],
    attendus: [{ ou: naissances, gravite: 'bloquant', correction: { type: 'proposee', avant: { valeur: null }, apres: { valeur: 3400 } } }],
  },
  {
    nom: 'enfants vides : jamais l’INSEE, l’autre saisie', modifs: [vider(valeur('o5-enfants', 'diagnostic'))],
    attendus: [{ ou: valeur('o5-enfants', 'diagnostic'), gravite: 'bloquant', correction: { type: 'proposee', avant: { valeur: null }, apres: { valeur: 25100 } } }],
  },
  {
    nom: 'enfants vides des deux côtés : rien à proposer', modifs: [vider(valeur('o4-enfants', 'diagnostic')), vider(valeur('o5-enfants', 'diagnostic'))],
    attendus: [{ ou: valeur('o4-enfants', 'diagnostic'), gravite: 'bloquant', correction: null }, { ou: valeur('o5-enfants', 'diagnostic'), gravite: 'bloquant', correction: null }],
  },
  { nom: 'année du diagnostic : celle du classeur', modifs: [decalerAnnees(1), vider(naissances)], attendus: [{ ou: naissances, gravite: 'bloquant', annee: 2020, message: ['le diagnostic 2020'], correction: { type: 'proposee', avant: { valeur: null }, apres: { valeur: 3406 } } }] },
  { nom: 'ligne absente : STR-03 seul', modifs: [sansIndicateur('o9-enfants')], attendus: [] },
  { nom: 'objectif absent : STR-02 seul', modifs: [sansObjectif('tableau', 9)], attendus: [] },
  { nom: 'colonne du diagnostic absente', modifs: [sansMoments('diagnostic')], attendus: [], nonVerifies: [/colonne du diagnostic/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord \(annexe 5\.2\)/] },
  { nom: 'plan absent : le tableau se juge', modifs: [sansFeuille('plan'), vider(valeur('o9-enfants', 'diagnostic'))], attendus: [{ ou: valeur('o9-enfants', 'diagnostic'), gravite: 'bloquant' }] },
  { nom: 'modèle vierge : sans objet', base: 'vierge', attendus: [], statut: 'sans_objet' },
]);
