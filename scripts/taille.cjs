/**
 * `npm run taille` : le poids de notre JavaScript jusqu'au premier verdict, compressé. Construit le
 * volet de production dans un dossier temporaire, et échoue au-delà de la taille admise.
 *
 * Sont comptés les scripts de la page et, au pire, ce qui se charge à la demande avant un verdict.
 * Le reste (onglets, détail, dialogues) se charge après. Le parcours de production
 * (test/taskpane/production.long.test.ts) vérifie que Chromium ne demande rien d'autre.
 */
const { mkdtemp, readFile, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { gzipSync } = require('node:zlib');
const webpack = require('webpack');

/** Taille admise, en Kio compressés. */
const TAILLE_MAX_KIO = 250;
const KIO = 1024;

/**
 * Imports à la demande qui peuvent précéder le premier verdict : les données d'un classeur déjà
 * annoté. (Un classeur étranger charge à leur place son écran, plus léger.)
 */
const AVANT_VERDICT = ['decisions/lire-xml'];

/** Construit le volet de production dans `dossier`. Lève si la construction échoue. */
async function construire(dossier) {
  const configuration = await require('../webpack.config.js')({}, { mode: 'production' });
  const compilateur = webpack({ ...configuration, output: { ...configuration.output, path: dossier } });
  const bilan = await new Promise((fini, rate) => {
    compilateur.run((erreur, resultat) => {
      if (erreur) rate(erreur);
      else if (resultat.hasErrors()) rate(new Error(resultat.toString({ all: false, errors: true })));
      else compilateur.close((fermeture) => (fermeture ? rate(fermeture) : fini(resultat)));
    });
  });
  return bilan.compilation;
}

/** Scripts demandés jusqu'au premier verdict, relatifs au dossier construit. */
function scriptsAvantVerdict(compilation) {
  const initiaux = compilation.entrypoints.get('taskpane').getFiles();
  const groupes = AVANT_VERDICT.map((suffixe) => {
    const groupe = compilation.chunkGroups.find(({ origins }) => origins.some(({ request }) => request?.endsWith(suffixe)));
    // Renommé ou devenu un import ordinaire : la liste ne veut plus rien dire, on ne compte pas à sa place.
    if (!groupe) throw new Error(`Aucun import à la demande de « ${suffixe} » : mettez AVANT_VERDICT à jour (scripts/taille.cjs).`);
    return groupe.getFiles();
  });
  return [...new Set([...initiaux, ...groupes.flat()])].filter((nom) => nom.endsWith('.js'));
}

/** Taille compressée d'un fichier (octets). */
async function tailleCompressee(chemin) {
  return gzipSync(await readFile(chemin), { level: 9 }).length;
}

const enKio = (octets) => (octets / KIO).toLocaleString('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

async function principal() {
  const dossier = await mkdtemp(join(tmpdir(), 'taille-'));
  try {
    const scripts = scriptsAvantVerdict(await construire(dossier));
    const tailles = await Promise.all(scripts.map(async (nom) => [nom, await tailleCompressee(join(dossier, nom))]));
    const total = tailles.reduce((somme, [, octets]) => somme + octets, 0);
    for (const [nom, octets] of tailles) console.log(`${enKio(octets).padStart(7)} Kio  ${nom}`);
    console.log(`JavaScript jusqu'au premier verdict : ${enKio(total)} Kio compressés, pour ${TAILLE_MAX_KIO} admis.`);
    if (total <= TAILLE_MAX_KIO * KIO) return;
    console.error('Trop lourd : chargez à la demande ce qui ne sert pas au verdict (import dynamique).');
    process.exitCode = 1;
  } finally {
    await rm(dossier, { recursive: true });
  }
}

module.exports = { construire, scriptsAvantVerdict };
if (require.main === module) {
  principal().catch((erreur) => {
    console.error(erreur);
    process.exitCode = 1;
  });
}
