/** Le journal : appliquer puis annuler rend le classeur de départ, ou refuse tout. */
import fc from 'fast-check';
import { celluleDe, type Instantane } from '../../src/classeur/instantane';
import { appliquer } from '../../src/corrections/appliquer';
import { annulerDerniere, annulerTout, JOURNAL_VIDE, noter, sansDerniere, type Journal } from '../../src/corrections/journal';
import type { Contenu, Ecriture, PlanEcritures } from '../../src/corrections/plan';
import { classeurDe } from '../formules/aides';

const DEPART: Instantane = classeurDe({ F: { A1: 1, A2: 'texte', A3: '=A1*2', B1: true, B2: 0 }, G: { A1: '=F!A1', C3: 'ND' } });

/** Contenus non vides : une cellule vide et une cellule absente sont la même chose. */
function etat({ feuilles }: Instantane): Record<string, unknown> {
  return Object.fromEntries(feuilles.flatMap(({ id, cellules }) => [...cellules.values()].flatMap(({ ligne, colonne, valeur, formule }) =>
    (formule ?? valeur) === null ? [] : [[`${id}!${String(ligne)},${String(colonne)}`, formule ?? valeur]])));
}

function contenuDe(instantane: Instantane, feuille: string, ligne: number, colonne: number): Contenu {
  const cellule = celluleDe(instantane.feuilles.find(({ id }) => id === feuille)!, ligne, colonne);
  if (!cellule) return { valeur: null };
  return cellule.formule === null ? { valeur: cellule.valeur as string | number | boolean | null } : { formule: cellule.formule };
}

function faire(instantane: Instantane, plan: PlanEcritures): Instantane {
  const application = appliquer(instantane, plan);
  if (application.etat === 'refuse') throw new Error(application.refus.map(({ message }) => message).join(' '));
  return application.instantane;
}

