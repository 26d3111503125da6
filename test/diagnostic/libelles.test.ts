/** Des libellés d'agents aux indicateurs : sans pari. */
import { rapprocherLibelles, numeroObjectif, type LibelleRapproche } from '../../src/diagnostic/libelles-trame';
import { INDICATEURS } from '../../src/referentiel/indicateurs';

type Donne = string | readonly [libelle: string, objectif: string, code?: string];

function rapprocher(...libelles: readonly Donne[]): readonly string[] {
  const donnes = libelles.map((donne, rang) => (typeof donne === 'string' ? { rang, libelle: donne, objectif: '', code: '' } : { rang, libelle: donne[0], objectif: donne[1], code: donne[2] ?? '' }));
  const dire = (rapproche: LibelleRapproche) => (rapproche.etat === 'trouve' ? rapproche.codes.join('+') : rapproche.etat === 'ambigu' ? `? ${rapproche.candidats.join(' ')}` : rapproche.etat);
  const resultats = rapprocherLibelles(donnes);
  return donnes.map(({ rang }) => dire(resultats.get(rang)!));
}

test('chaque libellé officiel, seul, mène à son indicateur ou à ses deux saisies', () => {
  for (const { code, libelle } of INDICATEURS) expect(rapprocher(libelle)[0]!.split('+')).toContain(code);
});

test('tous ensemble, chacun à sa place', () => {
  expect(rapprocher(...INDICATEURS.map(({ libelle, objectif }) => [libelle, objectif === null ? '' : String(objectif)] as const))).toEqual(INDICATEURS.map(({ code }) => code));
});

test.each<readonly [string, readonly Donne[], readonly string[]]>([
  ['sans accents ni majuscules', ["NOMBRE D'IP EVALUEES EN MOINS DE 3 MOIS"], ['o6-evaluees-3-mois']],
  ['code écrit', [['n’importe quoi', '', 'o9-enfants']], ['o9-enfants']],
  ['code en guise de libellé', ['O12-Familles'], ['o12-familles']],
  ['nom court', ['familles bénéficiaires de TISF'], ['o12-familles']],
  ['synonymes', ['Nb de VAD prénatales par les sages-femmes de PMI (SNDS)'], ['o3-vad-pre-snds']],
  ['sigle développé', ["Nombre d'informations préoccupantes entrantes"], ['o6-entrantes']],
  ['enfants de 0 à 6 ans, sans objectif : les deux saisies', ["Nombre d'enfants de 0 à 6 ans (source INSEE)"], ['o4-enfants+o5-enfants']],
  ['enfants de 0 à 6 ans, avec objectif : une seule', [["Nombre d'enfants de 0 à 6 ans (source INSEE)", 'Objectif 5']], ['o5-enfants']],
  ['naissances, sans objectif : les deux saisies', ['naissances domiciliées'], ['o1-naissances+o3-naissances']],
  ['les deux libellés de naissances, chacun le sien', ['Nombre de naissances vivantes selon le domicile de la mère (source INSEE)', 'Nombre de naissances vivantes au domicile de la mère (source INSEE)'], ['o1-naissances', 'o3-naissances']],
  ['un libellé exact l’emporte sur un objectif mal écrit', [["Nombre d'IP entrantes", '4']], ['o6-entrantes']],
  ['titre et total', ["Délai d'exécution des décisions de justice", 'Total'], ['titre', 'titre']],
  ['inconnu', ['Nombre de réunions de pilotage'], ['inconnu']],
])('%s', (_, libelles, attendus) => {
  expect(rapprocher(...libelles)).toEqual(attendus);
});

test('un libellé trop vague ne choisit pas', () => {
  const [dit] = rapprocher('Nombre d’entretiens du 4e mois');
  expect(dit).toMatch(/^\? /);
});

test.each([['4', 4], ['Objectif 12', 12], ['objectif n°6', 6], ['Renforcer les interventions de travailleurs en intervention sociale et familiale (TISF)', 12], ['99', null], ['', null], ['divers', null]])('objectif « %s »', (texte, attendu) => {
  expect(numeroObjectif(texte)).toBe(attendu);
});
