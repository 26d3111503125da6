/** Un dossier en deux fichiers (tableau de bord d'un côté, plan d'action de l'autre) lu comme un seul. */
import type { Feuille, Instantane, NomDefini } from '../classeur/instantane';

/** Identités distinctes : deux fichiers peuvent nommer pareil leurs parties. */
function marquer({ feuilles, noms }: Instantane, marque: string): { feuilles: readonly Feuille[]; noms: readonly NomDefini[] } {
  return {
    feuilles: feuilles.map((feuille) => ({ ...feuille, id: `${marque}:${feuille.id}` })),
    noms: noms.map((nom) => ({ ...nom, feuille: nom.feuille === null ? null : `${marque}:${nom.feuille}` })),
  };
}

/** Une feuille du second fichier qui porte un nom déjà pris est renommée, pour se désigner sans doute. */
function renommer(feuille: Feuille, pris: ReadonlySet<string>, fichier: string): Feuille {
  return pris.has(feuille.nom) ? { ...feuille, nom: `${feuille.nom} (${fichier})` } : feuille;
}

/** Réunit deux instantanés ; le nom est celui des deux fichiers. */
export function reunir(premier: Instantane, second: Instantane): Instantane {
  const [a, b] = [marquer(premier, '1'), marquer(second, '2')];
  const pris = new Set(a.feuilles.map(({ nom }) => nom));
  return {
    nom: [premier.nom, second.nom].filter((nom) => nom !== null).join(' + '),
    calcul: premier.calcul === 'vivant' && second.calcul === 'vivant' ? 'vivant' : 'enregistre',
    dates1904: premier.dates1904,
    feuilles: [...a.feuilles, ...b.feuilles.map((feuille) => renommer(feuille, pris, second.nom ?? '2'))],
    noms: [...a.noms, ...b.noms],
  };
}
