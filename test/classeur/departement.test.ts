import fc from 'fast-check';
import { lireDepartement, trouverDepartement } from '../../src/classeur/departement';
import type { DepartementLu } from '../../src/classeur/dossier';
import { cleCellule, type Cellule, type Feuille, type Instantane, type Valeur } from '../../src/classeur/instantane';
import { DEPARTEMENTS, FAUX_AMIS } from '../../src/referentiel/departements';

type Lignes = readonly (readonly Valeur[])[];

function feuille(nom: string, lignes: Lignes, autres: Partial<Feuille> = {}): Feuille {
  const cellules = new Map<number, Cellule>();
  lignes.forEach((valeurs, rang) => {
    valeurs.forEach((valeur, colonne) => {
      if (valeur === null) return;
      cellules.set(cleCellule(rang + 1, colonne + 1), { ligne: rang + 1, colonne: colonne + 1, valeur, formule: null, format: 'General', verrouillee: true });
    });
  });
  return {
    id: nom, nom, visibilite: 'visible', protegee: false, cellules, fusions: [], matrices: [], tableaux: [], lignesMasquees: new Set(), colonnesMasquees: new Set(),
    largeurs: new Map(), hauteurs: new Map(), figees: { lignes: 0, colonnes: 0 }, derniereLigne: lignes.length, derniereColonne: Math.max(1, ...lignes.map((ligne) => ligne.length)), tronquee: false, ...autres,
  };
}

const EN_TETE_TABLEAU: Lignes = [
  ['Mesure', 'Objectif', 'Indicateur', 'Niveau des indicateurs en 2019 (diagnostic)', "Niveau cible de l'objectif"],
  [null, null, null, null, 2020, 2021, 2022],
  ['Engagement 1 : Agir le plus précocement possible pour répondre aux besoins des enfants et de leurs familles'],
  ["Rendre obligatoire l'entretien", 'Atteindre à horizon 2022', "Nombre d'entretiens", 409, 477, 579, 698],
];
const EN_TETE_PLAN: Lignes = [
  ['Mesure', 'Objectif', 'Actions à mettre en œuvre', null, null, 'Partenaires', 'Financements prévus  (le cas échéant)'],
  [null, null, 2020, 2021, 2022, null, 'Département', 'Etat', "Total pour l'objectif", 'Modalités de financement Etat'],
  ['Renforcer les CRIP', 'Renforcer les moyens', 'Action n°1 : Département de la Creuse associé', null, null, 'CAF', 60, 55, 115, 'PLF'],
];

interface Classeur {
  readonly nom?: string | null;
  readonly option?: string | null;
  readonly tableau?: Lignes;
  readonly plan?: Lignes;
  readonly autres?: readonly Feuille[];
}

function lire({ nom = null, option = null, tableau = [], plan = [], autres = [] }: Classeur): DepartementLu | null {
  const reconnues = [feuille('Tableau', [...tableau, ...EN_TETE_TABLEAU]), feuille('Plan', [...plan, ...EN_TETE_PLAN])];
  const instantane: Instantane = { nom, calcul: 'enregistre', dates1904: false, feuilles: [...autres, ...reconnues], noms: [] };
  return lireDepartement({ instantane, option, feuillesReconnues: reconnues });
}

const resume = (lu: DepartementLu | null) => lu && `${lu.code} ${lu.provenance}`;

