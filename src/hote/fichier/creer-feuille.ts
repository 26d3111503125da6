/** Une feuille d'un classeur neuf : éléments dans l'ordre du schéma (ISO 29500-1, CT_Worksheet). */
import { formatA1, formatPlage } from '../../classeur/adresse';
import type { CelluleDecrite, FeuilleDecrite, ValidationDecrite } from '../../modele/description';
import { xmlCellule } from './contenu-xml';
import { ENTETE_XML, ESPACE } from './creer-communs';
import { echapperXml } from './retouches';

const PAPIER_A4 = 9;

export function ecrireFeuille(feuille: FeuilleDecrite, numeros: ReadonlyMap<string, number>): string {
  const elements = [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    dimension(feuille),
    vue(feuille),
    '<sheetFormatPr defaultRowHeight="15"/>',
    colonnes(feuille),
    `<sheetData>${lignes(feuille, numeros)}</sheetData>`,
    fusions(feuille),
    validations(feuille),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${String(PAPIER_A4)}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P / &amp;N</oddFooter></headerFooter>',
  ];
  return `${ENTETE_XML}<worksheet xmlns="${ESPACE}">${elements.join('')}</worksheet>`;
}

function dimension({ cellules }: FeuilleDecrite): string {
  const derniere = (rang: (cellule: CelluleDecrite) => number) => cellules.reduce((maximum, cellule) => Math.max(maximum, rang(cellule)), 1);
  return `<dimension ref="${formatPlage({ ligne: 1, colonne: 1, derniereLigne: derniere(({ ligne }) => ligne), derniereColonne: derniere(({ colonne }) => colonne) })}"/>`;
}

/** Volets figés ; la sélection est là où commence la saisie. */
function vue({ figees: { lignes: l, colonnes: c } }: FeuilleDecrite): string {
  if (l === 0 && c === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const coin = formatA1(l + 1, c + 1);
  const volet = l > 0 && c > 0 ? 'bottomRight' : l > 0 ? 'bottomLeft' : 'topRight';
  const partage = `${c > 0 ? ` xSplit="${String(c)}"` : ''}${l > 0 ? ` ySplit="${String(l)}"` : ''}`;
  return `<sheetViews><sheetView workbookViewId="0"><pane${partage} topLeftCell="${coin}" activePane="${volet}" state="frozen"/><selection pane="${volet}" activeCell="${coin}" sqref="${coin}"/></sheetView></sheetViews>`;
}

function colonnes({ largeurs }: FeuilleDecrite): string {
  const cols = [...largeurs].sort(([a], [b]) => a - b).map(([colonne, largeur]) => `<col min="${String(colonne)}" max="${String(colonne)}" width="${String(largeur)}" customWidth="1"/>`);
  return cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`;
}

function lignes({ cellules, hauteurs }: FeuilleDecrite, numeros: ReadonlyMap<string, number>): string {
  const rangees = new Map<number, string>();
  for (const { ligne, colonne, contenu, style } of cellules) {
    const xml = xmlCellule('', ` r="${formatA1(ligne, colonne)}" s="${String(numeros.get(style) ?? 0)}"`, contenu);
    rangees.set(ligne, (rangees.get(ligne) ?? '') + xml);
  }
  return [...rangees].map(([ligne, xml]) => {
    const hauteur = hauteurs.get(ligne);
    return `<row r="${String(ligne)}"${hauteur === undefined ? '' : ` ht="${String(hauteur)}" customHeight="1"`}>${xml}</row>`;
  }).join('');
}

function fusions({ fusions: plages }: FeuilleDecrite): string {
  return plages.length === 0 ? '' : `<mergeCells count="${String(plages.length)}">${plages.map((plage) => `<mergeCell ref="${formatPlage(plage)}"/>`).join('')}</mergeCells>`;
}

function validations({ validations: regles }: FeuilleDecrite): string {
  return regles.length === 0 ? '' : `<dataValidations count="${String(regles.length)}">${regles.map(validation).join('')}</dataValidations>`;
}

/** Une règle qui avertit, sans interdire. */
function validation({ plages, regle, titre, message }: ValidationDecrite): string {
  const commun = `errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="${echapperXml(titre)}" error="${echapperXml(message)}" sqref="${plages.map(formatPlage).join(' ')}"`;
  return regle.nature === 'decimal'
    ? `<dataValidation type="decimal" operator="greaterThanOrEqual" ${commun}><formula1>${String(regle.minimum)}</formula1></dataValidation>`
    : `<dataValidation type="list" ${commun}><formula1>${echapperXml(`"${regle.valeurs.join(',')}"`)}</formula1></dataValidation>`;
}
