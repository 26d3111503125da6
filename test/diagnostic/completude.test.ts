/** La complétude du diagnostic : par objectif, et par qui doit fournir. */
import { completude, type Completude } from '../../src/diagnostic/completude';
import { analyser } from '../../src/moteur/analyser';
import type { NumeroObjectif } from '../../src/referentiel/objectifs';
import { base, classeur, partout, poser, valeur, vider, type Modif } from '../controles/aide';

function dresser(modifs: readonly Modif[], nom: 'conforme' | 'vierge' = 'conforme'): Completude {
  const { tableau, retenus } = analyser(nom === 'vierge' ? base('vierge').instantane : classeur(modifs)).entrees.presentes;
  return completude(tableau!, retenus!);
}

const D = 'diagnostic' as const;
const objectif = ({ objectifs }: Completude, numero: NumeroObjectif | null) => objectifs.find((candidat) => candidat.objectif === numero)!;
const restants = ({ fournisseurs }: Completude) => Object.fromEntries(fournisseurs.map(({ fournisseur, restants: manquants }) => [fournisseur, manquants.map(({ indicateur }) => indicateur)]));

test('le classeur conforme est complet', () => {
  const lue = dresser([]);
  expect(lue.objectifs.filter(({ etat }) => etat !== 'renseigne').map(({ objectif: numero }) => numero)).toEqual([]);
  expect([lue.annee, lue.renseignes]).toEqual([2019, lue.total]);
  expect(Object.values(restants(lue)).flat()).toEqual([]);
});

test('le modèle vierge : tout est à fournir, objectifs fondamentaux et délais seulement', () => {
  const lue = dresser([], 'vierge');
  expect(lue.objectifs.map(({ objectif: numero, etat }) => [numero, etat])).toEqual([1, 2, 3, 4, 5, 6, 9, null].map((numero) => [numero, 'a_completer']));
  expect(lue.renseignes).toBe(0);
  expect(lue.fournisseurs.map(({ fournisseur, total, restants: manquants }) => [fournisseur, total, manquants.length])).toEqual([['DREES / CD', 18, 18], ['SNDS', 4, 4], ['INSEE', 4, 4], ['Education nationale', 1, 1]]);
  expect(objectif(lue, 6).indicateurs.map(({ adresse }) => adresse)).toEqual(['D44', 'D45', 'D46']);
});

const [ENTRANTES, EVALUEES] = [valeur('o6-entrantes', D), valeur('o6-evaluees', D)];

test.each<readonly [string, readonly Modif[], string, readonly string[]]>([
  ['vide : à compléter', [vider(ENTRANTES)], 'a_completer', ['a_completer', 'renseigne', 'renseigne']],
  ['ND : non déterminé', [poser(ENTRANTES, 'ND')], 'non_determine', ['non_determine', 'renseigne', 'renseigne']],
  ['vide et ND : à compléter', [vider(ENTRANTES), poser(EVALUEES, 'à compléter')], 'a_completer', ['a_completer', 'non_determine', 'renseigne']],
  ['zéro : renseigné', [poser(ENTRANTES, 0)], 'renseigne', ['renseigne', 'renseigne', 'renseigne']],
  ['illisible : à vérifier', [poser(ENTRANTES, 'voir annexe')], 'a_completer', ['a_verifier', 'renseigne', 'renseigne']],
  ['formule calculée : renseigné', [poser(ENTRANTES, { formule: '=1000+124' })], 'renseigne', ['renseigne', 'renseigne', 'renseigne']],
])('objectif 6, %s', (_, modifs, etat, etats) => {
  const lue = objectif(dresser(modifs), 6);
  expect([lue.etat, lue.indicateurs.map((indicateur) => indicateur.etat)]).toEqual([etat, etats]);
});

test('qui doit fournir quoi', () => {
  const lue = dresser(partout([ENTRANTES, valeur('o1-entretiens-snds', D), valeur('o2-cohorte', D), valeur('o3-naissances', D)], null));
  expect(restants(lue)).toEqual({ 'DREES / CD': ['o6-entrantes'], SNDS: ['o1-entretiens-snds'], INSEE: ['o3-naissances'], 'Education nationale': ['o2-cohorte'] });
  expect(lue.total - lue.renseignes).toBe(4);
});

test('les taux n’y sont pas : ils se calculent', () => {
  expect(dresser([]).objectifs.flatMap(({ indicateurs }) => indicateurs).some(({ indicateur }) => indicateur.includes('taux'))).toBe(false);
});