describe('trouverDepartement', () => {
  test.each(DEPARTEMENTS.map(({ code, nom }) => [code, nom]))('%s et « %s », sous toutes leurs écritures', (code, nom) => {
    const sansAccents = nom.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    const ecritures = [
      nom, nom.toUpperCase(), nom.toLowerCase(), sansAccents, nom.replace(/[-’]/g, ' '), nom.replace(/’/g, "'"), `${nom} (${code})`, `${code} - ${nom}`, `${nom} ${code}`, `(${code}) ${nom}`,
      code, code.toLowerCase(), `(${code})`, `Dpt ${code}`, `CD${code}`, `CD ${code}`, `Département ${code}`, `Département : ${nom}`, `Conseil départemental de ${nom}`, ` ${nom} `, `${nom}.`,
    ];
    expect(ecritures.map((ecriture) => [ecriture, trouverDepartement(ecriture)?.code])).toEqual(ecritures.map((ecriture) => [ecriture, code]));
  });

  test.each([
    ['1', '01'], ['2a', '2A'], ['Eure', '27'], ['Eure et Loir', '28'], ['Loire', '42'], ['Haute Loire', '43'], ['Hte-Loire', '43'], ['Loire Atlantique', '44'], ['Saône et Loire', '71'],
    ['Indre-et-Loire', '37'], ['Indre', '36'], ['Maine et Loire', '49'], ['Loir-et-Cher', '41'], ['Loiret', '45'], ['Marne', '51'], ['Haute-Marne', '52'], ['Seine et Marne', '77'], ['Val de Marne', '94'],
    ['Vienne', '86'], ['Haute-Vienne', '87'], ['Savoie', '73'], ['Haute-Savoie', '74'], ['Alpes Maritimes', '06'], ['Htes-Alpes', '05'], ['Alpes de Haute Provence', '04'], ['Corse', '20'],
    ['Collectivité de Corse', '20'], ['Haute-Corse', '2B'], ['Corse du Sud', '2A'], ['Corse-du-Sud (20)', '2A'], ['Rhône', '69'], ['Nouveau Rhône', '69'], ['Métropole de Lyon', '69M'],
    ['Grand Lyon', '69M'], ['Métropole de Lyon (69)', '69M'], ['69M', '69M'], ['Département du Val d’Oise', '95'], ["Val d'Oise", '95'], ['Meurthe et Moselle', '54'], ['Moselle', '57'],
    ['Saint Martin', '978'], ['St-Martin', '978'], ['St Pierre et Miquelon', '975'], ['La Réunion', '974'], ['Département de La Réunion', '974'], ['Département de la Réunion', '974'], ['Réunion', '974'],
    ['Territoire-de-Belfort', '90'], ['Département du Nord', '59'], ['Nord', '59'], ['Département de l’Orne', '61'], ['Côtes d’Armor', '22'], ['Seine-St-Denis', '93'], ['Conseil départemental (CD) du Lot', '46'],
    ['Dpt. 87', '87'], ['département n° 87', '87'],
  ])('« %s » → %s', (texte, code) => {
    expect(trouverDepartement(texte)?.code).toBe(code);
  });

  test.each([
    '', ' ', '2019', '2020', '20 %', '20%', '96', '00', '975 €', '87 000', '87,5', '60 000 €', 'n° 2', 'Département', 'Département Etat', 'Département / Etat', 'Haute-Vienne (78)', '78 - Haute-Vienne',
    'Lot n° 2', 'Lot 2', 'Nord-Est', 'le Nord du territoire', 'somme des montants', 'réunion de lancement', 'Pays de la Loire', 'Centre-Val de Loire', 'Auvergne-Rhône-Alpes', 'Rhône-Alpes', 'Alpes', 'Garonne',
    'Loire-Forez', 'Loire et Haute-Loire', 'Ain, Isère', 'Saint-Martin-de-Ré', 'Marne-la-Vallée', 'Grand Est', 'Rhin', 'Haute', 'Haute-Vienne et 2 autres', 'x'.repeat(500),
  ])('« %s » ne désigne pas un département', (texte) => {
    expect(trouverDepartement(texte)).toBeNull();
  });

  test.each(FAUX_AMIS)('« %s » n’est pas un département', (nom) => {
    expect(trouverDepartement(nom)).toBeNull();
  });

  test('la casse, les accents et les séparateurs n’y changent rien', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DEPARTEMENTS), fc.constantFrom(' ', '-', '\u00a0', '  '), fc.boolean(), ({ code, nom }, separateur, majuscules) => {
        const texte = nom.replace(/[ -]/g, separateur);
        return trouverDepartement(majuscules ? texte.toUpperCase() : texte)?.code === code;
      }),
    );
  });
});

