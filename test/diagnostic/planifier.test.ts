/** Du tri des propositions au plan : ce qui s'écrit, ce qui attend, et sa provenance. */
import { planifierDiagnostic } from '../../src/diagnostic/planifier';
import { NOM_FEUILLE_SOURCES, nommerIndicateur } from '../../src/diagnostic/provenance';
import { decrireOrigine, trier, type DecisionsDiagnostic } from '../../src/diagnostic/retenir';
import type { CodeIndicateur } from '../../src/referentiel/indicateurs';
import { poser, valeur, vider } from '../controles/aide';
import { classeurDe } from '../formules/aides';
import { proposer, trame } from './aide';

const D = 'diagnostic' as const;
const MODIFS = [vider(valeur('o6-entrantes', D)), vider(valeur('o9-enfants', D)), poser(valeur('o18-places', D), 12)];
const TRAME = trame({
  'o6-entrantes': ['1 250', 'CRIP', '2019'], // vide : s'écrit
  'o9-enfants': ['au moins 40', 'MDPH', '2019'], // vide, réserve : attend
  'o18-places': ['20', 'ASE', '2019'], // différent : attend
  'o1-naissances': ['3 406', 'INSEE', '2019'], // identique
  'o12-familles': '-3', // impossible
});
const contexte = () => proposer(MODIFS, { trame: TRAME });
const codes = (propositions: readonly { readonly indicateur: CodeIndicateur }[]) => propositions.map(({ indicateur }) => indicateur);

test.each<readonly [string, DecisionsDiagnostic, readonly string[], readonly string[]]>([
  ['sans décision', { remplacer: new Set() }, ['o6-entrantes'], ['o9-enfants', 'o18-places']],
  ['une décision', { remplacer: new Set(['o18-places']) }, ['o6-entrantes', 'o18-places'], ['o9-enfants']],
  ['tout remplacer', { remplacer: 'tout' }, ['o6-entrantes', 'o9-enfants', 'o18-places'], []],
  ['garder une cellule vide', { remplacer: 'tout', garder: new Set(['o6-entrantes', 'o18-places']) }, ['o9-enfants'], []],
  ['nommer ce qui est impossible ne l’écrit pas', { remplacer: new Set(['o12-familles', 'o1-naissances']) }, ['o6-entrantes'], ['o9-enfants', 'o18-places']],
])('%s', (_, decisions, retenues, enAttente) => {
  const tri = trier(contexte().propositions.propositions, decisions);
  expect([codes(tri.retenues), codes(tri.enAttente), codes(tri.identiques), codes(tri.impossibles)]).toEqual([retenues, enAttente, ['o1-naissances'], ['o12-familles']]);
});

test('le plan écrit les valeurs, relit ce qu’il y avait, et consigne importées et confirmées', () => {
  const { instantane, propositions } = contexte();
  const plan = planifierDiagnostic(instantane, trier(propositions.propositions, { remplacer: new Set(['o18-places']) }), { date: '2020-06-15' });
  const tableau = instantane.feuilles[0]!.id;
  expect(plan.nouvellesFeuilles).toEqual([NOM_FEUILLE_SOURCES]);
  expect(plan.ecritures.filter(({ feuille }) => feuille === tableau)).toEqual([
    { feuille: tableau, ligne: 44, colonne: 4, avant: { valeur: null }, apres: { valeur: 1250 }, raison: 'Diagnostic : ligne 2 de trame.csv ; source : CRIP (2019).' },
    { feuille: tableau, ligne: 52, colonne: 4, avant: { valeur: 12 }, apres: { valeur: 20 }, raison: 'Diagnostic : ligne 4 de trame.csv ; source : ASE (2019).' },
  ]);
  const sources = plan.ecritures.filter(({ feuille }) => feuille === `nouvelle:${NOM_FEUILLE_SOURCES}`);
  const ligne = (numero: number) => sources.filter(({ ligne: lue }) => lue === numero).map(({ apres }) => ('valeur' in apres ? apres.valeur : null));
  // Dans l'ordre des annexes : la valeur confirmée par la trame est « saisi ».
  expect([2, 3, 4].map(ligne)).toEqual([
    ['D9', 'naissances domiciliées – objectif 1', 3406, 'INSEE', '2019', '15/06/2020', 'saisi'],
    ['D44', 'IP entrantes – objectif 6', 1250, 'CRIP', '2019', '15/06/2020', 'importé'],
    ['D52', 'places en villages d’enfants – objectif 18', 20, 'ASE', '2019', '15/06/2020', 'importé'],
  ]);
});

test('une valeur identique sans source n’est pas consignée ; sans rien à dire, le plan est vide', () => {
  const { instantane, propositions } = proposer([], { trame: trame({ 'o1-naissances': '3406' }) });
  expect(planifierDiagnostic(instantane, trier(propositions.propositions, { remplacer: 'tout' }), { date: '2020-06-15' }).ecritures).toEqual([]);
});

test('une valeur importée, relue identique plus tard, reste « importé »', () => {
  const { instantane, propositions } = proposer([], { trame: trame({ 'o1-naissances': ['3 406', 'autre source', '2019'] }) });
  const tri = trier(propositions.propositions, { remplacer: 'tout' });
  expect(planifierDiagnostic(instantane, tri, { date: '2020-07-01' }).ecritures).toHaveLength(14);
  const sources = classeurDe({ [NOM_FEUILLE_SOURCES]: { A1: 'Cellule', B1: 'Indicateur', C1: 'Valeur', D1: 'Source', E1: 'Millésime', F1: 'Date', G1: 'Saisi ou importé', B2: nommerIndicateur('o1-naissances') } });
  expect(planifierDiagnostic({ ...instantane, feuilles: [...instantane.feuilles, ...sources.feuilles] }, tri, { date: '2020-07-01' }).ecritures).toEqual([]);
});

test('une reprise dit d’où elle vient', () => {
  const { propositions } = proposer([vider(valeur('o3-naissances', D))], { reprises: true });
  expect(decrireOrigine(propositions.propositions[0]!.origine)).toBe('même dénominateur que D9');
});
