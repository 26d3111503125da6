/** Le manifeste : valide contre les schémas de Microsoft, et conforme à nos choix. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const RACINE = join(__dirname, '../..');
const SCHEMAS = join(__dirname, '../schemas/manifest');
const manifeste = readFileSync(join(RACINE, 'manifest.xml'), 'utf8');
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { politiqueSecurite, reecrireManifeste, urlProduction } = require('../../webpack.config.js') as {
  politiqueSecurite: (officeLocal: boolean) => string;
  reecrireManifeste: (xml: string, production: string | null) => string;
  urlProduction: (brute: string | undefined) => string | null;
};

const schema = (fileName: string) => ({ fileName, contents: readFileSync(join(SCHEMAS, fileName), 'utf8') });
const PRINCIPAL = 'OfficeAppManifestV1_1.xsd';

async function erreurs(xml: string): Promise<string[]> {
  const preload = readdirSync(SCHEMAS).filter((nom) => nom !== PRINCIPAL).map(schema);
  const bilan = await validateXML({ xml: { fileName: 'manifest.xml', contents: xml }, schema: schema(PRINCIPAL), preload });
  return bilan.errors.map(({ message }) => message);
}

const sansSurcharges = manifeste.replace(/<VersionOverrides[\s\S]*<\/VersionOverrides>/, '');
const production = reecrireManifeste(manifeste, 'https://outils.exemple.fr/cdppe');

describe('schéma', () => {
  test.each([
    ['tel quel', manifeste],
    ['sans VersionOverrides (catalogue SharePoint)', sansSurcharges],
    ['réécrit pour la production', production],
  ])('%s', async (_nom, xml) => {
    expect(await erreurs(xml)).toEqual([]);
  });

  test('une erreur serait vue', async () => {
    expect(await erreurs(manifeste.replace('<Version>0.1.0.0</Version>', ''))).not.toEqual([]);
  });
});

describe('choix', () => {
  const attribut = (motif: RegExp) => [...manifeste.matchAll(motif)].map(([, valeur]) => valeur!);

  test('français, ExcelApi 1.9, lecture et écriture du document, un seul domaine', () => {
    expect(manifeste).toContain('<DefaultLocale>fr-FR</DefaultLocale>');
    expect(manifeste).toContain('<Set Name="ExcelApi" MinVersion="1.9"/>');
    expect(manifeste).toContain('<Permissions>ReadWriteDocument</Permissions>');
    expect(attribut(/<AppDomain>(.*?)<\/AppDomain>/g)).toEqual(['https://localhost:3000']);
  });

  test('le ruban : groupe CDPPE, « Ouvrir le volet » et « Contrôler »', () => {
    expect(manifeste).toMatch(/id="Groupe\.Label" DefaultValue="CDPPE"/);
    expect(manifeste).toMatch(/id="Volet\.Label" DefaultValue="Ouvrir le volet"/);
    expect(manifeste).toMatch(/id="Controler\.Label" DefaultValue="Contrôler"/);
    expect(attribut(/<TaskpaneId>(.*?)<\/TaskpaneId>/g)).toEqual(['CDPPE', 'CDPPE']);
  });

  test('chaque ressource citée existe, chaque ressource définie sert', () => {
    expect(new Set(attribut(/resid="(.*?)"/g))).toEqual(new Set(attribut(/<bt:(?:Image|Url|String) id="(.*?)"/g)));
  });

  test('les textes tiennent dans les limites d’Office', () => {
    expect(attribut(/<bt:String id="[^"]*" DefaultValue="(.*?)"/g).every((texte) => texte.length <= 250)).toBe(true);
    expect(attribut(/<Description DefaultValue="(.*?)"/g)[0]!.length).toBeLessThanOrEqual(250);
  });

  test('chaque icône est là, à sa taille', () => {
    const chemins = new Set(attribut(/https:\/\/localhost:3000\/(assets\/[^"]*)"/g));
    expect(chemins.size).toBe(16);
    for (const chemin of chemins) {
      const octets = readFileSync(join(RACINE, chemin));
      const taille = Number(/-(\d+)\.png$/.exec(chemin)![1]);
      // Largeur et hauteur, à l'octet 16 de tout PNG.
      expect([octets.readUInt32BE(16), octets.readUInt32BE(20)]).toEqual([taille, taille]);
    }
  });

  test('chaque page citée est construite', () => {
    for (const page of ['taskpane.html', 'aide.html']) {
      expect(manifeste).toContain(`https://localhost:3000/${page}`);
      expect(existsSync(join(RACINE, 'src/taskpane', page))).toBe(true);
    }
  });
});

describe('production', () => {
  test('toutes les adresses sont réécrites, le domaine est l’origine seule', () => {
    expect(production).not.toContain('localhost');
    expect(production).toContain('<AppDomain>https://outils.exemple.fr</AppDomain>');
    expect(production).toContain('"https://outils.exemple.fr/cdppe/taskpane.html?action=controler"');
  });

  test('sans adresse, le manifeste reste celui du développement', () => {
    expect(reecrireManifeste(manifeste, urlProduction(undefined))).toBe(manifeste);
  });

  test.each([
    ['https://exemple.fr/', 'https://exemple.fr'],
    ['https://exemple.fr/cdppe/', 'https://exemple.fr/cdppe'],
  ])('adresse %s', (brute, attendue) => expect(urlProduction(brute)).toBe(attendue));

  test.each(['http://exemple.fr', 'exemple.fr'])('adresse refusée : %s', (brute) => expect(() => urlProduction(brute)).toThrow());

  test('sécurité : rien d’autre que nous, et Office.js', () => {
    expect(politiqueSecurite(false)).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
    expect(politiqueSecurite(true)).toContain("script-src 'self';");
  });
});
