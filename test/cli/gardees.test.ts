/** Ce qu'un classeur garde de nos contrôles vaut aussi en ligne de commande. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ignorer } from '../../src/decisions/decider';
import { DONNEES_VIDES, type Donnees } from '../../src/decisions/donnees';
import { ecrireXml } from '../../src/decisions/ecrire-xml';
import { ecrireDonneesProjet } from '../../src/hote/fichier/donnees-projet';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser } from '../../src/moteur/analyser';
import type { RapportJson } from '../../src/rapport/json';
import { ANOMALIES, dossierProvisoire, lancer } from './aide';

const octets = new Uint8Array(readFileSync(ANOMALIES));
/** Au-delà de ce qu'un classeur peut garder de nous (caractères). */
const DEMESURE = 4_000_000;
const JUSTIFICATION = { motif: 'Pénurie de médecins', auteur: 'C. Martin, DDCS 87', date: '2020-09-15' };

function poser(donnees: Donnees): string {
  return join(dossierProvisoire({ 'classeur.xlsx': ecrireDonneesProjet(octets, ecrireXml(donnees)) }), 'classeur.xlsx');
}

function justifie(): string {
  const { constats } = analyser(lireClasseur(octets, { nom: 'classeur.xlsx' })).rapport;
  return poser(ignorer(DONNEES_VIDES, constats.find(({ code }) => code === 'CIB-02')!, JUSTIFICATION, constats));
}

async function controlerJson(chemin: string, ...options: readonly string[]): Promise<RapportJson> {
  const { sortie } = await lancer('controler', chemin, '--format', 'json', ...options);
  return (JSON.parse(sortie) as readonly RapportJson[])[0]!;
}

test('une alerte justifiée l’est dans chaque format, et reste comptée', async () => {
  const chemin = justifie();
  const { constats, compte } = await controlerJson(chemin);
  expect(constats.filter(({ justification }) => justification)).toMatchObject([{ code: 'CIB-02', cellule: 'G33', justification: JUSTIFICATION }]);
  expect(compte.alerte).toBe((await controlerJson(ANOMALIES)).compte.alerte);
  expect((await lancer('controler', chemin)).sortie).toContain('Justifié par C. Martin, DDCS 87, le 15 septembre 2020 : Pénurie de médecins');
  expect((await lancer('controler', chemin, '--format', 'csv')).sortie).toContain('Justifié par C. Martin');
});

test('le département gardé sert à défaut ; celui de la commande l’emporte', async () => {
  const chemin = poser({ ...DONNEES_VIDES, preferences: { departement: '23' } });
  expect((await controlerJson(chemin)).departement).toMatchObject({ code: '23', provenance: 'option' });
  expect((await controlerJson(chemin, '--departement', '87')).departement).toMatchObject({ code: '87' });
});

/** Notre partie, dans un codage que nous ne lisons pas. */
function coder(): Uint8Array {
  const parties = unzipSync(ecrireDonneesProjet(octets, ecrireXml({ ...DONNEES_VIDES, preferences: { departement: '23' } })));
  const nom = Object.keys(parties).find((chemin) => /^customXml\/item\d*\.xml$/.test(chemin))!;
  return zipSync({ ...parties, [nom]: strToU8(strFromU8(parties[nom]!).replace(/^<\?xml[^>]*\?>|^/, '<?xml version="1.0" encoding="ISO-8859-1"?>')) });
}

test('une partie abîmée se dit, et le classeur se contrôle', async () => {
  const chemin = join(dossierProvisoire({ 'classeur.xlsx': coder() }), 'classeur.xlsx');
  const { erreurs, code } = await lancer('controler', chemin);
  expect([code, erreurs.join('\n')]).toEqual([1, expect.stringContaining('le contrôle s’est fait sans eux. (')]);
});

test('des données illisibles se disent, et le contrôle se fait sans elles', async () => {
  const casse = ecrireDonneesProjet(octets, `<donnees xmlns="urn:controle-cdppe:donnees:1">${' '.repeat(DEMESURE)}</donnees>`);
  const chemin = join(dossierProvisoire({ 'classeur.xlsx': casse }), 'classeur.xlsx');
  const { erreurs, code } = await lancer('controler', chemin);
  expect(code).toBe(1);
  expect(erreurs.join('\n')).toContain('illisibles ; le contrôle s’est fait sans eux');
});
