#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const VERSION_MIN = 20;
const commande = join(__dirname, '..', 'build', 'cli', 'cdppe.cjs');

/** Ce qui empêche de démarrer, dit en clair ; null si tout est là. */
function empechement() {
  if (Number(process.versions.node.split('.')[0]) < VERSION_MIN) return `il faut Node.js ${VERSION_MIN} ou plus récent ; cette machine a la version ${process.versions.node}.`;
  if (!existsSync(commande)) return "la commande n'est pas encore construite. Dans le dossier du projet, lancez « npm ci » (ou « npm run prepare » si les dépendances sont déjà là).";
  return null;
}

const raison = empechement();
if (raison === null) {
  require(commande);
} else {
  console.error(`cdppe : ${raison}`);
  process.exitCode = 2;
}
