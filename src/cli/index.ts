/** Point d'entrée de la commande : branche `executer` sur le processus. */
import { styleTerminal, veutDesCouleurs } from './couleurs';
import { suivreInterruption } from './interruption';
import { executer } from './programme';
import { CODE } from './sortie';

const LARGEUR_MIN = 40;
const LARGEUR_MAX = 100;

// Le lecteur du tuyau est parti (« | head ») : plus personne ne lit, on s'arrête sans bruit.
for (const flux of [process.stdout, process.stderr]) {
  flux.on('error', (erreur: NodeJS.ErrnoException) => {
    if (erreur.code === 'EPIPE') process.exit();
    throw erreur;
  });
}

const { stdout, stderr } = process;

executer(process.argv.slice(2), {
  ecrire: (texte) => stdout.write(texte),
  signaler: (ligne) => stderr.write(`${ligne}\n`),
  ...(stderr.isTTY && {
    // Retour en début de ligne, puis effacement jusqu'au bout : la progression tient sur une ligne.
    progresser: (texte: string | null) => stderr.write(`\r\x1b[K${(texte ?? '').slice(0, (stderr.columns || LARGEUR_MAX) - 1)}`),
  }),
  arret: suivreInterruption(process),
  style: styleTerminal(veutDesCouleurs(stdout, process.env)),
  largeur: Math.min(LARGEUR_MAX, Math.max(LARGEUR_MIN, stdout.columns ?? LARGEUR_MAX)),
}).then(
  (code) => {
    process.exitCode = code;
  },
  (panne: unknown) => {
    stderr.write(`cdppe : erreur inattendue (${String(panne)})\n`);
    process.exitCode = CODE.illisibleOuUsage;
  },
);
