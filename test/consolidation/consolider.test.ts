import { consolider, type Consolidation } from '../../src/consolidation/consolider';
import { extraire, type Extrait } from '../../src/consolidation/extrait';
import { analyser } from '../../src/moteur/analyser';
import { indicateurDe, type CodeIndicateur } from '../../src/referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../../src/referentiel/objectifs';
import { exemple } from '../classeurs/lecture-comparable';
import { instantaneDe, tirerLot, type ContratTire } from '../classeurs/lot';
import { compterEffectifs, compterEnveloppe, compterMontants, compterTaux, saisieAu, TAUX } from './calcul-independant';

const LOT = tirerLot(2020, 101);
const extraireContrat = (contrat: ContratTire): Extrait => extraire(analyser(instantaneDe(contrat)), contrat.fichier);
const EXTRAITS = LOT.map(extraireContrat);
const CONSOLIDATION = consolider(EXTRAITS);
const retenants = (numero: NumeroObjectif) => LOT.filter(({ retenus }) => retenus.includes(numero));
const objectif = ({ objectifs }: Consolidation, numero: NumeroObjectif) => objectifs.find((candidat) => candidat.numero === numero)!;

describe('le lot tiré est lu tel quel', () => {
  test('départements, périodes et objectifs retenus', () => {
    expect(EXTRAITS.map(({ departement, periode, retenus }) => [departement?.code, periode.diagnostic, [...retenus].sort((a, b) => a - b)]))
      .toEqual(LOT.map(({ code, decalage, retenus }) => [code, 2019 + decalage, [...retenus].sort((a, b) => a - b)]));
  });

  test('il a de quoi éprouver : manques, deux périodes, deux bases', () => {
    expect(new Set(LOT.map(({ decalage }) => decalage)).size).toBe(2);
    expect(new Set(LOT.map(({ base }) => base)).size).toBe(2);
    expect(new Set(LOT.map(({ modalite24 }) => modalite24)).size).toBe(3);
  });
});

describe.each(OBJECTIFS.map(({ numero }) => numero))('objectif %i, face au calcul indépendant', (numero) => {
  const rendu = objectif(CONSOLIDATION, numero);
  const attendus = retenants(numero);

  test('départements qui le retiennent', () => {
    expect(rendu.retenants).toEqual(attendus.map(({ code }) => code));
  });

  test('montants au centime, manquants à part', () => {
    expect(rendu.departement).toEqual(compterMontants(attendus, numero, 'departement'));
    expect(rendu.etat).toEqual(compterMontants(attendus, numero, 'etat'));
  });

  test('effectifs par moment', () => {
    for (const { indicateur, moments } of rendu.indicateurs.filter((lu) => lu.indicateur.type !== 'taux')) {
      for (const { moment, somme } of moments) expect({ code: indicateur.code, moment, somme }).toEqual({ code: indicateur.code, moment, somme: compterEffectifs(attendus, indicateur.code, moment) });
    }
  });

  test('taux pondérés par moment', () => {
    for (const { indicateur, moments } of rendu.indicateurs) {
      const paire = TAUX[indicateur.code];
      if (paire) for (const { moment, taux } of moments) expect({ moment, taux }).toEqual({ moment, taux: compterTaux(attendus, paire, moment) });
    }
  });
});

describe('enveloppes', () => {
  test.each(['FIR', 'P304', 'ONDAM'])('%s au centime, non-réparti et manquants à part', (nom) => {
    const { total, nonReparti, montantsManquants, manquants } = CONSOLIDATION.enveloppes.find(({ enveloppe }) => enveloppe === nom)!;
    expect({ total, nonReparti, montantsManquants, manquants }).toEqual({ ...compterEnveloppe(LOT, nom), manquants: 0 });
    expect(total).toBeGreaterThan(0);
  });

  test('montants nationaux de 2020', () => {
    expect(Object.fromEntries(CONSOLIDATION.enveloppes.map(({ enveloppe, montantNational }) => [enveloppe, montantNational]))).toEqual({ FIR: 15e6, P304: 50e6, ONDAM: 15e6 });
  });
});

