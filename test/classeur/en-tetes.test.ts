/** En-têtes du tableau de bord : étages, années, blocs, versions, et ce qui n'est pas un niveau. */
import type { Valeur } from '../../src/classeur/instantane';
import { lireDossier } from '../../src/classeur/lire-dossier';
import { lettresColonne } from '../../src/classeur/adresse';
import type { Instantane } from '../../src/classeur/instantane';
import { ecarts } from '../classeurs/ecarts';
import { exemple } from '../classeurs/lecture-comparable';
import { changerFeuille, deplacer, ecrire, fusionner, inserer, type Ecriture } from '../classeurs/mutations';
import { ajouterColonne, enchainer, type Retouche } from '../classeurs/mutations-cdppe';

const CONFORME = exemple('87-haute-vienne-conforme.xlsx');
const NOM = 'Tableau de bord';
const [HAUT, BAS] = [4, 5];
const VIDES: readonly Valeur[] = [null, null, null, null, null, null, null, null, null, null];

const moments = (instantane: Instantane) => lireDossier(instantane).tableau!.moments.map(({ colonne, bloc, annee }) => `${lettresColonne(colonne)} ${bloc} ${String(annee)}`);
const manquantes = (instantane: Instantane) => lireDossier(instantane).tableau!.colonnesManquantes.map(({ libelle }) => libelle);

/** Récrit l'en-tête : deux rangées de dix titres ; les fusions sont défaites, sauf celles données. */
const recrire = (haut: readonly Valeur[], bas: readonly Valeur[], ...fusions: readonly string[]): Retouche => (instantane) => {
  const nu = changerFeuille(instantane, NOM, (feuille) => ({ ...feuille, fusions: feuille.fusions.filter(({ ligne }) => ligne < HAUT || ligne > BAS) }));
  const cellules = (ligne: number, titres: readonly Valeur[]): readonly Ecriture[] => titres.map((valeur, rang) => ({ ligne, colonne: rang + 1, valeur }));
  return fusionner(ecrire(nu, NOM, [...cellules(HAUT, haut), ...cellules(BAS, bas)]), NOM, ...fusions);
};

const LIBELLES = ['Mesure', 'Objectif', 'Indicateur'] as const;
const ANNEES = [2020, 2021, 2022, 2020, 2021, 2022] as const;
const rien3 = [null, null, null] as const;

const FORMES: Readonly<Record<string, Retouche>> = {
  'blocs au-dessus des intitulés': recrire([...rien3, 'Diagnostic', 'Niveau cible', null, null, "Niveau d'atteinte", null, null], [...LIBELLES, 2019, ...ANNEES]),
  'blocs au-dessus des intitulés, fusionnés': recrire([...rien3, 'Diagnostic', 'Niveau cible', null, null, "Niveau d'atteinte", null, null], [...LIBELLES, 2019, ...ANNEES], 'E4:G4', 'H4:J4'),
  'une ligne vide entre les deux étages': enchainer(recrire([...rien3, 'Diagnostic', 'Niveau cible', null, null, "Niveau d'atteinte", null, null], [...LIBELLES, 2019, ...ANNEES]), (instantane) => inserer(instantane, NOM, 'ligne', BAS)),
  'intitulés en haut, blocs et années en bas': recrire([...LIBELLES, ...VIDES.slice(3)], [...rien3, 'T0 (2019)', 'Cible 2020', 'Cible 2021', 'Cible 2022', 'Réalisé 2020', 'Réalisé 2021', 'Réalisé 2022']),
  'blocs nommés autrement': recrire([...LIBELLES, 'Situation initiale (2019)', 'Objectif à atteindre', null, null, 'Résultats obtenus', null, null], [...rien3, null, ...ANNEES]),
  'bloc titré de toute la période': recrire([...LIBELLES, 'Niveau 2019 (diagnostic)', 'Niveau cible 2020-2022', null, null, "Niveau d'atteinte 2020-2022", null, null], [...rien3, null, ...ANNEES]),
  'années en toutes lettres': recrire([...LIBELLES, 'Diagnostic', 'Cibles', null, null, "Niveaux d'atteinte", null, null], [...rien3, 'Année 2019', 'Année 2020', 'Année 2021', 'Année 2022', 'Au 31/12/2020', 'Au 31/12/2021', 'Au 31/12/2022']),
  'diagnostic sans autre titre que son année': recrire([...LIBELLES, null, 'Niveau cible', null, null, "Niveau d'atteinte", null, null], [...rien3, 2019, ...ANNEES]),
  'diagnostic dit « Réalisé 2019 »': recrire([...LIBELLES, 'Réalisé 2019', 'Niveau cible', null, null, 'Réalisé', null, null], [...rien3, null, ...ANNEES]),
  'titre du tableau fusionné sur l’étage du dessus': enchainer(recrire([...LIBELLES, 'Diagnostic 2019', 'Cible 2020', 'Cible 2021', 'Cible 2022', 'Atteinte 2020', 'Atteinte 2021', 'Atteinte 2022'], VIDES), (instantane) => fusionner(ecrire(instantane, NOM, [{ ligne: 3, colonne: 1, valeur: "Annexe 5.2 : niveaux cibles et niveaux d'atteinte 2020" }]), NOM, 'A3:J3')),
  'ligne de numéros de colonnes sous l’en-tête': (instantane) => ecrire(inserer(instantane, NOM, 'ligne', 6), NOM, VIDES.map((_, rang) => ({ ligne: 6, colonne: rang + 1, valeur: `(${String(rang + 1)})` }))),
  'années saisies en dates': (instantane) => changerFeuille(instantane, NOM, (feuille) => ({ ...feuille, cellules: new Map([...feuille.cellules].map(([cle, cellule]) =>
    [cle, cellule.ligne === BAS && typeof cellule.valeur === 'number' ? { ...cellule, format: 'dd/mm/yyyy', valeur: Date.UTC(cellule.valeur, 11, 31) / 86_400_000 + 25_569 } : cellule])) })),
  'en-tête dix lignes plus bas': (instantane) => inserer(instantane, NOM, 'ligne', HAUT, 10),
};

