/** Styles de cellules : ce qu'un contrôle en lit, le code de format et le verrou. */
import type { Archive, Entree } from './archive';
import { desechapper } from './chaines';
import { isVrai, lireXml } from './xml';

export interface Style {
  readonly format: string;
  readonly verrouillee: boolean;
}

export const STYLE_PAR_DEFAUT: Style = { format: 'General', verrouillee: true };

/** Formats intégrés (ISO 29500-1, 18.8.30), tels qu'Excel les montre en anglais. */
const FORMATS_INTEGRES: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0_);($#,##0)',
  6: '$#,##0_);[Red]($#,##0)',
  7: '$#,##0.00_);($#,##0.00)',
  8: '$#,##0.00_);[Red]($#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Styles par rang (`s` d'une cellule) ; aucun si le classeur n'a pas de partie de styles. */
export function lireStyles(archive: Archive, entree: Entree | undefined): readonly Style[] {
  if (!entree) return [];
  const formats = new Map<number, string>();
  const styles: { format: string; verrouillee: boolean }[] = [];
  let dansXfs = false;
  let fini = false;
  lireXml(archive, entree, {
    ouvrir(nom, attributs) {
      if (nom === 'numFmt') formats.set(Number(attributs.numFmtId), desechapper(attributs.formatCode ?? ''));
      else if (nom === 'cellXfs') dansXfs = true;
      else if (!dansXfs) return;
      else if (nom === 'xf') styles.push({ format: codeFormat(Number(attributs.numFmtId ?? 0), formats), verrouillee: true });
      else if (nom === 'protection' && attributs.locked !== undefined) {
        styles[styles.length - 1]!.verrouillee = isVrai(attributs.locked);
      }
    },
    fermer(nom) {
      if (nom !== 'cellXfs') return;
      dansXfs = false;
      fini = true;
    },
    fini: () => fini,
  });
  return styles;
}

function codeFormat(numero: number, formats: ReadonlyMap<number, string>): string {
  return formats.get(numero) || FORMATS_INTEGRES[numero] || 'General';
}