describe('face aux cibles nationales', () => {
  const national = (numero: NumeroObjectif, extraits = EXTRAITS) => objectif(consolider(extraits), numero).national;
  const lire = (contrat: ContratTire, code: CodeIndicateur, moment: string) => { const { saisie } = saisieAu(contrat, code, moment); return typeof saisie === 'number' ? saisie : null; };

  test('objectif 1 : taux pondéré à l’horizon de chaque contrat, quelle que soit l’année', () => {
    const attendu = compterTaux(retenants(1), TAUX['o1-taux']!, 'horizon');
    expect(national(1)).toMatchObject({ valeur: attendu.taux, connus: attendu.connus, manquants: attendu.manquants, seuil: 0.2 });
  });

  test('objectif 2 : médecin + protocole sur la cohorte, là où les trois sont connus', () => {
    const complets = LOT.map((contrat) => ['o2-bilans-medecin', 'o2-bilans-protocole', 'o2-cohorte'].map((code) => lire(contrat, code as CodeIndicateur, 'horizon')))
      .filter((trio): trio is number[] => trio.every((valeur) => valeur !== null) && (trio[2]! > 0 || trio[0]! + trio[1]! === 0));
    const somme = (rang: number) => complets.reduce((total, trio) => total + trio[rang]!, 0);
    expect(national(2)).toMatchObject({ valeur: (somme(0) + somme(1)) / somme(2), connus: complets.length, manquants: LOT.length - complets.length });
  });

  test('objectif 18 : places créées = cible − diagnostic, sur ceux qui portent les deux', () => {
    const creees = retenants(18).map((contrat) => [lire(contrat, 'o18-places', 'horizon'), lire(contrat, 'o18-places', 'diagnostic')] as const);
    const connus = creees.filter(([cible, diagnostic]) => cible !== null && diagnostic !== null);
    expect(national(18)).toMatchObject({ etat: 'partielle', seuil: 600, unite: 'places', connus: connus.length, manquants: creees.length - connus.length, valeur: connus.reduce((total, [cible, diagnostic]) => total + cible! - diagnostic!, 0) });
  });

  test('objectif 14 : non jugeable', () => {
    expect(national(14)).toMatchObject({ etat: 'non_jugeable', valeur: null });
  });

  /** Un extrait réduit à l'horizon : femmes suivies avant, après, et naissances. */
  const couverture = (code: string, pre: number | null, post: number | null, naissances: number | null): Extrait => {
    const taux = (numerateur: number | null) => ({ 'cible 2022': { valeur: null, numerateur, denominateur: naissances } });
    return { ...EXTRAITS[0]!, fichier: code, departement: { code, nom: code }, periode: { diagnostic: 2019, annees: [2020, 2021, 2022] }, valeurs: { 'o3-taux-pre': taux(pre), 'o3-taux-post': taux(post) } };
  };

  test.each([
    ['atteinte par le plus grand des deux', [couverture('01', 250, 100, 1000)], 'atteinte', 0.25, 1, 0],
    ['atteinte département par département, jamais d’un taux d’ensemble contre l’autre', [couverture('01', 300, 0, 1000), couverture('02', 0, 300, 1000)], 'atteinte', 0.3, 2, 0],
    ['manquée même en additionnant', [couverture('01', 90, 90, 1000)], 'manquee', 0.18, 1, 0],
    ['indéterminée entre les deux', [couverture('01', 150, 120, 1000)], 'indeterminee', 0.15, 1, 0],
    ['un seul des deux taux ne se juge pas', [couverture('01', 250, 250, 1000), couverture('02', 900, null, 1000)], 'atteinte', 0.25, 1, 1],
    ['rien de connu', [couverture('01', null, null, null)], 'sans_donnee', null, 0, 1],
  ] as const)('objectif 3 : %s', (_, extraits, etat, valeur, connus, manquants) => {
    expect(national(3, extraits as unknown as Extrait[])).toMatchObject({ etat, valeur, connus, manquants });
  });

  test('objectif 2 : à défaut des deux lignes partout, le taux tous bilans, et c’est dit', () => {
    const sans: Extrait = { ...couverture('01', 1, 1, 1), valeurs: { 'o2-taux': { 'cible 2022': { valeur: 0.85, numerateur: 850, denominateur: 1000 } } } };
    expect(national(2, [sans])).toMatchObject({ etat: 'atteinte', valeur: 0.85, precision: expect.stringContaining('tous bilans confondus') as string });
  });
});

