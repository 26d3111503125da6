import { controler, type Vues } from '../../../src/moteur/vues/vues';
import { formatA1 } from '../../../src/classeur/adresse';
import type { Instantane } from '../../../src/classeur/instantane';
import { lireExemple, retoucher, type Exemple } from './aide';

const EXEMPLES: readonly Exemple[] = ['87-haute-vienne-conforme', '87-haute-vienne-anomalies', '57-moselle-variante', 'annexe-5-vierge'];
const VIDE: Instantane = { nom: null, calcul: 'enregistre', dates1904: false, feuilles: [], noms: [] };

test.each([...EXEMPLES.map((nom) => [nom, lireExemple(nom)] as const), ['classeur vide', VIDE] as const])('%s : tout passe un worker', (_, instantane) => {
  const vues = controler(instantane);
  expect(structuredClone(vues)).toEqual(vues);
});

test('modèle vierge : par quoi commencer, et où', () => {
  const { demarrage, rapport } = controler(lireExemple('annexe-5-vierge'));
  expect(rapport.verdict).toBe('a_remplir');
  expect(demarrage.map(({ titre, emplacement }) => [titre, emplacement && formatA1(emplacement.ligne, emplacement.colonne)])).toEqual([
    ['Le diagnostic 2019', 'D7'], ['Les cibles 2020-2022', 'G10'], ['Les actions', 'C7'], ['Les financements', 'G7'],
  ]);
});

test('classeur commencé : plus rien à en dire', () => {
  expect(controler(lireExemple('87-haute-vienne-conforme')).demarrage).toEqual([]);
});

test('sans feuille reconnue, aucune vue, aucune panne', () => {
  const { cibles, financement, rattachables, demarrage } = controler(VIDE);
  expect([cibles, financement, rattachables, demarrage]).toEqual([null, null, { tableau: null, plan: null }, []]);
});

describe('ce qui peut se rattacher', () => {
  const rattachables = (vues: Vues) => vues.rattachables;

  test('classeur officiel : tout est reconnu', () => {
    const { tableau, plan } = rattachables(controler(lireExemple('87-haute-vienne-conforme')));
    expect(tableau!.places.filter(({ colonne }) => colonne === null)).toEqual([]);
    expect(plan!.places.filter(({ colonne }) => colonne === null)).toEqual([]);
    expect([tableau!.indicateursInconnus, tableau!.objectifsInconnus, plan!.objectifsInconnus]).toEqual([[], [], []]);
    expect(tableau!.colonnes.map(({ titre }) => titre)).toContain('D – Niveau des indicateurs en 2019 (diagnostic)');
  });

  const LIBELLE = 'Compteur local des rendez-vous de grossesse';
  const MODIFIE = retoucher(lireExemple('87-haute-vienne-conforme'), 0, { C7: LIBELLE });

  test('un libellé récrit se propose, avec l’indicateur qui manque', () => {
    const { tableau } = rattachables(controler(MODIFIE));
    expect(tableau!.indicateursInconnus.map(({ texte, adresse }) => [texte, adresse])).toEqual([[LIBELLE, 'C7']]);
    expect(tableau!.indicateursManquants).toEqual(['o1-entretiens-cd']);
  });

  test('rattaché, il est reconnu', () => {
    const { rattachables: { tableau }, rapport } = controler(MODIFIE, { rattachements: [{ type: 'indicateur', texte: LIBELLE, code: 'o1-entretiens-cd' }] });
    expect([tableau!.indicateursInconnus, tableau!.indicateursManquants]).toEqual([[], []]);
    expect(rapport.constats.filter(({ code }) => code === 'STR-03')).toEqual([]);
  });

  test('une colonne sans en-tête se désigne', () => {
    const sansEtat = retoucher(lireExemple('87-haute-vienne-conforme'), 1, { H4: 'Autre', H5: 'Autre' });
    const { plan } = rattachables(controler(sansEtat));
    const colonneEtat = (vue: Vues) => vue.rattachables.plan!.places.find(({ role }) => role === 'etat')!.colonne;
    expect(plan!.places.find(({ role }) => role === 'etat')!.colonne).toBeNull();
    expect(colonneEtat(controler(sansEtat, { rattachements: [{ type: 'colonne_plan', feuille: plan!.feuille, colonne: 8, role: 'etat' }] }))).toBe(8);
  });
});
