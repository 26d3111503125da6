/** Les constats posés sur la grille. */
import { cleCellule } from '../../../src/classeur/instantane';
import type { Constat, Gravite } from '../../../src/controles/constat';
import { annoterGrille, compterOuverts, direAnnotation } from '../../../src/page/grille/annotations';
import type { ConstatMontre } from '../../../src/taskpane/etat/constats';

let numero = 0;

function montre(gravite: Gravite, place: readonly [number, number] | null, justifie = false): ConstatMontre {
  const emplacement = place && { feuille: 'f1', ligne: place[0], colonne: place[1] };
  const constat = { code: 'FOR-01', gravite, feuille: 'f1', emplacement } as unknown as Constat;
  const decision = justifie ? ({ motif: 'm', auteur: 'a' } as unknown as ConstatMontre['decision']) : null;
  return { id: `constat-${String(++numero)}`, constat, decision, nouveau: false };
}

const CONSTATS = [montre('alerte', [1, 1]), montre('bloquant', [1, 1]), montre('info', [1, 1]), montre('alerte', [2, 2], true), montre('info', null), montre('bloquant', [3, 1]), montre('alerte', [3, 1], true)];
const de = (ligne: number, colonne: number) => annoterGrille(CONSTATS).get('f1')!.get(cleCellule(ligne, colonne))!;

test('la gravité montrée est la plus forte', () => {
  expect(de(1, 1)).toMatchObject({ gravite: 'bloquant', justifiee: false });
  expect(de(1, 1).constats).toHaveLength(3);
});

test('une cellule dont tout est justifié se distingue, une autre non', () => {
  expect(de(2, 2)).toMatchObject({ gravite: 'alerte', justifiee: true });
  expect(de(3, 1)).toMatchObject({ gravite: 'bloquant', justifiee: false });
});

test('un constat sans cellule ne s’annote pas, mais se compte', () => {
  expect([...annoterGrille(CONSTATS).get('f1')!.keys()]).toHaveLength(3);
  expect(compterOuverts(CONSTATS, 'f1')).toBe(5);
  expect(compterOuverts(CONSTATS, 'f2')).toBe(0);
});

test.each([
  [1, 1, '3 constats, le plus grave : bloquant'],
  [2, 2, '1 constat justifié'],
  [3, 1, '2 constats, le plus grave : bloquant'],
])('cellule (%i, %i) : « %s »', (ligne, colonne, attendu) => {
  expect(direAnnotation(de(ligne, colonne))).toBe(attendu);
});
