import { OBJECTIFS } from '../../../src/referentiel/objectifs';
import { INDICATEURS, indicateurDe } from '../../../src/referentiel/indicateurs';
import { reconnaitreIndicateur, indicateursExacts, reconnaitreObjectif } from '../../../src/classeur/libelles';
function* abimes(t: string) {
  const m2 = t.split(/(?<=[\s'’])/); for (let i = 0; i < m2.length; i++) yield m2.filter((_, j) => j !== i).join('');
  for (let i = 0; i < m2.length; i++) for (let k = i + 1; k < m2.length; k++) yield m2.filter((_, j) => j !== i && j !== k).join('');
  for (let i = 1; i < m2.length; i++) yield m2.slice(0, i).join(''), yield m2.slice(i).join('');
}
test('conf2', () => {
  const out: string[] = []; let n = 0;
  const blocs = [null, ...new Set(INDICATEURS.map((i) => i.objectif))];
  for (const o of INDICATEURS) for (const t of new Set(abimes(o.libelle))) {
    if (indicateursExacts(t).length) { const c = indicateursExacts(t); if (!c.includes(o.code as never)) out.push(`EXACT ${o.code} -> ${c} « ${t} »`); continue; }
    for (const b of [undefined, ...new Set(blocs)]) {
      n++; const r = reconnaitreIndicateur(t, b === undefined ? {} : { admis: (c) => indicateurDe(c).objectif === b });
      if (r.etat === 'trouve' && r.candidat.cible.nom !== o.nom) out.push(`${b === o.objectif ? 'CHEZ LUI ' : ''}bloc ${b}: ${o.code} -> ${r.candidat.cible.code} « ${t} »`);
    }
  }
  for (const o of OBJECTIFS) for (const l of new Set([o.libelle, o.libellePlan ?? o.libelle])) for (const t of new Set(abimes(l))) {
    n++; const r = reconnaitreObjectif(t, 'plan'); if (r.etat === 'trouve' && r.trouve.numero !== o.numero) out.push(`OBJ ${o.numero} -> ${r.trouve.numero} « ${t} »`);
  }
  require('fs').writeFileSync('/tmp/conf2.txt', out.join('\n')); console.log(n, out.length);
}, 900000);
