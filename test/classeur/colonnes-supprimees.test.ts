/** Chaque colonne, supprimée seule : le constat de la colonne perdue, et rien de faux en cascade. */
import { lireDossier } from '../../src/classeur/lire-dossier';
import { cleCellule, type Feuille, type Instantane } from '../../src/classeur/instantane';
import { ecarts } from '../classeurs/ecarts';
import { exemple } from '../classeurs/lecture-comparable';
import { ecrire, supprimer } from '../classeurs/mutations';
import { situer } from '../classeurs/mutations-cdppe';

/** Constats graves qu'une colonne perdue fait apparaître ; les infos ne comptent pas. */
function graves(apparus: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(apparus).filter(([cle]) => !cle.endsWith('info')));
}

const manquantes = (instantane: Instantane) => {
  const { tableau, plan } = lireDossier(instantane);
  return [...(tableau?.colonnesManquantes ?? []), ...(plan?.colonnesManquantes ?? [])].map(({ libelle }) => libelle);
};

/** Excel garde, ou non, le titre d'une fusion dont on supprime la première colonne : les deux se rencontrent. */
function supprimerColonne(instantane: Instantane, feuille: Feuille, colonne: number, titreGarde: boolean): Instantane {
  const sans = supprimer(instantane, feuille.nom, 'colonne', colonne);
  if (!titreGarde) return sans;
  const titres = feuille.fusions.filter((plage) => plage.colonne === colonne && plage.derniereColonne > colonne);
  return ecrire(sans, feuille.nom, titres.map(({ ligne }) => ({ ligne, colonne, valeur: feuille.cellules.get(cleCellule(ligne, colonne))?.valeur ?? null })));
}

const CIBLE = 'Niveau cible de l’objectif';
const ATTEINTE = 'Niveau d’atteinte de l’objectif';

describe.each(['87-haute-vienne-conforme.xlsx', '57-moselle-variante.xlsx'])('%s', (fichier) => {
  const origine = exemple(fichier);
  const { tableau, plan } = situer(origine);
  const essayer = (feuille: Feuille, colonne: number, titreGarde = true) => {
    const sans = supprimerColonne(origine, feuille, colonne, titreGarde);
    const { apparus, valeurs } = ecarts(origine, sans);
    return { manquantes: manquantes(sans), graves: graves(apparus), valeurs };
  };

  test.each(tableau.moments)('tableau de bord : $bloc $annee', ({ bloc, annee, colonne }) => {
    const libelle = bloc === 'diagnostic' ? 'Niveau des indicateurs en 2019 (diagnostic)' : `${bloc === 'cible' ? CIBLE : ATTEINTE}, ${String(annee)}`;
    const { manquantes: lues, graves: apparus, valeurs } = essayer(tableau.feuille, colonne);
    expect([lues, apparus]).toEqual([[libelle], { 'STR-04 bloquant': 1 }]);
    expect(valeurs.every((cle) => cle.endsWith(`${bloc} ${String(annee)}`))).toBe(true);
  });

  test.each([[CIBLE, 'cible'], [ATTEINTE, 'atteinte']] as const)('tableau de bord : « %s », perdu avec son titre, n’est pas deviné', (libelle, bloc) => {
    const premiere = Math.min(...tableau.moments.filter((moment) => moment.bloc === bloc).map(({ colonne }) => colonne));
    const { manquantes: lues, graves: apparus, valeurs } = essayer(tableau.feuille, premiere, false);
    expect([lues, apparus]).toEqual([[libelle], { 'STR-04 bloquant': 1 }]);
    expect(valeurs.every((cle) => cle.includes(` ${bloc} `))).toBe(true);
  });

  test('tableau de bord : Mesure, sans conséquence', () => {
    expect(essayer(tableau.feuille, tableau.colonnes.mesure!)).toEqual({ manquantes: [], graves: {}, valeurs: [] });
  });

  test('tableau de bord : Objectif, une seule cause', () => {
    expect(essayer(tableau.feuille, tableau.colonnes.objectif!)).toEqual({ manquantes: [], graves: { 'STR-02 bloquant': 1 }, valeurs: [] });
  });

  test('tableau de bord : Indicateur, la feuille n’est plus reconnaissable', () => {
    const { graves: apparus } = essayer(tableau.feuille, tableau.colonnes.indicateur);
    expect(apparus).toEqual({ 'STR-01 alerte': 1 });
  });

  const { mesure, objectif, partenaires, departement, etat, total, modalites, annees, actions } = plan.colonnes;

  test('plan : Mesure et Partenaires, sans conséquence', () => {
    expect(essayer(plan.feuille, mesure!)).toMatchObject({ manquantes: [], graves: {}, valeurs: [] });
    expect(essayer(plan.feuille, partenaires!)).toMatchObject({ manquantes: [], graves: {} });
  });

  test('plan : Objectif, la feuille n’est plus reconnaissable', () => {
    expect(essayer(plan.feuille, objectif)).toMatchObject({ graves: { 'STR-01 alerte': 1 } });
  });

  test.each([...annees])('plan : année %i', (annee, colonne) => {
    for (const titreGarde of [true, false]) {
      const { manquantes: lues, graves: apparus } = essayer(plan.feuille, colonne, titreGarde);
      // Les actions rédigées en 2020 sont perdues avec leur colonne.
      const sansActions = plan.forme === 'annees' && annee === 2020 ? { 'FIN-04 alerte': 14 } : {};
      expect([lues, apparus]).toEqual([[String(annee)], { 'STR-04 bloquant': 1, ...sansActions }]);
    }
  });

  test('plan : Total et Modalités', () => {
    expect(essayer(plan.feuille, total!)).toEqual({ manquantes: ['Total pour l’objectif'], graves: { 'STR-04 bloquant': 1 }, valeurs: [] });
    expect(essayer(plan.feuille, modalites!)).toMatchObject({ manquantes: ['Modalités de financement Etat'], graves: { 'STR-04 bloquant': 1 } });
  });

  test.each([['Département', departement!], ['Etat', etat!]] as const)('plan : %s ; les totaux qui la citaient affichent #REF!', (libelle, colonne) => {
    for (const titreGarde of [true, false]) {
      const { manquantes: lues, graves: apparus } = essayer(plan.feuille, colonne, titreGarde);
      expect([lues, Object.keys(apparus)]).toEqual([[libelle], ['FOR-04 bloquant', 'STR-04 bloquant']]);
    }
  });

  if (plan.forme === 'calendrier') {
    test('plan : Actions ; les années marquées restent un calendrier', () => {
      expect(essayer(plan.feuille, actions[0]!)).toMatchObject({ manquantes: ['Actions à mettre en œuvre'], graves: { 'STR-04 bloquant': 1 } });
    });
  }
});
