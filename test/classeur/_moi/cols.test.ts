import { exemple, lireComparable } from '../../classeurs/lecture-comparable';
import * as M from '../../classeurs/mutations-cdppe';
import { supprimer, feuilleDe, changerFeuille, ecrire } from '../../classeurs/mutations';
import { cleCellule } from '../../../src/classeur/instantane';
test('cols', () => {
  const out: string[] = [];
  for (const base of ['87-haute-vienne-conforme.xlsx', '57-moselle-variante.xlsx', 'annexe-5-vierge.xlsx']) {
    const i = exemple(base); const ref = lireComparable(i); const s = M.situer(i);
    for (const nature of ['tableau', 'plan'] as const) {
      const { feuille, enTete } = s[nature];
      for (let c = enTete.colonne; c <= enTete.derniereColonne; c++) for (const garder of [false, true]) {
        const titres = [...Array(enTete.derniereLigne - enTete.ligne + 1).keys()].map((k) => feuille.cellules.get(cleCellule(enTete.ligne + k, c))?.valeur).filter(Boolean).join(' / ');
        // Excel garde le titre d'une fusion dont on supprime la première colonne : les deux cas.
        const fus = feuille.fusions.filter((f) => f.colonne === c && f.derniereColonne > c && f.ligne >= enTete.ligne && f.ligne <= enTete.derniereLigne);
        if (garder && !fus.length) continue;
        let m = supprimer(i, feuille.nom, 'colonne', c);
        if (garder) m = ecrire(m, feuille.nom, fus.map((f) => ({ ligne: f.ligne, colonne: c, valeur: feuille.cellules.get(cleCellule(f.ligne, c))!.valeur })));
        const lu = lireComparable(m);
        const neufs = lu.constats.filter((x) => !ref.constats.includes(x)), perdus = ref.constats.filter((x) => !lu.constats.includes(x));
        const k = Object.keys(lu.valeurs); const dif = k.filter((x) => JSON.stringify(ref.valeurs[x]) !== JSON.stringify(lu.valeurs[x]));
        const man = [...((lu.tableau as any)?.manquantes ?? ['T?']), '|', ...((lu.plan as any)?.manquantes ?? ['P?'])];
        out.push(`${base.slice(0, 10)} ${nature} ${c} « ${titres.slice(0, 40)} »${garder ? ' (titre gardé)' : ''} => ${lu.verdict} [${man}] +${neufs.join(' ;; ').slice(0, 500)} -${perdus.join(' ;; ').slice(0, 300)} dif ${dif.length} ${dif.slice(0, 4)}`);
      }
    }
  }
  require('fs').writeFileSync('/tmp/cols.txt', out.join('\n'));
}, 200000);
