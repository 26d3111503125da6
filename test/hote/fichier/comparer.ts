/** Fidélité d'une retouche : ce qui devait changer a changé, et rien d'autre. */
import fc from 'fast-check';
import { contient, formatA1 } from '../../../src/classeur/adresse';
import { type Feuille, type Instantane, celluleDe } from '../../../src/classeur/instantane';
import { type Contenu, type Ecriture, isFormule } from '../../../src/corrections/plan';
import { type Archive, ouvrirArchive } from '../../../src/hote/fichier/archive';
import { octetsCompresses } from '../../../src/hote/fichier/decompression';
import { retoucher } from '../../../src/hote/fichier/ecrire';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { contenuDe } from '../../../src/hote/fichier/verifier-plan';
import { octetsDe } from './aide';

export const RECALCUL = 'xl/workbook.xml';

/** Empreinte de chaque entrée : données compressées, date, CRC, dans l'ordre. */
function empreintes(archive: Archive): [chemin: string, empreinte: string][] {
  return archive.entrees.map((entree) => {
    const fiche = archive.octets.subarray(entree.fiche.debut, entree.fiche.fin);
    return [entree.chemin, `${Buffer.from(fiche.subarray(4, 42)).toString('hex')} ${Buffer.from(octetsCompresses(archive, entree)).toString('base64')}`];
  });
}

/** Chemins des entrées qui diffèrent ; leur liste et leur ordre doivent être les mêmes. */
export function partiesChangees(avant: Uint8Array, apres: Uint8Array): string[] {
  const [avantes, apresees] = [empreintes(ouvrirArchive(avant)), empreintes(ouvrirArchive(apres))];
  expect(apresees.map(([chemin]) => chemin)).toEqual(avantes.map(([chemin]) => chemin));
  return avantes.filter(([, empreinte], rang) => empreinte !== apresees[rang]![1]).map(([chemin]) => chemin);
}

/** Adresses des cellules qui diffèrent, en tout ou partie. */
export function ecarts(avant: Instantane, apres: Instantane): string[] {
  expect(apres.feuilles.map(decor)).toEqual(avant.feuilles.map(decor));
  expect(apres.noms).toEqual(avant.noms);
  return avant.feuilles.flatMap((feuille, rang) => {
    const autre = apres.feuilles[rang]!;
    const cles = [...new Set([...feuille.cellules.keys(), ...autre.cellules.keys()])];
    return cles.filter((cle) => JSON.stringify(feuille.cellules.get(cle)) !== JSON.stringify(autre.cellules.get(cle))).map((cle) => `${feuille.nom}!${formatA1(Math.floor(cle / 16384), (cle % 16384) + 1)}`);
  });
}

/** Tout d'une feuille, sauf ses cellules et ses bornes. */
function decor(feuille: Feuille): unknown {
  return { ...feuille, cellules: null, derniereLigne: 0, derniereColonne: 0 };
}

const contenu: fc.Arbitrary<Contenu> = fc.oneof(
  fc.record({ valeur: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0), fc.boolean(), fc.constant(null), fc.string({ unit: 'binary', maxLength: 10 })) }),
  fc.record({ formule: fc.constantFrom('=A1+1', '=IF(A1="",0,IFS(B2>1,"é"))', "='Autre & feuille'!B3*2") }),
);

export type Tiree = { readonly place: { readonly ligne: number; readonly colonne: number }; readonly contenu: Contenu };

/** Retouches au hasard, une par cellule, dans les `taille` premières lignes et colonnes. */
export function retouches(taille: number): fc.Arbitrary<Tiree[]> {
  const borne = fc.integer({ min: 1, max: taille });
  const tiree = fc.record({ place: fc.record({ ligne: borne, colonne: borne }), contenu });
  return fc.uniqueArray(tiree, { minLength: 1, maxLength: 12, selector: ({ place }) => `${place.ligne},${place.colonne}` });
}

/** Retouche une feuille, puis compare tout : cellules, formules, styles, parties de l'archive. */
export function verifierRetouche(octets: Uint8Array, origine: Instantane, feuille: Feuille, tirees: readonly Tiree[]): void {
  const ecritures = tirees
    .filter(({ place }) => !feuille.fusions.some((fusion) => contient(fusion, place.ligne, place.colonne) && (fusion.ligne !== place.ligne || fusion.colonne !== place.colonne)))
    .map(({ place, contenu: apres }): Ecriture => ({ feuille: feuille.id, ...place, avant: contenuDe(celluleDe(feuille, place.ligne, place.colonne))!, apres, raison: '' }));
  const sortie = octetsDe(retoucher(octets, { ecritures }));
  const relue = lireClasseur(sortie, { nom: origine.nom });
  const visees = new Set(ecritures.map(({ ligne, colonne }) => `${feuille.nom}!${formatA1(ligne, colonne)}`));
  expect(ecarts(origine, relue).filter((adresse) => !visees.has(adresse))).toEqual([]);
  const feuilleRelue = relue.feuilles.find(({ id }) => id === feuille.id)!;
  for (const { ligne, colonne, apres } of ecritures) {
    const [avant, lue] = [celluleDe(feuille, ligne, colonne), celluleDe(feuilleRelue, ligne, colonne)];
    expect(contenuDe(lue)).toEqual(apres);
    if (isFormule(apres)) expect(lue?.valeur).toBeNull();
    if (avant) expect([lue?.format, lue?.verrouillee]).toEqual([avant.format, avant.verrouillee]);
  }
  expect(partiesChangees(octets, sortie).filter((chemin) => chemin !== feuille.id && chemin !== RECALCUL)).toEqual([]);
}
