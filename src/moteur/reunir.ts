/** Un dossier en deux fichiers (tableau de bord d'un côté, plan d'action de l'autre) lu comme un seul. */
import { parseA1Ref, stringifyA1Ref, tokenize } from '@borgar/fx/xlsx';
import type { Cellule, Feuille, Instantane, NomDefini } from '../classeur/instantane';

interface Marque {
  readonly feuilles: readonly Feuille[];
  readonly noms: readonly NomDefini[];
}

/** Identités distinctes : deux fichiers peuvent nommer pareil leurs parties. */
function marquer({ feuilles, noms }: Instantane, marque: string): Marque {
  return {
    feuilles: feuilles.map((feuille) => ({ ...feuille, id: `${marque}:${feuille.id}` })),
    noms: noms.map((nom) => ({ ...nom, feuille: nom.feuille === null ? null : `${marque}:${nom.feuille}` })),
  };
}

/** Excel ne distingue pas la casse des noms de feuilles ni des noms définis. */
const cle = (nom: string) => nom.toLowerCase();

/** Nouveau nom, par ancien nom en minuscules, des feuilles dont le nom est déjà pris. */
function choisirNoms(feuilles: readonly Feuille[], pris: readonly string[], suffixe: string): ReadonlyMap<string, string> {
  const occupes = new Set([...pris, ...feuilles.map(({ nom }) => nom)].map(cle));
  const nouveaux = new Map<string, string>();
  for (const { nom } of feuilles) {
    if (!pris.some((autre) => cle(autre) === cle(nom))) continue;
    let candidat = `${nom} (${suffixe})`;
    while (occupes.has(cle(candidat))) candidat += '’';
    occupes.add(cle(candidat));
    nouveaux.set(cle(nom), candidat);
  }
  return nouveaux;
}

/** Formule dont les feuilles renommées le sont aussi : sinon elle lirait la feuille de l'autre fichier. */
function suivre(formule: string, nouveaux: ReadonlyMap<string, string>): string {
  return tokenize(formule, { withLocation: false }).map(({ type, value }) => {
    if (!type.startsWith('range')) return value;
    const reference = parseA1Ref(value) as { sheetName?: string; workbookName?: string } | undefined;
    const nouveau = reference?.sheetName && !reference.workbookName ? nouveaux.get(cle(reference.sheetName)) : undefined;
    return nouveau === undefined ? value : stringifyA1Ref({ ...reference, sheetName: nouveau } as never);
  }).join('');
}

function renommer({ feuilles, noms }: Marque, nouveaux: ReadonlyMap<string, string>): Marque {
  if (nouveaux.size === 0) return { feuilles, noms };
  const cellule = (lue: Cellule): Cellule => (lue.formule === null ? lue : { ...lue, formule: suivre(lue.formule, nouveaux) });
  return {
    feuilles: feuilles.map((feuille) => ({
      ...feuille,
      nom: nouveaux.get(cle(feuille.nom)) ?? feuille.nom,
      cellules: new Map([...feuille.cellules].map(([place, lue]) => [place, cellule(lue)])),
    })),
    noms: noms.map((nom) => ({ ...nom, formule: suivre(nom.formule, nouveaux) })),
  };
}

/** Un nom de classeur déjà pris par l'autre fichier devient local à chaque feuille du sien : c'est le plus proche qui vaut. */
function localiser({ feuilles, noms }: Marque, pris: readonly NomDefini[]): readonly NomDefini[] {
  const globaux = new Set(pris.filter(({ feuille }) => feuille === null).map(({ nom }) => cle(nom)));
  const locaux = new Set(noms.filter(({ feuille }) => feuille !== null).map(({ nom, feuille }) => `${feuille!} ${cle(nom)}`));
  return noms.flatMap((nom) => {
    if (nom.feuille !== null || !globaux.has(cle(nom.nom))) return [nom];
    return feuilles.filter(({ id }) => !locaux.has(`${id} ${cle(nom.nom)}`)).map(({ id }) => ({ ...nom, feuille: id }));
  });
}

/** Réunit deux instantanés ; le nom est celui des deux fichiers. */
export function reunir(premier: Instantane, second: Instantane): Instantane {
  const a = marquer(premier, '1');
  const origine = marquer(second, '2');
  const b = renommer(origine, choisirNoms(origine.feuilles, a.feuilles.map(({ nom }) => nom), second.nom ?? '2'));
  return {
    nom: [premier.nom, second.nom].filter((nom) => nom !== null).join(' + '),
    calcul: premier.calcul === 'vivant' && second.calcul === 'vivant' ? 'vivant' : 'enregistre',
    dates1904: premier.dates1904,
    feuilles: [...a.feuilles, ...b.feuilles],
    noms: [...a.noms, ...localiser(b, a.noms)],
  };
}
