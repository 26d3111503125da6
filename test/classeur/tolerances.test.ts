/** Un classeur retouché sans que rien n'y soit perdu se lit comme l'original. */
import type { Instantane } from '../../src/classeur/instantane';
import type { CodeIndicateur } from '../../src/referentiel/indicateurs';
import { exemple } from '../classeurs/lecture-comparable';
import { ecarts } from '../classeurs/ecarts';
import { ABREGES, MEMES, OBJECTIFS_ABREGES, RETOUCHES, type RetoucheTexte } from '../classeurs/libelles-retouches';
import { defusionner, deplacer, ecrire, fusionner, retoucherTextes, supprimer } from '../classeurs/mutations';
import { ajouterColonne, enchainer, enTetesSurUneLigne, permuterBlocs, situer, type Retouche } from '../classeurs/mutations-cdppe';

const BASES = ['87-haute-vienne-conforme.xlsx', '57-moselle-variante.xlsx', 'annexe-5-vierge.xlsx'] as const;

/** Retouche les libellés : mesures, objectifs et indicateurs des deux feuilles. */
const libelles = (retoucher: RetoucheTexte): Retouche => (instantane) => {
  const { tableau, plan } = situer(instantane);
  return [tableau, plan].reduce((avant, { feuille, colonnes, enTete }) =>
    retoucherTextes(avant, feuille.nom, (texte, { ligne, colonne }) => (ligne > enTete.derniereLigne && Object.values(colonnes).includes(colonne) && colonne <= 4 ? retoucher(texte) : texte)), instantane);
};

const abregerIndicateurs: Retouche = (instantane) => {
  const { tableau } = situer(instantane);
  return ecrire(instantane, tableau.feuille.nom, Object.entries(ABREGES).map(([code, valeur]) => ({ ligne: tableau.indicateurs.get(code as CodeIndicateur)!.ligne, colonne: tableau.colonnes.indicateur, valeur })));
};

const abregerObjectifs: Retouche = (instantane) => {
  const { tableau, plan } = situer(instantane);
  return [tableau, plan].reduce((avant, { feuille, objectifs }) =>
    ecrire(avant, feuille.nom, [...objectifs.values()].map(({ numero, libelle: { ligne, colonne } }) => ({ ligne, colonne, valeur: OBJECTIFS_ABREGES[numero] }))), instantane);
};

const numeroter: Retouche = (instantane) => {
  const { tableau, plan } = situer(instantane);
  return [tableau, plan].reduce((avant, { feuille, objectifs }) =>
    ecrire(avant, feuille.nom, [...objectifs.values()].map(({ numero, libelle: { ligne, colonne, texte } }) => ({ ligne, colonne, valeur: `Objectif n° ${String(numero)} : ${texte.replace(/^\d+\. /, '')}` }))), instantane);
};

const deuxFeuilles = (retoucher: (instantane: Instantane, nom: string) => Instantane): Retouche => (instantane) => {
  const { tableau, plan } = situer(instantane);
  return retoucher(retoucher(instantane, tableau.feuille.nom), plan.feuille.nom);
};

/** Défait les fusions ; les libellés sont répétés sur chaque ligne (les montants, non). */
const repeter: Retouche = (instantane) => {
  const { tableau, plan } = situer(instantane);
  return [{ ...tableau, max: tableau.colonnes.indicateur }, { ...plan, max: plan.colonnes.objectif }].reduce((avant, { feuille, max }) =>
    defusionner(defusionner(avant, feuille.nom, { repeter: true, garder: ({ colonne }) => colonne > max }), feuille.nom), instantane);
};

const deplacerColonne = (nature: 'tableau' | 'plan', role: 'mesure' | 'objectif' | 'indicateur', avant: number): Retouche => (instantane) => {
  const { feuille, colonnes } = situer(instantane)[nature];
  return deplacer(instantane, feuille.nom, 'colonne', (colonnes as Record<string, number>)[role]!, 1, avant);
};

const sansColonne = (nature: 'tableau' | 'plan', role: 'mesure' | 'partenaires'): Retouche => (instantane) => {
  const { feuille, colonnes } = situer(instantane)[nature];
  return supprimer(instantane, feuille.nom, 'colonne', (colonnes as Record<string, number>)[role]!);
};

const commenter: Retouche = enchainer(
  ajouterColonne('tableau', 5, 'Source et commentaires sur le diagnostic', () => 'extraction de juillet 2020'),
  ajouterColonne('tableau', 7, 'Commentaires cible 2020', () => 'à confirmer'),
  (instantane) => ajouterColonne('tableau', situer(instantane).tableau.enTete.derniereColonne + 1, "Observations sur le niveau d'atteinte 2022", () => 'sans objet')(instantane),
  (instantane) => ajouterColonne('plan', situer(instantane).plan.enTete.derniereColonne + 1, "Etat d'avancement", () => 'en cours')(instantane),
);

