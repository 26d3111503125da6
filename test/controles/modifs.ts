/** Modifications d'un classeur d'essai : chacune rend un nouvel instantané. */
import { formatA1 } from '../../src/classeur/adresse';
import type { Dossier } from '../../src/classeur/dossier';
import { celluleDe, cleCellule, type Cellule, type Erreur, type Feuille, type Instantane } from '../../src/classeur/instantane';
import type { CodeIndicateur } from '../../src/referentiel/indicateurs';
import type { NumeroObjectif } from '../../src/referentiel/objectifs';
import { colonneMoment, colonnePlan, planDe, situer, tableauDe, valeur as lieuValeur, type Lieu, type NomColonne, type NomMoment } from './lieux';

/** Une formule désigne ses opérandes entre accolades, dans sa colonne : « ={o1-entretiens-cd}/{o1-naissances} ». */
export type Contenu = null | number | string | boolean | Erreur | { readonly formule: string; readonly valeur?: Cellule['valeur'] } | { readonly valeur: Cellule['valeur']; readonly format: string };

/** `origine` : le dossier du classeur intact, où l'on situe les cellules. */
export type Modif = (instantane: Instantane, origine: Dossier) => Instantane;

export function changerFeuille(instantane: Instantane, id: string, changer: (feuille: Feuille) => Feuille): Instantane {
  return { ...instantane, feuilles: instantane.feuilles.map((feuille) => (feuille.id === id ? changer(feuille) : feuille)) };
}

function changerCellules(feuille: Feuille, changements: readonly { readonly ligne: number; readonly colonne: number; readonly cellule: Partial<Cellule> }[]): Feuille {
  const cellules = new Map(feuille.cellules);
  for (const { ligne, colonne, cellule } of changements) {
    const ancienne = celluleDe(feuille, ligne, colonne) ?? { ligne, colonne, valeur: null, formule: null, format: 'General', verrouillee: true };
    cellules.set(cleCellule(ligne, colonne), { ...ancienne, ...cellule });
  }
  return { ...feuille, cellules };
}

function traduire(formule: string, origine: Dossier, ici: Lieu): string {
  return formule.replace(/\{([\w-]+)(?:@([^}]+))?\}/g, (_, code: string, moment?: string) => {
    const ou = moment ?? ('indicateur' in ici ? ici.moment : 'diagnostic');
    const { ligne, colonne } = situer(origine, lieuValeur(code as CodeIndicateur, ou as NomMoment))!;
    return formatA1(ligne, colonne);
  });
}

function celluleVoulue(contenu: Contenu, origine: Dossier, lieu: Lieu): Partial<Cellule> {
  if (typeof contenu === 'object' && contenu !== null && 'formule' in contenu) return { formule: traduire(contenu.formule, origine, lieu), valeur: contenu.valeur ?? null };
  if (typeof contenu === 'object' && contenu !== null && 'format' in contenu) return { valeur: contenu.valeur, format: contenu.format, formule: null };
  return { valeur: contenu, formule: null };
}

/** Pose un contenu ; le format de la cellule est gardé s'il n'est pas donné. */
export function poser(lieu: Lieu, contenu: Contenu): Modif {
  return (instantane, origine) => {
    const place = situer(origine, lieu);
    if (!place) throw new Error('On ne pose rien sur une feuille entière');
    return changerFeuille(instantane, place.feuille, (feuille) => changerCellules(feuille, [{ ...place, cellule: celluleVoulue(contenu, origine, lieu) }]));
  };
}

export const vider = (lieu: Lieu): Modif => poser(lieu, null);

/** Écrit un indicateur local sur la ligne d'un objectif qui n'en a pas d'harmonisé, avec une valeur. */
export function indicateurLocal(numero: NumeroObjectif, moment: NomMoment, contenu: number | string): Modif {
  return (instantane, origine) => {
    const tableau = tableauDe(origine);
    const ligne = tableau.objectifs.get(numero)!.lignes[0]!;
    return changerFeuille(instantane, tableau.feuille.id, (feuille) => changerCellules(feuille, [
      { ligne, colonne: tableau.colonnes.indicateur, cellule: { valeur: 'Indicateur local', formule: null } },
      { ligne, colonne: colonneMoment(tableau, moment), cellule: { valeur: contenu, formule: null } },
    ]));
  };
}

/** Pose la même chose en plusieurs lieux. */
export const partout = (lieux: readonly Lieu[], contenu: Contenu): Modif[] => lieux.map((lieu) => poser(lieu, contenu));