describe('lireDepartement : titres', () => {
  test.each<[titre: string, lignes: Lignes, code: string | null]>([
    ['libellé et nom dans la même cellule', [['Annexe 5.2 – Tableau de bord'], ['Département : Haute-Vienne']], '87'],
    ['homonyme après un libellé', [['Département : Manche']], '50'],
    ['homonyme après un article', [['Département du Nord']], '59'],
    ['libellé, valeur à droite', [['Département', 'Moselle']], '57'],
    ['libellé, valeur plus à droite', [['Département :', null, null, 'Val d’Oise']], '95'],
    ['libellé, valeur dessous', [['Département'], ['Lot-et-Garonne']], '47'],
    ['libellé, homonyme à droite', [['Département :', 'Lot']], '46'],
    ['libellé, code à droite', [['Département :', 87]], '87'],
    ['libellé, code en texte', [['Département :', '2A']], '2A'],
    ['« Dpt 87 »', [['CDPPE 2020-2022 – Dpt 87']], '87'],
    ['« CD87 »', [['Tableau de bord CD87']], '87'],
    ['« (87) » après le nom', [['CDPPE – Haute-Vienne (87)']], '87'],
    ['titre du contrat', [["Contrat départemental de prévention et de protection de l'enfance de Meurthe-et-Moselle 2020-2022"]], '54'],
    ['titre du contrat, homonyme', [["Contrat départemental de prévention et de protection de l'enfance de la Somme"]], '80'],
    ['CDPPE et homonyme', [['CDPPE Nord']], '59'],
    ['nom de document', [['Tableau de bord – Seine-et-Marne']], '77'],
    ['nom seul au-dessus du tableau', [['HAUTE-VIENNE']], '87'],
    ['« Département de la Réunion »', [['Département de La Réunion']], '974'],
    ['région puis département', [['CDPPE – Pays de la Loire – Mayenne (53)']], '53'],
    ['rien', [['Annexe 5.2 – Tableau de bord']], null],
    ['libellé vide', [['Département :']], null],
    ['région seule', [['CDPPE Pays de la Loire']], null],
    ['homonymes hors contexte', [['Nord'], ['Lot n° 2'], ['Plan d’action – Lot 1'], ['la Manche, la Somme et le Var']], null],
    ['un lot', [['CDPPE Lot 2']], null],
    ['une réunion', [['CDPPE – Réunion de lancement du 12 juin']], null],
    ['une somme', [['Contribution du département : somme des montants']], null],
    ['un nombre isolé', [['2019'], [2019], [87], ['20 %']], null],
    ['« Département 60 000 € »', [['Département : 60 000 €']], null],
    ['« Département 20 % »', [['Département 20 %']], null],
    ['deux départements dans une cellule', [['Départements de la Loire et de la Haute-Loire']], null],
    ['un contrat pour deux départements', [['CDPPE de la Moselle et de la Meuse']], null],
    ['nom pris dans un autre', [['CDPPE Loire-Forez'], ['Département Sud-Loire']], null],
    ['période sur deux chiffres', [['Département 20-22']], null],
    ['nom et code en désaccord', [['CDPPE – Haute-Vienne (78)']], null],
    ['deux départements de même force', [['Département : Loire'], ['Département : Haute-Loire']], null],
    ['mineurs accueillis d’un autre département', [['Paris, le 26 mai 2020']], null],
    ['financements au-dessus du tableau', [['Département', 'Etat', 'Total'], [60, 55, 115]], null],
    ['montant à droite', [['Département', 60], ['Etat', 55]], null],
    ['liste de départements', [['Département', 'Naissances'], ['Ain', 6907], ['Aisne', 5394]], null],
    ['liste en ligne', [['Département', 'Ain', 'Aisne']], null],
  ])('%s', (_, lignes, code) => {
    expect(resume(lire({ tableau: lignes }))).toBe(code === null ? null : `${code} titre`);
  });

  test('« Département Etat » et les montants de l’en-tête du plan ne désignent rien', () => {
    expect(lire({})).toBeNull();
  });

  test('à côté du tableau', () => {
    const tableau = feuille('Tableau', [['Annexe 5.2'], [...EN_TETE_TABLEAU[0]!, null, null, null, 'Département : Creuse'], ...EN_TETE_TABLEAU.slice(1)]);
    const instantane: Instantane = { nom: null, calcul: 'vivant', dates1904: false, feuilles: [tableau], noms: [] };
    expect(resume(lireDepartement({ instantane, option: null, feuillesReconnues: [tableau] }))).toBe('23 titre');
  });

  test('le contenu du tableau n’est pas un titre', () => {
    const tableau = feuille('Tableau', [...EN_TETE_TABLEAU, ['Mesure', 'Objectif', 'Département : Creuse']]);
    const instantane: Instantane = { nom: null, calcul: 'vivant', dates1904: false, feuilles: [tableau], noms: [] };
    expect(lireDepartement({ instantane, option: null, feuillesReconnues: [tableau] })).toBeNull();
  });

  test('un booléen ou une erreur n’est pas un nom', () => {
    expect(lire({ tableau: [['Département', true], ['Département', { erreur: '#REF!' }]] })).toBeNull();
  });
});

describe('lireDepartement : page de garde', () => {
  test.each<[cas: string, lignes: Lignes, code: string | null]>([
    ['libellé et valeur', [["Contrat départemental de prévention et de protection de l'enfance 2020-2022"], [null], [null, 'Département', 'Moselle']], '57'],
    ['nom seul sous le titre du contrat', [['CDPPE 2020-2022'], ['Haute-Vienne']], '87'],
    ['« Conseil départemental de la Creuse »', [['Conseil départemental de la Creuse']], '23'],
    ['phrase qui cite un voisin', [['Point d’étape avec le conseil départemental de la Creuse et ses partenaires sur les mineurs confiés hors département en 2020']], null],
    ['nom seul, feuille quelconque', [['Stock'], ['Moselle']], null],
    ['code seul', [['CDPPE'], [87]], null],
    ['liste de départements', [['CDPPE'], ['Ain'], ['Aisne'], ['Haute-Vienne'], ['Moselle']], null],
    ['table de référence', [['Département', 'Naissances 2019'], ['Moselle', 10232], ['Meuse', 1551]], null],
  ])('%s', (_, lignes, code) => {
    expect(resume(lire({ autres: [feuille('Garde', lignes)] }))).toBe(code === null ? null : `${code} page de garde`);
  });

  test('une feuille masquée n’est pas une page de garde', () => {
    expect(lire({ autres: [feuille('Listes', [['Département :', 'Moselle']], { visibilite: 'masquee' })] })).toBeNull();
  });

  test('au-delà du haut de la feuille, on ne lit plus', () => {
    const lignes: Lignes = [...Array.from({ length: 15 }, () => ['texte'] as const), ['Département : Moselle']];
    expect(lire({ autres: [feuille('Longue', lignes)] })).toBeNull();
  });
});

