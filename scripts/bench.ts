/**
 * `npm run bench` : contrôle complet d'un classeur, rapporté à ce que coûte déjà d'en décompresser
 * et d'en lire le XML sans rien en faire (fflate et saxes nus) ; puis mémoire sur mille classeurs.
 * Les rapports ne dépendent guère de la machine ; les millisecondes, si.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { REGISTRE } from '../src/controles/registre';
import { lireClasseur } from '../src/hote/fichier/lire';
import { analyser } from '../src/moteur/analyser';
import { DEPARTEMENTS } from '../src/referentiel/departements';
import { comparer, memoireVive } from './bench/mesures';

const EXEMPLES = join(__dirname, '../exemples');
const CLASSEURS = 1000;
const CIBLES = { sansFormules: 4, complet: 6 };
const HORS_FORMULES = REGISTRE.filter(({ code }) => !code.startsWith('FOR-'));

const lireOctets = (nom: string) => new Uint8Array(readFileSync(join(EXEMPLES, nom)));
const deux = (nombre: number) => nombre.toFixed(2).replace('.', ',').padStart(6);

/** Le minimum physique : décompresser toutes les parties et lire leur XML, sans rien en garder. */
function lireNu(octets: Uint8Array): void {
  const decodeur = new TextDecoder();
  for (const [chemin, partie] of Object.entries(unzipSync(octets))) {
    if (!/\.(?:xml|rels)$/.test(chemin)) continue;
    const analyseur = new SaxesParser();
    analyseur.write(decodeur.decode(partie)).close();
  }
}

function mesurerClasseur(nom: string): void {
  const octets = lireOctets(nom);
  const [nu, lecture, sansFormules, complet] = comparer([
    { nom: 'nu', faire: () => lireNu(octets) },
    { nom: 'lecture', faire: () => lireClasseur(octets, { nom }) },
    { nom: 'sans formules', faire: () => analyser(lireClasseur(octets, { nom }), { registre: HORS_FORMULES }) },
    { nom: 'complet', faire: () => analyser(lireClasseur(octets, { nom })) },
  ]) as [number, number, number, number];
  const ligne = (titre: string, duree: number, cible?: number) =>
    console.log(`  ${titre.padEnd(34)} ${deux(duree)} ms   ${deux(duree / nu)} ×${cible === undefined ? '' : `   (cible ${String(cible)} × : ${duree / nu <= cible ? 'tenue' : 'MANQUÉE'})`}`);
  console.log(nom);
  ligne('dézip et SAX nus', nu);
  ligne('lecture du classeur', lecture);
  ligne('contrôle sans la famille FOR', sansFormules, CIBLES.sansFormules);
  ligne('contrôle complet', complet, CIBLES.complet);
}

function mesurerMemoire(): void {
  const noms = readdirSync(EXEMPLES).filter((nom) => nom.endsWith('.xlsx'));
  const octets = noms.map(lireOctets);
  const releves: string[] = [];
  for (let rang = 1; rang <= CLASSEURS; rang += 1) {
    const choix = rang % noms.length;
    analyser(lireClasseur(octets[choix]!, { nom: noms[choix]! }), { departement: DEPARTEMENTS[rang % DEPARTEMENTS.length]!.code });
    if (rang === 100 || rang === CLASSEURS) releves.push(`${deux(memoireVive())} Mo au ${String(rang)}e`);
  }
  console.log(`mémoire vive, ${String(CLASSEURS)} classeurs d'affilée : ${releves.join(', ')}`);
}

for (const nom of ['87-haute-vienne-conforme.xlsx', '87-haute-vienne-anomalies.xlsx']) mesurerClasseur(nom);
mesurerMemoire();
