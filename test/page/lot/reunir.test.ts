/** Un département en deux fichiers déposés dans la page : proposés ensemble, contrôlés comme un seul classeur. */
import { analyser } from '../../../src/moteur/analyser';
import { consolider } from '../../../src/consolidation/consolider';
import { constatsCsv } from '../../../src/page/lot/exports';
import { examensTries, ligneDe } from '../../../src/page/lot/lignes';
import { creerLot, type Lot } from '../../../src/page/lot/lot';
import { direPaires, pairesDe } from '../../../src/page/lot/paires';
import type { Source } from '../../../src/page/lot/sources';
import { creerOuvrier } from '../../../src/page/travail/taches';
import { exemple } from '../../classeurs/lecture-comparable';
import { classeurDe } from '../../classeurs/separer';

const BASE = '87-haute-vienne-conforme.xlsx';
const VARIANTE = '57-moselle-variante.xlsx';
const moitie = (chemin: string, nature: 'tableau' | 'plan', nom = BASE): Source => ({ chemin, modifie: 0, lire: () => Promise.resolve(classeurDe(nom, nature)) });
const embaucher = () => ({ ...creerOuvrier(), congedier: () => undefined });

function attendre(lot: Lot): Promise<void> {
  return new Promise((suite) => {
    const voir = () => { if (lot.lire().activite !== 'en_cours') suite(); };
    lot.abonner(voir);
    voir();
  });
}

async function examiner(sources: readonly Source[]): Promise<Lot> {
  const lot = creerLot(sources, { embaucher, fils: 2 });
  await attendre(lot);
  return lot;
}

test('un tableau et un plan du même département se proposent ; réunis, c’est le classeur entier', async () => {
  const lot = await examiner([moitie('a/haute-vienne-plan.xlsx', 'plan'), moitie('a/haute-vienne-tableau.xlsx', 'tableau'), moitie('moselle-tableau.xlsx', 'tableau', VARIANTE)]);
  const paires = pairesDe(lot.lire().examens);
  expect(paires).toEqual([{ departement: expect.objectContaining({ code: '87' }), chemins: ['a/haute-vienne-tableau.xlsx', 'a/haute-vienne-plan.xlsx'] }]);
  expect(direPaires(paires)).toMatch(/^Haute-Vienne \(87\) : /);

  lot.reunir();
  await attendre(lot);
  const { examens, total, activite } = lot.lire();
  expect([activite, total, [...examens.keys()].sort()]).toEqual(['fini', 2, ['a/haute-vienne-tableau.xlsx + a/haute-vienne-plan.xlsx', 'moselle-tableau.xlsx']]);
  const reuni = examens.get('a/haute-vienne-tableau.xlsx + a/haute-vienne-plan.xlsx')!;
  const entier = analyser(exemple(BASE)).rapport;
  expect(reuni.rapport!.verdict).toBe(entier.verdict);
  expect(reuni.rapport!.constats.map(({ code }) => code)).toEqual(entier.constats.map(({ code }) => code));
  expect(ligneDe('x', reuni).reuni).toBe(true);
  expect(pairesDe(examens)).toEqual([]);
  expect(constatsCsv(examens)).toContain('a/haute-vienne-tableau.xlsx + a/haute-vienne-plan.xlsx;87;');
  const { comptes } = consolider(examensTries(examens).flatMap(({ extrait }) => extrait ?? []));
  expect(comptes.map(({ departement, feuilles }) => [departement?.code, feuilles.tableau && feuilles.plan])).toEqual([['87', true], ['57', false]]);
});

test.each([
  ['deux tableaux et un plan', ['tableau', 'tableau', 'plan'] as const],
  ['un tableau seul', ['tableau'] as const],
])('%s : on ne devine pas', async (_, natures) => {
  const lot = await examiner(natures.map((nature, rang) => moitie(`${String(rang)}-haute-vienne.xlsx`, nature)));
  expect(pairesDe(lot.lire().examens)).toEqual([]);
});

test('un fichier devenu illisible se dit, et ne se relit pas à la reprise', async () => {
  let lectures = 0;
  const plan = moitie('haute-vienne-plan.xlsx', 'plan');
  const fuyant: Source = { ...plan, lire: () => (++lectures > 1 ? Promise.reject(new Error('débranché')) : plan.lire()) };
  const lot = await examiner([fuyant, moitie('haute-vienne-tableau.xlsx', 'tableau')]);
  lot.reunir();
  await attendre(lot);
  expect([...lot.lire().examens.values()].map(({ ligne }) => ligne)).toEqual([{ fichier: 'haute-vienne-tableau.xlsx + haute-vienne-plan.xlsx', verdict: 'illisible', erreur: 'débranché' }]);
});
