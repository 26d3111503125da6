/** Objets posés sur une feuille : graphique, image, commentaires anciens et fils de discussion. */
import type { Parties } from '../../../classeurs/fabrique';
import { ENTETE, NS, NS_REL } from '../../../classeurs/parties';
import { extension, inserer, poser, relier } from './paquet';

const CT = 'application/vnd.openxmlformats-officedocument';
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const FILS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const RELATION_2017 = 'http://schemas.microsoft.com/office/2017/10/relationships';
/** Un point gris, de 1 × 1. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');

const ancre = (colonne: number, ligne: number, objet: string) =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>${colonne}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${ligne}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${colonne + 5}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${ligne + 12}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${objet}<xdr:clientData/></xdr:twoCellAnchor>`;

/** Un dessin fait d'un graphique en barres et d'une image. */
export function dessiner(parties: Parties, chemin: string, feuille: string, numero: number): void {
  const [dessin, graphique] = [`xl/drawings/drawing${numero}.xml`, `xl/charts/chart${numero}.xml`];
  const plage = `'${feuille.replace(/'/g, "''")}'!$D$7:$J$7`;
  poser(parties, graphique, `${ENTETE}<c:chartSpace xmlns:c="${C}" xmlns:a="${A}" xmlns:r="${NS_REL}"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:invertIfNegative val="0"/><c:val><c:numRef><c:f>${plage}</c:f></c:numRef></c:val></c:ser><c:axId val="111"/><c:axId val="112"/></c:barChart><c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="112"/></c:catAx><c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="111"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`, `${CT}.drawingml.chart+xml`);
  const [idGraphique, idImage] = [relier(parties, dessin, 'chart', `../charts/chart${numero}.xml`), relier(parties, dessin, 'image', '../media/image1.png')];
  const cadre = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Graphique 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${C}"><c:chart xmlns:c="${C}" r:id="${idGraphique}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  const image = `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Logo" descr="Logo du département"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${idImage}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="600000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`;
  poser(parties, dessin, `${ENTETE}<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}" xmlns:r="${NS_REL}">${ancre(12, 5, cadre)}${ancre(12, 25, image)}</xdr:wsDr>`, `${CT}.drawing+xml`);
  parties['xl/media/image1.png'] = new Uint8Array(PNG);
  extension(parties, 'png', 'image/png');
  inserer(parties, chemin, `<drawing xmlns:r="${NS_REL}" r:id="${relier(parties, chemin, 'drawing', `../drawings/drawing${numero}.xml`)}"/>`);
}

/** Commentaires anciens, avec leur dessin vml, sur une feuille qui n'en a pas. */
export function commenter(parties: Parties, chemin: string): void {
  poser(parties, 'xl/comments9.xml', `${ENTETE}<comments xmlns="${NS}"><authors><author>ARS</author><author>tc={F0000000-0000-4000-8000-000000000001}</author></authors><commentList><comment ref="A2" authorId="0"><text><r><rPr><b/><sz val="9"/></rPr><t xml:space="preserve">ARS : </t></r><r><t>à revoir &amp; compléter</t></r></text></comment><comment ref="B3" authorId="1"><text><t>[Commentaire à thread]</t></text></comment></commentList></comments>`, `${CT}.spreadsheetml.comments+xml`);
  const forme = (numero: number, ligne: number, colonne: number) => `<v:shape id="_x0000_s${numero}" type="#_x0000_t202" style='position:absolute;margin-left:59pt;margin-top:1pt;width:108pt;height:60pt;visibility:hidden' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox><div style='text-align:left'></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${ligne}</x:Row><x:Column>${colonne}</x:Column></x:ClientData></v:shape>`;
  parties['xl/drawings/vmlDrawing9.vml'] = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${forme(2049, 1, 0)}${forme(2050, 2, 1)}</xml>`;
  extension(parties, 'vml', `${CT}.vmlDrawing`);
  relier(parties, chemin, 'comments', '../comments9.xml');
  poser(parties, 'xl/threadedComments/threadedComment1.xml', `${ENTETE}<ThreadedComments xmlns="${FILS}"><threadedComment ref="B3" dT="2021-03-01T10:00:00.00" personId="{F0000000-0000-4000-8000-0000000000AA}" id="{F0000000-0000-4000-8000-000000000001}"><text>Chiffre à confirmer ?</text></threadedComment></ThreadedComments>`, 'application/vnd.ms-excel.threadedcomments+xml');
  poser(parties, 'xl/persons/person.xml', `${ENTETE}<personList xmlns="${FILS}"><person displayName="Instruction" id="{F0000000-0000-4000-8000-0000000000AA}" userId="S-1" providerId="AD"/></personList>`, 'application/vnd.ms-excel.person+xml');
  relier(parties, chemin, `${RELATION_2017}/threadedComment`, '../threadedComments/threadedComment1.xml');
  relier(parties, 'xl/workbook.xml', `${RELATION_2017}/person`, 'persons/person.xml');
  inserer(parties, chemin, `<legacyDrawing xmlns:r="${NS_REL}" r:id="${relier(parties, chemin, 'vmlDrawing', '../drawings/vmlDrawing9.vml')}"/>`);
}
