/** Dix mille retouches tirées au hasard sur les classeurs d'exemple : aucun changement non voulu. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { retouches, verifierRetouche } from './comparer';

const EXEMPLES = join(__dirname, '../../../exemples');
const NOMS = readdirSync(EXEMPLES).filter((nom) => nom.endsWith('.xlsx'));
const RETOUCHES = 10_000;

test.each(NOMS)(
  '%s',
  (nom) => {
    const octets = new Uint8Array(readFileSync(join(EXEMPLES, nom)));
    const origine = lireClasseur(octets, { nom });
    const feuille = fc.constantFrom(...origine.feuilles);
    fc.assert(
      fc.property(feuille, retouches(80), (visee, tirees) => verifierRetouche(octets, origine, visee, tirees)),
      { numRuns: RETOUCHES / NOMS.length },
    );
  },
  600_000,
);
