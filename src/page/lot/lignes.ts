/** Les lignes de la synthèse : triées, filtrées, comptées. */
import { normaliser } from '../../classeur/texte';
import type { Verdict } from '../../moteur/rapport';
import { titreVerdict, type LigneSynthese } from '../../rapport/synthese';
import type { Examen } from '../travail/ouvrier';

export type CleVerdict = Verdict | 'illisible' | 'etranger';

export interface LigneLot {
  readonly chemin: string;
  /** `etranger` : lisible, mais sans aucune des deux annexes. */
  readonly verdict: CleVerdict;
  readonly titre: string;
  readonly departement: { readonly code: string; readonly nom: string } | null;
  readonly compte: { readonly bloquant: number; readonly alerte: number; readonly info: number } | null;
  /** Deux fichiers contrôlés ensemble : son rapport se télécharge, il ne s'ouvre pas. */
  readonly reuni: boolean;
  /** Codes bloquants, ou la raison pour laquelle le fichier n'est pas contrôlé. */
  readonly detail: string;
}

export type ColonneLot = 'chemin' | 'departement' | 'verdict' | 'bloquant' | 'alerte' | 'info';

export interface Tri {
  readonly colonne: ColonneLot;
  readonly croissant: boolean;
}

export interface FiltreLot {
  readonly texte: string;
  /** `null` : tous. */
  readonly verdict: CleVerdict | null;
}

const ETRANGER = 'Ni tableau de bord (annexe 5.2) ni plan d’action (annexe 5.3) reconnu : ce n’est pas un classeur CDPPE, ou son modèle est très différent. Ouvrez-le pour désigner ses feuilles.';

/** Du plus urgent au moins urgent. */
export const VERDICTS_LOT: readonly CleVerdict[] = ['illisible', 'etranger', 'non_conforme', 'incomplet', 'conforme_avec_reserves', 'conforme', 'a_remplir'];

export function titreDe(verdict: CleVerdict): string {
  return verdict === 'etranger' ? 'Pas un classeur CDPPE' : titreVerdict(verdict);
}

/** La même ligne tant que l'examen est le même : un tableau de mille rangées ne se redessine pas pour une. */
const GARDEES = new WeakMap<Examen, LigneLot>();

export function lignesDe(examens: ReadonlyMap<string, Examen>): readonly LigneLot[] {
  return Array.from(examens, ([chemin, examen]) => {
    const ligne = GARDEES.get(examen) ?? ligneDe(chemin, examen);
    GARDEES.set(examen, ligne);
    return ligne;
  });
}

export function ligneDe(chemin: string, { ligne, extrait, reuni = false }: Examen): LigneLot {
  if (ligne.verdict === 'illisible') return { chemin, verdict: 'illisible', titre: titreDe('illisible'), departement: null, compte: null, reuni, detail: ligne.erreur };
  if (extrait === null) return { chemin, verdict: 'etranger', titre: titreDe('etranger'), departement: ligne.departement, compte: null, reuni, detail: ETRANGER };
  const { verdict, departement, compte, bloquants } = ligne;
  return { chemin, verdict, titre: titreDe(verdict), departement, compte, reuni, detail: bloquants.join(', ') };
}

const SUITES = new Intl.Collator('fr', { numeric: true });
/** Après tous les codes : 01 à 976, 2A et 2B. */
const SANS_CODE = 'zz';

function comparer(a: LigneLot, b: LigneLot, colonne: ColonneLot): number {
  switch (colonne) {
    case 'chemin': return SUITES.compare(a.chemin, b.chemin);
    case 'departement': return SUITES.compare(a.departement?.code ?? SANS_CODE, b.departement?.code ?? SANS_CODE);
    case 'verdict': return VERDICTS_LOT.indexOf(a.verdict) - VERDICTS_LOT.indexOf(b.verdict);
    default: return (a.compte?.[colonne] ?? -1) - (b.compte?.[colonne] ?? -1);
  }
}

/** À égalité, l'ordre des chemins. */
export function trier(lignes: readonly LigneLot[], { colonne, croissant }: Tri): readonly LigneLot[] {
  const sens = croissant ? 1 : -1;
  return [...lignes].sort((a, b) => sens * comparer(a, b, colonne) || comparer(a, b, 'chemin'));
}

export function filtrer(lignes: readonly LigneLot[], { texte, verdict }: FiltreLot): readonly LigneLot[] {
  const mots = normaliser(texte).split(' ').filter((mot) => mot !== '');
  return lignes.filter((ligne) => {
    if (verdict !== null && ligne.verdict !== verdict) return false;
    const contenu = normaliser([ligne.chemin, ligne.departement?.code, ligne.departement?.nom, ligne.titre, ligne.detail].join(' '));
    return mots.every((mot) => contenu.includes(mot));
  });
}

export function compterVerdicts(lignes: readonly LigneLot[]): readonly (readonly [CleVerdict, number])[] {
  return VERDICTS_LOT.map((verdict) => [verdict, lignes.filter((ligne) => ligne.verdict === verdict).length] as const).filter(([, nombre]) => nombre > 0);
}

/** Dans l'ordre des chemins, quel que soit celui où ils ont été lus. */
export function examensTries(examens: ReadonlyMap<string, Examen>): readonly Examen[] {
  return [...examens].sort(([a], [b]) => SUITES.compare(a, b)).map(([, examen]) => examen);
}

/** Lignes de synthèse des exports. */
export function lignesExport(examens: ReadonlyMap<string, Examen>): readonly LigneSynthese[] {
  return examensTries(examens).map(({ ligne }) => ligne);
}
