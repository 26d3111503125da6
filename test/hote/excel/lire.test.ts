/** @jest-environment jsdom */
import { celluleDe } from '../../../src/classeur/instantane';
import type { Feuille, Plage } from '../../../src/classeur/instantane';
import { supprimerFeuille } from '../../hote-excel/classes-feuille';
import { installerBanc } from '../../hote-excel/essai-excel';
import { feuille, instantane } from '../../hote-excel/fabrique';
import type { CelluleCourte } from '../../hote-excel/fabrique';
import { celluleEmulee, feuilleNommee } from '../../hote-excel/modele';

const banc = installerBanc({ plafondOctets: 5_000_000 });

const plage = (ligne: number, colonne: number, derniereLigne: number, derniereColonne: number): Plage => ({
  ligne,
  colonne,
  derniereLigne,
  derniereColonne,
});

async function lireUne(source: Feuille): Promise<Feuille> {
  banc.ouvrir(instantane([source]));
  return (await banc.hote().lire()).feuilles[0]!;
}

/** Feuille pleine : `lignes` × `colonnes` nombres. */
function pleine(nom: string, lignes: number, colonnes: number): void {
  const cible = feuilleNommee(banc.emule.classeur(), nom);
  for (let ligne = 1; ligne <= lignes; ligne += 1) {
    for (let colonne = 1; colonne <= colonnes; colonne += 1) celluleEmulee(cible, ligne, colonne).valeur = ligne * colonne;
  }
}

describe('valeurs', () => {
  const cas: readonly (readonly [string, CelluleCourte, object])[] = [
    ['un nombre', 42, { valeur: 42, formule: null }],
    ['zéro, qui n’est pas vide', 0, { valeur: 0, formule: null }],
    ['un texte', 'ND', { valeur: 'ND', formule: null }],
    ['un texte qui ressemble à un nombre', '3 867', { valeur: '3 867', formule: null }],
    ['un booléen', true, { valeur: true, formule: null }],
    ['une erreur constante', { erreur: '#N/A' }, { valeur: { erreur: '#N/A' }, formule: null }],
    ['une formule', { formule: '=D7/D9', valeur: 0.25 }, { valeur: 0.25, formule: '=D7/D9' }],
    ['une formule en erreur', { formule: '=D7/D9', valeur: { erreur: '#DIV/0!' } }, { valeur: { erreur: '#DIV/0!' }, formule: '=D7/D9' }],
    ['une formule qui rend une chaîne vide', { formule: '=IFERROR(A1,"")', valeur: '' }, { valeur: '', formule: '=IFERROR(A1,"")' }],
    ['un texte qui commence par « = »', { valeur: '=à revoir' }, { valeur: '=à revoir', formule: null }],
    ['une date, qui reste un nombre', { valeur: 43831, format: 'dd/mm/yyyy' }, { valeur: 43831, format: 'dd/mm/yyyy' }],
    ['une cellule vide qui a un format', { format: '0.0%' }, { valeur: null, format: '0.0%' }],
    ['une cellule déverrouillée', { valeur: 1, verrouillee: false }, { valeur: 1, verrouillee: false }],
  ];
  test.each(cas)('%s', async (_nom, courte, attendue) => {
    const lue = await lireUne(feuille('F', { A1: 'ancre', C3: courte, D5: 'ancre' }));
    expect(celluleDe(lue, 3, 3)).toMatchObject(attendue);
  });

  test('une cellule ni écrite ni mise en forme n’est pas rendue', async () => {
    const lue = await lireUne(feuille('F', { A1: 1, C3: 2 }));
    expect([...lue.cellules.values()].map(({ ligne, colonne }) => [ligne, colonne])).toEqual([[1, 1], [3, 3]]);
    expect(lue).toMatchObject({ derniereLigne: 3, derniereColonne: 3, tronquee: false });
  });

  test('une feuille vide ne lève rien', async () => {
    expect(await lireUne(feuille('Vide'))).toMatchObject({ nom: 'Vide', derniereLigne: 0, derniereColonne: 0, fusions: [] });
  });
});

