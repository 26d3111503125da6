import { exemple, lireComparable, constatsCompares } from '../../classeurs/lecture-comparable';
import * as M from '../../classeurs/mutations-cdppe';
import * as L from '../../classeurs/libelles-retouches';
import { defusionner, retoucherTextes, ecrire } from '../../classeurs/mutations';
import type { Instantane } from '../../../src/classeur/instantane';
import type { CodeIndicateur } from '../../../src/referentiel/indicateurs';
const tous = (f: (t: string) => string, quoi: 'ind' | 'obj' | 'tout' = 'tout'): M.Retouche => (i) => { const { tableau, plan } = M.situer(i);
  let r = i; if (quoi !== 'obj') r = retoucherTextes(r, tableau.feuille.nom, f, tableau.colonnes.indicateur); if (quoi !== 'ind') { r = retoucherTextes(r, tableau.feuille.nom, f, tableau.colonnes.objectif); r = retoucherTextes(r, plan.feuille.nom, f, plan.colonnes.objectif); r = retoucherTextes(r, tableau.feuille.nom, f, tableau.colonnes.mesure); r = retoucherTextes(r, plan.feuille.nom, f, plan.colonnes.mesure);} return r; };
const abreger: M.Retouche = (i) => { const { tableau } = M.situer(i); return ecrire(i, tableau.feuille.nom, Object.entries(L.ABREGES).map(([c, t]) => ({ ligne: tableau.indicateurs.get(c as CodeIndicateur)!.ligne, colonne: tableau.colonnes.indicateur, valeur: t! }))); };
const abregerO: M.Retouche = (i) => { const { tableau, plan } = M.situer(i); return [tableau, plan].reduce((r, f) => ecrire(r, f.feuille.nom, [...f.objectifs.values()].map(({ numero, libelle }) => ({ ligne: libelle.ligne, colonne: libelle.colonne, valeur: L.OBJECTIFS_ABREGES[numero] }))), i); };
const feuilles = (f: (nom: string, i: Instantane) => Instantane): M.Retouche => (i) => { const { tableau, plan } = M.situer(i); return [tableau.feuille.nom, plan.feuille.nom].reduce((r, n) => f(n, r), i); };
const C: Record<string, M.Retouche> = {
  'une ligne': M.enTetesSurUneLigne, permuter: M.permuterBlocs, defusion: feuilles((n, i) => defusionner(i, n)), 'defusion repetee': feuilles((n, i) => defusionner(i, n, { repeter: true })),
  'defusion + une ligne': M.enchainer(M.enTetesSurUneLigne, feuilles((n, i) => defusionner(i, n))),
  ...Object.fromEntries([...Object.entries(L.MEMES), ...Object.entries(L.RETOUCHES)].map(([n, f]) => [n, tous(f)])),
  abreges: abreger, objectifsAbreges: abregerO, toutAbrege: M.enchainer(abreger, abregerO),
  commentaires: M.enchainer(M.ajouterColonne('tableau', 5, 'Commentaires', () => 'à préciser'), M.ajouterColonne('tableau', 12, 'Observations sur le niveau d’atteinte 2020', () => 'voir note'), M.ajouterColonne('tableau', 8, 'Commentaire', (l) => 'ok' + l)),
  'N°': M.enchainer(M.ajouterColonne('tableau', 1, 'N°', (l) => l - 5, true), M.ajouterColonne('plan', 1, 'N°', (l) => l - 5, true)),
  'sans mesure': (i) => { const { tableau, plan } = M.situer(i); return i; },
  '+1': M.decalerAnnees(1), '+2': M.decalerAnnees(2),
};
test('tol', () => {
  const out: string[] = [];
  for (const base of ['87-haute-vienne-conforme.xlsx', '57-moselle-variante.xlsx', 'annexe-5-vierge.xlsx']) {
    const ref = lireComparable(exemple(base));
    for (const [n, f] of Object.entries(C)) {
      let lu; try { const m = f(exemple(base)); const t0 = performance.now(); lu = lireComparable(m); } catch (e) { out.push(`${base} ${n} EXC ${(e as Error).message}`); continue; }
      const d: string[] = [];
      if (lu.verdict !== ref.verdict) d.push(`verdict ${lu.verdict}`);
      const k = new Set([...Object.keys(ref.valeurs), ...Object.keys(lu.valeurs)]);
      const dif = [...k].filter((x) => JSON.stringify(ref.valeurs[x]) !== JSON.stringify(lu.valeurs[x]));
      if (dif.length) d.push(`valeurs ${dif.length} ${dif.slice(0, 8).map((x) => `${x}: ${JSON.stringify(ref.valeurs[x])} / ${JSON.stringify(lu.valeurs[x])}`).join(' | ')}`);
      const neufs = lu.constats.filter((c) => !ref.constats.includes(c)), perdus = ref.constats.filter((c) => !lu.constats.includes(c));
      const str05 = neufs.filter((c) => c.startsWith('STR-05')).length;
      d.push(`+${neufs.filter((c) => !c.startsWith('STR-05')).slice(0, 12).join(' ;; ')} (STR-05 ${str05}) -${perdus.slice(0, 10).join(' ;; ')}`);
      if (JSON.stringify(lu.tableau) !== JSON.stringify(ref.tableau)) d.push('T ' + JSON.stringify(lu.tableau).slice(0, 600));
      if (JSON.stringify(lu.plan) !== JSON.stringify(ref.plan)) d.push('P ' + JSON.stringify(lu.plan).slice(0, 600));
      out.push(`${base.slice(0, 12)} ${n} => ${d.join('\n     ')}`);
    }
  }
  require('fs').writeFileSync('/tmp/tol.txt', out.join('\n'));
}, 200000);
