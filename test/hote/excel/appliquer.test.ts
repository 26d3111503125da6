/** @jest-environment jsdom */
import { celluleDe } from '../../../src/classeur/instantane';
import type { Feuille } from '../../../src/classeur/instantane';
import type { Ecriture } from '../../../src/corrections/plan';
import { creerServiceValeurs } from '../../../src/formules/valeurs';
import { supprimerFeuille } from '../../hote-excel/classes-feuille';
import { ErreurExcel } from '../../hote-excel/erreurs';
import { installerBanc } from '../../hote-excel/essai-excel';
import { ecriture, feuille, instantane } from '../../hote-excel/fabrique';
import type { CelluleCourte } from '../../hote-excel/fabrique';
import { celluleA1, feuilleNommee } from '../../hote-excel/modele';
import type { ClasseurEmule, FeuilleEmulee } from '../../hote-excel/modele';

const banc = installerBanc();

/** Une feuille « F » ouverte dans l'hôte émulé. */
function ouvrir(cellules: Readonly<Record<string, CelluleCourte>>, plus: Partial<Feuille> = {}): { classeur: ClasseurEmule; f: FeuilleEmulee } {
  const classeur = banc.ouvrir(instantane([feuille('F', cellules, plus)]));
  return { classeur, f: feuilleNommee(classeur, 'F') };
}

const appliquer = (ecritures: readonly Ecriture[], nouvellesFeuilles?: readonly string[]) =>
  banc.hote().appliquer({ ecritures, ...(nouvellesFeuilles ? { nouvellesFeuilles } : {}) });

const plage = (ligne: number, colonne: number, derniereLigne: number, derniereColonne: number) => ({ ligne, colonne, derniereLigne, derniereColonne });

describe('écrire', () => {
  test('formules, nombres, textes, vides : une relecture et une écriture, événements rétablis', async () => {
    const { classeur, f } = ouvrir({ D7: 1, D8: '=D7', D9: 'à ôter', D10: null, D11: { valeur: 0.2, format: '0.0%' } });
    const resultat = await appliquer([
      ecriture(f.id, 'D7', 1, '=D5/D6'),
      ecriture(f.id, 'D8', '=D7', 12.5),
      ecriture(f.id, 'D9', 'à ôter', null),
      ecriture(f.id, 'D10', null, 'programme 304'),
      ecriture(f.id, 'D11', 0.2, 0.25),
    ]);
    expect(resultat).toMatchObject({ etat: 'applique', ecrites: { length: 5 } });
    const lues = ['D7', 'D8', 'D9', 'D10', 'D11'].map((adresse) => celluleA1(f, adresse));
    expect(lues.map(({ formule, valeur }) => formule ?? valeur)).toEqual(['=D5/D6', 12.5, null, 'programme 304', 0.25]);
    expect(celluleA1(f, 'D11').format).toBe('0.0%');
    expect(banc.emule.compteurs.sync).toBe(2);
    expect(classeur.evenementsActifs).toBe(true);
  });

  test.each(['3 867', '12/05', '10 %', '=à revoir', '+33', '1-2', 'VRAI', 'true', '#N/A', 'mai 2020', "'80-90 %"])(
    'le texte « %s » reste ce texte, sans changer de format',
    async (texte) => {
      const { f } = ouvrir({ A1: 'x' });
      const apres = { valeur: texte };
      expect(await appliquer([{ ...ecriture(f.id, 'A1', 'x', null), apres }])).toMatchObject({ etat: 'applique' });
      expect(celluleA1(f, 'A1')).toMatchObject({ valeur: texte, formule: null, format: 'General' });
    },
  );

  test('un nombre saisi comme texte redevient un nombre : le format Texte est levé', async () => {
    const { f } = ouvrir({ A1: { valeur: '3867', format: '@' } });
    expect(await appliquer([ecriture(f.id, 'A1', '3867', 3867)])).toMatchObject({ etat: 'applique' });
    expect(celluleA1(f, 'A1')).toMatchObject({ valeur: 3867, format: 'General' });
  });

  test('cellules éparses : toujours un seul aller-retour de relecture', async () => {
    const { f } = ouvrir({ A1: 1, ZZ9000: 2, C400: 3 });
    await appliquer([ecriture(f.id, 'A1', 1, 4), ecriture(f.id, 'ZZ9000', 2, 5), ecriture(f.id, 'C400', 3, 6)]);
    expect([celluleA1(f, 'A1'), celluleA1(f, 'ZZ9000'), celluleA1(f, 'C400')].map(({ valeur }) => valeur)).toEqual([4, 5, 6]);
    expect(banc.emule.compteurs.sync).toBe(2);
    expect(banc.emule.compteurs.octetsRecus).toBeLessThan(10_000);
  });

  test('trois cents écritures en une fois', async () => {
    const { f } = ouvrir({});
    const ecritures = Array.from({ length: 300 }, (_, rang) => ecriture(f.id, `B${rang + 1}`, null, rang));
    expect(await appliquer(ecritures)).toMatchObject({ etat: 'applique' });
    expect(celluleA1(f, 'B300').valeur).toBe(299);
    expect(banc.emule.compteurs.sync).toBe(2);
  });

  test('nos propres écritures n’émettent pas de changement', async () => {
    const { f } = ouvrir({ A1: 1 });
    const changements: unknown[] = [];
    const arreter = await banc.hote().ecouter!((changement) => changements.push(changement));
    await appliquer([ecriture(f.id, 'A1', 1, 2)]);
    await new Promise((fini) => setTimeout(fini, 0));
    expect(changements).toEqual([]);
    await arreter();
  });

  test('une feuille nouvelle et ses cellules', async () => {
    const { classeur } = ouvrir({ A1: 1 });
    const nom = 'Sources du diagnostic';
    const resultat = await appliquer([ecriture(`nouvelle:${nom}`, 'A1', null, 'Cellule'), ecriture(`nouvelle:${nom}`, 'B2', null, '=F!A1')], [nom]);
    expect(resultat).toMatchObject({ etat: 'applique' });
    const ajoutee = feuilleNommee(classeur, nom);
    expect([celluleA1(ajoutee, 'A1').valeur, celluleA1(ajoutee, 'B2').formule]).toEqual(['Cellule', '=F!A1']);
    expect(banc.emule.compteurs.sync).toBe(2);
  });
});

