/** L'arrêt demandé au milieu d'un lot : rien à moitié écrit, code 130, et la suite à donner. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Interruption } from '../../src/cli/interruption';
import { executer } from '../../src/cli/programme';
import { SANS_STYLE } from '../../src/rapport/rapporteur';
import { ANOMALIES, dossierProvisoire, lancer, RACINE } from './aide';

const TOTAL = 10;

function fabriquerLot(nombre: number): string {
  const lot = dossierProvisoire();
  for (let rang = 0; rang < nombre; rang += 1) copyFileSync(ANOMALIES, join(lot, `${String(rang)}.xlsx`));
  return lot;
}

const LOT = fabriquerLot(TOTAL);

/** Lance la commande, et l'arrête quand elle entame le `rang`-ième fichier. */
async function interrompre(rang: number, ...argv: readonly string[]) {
  const arret = new AbortController();
  const [ecrits, erreurs]: [string[], string[]] = [[], []];
  const code = await executer(argv, {
    ecrire: (texte) => {
      ecrits.push(texte);
      if (ecrits.length >= rang) arret.abort(new Interruption());
    },
    signaler: (ligne) => erreurs.push(ligne),
    progresser: (texte) => { if (texte?.includes(` ${String(rang)} / `)) arret.abort(new Interruption()); },
    arret: arret.signal, style: SANS_STYLE, largeur: 100,
  });
  return { code, ecrits, erreurs };
}

const neuf = (nom: string) => join(dossierProvisoire(), nom);

test.each(['texte', 'json', 'csv'])('%s dans un fichier : rien n’est écrit, pas même un provisoire', async (format) => {
  const sortie = neuf(`r.${format}`);
  const { code, erreurs } = await interrompre(4, 'controler', LOT, '--format', format, '--sortie', sortie);
  expect([code, erreurs]).toEqual([130, [`Interrompu : 4 fichiers contrôlés, rien n’a été écrit dans ${sortie}.`]]);
  expect(readdirSync(dirname(sortie))).toEqual([]);
});

test.each(['ndjson', 'html'])('%s : ce qui est fait reste, et se complète', async (format) => {
  const sortie = neuf(`r.${format}`);
  const options = ['controler', LOT, '--format', format, '--sortie', sortie];
  const { code, erreurs } = await interrompre(4, ...options);
  expect([code, erreurs]).toEqual([130, [expect.stringMatching(/^Interrompu : 4 fichiers contrôlés, gardés dans .*--reprendre/)]]);
  const journal = format === 'html' ? join(sortie, 'synthese.ndjson') : sortie;
  const lignes = () => readFileSync(journal, 'utf8').trimEnd().split('\n').map((ligne) => JSON.parse(ligne) as unknown);
  expect(lignes()).toHaveLength(4);
  if (format === 'html') expect(existsSync(join(sortie, 'index.html'))).toBe(false);
  expect((await lancer(...options, '--reprendre')).code).toBe(1);
  expect(lignes()).toHaveLength(TOTAL);
  if (format === 'html') expect(readFileSync(join(sortie, 'index.html'), 'utf8')).toContain(`Synthèse de ${String(TOTAL)} classeurs`);
});

test('html refait puis interrompu : l’ancienne synthèse ne désigne pas des pages disparues', async () => {
  const sortie = neuf('rapports');
  const options = ['controler', LOT, '--format', 'html', '--sortie', sortie];
  await lancer(...options);
  await interrompre(2, ...options, '--ecraser');
  expect(existsSync(join(sortie, 'index.html'))).toBe(false);
});

test('à l’écran, le rapport s’arrête là, et c’est dit', async () => {
  const { code, ecrits, erreurs } = await interrompre(3, 'controler', LOT, '--format', 'ndjson');
  expect([code, erreurs]).toEqual([130, ['Interrompu : 2 fichiers contrôlés, le rapport s’arrête là.']]);
  expect(ecrits.join('').trimEnd().split('\n')).toHaveLength(2);
});

test('consolider : rien n’est écrit', async () => {
  const sortie = neuf('c.xlsx');
  const { code, erreurs } = await interrompre(4, 'consolider', LOT, '--sortie', sortie);
  expect([code, erreurs]).toEqual([130, ['Interrompu : rien n’a été écrit.']]);
  expect(readdirSync(dirname(sortie))).toEqual([]);
});

test('corriger : les copies faites sont entières, les autres n’existent pas', async () => {
  const sortie = neuf('copies');
  const { code, erreurs } = await interrompre(2, 'corriger', LOT, '--sortie', sortie);
  expect([code, erreurs]).toEqual([130, ['Interrompu : 2 classeurs traités sur 10. Les copies déjà écrites restent.']]);
  expect(readdirSync(sortie).sort()).toEqual(['0-corrige.xlsx', '1-corrige.xlsx']);
});

test('un vrai Ctrl-C, sur le processus : code 130, pas de fichier provisoire', async () => {
  const lot = fabriquerLot(300);
  const sortie = neuf('r.json');
  const processus = spawn(process.execPath, ['-r', './scripts/ts.cjs', 'src/cli/index.ts', 'controler', lot, '--format', 'json', '--sortie', sortie], { cwd: RACINE, stdio: ['ignore', 'ignore', 'pipe'] });
  let erreurs = '';
  processus.stderr.on('data', (donnees: Buffer) => { erreurs += donnees.toString(); });
  const fini = new Promise((suite) => { processus.once('exit', suite); });
  // Le rapport a commencé de s'écrire : le lot est entamé.
  const entame = () => readdirSync(dirname(sortie)).some((nom) => nom.startsWith(`.${basename(sortie)}`) && statSync(join(dirname(sortie), nom)).size > 10);
  while (!entame() && processus.exitCode === null) await new Promise((suite) => { setTimeout(suite, 10); });
  processus.kill('SIGINT');
  expect(await fini).toBe(130);
  expect(erreurs).toMatch(/^Interrompu : \d+ fichiers? contrôlés?, rien n’a été écrit/);
  expect(readdirSync(dirname(sortie))).toEqual([]);
});
