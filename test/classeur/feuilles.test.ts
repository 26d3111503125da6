/** Quelle feuille fait foi : par le contenu, sans pari. */
import { lireDossier } from '../../src/classeur/lire-dossier';
import type { Feuille, Instantane, Valeur } from '../../src/classeur/instantane';
import { INDICATEURS } from '../../src/referentiel/indicateurs';
import { OBJECTIFS } from '../../src/referentiel/objectifs';
import { ecarts } from '../classeurs/ecarts';
import { exemple } from '../classeurs/lecture-comparable';
import { casesDe, changerFeuille, copierFeuille, ecrire, feuilleDe, feuilleNeuve, insererFeuille, masquer, retirerFeuille, supprimer } from '../classeurs/mutations';
import { situer } from '../classeurs/mutations-cdppe';

const CONFORME = exemple('87-haute-vienne-conforme.xlsx');
const VIERGE = exemple('annexe-5-vierge.xlsx');
const [TABLEAU, PLAN] = ['Tableau de bord', "Plan d'action"] as const;
const noms = (instantane: Instantane) => {
  const { tableau, plan, feuillesEcartees } = lireDossier(instantane);
  return { tableau: tableau?.feuille.nom ?? null, plan: plan?.feuille.nom ?? null, ecartees: feuillesEcartees.map(({ feuille, nature }) => `${nature} ${feuille.nom}`) };
};
const ajouter = (...feuilles: readonly Feuille[]) => feuilles.reduce((instantane, feuille) => insererFeuille(instantane, 0, feuille), CONFORME);
const vierge = (nom: string, copie: string): Feuille => ({ ...feuilleDe(VIERGE, nom), id: `vierge:${copie}`, nom: copie });
const lus = situer(CONFORME);

describe('deux feuilles pour une', () => {
  test.each([
    ['deux tableaux remplis : pas de pari', copierFeuille(CONFORME, TABLEAU, 'Version 2'), { tableau: null, plan: PLAN, ecartees: [`tableau ${TABLEAU}`, 'tableau Version 2'] }],
    ['deux plans remplis : pas de pari', copierFeuille(CONFORME, PLAN, 'Version 2'), { tableau: TABLEAU, plan: null, ecartees: [`plan ${PLAN}`, 'plan Version 2'] }],
    ['la copie est masquée', copierFeuille(CONFORME, TABLEAU, 'Version 2', { visibilite: 'masquee' }), { tableau: TABLEAU, plan: PLAN, ecartees: [] }],
    ['l’original est masqué', masquer(copierFeuille(CONFORME, TABLEAU, 'Version 2'), TABLEAU, 'tres_masquee'), { tableau: 'Version 2', plan: PLAN, ecartees: [] }],
    ['l’autre est le modèle vierge', ajouter(vierge(TABLEAU, 'Modèle 5.2'), vierge(PLAN, 'Modèle 5.3')), { tableau: TABLEAU, plan: PLAN, ecartees: [] }],
    ['deux modèles vierges', insererFeuille(VIERGE, 2, vierge(TABLEAU, 'Bis')), { tableau: TABLEAU, plan: PLAN, ecartees: [] }],
    ['toutes masquées', masquer(masquer(CONFORME, TABLEAU), PLAN), { tableau: TABLEAU, plan: PLAN, ecartees: [] }],
  ] as const)('%s', (_, instantane, attendu) => {
    expect(noms(instantane)).toEqual(attendu);
  });

  test('une trame au diagnostic prérempli ne gêne pas le tableau rempli', () => {
    const cellules = [...lus.tableau.indicateurs.values()].map(({ ligne }) => ({ ligne, colonne: 4, valeur: 12 }));
    const trame = feuilleDe(ecrire(VIERGE, TABLEAU, cellules), TABLEAU);
    expect(noms(ajouter({ ...trame, id: 'trame', nom: 'Trame' }))).toEqual({ tableau: TABLEAU, plan: PLAN, ecartees: [] });
  });

  test('un petit tableau rempli ne l’emporte pas sur l’annexe vierge, même masquée', () => {
    const titres = ['Objectif', 'Indicateur', 'Diagnostic 2019', 'Cible 2020', 'Cible 2021', 'Cible 2022', 'Réalisé 2020', 'Réalisé 2021'];
    const extrait = feuilleNeuve('Suivi VAD', [titres, ...INDICATEURS.filter(({ objectif }) => objectif === 3).map(({ libelle }) => ['VAD', libelle, 10, 12, 13, 14, 15, 16])]);
    expect(noms(insererFeuille(VIERGE, 0, extrait))).toMatchObject({ tableau: TABLEAU });
    expect(noms(insererFeuille(masquer(VIERGE, TABLEAU), 0, extrait))).toMatchObject({ tableau: TABLEAU });
  });

  test('un plan masqué et complet ne l’emporte pas sur le plan visible, réduit aux fondamentaux', () => {
    const facultatives = OBJECTIFS.filter(({ fondamental }) => !fondamental).map(({ numero }) => lus.plan.objectifs.get(numero)!.lignes[0]!).sort((a, b) => b - a);
    const reduit = facultatives.reduce((instantane, ligne) => supprimer(instantane, PLAN, 'ligne', ligne), CONFORME);
    const modele = insererFeuille(reduit, 0, { ...feuilleDe(CONFORME, PLAN), id: 'autre', nom: 'Trame', visibilite: 'masquee' });
    expect(noms(modele)).toMatchObject({ plan: PLAN, ecartees: [] });
  });

  test.each([6, 9] as const)('un document réparti sur deux feuilles, à partir de l’objectif %i, ne se lit pas à moitié', (numero) => {
    const coupure = lus.tableau.objectifs.get(numero)!.libelle.ligne;
    const garder = (depuis: number, jusqua: number) => (feuille: Feuille) => ({ ...feuille, cellules: new Map([...feuille.cellules].filter(([, { ligne }]) => ligne <= lus.tableau.enTete.derniereLigne || (ligne >= depuis && ligne <= jusqua))), fusions: [] });
    const deux = changerFeuille(copierFeuille(changerFeuille(CONFORME, TABLEAU, garder(1, coupure - 1)), TABLEAU, 'Suite'), 'Suite', () => ({ ...garder(coupure, 999)(feuilleDe(CONFORME, TABLEAU)), id: 'suite', nom: 'Suite' }));
    expect(noms(deux)).toEqual({ tableau: null, plan: PLAN, ecartees: [`tableau ${TABLEAU}`, 'tableau Suite'] });
  });
});

