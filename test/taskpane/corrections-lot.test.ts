/** Un lot de corrections : ses passes, ce qui l'arrête, et ce qu'il dit avoir écrit. */
import type { Constat } from '../../src/controles/constat';
import type { Contenu, PlanEcritures } from '../../src/corrections/plan';
import { ErreurHote, type Hote, type ResultatEcriture } from '../../src/hote/port';
import type { Vues } from '../../src/moteur/vues/vues';
import { corrigerLot, titrer, type DemandeLot } from '../../src/taskpane/corrections/lot';
import { nommerAction, rejetDe, resumerLot } from '../../src/taskpane/corrections/phrases';
import { choixDe, cocheesDOffice, dresserLignes, grouperParCode, sansRefusees } from '../../src/taskpane/corrections/selection';
import { feuille, instantane } from '../hote-excel/fabrique';

const CLASSEUR = instantane([feuille('F', { A1: '1', A2: '2', A3: '3' })]);

function constat(code: Constat['code'], ligne: number, type: 'automatique' | 'proposee' = 'automatique', apres: Contenu = { valeur: ligne }): Constat {
  const emplacement = { feuille: 'F', ligne, colonne: 1 };
  return {
    code, gravite: 'alerte', feuille: 'F', emplacement, objectif: null, indicateur: null, annee: null, message: '', suite: '', attendu: null, trouve: null, ecart: null, source: '', causes: [],
    correction: { type, emplacement, avant: { valeur: String(ligne) }, apres, format: 'General', raison: 'Raison.' },
  };
}

/** Un hôte qui accepte tout, et un contrôle qui rend ces constats passe après passe. */
function atelier(suites: readonly (readonly Constat[])[], reponses: readonly (ResultatEcriture | null)[] = []) {
  const plans: PlanEcritures[] = [];
  let controles = 0;
  const hote = {
    lire: async () => CLASSEUR,
    appliquer: async (plan: PlanEcritures) => {
      plans.push(plan);
      return reponses[plans.length - 1] ?? { etat: 'applique' as const, ecrites: plan.ecritures };
    },
  } as unknown as Hote;
  const controleur = async () => ({ rapport: { constats: suites[controles++] ?? [] } }) as unknown as Vues;
  return { plans, atelier: { hote, controleur } };
}

function demande(constats: readonly Constat[], cochees?: readonly string[], signal?: AbortSignal): DemandeLot {
  const lignes = dresserLignes(constats, CLASSEUR);
  return {
    lu: { instantane: CLASSEUR, options: {} }, constats, lignes,
    selection: { cochees: cochees ? new Set(cochees) : cocheesDOffice(lignes), vues: new Set(lignes.map(({ cle }) => cle)) }, ...(signal && { signal }),
  };
}
const lignesEcrites = ({ ecritures }: PlanEcritures) => ecritures.map(({ ligne }) => ligne);

test('une automatique née de la première passe se corrige à la deuxième ; une seule écriture au journal', async () => {
  const { plans, atelier: banc } = atelier([[constat('IND-02', 2)], []]);
  const bilan = await corrigerLot(demande([constat('FOR-01', 1)]), banc);
  expect(plans.map(lignesEcrites)).toEqual([[1], [2]]);
  expect([bilan.passes, lignesEcrites(bilan.plan), titrer(bilan), rejetDe(bilan)]).toEqual([2, [1, 2], '2 cellules corrigées', null]);
  expect(resumerLot(bilan, 0)).toBe('2 cellules corrigées en 2 passes.');
});

test('trois passes au plus', async () => {
  const { plans, atelier: banc } = atelier([[constat('IND-02', 2)], [constat('FOR-06', 3)], [constat('FOR-03', 1)]]);
  await corrigerLot(demande([constat('FOR-01', 1)]), banc);
  expect(plans).toHaveLength(3);
});

test('une automatique vue et décochée ne revient à aucune passe', async () => {
  const vues = [constat('FOR-01', 1), constat('IND-02', 2)];
  const { plans, atelier: banc } = atelier([[constat('IND-02', 2), constat('FOR-06', 3)], []]);
  await corrigerLot(demande(vues, ['FOR-01 F!1,1']), banc);
  expect(plans.map(lignesEcrites)).toEqual([[1], [3]]);
});

test('une proposée seule n’entraîne aucune automatique', async () => {
  const { plans, atelier: banc } = atelier([[constat('FOR-06', 3)]]);
  await corrigerLot(demande([constat('FOR-01', 1), constat('FOR-02', 2, 'proposee')], ['FOR-02 F!2,1']), banc);
  expect(plans.map(lignesEcrites)).toEqual([[2]]);
});

