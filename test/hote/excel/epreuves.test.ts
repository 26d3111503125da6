/** @jest-environment jsdom */
/** L'écriture éprouvée : échanges et octets comptés, pannes à chaque requête, gestes de coauteurs, annulation. */
import type { Feuille } from '../../../src/classeur/instantane';
import { annulerDerniere, JOURNAL_VIDE, noter } from '../../../src/corrections/journal';
import { identiteNouvelle } from '../../../src/corrections/plan';
import type { Ecriture } from '../../../src/corrections/plan';
import { celluleDe } from '../../../src/classeur/instantane';
import { supprimerFeuille } from '../../hote-excel/classes-feuille';
import { ErreurExcel } from '../../hote-excel/erreurs';
import { installerBanc } from '../../hote-excel/essai-excel';
import { ecriture, feuille, instantane } from '../../hote-excel/fabrique';
import type { CelluleCourte } from '../../hote-excel/fabrique';
import { celluleA1, nouvelleFeuille } from '../../hote-excel/modele';
import type { ClasseurEmule, FeuilleEmulee } from '../../hote-excel/modele';
import { instantaneDe } from '../../hote-excel/releve';

const banc = installerBanc({ plafondOctets: 5_000_000 });

function ouvrir(cellules: Readonly<Record<string, CelluleCourte>>, plus: Partial<Feuille> = {}): { classeur: ClasseurEmule; f: FeuilleEmulee; g: FeuilleEmulee } {
  const classeur = banc.ouvrir(instantane([feuille('F', cellules, plus), feuille('G', { A1: 1, A2: 2 })]));
  const [f, g] = classeur.feuilles as [FeuilleEmulee, FeuilleEmulee];
  return { classeur, f, g };
}

const appliquer = (ecritures: readonly Ecriture[], nouvellesFeuilles?: readonly string[]) =>
  banc.hote().appliquer({ ecritures, ...(nouvellesFeuilles ? { nouvellesFeuilles } : {}) });

const panneExcel = () => {
  throw new ErreurExcel('GeneralException', 'There was an internal error.', 500);
};

/** Contenu et format, sans les cellules vides et neuves que lire fait naître. */
const etatDe = (classeur: ClasseurEmule) =>
  instantaneDe(classeur).feuilles.map(({ nom, cellules }) => [nom, [...cellules.values()].filter(({ valeur, formule, format }) => valeur !== null || formule !== null || format !== 'General').sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne)]);

describe('ce que coûte une application', () => {
  test.each([1, 20, 300])('%i cellules : deux échanges, des octets à proportion', async (nombre) => {
    const { f } = ouvrir({});
    const ecritures = Array.from({ length: nombre }, (_, rang) => ecriture(f.id, `D${rang + 1}`, null, '=IF(D9=0,"",D7/D9)'));
    expect(await appliquer(ecritures)).toMatchObject({ etat: 'applique', ecrites: { length: nombre } });
    const { sync, octetsEnvoyes, octetsRecus } = banc.emule.compteurs;
    expect(sync).toBe(2);
    expect(octetsEnvoyes).toBeLessThan(6_000 + 1_500 * nombre);
    expect(octetsRecus).toBeLessThan(3_000 + 700 * nombre);
  });

  test('plusieurs feuilles et une feuille ajoutée : toujours deux échanges', async () => {
    const { f, g } = ouvrir({ A1: 1 });
    await appliquer([ecriture(f.id, 'A1', 1, 2), ecriture(g.id, 'A2', 2, 3), ecriture(identiteNouvelle('Sources'), 'A1', null, 'x')], ['Sources']);
    expect(banc.emule.compteurs.sync).toBe(2);
  });

  test('un refus ne coûte que la relecture', async () => {
    const { f } = ouvrir({ A1: 1 });
    expect(await appliquer([ecriture(f.id, 'A1', 9, 2)])).toMatchObject({ etat: 'refuse' });
    expect(banc.emule.compteurs.sync).toBe(1);
  });

  test('plus de 512 fusions dans le rectangle : relues cellule par cellule, un échange de plus', async () => {
    const fusions = Array.from({ length: 600 }, (_, rang) => ({ ligne: rang + 2, colonne: 2, derniereLigne: rang + 2, derniereColonne: 3 }));
    const { f } = ouvrir({ A1: 1, D700: 2 }, { fusions });
    const [saine, couverte] = [ecriture(f.id, 'A1', 1, 5), ecriture(f.id, 'C300', null, 6)];
    const coin = ecriture(f.id, 'D700', 2, 7);
    expect(await appliquer([saine, couverte, coin])).toMatchObject({ etat: 'refuse', raisons: [{ message: expect.stringContaining('fusionnées B300:C300 : écrivez dans B300') }] });
    expect(await appliquer([saine, coin])).toMatchObject({ etat: 'applique' });
  });
});

