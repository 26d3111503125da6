/** Un lot de 1 010 contrats tous différents : débit, mémoire au fil du lot, coût de la consolidation. */
import { consolider } from '../../src/consolidation/consolider';
import { extraire, type Extrait } from '../../src/consolidation/extrait';
import { mettreEnTableaux } from '../../src/consolidation/tableaux';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser } from '../../src/moteur/analyser';
import { octetsDe, tirerLot } from '../../test/classeurs/lot';
import { memoireVive } from './mesures';
import { lireNu } from './nu';

const VERSIONS = 10;
const GRAINE = 2020;
const CHAUFFE = 60;
const RELEVES = [100, 1000];

const nombre = (valeur: number, decimales = 1) => valeur.toLocaleString('fr-FR', { maximumFractionDigits: decimales });

interface Passe {
  readonly secondes: number;
  readonly memoires: readonly number[];
}

function passer(lot: readonly { readonly fichier: string; readonly octets: Uint8Array }[], faire: (octets: Uint8Array, fichier: string) => void): Passe {
  for (const { octets, fichier } of lot.slice(0, CHAUFFE)) faire(octets, fichier);
  const memoires: number[] = [];
  let duree = 0;
  lot.forEach(({ octets, fichier }, rang) => {
    const debut = performance.now();
    faire(octets, fichier);
    duree += performance.now() - debut;
    if (RELEVES.includes(rang + 1)) memoires.push(memoireVive());
  });
  return { secondes: duree / 1000, memoires };
}

export function mesurerLot(): void {
  const lot = tirerLot(GRAINE, undefined, VERSIONS).map((contrat) => ({ fichier: contrat.fichier, octets: octetsDe(contrat) }));
  const nu = passer(lot, lireNu);
  const controle = passer(lot, (octets, nom) => { analyser(lireClasseur(octets, { nom })); });
  const extraits: Extrait[] = lot.map(({ octets, fichier }) => extraire(analyser(lireClasseur(octets, { nom: fichier })), fichier));
  // Chaque version d'un département compte : sans cela, neuf sur dix seraient écartées en doublon.
  const distincts = extraits.map((extrait, rang) => ({ ...extrait, departement: { code: String(rang), nom: String(rang) } }));
  const debut = performance.now();
  mettreEnTableaux(consolider(distincts));
  const consolidation = performance.now() - debut;
  console.log(`lot de ${nombre(lot.length)} classeurs différents`);
  console.log(`  dézip et SAX nus      ${nombre(lot.length / nu.secondes)} fichiers/s`);
  console.log(`  contrôle complet      ${nombre(lot.length / controle.secondes)} fichiers/s   ${nombre(controle.secondes / nu.secondes, 2)} × le nu`);
  console.log(`  mémoire vive          ${controle.memoires.map((mo, rang) => `${nombre(mo)} Mo au ${nombre(RELEVES[rang]!)}e`).join(', ')}`);
  console.log(`  consolidation         ${nombre(consolidation)} ms pour ${nombre(distincts.length)} extraits, tableaux compris`);
}
