/** Un classeur retouché, rouvert par un vrai tableur : ce qu'on y a écrit s'y retrouve, et rien n'y manque. */
import { formatA1 } from '../../../../src/classeur/adresse';
import type { Instantane, Valeur } from '../../../../src/classeur/instantane';
import { type Contenu, type Ecriture, isFormule } from '../../../../src/corrections/plan';
import type { VuParOpenpyxl } from './outils';
import { descendants, lireArbre, lireParties, texteDe } from './xml';

/** Un classeur choisi pour être rouvert. */
export interface Choisi {
  /** Nom de fichier, unique. */
  readonly fichier: string;
  /** Nom du classeur d'origine dans le corpus. */
  readonly base: string;
  readonly octets: Uint8Array;
  readonly ecritures: readonly Ecriture[];
  readonly feuilles: readonly string[];
  /** Nom de feuille, par identité. */
  readonly noms: ReadonlyMap<string, string>;
}

const nomDe = ({ noms }: Choisi, feuille: string): string => noms.get(feuille) ?? feuille.replace(/^nouvelle:/, '');

/** Un tableur défait les échappements et ne rend pas tous les caractères de commande. */
// eslint-disable-next-line no-control-regex -- c'est précisément eux qu'on ôte
const simplifier = (texte: string): string => texte.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/[\u0000-\u0008\u000b-\u001f]/g, '');

function meme(voulue: Valeur, lue: Valeur | undefined): boolean {
  if (voulue === null) return lue === null || lue === undefined || lue === '';
  // openpyxl 3.0 rend `_x005F_x0041_` sans le défaire.
  if (typeof voulue === 'string') return typeof lue === 'string' && (simplifier(lue) === simplifier(voulue) || simplifier(simplifier(lue)) === simplifier(voulue));
  if (typeof voulue === 'boolean') return lue === voulue || lue === Number(voulue);
  return typeof lue === 'number' && typeof voulue === 'number' && Math.abs(lue - voulue) <= 1e-12 * Math.abs(voulue);
}

/** LibreOffice écrit un booléen, dans une cellule d'un autre format, comme l'appel de sa fonction. */
const memeBooleen = (voulue: Valeur, formule: string): boolean => typeof voulue === 'boolean' && formule === (voulue ? '=TRUE()' : '=FALSE()');

/** Écritures qu'on ne retrouve pas ; `lire` rend le contenu d'une cellule, ou `undefined`. */
function perdues(choisi: Choisi, lire: (feuille: string, adresse: string) => Contenu | undefined): string[] {
  return choisi.ecritures.flatMap(({ feuille, ligne, colonne, apres }) => {
    const lu = lire(nomDe(choisi, feuille), formatA1(ligne, colonne));
    const bon = isFormule(apres) ? lu !== undefined && isFormule(lu) : lu && isFormule(lu) ? memeBooleen(apres.valeur, lu.formule) : meme(apres.valeur, lu?.valeur);
    return bon ? [] : [`${choisi.fichier} ${nomDe(choisi, feuille)}!${formatA1(ligne, colonne)} : ${JSON.stringify(apres)} lu ${JSON.stringify(lu)}`];
  });
}

export function ecartsLibreOffice(choisi: Choisi, lu: Instantane): string[] {
  const feuilles = new Map(lu.feuilles.map((feuille) => [feuille.nom, feuille]));
  const noms = lu.feuilles.map(({ nom }) => nom);
  return [
    ...(JSON.stringify(noms) === JSON.stringify(choisi.feuilles) ? [] : [`${choisi.fichier} : feuilles ${noms.join(', ')}`]),
    ...perdues(choisi, (feuille, adresse) => {
      const cellule = [...(feuilles.get(feuille)?.cellules.values() ?? [])].find(({ ligne, colonne }) => formatA1(ligne, colonne) === adresse);
      return cellule && (cellule.formule !== null ? { formule: cellule.formule } : { valeur: cellule.valeur as Exclude<Valeur, { readonly erreur: unknown }> });
    }),
  ];
}

export function ecartsOpenpyxl(choisi: Choisi, vu: VuParOpenpyxl): string[] {
  const formules = new Set(choisi.ecritures.filter(({ apres }) => isFormule(apres)).map(({ feuille, ligne, colonne }) => `${nomDe(choisi, feuille)}!${formatA1(ligne, colonne)}`));
  return [
    ...(JSON.stringify(vu.feuilles) === JSON.stringify(choisi.feuilles) ? [] : [`${choisi.fichier} : feuilles ${vu.feuilles.join(', ')}`]),
    ...perdues(choisi, (feuille, adresse) => {
      const cle = `${feuille}!${adresse}`;
      const valeur = vu.valeurs[cle];
      return formules.has(cle) && typeof valeur === 'string' && valeur.startsWith('=') ? { formule: valeur } : { valeur: valeur ?? null };
    }),
  ];
}

/** Objets d'un classeur, comptés dans son XML : pour comparer deux sorties du même tableur. */
export function compter(octets: Uint8Array): Readonly<Record<string, number>> {
  const comptes: Record<string, number> = { images: 0, graphiques: 0, commentaires: 0, validations: 0, conditionnelles: 0, fusions: 0, liens: 0, tableaux: 0, protegees: 0 };
  const ajouter = (nom: string, nombre: number) => { comptes[nom] = (comptes[nom] ?? 0) + nombre; };
  for (const partie of lireParties(octets)) {
    const { chemin } = partie;
    if (chemin.startsWith('xl/media/')) ajouter('images', 1);
    else if (/^xl\/charts\/chart\d+\.xml$/.test(chemin)) ajouter('graphiques', 1);
    else if (/^xl\/tables\//.test(chemin)) ajouter('tableaux', 1);
    else if (/^xl\/comments[^.]*\.xml$/.test(chemin)) ajouter('commentaires', descendants(lireArbre(texteDe(partie)), 'comment').length);
    else if (/^xl\/worksheets\/[^/]+\.xml$/.test(chemin)) {
      const racine = lireArbre(texteDe(partie));
      for (const [nom, element] of [['validations', 'dataValidation'], ['conditionnelles', 'cfRule'], ['fusions', 'mergeCell'], ['liens', 'hyperlink'], ['protegees', 'sheetProtection']] as const) ajouter(nom, descendants(racine, element).length);
    }
  }
  return comptes;
}