const titre = (texte: string): readonly Valeur[] => [texte];
const FEUILLES: Readonly<Record<string, Feuille>> = {
  'synthèse qui cite tous les objectifs': feuilleNeuve('Synthèse', [titre('Synthèse du contrat'), ['Objectif', 'Avancement', 'Pilote', 'Commentaire'], ...OBJECTIFS.map(({ libelle }) => [libelle, '50 %', 'PMI', 'en cours'])]),
  'annexe 2 recopiée': feuilleNeuve('Annexe 2', [titre('Annexe 2 : objectifs du contrat départemental'), ['Mesure', 'Objectif', 'Caractère'], ...OBJECTIFS.map(({ mesure, libelle, fondamental }) => [mesure.libelle, libelle, fondamental ? 'fondamental' : 'facultatif'])]),
  'annexe 4 : objectifs et sources': feuilleNeuve('Annexe 4', [titre('Annexe 4 : financements'), ['Objectif', 'Source de financement de l’Etat'], ...OBJECTIFS.map(({ libelle, modalite }) => [libelle, modalite])]),
  'récapitulatif financier': feuilleNeuve('Récapitulatif', [titre('Récapitulatif financier'), ['Objectif', 'Département', 'Etat'], ...OBJECTIFS.map(({ libelle }) => [libelle, 1000, 1000])]),
  'définitions des indicateurs': feuilleNeuve('Définitions', [['Indicateur', 'Définition', 'Source'], ...INDICATEURS.map(({ libelle, nom }) => [libelle, nom, 'annexe 6'])]),
  'liste déroulante des objectifs': feuilleNeuve('Listes', OBJECTIFS.map(({ libelle }) => [libelle])),
};

