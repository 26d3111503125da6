import { CIB_02 } from '../../../src/controles/cibles/cib-02';
import { decalerAnnees, eprouver, poser, sansFeuille, sansIndicateur, sansMoments, valeur, vider, type Cas } from '../aide';

const en2022 = (code: Parameters<typeof valeur>[0]) => valeur(code, 'cible 2022');

/** Objectifs 1, 4, 5, 6 : juste au seuil, et une unité dessous. */
const seuils: readonly [objectif: 1 | 4 | 5 | 6, taux: 'o1-taux' | 'o4-taux' | 'o5-taux' | 'o6-taux', numerateur: 'o1-entretiens-cd' | 'o4-enfants-vad' | 'o5-enfants-vus' | 'o6-evaluees-3-mois', auSeuil: number, seuil: string, manque: string][] = [
  [1, 'o1-taux', 'o1-entretiens-cd', 682, '20 %', '1 entretien'],
  [4, 'o4-taux', 'o4-enfants-vad', 3765, '15 %', '1 enfant'],
  [5, 'o5-taux', 'o5-enfants-vus', 5020, '20 %', '1 enfant'],
  [6, 'o6-taux', 'o6-evaluees-3-mois', 1056, '100 %', '1 IP'],
];

const couverture = (pre: number, post: number) => [poser(en2022('o3-naissances'), 1000), poser(en2022('o3-femmes-pre'), pre), poser(en2022('o3-femmes-post'), post)];

