/** Formules démesurées ou mal faites : un refus rapide et dit, jamais une panne. */
import { analyser } from '../../src/formules/analyse';
import { nommer } from '../../src/formules/nommer';
import { versFrancais } from '../../src/formules/francais';
import { identifierTaux } from '../../src/formules/taux';
import { creerServiceValeurs } from '../../src/formules/valeurs';
import { classeurDe, feuilleDe } from './aides';
import { adresse, MOMENTS, monter } from './tableau';

const REPETER = (texte: string, fois: number) => texte.repeat(fois);

const DEMESUREES: readonly (readonly [string, string, RegExp])[] = [
  ['10 000 parenthèses', `=${REPETER('(', 10_000)}1${REPETER(')', 10_000)}`, /8192 caractères/],
  ['4 000 parenthèses', `=${REPETER('(', 4000)}1${REPETER(')', 4000)}`, /niveaux imbriqués/],
  ['1 000 SI imbriqués', `=${REPETER('IF(A1,', 1000)}1${REPETER(')', 1000)}`, /niveaux imbriqués/],
  ['8 000 signes moins', `=${REPETER('-', 8000)}1`, /niveaux imbriqués/],
  ['8 000 signes moins espacés', `=${REPETER('- ', 4000)}1`, /niveaux imbriqués/],
  ['8 000 arobases', `=${REPETER('@', 8000)}A1`, /niveaux imbriqués|ne se lit pas/],
  ['8 000 pour cent', `=1${REPETER('%', 8000)}`, /niveaux imbriqués/],
  ['accolades', `=${REPETER('{', 5000)}1`, /niveaux imbriqués/],
  ['texte non refermé', `="${REPETER('a', 5000)}`, /refermé/],
  ['parenthèse manquante', '=SUM(A1', /ne se lit pas/],
  ['plage d’un million de cellules en matrice', '=SUMPRODUCT((A1:XFD1048576>0)*1)', /trop grande/],
  ['transposée d’une feuille', '=SUM(TRANSPOSE(A1:XFD1048576))', /trop grande/],
  ['lignes énumérées', '=SUMPRODUCT(ROW(1:1048576))', /trop grande/],
  ['noms qui se doublent', '=nom_0', /trop long|se définit par lui-même/],
  ['nom circulaire', '=boucle', /se définit par lui-même/],
];

const NOMS = [
  ...Array.from({ length: 40 }, (_, rang) => ({ nom: `nom_${String(rang)}`, feuille: null, formule: `nom_${String(rang + 1)}+nom_${String(rang + 1)}` })),
  { nom: 'boucle', feuille: null, formule: 'boucle+1' },
];

/** Une grande feuille : 2 000 lignes de 60 colonnes, étirée jusqu'à la dernière ligne d'Excel. */
function grandeFeuille(formule: string) {
  const cellules: Record<string, number | string> = { ZZ1: formule, AA1: REPETER('a', 3000) };
  for (let ligne = 1; ligne <= 2000; ligne += 1) cellules[`A${String(ligne)}`] = ligne;
  return feuilleDe('F', cellules, { derniereLigne: 1_048_576, derniereColonne: 16_384 });
}

function valeur(formule: string) {
  return creerServiceValeurs(classeurDe([grandeFeuille(formule)], { noms: NOMS })).valeur('F', 1, 702);
}

test.each(DEMESUREES)('%s : refusé', (_nom, formule, raison) => {
  const { valeur: montree, origine, raison: dite } = valeur(formule);
  expect({ montree, origine }).toEqual({ montree: null, origine: 'inconnue' });
  expect(dite).toMatch(raison);
});

test.each<[string, string, unknown]>([
  ['somme d’une feuille entière', '=SUM(A1:A1048576)', 2_001_000],
  ['somme de toutes les colonnes sauf la sienne', '=SUM(A:ZY)', 2_001_000],
  ['compte d’une colonne entière', '=COUNTIF(A:A,">1990")', 10],
  ['cellules vides d’une colonne entière', '=COUNTBLANK(A:A)', 1_046_576],
  ['recherche dans une colonne entière', '=MATCH(1500,A:A,0)', 1500],
  ['4 000 termes', `=1${REPETER('+1', 3999)}`, 4000],
  ['4 000 concaténations', `=""${REPETER('&""', 1500)}`, ''],
  ['critère à étoiles', `=COUNTIF(AA1:AA2,"${REPETER('*a', 100)}*z")+SUMPRODUCT(COUNTIF(AA1,{"*a*a*a*a*a*a*a*a*a*a*a*a*z"}))`, 0],
  ['texte qui enfle', '=LEN(REPT("x",32767)&"y")', { erreur: '#VALUE!' }],
  ['texte démesuré', '=REPT("x",1E9)', { erreur: '#VALUE!' }],
  ['nombre démesuré', '=10^400', { erreur: '#NUM!' }],
  ['adresse hors feuille', '=A1048577', { erreur: '#NAME?' }],
])('%s : calculé', (_nom, formule, attendue) => {
  expect(valeur(formule)).toEqual({ valeur: attendue, origine: 'recalculee', raison: null });
});

test('une feuille tronquée n’est pas additionnée en silence', () => {
  const feuille = feuilleDe('F', { A1: 1, A2: 2, B1: '=SUM(A:A)', B2: '=SUM(A1:A2)', C1: '=A50' }, { tronquee: true, derniereLigne: 900_000 });
  const service = creerServiceValeurs(classeurDe([feuille]));
  expect(service.valeur('F', 1, 2)).toMatchObject({ origine: 'inconnue', raison: 'la feuille « F » est trop longue pour avoir été lue en entier' });
  expect(service.valeur('F', 2, 2)).toMatchObject({ valeur: 3 });
  expect(service.valeur('F', 1, 3)).toMatchObject({ origine: 'inconnue' });
  expect(service.valeur('F', 50, 1)).toMatchObject({ origine: 'inconnue' });
});

test.each(DEMESUREES)('taux, nom et traduction de « %s » : sans panne', (_nom, formule) => {
  const { tableau, service } = monter({ cellules: { [adresse('o6-taux')]: formule }, noms: NOMS });
  expect(['non_evaluable', 'faux', 'constante_cachee']).toContain(identifierTaux({ tableau, service, code: 'o6-taux', moment: MOMENTS[0]! }).nature);
  expect(typeof versFrancais(formule)).toBe('string');
  nommer(formule, { tableau, colonne: 4 });
});

test('une formule de 8 000 caractères faite de références se nomme en bref', () => {
  const { tableau } = monter();
  const formule = `=${Array.from({ length: 1500 }, () => 'D7').join('+')}`;
  expect(nommer(formule, { tableau, colonne: 4 })!.length).toBeLessThanOrEqual(200);
  expect(analyser(formule).refus).toBeNull();
});
