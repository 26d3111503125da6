/** Retouches d'un instantané, sans passer par un fichier : cellules, fusions, feuilles. */
import { parsePlage } from '../../src/classeur/adresse';
import { cleCellule, type Cellule, type Feuille, type Instantane, type Plage, type Valeur, type Visibilite } from '../../src/classeur/instantane';

export { deplacer, inserer, supprimer, type Sens } from './deplacements';

export function feuilleDe(instantane: Instantane, nom: string): Feuille {
  const feuille = instantane.feuilles.find((candidate) => candidate.nom === nom);
  if (!feuille) throw new Error(`Feuille inconnue : ${nom}`);
  return feuille;
}

export function changerFeuille(instantane: Instantane, nom: string, changer: (feuille: Feuille) => Feuille): Instantane {
  const cible = feuilleDe(instantane, nom);
  return { ...instantane, feuilles: instantane.feuilles.map((feuille) => (feuille === cible ? changer(feuille) : feuille)) };
}

export interface Ecriture {
  readonly ligne: number;
  readonly colonne: number;
  readonly valeur?: Valeur;
  readonly formule?: string | null;
}

/** Pose des valeurs ou des formules ; `valeur: null` sans formule vide la cellule. */
export function ecrire(instantane: Instantane, nom: string, ecritures: readonly Ecriture[]): Instantane {
  return changerFeuille(instantane, nom, (feuille) => {
    const cellules = new Map(feuille.cellules);
    for (const { ligne, colonne, valeur = null, formule = null } of ecritures) {
      const cle = cleCellule(ligne, colonne);
      const avant = cellules.get(cle);
      cellules.set(cle, { format: avant?.format ?? 'General', verrouillee: avant?.verrouillee ?? true, ligne, colonne, valeur, formule });
    }
    return {
      ...feuille,
      cellules,
      derniereLigne: Math.max(feuille.derniereLigne, ...ecritures.map(({ ligne }) => ligne)),
      derniereColonne: Math.max(feuille.derniereColonne, ...ecritures.map(({ colonne }) => colonne)),
    };
  });
}

/** Retouche les textes constants d'une feuille, ou d'une de ses colonnes. */
export function retoucherTextes(instantane: Instantane, nom: string, retoucher: (texte: string, cellule: Cellule) => string, colonne: number | null = null): Instantane {
  return changerFeuille(instantane, nom, (feuille) => ({
    ...feuille,
    cellules: new Map([...feuille.cellules].map(([cle, cellule]) => {
      const { valeur } = cellule;
      const concernee = typeof valeur === 'string' && cellule.formule === null && (colonne === null || cellule.colonne === colonne);
      return [cle, concernee ? { ...cellule, valeur: retoucher(valeur, cellule) } : cellule] as const;
    })),
  }));
}

export function fusionner(instantane: Instantane, nom: string, ...references: readonly string[]): Instantane {
  const plages = references.map((reference) => parsePlage(reference)).filter((plage) => plage !== null);
  return changerFeuille(instantane, nom, (feuille) => ({ ...feuille, fusions: [...feuille.fusions, ...plages] }));
}

/** Défait les fusions retenues ; `repeter` recopie la valeur dans toutes leurs cellules. */
export function defusionner(instantane: Instantane, nom: string, options: { readonly repeter?: boolean; readonly garder?: (plage: Plage) => boolean } = {}): Instantane {
  const { repeter = false, garder = () => false } = options;
  const defaites = feuilleDe(instantane, nom).fusions.filter((plage) => !garder(plage));
  const sans = changerFeuille(instantane, nom, (feuille) => ({ ...feuille, fusions: feuille.fusions.filter(garder) }));
  if (!repeter) return sans;
  const { cellules } = feuilleDe(instantane, nom);
  return ecrire(sans, nom, defaites.flatMap((plage) => {
    const ancre = cellules.get(cleCellule(plage.ligne, plage.colonne));
    return casesDe(plage).map((place) => ({ ...place, valeur: ancre?.valeur ?? null, formule: ancre?.formule ?? null }));
  }));
}

