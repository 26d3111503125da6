/** Le corpus de classeurs riches : les exemples officiels, chargés de tout ce qu'on rencontre dans les vrais envois. */
import { deflateSync, strToU8 } from 'fflate';
import { type Parties, zipper } from '../../../classeurs/fabrique';
import { zipBrut } from '../zip-brut';
import { ajouterAnnexe, ajouterMacros, enchainerCalculs, nommerEtLier, partagerTextes, prefixer } from './classeur';
import { habiller, lierEtImprimer, partagerFormules, proteger } from './feuille';
import { commenter, dessiner } from './objets';
import { CLASSEUR, lireExemple, modifier, octetsExemple } from './paquet';

export interface ClasseurDuCorpus {
  readonly nom: string;
  readonly octets: Uint8Array;
}

const FEUILLE = (numero: number) => `xl/worksheets/sheet${numero}.xml`;

/** Le tableau de bord et le plan d'action sont les feuilles `premiere` et `premiere + 1`. */
function enrichir(exemple: string, premiere = 1): { readonly parties: Parties; readonly feuilles: readonly string[] } {
  const parties = lireExemple(exemple);
  const [tableau, plan] = [FEUILLE(premiere), FEUILLE(premiere + 1)];
  const [nomTableau, nomPlan] = [...String(parties[CLASSEUR]).matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, nom]) => nom!).slice(premiere - 1);
  for (const chemin of [tableau, plan]) partagerFormules(parties, chemin);
  partagerTextes(parties, [tableau, plan]);
  habiller(parties, tableau, nomPlan!);
  lierEtImprimer(parties, tableau, nomPlan!);
  dessiner(parties, tableau, nomTableau!, 1);
  commenter(parties, plan);
  const annexe = ajouterAnnexe(parties, 'Annexe &amp; postes');
  nommerEtLier(parties, nomTableau!);
  const feuilles = [...Array.from({ length: premiere + 1 }, (_, rang) => FEUILLE(rang + 1)), annexe];
  enchainerCalculs(parties, feuilles);
  return { parties, feuilles };
}

/** Archive en flux : descripteurs après les données, une entrée sur trois rangée sans compression. */
function zipperEnFlux(parties: Parties): Uint8Array {
  return zipBrut(Object.entries(parties).map(([chemin, contenu], rang) => {
    const octets = typeof contenu === 'string' ? strToU8(contenu) : contenu;
    return { chemin, octets, descripteur: rang % 2 === 0, ...(rang % 3 === 0 ? {} : { compresse: deflateSync(octets) }) };
  }), 'archive en flux');
}

function conforme(): Uint8Array {
  return zipper(enrichir('87-haute-vienne-conforme.xlsx').parties);
}

function anomalies(): Uint8Array {
  const { parties } = enrichir('87-haute-vienne-anomalies.xlsx');
  for (const numero of [1, 2]) {
    modifier(parties, FEUILLE(numero), (xml) => xml.replace(/<row r="(\d+)"/g, '<row r="$1" spans="1:10"'));
  }
  proteger(parties, FEUILLE(1));
  ajouterMacros(parties);
  return zipperEnFlux(parties);
}

function moselle(): Uint8Array {
  const { parties, feuilles } = enrichir('57-moselle-variante.xlsx', 2);
  prefixer(parties, [CLASSEUR, 'xl/styles.xml', 'xl/sharedStrings.xml', ...feuilles]);
  return zipper(parties, 0);
}

function vierge(): Uint8Array {
  const { parties } = enrichir('annexe-5-vierge.xlsx');
  modifier(parties, FEUILLE(1), (xml) => `\uFEFF${xml.replace(/<c r="([A-Z]+\d+)"/g, "<c r='$1'").replace(/<\/row>/g, '</row>\r\n')}`);
  modifier(parties, CLASSEUR, (xml) => xml.replace('<calcPr calcId="191029"/>', ''));
  return zipper(parties);
}

/** Classeurs riches, puis les exemples tels quels (openpyxl, LibreOffice). */
export function engendrerCorpus(): readonly ClasseurDuCorpus[] {
  return [
    { nom: 'riche-conforme.xlsx', octets: conforme() },
    { nom: 'riche-anomalies.xlsm', octets: anomalies() },
    { nom: 'riche-moselle.xlsx', octets: moselle() },
    { nom: 'riche-vierge.xlsx', octets: vierge() },
    ...['87-haute-vienne-conforme-libreoffice.xlsx', '57-moselle-variante.xlsx', 'annexe-5-vierge.xlsx'].map((nom) => ({ nom, octets: octetsExemple(nom) })),
  ];
}
