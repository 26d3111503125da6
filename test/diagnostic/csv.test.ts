/** Découpage d'un CSV ou d'un collage. */
import fc from 'fast-check';
import { lireCsv } from '../../src/diagnostic/csv';
import { ErreurTrame } from '../../src/diagnostic/erreur';

const champs = (texte: string) => lireCsv(texte).lignes.map(({ champs: lus }) => lus);

test.each<readonly [string, string, string, readonly (readonly string[])[]]>([
  ['point-virgule', 'a;b\n1;2', ';', [['a', 'b'], ['1', '2']]],
  ['virgule', 'a,b\n1,2', ',', [['a', 'b'], ['1', '2']]],
  ['tabulation (collage)', 'a\tb\n1\t2', '\t', [['a', 'b'], ['1', '2']]],
  ['décimales à virgule sous un point-virgule', 'a;b\nx;1,5\ny;2,5', ';', [['a', 'b'], ['x', '1,5'], ['y', '2,5']]],
  ['virgules dans les libellés, tabulations entre les champs', 'a, b\tc\nd, e\t1,5', '\t', [['a, b', 'c'], ['d, e', '1,5']]],
  ['guillemets : séparateur, guillemet doublé, saut de ligne', '"a;b";"c ""d"""\n"e\nf";2', ';', [['a;b', 'c "d"'], ['e\nf', '2']]],
  ['guillemet au milieu d’un champ', 'volet "risques";1\nautre;2', ';', [['volet "risques"', '1'], ['autre', '2']]],
  ['fins de ligne Windows et vieux Mac', 'a;b\r\n1;2\rc;d', ';', [['a', 'b'], ['1', '2'], ['c', 'd']]],
  ['BOM', '\ufeffa;b', ';', [['a', 'b']]],
  ['séparateur annoncé par Excel', 'sep=,\na,b\n"1;2",3', ',', [['a', 'b'], ['1;2', '3']]],
  ['lignes vides, espaces autour', '\n ;\n a ; b \n\n', ';', [['a', 'b']]],
  ['une seule colonne', 'a\nb', '\t', [['a'], ['b']]],
])('%s', (_, texte, separateur, attendus) => {
  expect({ separateur: lireCsv(texte).separateur, champs: champs(texte) }).toEqual({ separateur, champs: attendus });
});

test('numérote les lignes comme un éditeur, sauts de ligne cités compris', () => {
  expect(lireCsv('a;b\n\n"c\nd";1\ne;2').lignes.map(({ numero }) => numero)).toEqual([1, 3, 5]);
  expect(lireCsv('sep=;\na;b').lignes[0]!.numero).toBe(2);
});

test('un guillemet jamais refermé se dit, avec sa ligne', () => {
  expect(() => lireCsv('a;b\n1;"2\n3;4')).toThrow(new ErreurTrame('Un guillemet ouvert à la ligne 2 n’est jamais refermé : la suite ne peut pas être lue. Corrigez cette ligne, ou enregistrez de nouveau le fichier depuis votre tableur.'));
});

test('un fichier démesuré est refusé', () => {
  expect(() => lireCsv('a;b\n'.repeat(5001))).toThrow(/plus de 5000 lignes/);
});

test('propriété : ce qu’un tableur écrit se relit', () => {
  const champ = fc.string().map((texte) => texte.replace(/[\r\ufeff]/g, '').trim());
  fc.assert(fc.property(fc.array(fc.tuple(champ, champ, champ), { minLength: 2, maxLength: 8 }), (rangees) => {
    const citer = (texte: string) => `"${texte.replace(/"/g, '""')}"`;
    const texte = rangees.map((rangee) => rangee.map(citer).join(';')).join('\r\n');
    expect(champs(texte)).toEqual(rangees.filter((rangee) => rangee.some((contenu) => contenu !== '')));
  }));
});