const calculer: Retouche = (instantane) => {
  const { moments, enTete } = situer(instantane).tableau;
  const fin = Math.max(enTete.derniereColonne, ...moments.map(({ colonne }) => colonne));
  return enchainer(ajouterColonne('tableau', fin + 1, "% d'atteinte de la cible 2022", () => 0.5), ajouterColonne('tableau', fin + 2, 'Ecart cible / atteinte 2022', () => 3), ajouterColonne('tableau', fin + 3, 'Evolution 2019-2022', () => 0.1))(instantane);
};

const MUTATIONS: Readonly<Record<string, Retouche>> = {
  'en-têtes sur une ligne': enTetesSurUneLigne,
  'blocs cible et atteinte permutés': permuterBlocs,
  'fusions défaites': deuxFeuilles((instantane, nom) => defusionner(instantane, nom)),
  'fusions défaites, en-têtes sur une ligne': enchainer(enTetesSurUneLigne, deuxFeuilles((instantane, nom) => defusionner(instantane, nom))),
  'objectif et mesure répétés sur chaque ligne': repeter,
  'colonne N° en tête': enchainer(ajouterColonne('tableau', 1, 'N°', (ligne) => ligne - 5, true), ajouterColonne('plan', 1, 'N°', (ligne) => ligne - 5, true)),
  'colonnes de commentaires': commenter,
  'colonnes calculées': calculer,
  'sans colonne Mesure au tableau': sansColonne('tableau', 'mesure'),
  'sans colonne Mesure au plan': sansColonne('plan', 'mesure'),
  'mesure après l’objectif': enchainer(repeter, (instantane) => deplacerColonne('tableau', 'mesure', situer(instantane).tableau.colonnes.indicateur)(instantane)),
  'indicateur en première colonne': enchainer(repeter, deplacerColonne('tableau', 'indicateur', 1)),
  'titre fusionné juste au-dessus de l’en-tête': deuxFeuilles((instantane, nom) => {
    const { tableau } = situer(instantane);
    const { enTete } = tableau.feuille.nom === nom ? tableau : situer(instantane).plan;
    const ligne = enTete.ligne - 1;
    return fusionner(ecrire(instantane, nom, [{ ligne, colonne: enTete.colonne, valeur: "Suivi de l'atteinte des cibles 2020-2022 et financements prévus" }]), nom, `A${String(ligne)}:J${String(ligne)}`);
  }),
  'numéros et « Objectif n° »': numeroter,
};

/** Retouches de plusieurs sortes à la fois : chacune suppose ce que les autres ont changé. */
const CUMULS: Readonly<Record<string, Retouche>> = {
  'répétés, puis colonne N°': enchainer(repeter, ajouterColonne('tableau', 1, 'N°', () => 1, true), ajouterColonne('plan', 1, 'N°', () => 1, true)),
  'blocs permutés, commentaires, plan sans mesure': enchainer(permuterBlocs, commenter, sansColonne('plan', 'mesure')),
  'calculs, en-têtes sur une ligne, fusions défaites': enchainer(calculer, enTetesSurUneLigne, deuxFeuilles((instantane, nom) => defusionner(instantane, nom))),
};

const MUETTES: Readonly<Record<string, Retouche>> = { ...MUTATIONS, ...CUMULS, ...Object.fromEntries(Object.entries(MEMES).map(([nom, retoucher]) => [nom, libelles(retoucher)] as const)) };

const DITES: Readonly<Record<string, Retouche>> = {
  ...Object.fromEntries(Object.entries(RETOUCHES).map(([nom, retoucher]) => [nom, libelles(retoucher)] as const)),
  'indicateurs abrégés': abregerIndicateurs,
  'objectifs abrégés': abregerObjectifs,
  'bandeaux compris, fautes et libellés répétés': enchainer(libelles(RETOUCHES['fautes']!), repeter),
  'tout abrégé': enchainer(abregerIndicateurs, abregerObjectifs),
  'tout abrégé, fusions défaites, en-têtes sur une ligne': enchainer(abregerIndicateurs, abregerObjectifs, enTetesSurUneLigne, deuxFeuilles((instantane, nom) => defusionner(instantane, nom))),
};

describe.each(BASES)('%s', (fichier) => {
  const origine = exemple(fichier);

  test.each(Object.entries(MUETTES))('%s : rien ne change', (_, retouche) => {
    const { valeurs, apparus, disparus } = ecarts(origine, retouche(origine));
    // La variante porte déjà un libellé retouché, que la retouche récrit.
    const { 'STR-05 info': redits, ...autres } = apparus;
    expect({ valeurs, autres, redits }).toEqual({ valeurs: [], autres: {}, redits: disparus['STR-05 info'] });
  });

  test.each(Object.entries(DITES))('%s : tout se lit, et les libellés retouchés se disent (STR-05)', (_, retouche) => {
    const { valeurs, apparus } = ecarts(origine, retouche(origine));
    expect({ valeurs, codes: Object.keys(apparus) }).toEqual({ valeurs: [], codes: ['STR-05 info'] });
  });
});