test('Excel recalcule : ce qu’on relit après l’écriture est la valeur de la formule', async () => {
  const source = instantane([feuille('F', { D7: 409, D9: 3406, D10: { formule: '=D9/D7', valeur: 8.3 } })]);
  const classeur = banc.ouvrir(source, (relu) => {
    const service = creerServiceValeurs(relu);
    return (...place) => service.valeur(...place).valeur;
  });
  await appliquer([ecriture(classeur.feuilles[0]!.id, 'D10', '=D9/D7', '=D7/D9')]);
  const [lue] = (await banc.hote().lire()).feuilles;
  expect(celluleDe(lue!, 10, 4)).toMatchObject({ formule: '=D7/D9', valeur: expect.closeTo(0.1201, 4) });
});

describe('refuser en bloc', () => {
  const cas: readonly (readonly [string, Partial<Feuille>, readonly [CelluleCourte, number | string | null, number | string | null], RegExp])[] = [
    ['une valeur qui a changé', {}, [2, 1, 3], /C3 de « F » a changé.*on y attendait 1, on y trouve 2.*relancez le contrôle/],
    ['une formule devenue constante', {}, [2, '=A1', 3], /on y attendait une formule, on y trouve 2/],
    ['une formule qui a changé', {}, ['=A2', '=A1', 3], /sa formule n’est plus la même/],
    ['vide au lieu de zéro', {}, [null, 0, 3], /on y attendait 0, on y trouve une cellule vide/],
    ['une erreur inattendue', {}, [{ valeur: { erreur: '#N/A' } }, 0, 3], /on y trouve une erreur/],
    ['une cellule verrouillée', { protegee: true }, [1, 1, 3], /verrouillée et la feuille est protégée : ôtez la protection/],
    ['une fusion, hors de son ancre', { fusions: [plage(2, 3, 4, 3)] }, [null, null, 3], /fusionnées C2:C4 : écrivez dans C2/],
    ['une matrice', { matrices: [plage(3, 3, 5, 3)] }, [{ formule: '=A1:A3', valeur: 1 }, '=A1:A3', 3], /formule matricielle/],
    ['un tableau structuré', { tableaux: [{ nom: 'Suivi', plage: plage(2, 2, 6, 5), lignesEnTete: 1 }] }, [1, 1, 3], /tableau structuré « Suivi »/],
    ['le format Texte sous protection', { protegee: true }, [{ valeur: '3', format: '@', verrouillee: false }, '3', 3], /format Texte sur une feuille protégée/],
  ];
  test.each(cas)('%s', async (_nom, plus, [presente, avant, apres], attendu) => {
    const { f } = ouvrir({ A1: 1, C3: presente, H9: 'fin' }, plus);
    const saine = { ...ecriture(f.id, 'H9', 'fin', 'écrit') };
    const resultat = await appliquer([ecriture(f.id, 'C3', avant, apres), ...(plus.protegee ? [] : [saine])]);
    if (resultat.etat !== 'refuse') throw new Error(`Attendu : un refus. Obtenu : ${JSON.stringify(resultat)}.`);
    expect(resultat.raisons.map(({ message }) => message)).toEqual([expect.stringMatching(attendu)]);
    expect(resultat.raisons[0]!.emplacement).toEqual({ feuille: f.id, ligne: 3, colonne: 3 });
    expect(celluleA1(f, 'H9').valeur).toBe('fin');
  });

  test('une cellule déverrouillée d’une feuille protégée s’écrit, sans toucher aux formats', async () => {
    const { f } = ouvrir({ C3: { valeur: 1, verrouillee: false } }, { protegee: true });
    expect(await appliquer([ecriture(f.id, 'C3', 1, '=A1')])).toMatchObject({ etat: 'applique' });
    expect(celluleA1(f, 'C3').formule).toBe('=A1');
    expect(f.protegee).toBe(true);
  });

  test('l’ancre d’une fusion s’écrit', async () => {
    const { f } = ouvrir({ C2: 1 }, { fusions: [plage(2, 3, 4, 3)] });
    expect(await appliquer([ecriture(f.id, 'C2', 1, 2)])).toMatchObject({ etat: 'applique' });
  });

  test('une cellule voisine d’un tableau ou d’une matrice s’écrit, au prix d’un échange', async () => {
    const { f } = ouvrir({ A1: 1, C3: 2, H9: 3 }, {
      tableaux: [{ nom: 'Suivi', plage: plage(2, 2, 6, 5), lignesEnTete: 1 }],
      matrices: [plage(4, 7, 5, 7)],
    });
    expect(await appliquer([ecriture(f.id, 'A1', 1, 5), ecriture(f.id, 'H9', 3, 6)])).toMatchObject({ etat: 'applique' });
    expect(banc.emule.compteurs.sync).toBe(3);
  });

  test('une feuille supprimée depuis le contrôle', async () => {
    const classeur = banc.ouvrir(instantane([feuille('F', { A1: 1 }), feuille('G', { A1: 1 })]));
    const [f, g] = classeur.feuilles as [FeuilleEmulee, FeuilleEmulee];
    supprimerFeuille(classeur, g);
    const resultat = await appliquer([ecriture(f.id, 'A1', 1, 2), ecriture(g.id, 'A1', 1, 2)]);
    expect(resultat).toMatchObject({ etat: 'refuse', raisons: [{ emplacement: { feuille: g.id }, message: expect.stringContaining('supprimée') }] });
    expect(celluleA1(f, 'A1').valeur).toBe(1);
  });

  test.each([
    ['un nom déjà pris', 'F', false, /déjà une feuille « F »/],
    ['une structure protégée', 'Neuve', true, /structure du classeur est protégée/],
  ])('une feuille nouvelle : %s', async (_nom, nom, protegee, attendu) => {
    ouvrir({ A1: 1 }).classeur.structureProtegee = protegee;
    expect(await appliquer([ecriture(`nouvelle:${nom}`, 'A1', null, 1)], [nom])).toMatchObject({
      etat: 'refuse',
      raisons: [{ emplacement: { feuille: `nouvelle:${nom}` }, message: expect.stringMatching(attendu) }],
    });
  });

  test('une feuille nouvelle que le plan n’annonce pas', async () => {
    ouvrir({ A1: 1 });
    expect(await appliquer([ecriture('nouvelle:X', 'A1', null, 1)])).toMatchObject({ etat: 'refuse' });
  });
});