describe('refuser encore', () => {
  test('la même cellule deux fois dans un lot', async () => {
    const { f } = ouvrir({ A1: 1 });
    expect(await appliquer([ecriture(f.id, 'A1', 1, 2), ecriture(f.id, 'A1', 1, 3)])).toMatchObject({
      etat: 'refuse', raisons: [{ emplacement: { feuille: f.id, ligne: 1, colonne: 1 }, message: expect.stringContaining('visée deux fois') }],
    });
    expect(celluleA1(f, 'A1').valeur).toBe(1);
  });

  test.each([['l’ancre', 'C3', '=A1:A3'], ['une cellule où la formule déborde', 'C4', 2]])('un débordement : %s', async (_nom, adresse, avant) => {
    const { f } = ouvrir({ A1: 1, C3: { formule: '=A1:A3', valeur: 1 }, C4: 2 });
    f.debordements = [{ ligne: 3, colonne: 3, derniereLigne: 5, derniereColonne: 3 }];
    expect(await appliquer([ecriture(f.id, 'A1', 1, 5), ecriture(f.id, adresse, avant, 9)])).toMatchObject({ etat: 'refuse', raisons: [{ message: expect.stringContaining('formule matricielle') }] });
    expect([celluleA1(f, 'A1').valeur, celluleA1(f, 'C4').valeur]).toEqual([1, 2]);
  });

  test('toutes les raisons d’un lot, chacune sur sa cellule', async () => {
    const { f } = ouvrir({ A1: 1, A2: 2, A3: { valeur: 3, verrouillee: false } }, { protegee: true });
    const resultat = await appliquer([ecriture(f.id, 'A1', 1, 9), ecriture(f.id, 'A2', 2, 9), ecriture(f.id, 'A3', 8, 9)]);
    if (resultat.etat !== 'refuse') throw new Error(resultat.etat);
    expect(resultat.raisons.map(({ emplacement, message }) => [emplacement.ligne, /verrouillée|a changé/.exec(message)?.[0]])).toEqual([[1, 'verrouillée'], [2, 'verrouillée'], [3, 'a changé']]);
  });
});

