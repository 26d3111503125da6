import { comparer, type Changement, type Comparaison } from '../../src/comparaison/comparer';
import { comparaisonCsv, comparaisonHtml, comparaisonTexte } from '../../src/comparaison/rendus';
import type { Instantane } from '../../src/classeur/instantane';
import { analyser, type Analyse } from '../../src/moteur/analyser';
import { deplacer, inserer } from '../classeurs/deplacements';
import { exemple } from '../classeurs/lecture-comparable';
import { auPlan, planDe, tableauDe, valeur, type Lieu } from '../controles/lieux';
import { departement, poser, type Contenu, type Modif } from '../controles/modifs';

const NOM = '87-haute-vienne-conforme.xlsx';
const BASE = exemple(NOM);
const AVANT = analyser(BASE);
const { dossier } = AVANT;
const TDB = tableauDe(dossier).feuille.nom;
const PLAN = planDe(dossier).feuille.nom;

const modifier = (...modifs: readonly Modif[]): Analyse => analyser(modifs.reduce((instantane, modif) => modif(instantane, dossier), BASE));
const dire = ({ quoi, nature, avant, apres }: Changement) => `${quoi} [${nature}] ${avant ?? 'vide'} → ${apres ?? 'vide'}`;
const apres = (...poses: readonly (readonly [Lieu, Contenu])[]): Comparaison => comparer(AVANT, modifier(...poses.map(([lieu, contenu]) => poser(lieu, contenu))));
const simple = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ');

describe('rien n’a changé', () => {
  const ordre = (instantane: Instantane): Instantane => ({ ...instantane, feuilles: [...instantane.feuilles].reverse() });
  test.each<readonly [string, Instantane]>([
    ['le même classeur', BASE],
    ['lignes insérées au tableau', inserer(BASE, TDB, 'ligne', 3, 4)],
    ['colonne insérée au tableau', inserer(BASE, TDB, 'colonne', 1)],
    ['bloc d’un objectif déplacé', deplacer(BASE, TDB, 'ligne', 34, 2, 44)],
    ['bloc des cibles déplacé après les niveaux d’atteinte', deplacer(BASE, TDB, 'colonne', 5, 3, 11)],
    ['lignes insérées au plan', inserer(BASE, PLAN, 'ligne', 4, 3)],
    ['colonne insérée au plan', inserer(BASE, PLAN, 'colonne', 1, 2)],
    ['feuilles dans un autre ordre', ordre(BASE)],
    ['feuilles renommées', { ...BASE, feuilles: BASE.feuilles.map((feuille) => ({ ...feuille, nom: `${feuille.nom} v2` })) }],
  ])('%s', (_, instantane) => {
    const { changements, apparus, resolus, restants } = comparer(AVANT, analyser(instantane));
    expect(changements.map(dire)).toEqual([]);
    expect([apparus, resolus]).toEqual([[], []]);
    expect(restants).toBe(AVANT.rapport.constats.length);
  });

  test('et c’est écrit', () => {
    expect(comparaisonTexte(comparer(AVANT, AVANT))).toContain('Aucune donnée n’a changé.');
  });
});

describe('ce qui change, et rien d’autre', () => {
  test.each<readonly [string, readonly (readonly [Lieu, Contenu])[], readonly string[]]>([
    ['une cible', [[valeur('o12-familles', 'cible 2021'), 195]], ['cible 2021 [valeur] 190 familles → 195 familles']],
    ['une valeur effacée', [[valeur('o12-familles', 'cible 2021'), null]], ['cible 2021 [valeur] 190 familles → vide']],
    ['une valeur devenue « ND »', [[valeur('o12-familles', 'cible 2021'), 'ND']], ['cible 2021 [valeur] 190 familles → ND']],
    ['un niveau d’atteinte renseigné', [[valeur('o23-enfants', 'atteinte 2020'), 44]], ['niveau d’atteinte 2020 [valeur] vide → 44 enfants']],
    ['un opérande : le taux suit', [[valeur('o1-entretiens-cd', 'cible 2022'), 700]], ['cible 2022 [valeur] 698 entretiens → 700 entretiens', 'cible 2022 [valeur] 20,5 % → 20,6 %']],
    ['un écart sous l’arrondi ne se tait pas', [[valeur('o4-enfants-vad', 'cible 2022'), 3891]], ['cible 2022 [valeur] 3 890 enfants → 3 891 enfants', 'cible 2022 [valeur] 15,498 % → 15,502 %']],
    ['une formule remplacée par une constante', [[valeur('o1-taux', 'diagnostic'), 0.12]], ['diagnostic 2019 [formule] entretiens du 4e mois (DREES / CD) ÷ naissances domiciliées (objectif 1) → valeur saisie']],
    ['une autre source au numérateur', [[valeur('o1-taux', 'diagnostic'), { formule: '={o1-entretiens-snds}/{o1-naissances}' }]], ['diagnostic 2019 [valeur] 12 % → 10 %', 'diagnostic 2019 [formule] entretiens du 4e mois (DREES / CD) ÷ naissances domiciliées (objectif 1) → entretiens du 4e mois (SNDS) ÷ naissances domiciliées (objectif 1)']],
    ['la même formule, autrement écrite', [[valeur('o1-taux', 'diagnostic'), { formule: '=IFERROR({o1-entretiens-cd}/{o1-naissances},"")' }]], []],
    ['un montant au centime', [[auPlan(4, 'departement'), 120000.01]], ['Département [montant] 120 000 € → 120 000,01 €', 'total [montant] 210 000 € → 210 000,01 €']],
    ['un montant illisible : le total n’est pas vide', [[auPlan(4, 'etat'), 'à définir']], ['Etat [montant] 90 000 € → à définir', 'total [montant] 210 000 € → #VALUE!']],
    ['un total saisi au lieu d’être calculé', [[auPlan(4, 'total'), 210000]], ['total [formule] calcul → valeur saisie']],
    ['une modalité', [[auPlan(4, 'modalites'), 'FIR (ARS)']], ['modalités de financement [texte] FIR → FIR (ARS)']],
    ['des partenaires', [[auPlan(4, 'partenaires'), 'CAF']], ['partenaires [texte] vide → CAF']],
  ])('%s', (_, poses, attendus) => {
    const dits = apres(...poses).changements.map(dire).map(simple);
    expect(dits).toEqual(attendus);
  });

  test('une action réécrite : l’ancienne et la nouvelle, pas les autres', () => {
    const [change, ...autres] = apres([auPlan(4, 'actions'), 'Action n°5 : Deux équipes mobiles de puéricultrices']).changements;
    expect(autres).toEqual([]);
    expect(change).toMatchObject({ objectif: 4, quoi: 'actions', nature: 'texte', apres: expect.stringContaining('Deux équipes mobiles') as string, avant: expect.stringContaining('Équipe mobile') as string });
  });

  test('un objectif facultatif retenu', () => {
    expect(apres([valeur('o14-enfants', 'cible 2022'), 12]).changements.map(dire)).toEqual(expect.arrayContaining(['objectif retenu [retenu] non retenu → retenu', 'cible 2022 [valeur] vide → 12 enfants']));
  });

  test('la variation est relative à l’avant', () => {
    expect(apres([valeur('o12-familles', 'cible 2021'), 209]).changements[0]!.variation).toBeCloseTo(0.1, 10);
    expect(apres([valeur('o23-enfants', 'atteinte 2020'), 44]).changements[0]!.variation).toBeNull();
  });
});

