/** Ce qui ne s'écrit pas, un cas par raison ; le message est celui que lit l'agent. */
import type { Contenu, Ecriture, PlanEcritures } from '../../../src/corrections/plan';
import { retoucher } from '../../../src/hote/fichier/ecrire';
import { type FeuilleFabriquee, fabriquerClasseur } from '../../classeurs/fabrique';
import { FEUILLE, classeurBrut, ecriture } from './aide';

const VIDE: Contenu = { valeur: null };
const UN: Contenu = { valeur: 1 };
const DEUX: Contenu = { valeur: 2 };

function raisons(octets: Uint8Array, plan: PlanEcritures): string[] {
  const resultat = retoucher(octets, plan);
  return resultat.etat === 'refuse' ? resultat.raisons.map(({ message }) => message) : [];
}

interface Cas {
  readonly nom: string;
  readonly feuille: Omit<FeuilleFabriquee, 'nom'>;
  readonly ecritures: readonly Ecriture[];
  readonly attendu: readonly string[];
}

const CHANGEE = 'relancez le contrôle avant de corriger.';

const CAS: readonly Cas[] = [
  { nom: 'cellule libre', feuille: { cellules: { A1: 1 } }, ecritures: [ecriture('A1', UN, DEUX), ecriture('B1', VIDE, UN)], attendu: [] },
  {
    nom: 'valeur changée : nombre, texte, vide, booléen, erreur, formule',
    feuille: { cellules: { A1: 3456.5, B1: 'deux', D1: true, E1: { erreur: '#N/A' }, F1: { formule: '=A1', valeur: 1 }, G1: { formule: '=A1+1' } } },
    ecritures: [
      ecriture('A1', UN, DEUX),
      ecriture('B1', { valeur: 2 }, DEUX),
      ecriture('C1', UN, DEUX),
      ecriture('D1', { valeur: false }, DEUX),
      ecriture('E1', VIDE, DEUX),
      ecriture('F1', UN, DEUX),
      ecriture('G1', { formule: '=A1+2' }, DEUX),
    ],
    attendu: [
      `La cellule A1 de « F » a changé depuis le contrôle (on y attendait 1, on y trouve 3\u202f456,5) : ${CHANGEE}`,
      `La cellule B1 de « F » a changé depuis le contrôle (on y attendait 2, on y trouve « deux ») : ${CHANGEE}`,
      `La cellule C1 de « F » a changé depuis le contrôle (on y attendait 1, on y trouve une cellule vide) : ${CHANGEE}`,
      `La cellule D1 de « F » a changé depuis le contrôle (on y attendait FAUX, on y trouve VRAI) : ${CHANGEE}`,
      `La cellule E1 de « F » a changé depuis le contrôle (on y attendait une cellule vide, on y trouve une erreur) : ${CHANGEE}`,
      `La cellule F1 de « F » a changé depuis le contrôle (on y attendait 1, on y trouve une formule) : ${CHANGEE}`,
      `La cellule G1 de « F » a changé depuis le contrôle (sa formule n’est plus la même) : ${CHANGEE}`,
    ],
  },
  { nom: 'zéro, vide et texte vide sont distincts', feuille: { cellules: { A1: 0, B1: '', C1: {} } }, ecritures: [ecriture('A1', VIDE, UN), ecriture('B1', VIDE, UN), ecriture('C1', VIDE, UN)], attendu: [
    `La cellule A1 de « F » a changé depuis le contrôle (on y attendait une cellule vide, on y trouve 0) : ${CHANGEE}`,
    `La cellule B1 de « F » a changé depuis le contrôle (on y attendait une cellule vide, on y trouve «  ») : ${CHANGEE}`,
  ] },
  { nom: 'formule attendue aux espaces près', feuille: { cellules: { A1: { formule: '=IF( B1=0 , "",1)', valeur: 1 } } }, ecritures: [ecriture('A1', { formule: '=IF(B1=0,"",1)' }, UN)], attendu: [] },
  {
    nom: 'fusion : l’ancre s’écrit, les autres non',
    feuille: { cellules: { A1: 1 }, fusions: ['A1:B2'] },
    ecritures: [ecriture('A1', UN, DEUX), ecriture('B2', VIDE, DEUX)],
    attendu: ['La cellule B2 de « F » est couverte par les cellules fusionnées A1:B2 : écrivez dans A1.'],
  },
  {
    nom: 'matrice : l’ancre et les autres',
    feuille: { cellules: { A1: { formule: '=C1:C2*2', matrice: 'A1:A2', valeur: 2 }, A2: 4 } },
    ecritures: [ecriture('A1', { formule: '=C1:C2*2' }, DEUX), ecriture('A2', { valeur: 4 }, DEUX)],
    attendu: ['A1', 'A2'].map((ou) => `La cellule ${ou} de « F » fait partie d’une formule matricielle (A1:A2), qui ne se modifie qu’en entier : corrigez-la à la main.`),
  },
  {
    nom: 'tableau structuré : l’en-tête non, le corps oui',
    feuille: { lignes: [['a', 'b'], [1, 2]], tableaux: [{ nom: 'Liste', plage: 'A1:B2', colonnes: ['a', 'b'] }] },
    ecritures: [ecriture('B1', { valeur: 'b' }, DEUX), ecriture('B2', DEUX, UN)],
    attendu: ['La cellule B1 de « F » est un en-tête du tableau structuré « Liste » : corrigez-la à la main, pour ne pas dérégler le tableau.'],
  },
  {
    nom: 'feuille protégée : cellules verrouillées (présentes ou absentes) non, déverrouillées oui',
    feuille: { cellules: { A1: 1, B1: { valeur: 1, verrouillee: false } }, protegee: true },
    ecritures: [ecriture('A1', UN, DEUX), ecriture('B1', UN, DEUX), ecriture('C1', VIDE, DEUX)],
    attendu: ['A1', 'C1'].map((ou) => `La cellule ${ou} de « F » est verrouillée et la feuille est protégée : ôtez la protection (Révision > Ôter la protection de la feuille), puis recommencez.`),
  },
  { nom: 'cellule verrouillée d’une feuille non protégée', feuille: { cellules: { A1: 1 } }, ecritures: [ecriture('A1', UN, DEUX)], attendu: [] },
  {
    nom: 'feuille disparue, feuille neuve non déclarée',
    feuille: { cellules: { A1: 1 } },
    ecritures: [ecriture('A1', UN, DEUX, 'xl/worksheets/sheet9.xml'), ecriture('A1', VIDE, DEUX, 'nouvelle:Sources')],
    attendu: ['La feuille de la cellule A1 n’est plus dans le classeur : relancez le contrôle, puis recommencez.', 'La feuille « Sources » n’est pas de celles que le plan crée : relancez le contrôle.'],
  },
  {
    nom: 'cellule visée deux fois, adresse impossible',
    feuille: { cellules: { A1: 1 } },
    ecritures: [ecriture('A1', UN, DEUX), ecriture('A1', UN, VIDE), { ...ecriture('A1', VIDE, UN), colonne: 16_385 }, { ...ecriture('A1', VIDE, UN), ligne: 0 }],
    attendu: [
      'La même cellule est visée deux fois par le même lot : gardez une seule des deux corrections.',
      'La cellule XFE1 de « F » n’existe pas : relancez le contrôle, puis recommencez.',
      'La cellule A0 de « F » n’existe pas : relancez le contrôle, puis recommencez.',
    ],
  },
  {
    nom: 'contenus qu’aucun tableur ne saurait lire',
    feuille: { cellules: { A1: 1 } },
    ecritures: [
      ecriture('A1', UN, { valeur: Number.NaN }),
      ecriture('B1', VIDE, { valeur: 'x'.repeat(32_768) }),
      ecriture('C1', VIDE, { formule: '=SUM(A1' }),
      ecriture('D1', VIDE, { formule: 'A1' }),
      ecriture('E1', VIDE, { formule: `=${'1+'.repeat(5000)}1` }),
    ],
    attendu: [
      'La cellule A1 de « F » recevrait un nombre impossible : saisissez-le à la main.',
      'La cellule B1 de « F » recevrait un texte de plus de 32\u202f767 caractères : raccourcissez-le.',
      ...['C1', 'D1', 'E1'].map((ou) => `La cellule ${ou} de « F » recevrait une formule que le tableur ne saurait pas lire : saisissez-la à la main.`),
    ],
  },
];

