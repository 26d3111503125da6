import { isActionRedigee, projetsATransmettre, THEMES, themesManquants } from '../../src/referentiel/actions';
import type { NumeroObjectif } from '../../src/referentiel/objectifs';

describe('thèmes demandés par fiche action', () => {
  test('alerte pour 6, 7, 8 et 10 ; info pour 11, 20 et 23', () => {
    const gravites = new Map(THEMES.map(({ objectif, gravite }) => [objectif, gravite]));
    expect(Array.from(gravites)).toEqual([[6, 'alerte'], [7, 'alerte'], [8, 'alerte'], [10, 'alerte'], [11, 'info'], [20, 'info'], [23, 'info']]);
  });

  test.each<[NumeroObjectif, string]>([
    [6, "Action n°8 : Formation pluridisciplinaire à l'évaluation des IP, accès à des compétences médicales et en santé mentale"],
    [6, 'Médecin référent et psychologue au sein de la CRIP'],
    [6, 'Appui d’un pédopsychiatre'],
    [6, 'Infirmière et psychologue mises à disposition'],
    [6, 'Vacations du CHU et du CMP'],
    [6, 'Expertise santé ; expertise autisme et TND'],
    [7, "Action n°9 : Extension du protocole IP à l'Éducation nationale, à la PJJ et aux forces de l'ordre"],
    [7, 'Avenant avec la DSDEN, la DTPJJ et la gendarmerie'],
    [7, 'Signature par le rectorat, la police et la protection judiciaire de la jeunesse'],
    [7, 'PJJ, EN, groupement de gendarmerie et SDIS'],
    [8, 'Action n°10 : Volet « maîtrise des risques » du schéma et plan de contrôle'],
    [8, 'Cartographie des risques et programme d’inspection des établissements'],
    [10, "Action n°12 : Participation des jeunes à l'ODPE"],
    [10, 'Créer un conseil de jeunes'],
    [10, 'Recueillir la parole des enfants confiés'],
    [10, 'Représentation de l’ADEPAPE'],
    [11, "Action n°13 : Ingénierie de l'ODPE et transmission des données"],
    [20, 'Formation et accompagnement des tiers dignes de confiance'],
    [23, 'Charte du parrainage et vérification du casier judiciaire'],
    [1, 'rien'],
    [12, ''],
  ])('objectif %d, rien ne manque : « %s »', (objectif, texte) => {
    expect(themesManquants(objectif, texte).map(({ libelle }) => libelle)).toEqual([]);
  });

  test.each<[NumeroObjectif, texte: string, manquants: readonly RegExp[]]>([
    [6, 'Renforcer la CRIP', [/médicales/, /santé mentale/]],
    [6, 'Accès à des compétences en santé mentale', [/médicales/]],
    [6, 'Infirmière dédiée', [/santé mentale/]],
    [7, 'Révision du protocole', [/PJJ/, /Éducation nationale/, /forces de l’ordre/]],
    [7, 'Protocole étendu à la DSDEN en 2021', [/PJJ/, /forces de l’ordre/]],
    [7, 'Formation en lien avec le parquet', [/PJJ/, /Éducation nationale/, /forces de l’ordre/]],
    [8, 'Plan de contrôle des établissements', [/maîtrise des risques/]],
    [8, 'Volet maîtrise des risques du schéma', [/plan de contrôle/]],
    [10, 'Réunir l’ODPE deux fois par an', [/participation/]],
    [11, 'Renforcer l’ODPE', [/missions/, /données/]],
    [20, 'Doubler le nombre de tiers', [/soutien/]],
    [23, 'Action n°15 : Parrainage de proximité', [/honorabilité/, /cahier des charges/]],
  ])('objectif %d, manque : « %s »', (objectif, texte, manquants) => {
    const libelles = themesManquants(objectif, texte).map(({ libelle }) => libelle);
    expect(libelles).toHaveLength(manquants.length);
    manquants.forEach((motif, rang) => expect(libelles[rang]).toMatch(motif));
  });
});

describe('projets à transmettre pour avis (objectif 19)', () => {
  test.each<[texte: string, termes: readonly string[]]>([
    ['Développer le placement à domicile', ['placement à domicile']],
    ['Placements éducatifs à domicile (PEAD)', ['placement à domicile']],
    ['Expérimenter une mesure intégrée et modulable', ['mesure intégrée et modulable']],
    ['Mesure unique modulable et intégrée', ['mesure intégrée et modulable']],
    ['Aide éducative à domicile', []],
    ['Accompagnement au retour à domicile après un placement', []],
    ['Fiche pédagogique', []],
  ])('« %s »', (texte, termes) => {
    expect(projetsATransmettre(texte).map(({ terme }) => terme)).toEqual(termes);
  });

  test('avec l’extrait', () => {
    expect(projetsATransmettre('Créer 20 places de Placement à Domicile')[0]?.extrait).toBe('Créer 20 places de Placement à Domicile');
  });
});

describe('isActionRedigee', () => {
  test.each([
    'Action n°1 : Développer l’entretien du 4e mois', 'Action n°5 : Équipe mobile', 'Formation', 'Action n°1 :\nAction n°2 : Bus PMI', '1. Bus itinérant', '- Formation des agents', 'Actions collectives',
    'Action n° 3 – TISF', 'Fiche action n°3', 'cf. fiche action n° 3', 'Fiche action n°4 : Relais parental', 'Poursuite des actions en cours', 'En lien avec la CAF, créer un relais',
  ])('« %s » est une action', (texte) => {
    expect(isActionRedigee(texte)).toBe(true);
  });

  test.each([
    '', ' ', 'Action n°1 :', 'Action n°1', 'Action 1', 'Action n°1 :\nAction n°2 :', 'Action n°3 :\n', 'ACTION N° 4 -', 'Actions', '-', '–', '•', '1.', '1)', 'x', 'X', 'xxx', 'à compléter', 'Action n°1 : à compléter',
    'ND', 'N.D.', 'NC', 'néant', 'sans objet', 'à définir', 'à définir avec l’ARS', 'en cours de rédaction', 'en attente', 'Intitulé de l’action', '[Titre]', 'Action n°2 : …', '2020', '?', 'idem', 'Fiche action n°4 : à compléter',
  ])('« %s » n’est pas une action', (texte) => {
    expect(isActionRedigee(texte)).toBe(false);
  });
});