describe('une panne, à chaque action de l’écriture', () => {
  const depart = { A1: { valeur: '5', format: '@' }, A2: '=A1', A3: 3, A4: { valeur: 0.2, format: '0.0%' } } as const;
  const plan = (f: FeuilleEmulee, g: FeuilleEmulee) => [ecriture(f.id, 'A1', '5', 5), ecriture(f.id, 'A2', '=A1', '=A1*2'), ecriture(g.id, 'A1', 1, 4), ecriture(f.id, 'A4', 0.2, null), ecriture(identiteNouvelle('Sources'), 'A1', null, 'x')];

  test.each([
    ...[1, 2, 3, 4, 5].map((fois) => ['Formulas', fois] as const),
    ['NumberFormat', 1] as const, ['Add', 1] as const, ['EnableEvents', 1] as const, ['EnableEvents', 2] as const,
  ])('%s, %i : rien ne reste, les événements sont rétablis', async (avant, fois) => {
    const { classeur, f, g } = ouvrir(depart);
    const origine = etatDe(classeur);
    banc.emule.panne({ avant, fois, requete: 2, faire: panneExcel });
    expect(await appliquer(plan(f, g), ['Sources'])).toMatchObject({ etat: 'echec', restantes: [], message: expect.stringContaining('Rien n’a été modifié') });
    expect(etatDe(classeur)).toEqual(origine);
    expect(classeur.evenementsActifs).toBe(true);
  });

  // Écriture (2) coupée à mi-chemin, puis une panne à chacune des requêtes du retour.
  test.each([3, 4, 5, 6, 7])('la requête %i du retour échoue aussi : on le dit, les événements sont rétablis', async (requete) => {
    const { classeur, f, g } = ouvrir(depart);
    const origine = etatDe(classeur);
    banc.emule.panne({ avant: 'Formulas', fois: 3, requete: 2, faire: panneExcel });
    banc.emule.panne({ statut: 5012, requete });
    const resultat = await appliquer(plan(f, g), ['Sources']);
    if (resultat.etat !== 'echec') throw new Error(resultat.etat);
    // Ce qui reste écrit est toujours nommé.
    if (JSON.stringify(etatDe(classeur)) !== JSON.stringify(origine)) expect(resultat.restantes.length).toBeGreaterThan(0);
    expect(resultat.message).not.toBe('');
    expect(classeur.evenementsActifs).toBe(true);
  });

  test('tout échoue, jusqu’au rétablissement des événements : on le dit, et la prochaine écriture les rétablit', async () => {
    const { classeur, f } = ouvrir({ A1: 1, A2: 2 });
    banc.emule.panne({ avant: 'Formulas', fois: 2, requete: 2, faire: panneExcel });
    for (const requete of [3, 4]) banc.emule.panne({ statut: 5012, requete });
    const resultat = await appliquer([ecriture(f.id, 'A1', 1, 10), ecriture(f.id, 'A2', 2, 20)]);
    expect(resultat).toMatchObject({ etat: 'echec', restantes: { length: 2 }, message: expect.stringContaining('ne sont plus suivis') });
    expect(classeur.evenementsActifs).toBe(false);
    expect(await appliquer([ecriture(f.id, 'A2', 99, 20)])).toMatchObject({ etat: 'refuse' });
    expect(classeur.evenementsActifs).toBe(true);
  });

  test('une boîte de dialogue ouverte, découverte à la première cellule : rien d’écrit, événements rétablis', async () => {
    const { classeur, f } = ouvrir({ A1: 1 });
    banc.emule.panne({ avant: 'Formulas', requete: 2, faire: () => { throw new ErreurExcel('WriteNotSupportedWhenModalDialogOpen', 'Dialog.'); } });
    await expect(appliquer([ecriture(f.id, 'A1', 1, 2)])).rejects.toMatchObject({ motif: 'edition' });
    expect([celluleA1(f, 'A1').valeur, classeur.evenementsActifs]).toEqual([1, true]);
  });

  test('cellule en cours de saisie dès la relecture', async () => {
    const { classeur, f } = ouvrir({ A1: 1 });
    banc.emule.panne({ statut: 5004 });
    await expect(appliquer([ecriture(f.id, 'A1', 1, 2)])).rejects.toMatchObject({ motif: 'edition', message: expect.stringContaining('Validez-la (Entrée)') });
    expect([celluleA1(f, 'A1').valeur, classeur.evenementsActifs]).toEqual([1, true]);
  });

  test('un lot qu’Excel trouve trop grand : rien n’est écrit, on le dit', async () => {
    const { classeur, f } = ouvrir({ A1: null });
    const enorme = Array.from({ length: 170 }, (_, rang) => ecriture(f.id, `A${rang + 1}`, null, 'é'.repeat(30_000)));
    await expect(appliquer(enorme)).rejects.toMatchObject({ motif: 'trop_grand' });
    expect([celluleA1(f, 'A1').valeur, classeur.evenementsActifs]).toEqual([null, true]);
  });
});