export function sansFeuille(nature: 'tableau' | 'plan'): Modif {
  return (instantane, origine) => {
    const { id } = (nature === 'tableau' ? tableauDe(origine) : planDe(origine)).feuille;
    return { ...instantane, feuilles: instantane.feuilles.filter((feuille) => feuille.id !== id) };
  };
}

/** Efface des cellules et défait les fusions qui les couvrent. */
function effacer(feuille: Feuille, garder: (ligne: number, colonne: number) => boolean): Feuille {
  const cellules = new Map([...feuille.cellules].filter(([, { ligne, colonne }]) => garder(ligne, colonne)));
  return { ...feuille, cellules, fusions: feuille.fusions.filter((plage) => garder(plage.ligne, plage.colonne)) };
}

/** Vide les lignes d'indicateurs, libellé compris : elles n'ont plus de ligne. */
export function sansIndicateur(...codes: readonly CodeIndicateur[]): Modif {
  return (instantane, origine) => {
    const tableau = tableauDe(origine);
    const lignes = new Set(codes.map((code) => tableau.indicateurs.get(code)!.ligne));
    return changerFeuille(instantane, tableau.feuille.id, (feuille) => effacer(feuille, (ligne, colonne) => !lignes.has(ligne) || colonne < tableau.colonnes.indicateur));
  };
}

/** Vide les lignes d'un objectif, sauf la mesure. */
export function sansObjectif(nature: 'tableau' | 'plan', ...numeros: readonly NumeroObjectif[]): Modif {
  return (instantane, origine) => {
    const lue = nature === 'tableau' ? tableauDe(origine) : planDe(origine);
    const lignes = new Set(numeros.flatMap((numero) => lue.objectifs.get(numero)!.lignes));
    return changerFeuille(instantane, lue.feuille.id, (feuille) => effacer(feuille, (ligne, colonne) => !lignes.has(ligne) || colonne < lue.colonnes.objectif!));
  };
}

/** Au plan, les lignes d'un objectif deviennent des lignes d'action de celui qui le précède. */
export function rattacherAuPrecedent(numero: NumeroObjectif): Modif {
  return (instantane, origine) => {
    const { feuille: { id }, colonnes, objectifs } = planDe(origine);
    const lignes = new Set(objectifs.get(numero)!.lignes);
    return changerFeuille(instantane, id, (feuille) => effacer(feuille, (ligne, colonne) => !lignes.has(ligne) || colonne > colonnes.objectif));
  };
}

function sansColonnes(nature: 'tableau' | 'plan', choisir: (origine: Dossier) => readonly number[]): Modif {
  return (instantane, origine) => {
    const { feuille: { id }, enTete } = nature === 'tableau' ? tableauDe(origine) : planDe(origine);
    const colonnes = new Set(choisir(origine));
    return changerFeuille(instantane, id, (feuille) => effacer(feuille, (ligne, colonne) => !colonnes.has(colonne) || ligne < enTete.ligne));
  };
}

/** Vide une colonne du tableau de bord, en-tête compris (l'intitulé du bloc, s'il y est écrit). */
export function sansMoments(...noms: readonly NomMoment[]): Modif {
  return sansColonnes('tableau', (origine) => noms.map((nom) => colonneMoment(tableauDe(origine), nom)));
}

export function sansColonnesPlan(...noms: readonly NomColonne[]): Modif {
  return sansColonnes('plan', (origine) => noms.map((nom) => colonnePlan(planDe(origine), nom)));
}

/** Décale de `delta` les années des en-têtes des deux feuilles. */
export function decalerAnnees(delta: number): Modif {
  return (instantane, origine) =>
    [tableauDe(origine), planDe(origine)].reduce((courant, { feuille: { id }, enTete }) => changerFeuille(courant, id, (feuille) => {
      const titres = [...feuille.cellules.values()].filter(({ ligne }) => ligne >= enTete.ligne && ligne <= enTete.derniereLigne);
      return changerCellules(feuille, titres.map((cellule) => ({
        ...cellule,
        cellule: { valeur: typeof cellule.valeur === 'number' ? cellule.valeur + delta : typeof cellule.valeur === 'string' ? cellule.valeur.replace(/20\d\d/g, (annee) => String(Number(annee) + delta)) : cellule.valeur },
      })));
    }), instantane);
}

/** Remplace le nom de département que porte le classeur. */
export function departement(nom: string): Modif {
  return (instantane) => ({
    ...instantane,
    nom: null,
    feuilles: instantane.feuilles.map((feuille) => ({
      ...feuille,
      cellules: new Map([...feuille.cellules].map(([cle, cellule]) => [cle, typeof cellule.valeur === 'string' && /^Département : /.test(cellule.valeur) ? { ...cellule, valeur: `Département : ${nom}` } : cellule])),
    })),
  });
}
