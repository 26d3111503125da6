/** Une grosse feuille étrangère ne coûte presque rien : on cesse de la lire, et de la décompresser. */
import { PLAFOND_LIGNES } from '../../../src/classeur/instantane';
import { ouvrirArchive, trouverPartie } from '../../../src/hote/fichier/archive';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { lireXml } from '../../../src/hote/fichier/xml';
import { type FeuilleFabriquee, fabriquerClasseur } from '../../classeurs/fabrique';
import { FEUILLE, classeurBrut, contenus, lireBrut, premiere } from './aide';
import { changerFiche } from './zip-brut';

const LIGNES = 6_000;

function grosse(nom: string): FeuilleFabriquee {
  const rangee = (ligne: number) => Array.from({ length: 12 }, (_, i) => (i % 3 === 0 ? `texte ${ligne} ${i} é` : ligne * i));
  return { nom, lignes: Array.from({ length: LIGNES }, (_, ligne) => rangee(ligne)) };
}

const PETITE: FeuilleFabriquee = { nom: 'Petite', lignes: [['premier'], ['dernier'], [{ formule: '=A1', valeur: 'premier' }]] };

test.each([
  ['devant', [grosse('Base'), PETITE]],
  ['derrière', [PETITE, grosse('Base')]],
] as const)('la feuille étrangère est %s : lue jusqu’au plafond, l’autre entière', (_, feuilles) => {
  const lues = lireClasseur(fabriquerClasseur([...feuilles]), { nom: null }).feuilles;
  const base = lues.find((feuille) => feuille.nom === 'Base')!;
  const petite = lues.find((feuille) => feuille.nom === 'Petite')!;
  expect([base.tronquee, base.derniereLigne, base.cellules.size]).toEqual([true, PLAFOND_LIGNES, PLAFOND_LIGNES * 12]);
  expect(contenus(base, 'A1', `A${PLAFOND_LIGNES}`, `B${PLAFOND_LIGNES}`)).toEqual({
    A1: 'texte 0 0 é',
    [`A${PLAFOND_LIGNES}`]: `texte ${PLAFOND_LIGNES - 1} 0 é`,
    [`B${PLAFOND_LIGNES}`]: PLAFOND_LIGNES - 1,
  });
  expect([petite.tronquee, contenus(petite, 'A1', 'A2', 'A3')]).toEqual([false, { A1: 'premier', A2: 'dernier', A3: ['=A1', 'premier'] }]);
});

test('la suite de la feuille n’est pas décompressée : son CRC faux n’est jamais vu', () => {
  const octets = fabriquerClasseur([grosse('Base')], { chaines: 'en_ligne' });
  const altere = changerFiche(octets, FEUILLE, { crc: 1 });
  expect(premiere(lireClasseur(altere, { nom: null })).tronquee).toBe(true);
});

test('la table des textes n’est pas lue au-delà du dernier utile', () => {
  const octets = fabriquerClasseur([PETITE, grosse('Base')]);
  const altere = changerFiche(octets, 'xl/sharedStrings.xml', { crc: 1 });
  expect(lireClasseur(altere, { nom: null }).feuilles).toHaveLength(2);
});

test('des lignes vides mais stylées ne comptent pas : ce qui suit est lu, et la feuille n’est pas tronquée', () => {
  const vides = Array.from({ length: 30_000 }, (_, i) => `<row r="${i + 2}" s="0" customFormat="1"><c r="A${i + 2}" s="0"/><c r="B${i + 2}" s="0"/><c r="C${i + 2}" s="0"/></row>`);
  const feuille = lireBrut({
    donnees: `<row r="1"><c r="A1"><v>1</v></c></row>${vides.join('')}<row r="40000"><c r="A40000"><v>2</v></c></row>`,
    apres: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
  });
  expect([feuille.tronquee, feuille.derniereLigne, feuille.fusions.length]).toEqual([false, 40_000, 1]);
  expect(contenus(feuille, 'A1', 'A2', 'A40000')).toEqual({ A1: 1, A2: null, A40000: 2 });
  expect(feuille.cellules.size).toBe(60_002);
});

test('une feuille de PLAFOND_LIGNES lignes pile est entière', () => {
  const lignes = Array.from({ length: PLAFOND_LIGNES }, (_, i) => [i]);
  const [feuille] = lireClasseur(fabriquerClasseur([{ nom: 'F', lignes }]), { nom: null }).feuilles;
  expect([feuille?.tronquee, feuille?.derniereLigne]).toEqual([false, PLAFOND_LIGNES]);
});

test('une feuille très large est bornée en cellules', () => {
  const feuille = lireBrut({ donnees: `<row>${'<c><v>1</v></c>'.repeat(10_000)}</row>`.repeat(30) });
  expect([feuille.tronquee, feuille.cellules.size]).toEqual([true, 250_000]);
});

test('la lecture XML s’arrête dès que son lecteur a fini', () => {
  const archive = ouvrirArchive(classeurBrut({ donnees: '<row r="1"/>'.repeat(500_000) }));
  const avant = archive.budget.octets;
  let lignes = 0;
  lireXml(archive, trouverPartie(archive, FEUILLE)!, { ouvrir: () => void lignes++, fini: () => true });
  expect(lignes).toBeLessThan(500_000);
  expect(avant - archive.budget.octets).toBeLessThan(archive.octets.length * 1032);
});
