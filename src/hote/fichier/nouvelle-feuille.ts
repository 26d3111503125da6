/** Une feuille neuve, pour ce que le projet ajoute au classeur (les sources du diagnostic, par exemple). */
import { formatA1, formatPlage } from '../../classeur/adresse';
import { type Ecriture, isFormule } from '../../corrections/plan';
import type { Archive, Entree } from './archive';
import { xmlCellule } from './contenu-xml';
import { isVrai, lireXml } from './xml';

const ESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Espace de noms d'un classeur de forme stricte (ISO 29500). */
export const ESPACE_STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
/** Largeurs, en caractères. */
const LARGEUR_MIN = 10;
const LARGEUR_MAX = 60;
/** Format A4. */
const PAPIER = 9;

export interface OptionsFeuille {
  readonly stricte: boolean;
  /** Style de la première ligne, s'il en est un qui convient. */
  readonly styleEnTete: number | null;
  /** Le classeur déclare une fenêtre : la feuille peut figer son en-tête. */
  readonly fenetre: boolean;
}

/** XML d'une feuille : première ligne en en-tête, colonnes à la largeur du texte, A4 paysage. */
export function xmlNouvelleFeuille(ecritures: readonly Ecriture[], { stricte, styleEnTete, fenetre }: OptionsFeuille): string {
  const cellules = ecritures.filter(({ apres }) => isFormule(apres) || apres.valeur !== null).sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne);
  const espace = stricte ? ESPACE_STRICT : ESPACE;
  const elements = [
    dimension(cellules),
    fenetre ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>' : '',
    '<sheetFormatPr defaultRowHeight="15"/>',
    colonnes(cellules),
    `<sheetData>${lignes(cellules, styleEnTete)}</sheetData>`,
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${PAPIER}" orientation="landscape"/>`,
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${espace}">${elements.join('')}</worksheet>`;
}

function dimension(cellules: readonly Ecriture[]): string {
  if (cellules.length === 0) return '';
  const [lignesLues, colonnesLues] = [cellules.map(({ ligne }) => ligne), cellules.map(({ colonne }) => colonne)];
  const plage = {
    ligne: Math.min(...lignesLues),
    colonne: Math.min(...colonnesLues),
    derniereLigne: Math.max(...lignesLues),
    derniereColonne: Math.max(...colonnesLues),
  };
  return `<dimension ref="${formatPlage(plage)}"/>`;
}

function colonnes(cellules: readonly Ecriture[]): string {
  const largeurs = new Map<number, number>();
  for (const { colonne, apres } of cellules) {
    const longueur = isFormule(apres) ? 0 : Math.max(...String(apres.valeur).split('\n').map((ligne) => ligne.length));
    largeurs.set(colonne, Math.max(largeurs.get(colonne) ?? LARGEUR_MIN, Math.min(longueur + 2, LARGEUR_MAX)));
  }
  const cols = [...largeurs].sort(([a], [b]) => a - b).map(([n, largeur]) => `<col min="${n}" max="${n}" width="${largeur}" customWidth="1"/>`);
  return cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`;
}

function lignes(cellules: readonly Ecriture[], styleEnTete: number | null): string {
  const rangees = new Map<number, string>();
  for (const { ligne, colonne, apres } of cellules) {
    const style = ligne === 1 && styleEnTete !== null ? ` s="${styleEnTete}"` : '';
    rangees.set(ligne, (rangees.get(ligne) ?? '') + xmlCellule('', ` r="${formatA1(ligne, colonne)}"${style}`, apres));
  }
  return [...rangees].map(([ligne, xml]) => `<row r="${ligne}">${xml}</row>`).join('');
}

/**
 * Style en gras déjà présent, sans autre mise en forme ; `null` s'il n'y en a pas. La partie de
 * styles reste intacte : mieux vaut un en-tête maigre qu'un style ajouté de travers.
 */
export function chercherStyleGras(archive: Archive, styles: Entree | undefined): number | null {
  if (!styles) return null;
  const gras: boolean[] = [];
  let parent = '';
  let rang = -1;
  let trouve: number | null = null;
  lireXml(archive, styles, {
    ouvrir(nom, attributs) {
      if (nom === 'fonts' || nom === 'dxfs' || nom === 'cellStyleXfs' || nom === 'cellXfs') parent = nom;
      else if (parent === 'fonts' && nom === 'font') gras.push(false);
      else if (parent === 'fonts' && nom === 'b') gras[gras.length - 1] = isVrai(attributs.val ?? '1');
      else if (parent === 'cellXfs' && nom === 'xf') {
        rang++;
        const nu = [attributs.numFmtId, attributs.fillId, attributs.borderId].every((numero) => Number(numero ?? 0) === 0);
        if (nu && gras[Number(attributs.fontId)]) trouve ??= rang;
      }
    },
  });
  return trouve;
}
