import { proposerTaux } from '../../src/formules/style';
import { TAUX } from '../../src/referentiel/taux';
import { adresse as a, MOMENTS, monter, type OptionsMontage } from './tableau';

/** Tous les taux écrits par `ecrire`, sauf celui de l'objectif 6 en 2019, à proposer. */
function proposer(ecrire: ((n: string, d: string) => string) | null, options: OptionsMontage = {}) {
  const cellules: Record<string, string> = {};
  for (const { code, numerateurs: [numerateur], denominateur } of ecrire ? TAUX : []) {
    MOMENTS.forEach((_, rang) => { cellules[a(code, rang)] = ecrire!(a(numerateur, rang), a(denominateur, rang)); });
  }
  delete cellules[a('o6-taux')];
  const { tableau, service } = monter({ ...options, cellules: { ...cellules, ...options.cellules } });
  return proposerTaux({ tableau, service, code: 'o6-taux', moment: MOMENTS[0]! });
}

const [N, D] = [a('o6-evaluees-3-mois'), a('o6-evaluees')];

test.each<[string, (n: string, d: string) => string, string]>([
  ['SI à guillemets', (n, d) => `=IF(${d}=0,"",${n}/${d})`, `=IF(${D}=0,"",${N}/${D})`],
  ['SIERREUR et son repli', (n, d) => `=IFERROR(${n}/${d},0)`, `=IFERROR(${N}/${D},0)`],
  ['repli « n.d. » et arrondi', (n, d) => `=IFERROR(ROUND(${n}/${d},3),"n.d.")`, `=IFERROR(ROUND(${N}/${D},3),"n.d.")`],
  ['ESTERREUR', (n, d) => `=IF(ISERROR(${n}/${d}),"-",${n}/${d})`, `=IF(ISERROR(${N}/${D}),"-",${N}/${D})`],
  ['références absolues : l’écriture, sans les « $ »', (n, d) => `=IF($${d}=0,"",$${n}/$${d})`, `=IF(${D}=0,"",${N}/${D})`],
  ['signe plus en tête', (n, d) => `=+IF(${d}=0,"",${n}/${d})`, `=IF(${D}=0,"",${N}/${D})`],
  ['préfixe de fonction récente gardé tel quel', (n, d) => `=IF(${d}=0,"",_xlfn.IFNA(${n}/${d},0))`, `=IF(${D}=0,"",_xlfn.IFNA(${N}/${D},0))`],
  ['sans garde : la formule par défaut', (n, d) => `=${n}/${d}`, `=IF(${D}=0,"",${N}/${D})`],
  ['garde incomplète : la formule par défaut', (n, d) => `=IF(${d}="","",${n}/${d})`, `=IF(${D}=0,"",${N}/${D})`],
  ['cent fois le rapport : la formule par défaut', (n, d) => `=IFERROR(100*${n}/${d},0)`, `=IF(${D}=0,"",${N}/${D})`],
  ['une cellule étrangère n’est pas un style', (n, d) => `=IF(OR(${d}=0,J5=0),"",${n}/${d})`, `=IF(${D}=0,"",${N}/${D})`],
])('%s', (_nom, ecrire, attendue) => {
  expect(proposer(ecrire)).toBe(attendue);
});

test('sans aucun style, la formule par défaut', () => {
  expect(proposer(null)).toBe(`=IF(${D}=0,"",${N}/${D})`);
});

test('le style le plus fréquent l’emporte, pas le dernier', () => {
  const rare = { [a('o2-taux')]: `=IFERROR(${a('o2-bilans')}/${a('o2-cohorte')},0)` };
  expect(proposer((n, d) => `=IF(${d}=0,"",${n}/${d})`, { cellules: rare })).toBe(`=IF(${D}=0,"",${N}/${D})`);
});

test('une minorité gardée l’emporte sur une majorité sans garde', () => {
  const gardee = { [a('o2-taux')]: `=IFERROR(${a('o2-bilans')}/${a('o2-cohorte')},0)` };
  expect(proposer((n, d) => `=${n}/${d}`, { cellules: gardee })).toBe(`=IFERROR(${N}/${D},0)`);
});

test('à égalité, le premier style rencontré', () => {
  const cellules = { [a('o1-taux')]: `=IFERROR(${a('o1-entretiens-cd')}/${a('o1-naissances')},"")`, [a('o2-taux')]: `=IF(${a('o2-cohorte')}=0,0,${a('o2-bilans')}/${a('o2-cohorte')})` };
  expect(proposer(null, { cellules })).toBe(`=IFERROR(${N}/${D},"")`);
});

test('le numérateur de l’objectif 1 suit la source de sa ligne', () => {
  const [, snds, naissances] = ['o1-entretiens-cd', 'o1-entretiens-snds', 'o1-naissances'] as const;
  const cellules = Object.fromEntries([1, 2].map((rang) => [a('o1-taux', rang), `=IFERROR(${a(snds, rang)}/${a(naissances, rang)},0)`]));
  const { tableau, service } = monter({ cellules });
  expect(proposerTaux({ tableau, service, code: 'o1-taux', moment: MOMENTS[0]! })).toBe(`=IFERROR(${a(snds)}/${a(naissances)},0)`);
});

test('sans la ligne d’un opérande, aucune proposition', () => {
  expect(proposer(null, { sans: ['o6-evaluees'] })).toBeNull();
});
