/** Les encodages qu'on rencontre : UTF-8, UTF-16, Windows-1252. */
import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { decoderTexte } from '../../src/diagnostic/decoder';

const TEXTE = 'Entretiens réalisés – « été » : 12 € œuvre Î';
const EN_1252 = Uint8Array.from([0x45, 0x6e, 0x74, 0x72, 0x65, 0x74, 0x69, 0x65, 0x6e, 0x73, 0x20, 0x72, 0xe9, 0x61, 0x6c, 0x69, 0x73, 0xe9, 0x73, 0x20, 0x96, 0x20, 0xab, 0x20, 0xe9, 0x74, 0xe9, 0x20, 0xbb, 0x20, 0x3a, 0x20, 0x31, 0x32, 0x20, 0x80, 0x20, 0x9c, 0x75, 0x76, 0x72, 0x65, 0x20, 0xce]);
const utf16 = (texte: string, petit: boolean) => Uint8Array.from([...(petit ? [0xff, 0xfe] : [0xfe, 0xff]), ...Array.from({ length: texte.length }, (_, i) => texte.charCodeAt(i)).flatMap((code) => (petit ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff]))]);

test.each([
  ['UTF-8', strToU8(TEXTE), 'UTF-8'],
  ['UTF-8 avec BOM', Uint8Array.from([0xef, 0xbb, 0xbf, ...strToU8(TEXTE)]), 'UTF-8'],
  ['Windows-1252', EN_1252, 'Windows-1252'],
  ['UTF-16 petit-boutiste', utf16(TEXTE, true), 'UTF-16'],
  ['UTF-16 gros-boutiste', utf16(TEXTE, false), 'UTF-16'],
])('%s', (_, octets, encodage) => {
  expect(decoderTexte(octets)).toEqual({ texte: TEXTE, encodage });
});

test.each([
  ['suite trop courte', [0x61, 0xc3]],
  ['octet de suite isolé', [0x80]],
  ['codage trop long', [0xc0, 0xaf]],
  ['demi-codet', [0xed, 0xa0, 0x80]],
  ['au-delà d’Unicode', [0xf5, 0x80, 0x80, 0x80]],
  ['é de Windows devant une lettre', [0xe9, 0x74, 0xe9]],
])('n’est pas de l’UTF-8 : %s', (_, octets) => {
  expect(decoderTexte(Uint8Array.from(octets)).encodage).toBe('Windows-1252');
});

test('propriété : tout texte écrit en UTF-8 se relit', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (texte) => {
    // Le BOM en tête est une marque, pas un caractère.
    expect(decoderTexte(strToU8(texte)).texte).toBe(texte.replace(/^\ufeff/, ''));
  }));
});

test('propriété : ne lève jamais', () => {
  fc.assert(fc.property(fc.uint8Array(), (octets) => { expect(typeof decoderTexte(octets).texte).toBe('string'); }));
});
