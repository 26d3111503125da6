/** Les cinq verdicts, et ce qui fait passer de l'un à l'autre. */
import { definirControle, type Bilan, type Metadonnees } from '../../src/controles/controle';
import { constat } from '../../src/controles/fabrique';
import { analyser, type OptionsAnalyse } from '../../src/moteur/analyser';
import type { Verdict } from '../../src/moteur/rapport';
import type { CodeControle } from '../../src/controles/codes';
import { auPlan, base, classeur, decalerAnnees, planDe, poser, sansColonnesPlan, sansFeuille, sansMoments, tableauDe, valeur, vider, type Modif, type NomBase } from '../controles/aide';

const doublerTableau: Modif = (instantane, origine) => ({ ...instantane, feuilles: [...instantane.feuilles, { ...tableauDe(origine).feuille, id: 'copie', nom: 'Copie' }] });
const planVierge: Modif = (instantane) => {
  const vierge = planDe(base('vierge').dossier).feuille;
  return { ...instantane, feuilles: instantane.feuilles.map((feuille) => (feuille.nom === vierge.nom ? { ...vierge, id: feuille.id } : feuille)) };
};

const cas: readonly (readonly [nom: string, modifs: readonly Modif[], verdict: Verdict, base: NomBase])[] = [
  ['conforme', [], 'conforme', 'conforme'],
  ['une information ne change rien', [poser(valeur('o23-enfants', 'cible 2022'), 60), poser(valeur('o23-enfants', 'cible 2021'), 60), vider(valeur('delai-aemo', 'diagnostic'))], 'conforme', 'conforme'],
  ['une alerte : réserves', [poser(auPlan(5, 'modalites'), 'ARS')], 'conforme_avec_reserves', 'conforme'],
  ['un bloquant', [vider(valeur('o9-enfants', 'diagnostic'))], 'non_conforme', 'conforme'],
  ['un bloquant l’emporte sur l’invérifiable', [sansFeuille('plan'), vider(valeur('o9-enfants', 'diagnostic'))], 'non_conforme', 'conforme'],
  ['sans plan : incomplet', [sansFeuille('plan')], 'incomplet', 'conforme'],
  ['sans tableau : incomplet', [sansFeuille('tableau')], 'incomplet', 'conforme'],
  ['deux tableaux rivaux : incomplet', [doublerTableau], 'incomplet', 'conforme'],
  ['deux tableaux rivaux et un plan vierge : pas « à remplir »', [planVierge, doublerTableau], 'incomplet', 'conforme'],
  ['formule non évaluable sur un diagnostic : incomplet', [poser(valeur('o9-enfants', 'diagnostic'), { formule: '=[1]Feuil1!A1', valeur: 140 })], 'incomplet', 'conforme'],
  ['formule non évaluable sur un montant : incomplet', [poser(auPlan(7, 'departement'), { formule: '=[1]Feuil1!A1', valeur: 40000 })], 'incomplet', 'conforme'],
  ['parité non vérifiable : incomplet', [poser(auPlan(7, 'departement'), 'à définir')], 'incomplet', 'conforme'],
  ['colonne absente : STR-04 bloque', [sansMoments('cible 2022')], 'non_conforme', 'conforme'],
  ['colonne Département absente', [sansColonnesPlan('departement')], 'non_conforme', 'conforme'],
  ['objectif 3 indéterminé : une alerte non vérifiable ne rend pas incomplet', [poser(valeur('o3-femmes-pre', 'cible 2022'), 512), poser(valeur('o3-femmes-post', 'cible 2022'), 580)], 'conforme', 'conforme'],
  ['ni tableau ni plan', [sansFeuille('plan'), sansFeuille('tableau')], 'non_conforme', 'conforme'],
  ['contrat 2021-2023 : ses années se rapportent par position', [decalerAnnees(1)], 'conforme', 'conforme'],
  ['vierge', [], 'a_remplir', 'vierge'],
  ['vierge sans plan', [sansFeuille('plan')], 'a_remplir', 'vierge'],
  ['Moselle', [], 'non_conforme', 'moselle'],
  ['anomalies', [], 'non_conforme', 'anomalies'],
];

test.each(cas)('%s', (_, modifs, verdict, nom) => {
  expect(analyser(classeur(modifs, nom)).rapport.verdict).toBe(verdict);
});

describe('à partir des statuts', () => {
  const controle = (code: CodeControle, gravite: Metadonnees['gravite'], bilan: Bilan | 'panne', plus: Partial<Metadonnees> = {}) => definirControle({
    code, gravite, titre: '', exigence: '', pourquoi: '', source: '', limites: '', correction: '', exige: [], ...plus,
    controler: () => { if (bilan === 'panne') throw new Error('essai'); return bilan; },
  });
  const invérifié: Bilan = { constats: [], nonVerifies: [{ emplacement: null, raison: 'essai' }] };
  const alerte: Bilan = { constats: [constat({ code: 'CIB-02', gravite: 'alerte', message: '', suite: '', source: '' })] };
  const juger = (registre: OptionsAnalyse['registre']) => analyser(base().instantane, { registre }).rapport.verdict;

  test.each<readonly [string, OptionsAnalyse['registre'], Verdict]>([
    ['rien', [controle('FIN-01', 'bloquant', { constats: [] })], 'conforme'],
    ['sans objet', [controle('FIN-01', 'bloquant', { constats: [], sansObjet: true })], 'conforme'],
    ['bloquant non vérifiable', [controle('FIN-01', 'bloquant', invérifié)], 'incomplet'],
    ['bloquant en panne', [controle('FIN-01', 'bloquant', 'panne')], 'incomplet'],
    ['bloquant à demi vérifié, qui ne rend qu’une alerte', [controle('FIN-01', 'bloquant', { ...alerte, nonVerifies: invérifié.nonVerifies! })], 'incomplet'],
    ['bloquant non vérifiable et alerte', [controle('FIN-01', 'bloquant', invérifié), controle('CIB-02', 'alerte', alerte)], 'incomplet'],
    ['alerte non vérifiable', [controle('CIB-02', 'alerte', invérifié)], 'conforme'],
    ['alerte qui peut bloquer, non vérifiable', [controle('FIN-07', 'alerte', invérifié, { peutBloquer: true })], 'incomplet'],
    ['alerte qui peut bloquer, en panne', [controle('FIN-07', 'alerte', 'panne', { peutBloquer: true })], 'incomplet'],
    ['alerte', [controle('CIB-02', 'alerte', alerte)], 'conforme_avec_reserves'],
  ])('%s', (_, registre, verdict) => {
    expect(juger(registre)).toBe(verdict);
  });
});
