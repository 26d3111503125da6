import { readFileSync, readdirSync } from 'node:fs';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { creerServiceValeurs } from '../../../src/formules/valeurs';
import { lireDossier } from '../../../src/classeur/lire-dossier';
import { creerGrille, valeurEnregistree } from '../../../src/classeur/grille';
import { segmenter } from '../../../src/classeur/segments';
import { profiler } from '../../../src/classeur/profil';
import { lireTableau } from '../../../src/classeur/tableau';
import { lirePlan } from '../../../src/classeur/plan';
import { lireDepartement } from '../../../src/classeur/departement';
test('banc', () => {
  for (const f of readdirSync('exemples').filter((n) => n.endsWith('.xlsx'))) {
    const inst = lireClasseur(new Uint8Array(readFileSync(`exemples/${f}`)), { nom: f });
    const nu = () => lireDossier(inst);
    const dossier = () => { const s = creerServiceValeurs(inst); return lireDossier(inst, { lireValeur: (f, l, c) => s.valeur(f.id, l, c).valeur }); };
    const mes = (f: () => unknown) => { for (let i = 0; i < 150; i++) f(); const t: number[] = []; for (let i = 0; i < 150; i++) { const a = performance.now(); f(); t.push(performance.now() - a); } return t.sort((a, b) => a - b)[75]!.toFixed(3); };
    const d = lireDossier(inst);
    const gr = inst.feuilles.map((x) => creerGrille(x, valeurEnregistree)).map((g) => ({ g, p: profiler(g) }));
    const t = gr.find(({ p }) => p.nature === 'tableau')!, p = gr.find(({ p }) => p.nature === 'plan')!;
    console.log(f, 'nu', mes(nu), 'service', mes(() => creerServiceValeurs(inst)), 'avec service', mes(dossier), 'grilles', mes(() => inst.feuilles.map((x) => { const g = creerGrille(x, valeurEnregistree); return g.textes.length; })), 'segm+profil', mes(() => inst.feuilles.map((x) => creerGrille(x, valeurEnregistree)).flatMap(segmenter).map((g) => profiler(g))), 'tableau', mes(() => lireTableau(t.g, t.p)), 'plan', mes(() => lirePlan(p.g, p.p, null)), 'dep', mes(() => lireDepartement({ instantane: inst, option: null, feuillesReconnues: [d.tableau!.feuille, d.plan!.feuille] })));
  }
}, 120000);
