/** Ce que les feuilles d'un classeur d'essai mettent en commun : textes et styles. */
import { ENTETE, NS, echapper } from './parties';

export interface Reserve {
  readonly mode: 'partagees' | 'en_ligne';
  readonly textes: Map<string, number>;
  /** Styles par clé « format|verrou », dans l'ordre de `cellXfs`. */
  readonly styles: Map<string, number>;
}

const cleStyle = (format: string, verrouillee: boolean): string => `${verrouillee ? 1 : 0}|${format}`;

export function creerReserve(mode: Reserve['mode']): Reserve {
  return { mode, textes: new Map(), styles: new Map([[cleStyle('General', true), 0]]) };
}

function numeroter(table: Map<string, number>, cle: string): number {
  const deja = table.get(cle);
  if (deja !== undefined) return deja;
  table.set(cle, table.size);
  return table.size - 1;
}

export const numeroTexte = (reserve: Reserve, texte: string): number => numeroter(reserve.textes, texte);

export function numeroStyle(reserve: Reserve, format = 'General', verrouillee = true): number {
  return numeroter(reserve.styles, cleStyle(format, verrouillee));
}

export function xmlTexte(texte: string, balise: 't' | 'v'): string {
  const espace = /^\s|\s$/.test(texte) ? ' xml:space="preserve"' : '';
  const code = texte.replace(/_x[0-9A-Fa-f]{4}_/g, '_x005F$&').replace(/\r/g, '_x000D_');
  return `<${balise}${espace}>${echapper(code)}</${balise}>`;
}

export function xmlChaines(reserve: Reserve): string {
  const chaines = [...reserve.textes.keys()].map((texte) => `<si>${xmlTexte(texte, 't')}</si>`);
  return `${ENTETE}<sst xmlns="${NS}" count="${chaines.length}" uniqueCount="${chaines.length}">${chaines.join('')}</sst>`;
}

export function xmlStyles(reserve: Reserve): string {
  const formats: string[] = [];
  const xfs = [...reserve.styles.keys()].map((cle) => {
    const format = cle.slice(2);
    const numero = format === 'General' ? 0 : 163 + formats.push(format);
    const verrou = cle.startsWith('0') ? '<protection locked="0"/>' : '';
    return `<xf numFmtId="${numero}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${verrou ? ` applyProtection="1">${verrou}</xf>` : '/>'}`;
  });
  const numFmts = formats.map((f, i) => `<numFmt numFmtId="${164 + i}" formatCode="${echapper(f)}"/>`);
  const formatsXml = formats.length ? `<numFmts count="${formats.length}">${numFmts.join('')}</numFmts>` : '';
  return `${ENTETE}<styleSheet xmlns="${NS}">${formatsXml}<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
