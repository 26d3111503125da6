/** Serveur de fichiers minimal, sur ce poste seulement, avec les en-têtes de sécurité de la page. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize, sep } from 'node:path';

const { POLITIQUE } = createRequire(import.meta.url)('../../webpack.page.config.js');
const HOTE = '127.0.0.1';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const EN_TETES = {
  'Content-Security-Policy': `${POLITIQUE}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cache-Control': 'no-cache',
};

/** Chemin d'un fichier servi, ou `null` s'il sort du dossier. */
export function cheminServi(dossier, adresse) {
  let chemin;
  try {
    chemin = decodeURIComponent(new URL(adresse, `http://${HOTE}`).pathname);
  } catch {
    // Adresse mal formée : introuvable, comme toute autre qui ne désigne rien.
    return null;
  }
  if (chemin.includes('\0')) return null;
  const fichier = normalize(join(dossier, chemin.endsWith('/') ? `${chemin}index.html` : chemin));
  return fichier.startsWith(dossier + sep) ? fichier : null;
}

function refuser(reponse, code, texte) {
  reponse.writeHead(code, { ...EN_TETES, 'Content-Type': TYPES['.txt'] }).end(texte);
}

/** Sert un dossier, en lecture. */
export function creerServeur(dossier) {
  return createServer(async (demande, reponse) => {
    if (demande.method !== 'GET' && demande.method !== 'HEAD') return refuser(reponse, 405, 'Lecture seulement.');
    const fichier = cheminServi(dossier, demande.url ?? '/');
    const etat = fichier && (await stat(fichier).catch(() => null));
    const type = fichier && TYPES[extname(fichier)];
    if (!etat?.isFile() || !type) return refuser(reponse, 404, 'Introuvable.');
    reponse.writeHead(200, { ...EN_TETES, 'Content-Type': type, 'Content-Length': etat.size });
    if (demande.method === 'HEAD') return reponse.end();
    return createReadStream(fichier).on('error', () => reponse.destroy()).pipe(reponse);
  });
}

/** Écoute sur le port voulu, ou sur un port libre s'il est pris ; rend le port choisi. */
export function ecouter(serveur, port) {
  return new Promise((fini, rate) => {
    serveur.once('error', (erreur) => {
      const pris = erreur.code === 'EADDRINUSE' || erreur.code === 'EACCES';
      if (pris && port !== 0) ecouter(serveur, 0).then(fini, rate);
      else rate(erreur);
    });
    serveur.listen(port, HOTE, () => { fini(serveur.address().port); });
  });
}
