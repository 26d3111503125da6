/** Retouches tirées au hasard, à graine : une place où l'on peut écrire, un contenu, une nature. */
import { contient, formatA1 } from '../../../../src/classeur/adresse';
import { celluleDe, type Feuille, type Instantane, isErreur } from '../../../../src/classeur/instantane';
import type { Contenu, Ecriture } from '../../../../src/corrections/plan';
import { contenuDe } from '../../../../src/hote/fichier/verifier-plan';

export type Hasard = () => number;

export const NATURES = ['valeur', 'formule', 'texte', 'effacement', 'plusieurs cellules', 'sources du diagnostic', 'données du projet'] as const;
export type Nature = (typeof NATURES)[number];
/** Sur vingt retouches. */
const POIDS: readonly number[] = [5, 3, 4, 2, 3, 2, 1];
const NATURES_PESEES = NATURES.flatMap((nature, rang) => Array.from({ length: POIDS[rang]! }, () => nature));

const FORMULES = ['=D7+1', '=IF(D9=0,"",D7/D9)', '=IFERROR(SUM($D$7:D9),0)', '=IFS(D7>1,"é & è",TRUE,"<b>")', "=SUM(D7:D9)*2"];
const TEXTES = ['ND', 'À compléter', ' bords ', 'deux\nlignes', 'a & b < c > d "e" \'f\'', '_x0041_', 'é\u202fè €', '😀', '=A1', '12', 'ligne\r\nfin', 'tabulation\tici', ']]>', '\u0001'];

export const entier = (hasard: Hasard, maximum: number): number => Math.floor(hasard() * maximum);
const parmi = <T>(hasard: Hasard, choix: readonly T[]): T => choix[entier(hasard, choix.length)]!;

export const tirerNature = (hasard: Hasard): Nature => parmi(hasard, NATURES_PESEES);

function tirerContenu(hasard: Hasard, nature: Nature): Contenu {
  switch (nature) {
    case 'formule': return { formule: parmi(hasard, FORMULES) };
    case 'texte': return { valeur: `${parmi(hasard, TEXTES)}${entier(hasard, 3) === 0 ? ` ${entier(hasard, 1e6)}` : ''}` };
    case 'effacement': return { valeur: null };
    case 'valeur': return { valeur: parmi<number | boolean>(hasard, [0, 1, -1, 409, entier(hasard, 1e6), hasard() * 1e4, hasard() / 1e7, 1e21, true, false]) };
    default: return tirerContenu(hasard, parmi(hasard, ['valeur', 'formule', 'texte', 'effacement'] as const));
  }
}

/** Vrai si la cellule peut recevoir une écriture : ni fusion hors ancre, ni matrice, ni en-tête de tableau, ni verrou, ni erreur saisie. */
function isLibre(feuille: Feuille, ligne: number, colonne: number): boolean {
  const dans = (plage: Parameters<typeof contient>[0]) => contient(plage, ligne, colonne);
  if (feuille.fusions.some((fusion) => dans(fusion) && (fusion.ligne !== ligne || fusion.colonne !== colonne))) return false;
  if (feuille.matrices.some(dans) || feuille.tableaux.some(({ plage, lignesEnTete }) => dans(plage) && ligne < plage.ligne + lignesEnTete)) return false;
  const cellule = celluleDe(feuille, ligne, colonne);
  if (cellule && cellule.formule === null && isErreur(cellule.valeur)) return false;
  return !feuille.protegee || cellule?.verrouillee === false;
}

/** Une écriture dans une cellule libre : souvent une qui existe, parfois une formule, parfois une absente, hors des bornes. */
function tirerEcriture(hasard: Hasard, feuille: Feuille, nature: Nature): Ecriture | null {
  const cellules = [...feuille.cellules.values()];
  const formules = cellules.filter(({ formule }) => formule !== null);
  for (let essai = 0; essai < 30; essai++) {
    const sort = entier(hasard, 10);
    const visee = sort < 3 && formules.length > 0 ? parmi(hasard, formules) : sort < 8 ? parmi(hasard, cellules) : null;
    const ligne = visee?.ligne ?? 1 + entier(hasard, feuille.derniereLigne + 8);
    const colonne = visee?.colonne ?? 1 + entier(hasard, feuille.derniereColonne + 4);
    if (!isLibre(feuille, ligne, colonne)) continue;
    return { feuille: feuille.id, ligne, colonne, avant: contenuDe(celluleDe(feuille, ligne, colonne))!, apres: tirerContenu(hasard, nature), raison: 'essai' };
  }
  return null;
}

/** De une à douze écritures, chacune dans sa cellule, dans une feuille ou plusieurs. */
export function tirerEcritures(hasard: Hasard, { feuilles }: Instantane, nature: Nature): Ecriture[] {
  const nombre = nature === 'plusieurs cellules' ? 2 + entier(hasard, 11) : 1;
  const tirees = new Map<string, Ecriture>();
  while (tirees.size < nombre) {
    const ecriture = tirerEcriture(hasard, parmi(hasard, feuilles), nature);
    if (ecriture) tirees.set(`${ecriture.feuille}!${formatA1(ecriture.ligne, ecriture.colonne)}`, ecriture);
  }
  return [...tirees.values()];
}
