/** Les propositions : vide, zéro et ND distincts, rien d'écrasé sans décision, rien d'estimé. */
import type { Contenu } from '../../src/corrections/plan';
import { isFormule } from '../../src/corrections/plan';
import { lireTrame } from '../../src/diagnostic/trame';
import { proposerDiagnostic, type DemandeDiagnostic } from '../../src/diagnostic/proposer';
import type { NatureProposition } from '../../src/diagnostic/propositions';
import { analyser } from '../../src/moteur/analyser';
import { classeur, poser, valeur, vider, type Modif } from '../controles/aide';
import { proposer, propositionDe, trame } from './aide';

const D = 'diagnostic' as const;
/** Un tableau de bord retouché à la main, sans refaire un classeur. */
const proposerAvec = (tableau: DemandeDiagnostic['tableau']) => proposerDiagnostic({ tableau, trame: trame({ 'o6-entrantes': '12' }), departement: '87', insee: false, reprises: false });

/** IP entrantes : 1 124 dans le classeur conforme. */
const IP = valeur('o6-entrantes', D);

interface Cas {
  readonly nom: string;
  readonly cellule: Modif | null;
  readonly trame: string;
  readonly nature: NatureProposition;
  readonly apres: Contenu | null;
  readonly decision?: true;
  readonly remarque?: RegExp;
}

const CAS: readonly Cas[] = [
  { nom: 'vide → rempli', cellule: vider(IP), trame: '1 250', nature: 'remplir', apres: { valeur: 1250 } },
  { nom: 'vide → zéro', cellule: vider(IP), trame: '0', nature: 'remplir', apres: { valeur: 0 } },
  { nom: 'vide → ND', cellule: vider(IP), trame: 'à compléter', nature: 'remplir', apres: { valeur: 'ND' } },
  { nom: 'zéro n’est pas vide', cellule: poser(IP, 0), trame: '1 250', nature: 'remplacer', apres: { valeur: 1250 }, decision: true },
  { nom: 'ND n’est pas vide', cellule: poser(IP, 'ND'), trame: '1 250', nature: 'remplacer', apres: { valeur: 1250 }, decision: true },
  { nom: 'zéro n’est pas ND', cellule: poser(IP, 0), trame: 'ND', nature: 'remplacer', apres: { valeur: 'ND' }, decision: true },
  { nom: 'ND et « non renseigné » disent la même chose', cellule: poser(IP, 'non renseigné'), trame: 'ND', nature: 'identique', apres: { valeur: 'ND' } },
  { nom: 'différent → à décider', cellule: null, trame: '1 250', nature: 'remplacer', apres: { valeur: 1250 }, decision: true },
  { nom: 'identique', cellule: null, trame: '1124', nature: 'identique', apres: { valeur: 1124 } },
  { nom: 'identique, saisi en texte', cellule: poser(IP, '1 250'), trame: '1250', nature: 'identique', apres: { valeur: 1250 } },
  { nom: 'texte illisible dans la cellule : à décider', cellule: poser(IP, 'voir tableau'), trame: '1250', nature: 'remplacer', apres: { valeur: 1250 }, decision: true },
  { nom: 'erreur saisie dans la cellule : refusée', cellule: poser(IP, { erreur: '#REF!' }), trame: '1250', nature: 'refusee', apres: null, remarque: /porte une erreur saisie : effacez-la/ },
  { nom: 'formule en erreur : gardée', cellule: poser(IP, { formule: '=1/0' }), trame: '1250', nature: 'formule', apres: null, remarque: /sa formule est gardée/ },
  { nom: 'formule différente : gardée', cellule: poser(IP, { formule: '=1000+124' }), trame: '1250', nature: 'formule', apres: null, remarque: /sa formule est gardée/ },
  { nom: 'formule de même valeur : identique', cellule: poser(IP, { formule: '=1000+250' }), trame: '1250', nature: 'identique', apres: { valeur: 1250 } },
  { nom: 'fourchette : à décider même dans une cellule vide', cellule: vider(IP), trame: '1000-1250', nature: 'remplir', apres: { valeur: 1000 }, decision: true, remarque: /fourchette, lue à sa borne basse/ },
  { nom: 'minimum : à décider', cellule: vider(IP), trame: 'au moins 1 250', nature: 'remplir', apres: { valeur: 1250 }, decision: true, remarque: /minimum/ },
  { nom: 'astérisque : à décider', cellule: vider(IP), trame: '1 250 *', nature: 'remplir', apres: { valeur: 1250 }, decision: true, remarque: /mention/ },
  { nom: 'point ambigu : à décider', cellule: vider(IP), trame: '1.250', nature: 'remplir', apres: { valeur: 1250 }, decision: true, remarque: /deux façons/ },
  { nom: 'négatif : refusé', cellule: vider(IP), trame: '-3', nature: 'refusee', apres: null, remarque: /nombre négatif/ },
  { nom: 'décimal pour un effectif : refusé', cellule: vider(IP), trame: '12,5', nature: 'refusee', apres: null, remarque: /décimal \(12,5\)/ },
  { nom: 'pourcentage pour un effectif : refusé', cellule: vider(IP), trame: '12 %', nature: 'refusee', apres: null, remarque: /en « % »/ },
  { nom: 'euros pour un effectif : refusés', cellule: vider(IP), trame: '12 k€', nature: 'refusee', apres: null, remarque: /en « k€ »/ },
  { nom: 'phrase : refusée', cellule: vider(IP), trame: 'environ une centaine', nature: 'refusee', apres: null, remarque: /ne se lit pas comme un nombre/ },
];

