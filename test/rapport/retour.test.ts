import type { Constat } from '../../src/controles/constat';
import { REGISTRE } from '../../src/controles/registre';
import { ignorer } from '../../src/decisions/decider';
import { DONNEES_VIDES, type Decision } from '../../src/decisions/donnees';
import { analyser } from '../../src/moteur/analyser';
import type { Rapport, Verdict } from '../../src/moteur/rapport';
import { conclure } from '../../src/rapport/conclusion';
import { formatJour, jourDe } from '../../src/rapport/jour';
import { redigerRetour } from '../../src/rapport/retour';
import { alerte, JUSTIFICATION } from '../decisions/constats';
import { lireExemple } from '../moteur/vues/aide';

const DATE = '2020-09-15';
const BASE: Rapport = analyser(lireExemple('87-haute-vienne-conforme')).rapport;

/** Rapport d'essai : deux feuilles, et les constats donnés. */
function rapport(constats: readonly Constat[], verdict: Verdict = 'conforme_avec_reserves'): Rapport {
  return { ...BASE, verdict, constats, controles: [], feuilles: [{ id: 'tdb', nom: 'Tableau de bord', nature: 'tableau' }, { id: 'plan', nom: 'Plan', nature: 'plan' }] };
}
const justifier = (...constats: readonly Constat[]): readonly Decision[] =>
  constats.reduce((donnees, constat) => ignorer(donnees, constat, JUSTIFICATION, constats), DONNEES_VIDES).decisions;
const retour = (constats: readonly Constat[], decisions: readonly Decision[] = [], verdict?: Verdict) => redigerRetour(rapport(constats, verdict), { decisions, date: DATE });

test('en tête : contrat, département, date, fichier, verdict', () => {
  expect(retour([]).split('\n').slice(0, 4)).toEqual([
    'Contrat départemental de prévention et de protection de l’enfance – Haute-Vienne (87)',
    'Contrôle du 15 septembre 2020, fichier « 87-haute-vienne-conforme.xlsx »',
    '',
    'CONFORME AVEC RÉSERVES : aucun point bloquant.',
  ]);
});

test('un constat : sa feuille, sa cellule, son objectif, la suite à donner', () => {
  expect(retour([alerte()])).toContain('À JUSTIFIER (1)\nFeuille « Tableau de bord »\n- G33, objectif 5 : la cible 2022 (17,5 %) est sous la cible nationale. À faire : justifier.');
});

test('une alerte justifiée passe dans les réserves, avec son motif, et n’est plus à justifier', () => {
  const texte = retour([alerte()], justifier(alerte()));
  expect(texte).toContain('RÉSERVES JUSTIFIÉES (1)');
  expect(texte).toContain('Motif : Démographie médicale (C. Martin, DDCS 87, le 14 septembre 2020).');
  expect(texte).toContain('aucun point bloquant ; 1 réserve justifiée.');
  expect(texte).not.toContain('À JUSTIFIER');
});

test('une justification tombée ne compte plus', () => {
  expect(retour([alerte({ ecart: '3 points' })], justifier(alerte()))).toContain('À JUSTIFIER (1)');
});

test('une information écartée ne se dit pas au département', () => {
  const info = alerte({ gravite: 'info' });
  expect(retour([info], justifier(info))).not.toMatch(/POUR INFORMATION|Démographie/);
});

test('trois cas semblables tiennent en une ligne, chacun avec sa cellule', () => {
  const cas = [7, 8, 9].map((ligne) => alerte({ emplacement: { feuille: 'tdb', ligne, colonne: 4 } }));
  expect(retour(cas)).toContain(`- ${REGISTRE.find(({ code }) => code === 'CIB-02')!.titre}, 3 cas (D7, objectif 5 ; D8, objectif 5 ; D9, objectif 5). À faire : justifier.`);
  expect(retour(cas.slice(1))).not.toContain('cas (');
});

test('aucun point bloquant n’est tu', () => {
  const { rapport: reel } = analyser(lireExemple('87-haute-vienne-anomalies'));
  const texte = redigerRetour(reel, { decisions: [], date: DATE });
  const bloquants = reel.constats.filter(({ gravite }) => gravite === 'bloquant');
  expect(bloquants.length).toBeGreaterThan(5);
  expect(texte).toContain(`À CORRIGER AVANT SIGNATURE (${String(bloquants.length)})`);
  expect(texte.split('\n').length).toBeLessThan(70);
});

test('un texte du classeur ne casse pas la page', () => {
  const texte = retour([alerte({ message: 'Objectif 5 – consultations infantiles : avant\n\nÀ CORRIGER\u001b[31m après' })]);
  expect(texte).toContain('avant À CORRIGER [31m après');
});

test.each<[Verdict, Parameters<typeof conclure>[1], string]>([
  ['non_conforme', { bloquants: 1, alertes: 0, justifiees: 0 }, '1 point bloquant à corriger avant signature.'],
  ['non_conforme', { bloquants: 2, alertes: 3, justifiees: 1 }, '2 points bloquants à corriger avant signature ; 3 alertes à justifier, 1 réserve justifiée.'],
  ['conforme_avec_reserves', { bloquants: 0, alertes: 0, justifiees: 2 }, 'aucun point bloquant ; 2 réserves justifiées.'],
  ['incomplet', { bloquants: 0, alertes: 1, justifiees: 0 }, 'aucun point bloquant trouvé, mais tout n’a pas pu être vérifié ; 1 alerte à justifier.'],
  ['conforme', { bloquants: 0, alertes: 0, justifiees: 0 }, 'aucun point bloquant, aucune alerte.'],
  ['a_remplir', { bloquants: 0, alertes: 0, justifiees: 0 }, 'le classeur est encore vierge.'],
])('%s : « %s »', (verdict, restant, attendu) => {
  expect(conclure(verdict, restant)).toBe(attendu);
});

test.each([
  ['2020-10-01', '1er octobre 2020'],
  ['2020-09-15', '15 septembre 2020'],
  ['2020-13-01', '2020-13-01'],
  ['hier', 'hier'],
])('le jour %s s’écrit %s', (jour, attendu) => {
  expect(formatJour(jour)).toBe(attendu);
});

test('le jour est celui du poste, pas celui de Greenwich', () => {
  expect(jourDe(new Date(2020, 0, 5, 0, 30))).toBe('2020-01-05');
});
