import { readFileSync } from 'node:fs';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { lireDossier } from '../../../src/classeur/lire-dossier';
import { creerGrille, valeurEnregistree } from '../../../src/classeur/grille';
import { profiler } from '../../../src/classeur/profil';
test('p', () => {
  const inst = lireClasseur(new Uint8Array(readFileSync('exemples/57-moselle-variante.xlsx')), { nom: 'x' });
  for (const f of inst.feuilles) { const p = profiler(creerGrille(f, valeurEnregistree)); console.log(f.nom, f.cellules.size, JSON.stringify(p)); for (let k = 0; k < 50; k++) profiler(creerGrille(f, valeurEnregistree)); const a = performance.now(); for (let k = 0; k < 50; k++) profiler(creerGrille(f, valeurEnregistree)); console.log((performance.now() - a) / 50); }
  const t0 = performance.now(); for (let i = 0; i < 400; i++) lireDossier(inst); console.log('moy', (performance.now() - t0) / 400);
});