test.each(CAS)('$nom', ({ cellule, trame: ecrit, nature, apres, decision = false, remarque }) => {
  const { propositions } = proposer(cellule ? [cellule] : [], { trame: trame({ 'o6-entrantes': ecrit }) });
  const proposee = propositionDe(propositions, 'o6-entrantes');
  expect({ nature: proposee.nature, apres: proposee.apres, decision: proposee.decision }).toEqual({ nature, apres, decision });
  if (remarque) expect(proposee.remarques.join(' ')).toMatch(remarque);
  else expect(proposee.remarques).toEqual([]);
  expect(propositions.propositions).toHaveLength(1);
});

test('une case vide de la trame ne propose rien', () => {
  expect(proposer([], { trame: trame({ 'o6-entrantes': '', 'o6-evaluees': ' ' }) }).propositions.propositions).toEqual([]);
});

test('un délai peut être décimal', () => {
  expect(propositionDe(proposer([vider(valeur('delai-aemo', D))], { trame: trame({ 'delai-aemo': '45,5' }) }).propositions, 'delai-aemo')).toMatchObject({ nature: 'remplir', apres: { valeur: 45.5 }, decision: false });
});

test('chaque proposition dit la cellule, ce qu’elle porte et d’où vient la valeur', () => {
  const { propositions } = proposer([], { trame: trame({ 'o6-entrantes': ['1 250', 'CRIP', '2019'] }) });
  expect(propositionDe(propositions, 'o6-entrantes')).toMatchObject({
    adresse: 'D44', objectif: 6, avant: { valeur: 1124 }, actuel: '1\u202f124', propose: '1\u202f250',
    origine: { type: 'trame', source: 'CRIP', millesime: '2019', place: 'ligne 2 de trame.csv' },
  });
});

test('un millésime qui n’est pas l’année du diagnostic se dit, sans empêcher', () => {
  const proposee = propositionDe(proposer([vider(IP)], { trame: trame({ 'o6-entrantes': ['1 250', 'CRIP', '2018'] }) }).propositions, 'o6-entrantes');
  expect(proposee).toMatchObject({ nature: 'remplir', decision: false, remarques: ['Le millésime indiqué (2018) n’est pas l’année du diagnostic (2019).'] });
});

describe('lignes non rapprochées', () => {
  test('inconnue, ambiguë, en double : rien n’est choisi à la place de l’utilisateur', () => {
    const { propositions } = proposer([], { trame: trame({ 'Nombre de réunions': '5', 'Nombre d’entretiens du 4e mois': '7', 'o6-entrantes': '10', 'Nombre d’IP entrantes': '11' }) });
    expect(propositions.nonRapprochees.map(({ motif, libelle, place, candidats }) => [motif, libelle, place, candidats.length > 0])).toEqual([
      ['inconnue', 'Nombre de réunions', 'ligne 2', true],
      ['ambigue', 'Nombre d’entretiens du 4e mois', 'ligne 3', true],
      ['double', 'o6-entrantes', 'ligne 4', true],
      ['double', 'Nombre d’IP entrantes', 'ligne 5', true],
    ]);
    expect(propositions.propositions).toEqual([]);
    for (const { message } of propositions.nonRapprochees) expect(message).toMatch(/^[A-Z«].*\.$/);
  });

  test('deux fois la même valeur n’est pas un double', () => {
    expect(propositionDe(proposer([vider(IP)], { trame: trame({ 'o6-entrantes': '10', 'Nombre d’IP entrantes': '10' }) }).propositions, 'o6-entrantes').nature).toBe('remplir');
  });

  test('la ligne choisie à la main est suivie', () => {
    const { propositions } = proposer([vider(IP)], { trame: trame({ 'Nombre de signalements reçus': '12', 'o6-evaluees': '' }), choix: new Map([[0, 'o6-entrantes' as const]]) });
    expect(propositionDe(propositions, 'o6-entrantes')).toMatchObject({ nature: 'remplir', apres: { valeur: 12 } });
    expect(propositions.nonRapprochees).toEqual([]);
  });

  test('un indicateur sans ligne au tableau de bord se dit', () => {
    const tableau = analyser(classeur([])).entrees.presentes.tableau!;
    expect(proposerAvec(tableau).nonRapprochees).toEqual([]);
    const sans = { ...tableau, lire: (code: Parameters<typeof tableau.lire>[0], moment: Parameters<typeof tableau.lire>[1]) => (code === 'o6-entrantes' ? null : tableau.lire(code, moment)) };
    expect(proposerAvec(sans).nonRapprochees).toEqual([expect.objectContaining({ motif: 'absente', libelle: "Nombre d'IP entrantes", message: expect.stringContaining('n’a pas la ligne') })]);
  });
});

