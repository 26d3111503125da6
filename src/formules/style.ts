/**
 * Formules proposées en correction, dans le style du classeur : celui qu'il emploie le plus parmi
 * ses formules justes et gardées, avec sa valeur de repli et ses arrondis. Jamais de style imposé.
 */
import { formatA1 } from '../classeur/adresse';
import type { Moment, TableauDeBord } from '../classeur/dossier';
import { celluleDe } from '../classeur/instantane';
import type { CodeIndicateur } from '../referentiel/indicateurs';
import { TAUX, tauxDe } from '../referentiel/taux';
import { dominant, gabaritDe, remplir, type ReferenceEcrite } from './gabarits';
import { memoriser } from './memoire';
import { identifierTaux, type DemandeTaux } from './taux';
import type { ServiceValeurs } from './valeurs';

/** Sans aucun style dans le classeur. */
const GABARIT_PAR_DEFAUT = gabaritDe('=IF(B1=0,"",A1/B1)', ({ colonne }) => (colonne === 1 ? 'N' : 'D'))!;

/** Une formule juste du tableau et son écriture. */
interface Exemple {
  readonly code: CodeIndicateur;
  readonly numerateur: CodeIndicateur;
  /** `null` si elle lit autre chose que ses deux opérandes, ou n'est pas gardée. */
  readonly gabarit: string | null;
}

/** Formule gardée d'un taux, anglaise en A1 ; `null` si la ligne d'un opérande n'est pas dans le tableau. */
export function proposerTaux(demande: Omit<DemandeTaux, 'formule'>): string | null {
  const { tableau, service, code, moment } = demande;
  const taux = tauxDe(code);
  if (!taux) return null;
  const exemples = exemplesDe(tableau, service);
  const numerateur = tableau.indicateurs.get(numerateurHabituel(code, exemples, tableau) ?? taux.numerateurs[0]);
  const denominateur = tableau.indicateurs.get(taux.denominateur);
  if (!numerateur || !denominateur) return null;
  const ecrire = (gabarit: string) => remplir(gabarit, (role) => formatA1(role === 'N' ? numerateur.ligne : denominateur.ligne, moment.colonne));
  const gabarit = dominant(exemples.map((exemple) => exemple.gabarit));
  const proposee = gabarit === null ? null : ecrire(gabarit);
  return proposee !== null && isBonne(proposee, demande) ? proposee : ecrire(GABARIT_PAR_DEFAUT);
}

/** Une proposition est vérifiée comme n'importe quelle formule. */
function isBonne(formule: string, demande: Omit<DemandeTaux, 'formule'>): boolean {
  const identification = identifierTaux({ ...demande, formule });
  return identification.nature === 'juste' && identification.garde.complete;
}

/** Numérateur que la ligne emploie le plus (DREES / CD ou SNDS) ; `undefined` si aucune colonne ne le dit. */
function numerateurHabituel(code: CodeIndicateur, exemples: readonly Exemple[], { indicateurs }: TableauDeBord): CodeIndicateur | undefined {
  const employes = exemples.filter((exemple) => exemple.code === code).map(({ numerateur }) => numerateur);
  const habituel = dominant(employes) as CodeIndicateur | null;
  return habituel ?? tauxDe(code)!.numerateurs.find((numerateur) => indicateurs.has(numerateur));
}

const exemplesDe = memoriser((tableau: TableauDeBord, service: ServiceValeurs): readonly Exemple[] =>
  TAUX.flatMap(({ code }) => tableau.moments.flatMap((moment) => exempleDe(tableau, service, code, moment))));

function exempleDe(tableau: TableauDeBord, service: ServiceValeurs, code: CodeIndicateur, moment: Moment): Exemple[] {
  const ligne = tableau.indicateurs.get(code)?.ligne;
  const formule = ligne === undefined ? null : celluleDe(tableau.feuille, ligne, moment.colonne)?.formule ?? null;
  if (formule === null) return [];
  const identification = identifierTaux({ tableau, service, code, moment });
  if (identification.nature !== 'juste' && identification.nature !== 'centuple') return [];
  const { numerateur, denominateur, garde, nature } = identification;
  const [n, d] = [tableau.indicateurs.get(numerateur)!.ligne, tableau.indicateurs.get(denominateur)!.ligne];
  const role = (reference: ReferenceEcrite) => {
    if (!isCellule(reference, tableau, moment)) return null;
    return reference.ligne === n ? 'N' : reference.ligne === d ? 'D' : null;
  };
  return [{ code, numerateur, gabarit: nature === 'juste' && garde.complete ? gabaritDe(formule, role) : null }];
}

/** Une seule cellule du tableau, dans la colonne de la formule. */
function isCellule({ feuille, ligne, colonne, derniereLigne, derniereColonne }: ReferenceEcrite, tableau: TableauDeBord, moment: Moment): boolean {
  const ici = feuille === null || feuille.toLowerCase() === tableau.feuille.nom.toLowerCase();
  return ici && colonne === moment.colonne && derniereColonne === colonne && derniereLigne === ligne;
}
