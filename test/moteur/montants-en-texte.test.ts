/** Ce qu'un montant écrit en texte entraîne, et n'entraîne pas. */
import { analyser } from '../../src/moteur/analyser';
import { auPlan, classeur, poser } from '../controles/aide';

const constats = (...modifs: Parameters<typeof classeur>[0]) =>
  analyser(classeur(modifs)).rapport.constats.filter(({ gravite }) => gravite !== 'info').map(({ code, gravite }) => `${gravite} ${code}`);

test.each(['PM', 'moyens existants'])('« %s » ne retient pas un objectif facultatif : FIN-07 seul', (texte) => {
  expect(constats(poser(auPlan(14, 'etat'), texte))).toEqual(['bloquant FIN-07']);
});

test('un total en texte et faux a ses deux constats', () => {
  expect(constats(poser(auPlan(1, 'total'), '1 000 €')).sort()).toEqual(['alerte FIN-07', 'bloquant FIN-02']);
});

test('un total en texte et juste n’a que le sien', () => {
  expect(constats(poser(auPlan(1, 'total'), '115 000 €'))).toEqual(['alerte FIN-07']);
});
