/** Lecture d'un classeur .xlsx, .xlsm ou .xltx : de ses octets à l'instantané. */
import { parsePlage } from '../../classeur/adresse';
import type { Feuille, Instantane, Tableau } from '../../classeur/instantane';
import { type Archive, type Entree, trouverPartie } from './archive';
import { desechapper, lireChaines } from './chaines';
import type { FeuilleDeclaree } from './classeur-xml';
import { type ColonnesLues, type FeuilleLue, lireFeuilleXml } from './feuille-xml';
import { type Paquet, ouvrirPaquet, partieReliee } from './paquet';
import type { Contexte } from './recolte';
import { endommage } from './refus';
import { lireRelations } from './relations';
import { lireStyles } from './styles';
import { lireXml } from './xml';

/** Cellules gardées au plus, toutes feuilles confondues. */
const CELLULES_MAX = 1_500_000;
/** Colonnes dont on garde largeur et masquage, même vides. */
const COLONNES_DECRITES = 256;

/**
 * Lit un classeur. Les valeurs sont celles que le dernier logiciel a enregistrées (`calcul`
 * vaut `enregistre`) ; une feuille sans cellules (graphique) n'y figure pas.
 *
 * Lève `ErreurHote`, avec une phrase montrable : fichier vide, d'un autre format, chiffré,
 * incomplet, endommagé ou démesuré.
 */
export function lireClasseur(octets: Uint8Array, { nom }: { readonly nom: string | null }): Instantane {
  const paquet = ouvrirPaquet(octets, nom);
  const { dates1904, noms } = paquet.declare;
  return { nom, calcul: 'enregistre', dates1904, feuilles: lireFeuilles(paquet, null), noms };
}

/**
 * Feuilles d'un classeur ouvert. `visees` : les seules à lire, en entier, et les seules cellules à
 * en garder (clés `cleCellule`), par identité de feuille ; `null` : toutes, dans des bornes.
 */
export function lireFeuilles(paquet: Paquet, visees: ReadonlyMap<string, ReadonlySet<number>> | null): Feuille[] {
  const { archive, declare } = paquet;
  const contexte: Contexte = {
    styles: lireStyles(archive, partieReliee(paquet, 'styles')),
    dates1904: declare.dates1904,
    budget: { cellules: CELLULES_MAX },
    enAttente: [],
  };
  const feuilles = declare.feuilles.flatMap((declaree) => {
    const entree = partieDe(archive, declaree);
    if (!entree || (visees && !visees.has(entree.chemin))) return [];
    const lue = lireFeuilleXml(archive, entree, { ...contexte, visees: visees?.get(entree.chemin) });
    return [assembler(archive, declaree, entree, lue)];
  });
  poserChaines(archive, partieReliee(paquet, 'sharedStrings'), contexte);
  return feuilles;
}

function partieDe(archive: Archive, { nom, chemin }: FeuilleDeclaree): Entree | null {
  if (chemin === null) return null;
  const entree = trouverPartie(archive, chemin);
  if (!entree) throw endommage(`le contenu de la feuille « ${nom} » manque`);
  return entree;
}

function assembler(archive: Archive, declaree: FeuilleDeclaree, { chemin }: Entree, lue: FeuilleLue): Feuille {
  const { colonnes, tableaux, ...reste } = lue;
  return {
    id: chemin,
    nom: declaree.nom,
    visibilite: declaree.visibilite,
    tableaux: tableaux.length === 0 ? [] : lireTableaux(archive, chemin, new Set(tableaux)),
    ...decrireColonnes(colonnes, Math.max(COLONNES_DECRITES, lue.derniereColonne)),
    ...reste,
  };
}

function decrireColonnes(colonnes: readonly ColonnesLues[], derniere: number): Pick<Feuille, 'largeurs' | 'colonnesMasquees'> {
  const largeurs = new Map<number, number>();
  const colonnesMasquees = new Set<number>();
  for (const suite of colonnes) {
    for (let colonne = suite.premiere; colonne <= Math.min(suite.derniere, derniere); colonne++) {
      if (suite.largeur !== null) largeurs.set(colonne, suite.largeur);
      if (suite.masquees) colonnesMasquees.add(colonne);
    }
  }
  return { largeurs, colonnesMasquees };
}

function lireTableaux(archive: Archive, feuille: string, ids: ReadonlySet<string>): Tableau[] {
  return lireRelations(archive, feuille)
    .filter(({ id, type }) => type === 'table' && ids.has(id))
    .flatMap(({ cible }) => lireTableau(archive, cible));
}

function lireTableau(archive: Archive, chemin: string): Tableau[] {
  const entree = trouverPartie(archive, chemin);
  if (!entree) throw endommage(`la description d’un tableau (« ${chemin} ») manque`);
  const tableaux: Tableau[] = [];
  lireXml(archive, entree, {
    ouvrir(nom, { displayName, name, ref, headerRowCount }) {
      const plage = nom === 'table' ? parsePlage(ref ?? '') : null;
      if (plage) tableaux.push({ nom: desechapper(displayName ?? name ?? ''), plage, lignesEnTete: headerRowCount === '0' ? 0 : 1 });
    },
  });
  return tableaux;
}

/** Les chaînes partagées se posent en dernier : on sait alors lesquelles servent. */
function poserChaines(archive: Archive, entree: Entree | undefined, { enAttente }: Contexte): void {
  const chaines = lireChaines(archive, entree, new Set(enAttente.map(({ rang }) => rang)));
  for (const { cellule, rang } of enAttente) cellule.valeur = chaines.get(rang)!;
}