const contenu = fc.oneof(
  fc.record({ valeur: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(null), fc.boolean(), fc.constantFrom('ND', 'x', '12 %')) }),
  fc.record({ formule: fc.constantFrom('=A1+1', '=IF(A1=0,"",B1/A1)', '=SUM(A1:A3)') }),
);
const cible = fc.record({ feuille: fc.constantFrom('F', 'G'), ligne: fc.integer({ min: 1, max: 4 }), colonne: fc.integer({ min: 1, max: 4 }), apres: contenu });
const plans = fc.array(fc.uniqueArray(cible, { selector: ({ feuille, ligne, colonne }) => `${feuille}${String(ligne)},${String(colonne)}`, minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });

test('propriété : annuler la dernière rend l’état d’avant elle, annuler tout rend le départ', () => {
  fc.assert(fc.property(plans, (suite) => {
    let courant = DEPART;
    let journal: Journal = JOURNAL_VIDE;
    const etats = [etat(DEPART)];
    for (const cibles of suite) {
      const plan: PlanEcritures = { ecritures: cibles.map((visee): Ecriture => ({ ...visee, avant: contenuDe(courant, visee.feuille, visee.ligne, visee.colonne), raison: 'essai' })) };
      courant = faire(courant, plan);
      journal = noter(journal, 'essai', plan);
      etats.push(etat(courant));
    }
    expect(etat(faire(courant, annulerTout(journal)!.plan))).toEqual(etats[0]);
    for (let rang = suite.length - 1; rang >= 0; rang--) {
      courant = faire(courant, annulerDerniere(journal)!.plan);
      journal = sansDerniere(journal);
      expect(etat(courant)).toEqual(etats[rang]);
    }
    expect(journal).toEqual([]);
  }));
});

const ecriture = (ligne: number, avant: Contenu, apres: Contenu, feuille = 'F'): Ecriture => ({ feuille, ligne, colonne: 1, avant, apres, raison: 'essai' });

test('un journal vide n’a rien à annuler, et un plan vide ne se note pas', () => {
  expect(annulerDerniere(JOURNAL_VIDE)).toBeNull();
  expect(annulerTout(JOURNAL_VIDE)).toBeNull();
  expect(noter(JOURNAL_VIDE, 'rien', { ecritures: [] })).toEqual([]);
});

test('une cellule retouchée depuis fait refuser l’annulation, sans rien écrire', () => {
  const plan = { ecritures: [ecriture(1, { valeur: 1 }, { valeur: 5 }), ecriture(2, { valeur: 'texte' }, { valeur: 6 })] };
  const retouche = faire(faire(DEPART, plan), { ecritures: [ecriture(2, { valeur: 6 }, { valeur: 7 })] });
  const application = appliquer(retouche, annulerDerniere(noter(JOURNAL_VIDE, 'essai', plan))!.plan);
  expect(application).toMatchObject({ etat: 'refuse', refus: [{ emplacement: { ligne: 2 }, message: expect.stringContaining('a changé') }] });
});

test('deux plans sur la même cellule s’annulent en une écriture', () => {
  const journal = noter(noter(JOURNAL_VIDE, 'un', { ecritures: [ecriture(1, { valeur: 1 }, { valeur: 2 })] }), 'deux', { ecritures: [ecriture(1, { valeur: 2 }, { formule: '=A2' })] });
  expect(annulerTout(journal)!.plan.ecritures).toEqual([ecriture(1, { formule: '=A2' }, { valeur: 1 })].map((attendue) => ({ ...attendue, raison: 'Annulation : toutes les écritures de la session.' })));
  const aller = noter(noter(JOURNAL_VIDE, 'un', { ecritures: [ecriture(1, { valeur: 1 }, { valeur: 2 })] }), 'retour', { ecritures: [ecriture(1, { valeur: 2 }, { valeur: 1 })] });
  expect(annulerTout(aller)!.plan.ecritures).toEqual([]);
});

test('la raison de l’annulation nomme ce qu’elle défait', () => {
  const journal = noter(JOURNAL_VIDE, '3 corrections automatiques', { ecritures: [ecriture(1, { valeur: 1 }, { valeur: 2 })] });
  expect(annulerDerniere(journal)!.plan.ecritures[0]!.raison).toBe('Annulation : 3 corrections automatiques.');
});

describe('une feuille créée', () => {
  const plan: PlanEcritures = { ecritures: [ecriture(1, { valeur: 1 }, { valeur: 2 }), ecriture(1, { valeur: null }, { valeur: 'Cellule' }, 'nouvelle:Sources')], nouvellesFeuilles: ['Sources'] };

  test('reste, et se vide si l’on connaît son identité', () => {
    const { plan: retour, feuillesLaissees } = annulerDerniere(noter(JOURNAL_VIDE, 'diagnostic', plan, new Map([['Sources', 'id-3']])))!;
    expect(feuillesLaissees).toEqual(['Sources']);
    expect(retour.nouvellesFeuilles).toBeUndefined();
    expect(retour.ecritures.map(({ feuille }) => feuille)).toEqual(['id-3', 'F']);
  });

  test('reste telle quelle sinon', () => {
    const { plan: retour, feuillesLaissees } = annulerDerniere(noter(JOURNAL_VIDE, 'diagnostic', plan))!;
    expect(feuillesLaissees).toEqual(['Sources']);
    expect(retour.ecritures.map(({ feuille }) => feuille)).toEqual(['F']);
  });
});

test('les valeurs périmées le sont encore à l’annulation, hors des cellules récrites', () => {
  const perimees = [{ feuille: 'G', ligne: 1, colonne: 1 }, { feuille: 'F', ligne: 1, colonne: 1 }];
  const journal = noter(JOURNAL_VIDE, 'essai', { ecritures: [ecriture(1, { valeur: 1 }, { valeur: 2 })], perimees });
  expect(annulerDerniere(journal)!.plan.perimees).toEqual([perimees[0]]);
});
