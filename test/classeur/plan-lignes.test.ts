/** Plans d'action retouchés : lignes ajoutées, objectifs locaux, totaux et sous-totaux, notes. */
import { formatA1 } from '../../src/classeur/adresse';
import type { PlanAction } from '../../src/classeur/dossier';
import type { Instantane } from '../../src/classeur/instantane';
import { lireDossier } from '../../src/classeur/lire-dossier';
import { objectifDe, type NumeroObjectif } from '../../src/referentiel/objectifs';
import { ecarts } from '../classeurs/ecarts';
import { exemple } from '../classeurs/lecture-comparable';
import { ecrire, inserer, supprimer, type Ecriture } from '../classeurs/mutations';
import { ajouterAction, ajouterLigne, ecrireDessous, enchainer } from '../classeurs/mutations-cdppe';

const CONFORME = exemple('87-haute-vienne-conforme.xlsx');
const VARIANTE = exemple('57-moselle-variante.xlsx');
const NOM = "Plan d'action";
const lirePlan = (instantane: Instantane): PlanAction => lireDossier(instantane).plan!;
const intact = lirePlan(CONFORME);
const { departement, etat } = intact.colonnes as { departement: number; etat: number };
const ligneDe = (numero: NumeroObjectif) => intact.objectifs.get(numero)!.lignes[0]!;

const montants = (ligne: number, { plan }: { plan: PlanAction }, part: number): readonly Ecriture[] => [
  { ligne, colonne: plan.colonnes.departement!, valeur: part },
  { ligne, colonne: plan.colonnes.etat!, valeur: part },
  { ligne, colonne: plan.colonnes.total!, formule: `=${formatA1(ligne, plan.colonnes.departement!)}+${formatA1(ligne, plan.colonnes.etat!)}`, valeur: 2 * part },
];