describe('échouer en route', () => {
  const panneExcel = () => {
    throw new ErreurExcel('GeneralException', 'There was an internal error.', 500);
  };

  test('la deuxième écriture échoue : la première est remise, format compris', async () => {
    const { classeur, f } = ouvrir({ A1: { valeur: '5', format: '@' }, A2: '=A1', A3: 3 });
    banc.emule.panne({ avant: 'Formulas', fois: 3, faire: panneExcel });
    const resultat = await appliquer([ecriture(f.id, 'A1', '5', 5), ecriture(f.id, 'A2', '=A1', 2), ecriture(f.id, 'A3', 3, 4)]);
    expect(resultat).toMatchObject({ etat: 'echec', restantes: [], message: expect.stringContaining('Rien n’a été modifié') });
    expect(celluleA1(f, 'A1')).toMatchObject({ valeur: '5', format: '@' });
    expect(celluleA1(f, 'A2').formule).toBe('=A1');
    expect(classeur.evenementsActifs).toBe(true);
  });

  test('le retour échoue aussi : on dit ce qui reste écrit, et les événements sont rétablis', async () => {
    const { classeur, f } = ouvrir({ A1: 1, A2: 2 });
    banc.emule.panne({ avant: 'Formulas', fois: 2, requete: 2, faire: panneExcel });
    banc.emule.panne({ avant: 'Formulas', requete: 5, faire: panneExcel });
    const resultat = await appliquer([ecriture(f.id, 'A1', 1, 10), ecriture(f.id, 'A2', 2, 20)]);
    expect(resultat).toMatchObject({ etat: 'echec', restantes: [{ ligne: 1, colonne: 1 }], message: expect.stringContaining('vérifi') });
    expect(celluleA1(f, 'A1').valeur).toBe(10);
    expect(classeur.evenementsActifs).toBe(true);
  });

  test('une cellule verrouillée entre-temps par un coauteur : seule elle reste en cause', async () => {
    const { f } = ouvrir({ A1: 1, A2: 2 });
    const proteger = () => {
      f.protegee = true;
      panneExcel();
    };
    banc.emule.panne({ avant: 'Formulas', fois: 2, requete: 2, faire: proteger });
    const resultat = await appliquer([ecriture(f.id, 'A1', 1, 10), ecriture(f.id, 'A2', 2, 20)]);
    expect(resultat).toMatchObject({ etat: 'echec', message: expect.stringContaining('protég') });
  });

  test('une feuille créée est retirée', async () => {
    const { classeur, f } = ouvrir({ A1: 1 });
    banc.emule.panne({ avant: 'Formulas', fois: 2, faire: panneExcel });
    const resultat = await appliquer([ecriture('nouvelle:Sources', 'A1', null, 'x'), ecriture(f.id, 'A1', 1, 2)], ['Sources']);
    expect(resultat).toMatchObject({ etat: 'echec', restantes: [] });
    expect(classeur.feuilles.map(({ nom }) => nom)).toEqual(['F']);
  });

  test('un nom de feuille qu’Excel refuse : rien n’est écrit', async () => {
    const { classeur, f } = ouvrir({ A1: 1 });
    const resultat = await appliquer([ecriture(f.id, 'A1', 1, 2)], ['Diagnostic/2019']);
    expect(resultat).toMatchObject({ etat: 'echec', restantes: [] });
    expect([celluleA1(f, 'A1').valeur, classeur.evenementsActifs]).toEqual([1, true]);
  });

  test('Excel ne garde pas ce qu’on écrit : tout est remis', async () => {
    const { f } = ouvrir({ A1: 1, A2: 2 });
    // Un coauteur passe la cellule au format Texte entre la relecture et l'écriture : Excel garde « 20 » en texte.
    banc.emule.panne({ avant: 'Formulas', fois: 2, faire: () => { celluleA1(f, 'A2').format = '@'; } });
    const resultat = await appliquer([ecriture(f.id, 'A1', 1, 10), ecriture(f.id, 'A2', 2, 20)]);
    expect(resultat).toMatchObject({ etat: 'echec', message: expect.stringContaining('n’a pas retenu') });
    expect(celluleA1(f, 'A1').valeur).toBe(1);
  });

  test('cellule en cours de saisie au moment d’écrire : rien n’est exécuté, on le dit', async () => {
    const { classeur, f } = ouvrir({ A1: 1 });
    banc.emule.panne({ statut: 5004, requete: 2 });
    await expect(appliquer([ecriture(f.id, 'A1', 1, 2)])).rejects.toMatchObject({ motif: 'edition' });
    expect([celluleA1(f, 'A1').valeur, classeur.evenementsActifs]).toEqual([1, true]);
  });

  test('réponse trop grande après écriture : relu, et remis', async () => {
    const { f } = ouvrir({ A1: 1 });
    banc.emule.panne({ statut: 5104, requete: 2 });
    expect(await appliquer([ecriture(f.id, 'A1', 1, 2)])).toMatchObject({ etat: 'echec', restantes: [] });
    expect(celluleA1(f, 'A1').valeur).toBe(1);
  });
});
