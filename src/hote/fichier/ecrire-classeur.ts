/** Retouches de `workbook.xml` : demander le recalcul, ajouter une feuille. */
import type { Brouillon } from './brouillon';
import { type Paquet, partieReliee } from './paquet';
import { ajouterRelation, declarerType, espaceRelations, retirerPartie } from './paquet-xml';
import { cheminRelations } from './relations';
import { type Balise, type Retouche, ajouterDans, echapperXml, parcourir, retoucherAttribut, retoucherTexte } from './retouches';
import { isVrai } from './xml';

const TYPE_FEUILLE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
/** Éléments qui précèdent `<calcPr>` dans le schéma (ISO 29500-1, CT_Workbook). */
const AVANT_CALCUL: ReadonlySet<string> = new Set([
  'fileVersion', 'fileSharing', 'workbookPr', 'AlternateContent', 'workbookProtection', 'bookViews',
  'sheets', 'functionGroups', 'externalReferences', 'definedNames',
]);

/** Un enfant direct de la racine. */
interface Enfant {
  readonly balise: Balise;
  /** Où ajouter dans l'élément, et la position qui le suit. */
  finContenu: number;
  fin: number;
}

interface ClasseurRepere {
  readonly texte: string;
  readonly prefixe: string;
  readonly enfants: readonly Enfant[];
  /** Balises `<sheet>`. */
  readonly feuilles: readonly Balise[];
}

function reperer(brouillon: Brouillon, chemin: string): ClasseurRepere {
  const texte = brouillon.lire(chemin);
  const enfants: Enfant[] = [];
  const feuilles: Balise[] = [];
  let profondeur = 0;
  const prefixe = parcourir(texte, chemin, {
    ouvrir(balise) {
      if (profondeur++ === 1) enfants.push({ balise, finContenu: balise.fin, fin: balise.fin });
      if (balise.nom === 'sheet') feuilles.push(balise);
    },
    fermer(_nom, debut, fin) {
      if (--profondeur === 1) Object.assign(enfants[enfants.length - 1]!, { finContenu: debut, fin });
    },
  });
  return { texte, prefixe, enfants, feuilles };
}

/** Les valeurs enregistrées ne valent plus : le tableur recalcule tout à l'ouverture, chaîne de calcul comprise. */
export function demanderRecalcul(brouillon: Brouillon, paquet: Paquet): void {
  const { chemin } = paquet.principale;
  const chaine = partieReliee(paquet, 'calcChain');
  if (chaine) retirerPartie(brouillon, chemin, chaine.chemin);
  const { texte, prefixe, enfants } = reperer(brouillon, chemin);
  const calcul = enfants.find(({ balise }) => balise.nom === 'calcPr');
  if (calcul && isVrai(calcul.balise.attributs.fullCalcOnLoad)) return;
  brouillon.ecrire(chemin, retoucherTexte(texte, [calcul ? retoucherAttribut(texte, calcul.balise, 'fullCalcOnLoad', '1') : insererCalcul(prefixe, enfants)]));
}

function insererCalcul(prefixe: string, enfants: readonly Enfant[]): Retouche {
  const precedent = enfants.findLast(({ balise }) => AVANT_CALCUL.has(balise.nom.replace(/^.*:/, '')))!;
  return { debut: precedent.fin, fin: precedent.fin, texte: `<${prefixe}calcPr fullCalcOnLoad="1"/>` };
}

/** Vrai si la structure du classeur est protégée : on n'y ajoute pas de feuille. */
export function isStructureProtegee(brouillon: Brouillon, { principale }: Paquet): boolean {
  const protection = reperer(brouillon, principale.chemin).enfants.find(({ balise }) => balise.nom === 'workbookProtection');
  return isVrai(protection?.balise.attributs.lockStructure);
}

/** Vrai si le classeur déclare une fenêtre, sans laquelle une vue de feuille ne renverrait à rien. */
export function hasFenetre(brouillon: Brouillon, { principale }: Paquet): boolean {
  return reperer(brouillon, principale.chemin).enfants.some(({ balise }) => balise.nom === 'bookViews');
}

/** Ajoute une feuille en dernier ; rend le chemin de sa partie. */
export function ajouterFeuille(brouillon: Brouillon, { principale }: Paquet, nom: string, xml: string): string {
  const { chemin } = principale;
  const dossier = chemin.slice(0, chemin.lastIndexOf('/') + 1);
  let numero = 1;
  while (brouillon.existe(`${dossier}worksheets/sheet${numero}.xml`)) numero++;
  const partie = `${dossier}worksheets/sheet${numero}.xml`;
  brouillon.ecrire(partie, xml);
  declarerType(brouillon, partie, TYPE_FEUILLE);
  const relation = ajouterRelation(brouillon, chemin, 'worksheet', partie);
  const { texte, prefixe, enfants, feuilles } = reperer(brouillon, chemin);
  const sheetId = Math.max(0, ...feuilles.map(({ attributs }) => Number(attributs.sheetId) || 0)) + 1;
  const espace = espaceRelations(brouillon.lire(cheminRelations(chemin)));
  // L'espace de noms des relations n'est pas toujours déclaré à la racine : l'élément porte le sien.
  const feuille = `<${prefixe}sheet xmlns:r="${espace}" name="${echapperXml(nom)}" sheetId="${sheetId}" r:id="${relation}"/>`;
  const { balise, finContenu } = enfants.find((enfant) => enfant.balise.nom === 'sheets')!;
  brouillon.ecrire(chemin, retoucherTexte(texte, [ajouterDans(texte, balise, finContenu, feuille, `${prefixe}sheets`)]));
  return partie;
}
