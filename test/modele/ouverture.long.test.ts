/** Les classeurs créés (modèle, trame, diagnostic sourcé, consolidation) s'ouvrent dans LibreOffice et openpyxl, s'ils sont installés. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decrireConsolidation } from '../../src/consolidation/classeur';
import { consolider } from '../../src/consolidation/consolider';
import { extraire } from '../../src/consolidation/extrait';
import { planProvenance } from '../../src/diagnostic/provenance';
import { creerClasseur } from '../../src/hote/fichier/creer-classeur';
import { retoucher } from '../../src/hote/fichier/ecrire';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { decrireClasseurTrame } from '../../src/modele/classeur-trame';
import { decrireModele } from '../../src/modele/modele';
import { dresserModeleTrame } from '../../src/modele/trame';
import { analyser } from '../../src/moteur/analyser';
import { octetsDe, tirerLot } from '../classeurs/lot';
import { avec, convertir, LIBREOFFICE, openpyxl, PYTHON } from '../hote/fichier/corpus/outils';
import { compter } from '../hote/fichier/corpus/relire-ailleurs';

const dossier = mkdtempSync(join(tmpdir(), 'cdppe-ouverture-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

function sourcees(): Uint8Array {
  const octets = creerClasseur(decrireModele({ departement: '87' }));
  const resultat = retoucher(octets, planProvenance(lireClasseur(octets, { nom: null }), [{ indicateur: 'o1-naissances', cellule: 'D9', valeur: 3406, source: 'INSEE', millesime: '2019', date: '2020-06-15', mode: 'importé' }]));
  if (resultat.etat === 'refuse') throw new Error(resultat.raisons[0]?.message);
  return resultat.octets;
}

const consolidation = decrireConsolidation(consolider(tirerLot(11, 6).map((contrat) => extraire(analyser(lireClasseur(octetsDe(contrat), { nom: contrat.fichier })), contrat.fichier))));

/** `verdict` : celui que rend le contrôle du classeur relu ; `null` s'il n'est pas un contrat. */
const CLASSEURS = [
  { nom: 'modele', octets: creerClasseur(decrireModele({ departement: '87' })), feuilles: 2, verdict: 'a_remplir' },
  { nom: 'trame', octets: creerClasseur(decrireClasseurTrame(dresserModeleTrame('87'))), feuilles: 1, verdict: null },
  { nom: 'sources', octets: sourcees(), feuilles: 3, verdict: 'a_remplir' },
  { nom: 'consolidation', octets: creerClasseur(consolidation), feuilles: consolidation.feuilles.length, verdict: null },
] as const;

mkdirSync(join(dossier, 'crees'));
for (const { nom, octets } of CLASSEURS) writeFileSync(join(dossier, 'crees', `${nom}.xlsx`), octets);

avec(LIBREOFFICE)('LibreOffice les convertit, sans rien perdre, et le contrôle rend le même verdict', () => {
  const convertis = convertir(join(dossier, 'crees'), join(dossier, 'lo'));
  for (const { nom, octets, feuilles, verdict } of CLASSEURS) {
    const relu = lireClasseur(convertis.get(nom)!, { nom });
    const { validations, fusions } = compter(octets);
    expect([nom, relu.feuilles.length, compter(convertis.get(nom)!)]).toEqual([nom, feuilles, expect.objectContaining({ validations, fusions })]);
    if (verdict !== null) expect([nom, analyser(relu).rapport.verdict, analyser(relu).rapport.constats]).toEqual([nom, verdict, []]);
  }
}, 300_000);

avec(PYTHON)('openpyxl les ouvre sans avertissement', () => {
  const vus = openpyxl('lire', join(dossier, 'crees'), 'strict');
  for (const { nom, octets, feuilles } of CLASSEURS) {
    const { validations, fusions } = compter(octets);
    expect([nom, vus[`${nom}.xlsx`]?.feuilles.length, vus[`${nom}.xlsx`]?.comptes]).toEqual([nom, feuilles, expect.objectContaining({ validations, fusions })]);
  }
}, 60_000);
