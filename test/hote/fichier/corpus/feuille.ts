/** Ce qu'un tableur met autour des cellules d'une feuille officielle : mise en forme, saisie, protection, impression. */
import type { Parties } from '../../../classeurs/fabrique';
import { NS_REL } from '../../../classeurs/parties';
import { decaler } from './decaler';
import { inserer, modifier, relier } from './paquet';

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';

/** Mises en forme conditionnelles, dont une barre de données prolongée dans `extLst`, et une validation d'une autre feuille. */
export function habiller(parties: Parties, chemin: string, autreFeuille: string): void {
  const barre = '<cfRule type="dataBar" priority="4"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="' + X14 + '" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{A0000000-0000-4000-8000-000000000001}</x14:id></ext></extLst></cfRule>';
  for (const regle of [
    '<conditionalFormatting sqref="E7:J9"><cfRule type="colorScale" priority="2"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFF8696B"/><color rgb="FF63BE7B"/></colorScale></cfRule></conditionalFormatting>',
    '<conditionalFormatting sqref="A1:A5"><cfRule type="expression" dxfId="0" priority="3" stopIfTrue="1"><formula>AND($A1&lt;&gt;"",LEN($A1)&gt;200)</formula></cfRule></conditionalFormatting>',
    `<conditionalFormatting sqref="D12:D16">${barre}</conditionalFormatting>`,
  ]) inserer(parties, chemin, regle);
  const feuille = `'${autreFeuille.replace(/'/g, "''")}'`;
  inserer(parties, chemin, `<extLst><ext xmlns:x14="${X14}" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="{A0000000-0000-4000-8000-000000000001}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>D12:D16</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext xmlns:x14="${X14}" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="${XM}" count="1"><x14:dataValidation type="list" allowBlank="1" showInputMessage="1"><x14:formula1><xm:f>${feuille}!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>B40:B44</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`);
}

export function lierEtImprimer(parties: Parties, chemin: string, autreFeuille: string): void {
  const id = relier(parties, chemin, 'hyperlink', 'https://solidarites-sante.gouv.fr/?a=1&amp;b=2', true);
  inserer(parties, chemin, `<hyperlinks><hyperlink xmlns:r="${NS_REL}" ref="A1" r:id="${id}" tooltip="Ministère"/><hyperlink ref="B1:C1" location="'${autreFeuille.replace(/'/g, "''")}'!A1" display="Voir"/></hyperlinks>`);
  inserer(parties, chemin, '<printOptions horizontalCentered="1" gridLines="1"/>');
  inserer(parties, chemin, '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"Calibri,Gras"&amp;A</oddHeader><oddFooter>&amp;R&amp;P/&amp;N</oddFooter><firstHeader>&amp;CContrat</firstHeader></headerFooter>');
  inserer(parties, chemin, '<rowBreaks count="1" manualBreakCount="1"><brk id="30" max="16383" man="1"/></rowBreaks>');
  inserer(parties, chemin, '<colBreaks count="1" manualBreakCount="1"><brk id="6" max="1048575" man="1"/></colBreaks>');
  inserer(parties, chemin, '<ignoredErrors><ignoredError sqref="D7:J60" formulaRange="1" unlockedFormula="1"/></ignoredErrors>');
}

/** Feuille protégée où seules les colonnes D et E sont à saisir : chaque style y a un double déverrouillé. */
export function proteger(parties: Parties, chemin: string): void {
  inserer(parties, chemin, '<sheetProtection algorithmName="SHA-512" hashValue="3q2+7w==" saltValue="3q2+7w==" spinCount="100000" sheet="1" objects="1" scenarios="1" formatCells="0"/>');
  inserer(parties, chemin, '<protectedRanges><protectedRange name="Saisie" sqref="D7:E10"/></protectedRanges>');
  let nombre = 0;
  modifier(parties, 'xl/styles.xml', (xml) => xml.replace(/<cellXfs count="(\d+)">(.*?)<\/cellXfs>/s, (_, compte: string, xfs: string) => {
    nombre = Number(compte);
    const doubles = xfs.replace(/<xf ([^>]*?)\/>|<xf ([^>]*?[^/])>(.*?)<\/xf>/gs, (__, seul: string | undefined, attributs: string | undefined, enfants = '') => {
      const gardes = (seul ?? attributs!).replace(/ ?applyProtection="\d"/, '');
      return `<xf ${gardes} applyProtection="1">${String(enfants).replace(/<protection[^>]*\/>/, '')}<protection locked="0"/></xf>`;
    });
    return `<cellXfs count="${nombre * 2}">${xfs}${doubles}</cellXfs>`;
  }));
  modifier(parties, chemin, (xml) => xml.replace(/<c r="([DE]\d+)"(?: s="(\d+)")?/g, (_, adresse: string, style = '0') => `<c r="${adresse}" s="${Number(style) + nombre}"`));
}

/** Groupes de formules partagées : chaque suite, en ligne ou en colonne, de formules égales à un décalage près. */
export function partagerFormules(parties: Parties, chemin: string): void {
  modifier(parties, chemin, (xml) => {
    const formules = new Map([...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)<\/f>/g)].map(([, adresse, formule]) => [adresse!, formule!]));
    const pris = new Map<string, string>();
    let si = 0;
    for (const [dc, dl] of [[1, 0], [0, 1]] as const) {
      for (const [depart, formule] of formules) {
        const suite = [depart];
        for (let n = 1; ; n++) {
          const suivante = decaler(depart, n * dc, n * dl);
          if (pris.has(suivante) || formules.get(suivante) !== decaler(formule, n * dc, n * dl)) break;
          suite.push(suivante);
        }
        if (suite.length < 3 || pris.has(depart)) continue;
        suite.forEach((adresse, rang) => pris.set(adresse, rang === 0 ? `<f t="shared" ref="${depart}:${suite.at(-1)!}" si="${si}">${formule}</f>` : `<f t="shared" si="${si}"/>`));
        si++;
      }
    }
    return xml.replace(/<c r="([A-Z]+\d+)"([^>]*)><f>[^<]*<\/f><v>[^<]*<\/v>/g, (tout, adresse: string, attributs: string) => (pris.has(adresse) ? `<c r="${adresse}"${attributs}>${pris.get(adresse)!}<v>0.25</v>` : tout.replace(/<v>[^<]*<\/v>/, '<v>7</v>')));
  });
}
