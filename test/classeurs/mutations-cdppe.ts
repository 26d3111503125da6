/** Retouches qu'un département fait à un classeur officiel : en-têtes, blocs, lignes, colonnes, années. */
import { formatA1, lettresColonne } from '../../src/classeur/adresse';
import type { Dossier, PlanAction, TableauDeBord } from '../../src/classeur/dossier';
import { cleCellule, type Instantane, type Valeur } from '../../src/classeur/instantane';
import { lireDossier } from '../../src/classeur/lire-dossier';
import { OBJECTIFS, type NumeroObjectif } from '../../src/referentiel/objectifs';
import { changerFeuille, deplacer, ecrire, feuilleDe, inserer, retoucherTextes, supprimer, type Ecriture } from './mutations';

/** Les deux feuilles d'un classeur où la lecture est sûre (celui qu'on s'apprête à retoucher). */
export function situer(instantane: Instantane): { readonly tableau: TableauDeBord; readonly plan: PlanAction } {
  const { tableau, plan }: Dossier = lireDossier(instantane);
  if (!tableau || !plan) throw new Error('Classeur à retoucher non reconnu');
  return { tableau, plan };
}

export type Retouche = (instantane: Instantane) => Instantane;

export const enchainer = (...retouches: readonly Retouche[]): Retouche => (instantane) => retouches.reduce((avant, retouche) => retouche(avant), instantane);

const titreCourt = { diagnostic: 'Diagnostic', cible: 'Cible', atteinte: 'Atteinte' } as const;

/** En-têtes sur une seule ligne, sans fusion : « Diagnostic 2019 », « Cible 2020 », « Actions 2020 ». */
export const enTetesSurUneLigne: Retouche = (instantane) => {
  const { tableau, plan } = situer(instantane);
  const aplatir = (avant: Instantane, { feuille, enTete }: TableauDeBord | PlanAction, titres: readonly Ecriture[]) => {
    const sansFusion = changerFeuille(avant, feuille.nom, (lue) => ({ ...lue, fusions: lue.fusions.filter(({ ligne }) => ligne < enTete.ligne || ligne > enTete.derniereLigne) }));
    return supprimer(ecrire(sansFusion, feuille.nom, titres), feuille.nom, 'ligne', enTete.derniereLigne);
  };
  const { ligne } = tableau.enTete;
  const moments = tableau.moments.map(({ bloc, annee, colonne }) => ({ ligne, colonne, valeur: `${titreCourt[bloc]} ${String(annee)}` }));
  const { colonnes, enTete } = plan;
  const prefixe = plan.forme === 'annees' ? 'Actions ' : '';
  const finances = ([['departement', 'Département'], ['etat', 'Financement Etat'], ['total', 'Total'], ['modalites', 'Modalités de financement']] as const).map(([role, valeur]) => ({ ligne: enTete.ligne, colonne: colonnes[role]!, valeur }));
  const annees = [...colonnes.annees].map(([annee, colonne]) => ({ ligne: enTete.ligne, colonne, valeur: `${prefixe}${String(annee)}` }));
  return aplatir(aplatir(instantane, tableau, moments), plan, [...finances, ...annees]);
};

/** Le bloc « Niveau d'atteinte » avant le bloc « Niveau cible ». */
export const permuterBlocs: Retouche = (instantane) => {
  const { tableau } = situer(instantane);
  const colonnes = (bloc: 'cible' | 'atteinte') => tableau.moments.filter((moment) => moment.bloc === bloc).map(({ colonne }) => colonne);
  const [cibles, atteintes] = [colonnes('cible'), colonnes('atteinte')];
  return deplacer(instantane, tableau.feuille.nom, 'colonne', Math.min(...atteintes), atteintes.length, Math.min(...cibles));
};

/** Insère une colonne titrée, et la remplit ligne par ligne. */
export function ajouterColonne(nature: 'tableau' | 'plan', avant: number, titre: string, contenu: (ligne: number) => Valeur = () => null, haut = false): Retouche {
  return (instantane) => {
    const { feuille, enTete, derniereLigne } = situer(instantane)[nature];
    const inseree = inserer(instantane, feuille.nom, 'colonne', avant);
    const lignes = Array.from({ length: derniereLigne - enTete.derniereLigne }, (_, rang) => enTete.derniereLigne + 1 + rang);
    return ecrire(inseree, feuille.nom, [
      { ligne: haut ? enTete.ligne : enTete.derniereLigne, colonne: avant, valeur: titre },
      ...lignes.flatMap((ligne) => { const valeur = contenu(ligne); return valeur === null ? [] : [{ ligne, colonne: avant, valeur }]; }),
    ]);
  };
}