test('les taux ne se reprennent pas, et cela se dit', () => {
  const { propositions } = proposer([], { trame: trame({ 'o1-taux': '12 %', 'o6-entrantes': '1124' }) });
  expect(propositions.propositions.map(({ indicateur }) => indicateur)).toEqual(['o6-entrantes']);
  expect(propositions.remarques).toEqual(['Les taux de la trame ne sont pas repris : le tableau de bord les calcule.']);
});

describe('références INSEE', () => {
  const [N1, N3] = [valeur('o1-naissances', D), valeur('o3-naissances', D)];

  test('les naissances domiciliées, avec leur source et leur millésime', () => {
    const { propositions } = proposer([vider(N1), vider(N3)], { insee: true });
    for (const code of ['o1-naissances', 'o3-naissances'] as const) {
      expect(propositionDe(propositions, code)).toMatchObject({ nature: 'remplir', apres: { valeur: 3406 }, origine: { type: 'insee', source: 'INSEE, naissances vivantes selon le domicile de la mère', millesime: '2019' } });
    }
    expect(propositions.propositions).toHaveLength(2);
  });

  test('une autre valeur saisie : à décider', () => {
    expect(propositionDe(proposer([poser(N3, 3346)], { insee: true }).propositions, 'o3-naissances')).toMatchObject({ nature: 'remplacer', decision: true });
    expect(propositionDe(proposer([], { insee: true }).propositions, 'o1-naissances').nature).toBe('identique');
  });

  test('la trame l’emporte, et l’écart se dit ; un « ND » de la trame ne l’emporte pas', () => {
    const dite = propositionDe(proposer([vider(N1)], { insee: true, trame: trame({ 'o1-naissances': '3 346' }) }).propositions, 'o1-naissances');
    expect(dite).toMatchObject({ nature: 'remplir', apres: { valeur: 3346 }, origine: { type: 'trame' } });
    expect(dite.remarques).toEqual(['L’INSEE compte 3\u202f406 naissances domiciliées (INSEE, naissances vivantes selon le domicile de la mère (2019)).']);
    expect(propositionDe(proposer([vider(N1)], { insee: true, trame: trame({ 'o1-naissances': 'ND' }) }).propositions, 'o1-naissances')).toMatchObject({ apres: { valeur: 3406 }, origine: { type: 'insee' } });
  });

  test('jamais d’estimation : les enfants de 0 à 6 ans ne sont qu’encadrés', () => {
    const [e4, e5] = [valeur('o4-enfants', D), valeur('o5-enfants', D)];
    const { propositions } = proposer([vider(e4), vider(e5)], { insee: true, reprises: true });
    expect(propositions.propositions.filter(({ indicateur }) => indicateur.endsWith('-enfants'))).toEqual([]);
    expect(propositions.enfants.map(({ minimum, maximum, convention }) => [minimum, maximum, convention])).toEqual([[17323, 37166, null], [17323, 37166, null]]);
    expect(propositions.enfants[0]!.message).toMatch(/à saisir, entre 17\u202f323 \(0-4 ans\) et 37\u202f166 \(0-9 ans\)/);
  });

  test.each<readonly [string, number, string | null, RegExp]>([
    ['moins de six ans', 21_300, 'moins de six ans', /ressemble aux moins de six ans \(environ 21\u202f292, estimation\)\. L’annexe 5\.2 demande les 0 à 6 ans/],
    ['0 à 6 ans', 25_100, '0 à 6 ans', /ressemble aux 0 à 6 ans \(environ 25\u202f260, estimation\)\. C’est la convention de l’annexe 5\.2/],
    ['ni l’un ni l’autre', 30_000, null, /ne ressemble ni aux moins de six ans/],
    ['sous l’encadrement', 17_322, null, /hors de l’encadrement/],
    ['à la borne basse', 17_323, null, /ne ressemble ni/],
    ['au-dessus de l’encadrement', 37_167, null, /hors de l’encadrement/],
  ])('la convention que suit la valeur : %s', (_, nombre, convention, motif) => {
    const [repere] = proposer([poser(valeur('o4-enfants', D), nombre)], { insee: true }).propositions.enfants;
    expect(repere).toMatchObject({ valeur: nombre, convention });
    expect(repere!.message).toMatch(motif);
  });

  test('la valeur que la trame mettrait est située aussi', () => {
    expect(proposer([vider(valeur('o4-enfants', D))], { trame: trame({ 'o4-enfants': '21 300' }) }).propositions.enfants[0]).toMatchObject({ valeur: 21300, convention: 'moins de six ans' });
  });

  test.each([['69M', /ne sépare pas ici la Métropole de Lyon/], ['978', /Saint-Martin/], [null, /n’est pas reconnu/]])('référence absente (%s) : dite, sans invention', (departement, motif) => {
    const { propositions } = proposer([vider(N1)], { insee: true, departement });
    expect(propositions.propositions).toEqual([]);
    expect(propositions.enfants).toEqual([]);
    expect(propositions.remarques.join(' ')).toMatch(motif);
  });
});

