/** L'évaluateur contre LibreOffice ; `npm run test:oracle` redemande ses réponses à LibreOffice. */
import type { Valeur } from '../../src/classeur/instantane';
import { creerServiceValeurs } from '../../src/formules/valeurs';
import { classeurDe, type Cellules } from './aides';
import { ECARTS } from './oracle/ecarts';
import formules from './oracle/formules.json';
import resultats from './oracle/resultats.json';

type Reponse = Valeur | { readonly date: string };
const REPONSES = resultats as Readonly<Record<string, Reponse>>;

const PREMIERE_LIGNE = 100;

function calculer(): ReadonlyMap<string, Valeur> {
  const testees = Object.fromEntries(formules.formules.map((formule, rang) => [`Z${String(PREMIERE_LIGNE + rang)}`, formule]));
  const service = creerServiceValeurs(classeurDe({ F: { ...(formules.cellules as Cellules), ...testees } }));
  return new Map(formules.formules.map((formule, rang) => {
    const { valeur, raison } = service.valeur('F', PREMIERE_LIGNE + rang, 26);
    return [formule, raison === null ? valeur : `non évaluable : ${raison}`];
  }));
}

/** LibreOffice ne distingue pas le texte vide du vide, et type les dates. */
function normaliser(reponse: Reponse): unknown {
  if (reponse === null) return '';
  if (typeof reponse === 'object' && 'date' in reponse) return Math.round((Date.parse(`${reponse.date.slice(0, 10)}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return typeof reponse === 'number' ? Number(reponse.toPrecision(12)) : reponse;
}

const NOS_VALEURS = calculer();

test('au moins cent cinquante formules, toutes avec une réponse de LibreOffice', () => {
  expect(formules.formules.length).toBeGreaterThanOrEqual(150);
  expect(Object.keys(REPONSES).sort()).toEqual([...formules.formules].sort());
});

test.each(formules.formules.filter((formule) => !(formule in ECARTS)))('%s', (formule) => {
  expect(normaliser(NOS_VALEURS.get(formule)!)).toEqual(normaliser(REPONSES[formule]!));
});

test.each(Object.entries(ECARTS))('écart connu : %s', (formule, { excel }) => {
  expect(NOS_VALEURS.get(formule)).toEqual(excel);
  expect(normaliser(REPONSES[formule]!)).not.toEqual(normaliser(excel));
});