describe('structure', () => {
  test('fusions, masques, volets, protection, visibilité, tableaux, noms', async () => {
    const source = feuille("Plan d'action, v2", { A1: 'x', J40: 'y' }, {
      visibilite: 'tres_masquee',
      protegee: true,
      fusions: [plage(4, 1, 5, 2), plage(7, 3, 9, 3)],
      lignesMasquees: new Set([12]),
      colonnesMasquees: new Set([4]),
      figees: { lignes: 3, colonnes: 0 },
      tableaux: [{ nom: 'Tableau1', plage: plage(20, 1, 25, 4), lignesEnTete: 1 }],
    });
    const noms = [{ nom: 'Naissances', feuille: null, formule: "'Plan d''action, v2'!$D$9" }, { nom: 'Local', feuille: source.id, formule: '#REF!' }];
    const classeur = banc.ouvrir(instantane([source], noms));
    const lu = await banc.hote().lire();
    const { id } = classeur.feuilles[0]!;
    expect(lu.feuilles[0]).toMatchObject({
      id,
      nom: "Plan d'action, v2",
      visibilite: 'tres_masquee',
      protegee: true,
      fusions: source.fusions,
      lignesMasquees: source.lignesMasquees,
      colonnesMasquees: source.colonnesMasquees,
      figees: source.figees,
      tableaux: source.tableaux,
    });
    expect(lu.feuilles[0]!.fusionsInconnues).toBeUndefined();
    expect(lu).toMatchObject({ nom: 'classeur.xlsx', calcul: 'vivant', noms: [noms[0], { ...noms[1], feuille: id }] });
  });

  test.each([
    [{ lignes: 0, colonnes: 2 }],
    [{ lignes: 5, colonnes: 3 }],
    [{ lignes: 0, colonnes: 0 }],
  ])('volets figés %o', async (figees) => {
    expect((await lireUne(feuille('F', { A1: 1 }, { figees }))).figees).toEqual(figees);
  });

  test('un calcul manuel en attente : les valeurs ne font plus foi', async () => {
    banc.ouvrir(instantane([feuille('F', { A1: 1 })])).etatCalcul = 'Pending';
    expect((await banc.hote().lire()).calcul).toBe('enregistre');
  });
});

describe('échanges', () => {
  const annexes = [
    feuille('Tableau de bord', { A1: 'titre', J67: 'dernière' }, { fusions: [plage(6, 1, 11, 1)] }),
    feuille("Plan d'action", { A1: 'titre', J38: 'dernière' }),
  ];

  test('un classeur officiel se lit en deux échanges, références libérées', async () => {
    banc.ouvrir(instantane(annexes));
    await banc.hote().lire();
    expect(banc.emule.compteurs.sync).toBe(2);
  });

  test('une grosse feuille étrangère demande le troisième, lue jusqu’au plafond et dite tronquée', async () => {
    banc.ouvrir(instantane([...annexes, feuille('Export', {})]));
    pleine('Export', 6_000, 12);
    const { feuilles } = await banc.hote().lire();
    expect(banc.emule.compteurs.sync).toBe(3);
    expect(feuilles.map(({ tronquee }) => tronquee)).toEqual([false, false, true]);
    expect(feuilles[2]).toMatchObject({ derniereLigne: 6_000, derniereColonne: 12 });
    const lues = [...feuilles[2]!.cellules.values()];
    expect(Math.max(...lues.map(({ ligne }) => ligne))).toBe(2_000);
    expect(celluleDe(feuilles[2]!, 2_000, 12)!.valeur).toBe(24_000);
  });

  test('une annexe qui dépasse la fenêtre est lue en entier', async () => {
    banc.ouvrir(instantane([...annexes, feuille('Longue', { A1: 'x', B180: 'fin', Z2: 'large' }, { lignesMasquees: new Set([150]), colonnesMasquees: new Set([24]) })]));
    const { feuilles } = await banc.hote().lire();
    expect(banc.emule.compteurs.sync).toBe(3);
    expect(feuilles[2]).toMatchObject({ tronquee: false, lignesMasquees: new Set([150]), colonnesMasquees: new Set([24]) });
    expect(celluleDe(feuilles[2]!, 180, 2)!.valeur).toBe('fin');
    expect(celluleDe(feuilles[2]!, 2, 26)!.valeur).toBe('large');
  });

  test('une feuille très large se lit par bandes : rien ne se décale', async () => {
    banc.ouvrir(instantane([feuille('Large', { A1: 'x', IV300: 'coin', C200: { valeur: 1, verrouillee: false } }, { lignesMasquees: new Set([1, 200]) })]));
    const [lue] = (await banc.hote().lire()).feuilles;
    expect(lue).toMatchObject({ lignesMasquees: new Set([1, 200]), tronquee: false, derniereLigne: 300, derniereColonne: 256 });
    expect(celluleDe(lue!, 300, 256)!.valeur).toBe('coin');
    expect(celluleDe(lue!, 200, 3)).toMatchObject({ valeur: 1, verrouillee: false });
    expect(banc.emule.compteurs.sync).toBe(6);
  });

  test('vingt-cinq feuilles pleines passent sous 5 Mo par échange', async () => {
    const noms = Array.from({ length: 25 }, (_, rang) => `Feuille ${rang + 1}`);
    banc.ouvrir(instantane(noms.map((nom) => feuille(nom))));
    for (const nom of noms) pleine(nom, 120, 20);
    const { feuilles } = await banc.hote().lire();
    expect(feuilles).toHaveLength(25);
    expect(feuilles.every(({ cellules }) => cellules.size === 2_400)).toBe(true);
    expect(banc.emule.compteurs.sync).toBe(4);
  });
});

