import { readFileSync, readdirSync } from 'node:fs';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { creerServiceValeurs } from '../../../src/formules/valeurs';
import { lireDossier } from '../../../src/classeur/lire-dossier';
test('banc', () => {
  for (const f of readdirSync('exemples').filter((n) => n.endsWith('.xlsx'))) {
    const inst = lireClasseur(new Uint8Array(readFileSync(`exemples/${f}`)), { nom: f });
    const nu = () => lireDossier(inst);
    const dossier = () => { const s = creerServiceValeurs(inst); return lireDossier(inst, { lireValeur: (f, l, c) => s.valeur(f.id, l, c).valeur }); };
    const mes = (f: () => unknown) => { for (let i = 0; i < 100; i++) f(); const t: number[] = []; for (let i = 0; i < 100; i++) { const a = performance.now(); f(); t.push(performance.now() - a); } return t.sort((a, b) => a - b)[50]!.toFixed(2); };
    console.log(f, 'nu', mes(nu), 'avec service', mes(dossier));
  }
}, 120000);