describe('lignes', () => {
  test.each([[CONFORME], [VARIANTE]])('une ligne d’action ajoutée sans libellé est à son objectif', (origine) => {
    const retouche = ajouterAction(8, { action: 'Action n°99 : Plan de contrôle des lieux', departement: 5000, etat: 4000 })(origine);
    expect(lirePlan(retouche).objectifs.get(8)!.lignes).toHaveLength(2);
    expect(ecarts(origine, retouche)).toMatchObject({ valeurs: ['8 departement', '8 etat', '8 actions', 'TOTAL etat'], apparus: {}, disparus: {} });
  });

  test('un objectif local n’est versé à aucun autre, et compte dans TOTAL', () => {
    const local = ajouterLigne('plan', 9, (ligne, lus) => [{ ligne, colonne: 2, valeur: 'Prévenir l’obésité infantile (objectif spécifique de santé publique)' }, { ligne, colonne: 3, valeur: 'Action : ateliers en PMI' }, { ligne, colonne: lus.plan.colonnes.modalites!, valeur: 'FIR' }, ...montants(ligne, lus, 10_000)]);
    const retouche = local(CONFORME);
    expect(lirePlan(retouche).lignesLocales).toEqual([ligneDe(9)]);
    const { verdict, valeurs, apparus } = ecarts(CONFORME, retouche);
    expect({ verdict, valeurs, apparus }).toEqual({ verdict: 'conforme', valeurs: ['locales etat', 'TOTAL etat'], apparus: { 'STR-07 info': 1 } });
  });

  test('un objectif local de deux lignes, libellé répété, ne se dit qu’une fois', () => {
    const ligne = (action: string) => ajouterLigne('plan', 9, (place, lus) => [{ ligne: place, colonne: 2, valeur: 'Prévenir l’obésité infantile' }, { ligne: place, colonne: 3, valeur: action }, ...montants(place, lus, 1000)]);
    const retouche = enchainer(ligne('ateliers'), ligne('dépistage'))(CONFORME);
    expect(lirePlan(retouche)).toMatchObject({ lignesLocales: [ligneDe(9), ligneDe(9) + 1], anomalies: [{ nature: 'objectif_inconnu' }] });
  });

  test('un libellé qui convient à deux objectifs n’est rattaché à aucun', () => {
    const retouche = ecrire(CONFORME, NOM, [{ ligne: ligneDe(15), colonne: 2, valeur: 'Soutenir les familles en situation de handicap' }, { ligne: ligneDe(15), colonne: departement, valeur: 1000 }]);
    const { anomalies, lignesLocales, objectifs } = lirePlan(retouche);
    expect(anomalies).toMatchObject([{ nature: 'objectif_ambigu', ligne: ligneDe(15) }]);
    expect([lignesLocales, objectifs.has(15), objectifs.get(14)!.lignes]).toEqual([[ligneDe(15)], false, [ligneDe(14)]]);
  });

  test('une autre mesure sans objectif n’est pas la suite de l’objectif d’avant', () => {
    const retouche = ajouterLigne('plan', 9, (ligne, lus) => [{ ligne, colonne: 1, valeur: 'Mesure locale : soutien à la parentalité' }, ...montants(ligne, lus, 500)])(CONFORME);
    expect(lirePlan(retouche)).toMatchObject({ lignesLocales: [ligneDe(9)], anomalies: [{ nature: 'objectif_inconnu' }] });
    expect(lirePlan(retouche).objectifs.get(17)!.lignes).toEqual([ligneDe(17)]);
  });

  test('sous-totaux par engagement : ni objectif, ni ligne d’objectif', () => {
    const sousTotal = (devant: NumeroObjectif, titre: string) => ajouterLigne('plan', devant, (ligne) => [{ ligne, colonne: 1, valeur: titre }, { ligne, colonne: departement, formule: `=SUBTOTAL(9,G7:G${String(ligne - 1)})`, valeur: 1 }, { ligne, colonne: etat, formule: `=SUBTOTAL(9,H7:H${String(ligne - 1)})`, valeur: 1 }]);
    for (const titre of ['Sous-total engagement 1', 'TOTAL Engagement 1', 'Total', 'S/Total']) {
      const lu = lirePlan(sousTotal(9, titre)(CONFORME));
      expect([titre, lu.lignesLocales, lu.objectifs.get(17)!.lignes, lu.ligneTotal, lu.anomalies]).toEqual([titre, [], [ligneDe(17)], intact.ligneTotal! + 1, []]);
    }
  });

  test('une action qui commence par « Total » n’est pas une ligne TOTAL', () => {
    const retouche = ajouterAction(8, { action: 'Total réaménagement du circuit de contrôle', departement: 5000, etat: 4000 })(CONFORME);
    expect(lirePlan(retouche).objectifs.get(8)!.lignes).toHaveLength(2);
    const libellee = ecrire(CONFORME, NOM, [{ ligne: ligneDe(8), colonne: 3, valeur: 'Totalité des établissements contrôlés' }]);
    expect(lirePlan(libellee)).toMatchObject({ ligneTotal: intact.ligneTotal });
  });

  test('un sous-total par objectif, libellé répété, ne compte pas deux fois', () => {
    const retouche = ajouterLigne('plan', 7, (ligne) => [{ ligne, colonne: 2, valeur: objectifDe(6).libelle }, { ligne, colonne: 3, valeur: 'Sous-total objectif 6' }, { ligne, colonne: departement, valeur: 150_000 }, { ligne, colonne: etat, valeur: 135_000 }])(CONFORME);
    expect(lirePlan(retouche).objectifs.get(6)!.lignes).toEqual(intact.objectifs.get(6)!.lignes);
  });

  test('sous le total : rappels, notes et signatures ne sont pas du plan', () => {
    const dessous = enchainer(
      ecrireDessous('plan', 1, [{ colonne: 1, valeur: 'dont FIR' }, { colonne: etat, valeur: 350_000 }]),
      ecrireDessous('plan', 1, [{ colonne: 2, valeur: 'dont programme 304' }, { colonne: etat, valeur: 600_000 }]),
      ecrireDessous('plan', 2, [{ colonne: 1, valeur: 'Note : les montants sont annuels.' }]),
      ecrireDessous('plan', 1, [{ colonne: 4, valeur: 'Le président du conseil départemental' }]),
    )(CONFORME);
    expect(ecarts(CONFORME, dessous)).toMatchObject({ valeurs: [], apparus: {}, disparus: {} });
    expect(lirePlan(dessous)).toMatchObject({ derniereLigne: intact.derniereLigne, anomalies: [] });
  });

  test('sans ligne TOTAL, une note fusionnée sous le tableau n’est pas un objectif', () => {
    const sans = supprimer(CONFORME, NOM, 'ligne', intact.ligneTotal!);
    const note = ecrireDessous('plan', 2, [{ colonne: 1, valeur: 'Note : les actions sont détaillées en annexe.' }])(sans);
    expect(lirePlan(note)).toMatchObject({ anomalies: [], lignesLocales: [] });
    expect(lirePlan(note).objectifs.get(26)!.lignes).toEqual([ligneDe(26)]);
  });

  test('une ligne TOTAL qui a perdu son libellé n’est pas une ligne du dernier objectif', () => {
    const muette = ecrire(CONFORME, NOM, [{ ligne: intact.ligneTotal!, colonne: 1 }]);
    expect(ecarts(CONFORME, muette)).toMatchObject({ valeurs: [], apparus: {}, disparus: {} });
  });

  test('en-tête répété en milieu de tableau', () => {
    const ligne = ligneDe(9);
    const insere = inserer(CONFORME, NOM, 'ligne', ligne, 2);
    const repete = ecrire(insere, NOM, [[1, 'Mesure', 0], [2, 'Objectif', 0], [3, 'Actions à mettre en œuvre', 0], [6, 'Partenaires', 0], [7, 'Financements prévus  (le cas échéant)', 0], [3, 2020, 1], [4, 2021, 1], [5, 2022, 1], [7, 'Département', 1], [8, 'Etat', 1]].map(([colonne, valeur, rang]) => ({ ligne: ligne + (rang as number), colonne: colonne as number, valeur: valeur! })));
    expect(ecarts(CONFORME, repete)).toMatchObject({ valeurs: [], apparus: {}, disparus: {} });
  });

  test.each([22, 26] as const)('objectif %s : la mesure répète l’objectif, fusionnée avec lui ou seule', (numero) => {
    const { mesure, libelle } = objectifDe(numero);
    expect([mesure.libelle, numero]).toEqual([libelle, numero]);
    const sansObjectif = ecrire(CONFORME, NOM, [{ ligne: ligneDe(numero), colonne: 1, valeur: mesure.libelle }, { ligne: ligneDe(numero), colonne: 2 }, { ligne: ligneDe(numero), colonne: departement, valeur: 130_000 }]);
    expect(lirePlan(sansObjectif).objectifs.get(numero)?.lignes).toEqual([ligneDe(numero)]);
  });
});
