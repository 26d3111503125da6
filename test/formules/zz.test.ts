import { readFileSync } from 'node:fs';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { lireDossier } from '../../src/classeur/lire-dossier';
import { creerServiceValeurs } from '../../src/formules/valeurs';
import { identifierTaux } from '../../src/formules/taux';
import { identifierTaux as _ } from '../../src/formules/taux';
import { identifierLigneTotal, identifierTotaux } from '../../src/formules/totaux';
import { colonnesMontants } from '../../src/formules/montants';
import { proposerTaux } from '../../src/formules/style';
import { TAUX } from '../../src/referentiel/taux';
import { indexer } from '../../src/formules/classeur';
import { tirer } from '../../src/formules/tirages';
import { formatA1 } from '../../src/classeur/adresse';
test('x',()=>{
 for (const f of ['87-haute-vienne-anomalies','87-haute-vienne-conforme','57-moselle-variante','annexe-5-vierge','87-haute-vienne-conforme-libreoffice']) {
  const octets=new Uint8Array(readFileSync('exemples/'+f+'.xlsx'));
  const ins=lireClasseur(octets,{nom:f});
  const d=lireDossier(ins);
  let n=0;
  const run=()=>{ const s=creerServiceValeurs(ins); n=0; const out:string[]=[];
   for(const t of TAUX) for(const m of d.tableau!.moments){ const r=identifierTaux({tableau:d.tableau!,service:s,code:t.code,moment:m}); n++; if(r.nature!=='juste'||!r.garde.complete) out.push(formatA1(d.tableau!.indicateurs.get(t.code)!.ligne,m.colonne)+' '+JSON.stringify(r)+' → '+proposerTaux({tableau:d.tableau!,service:s,code:t.code,moment:m})); }
   const p=d.plan!; for(const b of p.objectifs.values()) for (const t of identifierTotaux({plan:p,service:s,lignes:b.lignes})){ n++; if(t.identification.nature!=='juste') out.push(formatA1(t.ligne,t.colonne)+' '+JSON.stringify(t.identification)); }
   for(const c of [...colonnesMontants(p),p.colonnes.total!]) { const t=identifierLigneTotal({plan:p,service:s,colonne:c}); n++; if(t?.identification.nature!=='juste') out.push(JSON.stringify(t)); }
   return out; };
  console.log(f, run().join('\n'));
  for(let i=0;i<200;i++) run();
  const t0=performance.now(); for(let i=0;i<200;i++) run(); const ms=(performance.now()-t0)/200;
  const tous=()=>{const s=creerServiceValeurs(ins); let k=0; for(const fe of ins.feuilles) for(const c of fe.cellules.values()) if(c.formule!==null){k++; s.valeur(fe.id,c.ligne,c.colonne);} return k;};
  for(let i=0;i<200;i++) tous(); const t1=performance.now(); let k=0; for(let i=0;i<200;i++) k=tous(); const ms2=(performance.now()-t1)/200;
  const t2=performance.now(); for(let i=0;i<200;i++) {const c=indexer(ins); for(const fe of ins.feuilles) for(const ce of fe.cellules.values()) if(ce.formule!==null) c.analyser(ce.formule);} const ms3=(performance.now()-t2)/200;
  const t3=performance.now(); for(let i=0;i<200;i++) tirer(d.tableau!); const ms4=(performance.now()-t3)/200;
  console.log(f, 'identifications',n, ms.toFixed(2)+' ms', 'recalcul',k,ms2.toFixed(2)+' ms','analyse seule',ms3.toFixed(2),'tirages',ms4.toFixed(2));
 }
});
