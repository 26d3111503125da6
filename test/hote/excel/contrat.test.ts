/** @jest-environment jsdom */
/**
 * Le contrat entre les deux hôtes : le même classeur, lu par fichier et lu par Excel, donne le
 * même instantané sur les champs communs — valeur, formule, format, verrou, fusions, masquage —
 * dans l'étendue des valeurs. Les noms, les volets et les tableaux s'y ajoutent.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { celluleDe } from '../../../src/classeur/instantane';
import type { Feuille, Instantane } from '../../../src/classeur/instantane';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { fabriquerClasseur } from '../../classeurs/fabrique';
import type { FeuilleFabriquee } from '../../classeurs/fabrique';
import { installerBanc } from '../../hote-excel/essai-excel';
import { laisserNettoyer } from '../../hote-excel/jsdom';

const banc = installerBanc({ plafondOctets: 5_000_000 });
const EXEMPLES = join(__dirname, '../../../exemples');
const fichiers = readdirSync(EXEMPLES).filter((nom) => nom.endsWith('.xlsx'));

const VIDE = { valeur: null, formule: null, format: 'General', verrouillee: true } as const;

/** Champs communs d'une feuille, cellule par cellule, dans l'étendue des valeurs lue par Excel. */
function champsCommuns(feuille: Feuille, { derniereLigne, derniereColonne }: Feuille) {
  const cellules = [];
  for (let ligne = 1; ligne <= derniereLigne; ligne += 1) {
    for (let colonne = 1; colonne <= derniereColonne; colonne += 1) {
      const { valeur, formule, format, verrouillee } = celluleDe(feuille, ligne, colonne) ?? VIDE;
      cellules.push({ ligne, colonne, valeur, formule, format, verrouillee });
    }
  }
  const dans = (rangs: ReadonlySet<number>, dernier: number) => [...rangs].filter((rang) => rang <= dernier).sort((a, b) => a - b);
  return {
    nom: feuille.nom,
    visibilite: feuille.visibilite,
    protegee: feuille.protegee,
    cellules,
    fusions: new Set(feuille.fusions.map((fusion) => JSON.stringify(fusion))),
    lignesMasquees: dans(feuille.lignesMasquees, derniereLigne),
    colonnesMasquees: dans(feuille.colonnesMasquees, derniereColonne),
    figees: feuille.figees,
    tableaux: feuille.tableaux,
  };
}

/** Noms définis, la feuille désignée par son nom (chaque hôte a ses identités). */
function noms({ noms: definis, feuilles }: Instantane) {
  return definis.map(({ nom, formule, feuille }) => ({ nom, formule, feuille: feuilles.find(({ id }) => id === feuille)?.nom ?? null }));
}

/** Un classeur qui réunit ce que les exemples n'ont pas. */
function riche(): Uint8Array {
  const feuilles: FeuilleFabriquee[] = [
    {
      nom: "Tableau de l'année, v2",
      protegee: true,
      figees: { lignes: 2, colonnes: 1 },
      fusions: ['A1:C1', 'A4:A6'],
      lignesMasquees: [3, 5],
      colonnesMasquees: [2],
      cellules: {
        A1: 'Titre', B4: 0, C4: true, D4: { erreur: '#N/A' }, B5: { valeur: 0.125, format: '0.0%', verrouillee: false },
        B6: { formule: '=B4/B5', valeur: 0 }, C6: { formule: '=IFERROR(B5/B4,"")', valeur: '' }, D6: { formule: '=B5/B4', valeur: { erreur: '#DIV/0!' } },
        B7: { valeur: '3 867', format: '@' }, C7: { valeur: 43831, format: 'dd/mm/yyyy' }, D7: { format: '#,##0', verrouillee: false }, E8: '=à revoir',
      },
    },
    { nom: 'Suivi', visibilite: 'tres_masquee', tableaux: [{ nom: 'Suivi1', plage: 'A1:B3', lignesEnTete: 1 }], lignes: [['Colonne1', 'Colonne2'], [1, 2], [3, 4]] },
  ];
  return fabriquerClasseur(feuilles, { noms: [{ nom: 'Naissances', formule: "'Tableau de l''année, v2'!$B$4" }, { nom: 'Local', formule: 'Suivi!$A$1', feuille: 1 }] });
}

const exemple = (nom: string) => () => new Uint8Array(readFileSync(join(EXEMPLES, nom)));
const cas: readonly (readonly [string, () => Uint8Array])[] = [...fichiers.map((nom) => [nom, exemple(nom)] as const), ['riche.xlsx', riche]];

test.each(cas)('%s', async (nom, octets) => {
  const parFichier = lireClasseur(octets(), { nom });
  banc.ouvrir(parFichier);
  const parExcel = await banc.hote().lire();
  expect(parExcel.nom).toBe(parFichier.nom);
  expect(parExcel.feuilles).toHaveLength(parFichier.feuilles.length);
  for (const [rang, feuille] of parExcel.feuilles.entries()) {
    expect(champsCommuns(feuille, feuille)).toEqual(champsCommuns(parFichier.feuilles[rang]!, feuille));
    expect(feuille.cellules.size).toBeGreaterThan(0);
  }
  expect(noms(parExcel)).toEqual(noms(parFichier));
  await laisserNettoyer();
  expect(banc.emule.compteurs).toMatchObject({ sync: 2, nettoyages: 1 });
  expect(banc.emule.compteurs.octetsRecus).toBeLessThan(1_000_000);
});
