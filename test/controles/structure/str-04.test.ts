import { STR_04 } from '../../../src/controles/structure/str-04';
import { analyser } from '../../../src/moteur/analyser';
import { base, classeur, decalerAnnees, eprouver, planDe, sansColonnesPlan, sansFeuille, sansMoments, tableauDe, type Modif } from '../aide';

eprouver(STR_04, [
  { nom: 'conforme', attendus: [] },
  { nom: 'modèle vierge', base: 'vierge', attendus: [] },
  { nom: 'variante : blocs inversés, calendrier', base: 'moselle', attendus: [] },
  { nom: 'contrat 2021-2023', modifs: [decalerAnnees(1)], attendus: [] },
  { nom: 'plan absent', modifs: [sansFeuille('plan')], attendus: [], nonVerifies: [/plan d’action/] },
]);

/** Colonnes retirées, et intitulés que le contrôle réclame. */
const cas: readonly (readonly [nom: string, modif: Modif, intitules: readonly string[]])[] = [
  ['diagnostic', sansMoments('diagnostic'), ['Niveau des indicateurs en 2019 (diagnostic)']],
  ['cible 2022', sansMoments('cible 2022'), ['Niveau cible de l’objectif, 2022']],
  ['cible 2021', sansMoments('cible 2021'), ['Niveau cible de l’objectif, 2021']],
  ['atteinte 2022', sansMoments('atteinte 2022'), ['Niveau d’atteinte de l’objectif, 2022']],
  ['bloc des cibles', sansMoments('cible 2020', 'cible 2021', 'cible 2022'), ['Niveau cible de l’objectif']],
  ['bloc des niveaux d’atteinte', sansMoments('atteinte 2020', 'atteinte 2021', 'atteinte 2022'), ['Niveau d’atteinte de l’objectif']],
  ['Département', sansColonnesPlan('departement'), ['Département']],
  ['Etat', sansColonnesPlan('etat'), ['Etat']],
  ['Total', sansColonnesPlan('total'), ['Total pour l’objectif']],
  ['Modalités', sansColonnesPlan('modalites'), ['Modalités de financement Etat']],
  ['année 2021 du plan', sansColonnesPlan('annee 2021'), ['2021']],
  ['toutes les années du plan : un bloc absent, une cause', sansColonnesPlan('annee 2020', 'annee 2021', 'annee 2022'), ['2020, 2021, 2022']],
];

test.each(cas)('colonne absente : %s', (_, modif, intitules) => {
  const { rapport } = analyser(classeur([modif]), { registre: [STR_04] });
  expect(rapport.constats.map(({ message }) => /« (.*?) » est introuvable/.exec(message)?.[1])).toEqual(intitules);
  for (const { gravite, emplacement, feuille, source, suite } of rapport.constats) {
    const { dossier } = base();
    const { enTete } = feuille === tableauDe(dossier).feuille.id ? tableauDe(dossier) : planDe(dossier);
    expect(gravite).toBe('bloquant');
    expect(source).toMatch(/en-tête/);
    expect(suite).toMatch(/Rétablir la colonne/);
    expect(emplacement!.ligne).toBeGreaterThanOrEqual(enTete.ligne);
    expect(emplacement!.ligne).toBeLessThanOrEqual(enTete.derniereLigne);
  }
});

test('ce que portait la colonne absente n’est jamais dit conforme', () => {
  const { rapport } = analyser(classeur([sansMoments('cible 2022')]));
  const parCode = new Map(rapport.controles.map(({ code, nonVerifies }) => [code, nonVerifies.length]));
  for (const code of ['CIB-01', 'CIB-02', 'CIB-03', 'CIB-05'] as const) expect([code, parCode.get(code)]).toEqual([code, expect.any(Number)]);
  expect([parCode.get('CIB-01'), parCode.get('CIB-02'), parCode.get('CIB-05')].every((nombre) => nombre! > 0)).toBe(true);
});
