/** Tout ce que le projet engendre en .xlsx suit l'ordre d'éléments du schéma : ouvert sans réparation. */
import { decrireConsolidation } from '../../../src/consolidation/classeur';
import { consolider } from '../../../src/consolidation/consolider';
import { extraire } from '../../../src/consolidation/extrait';
import { planProvenance } from '../../../src/diagnostic/provenance';
import { creerClasseur } from '../../../src/hote/fichier/creer-classeur';
import { retoucher } from '../../../src/hote/fichier/ecrire';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { decrireClasseurTrame } from '../../../src/modele/classeur-trame';
import { planDuClasseur } from '../../../src/modele/description';
import { decrireModele } from '../../../src/modele/modele';
import { dresserModeleTrame } from '../../../src/modele/trame';
import { analyser } from '../../../src/moteur/analyser';
import { octetsDe as octetsDuContrat, tirerLot } from '../../classeurs/lot';
import { fabriquerClasseur } from '../../classeurs/fabrique';
import { octetsDe } from './aide';
import { ENFANTS } from './corpus/ordre';
import { lireArbre, lireParties, type Noeud, texteDe } from './corpus/xml';

const modele = creerClasseur(decrireModele({ departement: '87' }));
const provenance = { indicateur: 'o1-naissances', cellule: 'D9', valeur: 3406, source: 'INSEE', millesime: '2019', date: '2020-06-15', mode: 'importé' } as const;
const sources = octetsDe(retoucher(modele, planProvenance(lireClasseur(modele, { nom: null }), [provenance])));
const contrats = tirerLot(11, 4).map((contrat) => extraire(analyser(lireClasseur(octetsDuContrat(contrat), { nom: contrat.fichier })), contrat.fichier));

/** Sans `<calcPr>` ni fenêtre, avec de quoi tromper qui insérerait à la fin. */
const depouille = fabriquerClasseur([{ nom: 'Page de garde', lignes: [['Contrat']] }], {
  noms: [{ nom: 'a', formule: '1' }],
  retoucher: (p) => (p['xl/workbook.xml'] = String(p['xl/workbook.xml']).replace('<calcPr calcId="191029"/>', '<oleSize ref="A1"/><extLst/>').replace('<workbookPr/>', '<workbookPr/><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x"/></mc:AlternateContent>')),
});

const CLASSEURS: readonly (readonly [string, Uint8Array, feuilles: number])[] = [
  ['modèle vierge', modele, 2],
  ['trame de diagnostic', creerClasseur(decrireClasseurTrame(dresserModeleTrame('87'))), 1],
  ['consolidation', creerClasseur(decrireConsolidation(consolider(contrats))), decrireConsolidation(consolider(contrats)).feuilles.length],
  ['sources du diagnostic', sources, 3],
  ['feuilles officielles ajoutées', octetsDe(retoucher(depouille, planDuClasseur(decrireModele(), 'essai'))), 3],
];

/** Enfants hors de leur place, par élément ; ceux d'un autre vocabulaire (`mc:`…) vont où ils veulent. */
function desordres(noeud: Noeud): string[] {
  const ordre = ENFANTS[noeud.nom];
  const rangs = ordre === undefined ? [] : noeud.enfants.filter(({ nom }) => !nom.includes(':')).map(({ nom }) => ordre.indexOf(nom));
  const faux = rangs.some((rang, i) => rang < (rangs[i - 1] ?? 0));
  return [...(faux ? [`${noeud.nom} : ${noeud.enfants.map(({ nom }) => nom).join(', ')}`] : []), ...noeud.enfants.flatMap(desordres)];
}

test.each(CLASSEURS)('%s', (_, octets, feuilles) => {
  const arbres = lireParties(octets).filter(({ chemin }) => chemin.endsWith('.xml')).map((partie) => lireArbre(texteDe(partie)));
  const racines = arbres.map(({ nom }) => nom);
  expect([racines.filter((nom) => nom === 'worksheet').length, racines.includes('workbook'), racines.includes('styleSheet')]).toEqual([feuilles, true, true]);
  expect(arbres.flatMap(desordres)).toEqual([]);
});

test('un élément déplacé ou inconnu se voit', () => {
  expect(desordres(lireArbre('<worksheet><mergeCells/><sheetData/></worksheet>'))).toEqual(['worksheet : mergeCells, sheetData']);
  expect(desordres(lireArbre('<worksheet><sheetData/><inconnu/></worksheet>'))).toEqual(['worksheet : sheetData, inconnu']);
});