export function casesDe({ ligne, colonne, derniereLigne, derniereColonne }: Plage): { ligne: number; colonne: number }[] {
  const hauteur = derniereLigne - ligne + 1;
  const largeur = derniereColonne - colonne + 1;
  return Array.from({ length: hauteur * largeur }, (_, rang) => ({ ligne: ligne + Math.floor(rang / largeur), colonne: colonne + (rang % largeur) }));
}

/** Feuille neuve : des rangées de valeurs à partir de A1. */
export function feuilleNeuve(nom: string, rangees: readonly (readonly Valeur[])[], options: Partial<Feuille> = {}): Feuille {
  const cellules = rangees.flatMap((rangee, l) => rangee.flatMap((valeur, c): Cellule[] =>
    valeur === null ? [] : [{ ligne: l + 1, colonne: c + 1, valeur, formule: null, format: 'General', verrouillee: true }]));
  return {
    id: `neuve:${nom}`, nom, visibilite: 'visible', protegee: false,
    cellules: new Map(cellules.map((cellule) => [cleCellule(cellule.ligne, cellule.colonne), cellule])),
    fusions: [], matrices: [], tableaux: [],
    lignesMasquees: new Set(), colonnesMasquees: new Set(), largeurs: new Map(), hauteurs: new Map(),
    figees: { lignes: 0, colonnes: 0 },
    derniereLigne: rangees.length, derniereColonne: Math.max(0, ...rangees.map((rangee) => rangee.length)), tronquee: false,
    ...options,
  };
}

export function insererFeuille(instantane: Instantane, rang: number, feuille: Feuille): Instantane {
  const feuilles = [...instantane.feuilles];
  feuilles.splice(rang, 0, feuille);
  return { ...instantane, feuilles };
}

/** Copie d'une feuille sous un autre nom ; ses formules restent celles de l'original. */
export function copierFeuille(instantane: Instantane, nom: string, copie: string, retouche: Partial<Feuille> = {}): Instantane {
  const feuille = feuilleDe(instantane, nom);
  return insererFeuille(instantane, instantane.feuilles.length, { ...feuille, id: `copie:${copie}`, nom: copie, ...retouche });
}

export function retirerFeuille(instantane: Instantane, nom: string): Instantane {
  const retiree = feuilleDe(instantane, nom);
  return { ...instantane, feuilles: instantane.feuilles.filter((feuille) => feuille !== retiree) };
}

export function reordonner(instantane: Instantane, ordre: readonly number[]): Instantane {
  return { ...instantane, feuilles: ordre.map((rang) => instantane.feuilles[rang]!) };
}

export function masquer(instantane: Instantane, nom: string, visibilite: Visibilite = 'masquee'): Instantane {
  return changerFeuille(instantane, nom, (feuille) => ({ ...feuille, visibilite }));
}

/** Renomme une feuille et les formules qui la citent. */
export function renommer(instantane: Instantane, nom: string, nouveau: string): Instantane {
  const citer = (feuille: string) => `'${feuille.replaceAll("'", "''")}'!`;
  const citations = [citer(nom), ...(/^\w+$/.test(nom) ? [`${nom}!`] : [])];
  const suivre = (formule: string) => citations.reduce((texte, citation) => texte.replaceAll(citation, citer(nouveau)), formule);
  const renomme = changerFeuille(instantane, nom, (feuille) => ({ ...feuille, nom: nouveau }));
  return {
    ...renomme,
    feuilles: renomme.feuilles.map((feuille) => ({
      ...feuille,
      cellules: new Map([...feuille.cellules].map(([cle, cellule]) => [cle, cellule.formule === null ? cellule : { ...cellule, formule: suivre(cellule.formule) }])),
    })),
    noms: renomme.noms.map((defini) => ({ ...defini, formule: suivre(defini.formule) })),
  };
}
