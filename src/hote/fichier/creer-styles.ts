/** `styles.xml` d'un classeur neuf : polices, fonds, bordures et formats, chacun écrit une fois. */
import type { StyleDecrit } from '../../modele/description';
import { echapperXml } from './retouches';
import { ENTETE_XML, ESPACE } from './creer-communs';

/** Numéros de formats prédéfinis ; les autres commencent à 164. */
const FORMATS: ReadonlyMap<string, number> = new Map([['General', 0], ['0', 1], ['#,##0', 3], ['0%', 9], ['@', 49]]);
const PREMIER_FORMAT = 164;
const HORIZONTAL = { gauche: 'left', centre: 'center', droite: 'right' } as const;
const FILET = '<color rgb="FF808080"/>';

export interface StylesEcrits {
  readonly xml: string;
  /** Numéro (`s`) de chaque style, par nom ; 0 est le style par défaut. */
  readonly numeros: ReadonlyMap<string, number>;
}

/** Range des textes sans doublon et rend leur rang. */
function creerReserve(depart: readonly string[]): { readonly rang: (xml: string) => number; readonly xml: () => string; readonly nombre: () => number } {
  const rangs = new Map(depart.map((xml, rang) => [xml, rang]));
  return {
    rang(xml) {
      const rang = rangs.get(xml) ?? rangs.size;
      rangs.set(xml, rang);
      return rang;
    },
    xml: () => [...rangs.keys()].join(''),
    nombre: () => rangs.size,
  };
}

function police({ gras, italique, taille = 11, couleur = '000000' }: StyleDecrit): string {
  return `<font>${gras ? '<b/>' : ''}${italique ? '<i/>' : ''}<sz val="${String(taille)}"/><color rgb="FF${couleur}"/><name val="Calibri"/><family val="2"/></font>`;
}

function fond({ fond: couleur }: StyleDecrit): string {
  return couleur === undefined ? '<fill><patternFill patternType="none"/></fill>' : `<fill><patternFill patternType="solid"><fgColor rgb="FF${couleur}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function bordure({ bordure: cadre }: StyleDecrit): string {
  const cote = (nom: string) => (cadre ? `<${nom} style="thin">${FILET}</${nom}>` : `<${nom}/>`);
  return `<border>${['left', 'right', 'top', 'bottom'].map(cote).join('')}<diagonal/></border>`;
}

function alignement({ renvoi, horizontal }: StyleDecrit): string {
  const attributs = `${horizontal === undefined ? '' : ` horizontal="${HORIZONTAL[horizontal]}"`}${renvoi ? ' vertical="center" wrapText="1"' : ''}`;
  return attributs === '' ? '' : `<alignment${attributs}/>`;
}

export function ecrireStyles(styles: Readonly<Record<string, StyleDecrit>>): StylesEcrits {
  const polices = creerReserve([police({})]);
  // Les deux premiers fonds sont imposés par le format.
  const fonds = creerReserve([fond({}), '<fill><patternFill patternType="gray125"/></fill>']);
  const bordures = creerReserve([bordure({})]);
  const formats = new Map<string, number>();
  const numeroFormat = (code: string) => {
    const numero = FORMATS.get(code) ?? formats.get(code) ?? PREMIER_FORMAT + formats.size;
    if (!FORMATS.has(code)) formats.set(code, numero);
    return numero;
  };
  const xfs = Object.values(styles).map((style) => {
    const aligne = alignement(style);
    const attributs = `numFmtId="${String(numeroFormat(style.format ?? 'General'))}" fontId="${String(polices.rang(police(style)))}" fillId="${String(fonds.rang(fond(style)))}" borderId="${String(bordures.rang(bordure(style)))}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`;
    return aligne === '' ? `<xf ${attributs}/>` : `<xf ${attributs} applyAlignment="1">${aligne}</xf>`;
  });
  const numFmts = [...formats].map(([code, numero]) => `<numFmt numFmtId="${String(numero)}" formatCode="${echapperXml(code)}"/>`);
  const liste = (nom: string, nombre: number, contenu: string) => `<${nom} count="${String(nombre)}">${contenu}</${nom}>`;
  const xml = [
    ENTETE_XML, `<styleSheet xmlns="${ESPACE}">`,
    numFmts.length === 0 ? '' : liste('numFmts', numFmts.length, numFmts.join('')),
    liste('fonts', polices.nombre(), polices.xml()),
    liste('fills', fonds.nombre(), fonds.xml()),
    liste('borders', bordures.nombre(), bordures.xml()),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    liste('cellXfs', xfs.length + 1, `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs.join('')}`),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
  return { xml, numeros: new Map(Object.keys(styles).map((nom, rang) => [nom, rang + 1])) };
}
