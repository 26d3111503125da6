/** Ce qu'un classeur réel porte hors de ses feuilles officielles : textes partagés, noms, liens, macros, chaîne de calcul… */
import type { Parties } from '../../../classeurs/fabrique';
import { ENTETE, NS, NS_REL } from '../../../classeurs/parties';
import { CLASSEUR, extension, inserer, modifier, poser, relier } from './paquet';

const CT = 'application/vnd.openxmlformats-officedocument';
const CT_FEUILLES = `${CT}.spreadsheetml`;
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Un texte sur deux passe dans la table partagée ; un sur dix y est enrichi, avec annotation phonétique. */
export function partagerTextes(parties: Parties, chemins: readonly string[]): void {
  const chaines: string[] = [];
  let rang = 0;
  for (const chemin of chemins) {
    modifier(parties, chemin, (xml) => xml.replace(/<c r="([A-Z]+\d+)"([^>]*) t="inlineStr"><is><t([^>]*)>([^<]*)<\/t><\/is><\/c>/g, (tout, adresse: string, attributs: string, espace: string, texte: string) => {
      if (rang++ % 2) return tout;
      const coupe = /^[A-Za-zÀ-ÿ ']{2,}/.exec(texte)?.[0].length ?? 0;
      const enrichi = `<r><rPr><b/><sz val="11"/><rFont val="Calibri"/></rPr><t xml:space="preserve">${texte.slice(0, coupe)}</t></r><r><t xml:space="preserve">${texte.slice(coupe)}</t></r><rPh sb="0" eb="1"><t>ph</t></rPh>`;
      chaines.push(chaines.length % 5 === 0 && coupe > 0 ? `<si>${enrichi}</si>` : `<si><t${espace}>${texte}</t></si>`);
      return `<c r="${adresse}"${attributs} t="s"><v>${chaines.length - 1}</v></c>`;
    }));
  }
  poser(parties, 'xl/sharedStrings.xml', `${ENTETE}<sst xmlns="${NS}" count="${chaines.length}" uniqueCount="${chaines.length}">${chaines.join('')}</sst>`, `${CT_FEUILLES}.sharedStrings+xml`);
  relier(parties, CLASSEUR, 'sharedStrings', 'sharedStrings.xml');
}

const DONNEES_LIBRES = [
  '<row r="1" spans="1:3"><c r="A1" t="inlineStr"><is><t>Poste</t></is></c><c r="B1" t="inlineStr"><is><t>Montant</t></is></c><c r="C1" t="inlineStr"><is><t>Part</t></is></c></row>',
  ...[2, 3, 4].map((ligne) => `<row r="${ligne}" spans="1:7"><c r="A${ligne}" t="inlineStr"><is><r><rPr><i/></rPr><t xml:space="preserve">Poste </t></r><r><t>n° ${ligne}</t></r></is></c><c r="B${ligne}"><v>${ligne * 1000}</v></c><c r="C${ligne}"><f><![CDATA[B${ligne}/SUM($B$2:$B$4)]]></f><v>0.3</v></c>${ligne === 2 ? '<c r="E2"><f t="array" ref="E2:E4">B2:B4*2</f><v>4000</v></c>' : `<c r="E${ligne}"><v>${ligne * 2000}</v></c>`}<c r="G${ligne}" t="b"><v>1</v></c></row>`),
  '<!-- une ligne mise en forme, sans cellule -->',
  '<row r="6" s="2" customFormat="1" ht="30" customHeight="1"/>',
  '<row r="7"><c><v>7</v></c><c t="str"><f>CONCATENATE("a","&lt;b&gt;")</f><v>a&lt;b&gt;</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="d"><v>2020-06-15T00:00:00</v></c></row>',
  '<row r="9" hidden="1" outlineLevel="1"><c r="A9" s="3"/><c r="F9" t="inlineStr"><is><t>_x0041_ &amp; fin</t></is></c></row>',
].join('');

/** Une troisième feuille : tableau structuré, formule matricielle, positions implicites, colonnes masquées, volets. */
export function ajouterAnnexe(parties: Parties, nom: string): string {
  const chemin = 'xl/worksheets/annexe.xml';
  const tableau = relier(parties, chemin, 'table', '../tables/table1.xml');
  poser(parties, chemin, `${ENTETE}<worksheet xmlns="${NS}" xmlns:r="${NS_REL}" xmlns:mc="${MC}" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><sheetPr codeName="Annexe"><tabColor rgb="FFFFC000"/></sheetPr><dimension ref="A1:G9"/><sheetViews><sheetView zoomScale="85" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B2" sqref="B2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" outlineLevelRow="1" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="20" customWidth="1"/><col min="2" max="8" width="12" style="4" customWidth="1"/><col min="9" max="12" width="0" hidden="1" customWidth="1"/></cols><sheetData>${DONNEES_LIBRES}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><mc:AlternateContent><mc:Choice Requires="x14" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/><mc:Fallback/></mc:AlternateContent><tableParts count="1"><tablePart r:id="${tableau}"/></tableParts></worksheet>`, `${CT_FEUILLES}.worksheet+xml`);
  poser(parties, 'xl/tables/table1.xml', `${ENTETE}<table xmlns="${NS}" id="1" name="Postes" displayName="Postes" ref="A1:C4" totalsRowShown="0"><autoFilter ref="A1:C4"/><tableColumns count="3"><tableColumn id="1" name="Poste"/><tableColumn id="2" name="Montant"/><tableColumn id="3" name="Part"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`, `${CT_FEUILLES}.table+xml`);
  const id = relier(parties, CLASSEUR, 'worksheet', 'worksheets/annexe.xml');
  modifier(parties, CLASSEUR, (xml) => xml.replace('</sheets>', `<sheet xmlns:r="${NS_REL}" name="${nom}" sheetId="40" r:id="${id}"/></sheets>`));
  return chemin;
}

/** Noms, zone d'impression, lien externe, données d'un autre logiciel, variantes de forme. */
export function nommerEtLier(parties: Parties, feuille: string): void {
  const entre = `'${feuille.replace(/'/g, "''")}'`;
  modifier(parties, CLASSEUR, (xml) => xml
    .replace('</definedNames>', `<definedName name="_xlnm.Print_Area" localSheetId="1">${entre}!$A$1:$J$60</definedName><definedName name="Naissances" comment="repère">${entre}!$D$9</definedName><definedName name="Seuil" hidden="1">0.75</definedName><definedName name="Ailleurs">[1]Feuil1!$A$1</definedName></definedNames>`)
    .replace(/<workbookPr[^>]*\/>/, (pr) => `${pr}<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Contrats\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>`)
    .replace(/<calcPr[^>]*\/>/, '<calcPr calcId="191029"/>'));
  const lien = 'xl/externalLinks/externalLink1.xml';
  const cible = relier(parties, lien, 'externalLinkPath', 'Autre%20classeur.xlsx', true);
  poser(parties, lien, `${ENTETE}<externalLink xmlns="${NS}"><externalBook xmlns:r="${NS_REL}" r:id="${cible}"><sheetNames><sheetName val="Feuil1"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>3</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`, `${CT_FEUILLES}.externalLink+xml`);
  inserer(parties, CLASSEUR, `<externalReferences><externalReference xmlns:r="${NS_REL}" r:id="${relier(parties, CLASSEUR, 'externalLink', 'externalLinks/externalLink1.xml')}"/></externalReferences>`);
  inserer(parties, CLASSEUR, '<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>');
  parties['customXml/item1.xml'] = '<?xml version="1.0"?><p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties"><documentManagement>GED</documentManagement></p:properties>';
  poser(parties, 'customXml/itemProps1.xml', '<ds:datastoreItem ds:itemID="{11111111-2222-4333-8444-555555555555}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>', `${CT}.customXmlProperties+xml`);
  relier(parties, 'customXml/item1.xml', 'customXmlProps', 'itemProps1.xml');
  relier(parties, CLASSEUR, 'customXml', '../customXml/item1.xml');
}

/** Chaîne de calcul : une entrée par formule, feuille par feuille. */
export function enchainerCalculs(parties: Parties, chemins: readonly string[]): void {
  const maillons = chemins.flatMap((chemin, rang) => [...String(parties[chemin]).matchAll(/<c r="([A-Z]+\d+)"[^>]*><f/g)].map(([, adresse]) => `<c r="${adresse!}" i="${rang + 1}"/>`));
  poser(parties, 'xl/calcChain.xml', `${ENTETE}<calcChain xmlns="${NS}">${maillons.join('')}</calcChain>`, `${CT_FEUILLES}.calcChain+xml`);
  relier(parties, CLASSEUR, 'calcChain', 'calcChain.xml');
}

/** Un classeur à macros (.xlsm), au projet factice. */
export function ajouterMacros(parties: Parties): void {
  modifier(parties, '[Content_Types].xml', (xml) => xml.replace(`${CT_FEUILLES}.sheet.main+xml`, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'));
  parties['xl/vbaProject.bin'] = Uint8Array.from({ length: 700 }, (_, rang) => (rang * 37) % 256);
  extension(parties, 'bin', 'application/vnd.ms-office.vbaProject');
  relier(parties, CLASSEUR, 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin');
}

/** Toutes les parties du vocabulaire principal, écrites avec le préfixe `x:`. */
export function prefixer(parties: Parties, chemins: readonly string[]): void {
  for (const chemin of chemins) {
    modifier(parties, chemin, (xml) => xml.replace(/<(\/?)([A-Za-z]\w*)(?=[\s/>])/g, '<$1x:$2').replaceAll(`xmlns="${NS}"`, `xmlns:x="${NS}"`));
  }
}
