/**
 * `npm run bench` : contrôle d'un classeur, rapporté à ce que coûte déjà d'en décompresser et d'en
 * lire le XML sans rien en faire (fflate et saxes nus) ; puis un lot de mille classeurs.
 * Les rapports ne dépendent guère de la machine ; les millisecondes, si.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REGISTRE } from '../src/controles/registre';
import { lireClasseur } from '../src/hote/fichier/lire';
import { analyser } from '../src/moteur/analyser';
import { mesurerLot } from './bench/lot';
import { comparer, type Duree } from './bench/mesures';
import { lireNu } from './bench/nu';

const EXEMPLES = join(__dirname, '../exemples');
/** Rapports à ne pas dépasser. */
const CIBLES = { sansFormules: 4, complet: 6 };
const SANS_FORMULES = REGISTRE.filter(({ code }) => !code.startsWith('FOR-') && code !== 'FIN-02');

const lireOctets = (nom: string) => new Uint8Array(readFileSync(join(EXEMPLES, nom)));
const deux = (nombre: number) => nombre.toFixed(2).replace('.', ',').padStart(6);

function mesurerClasseur(nom: string): void {
  const octets = lireOctets(nom);
  const [nu, lecture, sansFormules, complet] = comparer([
    () => { lireNu(octets); },
    () => lireClasseur(octets, { nom }),
    () => analyser(lireClasseur(octets, { nom }), { registre: SANS_FORMULES }),
    () => analyser(lireClasseur(octets, { nom })),
  ]) as [Duree, Duree, Duree, Duree];
  const ligne = (titre: string, duree: Duree, cible?: number) => {
    const rapport = duree.mediane / nu.mediane;
    const verdict = cible === undefined ? '' : `   cible ${String(cible)} × : ${rapport <= cible ? 'tenue' : 'MANQUÉE'}`;
    console.log(`  ${titre.padEnd(44)} ${deux(duree.mediane)} ms  ${deux(rapport)} ×   (au calme ${deux(duree.calme)} ms, ${deux(duree.calme / nu.calme)} ×)${verdict}`);
  };
  console.log(`${nom}, médianes`);
  ligne('dézip et SAX nus', nu);
  ligne('lecture du classeur', lecture);
  ligne('contrôle, sans les formules (FOR, FIN-02)', sansFormules, CIBLES.sansFormules);
  ligne('contrôle complet', complet, CIBLES.complet);
}

for (const nom of ['87-haute-vienne-conforme.xlsx', '87-haute-vienne-anomalies.xlsx']) mesurerClasseur(nom);
mesurerLot();
