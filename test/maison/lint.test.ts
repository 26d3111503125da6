import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const RACINE = join(__dirname, '../..');
const ORDRE = 'import-x/no-restricted-paths';
const GLOBALE = 'no-restricted-globals';

interface Cas {
  readonly nom: string;
  readonly fichier: string;
  readonly code: string;
  /** Règle attendue ; `null` : rien à redire. */
  readonly regle: string | null;
}

const importer = (chemin: string) => `import * as lu from '${chemin}';\nexport const x = lu;\n`;

const CAS: readonly Cas[] = [
  { nom: 'le référentiel ne connaît pas le classeur', fichier: 'src/referentiel/essai.ts', code: importer('../classeur/adresse'), regle: ORDRE },
  { nom: 'le classeur ne connaît pas les contrôles', fichier: 'src/classeur/essai.ts', code: importer('../controles/constat'), regle: ORDRE },
  { nom: 'un import de type est un import', fichier: 'src/classeur/essai.ts', code: "import type { Constat } from '../controles/constat';\nexport type X = Constat;\n", regle: ORDRE },
  { nom: 'les formules ne connaissent pas les corrections', fichier: 'src/formules/essai.ts', code: importer('../corrections/plan'), regle: ORDRE },
  { nom: 'un sous-dossier obéit à la même règle', fichier: 'src/controles/structure/essai.ts', code: importer('../../moteur/analyser'), regle: ORDRE },
  { nom: 'le moteur ne connaît pas le rapport', fichier: 'src/moteur/essai.ts', code: importer('../rapport/json'), regle: ORDRE },
  { nom: 'le rapport ne connaît pas l’hôte', fichier: 'src/rapport/essai.ts', code: importer('../hote/port'), regle: ORDRE },
  { nom: 'le port ne connaît pas le moteur', fichier: 'src/hote/port.ts', code: importer('../moteur/analyser'), regle: ORDRE },
  { nom: 'les deux hôtes s’ignorent', fichier: 'src/hote/fichier/essai.ts', code: importer('../excel/lire'), regle: ORDRE },
  { nom: 'le volet ne connaît que le port', fichier: 'src/taskpane/essai.tsx', code: importer('../hote/excel/lire'), regle: ORDRE },
  { nom: 'la commande ne connaît pas Excel', fichier: 'src/cli/essai.ts', code: importer('../hote/excel/lire'), regle: ORDRE },
  { nom: 'la page ne connaît pas Excel', fichier: 'src/page/essai.ts', code: importer('../hote/excel/lire'), regle: ORDRE },
  { nom: 'Office.js est inconnu du volet', fichier: 'src/taskpane/essai.ts', code: 'export const lire = () => Excel.run(() => Promise.resolve());\n', regle: GLOBALE },
  { nom: 'ses types aussi', fichier: 'src/moteur/essai.ts', code: 'export type X = Excel.Range;\n', regle: 'no-restricted-syntax' },
  { nom: 'le cœur ne connaît pas le navigateur', fichier: 'src/controles/essai.ts', code: 'export const x = window.location.href;\n', regle: GLOBALE },
  { nom: 'le cœur ne connaît pas Node', fichier: 'src/classeur/essai.ts', code: importer('node:fs'), regle: 'import-x/no-nodejs-modules' },
  { nom: 'deux fichiers ne s’importent pas l’un l’autre', fichier: 'src/rapport/mise-en-page.ts', code: importer('./texte'), regle: 'import-x/no-cycle' },
  { nom: 'un catch vide avale une panne', fichier: 'src/moteur/essai.ts', code: 'export function f(g: () => void) {\n  try {\n    g();\n  } catch {\n  }\n}\n', regle: 'no-empty' },
  { nom: 'le sens de l’ordre est permis', fichier: 'src/controles/essai.ts', code: importer('../classeur/adresse'), regle: null },
  { nom: 'le point d’entrée branche Excel', fichier: 'src/taskpane/index.tsx', code: importer('../hote/excel/lire'), regle: null },
  { nom: 'la commande lit des fichiers', fichier: 'src/cli/essai.ts', code: importer('../hote/fichier/lire'), regle: null },
];

const trouvees = JSON.parse(execFileSync(process.execPath, [join(__dirname, 'linter.mjs')], { cwd: RACINE, input: JSON.stringify(CAS), encoding: 'utf8' })) as string[][];

test.each(CAS.map((cas, rang) => ({ ...cas, trouvees: trouvees[rang]! })))('$nom', ({ regle, trouvees: lues }) => {
  expect([...new Set(lues)]).toEqual(regle === null ? [] : [regle]);
});
