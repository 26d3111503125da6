/** Le passage d'un lot : partage entre ouvriers, fichier malade, ouvrier qui tombe, interruption et reprise. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErreurHote } from '../../../src/hote/port';
import { constatsCsv } from '../../../src/page/lot/exports';
import { creerLot, type Lot } from '../../../src/page/lot/lot';
import type { Source } from '../../../src/page/lot/sources';
import type { Examen, OuvrierEmbauche } from '../../../src/page/travail/ouvrier';
import { Interruption } from '../../../src/page/travail/relais';
import { creerOuvrier } from '../../../src/page/travail/taches';

const EXEMPLES = join(__dirname, '../../../exemples');
const exemple = (nom: string): Source => ({ chemin: nom, modifie: 0, lire: () => Promise.resolve(readFileSync(join(EXEMPLES, nom))) });
const examenDe = (fichier: string): Examen => ({ ligne: { fichier, verdict: 'illisible', erreur: '' }, extrait: null, rapport: null });
const source = (chemin: string): Source => ({ chemin, modifie: 0, lire: () => Promise.resolve(new Uint8Array()) });

function ouvrier(examiner: OuvrierEmbauche['examiner'], congedier: () => void = () => undefined): OuvrierEmbauche {
  return { examiner, congedier } as OuvrierEmbauche;
}

/** Attend que le lot ne soit plus en cours. */
function fini(lot: Lot): Promise<void> {
  return new Promise((suite) => {
    const voir = () => { if (lot.lire().activite !== 'en_cours') suite(); };
    lot.abonner(voir);
    voir();
  });
}

test('les exemples, un fichier malade et un fichier illisible : rien ne s’arrête', async () => {
  const sources = [
    exemple('57-moselle-variante.xlsx'), exemple('87-haute-vienne-anomalies.xlsx'),
    { chemin: 'malade.xlsx', modifie: 0, lire: () => Promise.resolve(Uint8Array.of(80, 75, 3, 4)) },
    { chemin: 'verrouille.xlsx', modifie: 0, lire: () => Promise.reject(new ErreurHote('illisible', 'Un autre logiciel le verrouille.')) },
  ];
  const lot = creerLot(sources, { embaucher: () => ({ ...creerOuvrier(), congedier: () => undefined }), fils: 2 });
  await fini(lot);
  const { examens } = lot.lire();
  expect([...examens.values()].map(({ ligne }) => [ligne.fichier, ligne.verdict]).sort()).toEqual([
    ['57-moselle-variante.xlsx', expect.not.stringMatching('illisible')], ['87-haute-vienne-anomalies.xlsx', 'non_conforme'], ['malade.xlsx', 'illisible'], ['verrouille.xlsx', 'illisible'],
  ]);
  expect(examens.get('87-haute-vienne-anomalies.xlsx')?.extrait?.departement?.code).toBe('87');
  const csv = constatsCsv(examens);
  expect(csv.startsWith('\ufeffFichier;')).toBe(true);
  expect(csv).toContain('87-haute-vienne-anomalies.xlsx;87;');
});

test('un ouvrier qui tombe est remplacé ; son fichier se dit illisible', async () => {
  let embauches = 0;
  const congedies: string[] = [];
  const lot = creerLot(['a', 'bombe', 'c'].map(source), {
    fils: 1,
    embaucher: () => {
      const nom = `ouvrier ${String(++embauches)}`;
      return ouvrier(({ nom: fichier }) => (fichier === 'bombe' ? Promise.reject(new Error('mémoire épuisée')) : Promise.resolve(examenDe(fichier))), () => { congedies.push(nom); });
    },
  });
  await fini(lot);
  expect(embauches).toBe(2);
  expect(congedies).toEqual(['ouvrier 1', 'ouvrier 2']);
  expect(lot.lire().examens.get('bombe')?.ligne).toMatchObject({ verdict: 'illisible', erreur: 'mémoire épuisée' });
  expect(lot.lire().examens.size).toBe(3);
});

test('interrompu, le lot garde ce qui est fait et reprend le reste', async () => {
  const arrets: (() => void)[] = [];
  const demandes: string[] = [];
  const embaucher = () => {
    let rejeter: (erreur: Error) => void = () => undefined;
    return ouvrier(({ nom }) => {
      demandes.push(nom);
      return nom === 'b' && demandes.filter((un) => un === 'b').length === 1 ? new Promise((_, rejet) => { rejeter = rejet; arrets.forEach((suite) => { suite(); }); }) : Promise.resolve(examenDe(nom));
    }, () => { rejeter(new Interruption()); });
  };
  const bloque = new Promise<void>((suite) => { arrets.push(suite); });
  const lot = creerLot(['a', 'b', 'c'].map(source), { embaucher, fils: 1 });
  await bloque;
  lot.interrompre();
  await fini(lot);
  expect(lot.lire().activite).toBe('interrompu');
  expect([...lot.lire().examens.keys()]).toEqual(['a']);
  lot.reprendre();
  await fini(lot);
  expect(lot.lire().activite).toBe('fini');
  expect([...lot.lire().examens.keys()]).toEqual(['a', 'b', 'c']);
  expect(demandes).toEqual(['a', 'b', 'b', 'c']);
});
