/** Le moteur : pannes isolées, ordre des constats, compte, objectifs, entrées manquantes. */
import { definirControle } from '../../src/controles/controle';
import { CODES } from '../../src/controles/codes';
import { REGISTRE } from '../../src/controles/registre';
import { analyser } from '../../src/moteur/analyser';
import { base, classeur, auPlan, poser, sansFeuille, valeur } from '../controles/aide';

const panne = definirControle({
  code: 'FIN-01', titre: '', exigence: '', pourquoi: '', gravite: 'bloquant', source: '', limites: '', correction: '', exige: ['plan'],
  controler: () => { throw new TypeError('x is not a function'); },
});

describe('panne d’un contrôle', () => {
  const registre = REGISTRE.map((controle) => (controle.code === 'FIN-01' ? panne : controle));
  const { rapport } = analyser(base('anomalies').instantane, { registre });
  const temoin = analyser(base('anomalies').instantane).rapport;

  test('elle est isolée, dite, et ne change rien aux autres', () => {
    expect(rapport.controles.find(({ code }) => code === 'FIN-01')).toEqual({ code: 'FIN-01', statut: 'erreur', nonVerifies: [{ emplacement: null, raison: expect.stringContaining('x is not a function') }] });
    expect(rapport.controles.filter(({ code }) => code !== 'FIN-01')).toEqual(temoin.controles.filter(({ code }) => code !== 'FIN-01'));
    expect(rapport.constats).toEqual(temoin.constats.filter(({ code }) => code !== 'FIN-01'));
  });

  test('sans autre bloquant, le verdict est incomplet', () => {
    expect(analyser(base().instantane, { registre }).rapport.verdict).toBe('incomplet');
  });
});

test('les constats sont rangés : feuille, ligne, colonne, code', () => {
  const { constats, feuilles } = analyser(base('anomalies').instantane).rapport;
  const cles = constats.map(({ feuille, emplacement, code }) => [feuilles.findIndex(({ id }) => id === feuille), emplacement?.ligne ?? 0, emplacement?.colonne ?? 0, code] as const);
  const ranges = [...cles].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3].localeCompare(b[3]));
  expect(cles).toEqual(ranges);
  expect(new Set(cles.map(([feuille]) => feuille)).size).toBe(2);
});

test('un constat sans feuille vient en tête, une feuille sans cellule avant ses cellules', () => {
  const { constats } = analyser(classeur([sansFeuille('tableau'), poser(auPlan(1, 'etat'), 2000000)])).rapport;
  expect(constats.slice(0, 2).map(({ code, feuille, emplacement }) => [code, feuille !== null, emplacement])).toEqual([['STR-01', false, null], ['FIN-05', true, null]]);
});

test('le compte est celui des constats, par gravité', () => {
  const { constats, compte } = analyser(base('anomalies').instantane).rapport;
  for (const gravite of ['bloquant', 'alerte', 'info'] as const) expect(compte[gravite]).toBe(constats.filter((constat) => constat.gravite === gravite).length);
});

test('chaque contrôle du registre a un résultat, une fois, dans l’ordre du catalogue', () => {
  const codes = analyser(base().instantane).rapport.controles.map(({ code }) => code);
  expect(codes).toEqual(CODES.filter((code) => codes.includes(code)));
  expect(new Set(codes).size).toBe(REGISTRE.length);
});

test('les 26 objectifs, leurs fondamentaux et ceux que le département retient', () => {
  const { objectifs } = analyser(base().instantane).rapport;
  expect(objectifs).toHaveLength(26);
  expect(objectifs.filter(({ fondamental }) => fondamental)).toHaveLength(11);
  expect(objectifs.filter(({ retenu, fondamental }) => retenu && !fondamental).map(({ numero }) => numero)).toEqual([12, 22, 23]);
});

test('une feuille absente rend ses contrôles non vérifiables, jamais conformes', () => {
  const { controles } = analyser(classeur([sansFeuille('plan')])).rapport;
  const parCode = new Map(controles.map(({ code, statut }) => [code, statut]));
  for (const { code, exige } of REGISTRE) if (exige.includes('plan')) expect([code, parCode.get(code)]).toEqual([code, 'non_verifiable']);
  expect(parCode.get('IND-01')).toBe('conforme');
});

test('l’instantané n’est pas modifié', () => {
  const { instantane } = base('anomalies');
  const avant = JSON.stringify(instantane, (_, valeurLue: unknown) => (valeurLue instanceof Map ? [...valeurLue] : valeurLue instanceof Set ? [...valeurLue] : valeurLue));
  analyser(instantane);
  const apres = JSON.stringify(instantane, (_, valeurLue: unknown) => (valeurLue instanceof Map ? [...valeurLue] : valeurLue instanceof Set ? [...valeurLue] : valeurLue));
  expect(apres === avant).toBe(true);
});

test('deux analyses du même classeur sont identiques', () => {
  const { instantane } = base('anomalies');
  expect(analyser(instantane).rapport).toEqual(analyser(instantane).rapport);
});

test('dans Excel, les valeurs vivantes font foi', () => {
  const vivant = { ...classeur([poser(valeur('o6-evaluees-3-mois', 'cible 2022'), { formule: '=1400+0', valeur: 1056 })]), calcul: 'vivant' as const };
  expect(analyser(vivant).rapport.constats.filter(({ code }) => code === 'IND-04')).toEqual([]);
  const fichier = classeur([poser(valeur('o6-evaluees-3-mois', 'cible 2022'), { formule: '=1400+0', valeur: 1056 })]);
  expect(analyser(fichier).rapport.constats.filter(({ code }) => code === 'IND-04')).toHaveLength(1);
});
