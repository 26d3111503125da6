/** Un lot qui se répète ou se recouvre : rien n'est compté deux fois, et c'est dit. */
import { consolider } from '../../src/consolidation/consolider';
import { extraire, type Extrait } from '../../src/consolidation/extrait';
import { analyser } from '../../src/moteur/analyser';
import { instantaneDe, tirerLot } from '../classeurs/lot';

const LOT = tirerLot(2020, 12);
const EXTRAITS = LOT.map((contrat) => extraire(analyser(instantaneDe(contrat)), contrat.fichier));

describe('doublons et recouvrements', () => {
  const [a, b] = EXTRAITS as [Extrait, Extrait];
  const renomme = (extrait: Extrait, code: string, nom: string, fichier = `${code}.xlsx`): Extrait => ({ ...extrait, fichier, departement: { code, nom } });

  test('un département en double ne compte qu’une fois, et c’est dit', () => {
    const double = { ...b, departement: a.departement, fichier: 'v2.xlsx' };
    const { comptes, avertissements, doublons, ...reste } = consolider([a, double]);
    const { comptes: seul, avertissements: __, doublons: ___, ...attendu } = consolider([a]);
    expect(comptes).toEqual(seul);
    expect({ ...reste, classeurs: null }).toEqual({ ...attendu, classeurs: null });
    expect(doublons).toEqual([{ ...a.departement, fichiers: [a.fichier, 'v2.xlsx'] }]);
    expect(avertissements).toEqual([`Ain (01) : 2 classeurs (${a.fichier}, v2.xlsx), seul le premier est compté. Retirez du lot les versions périmées.`]);
  });

  test('deux fichiers de même nom et de départements différents comptent tous deux', () => {
    expect(consolider([{ ...a, fichier: 'contrat.xlsx' }, { ...b, fichier: 'contrat.xlsx' }, { ...a, fichier: 'contrat.xlsx' }]).comptes).toHaveLength(2);
  });

  test('tableau d’un côté, plan de l’autre : la suite à donner n’est pas d’en retirer un', () => {
    const { avertissements } = consolider([{ ...a, feuilles: { tableau: true, plan: false } }, { ...a, fichier: 'plan.xlsx', feuilles: { tableau: false, plan: true } }]);
    expect(avertissements[0]).toContain('réunissez-les');
  });

  test.each([
    ['Corse et Haute-Corse', ['20', '2B'], /collectivité de Corse/],
    ['Corse et Corse-du-Sud', ['2A', '20'], /collectivité de Corse/],
    ['les deux départements corses', ['2A', '2B'], null],
    ['Rhône et Métropole', ['69', '69M'], /Métropole de Lyon/],
    ['Rhône seul', ['69', '01'], null],
  ] as const)('%s', (_, [un, deux], attendu) => {
    const meme = { ...b, periode: a.periode };
    const phrases = consolider([renomme(a, un, un), renomme(meme, deux, deux)]).avertissements;
    if (attendu === null) expect(phrases).toEqual([]);
    else expect(phrases.join('\n')).toMatch(attendu);
  });

  test('deux périodes mêlées se disent', () => {
    const [avant, apres] = [0, 1].map((decalage) => EXTRAITS[LOT.findIndex((contrat) => contrat.decalage === decalage)]!) as [Extrait, Extrait];
    expect(consolider([avant, apres]).avertissements).toEqual([expect.stringContaining('2020-2022 (1 classeur), 2021-2023 (1 classeur)')]);
    expect(consolider([avant]).avertissements).toEqual([]);
  });
});
