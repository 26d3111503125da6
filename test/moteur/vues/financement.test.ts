import { controler } from '../../../src/moteur/vues/vues';
import type { EtatParite, LigneFinancement } from '../../../src/moteur/vues/financement';
import { lireExemple, retoucher, type Retouches } from './aide';

const CONFORME = lireExemple('87-haute-vienne-conforme');
const PLAN = 1;
/** Lignes du plan : objectif 4 en 10, objectif 5 en 11, objectif 9 en 23. G Département, H Etat, I total, J modalités. */
const vue = (retouches: Retouches = {}) => controler(retoucher(CONFORME, PLAN, retouches)).financement!;
const ligne = (numero: number, retouches: Retouches = {}): LigneFinancement => vue(retouches).lignes.find(({ objectif }) => objectif === numero)!;
const dit = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ');

describe('parité de l’objectif 4', () => {
  test.each<[string, Retouches, EtatParite, number]>([
    ['tenue à l’euro', { G10: 90_000, H10: 90_000 }, 'tenue', 0],
    ['un euro de moins est toléré', { G10: 89_999, H10: 90_000 }, 'tenue', 0],
    ['deux euros de moins', { G10: 89_998, H10: 90_000 }, 'manquee', 2],
    ['Département vide', { G10: null, H10: 90_000 }, 'manquee', 90_000],
    ['sans part de l’Etat', { G10: 90_000, H10: null }, 'sans_etat', 0],
    ['montant en texte lisible : l’écart reste dit', { G10: '60 000 €', H10: 90_000 }, 'manquee', 30_000],
    ['montant illisible', { G10: 'à voir', H10: 90_000 }, 'illisible', 0],
    ['montant en erreur', { G10: { erreur: '#REF!' }, H10: 90_000 }, 'illisible', 0],
  ])('%s', (_, retouches, parite, manque) => {
    const lue = ligne(4, retouches);
    expect([lue.parite, lue.manque]).toEqual([parite, manque]);
  });
});

test('objectif 9, sur l’ONDAM : à justifier, pas non tenue', () => {
  expect(ligne(9, { G23: 0, H23: 140_000 }).parite).toBe('a_justifier');
});

test('le total est calculé ; celui du plan est à côté', () => {
  const lue = ligne(4, { G10: 60_000, H10: 50_000, I10: 95_000 });
  expect([lue.total.euros, lue.inscrit?.euros, dit(lue.total.texte)]).toEqual([110_000, 95_000, '110 000 €']);
});

test('une formule sans valeur n’est pas un zéro', () => {
  expect(ligne(4, { G10: '=FONCTION.INCONNUE(1)', H10: 50_000 })).toMatchObject({ departement: { euros: null, texte: 'non calculé' }, parite: 'illisible' });
});

test.each([
  ['FIR', false],
  ['PLF', true],
  ['', false],
])('source « %s » de l’objectif 5 : interdite %s', (modalite, interdite) => {
  expect(ligne(5, { J11: modalite }).source).toMatchObject({ ecrite: modalite, interdite, releve: 'du FIR' });
});

test('le total du contrat est la somme des objectifs', () => {
  const { contrat, lignes } = vue();
  const somme = lignes.reduce((total, { departement, etat }) => total + (departement.euros ?? 0) + (etat.euros ?? 0), 0);
  expect(contrat.total.euros).toBe(somme);
  expect(contrat.inscrit?.euros).toBe(somme);
  expect(contrat.local).toBe(0);
});

test('un montant illisible rend le total illisible, jamais trop petit', () => {
  expect(vue({ G10: 'à voir' }).contrat.total.euros).toBeNull();
});

test('les enveloppes : totaux, bornes, état', () => {
  expect(vue().enveloppes.map(({ enveloppe, etat }) => [enveloppe, etat])).toEqual([['FIR', 'dans_les_bornes'], ['P304', 'dans_les_bornes'], ['ONDAM', 'dans_les_bornes']]);
  const fir = vue({ H7: 2_000_000 }).enveloppes[0]!;
  expect([fir.etat, fir.maximum]).toEqual(['au_dessus', 1_000_000]);
  expect(vue({ H23: 20_000 }).enveloppes[2]!.etat).toBe('au_dessous');
  expect(vue({ H23: null }).enveloppes[2]!.etat).toBe('vide');
});

test('chaque montant mène à sa cellule', () => {
  const { departement, etat } = ligne(4);
  expect([departement.emplacement, etat.emplacement]).toEqual([expect.objectContaining({ ligne: 10, colonne: 7 }), expect.objectContaining({ ligne: 10, colonne: 8 })]);
});
