/**
 * `npm run demo` : contrôle le classeur d'exemple en ligne de commande, puis sert la page sans Excel
 * sur ce poste, exemple déjà chargé. Sans certificat, sans rien d'autre que Node.
 *
 *   --port 8080       port voulu (un port libre à défaut)
 *   --sans-ouvrir     n'ouvre pas le navigateur
 *   --controle-seul   sert la page, vérifie qu'elle répond, et s'arrête (aussi en CI, ou sans terminal)
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { creerServeur, ecouter } from './demo/serveur.mjs';
import { isAJour } from './demo/fraicheur.mjs';

const RACINE = dirname(dirname(fileURLToPath(import.meta.url)));
const PAGE = join(RACINE, 'dist-page');
const EXEMPLE = 'exemples/87-haute-vienne-anomalies.xlsx';
const PORT = 8087;
const USAGE = 'Usage : npm run demo -- [--port 8080] [--sans-ouvrir] [--controle-seul]';

function lireOptions() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, 'sans-ouvrir': { type: 'boolean' }, 'controle-seul': { type: 'boolean' } } });
    const port = values.port === undefined ? PORT : Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`« ${values.port} » n’est pas un numéro de port`);
    const controleSeul = values['controle-seul'] === true || process.env.CI === 'true' || !process.stdout.isTTY;
    return { port, controleSeul, ouvrir: !values['sans-ouvrir'] && !controleSeul };
  } catch (erreur) {
    console.error(`demo : ${erreur.message}.\n${USAGE}`);
    return process.exit(2);
  }
}

/** Le rapport en texte. Ses points bloquants sont attendus : le classeur d'exemple est anormal à dessein. */
function montrerRapport() {
  console.log(`Contrôle de ${EXEMPLE} en ligne de commande :\n`);
  const { status } = spawnSync(process.execPath, [join(RACINE, 'bin/cdppe.cjs'), 'controler', EXEMPLE], { cwd: RACINE, stdio: 'inherit' });
  if (status !== 0 && status !== 1) throw new Error('le contrôle en ligne de commande a échoué (voir ci-dessus)');
}

async function construire(nom, configuration) {
  const require = createRequire(import.meta.url);
  const webpack = require('webpack');
  const compilateur = webpack([require(join(RACINE, configuration))].flat().map((une) => ({ ...une, mode: 'production', context: RACINE })));
  console.log(`Construction de ${nom} (moins d’une minute, la première fois seulement)…`);
  const bilan = await new Promise((fini, rate) => { compilateur.run((erreur, stats) => (erreur ? rate(erreur) : fini(stats))); });
  await new Promise((fini) => { compilateur.close(fini); });
  if (bilan.hasErrors()) throw new Error(`la construction de ${nom} a échoué :\n${bilan.toString({ all: false, errors: true })}`);
}

/** Ouvre le navigateur du poste. Un poste sans navigateur n'est pas une panne : l'adresse est dite. */
function ouvrirNavigateur(adresse) {
  const [commande, ...parametres] = { darwin: ['open', adresse], win32: ['cmd', '/c', 'start', '', adresse] }[process.platform] ?? ['xdg-open', adresse];
  const enfant = spawn(commande, parametres, { stdio: 'ignore', detached: true });
  enfant.on('error', () => { console.log('Aucun navigateur n’a pu être ouvert : copiez l’adresse dans le vôtre.'); });
  enfant.unref();
}

async function verifier(adresse) {
  const reponse = await fetch(adresse);
  const texte = await reponse.text();
  const exemple = await fetch(new URL(EXEMPLE, adresse));
  // La construction de production ôte les guillemets d'attributs dont HTML se passe.
  if (!reponse.ok || !/id="?racine\b/.test(texte) || !exemple.ok) throw new Error(`la page ne répond pas comme prévu (${reponse.status}, exemple ${exemple.status})`);
}

async function principal() {
  const { port, controleSeul, ouvrir } = lireOptions();
  if (!existsSync(join(RACINE, 'build/cli/cdppe.cjs'))) await construire('la commande cdppe', 'webpack.cli.config.js');
  montrerRapport();
  if (!isAJour(RACINE, PAGE)) await construire('la page', 'webpack.page.config.js');
  const serveur = creerServeur(PAGE);
  const choisi = await ecouter(serveur, port);
  const adresse = `http://127.0.0.1:${choisi}/?exemple`;
  if (choisi !== port) console.log(`Le port ${port} est pris : la page est servie sur le ${choisi}.`);
  if (controleSeul) {
    try {
      await verifier(adresse);
    } finally {
      serveur.closeAllConnections();
      serveur.close();
    }
    console.log(`\nLa page sans Excel répond (${adresse}). Contrôle seul : le serveur s’arrête. Dans un terminal, « npm run demo » la sert et l’ouvre.`);
    return;
  }
  // Avant l'invitation à l'arrêter : on peut la suivre aussitôt.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      console.log('\nServeur arrêté.');
      serveur.closeAllConnections();
      serveur.close(() => { process.exit(0); });
    });
  }
  console.log(`\nLa page sans Excel est à l’adresse : ${adresse}\nElle montre le classeur d’exemple ; déposez-y les vôtres, rien ne quitte ce poste. Ctrl+C pour arrêter.`);
  if (ouvrir) ouvrirNavigateur(adresse);
}

principal().catch((erreur) => {
  console.error(`demo : ${erreur.message}`);
  process.exitCode = 1;
});