test.each(Object.entries(FORMES))('%s', (_, retouche) => {
  const { valeurs, apparus, disparus } = ecarts(CONFORME, retouche(CONFORME));
  expect({ valeurs, apparus, disparus }).toEqual({ valeurs: [], apparus: {}, disparus: {} });
});

test('les années au-dessus, cible et atteinte en dessous', () => {
  const croise = [8, 9].reduce((instantane, depuis, rang) => deplacer(instantane, NOM, 'colonne', depuis, 1, 6 + 2 * rang), changerFeuille(CONFORME, NOM, (feuille) => ({ ...feuille, fusions: feuille.fusions.filter(({ ligne }) => ligne > BAS) })));
  const titre = recrire([...LIBELLES, 'Diagnostic 2019', 2020, null, 2021, null, 2022, null], [...rien3, null, 'Cible', 'Atteinte', 'Cible', 'Atteinte', 'Cible', 'Atteinte']);
  const attendus = ['D diagnostic 2019', 'E cible 2020', 'F atteinte 2020', 'G cible 2021', 'H atteinte 2021', 'I cible 2022', 'J atteinte 2022'];
  expect(moments(titre(croise))).toEqual(attendus);
  expect(moments(fusionner(titre(croise), NOM, 'E4:F4', 'G4:H4', 'I4:J4'))).toEqual(attendus);
  expect(ecarts(CONFORME, titre(croise)).valeurs).toEqual([]);
});

describe('colonnes qui parlent d’un niveau sans le porter', () => {
  test.each([
    'Commentaire sur la cible 2021', 'Source du diagnostic 2019', "Taux d'atteinte 2022", "% d'atteinte de la cible 2022", 'Ecart à la cible 2022', "Niveau d'atteinte au 1er semestre 2021", 'S1 2021',
    'Evolution 2019-2022', 'Mode de calcul', 'Date du diagnostic', 'Justification de la cible 2020', 'Réalisé 2017', 'Pilote',
  ])('« %s »', (titre) => {
    for (const avant of [4, 5, 8, 11]) {
      const avec = ajouterColonne('tableau', avant, titre, () => 7)(CONFORME);
      expect([avant, ecarts(CONFORME, avec).valeurs, manquantes(avec)]).toEqual([avant, [], []]);
    }
  });
});

describe('deux colonnes pour un même niveau', () => {
  const doubler = (titre: string) => enchainer(
    recrire([...LIBELLES, 'Diagnostic 2019', 'Cible 2020', 'Cible 2021', 'Cible 2022', 'Atteinte 2020', 'Atteinte 2021', 'Atteinte 2022'], VIDES),
    (instantane) => ecrire(inserer(instantane, NOM, 'colonne', 8), NOM, [{ ligne: HAUT, colonne: 8, valeur: titre }]),
  )(CONFORME);

  test.each(['Cible 2022 révisée', 'Cible 2022 (avenant)', 'Cible 2022 bis'])('« %s » ne remplace pas la cible signée', (titre) => {
    expect(moments(doubler(titre))).toContain('G cible 2022');
    expect(manquantes(doubler(titre))).toEqual([]);
  });

  test('deux fois « Cible 2022 » : aucune n’est choisie', () => {
    expect(moments(doubler('Cible 2022')).filter((moment) => moment.includes('cible 2022'))).toEqual([]);
    expect(manquantes(doubler('Cible 2022'))).toEqual(['Niveau cible de l’objectif, 2022']);
  });
});

test('un bloc sans titre ne se devine pas', () => {
  const sansAtteinte = recrire([...LIBELLES, 'Diagnostic 2019', 'Niveau cible', ...VIDES.slice(5)], [...rien3, null, ...ANNEES])(CONFORME);
  expect(moments(sansAtteinte)).toEqual(['D diagnostic 2019', 'E cible 2020', 'F cible 2021', 'G cible 2022']);
  expect(manquantes(sansAtteinte)).toEqual(['Niveau d’atteinte de l’objectif']);
});

test('sans aucun en-tête lisible, la feuille n’est pas lue de travers', () => {
  const muet = recrire(VIDES, VIDES)(CONFORME);
  expect(lireDossier(muet).tableau).toBeNull();
});