describe('constats', () => {
  const casse = modifier(poser(auPlan(4, 'departement'), 10_000));

  test('apparus dans un sens, résolus dans l’autre', () => {
    const [aller, retour] = [comparer(AVANT, casse), comparer(casse, AVANT)];
    expect(aller.apparus.map(({ code }) => code)).toContain('FIN-01');
    expect(aller.resolus).toEqual([]);
    expect(retour.resolus).toEqual(aller.apparus);
    expect(retour.restants).toBe(aller.restants);
  });

  test('un constat dont seule la valeur change reste le même', () => {
    const { apparus, resolus } = comparer(casse, modifier(poser(auPlan(4, 'departement'), 11_000)));
    expect([apparus, resolus]).toEqual([[], []]);
  });
});

test('comparer(b, a) est le miroir de comparer(a, b)', () => {
  const autre = analyser(exemple('87-haute-vienne-anomalies.xlsx'));
  const [aller, retour] = [comparer(AVANT, autre), comparer(autre, AVANT)];
  expect(aller.changements.length).toBeGreaterThan(5);
  const cle = ({ objectif, indicateur, quoi, nature, avant: a, apres: b }: Changement, miroir: boolean) => JSON.stringify([objectif, indicateur, quoi, nature, ...(miroir ? [b, a] : [a, b])]);
  expect(retour.changements.map((change) => cle(change, true)).sort()).toEqual(aller.changements.map((change) => cle(change, false)).sort());
  expect([retour.apparus, retour.resolus, retour.restants]).toEqual([aller.resolus, aller.apparus, aller.restants]);
});

describe('avertissements', () => {
  test.each<readonly [string, Analyse, RegExp | null]>([
    ['le même contrat', casserRien(), null],
    ['un autre département', modifier(departement('Creuse')), /même département : Haute-Vienne \(87\), puis Creuse \(23\)/],
    ['plan absent', analyser({ ...BASE, feuilles: BASE.feuilles.filter(({ nom }) => nom !== PLAN) }), /plan d’action n’est pas reconnu dans la version d’après : .* effacé/],
  ])('%s', (_, autre, attendu) => {
    const { avertissements } = comparer(AVANT, autre);
    if (attendu === null) expect(avertissements).toEqual([]);
    else expect(avertissements.join('\n')).toMatch(attendu);
  });
});

function casserRien(): Analyse {
  return analyser({ ...BASE, nom: 'copie.xlsx' });
}

describe('rendus', () => {
  const comparaison = comparer(AVANT, modifier(poser(valeur('o12-familles', 'cible 2021'), 209), poser(auPlan(4, 'partenaires'), '<script>alert(1)</script>')));

  test('texte', () => {
    expect(simple(comparaisonTexte(comparaison))).toContain('familles bénéficiaires de TISF, cible 2021 : 190 familles → 209 familles (+10 %)');
    expect(comparaisonTexte(comparaison)).toContain('partenaires : ajouté « <script>alert(1)</script> »');
  });

  test('HTML échappé, sans rien d’extérieur', () => {
    const html = comparaisonHtml(comparaison);
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/https?:\/\//);
    expect(html).toContain('&lt;script&gt;');
  });

  test('CSV : une ligne par changement et par constat, en français', () => {
    const [enTete, ...lignes] = comparaisonCsv(comparaison).replace('\ufeff', '').trimEnd().split('\r\n');
    expect(enTete).toBe('Quoi;Objectif;Donnée ou contrôle;Avant, ou retiré;Après, ou ajouté;Variation (%)');
    expect(lignes).toHaveLength(comparaison.changements.length + comparaison.apparus.length + comparaison.resolus.length);
    expect(simple(lignes.join('\n'))).toContain('changement;12;familles bénéficiaires de TISF, cible 2021;190 familles;209 familles;10');
    expect(lignes.join('\n')).toContain(';partenaires;–;<script>alert(1)</script>;');
  });
});
