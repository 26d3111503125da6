/** Le minimum physique : décompresser toutes les parties et lire leur XML, sans rien en garder. */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export function lireNu(octets: Uint8Array): void {
  const decodeur = new TextDecoder();
  for (const [chemin, partie] of Object.entries(unzipSync(octets))) {
    if (!/\.(?:xml|rels)$/.test(chemin)) continue;
    const analyseur = new SaxesParser();
    analyseur.write(decodeur.decode(partie)).close();
  }
}