test.each(CAS)('$nom', ({ feuille, ecritures, attendu }) => {
  expect(raisons(fabriquerClasseur([{ nom: 'F', ...feuille }]), { ecritures })).toEqual(attendu);
});

test('rien n’est écrit, et chaque raison nomme sa cellule', () => {
  const resultat = retoucher(fabriquerClasseur([{ nom: 'F', cellules: { A1: 1, B1: 1 } }]), { ecritures: [ecriture('A1', UN, DEUX), ecriture('B1', DEUX, UN)] });
  expect(resultat).toEqual({ etat: 'refuse', raisons: [{ emplacement: { feuille: FEUILLE, ligne: 1, colonne: 2 }, message: expect.any(String) }] });
});

test('cellule absente d’une colonne déverrouillée : elle s’écrit, feuille protégée ou non', () => {
  const octets = fabriquerClasseur([{ nom: 'F', cellules: { A1: { valeur: 1, verrouillee: false } }, protegee: true }], {
    retoucher: (p) => (p[FEUILLE] = String(p[FEUILLE]).replace('<sheetData>', '<cols><col min="2" max="3" width="9" style="1"/></cols><sheetData>')),
  });
  expect(raisons(octets, { ecritures: [ecriture('B5', VIDE, UN)] })).toEqual([]);
  expect(raisons(octets, { ecritures: [ecriture('D5', VIDE, UN)] })).toHaveLength(1);
});

