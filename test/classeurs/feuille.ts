/** XML d'une feuille d'un classeur d'essai. */
import { formatA1, parseA1 } from '../../src/classeur/adresse';
import { cleCellule, isErreur } from '../../src/classeur/instantane';
import type { CelluleFabriquee, ContenuFabrique, FeuilleFabriquee } from './fabrique';
import { ENTETE, NS, NS_REL, echapper } from './parties';
import { type Reserve, numeroStyle, numeroTexte, xmlTexte } from './reserve';

interface Posee extends CelluleFabriquee {
  readonly ligne: number;
  readonly colonne: number;
}

export function xmlFeuille(feuille: FeuilleFabriquee, reserve: Reserve): string {
  return `${ENTETE}<worksheet xmlns="${NS}" xmlns:r="${NS_REL}">${vues(feuille)}${colonnes(feuille)}<sheetData>${lignes(feuille, reserve)}</sheetData>${suite(feuille)}</worksheet>`;
}

function vues({ figees }: FeuilleFabriquee): string {
  if (!figees) return '';
  const coin = formatA1(figees.lignes + 1, figees.colonnes + 1);
  return `<sheetViews><sheetView workbookViewId="0"><pane xSplit="${figees.colonnes}" ySplit="${figees.lignes}" topLeftCell="${coin}" state="frozen"/></sheetView></sheetViews>`;
}

function colonnes(feuille: FeuilleFabriquee): string {
  const masquees = feuille.colonnesMasquees ?? [];
  const largeurs = feuille.largeurs ?? {};
  const numeros = new Set([...masquees, ...Object.keys(largeurs).map(Number)]);
  const cols = [...numeros].sort((a, b) => a - b).map((n) => {
    const largeur = largeurs[n] === undefined ? '' : ` width="${largeurs[n]}" customWidth="1"`;
    return `<col min="${n}" max="${n}"${largeur}${masquees.includes(n) ? ' hidden="1"' : ''}/>`;
  });
  return cols.length ? `<cols>${cols.join('')}</cols>` : '';
}

function poser(feuille: FeuilleFabriquee): Posee[] {
  const posees = new Map<number, Posee>();
  const mettre = (ligne: number, colonne: number, contenu: ContenuFabrique): void => {
    if (contenu === null) return;
    const cellule: CelluleFabriquee = typeof contenu !== 'object' || 'erreur' in contenu ? { valeur: contenu } : contenu;
    posees.set(cleCellule(ligne, colonne), { ...cellule, ligne, colonne });
  };
  feuille.lignes?.forEach((rangee, l) => rangee.forEach((contenu, c) => mettre(l + 1, c + 1, contenu)));
  for (const [adresse, contenu] of Object.entries(feuille.cellules ?? {})) {
    const position = parseA1(adresse);
    if (!position) throw new Error(`Adresse de cellule inconnue : ${adresse}`);
    mettre(position.ligne, position.colonne, contenu);
  }
  return [...posees.values()].sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne);
}

function lignes(feuille: FeuilleFabriquee, reserve: Reserve): string {
  const rangees = new Map<number, string[]>();
  const rangee = (ligne: number): string[] => {
    const deja = rangees.get(ligne) ?? [];
    rangees.set(ligne, deja);
    return deja;
  };
  for (const ligne of [...(feuille.lignesMasquees ?? []), ...Object.keys(feuille.hauteurs ?? {}).map(Number)]) rangee(ligne);
  for (const cellule of poser(feuille)) rangee(cellule.ligne).push(xmlCellule(cellule, reserve));
  return [...rangees].sort(([a], [b]) => a - b).map(([ligne, cellules]) => {
    const hauteur = feuille.hauteurs?.[ligne];
    const ht = hauteur === undefined ? '' : ` ht="${hauteur}" customHeight="1"`;
    return `<row r="${ligne}"${ht}${feuille.lignesMasquees?.includes(ligne) ? ' hidden="1"' : ''}>${cellules.join('')}</row>`;
  }).join('');
}

function xmlCellule(cellule: Posee, reserve: Reserve): string {
  const style = numeroStyle(reserve, cellule.format, cellule.verrouillee);
  const attributs = `r="${formatA1(cellule.ligne, cellule.colonne)}"${style ? ` s="${style}"` : ''}`;
  const { type, contenu } = xmlValeur(cellule, reserve);
  return `<c ${attributs}${type}>${xmlFormule(cellule)}${contenu}</c>`;
}

function xmlFormule({ formule, matrice }: Posee): string {
  if (formule === undefined) return '';
  const attributs = matrice ? ` t="array" ref="${matrice}"` : '';
  return `<f${attributs}>${echapper(formule.replace(/^=/, ''))}</f>`;
}

function xmlValeur({ valeur = null, formule }: Posee, reserve: Reserve): { type: string; contenu: string } {
  if (valeur === null) return { type: '', contenu: '' };
  if (isErreur(valeur)) return { type: ' t="e"', contenu: `<v>${valeur.erreur}</v>` };
  if (typeof valeur === 'number') return { type: '', contenu: `<v>${valeur}</v>` };
  if (typeof valeur === 'boolean') return { type: ' t="b"', contenu: `<v>${valeur ? 1 : 0}</v>` };
  if (formule !== undefined) return { type: ' t="str"', contenu: xmlTexte(valeur, 'v') };
  if (reserve.mode === 'en_ligne') return { type: ' t="inlineStr"', contenu: `<is>${xmlTexte(valeur, 't')}</is>` };
  return { type: ' t="s"', contenu: `<v>${numeroTexte(reserve, valeur)}</v>` };
}

function suite(feuille: FeuilleFabriquee): string {
  const fusions = (feuille.fusions ?? []).map((plage) => `<mergeCell ref="${plage}"/>`);
  const tableaux = (feuille.tableaux ?? []).map((_, i) => `<tablePart r:id="rId${i + 1}"/>`);
  return [
    feuille.protegee ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : '',
    fusions.length ? `<mergeCells count="${fusions.length}">${fusions.join('')}</mergeCells>` : '',
    tableaux.length ? `<tableParts count="${tableaux.length}">${tableaux.join('')}</tableParts>` : '',
  ].join('');
}