describe('ce qui manque n’est jamais zéro', () => {
  const vierge = extraire(analyser(exemple('annexe-5-vierge.xlsx'), { departement: '23' }), 'vierge.xlsx');

  test('un classeur à remplir : valeurs et montants manquants, totaux inchangés, dit', () => {
    const avec = consolider([...EXTRAITS.filter(({ departement }) => departement!.code !== '23'), vierge]);
    const sans = consolider(EXTRAITS.filter(({ departement }) => departement!.code !== '23'));
    expect(vierge.verdict).toBe('a_remplir');
    for (const { numero, fondamental } of OBJECTIFS) {
      const plus = fondamental ? 1 : 0;
      for (const financeur of ['departement', 'etat'] as const) {
        const { total, connus, manquants } = objectif(sans, numero)[financeur];
        expect(objectif(avec, numero)[financeur]).toEqual({ total, connus, manquants: manquants + plus });
      }
    }
    avec.enveloppes.forEach((enveloppe, rang) => { expect(enveloppe).toEqual({ ...sans.enveloppes[rang]!, manquants: 1 }); });
    expect(avec.avertissements).toContain('Encore à remplir : vierge.xlsx. Leurs valeurs sont comptées manquantes, jamais zéro.');
  });

  test('un lot de classeurs vierges ne montre aucun zéro', () => {
    const { objectifs } = consolider([vierge]);
    for (const { departement, indicateurs } of objectifs) {
      expect(departement.connus).toBe(0);
      for (const { moments } of indicateurs) for (const { somme, taux } of moments) expect([somme.connus, taux?.taux ?? null]).toEqual([0, null]);
    }
  });

  test('une feuille absente se compte', () => {
    const sansPlan: Extrait = { ...EXTRAITS[0]!, feuilles: { tableau: true, plan: false }, montants: {}, enveloppes: null };
    const { objectifs, enveloppes, avertissements } = consolider([sansPlan]);
    expect(objectifs[0]!.etat).toEqual({ total: 0, connus: 0, manquants: 1 });
    expect(enveloppes.map(({ manquants }) => manquants)).toEqual([1, 1, 1]);
    expect(avertissements.join('\n')).toContain('Sans plan d’action reconnu : ');
  });

  test('aucun retour, aucun accompagné : zéro sur zéro est une donnée, cinq sur zéro non', () => {
    const taux = (numerateur: number, denominateur: number) => ({ ...EXTRAITS[0]!, retenus: [22] as const, valeurs: { 'o22-taux': { diagnostic: { valeur: null, numerateur, denominateur } } } });
    const diagnostic = (extrait: Extrait) => objectif(consolider([extrait]), 22).indicateurs.find(({ indicateur }) => indicateur.code === 'o22-taux')!.moments[0]!.taux;
    expect(indicateurDe('o22-taux').type).toBe('taux');
    expect(diagnostic(taux(0, 0))).toMatchObject({ connus: 1, manquants: 0, taux: null });
    expect(diagnostic(taux(5, 0))).toMatchObject({ connus: 0, manquants: 1, taux: null });
  });
});
