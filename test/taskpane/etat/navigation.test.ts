import { NAVIGATION_INITIALE, reduireNavigation, voisins, type ActionNavigation, type EtatNavigation } from '../../../src/taskpane/etat/navigation';

const jouer = (...actions: readonly ActionNavigation[]): EtatNavigation => actions.reduce(reduireNavigation, NAVIGATION_INITIALE);

test.each<[string, readonly ActionNavigation[], Partial<EtatNavigation>]>([
  ['ouvrir un constat mène à l’écran Contrôle', [{ type: 'onglet', onglet: 'cibles' }, { type: 'ouvrir', id: 'a' }], { onglet: 'controle', ouvert: 'a', retenu: 'a' }],
  ['fermer revient à la liste, qui le retient', [{ type: 'ouvrir', id: 'a' }, { type: 'fermer' }], { ouvert: null, retenu: 'a' }],
  ['changer d’onglet garde le constat ouvert', [{ type: 'ouvrir', id: 'a' }, { type: 'onglet', onglet: 'cibles' }], { ouvert: 'a', onglet: 'cibles' }],
  ['un onglet ferme les options', [{ type: 'options', ouvertes: true }, { type: 'onglet', onglet: 'cibles' }], { options: false }],
  ['filtrer par gravité', [{ type: 'gravite', gravite: 'alerte' }], { filtre: { groupement: 'objectif', gravite: 'alerte', ignores: false, recherche: '' } }],
  ['presser de nouveau ôte le filtre', [{ type: 'gravite', gravite: 'alerte' }, { type: 'gravite', gravite: 'alerte' }], { filtre: NAVIGATION_INITIALE.filtre }],
  ['les ignorés excluent une gravité', [{ type: 'gravite', gravite: 'alerte' }, { type: 'ignores' }], { filtre: { groupement: 'objectif', gravite: null, ignores: true, recherche: '' } }],
  ['ôter les filtres garde le groupement', [{ type: 'groupement', groupement: 'feuille' }, { type: 'recherche', recherche: 'x' }, { type: 'sans_filtre' }], { filtre: { groupement: 'feuille', gravite: null, ignores: false, recherche: '' } }],
  ['replier, déplier', [{ type: 'replier', cle: '5' }, { type: 'replier', cle: '6' }, { type: 'replier', cle: '5' }], { replies: new Set(['6']) }],
  ['regrouper déplie tout', [{ type: 'replier', cle: '5' }, { type: 'groupement', groupement: 'gravite' }], { replies: new Set() }],
])('%s', (_, actions, attendu) => {
  expect(jouer(...actions)).toMatchObject(attendu);
});

test.each<[string, string, number, ReturnType<typeof voisins>]>([
  ['au milieu', 'b', 0, { precedent: 'a', suivant: 'c', rang: 1 }],
  ['au début', 'a', 0, { precedent: null, suivant: 'b', rang: 0 }],
  ['à la fin', 'c', 0, { precedent: 'b', suivant: null, rang: 2 }],
  ['résolu : on repart de sa place', 'x', 1, { precedent: 'a', suivant: 'b', rang: null }],
  ['résolu, il était le dernier', 'x', 3, { precedent: 'b', suivant: 'c', rang: null }],
  ['résolu, il était le premier', 'x', 0, { precedent: null, suivant: 'a', rang: null }],
])('voisins : %s', (_, courant, dernierRang, attendu) => {
  expect(voisins(['a', 'b', 'c'], courant, dernierRang)).toEqual(attendu);
});

test('liste vide : aucun voisin', () => {
  expect(voisins([], 'a')).toEqual({ precedent: null, suivant: null, rang: null });
});
