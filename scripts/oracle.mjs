/**
 * Demande à LibreOffice la valeur des formules de test/formules/oracle/formules.json et range ses
 * réponses dans resultats.json. À relancer quand la liste change : npm run test:oracle.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';

const DOSSIER = fileURLToPath(new URL('../test/formules/oracle/', import.meta.url));
/** Les formules testées sont en colonne Z, à partir de la ligne 100 : loin des données. */
const PREMIERE_LIGNE = 100;
/** Ces fonctions s'écrivent avec un préfixe dans un fichier. */
const RECENTES = /\b(IFNA|IFS|SWITCH|CONCAT|TEXTJOIN|MAXIFS|MINIFS|XOR|STDEV\.[PS]|VAR\.[PS]|NUMBERVALUE|DAYS|AGGREGATE|CEILING\.MATH|FLOOR\.MATH|RANK\.EQ|ISOWEEKNUM)\(/g;

function echapper(texte) {
  return texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function celluleXml(adresse, contenu) {
  if (typeof contenu === 'number') return `<c r="${adresse}"><v>${contenu}</v></c>`;
  if (typeof contenu === 'boolean') return `<c r="${adresse}" t="b"><v>${Number(contenu)}</v></c>`;
  if (contenu.startsWith('=')) return `<c r="${adresse}"><f>${echapper(contenu.slice(1).replace(RECENTES, '_xlfn.$1('))}</f></c>`;
  return `<c r="${adresse}" t="inlineStr"><is><t>${echapper(contenu)}</t></is></c>`;
}

function rangColonne(adresse) {
  return adresse.replace(/\d/g, '').padStart(3, ' ');
}

function feuilleXml(cellules) {
  const lignes = new Map();
  for (const [adresse, contenu] of Object.entries(cellules)) {
    const ligne = Number(adresse.replace(/\D/g, ''));
    lignes.set(ligne, [...(lignes.get(ligne) ?? []), [adresse, contenu]]);
  }
  const rangees = [...lignes].sort(([a], [b]) => a - b).map(([ligne, liste]) => {
    const triees = liste.sort(([a], [b]) => (rangColonne(a) < rangColonne(b) ? -1 : 1));
    return `<row r="${ligne}">${triees.map(([adresse, contenu]) => celluleXml(adresse, contenu)).join('')}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rangees.join('')}</sheetData></worksheet>`;
}

/** Un .xlsx réduit à l'essentiel, sans aucune valeur enregistrée. */
function ecrireClasseur(cellules) {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const paquet = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipSync({
    '[Content_Types].xml': strToU8(`<?xml version="1.0"?><Types xmlns="${paquet}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`),
    '_rels/.rels': strToU8(`<?xml version="1.0"?><Relationships xmlns="${paquet}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    'xl/workbook.xml': strToU8(`<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="F" sheetId="1" r:id="r1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<?xml version="1.0"?><Relationships xmlns="${paquet}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
    'xl/worksheets/sheet1.xml': strToU8(feuilleXml(cellules)),
  });
}

function trouverLibreOffice() {
  for (const commande of ['soffice', 'libreoffice']) {
    try {
      execFileSync(commande, ['--version'], { stdio: 'ignore' });
      return commande;
    } catch (erreur) {
      if (erreur.code !== 'ENOENT') throw erreur;
    }
  }
  return null;
}

function exigerLibreOffice() {
  const present = trouverLibreOffice();
  if (present) return present;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.error('LibreOffice est absent : installation par apt-get…');
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'libreoffice-calc'], { stdio: 'inherit' });
    const installe = trouverLibreOffice();
    if (installe) return installe;
  }
  throw new Error('LibreOffice est introuvable. Installez-le (paquet libreoffice-calc), puis relancez npm run test:oracle.');
}

/** Poste français, et recalcul de toutes les formules à l'ouverture. */
const REGLAGES = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

function recalculer(octets) {
  const commande = exigerLibreOffice();
  const travail = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    const profil = join(travail, 'profil');
    const classeur = join(travail, 'oracle.xlsx');
    writeFileSync(classeur, octets);
    mkdirSync(join(profil, 'user'), { recursive: true });
    writeFileSync(join(profil, 'user', 'registrymodifications.xcu'), REGLAGES);
    execFileSync(commande, [`-env:UserInstallation=${pathToFileURL(profil).href}`, '--headless', '--convert-to', 'fods', '--outdir', travail, classeur], { stdio: 'inherit', timeout: 180_000 });
    return readFileSync(join(travail, 'oracle.fods'), 'utf8');
  } finally {
    rmSync(travail, { recursive: true, force: true });
  }
}

function texteDe(xml) {
  return [...xml.matchAll(/<text:p[^>]*>([\s\S]*?)<\/text:p>/g)].map(([, texte]) => texte.replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, nombre) => ' '.repeat(Number(nombre ?? 1))).replace(/<[^>]+>/g, ''))
    .join('\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

/** Valeur d'une cellule du format plat d'OpenDocument. */
function valeurDe(attributs, contenu) {
  const lire = (nom) => new RegExp(`${nom}="([^"]*)"`).exec(attributs)?.[1];
  if (lire('calcext:value-type') === 'error') return { erreur: texteDe(contenu) };
  switch (lire('office:value-type')) {
    case 'float':
    case 'percentage':
    case 'currency': return Number(lire('office:value'));
    case 'boolean': return lire('office:boolean-value') === 'true';
    case 'date': return { date: lire('office:date-value') };
    case 'string': return texteDe(contenu);
    default: return null;
  }
}

/** Valeurs des cellules à formule de la colonne testée, dans l'ordre des lignes. */
function lireResultats(fods, formules) {
  const table = /<table:table table:name="F"[\s\S]*?<\/table:table>/.exec(fods)[0];
  const trouvees = [];
  for (const [, attributs, contenu = ''] of table.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)) {
    if (attributs.includes('table:formula=')) trouvees.push(valeurDe(attributs, contenu));
  }
  return trouvees.slice(trouvees.length - formules.length);
}

const { cellules, formules } = JSON.parse(readFileSync(join(DOSSIER, 'formules.json'), 'utf8'));
const testees = Object.fromEntries(formules.map((formule, rang) => [`Z${PREMIERE_LIGNE + rang}`, formule]));
const resultats = lireResultats(recalculer(ecrireClasseur({ ...cellules, ...testees })), formules);
const reponses = Object.fromEntries(formules.map((formule, rang) => [formule, resultats[rang]]));
writeFileSync(join(DOSSIER, 'resultats.json'), `${JSON.stringify(reponses, null, 1)}\n`);
console.log(`${formules.length} formules recalculées par LibreOffice.`);
