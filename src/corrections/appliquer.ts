/**
 * Applique un plan d'écritures à un instantané, sans hôte : tout ou rien. Sert à montrer ce que
 * deviendrait un classeur corrigé, et à prouver qu'une correction corrige.
 */
import { contient, formatA1, type Emplacement } from '../classeur/adresse';
import { celluleDe, cleCellule, isErreur, type Cellule, type Feuille, type Instantane } from '../classeur/instantane';
import { identiteNouvelle, isFormule, memeContenu, type Contenu, type Ecriture, type PlanEcritures } from './plan';

export interface RefusEcriture {
  readonly emplacement: Emplacement;
  /** Phrase en français, avec la suite à donner. */
  readonly message: string;
}

export type Application =
  /** Nouvel instantané ; les valeurs enregistrées des formules, périmées, n'y sont plus. */
  | { readonly etat: 'applique'; readonly instantane: Instantane }
  /** Rien n'est écrit. */
  | { readonly etat: 'refuse'; readonly refus: readonly RefusEcriture[] };

/** Contenu d'une cellule ; `null` pour une erreur saisie, qu'aucun plan n'attend. */
function contenuDe(cellule: Cellule | undefined): Contenu | null {
  if (!cellule) return { valeur: null };
  if (cellule.formule !== null) return { formule: cellule.formule };
  return isErreur(cellule.valeur) ? null : { valeur: cellule.valeur };
}

function obstacle(feuille: Feuille, { ligne, colonne, avant }: Ecriture): string | null {
  const cellule = celluleDe(feuille, ligne, colonne);
  const fusion = feuille.fusions.find((plage) => contient(plage, ligne, colonne));
  if (fusion && (fusion.ligne !== ligne || fusion.colonne !== colonne)) return `est couverte par une fusion : écrire dans ${formatA1(fusion.ligne, fusion.colonne)}`;
  if (feuille.matrices.some((plage) => contient(plage, ligne, colonne))) return 'fait partie d’une formule matricielle : la corriger à la main';
  if (feuille.protegee && (cellule?.verrouillee ?? true)) return 'est verrouillée et la feuille est protégée : ôter d’abord la protection';
  const actuel = contenuDe(cellule);
  return actuel !== null && memeContenu(avant, actuel) ? null : 'a changé depuis le contrôle : le relancer avant de corriger';
}

/** Ce qui empêche d'écrire une cellule, tel que l'instantané le dit ; `null` : rien. */
export function obstacleA(instantane: Instantane, ecriture: Ecriture): string | null {
  const feuille = instantane.feuilles.find(({ id }) => id === ecriture.feuille);
  const cause = feuille ? obstacle(feuille, ecriture) : 'n’a plus sa feuille dans le classeur : relancer le contrôle';
  return cause && `La cellule ${formatA1(ecriture.ligne, ecriture.colonne)} ${cause}.`;
}

function refuser(instantane: Instantane, ecritures: readonly Ecriture[]): readonly RefusEcriture[] {
  const vues = new Set<string>();
  return ecritures.flatMap((ecriture) => {
    const { feuille: id, ligne, colonne } = ecriture;
    const cle = `${id}!${String(cleCellule(ligne, colonne))}`;
    const message = vues.has(cle) ? `La cellule ${formatA1(ligne, colonne)} recevrait deux corrections : n’en garder qu’une.` : obstacleA(instantane, ecriture);
    vues.add(cle);
    return message === null ? [] : [{ emplacement: { feuille: id, ligne, colonne }, message }];
  });
}

function ecrire(feuille: Feuille, ecritures: readonly Ecriture[]): Feuille {
  const cellules = new Map([...feuille.cellules].map(([cle, cellule]) => [cle, cellule.formule === null ? cellule : { ...cellule, valeur: null }]));
  for (const { ligne, colonne, apres } of ecritures) {
    const cle = cleCellule(ligne, colonne);
    const { format = 'General', verrouillee = true } = cellules.get(cle) ?? {};
    const contenu = isFormule(apres) ? { valeur: null, formule: apres.formule } : { valeur: apres.valeur, formule: null };
    cellules.set(cle, { ligne, colonne, format, verrouillee, ...contenu });
  }
  return {
    ...feuille,
    cellules,
    derniereLigne: Math.max(feuille.derniereLigne, ...ecritures.map(({ ligne }) => ligne)),
    derniereColonne: Math.max(feuille.derniereColonne, ...ecritures.map(({ colonne }) => colonne)),
  };
}

/** Relit la valeur attendue de chaque cellule, puis les écrit toutes ; ne crée pas de feuille. */
export function appliquer(instantane: Instantane, { ecritures, nouvellesFeuilles = [] }: PlanEcritures): Application {
  const creations = nouvellesFeuilles.map((nom) => ({ emplacement: { feuille: identiteNouvelle(nom), ligne: 1, colonne: 1 }, message: `La feuille « ${nom} » ne se crée que dans un vrai classeur.` }));
  const refus = [...creations, ...refuser(instantane, ecritures)];
  if (refus.length > 0) return { etat: 'refuse', refus };
  const feuilles = instantane.feuilles.map((feuille) => ecrire(feuille, ecritures.filter(({ feuille: id }) => id === feuille.id)));
  return { etat: 'applique', instantane: { ...instantane, calcul: 'enregistre', feuilles } };
}
