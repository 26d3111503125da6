import { OBJECTIFS } from '../../../src/referentiel/objectifs';
import { INDICATEURS, indicateursDe } from '../../../src/referentiel/indicateurs';
import { reconnaitreObjectif, reconnaitreIndicateur, indicateursExacts } from '../../../src/classeur/libelles';
function* abimes(t: string) {
  for (let i = 0; i < t.length; i++) yield t.slice(0, i) + t.slice(i + 1);
  const mots = t.split(/\s+/); for (let i = 0; i < mots.length; i++) yield mots.filter((_, j) => j !== i).join(' ');
  const m2 = t.split(/(?<=[\s'’])/); for (let i = 0; i < m2.length; i++) yield m2.filter((_, j) => j !== i).join('');
}
test('conf', () => {
  const out: string[] = []; const inco: string[] = []; let n = 0, ok = 0, amb = 0, inc = 0;
  for (const o of OBJECTIFS) for (const l of new Set([o.libelle, o.libellePlan ?? o.libelle])) for (const t of new Set(abimes(l))) {
    n++; const r = reconnaitreObjectif(t, 'plan');
    if (r.etat === 'trouve' && r.trouve.numero !== o.numero) out.push(`OBJ ${o.numero} -> ${r.trouve.numero} « ${t} »`);
    else if (r.etat === 'trouve') ok++; else if (r.etat === 'ambigu') amb++; else { inc++; inco.push(`O${o.numero} « ${t} »`); }
  }
  console.log('objectifs', n, ok, amb, inc); n = ok = amb = inc = 0;
  const tous = new Set(INDICATEURS.map((i) => i.code));
  for (const o of INDICATEURS) for (const t of new Set(abimes(o.libelle))) for (const codes of [tous, new Set(indicateursDe(o.objectif).map((i) => i.code))]) {
    n++; const ex = indicateursExacts(t); if (ex.length) { if (ex.some((c) => c === o.code)) ok++; else out.push(`EXACT ${o.code} -> ${ex} « ${t} »`); continue; }
    const r = reconnaitreIndicateur(t, { admis: (c) => codes.has(c) });
    if (r.etat === 'trouve' && r.candidat.cible.nom !== o.nom) out.push(`IND ${o.code} -> ${r.candidat.cible.code} « ${t} »`);
    else if (r.etat === 'trouve') ok++; else if (r.etat === 'ambigu') amb++, inco.push('AMB ' + o.code + ' ' + t); else { inc++; inco.push(`${o.code} « ${t} »`); }
  }
  console.log('indicateurs', n, ok, amb, inc);
  require('fs').writeFileSync('/tmp/inco.txt', inco.join('\n')); console.log(out.length, out.slice(0, 60).join('\n'));
}, 600000);
