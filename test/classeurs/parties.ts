/** Parties XML d'un classeur d'essai (voir `fabrique.ts`). */
import { parsePlage } from '../../src/classeur/adresse';
import type { FeuilleFabriquee, OptionsFabrique, TableauFabrique } from './fabrique';
import { xmlFeuille } from './feuille';
import { type Reserve, creerReserve, xmlChaines, xmlStyles } from './reserve';

export const ENTETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const NS_REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NS_PAQUET = 'http://schemas.openxmlformats.org/package/2006';
const CT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Échappe un texte pour un contenu ou un attribut XML. */
export function echapper(texte: string): string {
  return texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

export function partiesDuClasseur(
  feuilles: readonly FeuilleFabriquee[],
  options: OptionsFabrique,
): Record<string, string> {
  const reserve = creerReserve(options.chaines ?? 'partagees');
  const parties: Record<string, string> = { '[Content_Types].xml': '', '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]) };
  parties['xl/workbook.xml'] = xmlClasseur(feuilles, options);
  parties['xl/_rels/workbook.xml.rels'] = relations([
    ...feuilles.map((_, rang): [string, string] => ['worksheet', `worksheets/sheet${rang + 1}.xml`]),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]);
  let tableaux = 0;
  for (const [rang, feuille] of feuilles.entries()) {
    parties[`xl/worksheets/sheet${rang + 1}.xml`] = xmlFeuille(feuille, reserve);
    tableaux = ajouterTableaux(parties, feuille, rang, tableaux);
  }
  ajouterCommuns(parties, reserve);
  parties['[Content_Types].xml'] = typesDeContenu(Object.keys(parties));
  return parties;
}

function ajouterCommuns(parties: Record<string, string>, reserve: Reserve): void {
  parties['xl/styles.xml'] = xmlStyles(reserve);
  parties['xl/sharedStrings.xml'] = xmlChaines(reserve);
}

function xmlClasseur(feuilles: readonly FeuilleFabriquee[], options: OptionsFabrique): string {
  const etats = { visible: '', masquee: ' state="hidden"', tres_masquee: ' state="veryHidden"' };
  const liste = feuilles.map(
    (f, i) => `<sheet name="${echapper(f.nom)}" sheetId="${i + 1}"${etats[f.visibilite ?? 'visible']} r:id="rId${i + 1}"/>`,
  );
  const noms = (options.noms ?? []).map((n) => {
    const portee = n.feuille === undefined ? '' : ` localSheetId="${n.feuille}"`;
    return `<definedName name="${echapper(n.nom)}"${portee}${n.masque ? ' hidden="1"' : ''}>${echapper(n.formule)}</definedName>`;
  });
  const definitions = noms.length ? `<definedNames>${noms.join('')}</definedNames>` : '';
  const dates = options.dates1904 ? ' date1904="1"' : '';
  return `${ENTETE}<workbook xmlns="${NS}" xmlns:r="${NS_REL}"><workbookPr${dates}/><bookViews><workbookView/></bookViews><sheets>${liste.join('')}</sheets>${definitions}<calcPr calcId="191029"/></workbook>`;
}

/** Partie de relations ; types abrégés, identifiants `rId1`, `rId2`… dans l'ordre. */
export function relations(liste: readonly (readonly [type: string, cible: string])[]): string {
  const lignes = liste.map(([type, cible], i) => `<Relationship Id="rId${i + 1}" Type="${NS_REL}/${type}" Target="${cible}"/>`);
  return `${ENTETE}<Relationships xmlns="${NS_PAQUET}/relationships">${lignes.join('')}</Relationships>`;
}

function ajouterTableaux(parties: Record<string, string>, feuille: FeuilleFabriquee, rang: number, deja: number): number {
  const tableaux = feuille.tableaux ?? [];
  tableaux.forEach((tableau, i) => {
    const numero = deja + i + 1;
    const colonnes = colonnesDuTableau(tableau);
    const enTete = tableau.lignesEnTete === 0 ? ' headerRowCount="0"' : '';
    parties[`xl/tables/table${numero}.xml`] =
      `${ENTETE}<table xmlns="${NS}" id="${numero}" name="${echapper(tableau.nom)}" displayName="${echapper(tableau.nom)}" ref="${tableau.plage}"${enTete}>${colonnes}</table>`;
  });
  if (tableaux.length) {
    parties[`xl/worksheets/_rels/sheet${rang + 1}.xml.rels`] = relations(
      tableaux.map((_, i) => ['table', `../tables/table${deja + i + 1}.xml`]),
    );
  }
  return deja + tableaux.length;
}

function colonnesDuTableau(tableau: TableauFabrique): string {
  const plage = parsePlage(tableau.plage);
  const nombre = plage ? plage.derniereColonne - plage.colonne + 1 : 0;
  const colonnes = Array.from({ length: nombre }, (_, i) => `<tableColumn id="${i + 1}" name="${echapper(tableau.colonnes?.[i] ?? `Colonne${i + 1}`)}"/>`);
  return `<tableColumns count="${nombre}">${colonnes.join('')}</tableColumns>`;
}

function typesDeContenu(chemins: readonly string[]): string {
  const overrides = chemins.flatMap((chemin) => {
    const type = typeDe(chemin);
    return type ? [`<Override PartName="/${chemin}" ContentType="${CT}.${type}+xml"/>`] : [];
  });
  return `${ENTETE}<Types xmlns="${NS_PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function typeDe(chemin: string): string | null {
  if (/^xl\/worksheets\/[^/]+\.xml$/.test(chemin)) return 'worksheet';
  if (/^xl\/tables\//.test(chemin)) return 'table';
  const connus: Record<string, string> = {
    'xl/workbook.xml': 'sheet.main',
    'xl/styles.xml': 'styles',
    'xl/sharedStrings.xml': 'sharedStrings',
  };
  return connus[chemin] ?? null;
}
