/** Somme de contrôle CRC-32 des archives ZIP (polynôme réfléchi 0xEDB88320). */

const TABLES = construireTables();

/** Quatre tables, pour avancer de quatre octets à la fois : la lecture d'un classeur y passe. */
function construireTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const tables = [0, 1, 2, 3].map(() => new Int32Array(256)) as [Int32Array, Int32Array, Int32Array, Int32Array];
  for (let n = 0; n < 256; n++) {
    let valeur = n;
    for (let bit = 0; bit < 8; bit++) valeur = valeur & 1 ? 0xedb88320 ^ (valeur >>> 1) : valeur >>> 1;
    tables[0][n] = valeur;
  }
  for (let n = 0; n < 256; n++) {
    for (let rang = 1; rang < 4; rang++) {
      const avant = tables[rang - 1]![n]!;
      tables[rang]![n] = tables[0][avant & 255]! ^ (avant >>> 8);
    }
  }
  return tables;
}

/** CRC-32 non signé ; `depart` est le CRC des octets qui précèdent, pour une lecture par morceaux. */
export function crc32(octets: Uint8Array, depart = 0): number {
  const [t0, t1, t2, t3] = TABLES;
  const fin4 = octets.length - (octets.length % 4);
  let crc = ~depart;
  let i = 0;
  for (; i < fin4; i += 4) {
    crc ^= octets[i]! | (octets[i + 1]! << 8) | (octets[i + 2]! << 16) | (octets[i + 3]! << 24);
    crc = t3[crc & 255]! ^ t2[(crc >>> 8) & 255]! ^ t1[(crc >>> 16) & 255]! ^ t0[crc >>> 24]!;
  }
  for (; i < octets.length; i++) crc = t0[(crc ^ octets[i]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
