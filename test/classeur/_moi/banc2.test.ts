import { exemple } from '../../classeurs/lecture-comparable';
import * as M from '../../classeurs/mutations-cdppe';
import * as L from '../../classeurs/libelles-retouches';
import { retoucherTextes, feuilleNeuve, insererFeuille } from '../../classeurs/mutations';
import { lireDossier } from '../../../src/classeur/lire-dossier';
test('b', () => {
  const i = exemple('87-haute-vienne-conforme.xlsx'); lireDossier(i);
  const t: number[] = [], n: number[] = [];
  for (let k = 0; k < 30; k++) {
    // des fautes différentes à chaque fois : la mémoire n'y peut rien
    let m = i; for (const f of ['Tableau de bord', "Plan d'action"]) m = retoucherTextes(m, f, (x, c) => c.ligne > 5 && c.colonne <= 3 ? x.replace(/[a-zà-ÿ]{6,}/gi, (mot, ou) => ((ou + k) % 3 === 0 ? mot.slice(0, 3 + (k % 2)) + mot.slice(4 + (k % 2)) : (ou + k) % 5 === 0 ? mot + 'qz'.charAt(k % 2) : mot)) : x);
    const a = process.cpuUsage(); const d = lireDossier(m); const u0 = process.cpuUsage(a); t.push((u0.user + u0.system) / 1000); n.push((d.tableau?.indicateurs.size ?? 0) * 100 + (d.plan?.objectifs.size ?? 0));
  }
  console.log('recrit froid median', [...t].sort((x, y) => x - y)[15]!.toFixed(1), t.map((x) => x.toFixed(1)).join(' '), n.join(' '));
  const mots = ['Limoges', 'Objectif de vaccination', 'indicateur local', 'Renforcer les équipes de PMI', 'engagement'];
  const grosse = feuilleNeuve('Extraction', Array.from({ length: 60_000 }, (_, r) => [`${mots[r % 5]!} ${r}`, r, mots[(r + 1) % 5]!]));
  const g = insererFeuille(i, 0, grosse); const u: number[] = []; for (let k = 0; k < 6; k++) { const a = performance.now(); lireDossier(g); u.push(performance.now() - a); }
  const muette = insererFeuille(i, 0, feuilleNeuve('E', Array.from({ length: 60_000 }, (_, r) => [`Commune ${r}`, r, 'x']))); const v: number[] = []; for (let k = 0; k < 6; k++) { const a = performance.now(); lireDossier(muette); v.push(performance.now() - a); }
  console.log('grosse', u.map((x) => x.toFixed(1)).join(' '), 'muette', v.map((x) => x.toFixed(1)).join(' '));
}, 100000);
