/** La page construite est-elle plus récente que tout ce dont elle dépend ? */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'exemples', 'webpack.page.config.js', 'package.json'];

function derniereModification(chemin) {
  const etat = statSync(chemin);
  if (!etat.isDirectory()) return etat.mtimeMs;
  return Math.max(0, ...readdirSync(chemin).map((nom) => derniereModification(join(chemin, nom))));
}

export function isAJour(racine, page) {
  const temoins = ['index.html', 'controle-cdppe.html'].map((nom) => join(page, nom));
  if (!temoins.every((temoin) => existsSync(temoin))) return false;
  const construite = Math.min(...temoins.map((temoin) => statSync(temoin).mtimeMs));
  return SOURCES.every((source) => derniereModification(join(racine, source)) <= construite);
}
