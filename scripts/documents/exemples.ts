/** Un constat réel par contrôle, tiré des classeurs d'exemple. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeControle } from '../../src/controles/codes';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser } from '../../src/moteur/analyser';
import { SANS_STYLE } from '../../src/rapport/rapporteur';
import { ecrireConstat } from '../../src/rapport/texte-constat';

export interface Exemple {
  readonly fichier: string;
  readonly texte: string;
}

const LARGEUR = 96;

/** Premier constat de chaque code, le classeur aux anomalies d'abord : il en porte le plus. */
export function lireExemples(dossier: string): ReadonlyMap<CodeControle, Exemple> {
  const noms = readdirSync(dossier).filter((nom) => nom.endsWith('.xlsx')).sort((a, b) => Number(b.includes('anomalies')) - Number(a.includes('anomalies')) || a.localeCompare(b));
  const exemples = new Map<CodeControle, Exemple>();
  for (const nom of noms) {
    const { rapport } = analyser(lireClasseur(new Uint8Array(readFileSync(join(dossier, nom))), { nom }));
    const feuilles = new Map(rapport.feuilles.map((feuille) => [feuille.id, feuille.nom]));
    for (const constat of rapport.constats) {
      if (exemples.has(constat.code)) continue;
      exemples.set(constat.code, { fichier: nom, texte: ecrireConstat(constat, feuilles, { style: SANS_STYLE, largeur: LARGEUR }).map((ligne) => ligne.slice(2)).join('\n') });
    }
  }
  return exemples;
}
