/** Un classeur .xlsx neuf, d'après sa description : mêmes octets pour la même description. */
import { strToU8, zipSync } from 'fflate';
import type { ClasseurDecrit, FeuilleDecrite } from '../../modele/description';
import { ENTETE_XML, ESPACE, RELATIONS } from './creer-communs';
import { ecrireFeuille } from './creer-feuille';
import { ecrireStyles } from './creer-styles';
import { echapperXml } from './retouches';

const TYPE_CLASSEUR = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PAQUET = 'http://schemas.openxmlformats.org/package/2006';
/** Date des parties : la plus ancienne que sache dire une archive, pour que le fichier ne dépende pas de l'heure. */
const DATE_NEUTRE = new Date(1980, 0, 1);

export function creerClasseur({ titre, styles, feuilles }: ClasseurDecrit): Uint8Array {
  const { xml, numeros } = ecrireStyles(styles);
  const parties: Record<string, string> = {
    '[Content_Types].xml': typesDeContenu(feuilles.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml'], ['core', 'docProps/core.xml']]),
    'docProps/core.xml': `${ENTETE_XML}<cp:coreProperties xmlns:cp="${PAQUET}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${echapperXml(titre)}</dc:title><dc:language>fr-FR</dc:language></cp:coreProperties>`,
    'xl/workbook.xml': classeur(feuilles),
    'xl/_rels/workbook.xml.rels': relations([...feuilles.map((_, rang): [string, string] => ['worksheet', `worksheets/sheet${String(rang + 1)}.xml`]), ['styles', 'styles.xml']]),
    'xl/styles.xml': xml,
    ...Object.fromEntries(feuilles.map((feuille, rang) => [`xl/worksheets/sheet${String(rang + 1)}.xml`, ecrireFeuille(feuille, numeros)])),
  };
  return zipSync(Object.fromEntries(Object.entries(parties).map(([chemin, texte]) => [chemin, strToU8(texte)])), { level: 6, mtime: DATE_NEUTRE });
}

function typesDeContenu(nombre: number): string {
  const feuilles = Array.from({ length: nombre }, (_, rang) => `<Override PartName="/xl/worksheets/sheet${String(rang + 1)}.xml" ContentType="${TYPE_CLASSEUR}.worksheet+xml"/>`);
  return `${ENTETE_XML}<Types xmlns="${PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
    + `<Override PartName="/xl/workbook.xml" ContentType="${TYPE_CLASSEUR}.sheet.main+xml"/>${feuilles.join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPE_CLASSEUR}.styles+xml"/>`
    + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';
}

function relations(cibles: readonly (readonly [type: string, cible: string])[]): string {
  const elements = cibles.map(([type, cible], rang) => {
    const espace = type === 'core' ? `${PAQUET}/relationships/metadata/core-properties` : `${RELATIONS}/${type}`;
    return `<Relationship Id="rId${String(rang + 1)}" Type="${espace}" Target="${cible}"/>`;
  });
  return `${ENTETE_XML}<Relationships xmlns="${PAQUET}/relationships">${elements.join('')}</Relationships>`;
}

/** Nom de feuille dans une formule : « 'Plan d''action' ». */
const citer = (nom: string) => `'${nom.replace(/'/g, "''")}'`;

function classeur(feuilles: readonly FeuilleDecrite[]): string {
  const declarees = feuilles.map(({ nom }, rang) => `<sheet name="${echapperXml(nom)}" sheetId="${String(rang + 1)}" r:id="rId${String(rang + 1)}"/>`);
  const titres = feuilles.flatMap(({ nom, enTete }, rang) =>
    enTete === null ? [] : [`<definedName name="_xlnm.Print_Titles" localSheetId="${String(rang)}">${echapperXml(`${citer(nom)}!$${String(enTete.premiere)}:$${String(enTete.derniere)}`)}</definedName>`]);
  return `${ENTETE_XML}<workbook xmlns="${ESPACE}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${declarees.join('')}</sheets>`
    + `${titres.length === 0 ? '' : `<definedNames>${titres.join('')}</definedNames>`}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`;
}