describe('feuilles qui parlent de la même chose', () => {
  test.each(Object.entries(FEUILLES))('%s : n’est pas une annexe, et ne gêne pas', (_, feuille) => {
    expect(ecarts(CONFORME, ajouter(feuille))).toMatchObject({ valeurs: [], apparus: {}, disparus: {} });
  });

  test.each(Object.entries(FEUILLES).filter(([nom]) => nom !== 'récapitulatif financier'))('%s, seule : ni tableau ni plan', (_, feuille) => {
    expect(noms(insererFeuille({ ...CONFORME, feuilles: [] }, 0, feuille))).toEqual({ tableau: null, plan: null, ecartees: [] });
  });

  test('le tableau de bord sans sa colonne d’indicateurs n’est pas un second plan', () => {
    const sans = supprimer(CONFORME, TABLEAU, 'colonne', lus.tableau.colonnes.indicateur);
    expect(noms(sans)).toEqual({ tableau: null, plan: PLAN, ecartees: [] });
  });

  test.each([[TABLEAU], [PLAN]])('sans « %s », l’autre se lit', (nom) => {
    expect(noms(retirerFeuille(CONFORME, nom))).toEqual({ tableau: nom === TABLEAU ? null : TABLEAU, plan: nom === PLAN ? null : PLAN, ecartees: [] });
  });
});

describe('grosse feuille étrangère', () => {
  const mots = ['Limoges', 'Objectif de vaccination', 'indicateur local', 'Renforcer les équipes de PMI', 'engagement'];
  const grosse = feuilleNeuve('Extraction', Array.from({ length: 60_000 }, (_, rang) => [`${mots[rang % mots.length]!} ${String(rang)}`, rang, mots[(rang + 1) % mots.length]!]));

  test('60 000 lignes ne changent rien', () => {
    expect(ecarts(CONFORME, ajouter(grosse))).toMatchObject({ valeurs: [], apparus: {}, disparus: {} });
  });

  test('aucune de ses cellules n’est calculée', () => {
    const lues = new Set<string>();
    lireDossier(ajouter(grosse), { lireValeur: (feuille, ligne, colonne) => { lues.add(feuille.nom); return feuille.cellules.get(ligne * 16384 + colonne - 1)?.valeur ?? null; } });
    expect([...lues].sort()).toEqual([PLAN, TABLEAU]);
  });
});

/** Les deux annexes dans une même feuille, la seconde décalée de `droite` colonnes et sous la première. */
function reunir(droite: number, ecart: number): Instantane {
  const [haut, bas] = [feuilleDe(CONFORME, TABLEAU), feuilleDe(CONFORME, PLAN)];
  const descente = haut.derniereLigne + ecart;
  const cellules = [...bas.cellules.values()].filter(({ formule }) => formule === null);
  const reunie = { ...CONFORME, feuilles: [{ ...haut, nom: 'Contrat', fusions: [...haut.fusions, ...bas.fusions.map(({ ligne, colonne, derniereLigne, derniereColonne }) => ({ ligne: ligne + descente, derniereLigne: derniereLigne + descente, colonne: colonne + droite, derniereColonne: derniereColonne + droite }))] }] };
  return ecrire(reunie, 'Contrat', cellules.map(({ ligne, colonne, valeur }) => ({ ligne: ligne + descente, colonne: colonne + droite, valeur })));
}

describe('deux tableaux dans une feuille', () => {
  test.each([[0, 2], [0, 10], [2, 1], [12, 3]])('l’un sous l’autre, décalé de %i colonnes, à %i lignes', (droite, ecart) => {
    const { tableau, plan } = lireDossier(reunir(droite, ecart));
    expect([tableau!.indicateurs.size, tableau!.objectifs.size, plan!.objectifs.size]).toEqual([43, 26, 26]);
    expect([...tableau!.anomalies, ...plan!.anomalies, ...tableau!.colonnesManquantes, ...plan!.colonnesManquantes]).toEqual([]);
    expect(plan!.colonnes.departement).toBe(lus.plan.colonnes.departement! + droite);
  });
});

test('une fusion de colonnes entières ne dérange pas la lecture', () => {
  const large = changerFeuille(CONFORME, TABLEAU, (feuille) => ({ ...feuille, fusions: [...feuille.fusions, { ligne: 80, derniereLigne: 1_048_576, colonne: 1, derniereColonne: 16_384 }] }));
  expect(ecarts(CONFORME, large)).toMatchObject({ valeurs: [], apparus: {} });
  expect(casesDe({ ligne: 1, derniereLigne: 2, colonne: 1, derniereColonne: 2 })).toHaveLength(4);
});