describe('gestes d’un coauteur entre la relecture et l’écriture', () => {
  test('une des deux feuilles est supprimée : l’autre est remise, rien ne reste à vérifier', async () => {
    const { classeur, f, g } = ouvrir({ A1: 1 });
    banc.emule.panne({ avant: 'Formulas', fois: 1, requete: 2, faire: () => supprimerFeuille(classeur, g) });
    const resultat = await appliquer([ecriture(f.id, 'A1', 1, 10), ecriture(g.id, 'A1', 1, 10)]);
    expect(resultat).toMatchObject({ etat: 'echec', restantes: [], message: expect.stringContaining('supprimée') });
    expect([celluleA1(f, 'A1').valeur, classeur.evenementsActifs]).toEqual([1, true]);
  });

  test('il crée la feuille que nous allions créer : son travail n’est pas supprimé', async () => {
    const { classeur, f } = ouvrir({ A1: 1 });
    const creer = () => { celluleA1(nouvelleFeuille(classeur, 'Sources'), 'B2').valeur = 'travail d’un autre'; };
    banc.emule.panne({ avant: 'EnableEvents', requete: 2, faire: creer });
    const resultat = await appliquer([ecriture(identiteNouvelle('Sources'), 'A1', null, 'x'), ecriture(f.id, 'A1', 1, 2)], ['Sources']);
    expect(resultat).toMatchObject({ etat: 'echec', restantes: [] });
    expect(classeur.feuilles.map(({ nom }) => nom)).toEqual(['F', 'G', 'Sources']);
    expect([celluleA1(classeur.feuilles[2]!, 'B2').valeur, celluleA1(f, 'A1').valeur]).toEqual(['travail d’un autre', 1]);
  });

  test('il protège la feuille après notre première écriture : seule la cellule écrite reste en cause', async () => {
    const { f } = ouvrir({ A1: 1, A2: 2 });
    banc.emule.panne({ avant: 'Formulas', fois: 2, requete: 2, faire: () => { f.protegee = true; } });
    const resultat = await appliquer([ecriture(f.id, 'A1', 1, 10), ecriture(f.id, 'A2', 2, 20)]);
    expect(resultat).toMatchObject({ etat: 'echec', restantes: [{ feuille: f.id, ligne: 1, colonne: 1 }], message: expect.stringMatching(/protégé.*vérifiez celles qui sont indiquées/) });
    expect([celluleA1(f, 'A1').valeur, celluleA1(f, 'A2').valeur]).toEqual([10, 2]);
  });
});

describe('annuler par le plan inverse', () => {
  test('tout revient, en deux échanges ; une cellule retouchée depuis fait tout refuser', async () => {
    const { classeur, f, g } = ouvrir({ A1: 1, A2: '=A1', A3: 'texte', A4: { valeur: 0.2, format: '0.0%' } });
    const origine = etatDe(classeur);
    const plan = { ecritures: [ecriture(f.id, 'A1', 1, '=A4'), ecriture(f.id, 'A2', '=A1', 5), ecriture(f.id, 'A3', 'texte', null), ecriture(f.id, 'A4', 0.2, 0.5), ecriture(f.id, 'B9', null, 7), ecriture(g.id, 'A1', 1, 3)] };
    expect(await banc.hote().appliquer(plan)).toMatchObject({ etat: 'applique' });
    const inverse = annulerDerniere(noter(JOURNAL_VIDE, 'Essai', plan))!.plan;
    celluleA1(g, 'A1').valeur = 4;
    expect(await banc.hote().appliquer(inverse)).toMatchObject({ etat: 'refuse', raisons: { length: 1 } });
    expect(celluleA1(f, 'A2').valeur).toBe(5);
    celluleA1(g, 'A1').valeur = 3;
    const avant = banc.emule.compteurs.sync;
    expect(await banc.hote().appliquer(inverse)).toMatchObject({ etat: 'applique' });
    expect(banc.emule.compteurs.sync - avant).toBe(2);
    expect(etatDe(classeur)).toEqual(origine);
  });

  test('un texte qui ressemble à un nombre revient texte', async () => {
    const { f } = ouvrir({ A1: '3 867', A2: '=à revoir' });
    const plan = { ecritures: [ecriture(f.id, 'A1', '3 867', 3867)] };
    await banc.hote().appliquer(plan);
    await banc.hote().appliquer(annulerDerniere(noter(JOURNAL_VIDE, 'Essai', plan))!.plan);
    const [lue] = (await banc.hote().lire()).feuilles;
    expect(celluleDe(lue!, 1, 1)).toMatchObject({ valeur: '3 867', formule: null });
  });
});
