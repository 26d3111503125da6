/** Plans d'action retouchés : colonnes ajoutées ou renommées, partenaires financiers, périodes. */
import type { PlanAction } from '../../src/classeur/dossier';
import type { Instantane } from '../../src/classeur/instantane';
import { lireDossier } from '../../src/classeur/lire-dossier';
import { ecarts } from '../classeurs/ecarts';
import { exemple } from '../classeurs/lecture-comparable';
import { ecrire, supprimer } from '../classeurs/mutations';
import { ajouterColonne, decalerAnnees, enchainer, totauxAvec, type Retouche } from '../classeurs/mutations-cdppe';

const CONFORME = exemple('87-haute-vienne-conforme.xlsx');
const NOM = "Plan d'action";
const lirePlan = (instantane: Instantane): PlanAction => lireDossier(instantane).plan!;
const intact = lirePlan(CONFORME);
const { departement, etat, total, modalites } = intact.colonnes as { departement: number; etat: number; total: number; modalites: number };

/** Montants d'un partenaire sur quelques lignes, repris dans les totaux. */
const partenaire = (avant: number, titre: string): Retouche =>
  enchainer(ajouterColonne('plan', avant, titre, (ligne) => ([7, 12, 18].includes(ligne) ? 12_000 : null)), totauxAvec(avant));

describe('partenaires financiers', () => {
  test.each([
    ['CAF, entre Etat et Total', partenaire(total, 'CAF'), [['CAF', total]]],
    ['communes, à droite des modalités', partenaire(modalites + 1, 'Communes et EPCI'), [['Communes et EPCI', modalites + 1]]],
    ['« Partenaires » sous Financements, confondu avec la colonne Partenaires', partenaire(total, 'Partenaires'), [['Partenaires', total]]],
    ['deux partenaires', enchainer(partenaire(total, 'CAF'), partenaire(total + 2, 'MSA')), [['CAF', total], ['MSA', total + 2]]],
  ] as const)('%s', (_, retouche, attendus) => {
    const retouche_ = retouche(CONFORME);
    expect(lirePlan(retouche_).colonnes.partenairesFinanciers.map(({ libelle, colonne }) => [libelle, colonne])).toEqual(attendus);
    expect(lirePlan(retouche_).colonnes.partenaires).toBe(intact.colonnes.partenaires);
    expect(ecarts(CONFORME, retouche_)).toMatchObject({ verdict: 'conforme', apparus: {}, disparus: {} });
  });

  test.each(['Commentaires sur le financement', 'Taux de participation', "Etat d'avancement", 'Nature de la dépense', 'Date de versement', 'Programme budgétaire', 'Part Etat (%)'])('« %s » sous Financements n’est pas un montant', (titre) => {
    const retouche = ajouterColonne('plan', total, titre, (ligne) => (ligne === 7 ? 'à préciser' : null))(CONFORME);
    expect(lirePlan(retouche).colonnes).toMatchObject({ departement, etat, total: total + 1, modalites: modalites + 1, partenairesFinanciers: [] });
    expect(ecarts(CONFORME, retouche)).toMatchObject({ valeurs: [], apparus: {}, disparus: {} });
  });
});

describe('titres proches', () => {
  const renommer = (colonne: number, titre: string): Retouche => (instantane) => ecrire(instantane, NOM, [{ ligne: intact.enTete.derniereLigne, colonne, valeur: titre }]);
  test.each([
    ['departement', departement, ['Conseil départemental', 'Part Département', 'CD', 'DEPARTEMENT', 'Financement du Département', 'Montant CD', 'Crédits départementaux (en €)']],
    ['etat', etat, ['ETAT', 'État', 'Part de l’Etat', 'Financement Etat', 'Etat (FIR / PLF)', 'Crédits Etat', "Contribution de l'Etat", 'Etat 2020']],
    ['total', total, ['Total', 'TOTAL', 'Total par objectif', 'Coût total', 'Montant total']],
    ['modalites', modalites, ['Modalités', 'Source de financement', 'Modalités de cofinancement Etat', 'MODALITES DE FINANCEMENT']],
  ] as const)('%s', (role, colonne, titres) => {
    for (const titre of titres) expect([titre, lirePlan(renommer(colonne, titre)(CONFORME)).colonnes[role]]).toEqual([titre, colonne]);
  });

  test.each(["Etat d'avancement", 'Etat des lieux', 'Modalités de mise en œuvre', "Modalités d'évaluation", 'Total Département', 'Départements partenaires (%)', "Pilote de l'action", "N° de l'action", 'Indicateurs de suivi des actions'])('« %s », à gauche des actions, ne prend la place de rien', (titre) => {
    const retouche = ajouterColonne('plan', 3, titre, () => 'texte', true)(CONFORME);
    expect(ecarts(CONFORME, retouche)).toMatchObject({ valeurs: [], apparus: {}, disparus: {} });
  });

  test.each([['Etat', etat], ['Département', departement], ['Total', total]] as const)('deux colonnes « %s » : aucune n’est choisie, STR-04', (titre, colonne) => {
    const retouche = ajouterColonne('plan', colonne, titre)(CONFORME);
    const { colonnesManquantes } = lirePlan(retouche);
    expect(colonnesManquantes.map(({ libelle }) => libelle)).toEqual([titre === 'Total' ? 'Total pour l’objectif' : titre]);
  });

  test('une colonne par année : pas de pari sur l’une d’elles', () => {
    const retouche = enchainer(renommer(etat, 'Etat 2020'), ajouterColonne('plan', etat + 1, 'Etat 2021'))(CONFORME);
    expect(lirePlan(retouche).colonnes.etat).toBeNull();
  });
});

describe('périodes', () => {
  test.each([[1, [2021, 2022, 2023]], [2, [2022, 2023, 2024]]] as const)('décalée de %i an(s)', (ecart, annees) => {
    const { tableau, plan, periode } = lireDossier(decalerAnnees(ecart)(CONFORME));
    expect([periode, tableau!.periode, plan!.periode].map((lue) => lue.annees)).toEqual([annees, annees, annees]);
    expect(periode.diagnostic).toBe(annees[0] - 1);
    expect([...tableau!.colonnesManquantes, ...plan!.colonnesManquantes]).toEqual([]);
  });

  test('contrat de deux ans : 2021-2022', () => {
    const decale = decalerAnnees(1)(CONFORME);
    const { tableau, plan } = lireDossier(decale);
    const derniers = [...tableau!.moments].filter(({ annee }) => annee === 2023).map(({ colonne }) => colonne).sort((a, b) => b - a);
    const deuxAns = supprimer(derniers.reduce((avant, colonne) => supprimer(avant, tableau!.feuille.nom, 'colonne', colonne), decale), NOM, 'colonne', plan!.colonnes.annees.get(2023)!);
    const lu = lireDossier(deuxAns);
    expect([lu.periode, lu.plan!.periode]).toEqual([{ diagnostic: 2020, annees: [2021, 2022] }, { diagnostic: 2020, annees: [2021, 2022] }]);
    expect([...lu.tableau!.colonnesManquantes, ...lu.plan!.colonnesManquantes]).toEqual([]);
  });

  test('un historique d’avant le diagnostic n’est ni un suivi ni une année du contrat', () => {
    const avec = ajouterColonne('tableau', 4, 'Réalisé 2018', () => 12)(CONFORME);
    expect(ecarts(CONFORME, avec)).toMatchObject({ valeurs: [], apparus: {}, disparus: {} });
  });
});