const SIGNE = 'Ce classeur est signé électroniquement : le modifier annulerait la signature. Travaillez sur une copie non signée (Fichier > Informations > Afficher les signatures > Supprimer la signature), puis faites-la signer de nouveau.';

test('classeur signé', () => {
  const octets = classeurBrut({ donnees: '<row r="1"><c r="A1"><v>1</v></c></row>', retoucher: (p) => (p['_xmlsignatures/origin.sigs'] = '') });
  expect(raisons(octets, { ecritures: [ecriture('A1', UN, DEUX)] })).toEqual([SIGNE]);
  expect(raisons(octets, { ecritures: [], nouvellesFeuilles: ['S'] })).toEqual([SIGNE]);
});

test.each([
  [['Plan'], 'Le classeur a déjà une feuille « Plan ». Renommez-la ou supprimez-la, puis recommencez.'],
  [['f'], 'Le classeur a déjà une feuille « f ». Renommez-la ou supprimez-la, puis recommencez.'],
  [['Sources', 'SOURCES'], 'Le classeur a déjà une feuille « SOURCES ». Renommez-la ou supprimez-la, puis recommencez.'],
  [['a/b'], 'Le nom de feuille « a/b » n’est pas admis : 31 caractères au plus, sans \\ / ? * [ ] : ni apostrophe au bord. Choisissez-en un autre.'],
  [['x'.repeat(32)], `Le nom de feuille « ${'x'.repeat(32)} » n’est pas admis : 31 caractères au plus, sans \\ / ? * [ ] : ni apostrophe au bord. Choisissez-en un autre.`],
])('nouvelle feuille refusée : %j', (nouvellesFeuilles, message) => {
  expect(raisons(fabriquerClasseur([{ nom: 'F' }, { nom: 'Plan' }]), { ecritures: [], nouvellesFeuilles })).toEqual([message]);
});

test('structure protégée : pas de nouvelle feuille', () => {
  const octets = classeurBrut({ retoucher: (p) => (p['xl/workbook.xml'] = String(p['xl/workbook.xml']).replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>')) });
  expect(raisons(octets, { ecritures: [], nouvellesFeuilles: ['Sources'] })).toEqual([
    'La structure du classeur est protégée : la feuille « Sources » ne peut pas être ajoutée. Ôtez la protection (Révision > Protéger le classeur), puis recommencez.',
  ]);
  expect(raisons(octets, { ecritures: [ecriture('A1', VIDE, UN)] })).toEqual([]);
});

test('au-delà du plafond de lecture, les refus tiennent encore', () => {
  const lignes = Array.from({ length: 2500 }, (_, i) => [i]);
  const octets = fabriquerClasseur([{ nom: 'F', lignes, fusions: ['A2400:B2400'] }]);
  expect(raisons(octets, { ecritures: [ecriture('A2300', { valeur: 2299 }, UN)] })).toEqual([]);
  expect(raisons(octets, { ecritures: [ecriture('B2400', VIDE, UN)] })).toEqual(['La cellule B2400 de « F » est couverte par les cellules fusionnées A2400:B2400 : écrivez dans A2400.']);
});

test('feuille en désordre : on n’y écrit pas au jugé', () => {
  const octets = classeurBrut({ donnees: '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>' });
  expect(() => retoucher(octets, { ecritures: [ecriture('A1', UN, DEUX)] })).toThrow(/en désordre/);
});
