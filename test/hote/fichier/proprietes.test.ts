/** Ce que la fabrique met dans un classeur, la lecture l'y retrouve. */
import fc from 'fast-check';
import { formatA1 } from '../../../src/classeur/adresse';
import type { Valeur } from '../../../src/classeur/instantane';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { type CelluleFabriquee, type FeuilleFabriquee, fabriquerClasseur } from '../../classeurs/fabrique';
import { cellule } from './aide';

/** Tout texte qu'un XML peut porter : pas de caractère de commande, pas de demi-paire. */
const texte = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', ' ', '_x000D_', '_x0041_', '_x', 'a\r\nb', '<b>&amp;</b>', ']]>', "l'été", '=A1', '\u202f12 %', '😀'),
  )
  // eslint-disable-next-line no-control-regex
  .map((brut) => brut.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));

const valeur: fc.Arbitrary<Valeur> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((nombre) => (Object.is(nombre, -0) ? 0 : nombre)),
  fc.integer(),
  fc.boolean(),
  texte,
  fc.constantFrom('#DIV/0!' as const, '#N/A' as const).map((erreur) => ({ erreur })),
  fc.constant(null),
);

const contenu: fc.Arbitrary<CelluleFabriquee> = fc.record(
  {
    valeur,
    formule: fc.constantFrom('=A1+B2', '=IF(A1<>"","é & co",0)', "='L''onglet'!$A$1", '=IFS(A1>1,2)'),
    format: fc.constantFrom('General', '0.0%', '#,##0 "€"', 'dd/mm/yyyy'),
    verrouillee: fc.boolean(),
  },
  { requiredKeys: ['valeur'] },
);

const adresse = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 30 })).map(([ligne, colonne]) => formatA1(ligne, colonne));

const feuille = (nom: string): fc.Arbitrary<FeuilleFabriquee> =>
  fc.dictionary(adresse, contenu, { maxKeys: 25 }).map((cellules) => ({ nom, cellules }));

test('fabriquer puis lire rend ce qu’on a mis', () => {
  fc.assert(
    fc.property(feuille('Un'), feuille('Deux & trois'), fc.constantFrom('partagees', 'en_ligne'), (un, deux, chaines) => {
      const lues = lireClasseur(fabriquerClasseur([un, deux], { chaines }), { nom: null }).feuilles;
      [un, deux].forEach((posee, rang) => {
        const lue = lues[rang]!;
        expect([lue.nom, lue.cellules.size]).toEqual([posee.nom, Object.keys(posee.cellules!).length]);
        for (const [ou, mise] of Object.entries(posee.cellules!) as [string, CelluleFabriquee][]) {
          expect(cellule(lue, ou)).toMatchObject({
            valeur: mise.valeur ?? null,
            formule: mise.formule ?? null,
            format: mise.format ?? 'General',
            verrouillee: mise.verrouillee ?? true,
          });
        }
      });
    }),
    { numRuns: 150 },
  );
});

test('un fichier tronqué ou altéré n’est jamais qu’une ErreurHote', () => {
  const octets = fabriquerClasseur([{ nom: 'F', lignes: [['a', 1, { formule: '=B1', valeur: 1 }]], fusions: ['A2:B2'] }]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: octets.length - 1 }), fc.integer({ min: 0, max: 255 }), fc.boolean(), (position, octet, tronque) => {
      const copie = tronque ? octets.slice(0, position) : octets.slice();
      if (!tronque) copie[position] = octet;
      try {
        lireClasseur(copie, { nom: null });
      } catch (erreur) {
        expect(erreur).toHaveProperty('name', 'ErreurHote');
      }
    }),
    { numRuns: 2000 },
  );
});
