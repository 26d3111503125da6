/** L'hôte fichier à travers le port, et les données du projet dans le classeur. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ouvrirArchive } from '../../../src/hote/fichier/archive';
import { ESPACE_DONNEES } from '../../../src/hote/fichier/donnees-projet';
import { creerHoteFichier } from '../../../src/hote/fichier/hote';
import { lireTextePartie } from '../../../src/hote/fichier/texte-partie';
import { ErreurHote } from '../../../src/hote/port';
import { fabriquerClasseur } from '../../classeurs/fabrique';
import { FEUILLE, classeurBrut, contenus, ecriture, premiere } from './aide';

const UN = fabriquerClasseur([{ nom: 'F', lignes: [[1, { formule: '=A1', valeur: 1 }]] }]);
const XML = `<d:donnees xmlns:d="${ESPACE_DONNEES}"><d:decision objet="é &amp; à">oui</d:decision></d:donnees>`;
const chemins = (octets: Uint8Array): string[] => ouvrirArchive(octets).entrees.map(({ chemin }) => chemin);

describe('lire et appliquer', () => {
  test('une écriture se relit ; les octets suivent', async () => {
    const recus: Uint8Array[] = [];
    const hote = creerHoteFichier({ octets: UN, nom: 'a.xlsx', surEcriture: (octets) => void recus.push(octets) });
    expect(await hote.lire()).toMatchObject({ nom: 'a.xlsx', calcul: 'enregistre' });
    expect(await hote.appliquer({ ecritures: [ecriture('A1', { valeur: 1 }, { valeur: 2 })] })).toEqual({ etat: 'applique', ecrites: [{ feuille: FEUILLE, ligne: 1, colonne: 1 }] });
    expect(contenus(premiere(await hote.lire()), 'A1', 'B1')).toEqual({ A1: 2, B1: ['=A1', 1] });
    expect(recus).toEqual([hote.octets()]);
  });

  test('un refus, un plan vide ne changent ni n’enregistrent rien', async () => {
    const surEcriture = jest.fn();
    const hote = creerHoteFichier({ octets: UN, nom: null, surEcriture });
    expect((await hote.appliquer({ ecritures: [ecriture('A1', { valeur: 9 }, { valeur: 2 })] })).etat).toBe('refuse');
    expect((await hote.appliquer({ ecritures: [] })).etat).toBe('applique');
    expect([hote.octets(), surEcriture.mock.calls.length]).toEqual([UN, 0]);
  });

  test('un enregistrement manqué se dit, et rien n’est gardé', async () => {
    const hote = creerHoteFichier({ octets: UN, nom: null, surEcriture: () => Promise.reject(new Error('disque plein')) });
    expect(await hote.appliquer({ ecritures: [ecriture('A1', { valeur: 1 }, { valeur: 2 })] })).toEqual({
      etat: 'echec',
      message: 'Le classeur corrigé n’a pas pu être enregistré (disque plein). Rien n’a été modifié : vérifiez que le fichier n’est pas ouvert ailleurs et qu’il reste de la place, puis recommencez.',
      restantes: [],
    });
    expect(hote.octets()).toBe(UN);
  });

  test('deux écritures lancées ensemble se suivent', async () => {
    const hote = creerHoteFichier({ octets: UN, nom: null, surEcriture: () => new Promise((fini) => setTimeout(fini, 5)) });
    const [premier, second] = await Promise.all([
      hote.appliquer({ ecritures: [ecriture('A1', { valeur: 1 }, { valeur: 2 })] }),
      hote.appliquer({ ecritures: [ecriture('A1', { valeur: 2 }, { valeur: 3 })] }),
    ]);
    expect([premier.etat, second.etat, contenus(premiere(await hote.lire()), 'A1')]).toEqual(['applique', 'applique', { A1: 3 }]);
  });

  test('un fichier illisible rejette avec une ErreurHote, et l’hôte reste utilisable', async () => {
    const hote = creerHoteFichier({ octets: new Uint8Array(0), nom: null });
    await expect(hote.lire()).rejects.toThrow(ErreurHote);
    await expect(hote.lireDonnees()).rejects.toThrow(ErreurHote);
    await expect(hote.appliquer({ ecritures: [] })).rejects.toThrow(ErreurHote);
  });

  test('pas d’écran : ni sélection ni écoute', () => {
    const hote = creerHoteFichier({ octets: UN, nom: null });
    expect([hote.selectionner, hote.ecouter]).toEqual([undefined, undefined]);
  });
});

describe('données du projet', () => {
  const AILLEURS = classeurBrut({
    retoucher(parties) {
      parties['customXml/item1.xml'] = '<autre xmlns="urn:autre"/>';
      parties['customXml/itemProps1.xml'] = '<ds:datastoreItem xmlns:ds="x"/>';
      const cle = 'xl/_rels/workbook.xml.rels';
      parties[cle] = String(parties[cle]).replace('</Relationships>', '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>');
    },
  });

  test.each([
    ['classeur sans données', UN],
    ['classeur qui porte celles d’un autre', AILLEURS],
  ])('%s : écrire, relire, remplacer, retirer', async (_, octets) => {
    const hote = creerHoteFichier({ octets, nom: null });
    expect(await hote.lireDonnees()).toBeNull();
    await hote.ecrireDonnees(XML);
    expect(await hote.lireDonnees()).toBe(XML);
    const ajoutees = chemins(hote.octets()).slice(chemins(octets).length);
    expect(ajoutees).toHaveLength(3);
    await hote.ecrireDonnees(XML.replace('oui', 'non'));
    expect([await hote.lireDonnees(), chemins(hote.octets()).length]).toEqual([XML.replace('oui', 'non'), chemins(octets).length + 3]);
    await hote.ecrireDonnees(null);
    expect([await hote.lireDonnees(), chemins(hote.octets())]).toEqual([null, chemins(octets)]);
    for (const chemin of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/workbook.xml', FEUILLE]) {
      expect(lireTextePartie(ouvrirArchive(hote.octets()), chemin).texte).toBe(lireTextePartie(ouvrirArchive(octets), chemin).texte);
    }
  });

  test('les données survivent à une retouche, et la retouche aux données', async () => {
    const hote = creerHoteFichier({ octets: UN, nom: null });
    await hote.ecrireDonnees(XML);
    await hote.appliquer({ ecritures: [ecriture('A1', { valeur: 1 }, { valeur: 2 })] });
    await hote.ecrireDonnees(XML.replace('oui', 'non'));
    expect([await hote.lireDonnees(), contenus(premiere(await hote.lire()), 'A1')]).toEqual([XML.replace('oui', 'non'), { A1: 2 }]);
  });

  test('retirer ce qui n’existe pas rend les octets reçus', async () => {
    const hote = creerHoteFichier({ octets: UN, nom: null });
    await hote.ecrireDonnees(null);
    expect(hote.octets()).toBe(UN);
  });

  test('deux parties à notre espace de noms : la première se lit, une seule reste après écriture', async () => {
    const octets = classeurBrut({
      retoucher(parties) {
        const cle = 'xl/_rels/workbook.xml.rels';
        const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';
        const relation = (numero: number) => `<Relationship Id="c${numero}" Type="${type}" Target="../customXml/item${numero}.xml"/>`;
        parties[cle] = String(parties[cle]).replace('</Relationships>', `${relation(2)}${relation(1)}</Relationships>`);
        for (const numero of [1, 2]) parties[`customXml/item${numero}.xml`] = `<d xmlns="${ESPACE_DONNEES}">${numero}</d>`;
      },
    });
    const hote = creerHoteFichier({ octets, nom: null });
    expect(await hote.lireDonnees()).toBe(`<d xmlns="${ESPACE_DONNEES}">2</d>`);
    await hote.ecrireDonnees(XML);
    expect([await hote.lireDonnees(), chemins(hote.octets()).filter((chemin) => chemin.startsWith('customXml/'))]).toEqual([XML, ['customXml/item2.xml']]);
  });

  test('un XML d’un autre espace de noms, ou mal formé, n’entre pas', async () => {
    const hote = creerHoteFichier({ octets: UN, nom: null });
    await expect(hote.ecrireDonnees('<a xmlns="urn:autre"/>')).rejects.toThrow(/espace de noms du projet/);
    await expect(hote.ecrireDonnees(`<a xmlns="${ESPACE_DONNEES}">`)).rejects.toThrow(ErreurHote);
    expect(hote.octets()).toBe(UN);
  });

  test('un classeur signé garde ses données telles quelles', async () => {
    const octets = classeurBrut({ retoucher: (p) => (p['_xmlsignatures/origin.sigs'] = '') });
    await expect(creerHoteFichier({ octets, nom: null }).ecrireDonnees(XML)).rejects.toThrow(/signé électroniquement/);
  });

  test('exemple du dépôt', async () => {
    const octets = new Uint8Array(readFileSync(join(__dirname, '../../../exemples/57-moselle-variante.xlsx')));
    const hote = creerHoteFichier({ octets, nom: null });
    const avant = await hote.lire();
    await hote.ecrireDonnees(XML);
    expect([await hote.lireDonnees(), await hote.lire()]).toEqual([XML, avant]);
  });
});