/** Décale toutes les années des en-têtes : 2020-2022 devient 2021-2023. */
export const decalerAnnees = (ecart: number): Retouche => (instantane) => {
  const { tableau, plan } = situer(instantane);
  const decaler = (texte: string) => texte.replace(/\b20\d\d\b/g, (annee) => String(Number(annee) + ecart));
  return [tableau, plan].reduce((avant, { feuille, enTete }) => {
    const dans = (ligne: number) => ligne >= enTete.ligne && ligne <= enTete.derniereLigne;
    return changerFeuille(retoucherTextes(avant, feuille.nom, (texte, { ligne }) => (dans(ligne) ? decaler(texte) : texte)), feuille.nom, (lue) => ({
      ...lue,
      cellules: new Map([...lue.cellules].map(([cle, cellule]) => [cle, dans(cellule.ligne) && typeof cellule.valeur === 'number' ? { ...cellule, valeur: cellule.valeur + ecart } : cellule])),
    }));
  }, instantane);
};

/** Lignes du plan, de haut en bas, chacune avec son objectif. */
export function lignesDuPlan(plan: PlanAction): readonly { readonly numero: NumeroObjectif; readonly premiere: number; readonly derniere: number }[] {
  return OBJECTIFS.flatMap(({ numero }) => {
    const lignes = plan.objectifs.get(numero)?.lignes;
    return lignes ? [{ numero, premiere: lignes[0]!, derniere: lignes[lignes.length - 1]! }] : [];
  });
}

/** Ajoute, sous la dernière ligne d'un objectif du plan, une ligne d'action sans libellé. */
export function ajouterAction(numero: NumeroObjectif, { action, departement, etat }: { readonly action: string; readonly departement: number; readonly etat: number }): Retouche {
  return (instantane) => {
    const { plan } = situer(instantane);
    const { colonnes, feuille } = plan;
    const { derniere } = lignesDuPlan(plan).find((lignes) => lignes.numero === numero)!;
    const ligne = derniere + 1;
    const somme = `=${[colonnes.departement!, colonnes.etat!].map((colonne) => formatA1(ligne, colonne)).join('+')}`;
    return ecrire(inserer(instantane, feuille.nom, 'ligne', ligne), feuille.nom, [
      { ligne, colonne: colonnes.actions[0]!, valeur: action },
      { ligne, colonne: colonnes.departement!, valeur: departement },
      { ligne, colonne: colonnes.etat!, valeur: etat },
      { ligne, colonne: colonnes.total!, formule: somme, valeur: departement + etat },
    ]);
  };
}

/** Insère une ligne libellée devant l'objectif donné : objectif local, sous-total, note. */
export function ajouterLigne(nature: 'tableau' | 'plan', devant: NumeroObjectif, cellules: (ligne: number, dossier: { readonly tableau: TableauDeBord; readonly plan: PlanAction }) => readonly Ecriture[]): Retouche {
  return (instantane) => {
    const lus = situer(instantane);
    const { feuille, objectifs } = lus[nature];
    const ligne = objectifs.get(devant)!.libelle.ligne;
    return ecrire(inserer(instantane, feuille.nom, 'ligne', ligne), feuille.nom, cellules(ligne, lus));
  };
}

/** Écrit sous le tableau, à `ecart` lignes de la dernière. */
export function ecrireDessous(nature: 'tableau' | 'plan', ecart: number, cellules: readonly { readonly colonne: number; readonly valeur: Valeur }[]): Retouche {
  return (instantane) => {
    const { feuille } = situer(instantane)[nature];
    return ecrire(instantane, feuille.nom, cellules.map((cellule) => ({ ...cellule, ligne: feuille.derniereLigne + ecart })));
  };
}

/** Remplace la somme de chaque total du plan, colonnes de partenaires comprises. */
export function totauxAvec(colonne: number): Retouche {
  return (instantane) => {
    const { plan } = situer(instantane);
    return changerFeuille(instantane, plan.feuille.nom, (feuille) => ({
      ...feuille,
      cellules: new Map([...feuille.cellules].map(([cle, cellule]) => {
        if (cellule.formule === null || cellule.colonne !== plan.colonnes.total || cellule.ligne === plan.ligneTotal) return [cle, cellule] as const;
        const ajout = cellule.formule.startsWith('=SUM(') ? cellule.formule.replace(/\)$/, `,${lettresColonne(colonne)}${/(\d+):[A-Z]+\d+\)$/.exec(cellule.formule)![1]!}:${lettresColonne(colonne)}${/(\d+)\)$/.exec(cellule.formule)![1]!})`) : `${cellule.formule}+${formatA1(cellule.ligne, colonne)}`;
        return [cle, { ...cellule, formule: ajout, valeur: null }] as const;
      })),
    }));
  };
}

/** Vide une cellule. */
export const vider = (feuille: string, ligne: number, colonne: number): Retouche => (instantane) => ecrire(instantane, feuille, [{ ligne, colonne }]);

/** Texte d'une cellule. */
export function texteEn(instantane: Instantane, feuille: string, ligne: number, colonne: number): string {
  const valeur = feuilleDe(instantane, feuille).cellules.get(cleCellule(ligne, colonne))?.valeur;
  return typeof valeur === 'string' ? valeur : '';
}
