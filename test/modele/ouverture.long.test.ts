/** Le modèle vierge, la trame et un diagnostic importé s'ouvrent dans LibreOffice et openpyxl, s'ils sont installés. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planProvenance } from '../../src/diagnostic/provenance';
import { creerClasseur } from '../../src/hote/fichier/creer-classeur';
import { retoucher } from '../../src/hote/fichier/ecrire';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { decrireClasseurTrame } from '../../src/modele/classeur-trame';
import { decrireModele } from '../../src/modele/modele';
import { dresserModeleTrame } from '../../src/modele/trame';
import { analyser } from '../../src/moteur/analyser';

const dossier = mkdtempSync(join(tmpdir(), 'cdppe-ouverture-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const present = (commande: string, ...argv: readonly string[]) => spawnSync(commande, argv).status === 0;
const libreOffice = present('soffice', '--version') ? test : test.skip;
const openpyxl = present('python3', '-c', 'import openpyxl') ? test : test.skip;

function sourcees(): Uint8Array {
  const octets = creerClasseur(decrireModele({ departement: '87' }));
  const resultat = retoucher(octets, planProvenance(lireClasseur(octets, { nom: null }), [{ indicateur: 'o1-naissances', cellule: 'D9', valeur: 3406, source: 'INSEE', millesime: '2019', date: '2020-06-15', mode: 'importé' }]));
  if (resultat.etat === 'refuse') throw new Error(resultat.raisons[0]?.message);
  return resultat.octets;
}

const CLASSEURS = [
  ['modele.xlsx', creerClasseur(decrireModele({ departement: '87' })), 2],
  ['trame.xlsx', creerClasseur(decrireClasseurTrame(dresserModeleTrame('87'))), 1],
  ['sources.xlsx', sourcees(), 3],
] as const;

for (const [nom, octets] of CLASSEURS) writeFileSync(join(dossier, nom), octets);

describe.each(CLASSEURS)('%s', (nom, _octets, feuilles) => {
  libreOffice('LibreOffice le convertit, et le contrôle rend le même verdict', () => {
    const sortie = join(dossier, 'lo');
    execFileSync('soffice', [`-env:UserInstallation=file://${join(dossier, 'profil')}`, '--headless', '--convert-to', 'xlsx', '--outdir', sortie, join(dossier, nom)], { stdio: 'pipe' });
    expect(existsSync(join(sortie, nom))).toBe(true);
    const converti = lireClasseur(new Uint8Array(readFileSync(join(sortie, nom))), { nom });
    expect(converti.feuilles).toHaveLength(feuilles);
    if (nom !== 'trame.xlsx') expect([analyser(converti).rapport.verdict, analyser(converti).rapport.constats]).toEqual(['a_remplir', []]);
  }, 120_000);

  openpyxl('openpyxl l’ouvre sans avertissement', () => {
    const script = 'import sys, warnings, openpyxl\nwarnings.simplefilter("error")\nprint(len(openpyxl.load_workbook(sys.argv[1]).sheetnames))';
    expect(execFileSync('python3', ['-c', script, join(dossier, nom)], { encoding: 'utf8' }).trim()).toBe(String(feuilles));
  }, 60_000);
});
