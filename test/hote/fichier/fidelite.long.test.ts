/**
 * Dix mille retouches tirées au hasard sur un corpus de classeurs riches (Excel, LibreOffice,
 * openpyxl) : aucun changement non voulu ; un échantillon est rouvert par les vrais tableurs.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { creerHasard } from '../../classeurs/lot';
import { lireOrigine } from './corpus/comparer-paquet';
import { type ClasseurDuCorpus, engendrerCorpus } from './corpus/corpus';
import { avec, convertir, LIBREOFFICE, openpyxl, PYTHON } from './corpus/outils';
import { type Choisi, compter, ecartsLibreOffice, ecartsOpenpyxl } from './corpus/relire-ailleurs';
import { retoucherAuHasard } from './corpus/retoucher-au-hasard';
import { NATURES } from './corpus/tirage';

const RETOUCHES = 10_000;
const GRAINE = 20_190;
const DELAI = 900_000;

const dossier = mkdtempSync(join(tmpdir(), 'cdppe-fidelite-'));
const sous = (nom: string): string => {
  mkdirSync(join(dossier, nom), { recursive: true });
  return join(dossier, nom);
};
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

/** Les classeurs riches, plus ce qu'en font LibreOffice et openpyxl quand ils sont là. */
function reunirCorpus(): readonly ClasseurDuCorpus[] {
  const engendres = engendrerCorpus();
  const riches = engendres.filter(({ nom }) => nom.startsWith('riche-'));
  for (const { nom, octets } of riches) writeFileSync(join(sous('riches'), nom), octets);
  const convertis = LIBREOFFICE === null ? [] : [...convertir(sous('riches'), sous('riches-lo'))].map(([nom, octets]) => ({ nom: `libreoffice-${nom}.xlsx`, octets }));
  const recrits = PYTHON === null ? [] : Object.keys(openpyxl('recrire', sous('riches'), sous('riches-op'))).map((nom) => ({ nom: `openpyxl-${nom}`, octets: new Uint8Array(readFileSync(join(dossier, 'riches-op', nom))) }));
  return [...engendres, ...convertis, ...recrits];
}

const CORPUS = reunirCorpus();
/** Sorties à rouvrir, par classeur du corpus : une centaine en tout. */
const ECHANTILLON = Math.ceil(90 / CORPUS.length);
const choisis: Choisi[] = [];
const compteNatures = new Map(NATURES.map((nature) => [nature, 0]));
let faites = 0;
const bilan = { retouches: 0, ecarts: 0, libreOffice: 0, openpyxl: 0 };

test.each(CORPUS)('$nom : aucun changement non voulu', ({ nom, octets }) => {
  const sujet = { octets, origine: lireOrigine(octets), instantane: lireClasseur(octets, { nom }) };
  const rang = CORPUS.findIndex((classeur) => classeur.nom === nom);
  const hasard = creerHasard(GRAINE + rang);
  const nombre = Math.floor(((rang + 1) * RETOUCHES) / CORPUS.length) - Math.floor((rang * RETOUCHES) / CORPUS.length);
  for (let numero = 0; numero < nombre; numero++) {
    const { nature, sortie, ecritures, ecarts } = retoucherAuHasard(hasard, sujet);
    compteNatures.set(nature, compteNatures.get(nature)! + 1);
    bilan.ecarts += ecarts.length;
    // Le rang et la nature disent où reprendre ; `expect` à chaque tour coûterait plus que la retouche.
    if (ecarts.length > 0) throw new Error(`Retouche ${numero} (${nature}) : ${JSON.stringify({ ecarts, ecritures }, null, 1).slice(0, 4000)}`);
    if (numero % Math.floor(nombre / ECHANTILLON) === 0) choisir(nom, numero, sortie, ecritures);
  }
  faites += nombre;
  bilan.retouches = faites;
}, DELAI);

function choisir(base: string, numero: number, octets: Uint8Array, ecritures: Choisi['ecritures']): void {
  const { feuilles } = lireClasseur(octets, { nom: base });
  const fichier = base.replace(/(\.xls[xm])$/, `-${numero}$1`);
  choisis.push({ fichier, base, octets, ecritures, feuilles: feuilles.map(({ nom }) => nom), noms: new Map(feuilles.map(({ id, nom }) => [id, nom])) });
  writeFileSync(join(sous('sorties'), fichier), octets);
}

test('toutes les natures sont tirées, et le compte y est', () => {
  expect(bilan).toMatchObject({ retouches: RETOUCHES, ecarts: 0 });
  for (const [, nombre] of compteNatures) expect(nombre).toBeGreaterThan(RETOUCHES / 40);
  expect(choisis.length).toBeGreaterThanOrEqual(50);
});

const sansExtension = (nom: string): string => nom.replace(/\.xls[xm]$/, '');

avec(LIBREOFFICE)('LibreOffice rouvre l’échantillon : valeurs, feuilles et objets y sont', () => {
  for (const { nom, octets } of CORPUS) writeFileSync(join(sous('origines'), nom), octets);
  const origines = convertir(sous('origines'), sous('origines-lo'));
  const sorties = convertir(sous('sorties'), sous('sorties-lo'));
  const ecarts = choisis.flatMap((choisi) => {
    const converti = sorties.get(sansExtension(choisi.fichier));
    if (!converti) return [`${choisi.fichier} : LibreOffice ne l’ouvre pas`];
    expect([choisi.fichier, compter(converti)]).toEqual([choisi.fichier, compter(origines.get(sansExtension(choisi.base))!)]);
    bilan.libreOffice++;
    return ecartsLibreOffice(choisi, lireClasseur(converti, { nom: choisi.fichier }));
  });
  expect(ecarts).toEqual([]);
}, DELAI);

avec(PYTHON)('openpyxl rouvre l’échantillon : valeurs, feuilles et objets y sont', () => {
  for (const { nom, octets } of CORPUS) writeFileSync(join(sous('origines'), nom), octets);
  const origines = openpyxl('lire', sous('origines'));
  const sorties = openpyxl('lire', sous('sorties'));
  const ecarts = choisis.flatMap((choisi) => {
    const vu = sorties[choisi.fichier];
    if (!vu) return [`${choisi.fichier} : openpyxl ne l’ouvre pas`];
    expect([choisi.fichier, vu.comptes]).toEqual([choisi.fichier, origines[choisi.base]!.comptes]);
    bilan.openpyxl++;
    return ecartsOpenpyxl(choisi, vu);
  });
  expect(ecarts).toEqual([]);
}, DELAI);

afterAll(() => {
  process.stdout.write(`Fidélité : ${CORPUS.length} classeurs, ${bilan.retouches} retouches (${[...compteNatures].map(([nature, nombre]) => `${nature} ${nombre}`).join(', ')}), ${bilan.ecarts} changement non voulu ; rouverts : ${bilan.libreOffice} par LibreOffice, ${bilan.openpyxl} par openpyxl.\n`);
});