test('arrêté : la passe en cours s’achève, aucune autre ne commence', async () => {
  const arret = new AbortController();
  const { plans, atelier: banc } = atelier([[constat('IND-02', 2)]]);
  const { appliquer } = banc.hote;
  banc.hote.appliquer = (plan) => {
    arret.abort();
    return appliquer(plan);
  };
  const bilan = await corrigerLot(demande([constat('FOR-01', 1)], undefined, arret.signal), banc);
  expect([plans.length, bilan.passes, rejetDe(bilan)]).toEqual([1, 1, null]);
});

const REFUS: ResultatEcriture = { etat: 'refuse', raisons: [{ emplacement: { feuille: 'F', ligne: 2, colonne: 1 }, message: 'La cellule A2 a changé.' }] };

test.each([
  ['refus d’emblée', [REFUS], [], 'Rien n’a été écrit.', ['La cellule A2 a changé.']],
  ['refus à la deuxième passe', [null, REFUS], [1], '1 cellule corrigée ; la suite a été refusée, et n’est pas écrite.', ['La cellule A2 a changé.']],
  ['échec de l’hôte', [{ etat: 'echec', message: 'Panne.', restantes: [{ feuille: 'F', ligne: 1, colonne: 1 }] }], [], 'L’écriture a échoué.', ['Panne.']],
] as const)('%s : ce qui est écrit, et pourquoi le reste ne l’est pas', async (_, reponses, ecrites, titre, raisons) => {
  const { atelier: banc } = atelier([[constat('IND-02', 2)], []], reponses as readonly (ResultatEcriture | null)[]);
  const bilan = await corrigerLot(demande([constat('FOR-01', 1)]), banc);
  expect(lignesEcrites(bilan.plan)).toEqual(ecrites);
  expect(rejetDe(bilan)).toMatchObject({ titre, raisons });
});

test('la relecture échoue : les corrections faites restent au journal, et la panne se dit', async () => {
  const { atelier: banc } = atelier([]);
  banc.hote.lire = async () => { throw new ErreurHote('edition', 'Une cellule est en cours de saisie.'); };
  const bilan = await corrigerLot(demande([constat('FOR-01', 1)]), banc);
  expect(lignesEcrites(bilan.plan)).toEqual([1]);
  expect(rejetDe(bilan)).toMatchObject({ titre: 'Les corrections sont écrites, mais pas recontrôlées.', raisons: ['Une cellule est en cours de saisie.'] });
});

describe('choisir', () => {
  const constats = [constat('FOR-01', 1), constat('FOR-02', 1, 'proposee', { valeur: 9 }), constat('IND-02', 2), constat('IND-02', 2)];
  const lignes = dresserLignes(constats, CLASSEUR);

  test('une ligne par contrôle et par cellule, groupées par code', () => {
    expect(grouperParCode(lignes).map(({ code, lignes: siennes }) => [code, siennes.length])).toEqual([['FOR-01', 1], ['FOR-02', 1], ['IND-02', 1]]);
  });

  test('d’office : les automatiques que rien n’empêche', () => {
    expect([...cocheesDOffice(lignes)]).toEqual(['FOR-01 F!1,1', 'IND-02 F!2,1']);
    const protegee = instantane([{ ...CLASSEUR.feuilles[0]!, protegee: true }]);
    expect([...cocheesDOffice(dresserLignes(constats, protegee))]).toEqual([]);
  });

  test('une proposée cochée l’emporte sur l’automatique de la même cellule', async () => {
    const { plans, atelier: banc } = atelier([]);
    await corrigerLot(demande(constats, ['FOR-01 F!1,1', 'FOR-02 F!1,1']), banc);
    expect(plans[0]!.ecritures).toMatchObject([{ ligne: 1, apres: { valeur: 9 } }]);
  });

  test('une correction qu’on n’a pas vue n’a pas été refusée', () => {
    const selection = { cochees: new Set<string>(), vues: new Set(['FOR-01 F!1,1']) };
    expect(sansRefusees(constats, selection).map(({ correction }) => correction !== null)).toEqual([false, true, true, true]);
    expect(choixDe(lignes, selection)).toEqual({ automatiques: false, proposees: [], choisies: [] });
  });
});

test.each([[0, 'Corriger'], [1, 'Corriger 1 cellule'], [1200, 'Corriger 1\u202f200 cellules']])('%d cellules : « %s »', (nombre, attendu) => {
  expect(nommerAction(nombre)).toBe(attendu);
});