eprouver(CIB_02, [
  { nom: 'conforme', attendus: [] },
  ...seuils.flatMap(([objectif, taux, numerateur, auSeuil, seuil, manque]): Cas[] => [
    { nom: `objectif ${objectif} : au seuil`, modifs: [poser(en2022(numerateur), auSeuil)], attendus: [] },
    {
      nom: `objectif ${objectif} : une unité sous le seuil`, modifs: [poser(en2022(numerateur), auSeuil - 1)],
      attendus: [{ ou: en2022(taux), gravite: 'alerte', objectif, indicateur: taux, annee: 2022, message: [`est sous la cible nationale de ${seuil}`, `il manque ${manque} pour ${seuil}`], attendu: `au moins ${seuil}`, ecart: expect.stringMatching(/^0,0[1-9]\d? point : il manque 1|^0,\d+ point : il manque 1/) as unknown as string, correction: null }],
    },
  ]),
  {
    nom: 'le détail d’un constat', modifs: [poser(en2022('o5-enfants-vus'), 4400), poser(en2022('o5-enfants'), 25100)],
    attendus: [{ ou: en2022('o5-taux'), gravite: 'alerte', message: ['la cible 2022 (17,5 %, part d’enfants ayant eu un examen clinique) est sous la cible nationale de 20 %, de 2,5 points : il manque 620 enfants pour 20 %.'], suite: /indicative : cet écart ne bloque pas la signature/, attendu: 'au moins 20 %', trouve: '17,5 %', ecart: '2,5 points : il manque 620 enfants pour 20 %', source: /annexe 6, objectif 5/ }],
  },
  { nom: 'objectif 6 : dit sa lecture, le repère et le stock', modifs: [poser(en2022('o6-evaluees-3-mois'), 900)], attendus: [{ ou: en2022('o6-taux'), gravite: 'alerte', message: ['100 % est la lecture que fait ce logiciel', 'la circulaire laisse la cible chiffrée à définir', '77 % des IP', 'IP évaluées rapportées aux entrantes : 94 %.'] }] },
  { nom: 'numérateur en texte : le taux se recalcule', modifs: [poser(en2022('o5-enfants-vus'), '4 400')], attendus: [{ ou: en2022('o5-taux'), gravite: 'alerte', trouve: '17,5 %' }] },
  { nom: 'fourchette : borne basse', modifs: [poser(en2022('o5-enfants-vus'), '4 400 à 5 200')], attendus: [{ ou: en2022('o5-taux'), gravite: 'alerte', trouve: '17,5 %' }] },
  { nom: 'formule de taux fausse : jugée sur ses opérandes', modifs: [poser(en2022('o5-taux'), { formule: '={o5-enfants}/{o5-enfants-vus}' })], attendus: [] },
  { nom: 'taux saisi seul', modifs: [vider(en2022('o5-enfants-vus')), vider(en2022('o5-enfants')), poser(en2022('o5-taux'), 0.19)], attendus: [{ ou: en2022('o5-taux'), gravite: 'alerte', ecart: '1 point' }] },
  { nom: 'taux saisi seul en centièmes, hors format %', modifs: [vider(en2022('o5-enfants-vus')), vider(en2022('o5-enfants')), poser(en2022('o5-taux'), { valeur: 20, format: '0.0' })], attendus: [] },
  { nom: 'taux saisi seul en rapport, hors format %', modifs: [vider(en2022('o5-enfants-vus')), vider(en2022('o5-enfants')), poser(en2022('o5-taux'), { valeur: 0.2, format: '0.00' })], attendus: [] },
  { nom: 'taux non renseigné : non vérifié, pas une alerte', modifs: [vider(en2022('o5-enfants-vus'))], attendus: [], nonVerifies: [/Objectif 5 .*le taux n’est pas renseigné/] },
  { nom: 'numérateur négatif : IND-03, rien ici', modifs: [poser(en2022('o5-enfants-vus'), -4)], attendus: [], nonVerifies: [/Objectif 5/] },

  { nom: 'objectif 2 : (médecin + protocole) / cohorte, au seuil', modifs: [poser(en2022('o2-cohorte'), 1000), poser(en2022('o2-bilans-medecin'), 300), poser(en2022('o2-bilans-protocole'), 500)], attendus: [] },
  {
    nom: 'objectif 2 : sous le seuil, même si tous les bilans l’atteignent', modifs: [poser(en2022('o2-bilans-medecin'), 1000), poser(en2022('o2-bilans-protocole'), 1000)],
    attendus: [{ ou: en2022('o2-taux'), gravite: 'alerte', objectif: 2, message: ['57,6 %, part des 3-4 ans ayant eu un bilan par un médecin ou en protocole pluridisciplinaire', 'il manque 780 bilans pour 80 %'] }],
  },
  { nom: 'objectif 2 : au-dessus de 90 %, pas un écart', modifs: [poser(en2022('o2-bilans-medecin'), 1800), poser(en2022('o2-bilans-protocole'), 1500), poser(en2022('o2-bilans'), 3400)], attendus: [] },
  { nom: 'objectif 2 : sans les deux lignes, tous les bilans, en le disant', modifs: [vider(en2022('o2-bilans-medecin')), vider(en2022('o2-bilans-protocole'))], attendus: [], nonVerifies: [/tous les bilans ont été comptés/] },
  { nom: 'objectif 2 : repli manqué', modifs: [vider(en2022('o2-bilans-medecin')), poser(en2022('o2-bilans'), 2500)], attendus: [{ ou: en2022('o2-taux'), gravite: 'alerte', message: ['72 %', 'tous les bilans ont été comptés'] }] },
  { nom: 'objectif 2 : lignes supprimées', modifs: [sansIndicateur('o2-bilans-medecin', 'o2-bilans-protocole')], attendus: [], nonVerifies: [/tous les bilans ont été comptés/] },
  { nom: 'objectif 2 : ligne du taux supprimée, désigné ailleurs', modifs: [sansIndicateur('o2-taux'), poser(en2022('o2-bilans-medecin'), 10)], attendus: [{ ou: en2022('o2-bilans-medecin'), gravite: 'alerte' }] },
  { nom: 'objectif 2 : rien', modifs: [vider(en2022('o2-cohorte'))], attendus: [], nonVerifies: [/ni les bilans par un médecin/] },

  { nom: 'objectif 3 : la plus grande part atteint 20 %', modifs: couverture(200, 10), attendus: [] },
  { nom: 'objectif 3 : post seul connu et atteint', modifs: [...couverture(10, 210), vider(en2022('o3-femmes-pre'))], attendus: [] },
  { nom: 'objectif 3 : la somme n’atteint pas 20 %', modifs: couverture(100, 99), attendus: [{ ou: en2022('o3-taux-pre'), gravite: 'alerte', objectif: 3, message: ['19,9 %', 'il manque 1 femme pour 20 %', 'même en additionnant les femmes vues avant et après la naissance'] }] },
  { nom: 'objectif 3 : somme tout juste à 20 %, indéterminé et dit', modifs: couverture(100, 100), attendus: [], nonVerifies: [/entre le plus grand des deux taux et leur somme/] },
  { nom: 'objectif 3 : indéterminé', modifs: couverture(150, 150), attendus: [], nonVerifies: [/demander au département le nombre de femmes/] },
  { nom: 'objectif 3 : une seule part connue, sous 20 %', modifs: [...couverture(150, 0), vider(en2022('o3-femmes-post'))], attendus: [], nonVerifies: [/ne sont pas tous les deux renseignés/] },

  { nom: 'les années d’avant ne se comparent pas', modifs: [poser(valeur('o5-enfants-vus', 'cible 2021'), 10)], attendus: [] },
  { nom: 'période 2021-2023 : l’horizon est la dernière année', modifs: [decalerAnnees(1), poser(en2022('o5-enfants-vus'), 4400)], attendus: [{ ou: en2022('o5-taux'), gravite: 'alerte', annee: 2023, message: ['la cible 2023'] }] },
  { nom: 'variante : Moselle', base: 'moselle', attendus: [{ ou: valeur('o1-taux', 'cible 2022'), gravite: 'alerte', message: ['il manque 247 entretiens pour 20 %'] }] },
  { nom: 'colonne 2022 absente', modifs: [sansMoments('cible 2022')], attendus: [], nonVerifies: [/la colonne des cibles 2022/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