describe('reprises internes', () => {
  const N = [valeur('o1-naissances', D), valeur('o3-naissances', D)] as const;

  test.each<readonly [string, readonly Modif[], string, string]>([
    ['naissances 1 → 3', [vider(N[1])], 'o3-naissances', 'D9'],
    ['naissances 3 → 1', [vider(N[0])], 'o1-naissances', 'D22'],
    ['enfants 4 → 5', [vider(valeur('o5-enfants', D))], 'o5-enfants', 'D27'],
  ])('%s', (_, modifs, code, place) => {
    const { propositions } = proposer(modifs, { reprises: true });
    expect(propositions.propositions).toEqual([expect.objectContaining({ indicateur: code, nature: 'remplir', decision: false, origine: expect.objectContaining({ type: 'reprise', place }) })]);
  });

  test('rien à reprendre quand les deux sont là, vides, ou non déterminées', () => {
    expect(proposer([], { reprises: true }).propositions.propositions).toEqual([]);
    expect(proposer([vider(N[0]), vider(N[1])], { reprises: true }).propositions.propositions).toEqual([]);
    expect(proposer([poser(N[0], 'ND'), vider(N[1])], { reprises: true }).propositions.propositions).toEqual([]);
    expect(proposer([poser(N[1], 'ND')], { reprises: true }).propositions.propositions).toEqual([]);
  });

  test('de ce que la trame remplit, avec sa source ; pas de ce qui attend une décision', () => {
    const source = ['3 410', 'Etat civil', '2019'] as const;
    const seule = trame({ 'o1-naissances': source });
    expect(propositionDe(proposer([vider(N[0]), vider(N[1])], { reprises: true, trame: seule }).propositions, 'o3-naissances')).toMatchObject({ nature: 'remplir', apres: { valeur: 3410 }, origine: { type: 'reprise', source: 'Etat civil', millesime: '2019', place: 'D9' } });
    const douteuse = trame({ 'o1-naissances': ['3 410 *', 'Etat civil', '2019'] });
    expect(proposer([vider(N[0]), vider(N[1])], { reprises: true, trame: douteuse }).propositions.propositions.map(({ indicateur }) => indicateur)).toEqual(['o1-naissances']);
  });
});

test('la trame d’exemple vide et les références remplissent un classeur sans rien écraser', () => {
  const { propositions } = proposer([], { insee: true, reprises: true, trame: lireTrame({ texte: "Indicateur;Valeur\nNombre d'IP entrantes;1124\n" }, { nom: 't', departement: '87', annee: 2019 }) });
  expect(propositions.propositions.every(({ nature, apres }) => nature === 'identique' && apres !== null && !isFormule(apres))).toBe(true);
});

test('sans colonne de diagnostic, rien n’est proposé et cela se dit', () => {
  const { entrees } = analyser(classeur([]));
  const tableau = entrees.presentes.tableau!;
  const { propositions, remarques } = proposerAvec({ ...tableau, moment: () => null });
  expect([propositions, remarques]).toEqual([[], ['La colonne du diagnostic est introuvable au tableau de bord : rattachez-la, puis recommencez.']]);
});