describe('pannes', () => {
  const simple = () => banc.ouvrir(instantane([feuille('A', { A1: 1 }), feuille('B', { A1: 2 })]));

  test('cellule en cours de saisie : on le dit, sans attendre', async () => {
    simple();
    banc.emule.panne({ statut: 5004 });
    await expect(banc.hote().lire()).rejects.toMatchObject({ name: 'ErreurHote', motif: 'edition', message: expect.stringContaining('Entrée') });
  });

  test('réponse trop grande : relu en plus petits échanges', async () => {
    simple();
    banc.emule.panne({ statut: 5104 });
    expect((await banc.hote().lire()).feuilles).toHaveLength(2);
  });

  test('toujours trop grande : on le dit', async () => {
    simple();
    for (let fois = 0; fois < 6; fois += 1) banc.emule.panne({ statut: 5104 });
    await expect(banc.hote().lire()).rejects.toMatchObject({ motif: 'trop_grand', message: expect.stringContaining('volumineux') });
  });

  test('feuille supprimée pendant la lecture : relu une fois sans elle', async () => {
    const classeur = simple();
    banc.emule.panne({ avant: 'GetUsedRangeOrNullObject', faire: () => supprimerFeuille(classeur, feuilleNommee(classeur, 'B')) });
    expect((await banc.hote().lire()).feuilles.map(({ nom }) => nom)).toEqual(['A']);
  });

  test('des feuilles disparaissent sans cesse : on le dit', async () => {
    const classeur = banc.ouvrir(instantane(['A', 'B', 'C'].map((nom) => feuille(nom, { A1: nom }))));
    // Deux lectures de deux échanges : une feuille part au deuxième de chacune.
    for (const [nom, requete] of [['B', 2], ['C', 4]] as const) {
      banc.emule.panne({ avant: 'GetUsedRangeOrNullObject', requete, faire: () => supprimerFeuille(classeur, feuilleNommee(classeur, nom)) });
    }
    await expect(banc.hote().lire()).rejects.toMatchObject({ motif: 'interne', message: expect.stringContaining('supprimée') });
  });

  test('session perdue : hors ligne', async () => {
    simple();
    banc.emule.panne({ statut: 5012 });
    await expect(banc.hote().lire()).rejects.toMatchObject({ motif: 'hors_ligne' });
  });

  test('plus de 512 fusions dans une feuille étrangère : les autres gardent les leurs', async () => {
    const fusions = Array.from({ length: 600 }, (_, rang) => plage(rang + 1, 1, rang + 1, 2));
    banc.ouvrir(instantane([feuille('Annexe', { A1: 1 }, { fusions: [plage(2, 1, 3, 1)] }), feuille('Export', { A1: 1 }, { fusions })]));
    const { feuilles } = await banc.hote().lire();
    expect(feuilles[0]!.fusions).toEqual([plage(2, 1, 3, 1)]);
    expect(feuilles[1]!.fusions).toHaveLength(120);
  });
});

test('les formules sont gardées aussi telles qu’Excel les affiche, et elles seules', async () => {
  banc.ouvrir(instantane([feuille('F', { A1: { formule: '=IFERROR(B1/C1,0.5)', valeur: 0.5 }, A2: { formule: '=B1*2', valeur: 4 }, B1: 2, C1: 'texte' })]));
  const { formulesLocales } = await banc.hote().lire();
  expect([...formulesLocales!]).toEqual([['=IFERROR(B1/C1,0.5)', '=SIERREUR(B1/C1;0,5)'], ['=B1*2', '=B1*2']]);
});