describe('lireDepartement : nom de fichier', () => {
  test.each<[nom: string, code: string | null]>([
    ['57-moselle-variante.xlsx', '57'],
    ['87-haute-vienne-conforme-libreoffice.xlsx', '87'],
    ['CDPPE_Eure_et_Loir_v3.xlsx', '28'],
    ['CDPPE_EURE_v3.xlsx', '27'],
    ['2A - CDPPE.xlsx', '2A'],
    ['2A_tableau.xlsx', '2A'],
    ['cdppe 2B.xlsm', '2B'],
    ['CD87_annexe_5.xlsx', '87'],
    ['CDPPE87.xlsx', '87'],
    ['57_CDPPE.xlsx', '57'],
    ['974-CDPPE.xlsx', '974'],
    ['Annexe 5 HauteVienne v2.xlsx', '87'],
    ['tableau-de-bord-val-d-oise.xlsx', '95'],
    ["CDPPE Val d'Oise.xlsx", '95'],
    ['CDPPE_Nord_2020.xlsx', '59'],
    ['59-nord.xlsx', '59'],
    ['cdppe-du-lot.xlsx', '46'],
    ['69M_metropole-de-lyon.xlsx', '69M'],
    ['69-metropole-de-lyon.xlsx', '69M'],
    ['CDPPE La Réunion.xlsx', '974'],
    ['Moselle 19-06-2020.xlsx', '57'],
    ['CDPPE Seine-et-Marne (2).xlsx', '77'],
    ['annexe-5-vierge.xlsx', null],
    ['87.xlsx', null],
    ['CDPPE (12).xlsx', null],
    ['CDPPE 2020-2022.xlsx', null],
    ['CDPPE_20_06_2020.xlsx', null],
    ['CDPPE_21.xlsx', null],
    ['01_CDPPE.xlsx', null],
    ['12 - tableau de bord.xlsx', null],
    ['lot-2-CDPPE.xlsx', null],
    ['CDPPE_Lot_2.xlsx', null],
    ['plan-nord.xlsx', null],
    ['compte-rendu-reunion-CDPPE.xlsx', null],
    ['CDPPE_Reunion_2020-06-12.xlsx', null],
    ['CDPPE_pays-de-la-loire.xlsx', null],
    ['CDPPE loire et haute-loire.xlsx', null],
    ['78-haute-vienne.xlsx', null],
    ['TDB_var.xlsx', null],
  ])('%s → %s', (nom, code) => {
    expect(resume(lire({ nom }))).toBe(code === null ? null : `${code} nom de fichier`);
  });
});

describe('lireDepartement : préséance et désaccords', () => {
  const titre: Lignes = [['Département : Haute-Vienne']];

  test('l’option l’emporte, et les autres se disent', () => {
    expect(lire({ option: '57', tableau: titre, nom: '23-creuse.xlsx' })).toEqual({
      code: '57', nom: 'Moselle', provenance: 'option',
      desaccords: [{ code: '87', nom: 'Haute-Vienne', provenance: 'titre' }, { code: '23', nom: 'Creuse', provenance: 'nom de fichier' }],
    });
  });

  test('le titre l’emporte sur la page de garde et le nom de fichier', () => {
    const garde = feuille('Garde', [['Département', 'Moselle']]);
    expect(lire({ tableau: titre, autres: [garde], nom: 'moselle.xlsx' })).toEqual({ code: '87', nom: 'Haute-Vienne', provenance: 'titre', desaccords: [{ code: '57', nom: 'Moselle', provenance: 'page de garde' }] });
  });

  test('deux feuilles reconnues en désaccord', () => {
    expect(lire({ tableau: titre, plan: [['Département : Creuse']] })?.desaccords).toEqual([{ code: '23', nom: 'Creuse', provenance: 'titre' }]);
  });

  test('des sources d’accord ne se contredisent pas', () => {
    expect(lire({ option: 'Haute-Vienne', tableau: titre, nom: '87-haute-vienne.xlsx' })).toEqual({ code: '87', nom: 'Haute-Vienne', provenance: 'option', desaccords: [] });
  });

  test('une option qui ne désigne rien est ignorée', () => {
    expect(resume(lire({ option: '99', tableau: titre }))).toBe('87 titre');
  });
});
