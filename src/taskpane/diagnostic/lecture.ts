/** Ce que le diagnostic du classeur montre : sa complétude, ses propositions, et ce qui s'écrirait. */
import type { DepartementLu } from '../../classeur/dossier';
import type { Instantane } from '../../classeur/instantane';
import type { LectureTableau } from '../../controles/lecture-tableau';
import type { PlanEcritures } from '../../corrections/plan';
import { completude, type Completude } from '../../diagnostic/completude';
import { ErreurTrame } from '../../diagnostic/erreur';
import { planifierDiagnostic } from '../../diagnostic/planifier';
import { proposerDiagnostic } from '../../diagnostic/proposer';
import type { PropositionsDiagnostic } from '../../diagnostic/propositions';
import { trier, type Tri } from '../../diagnostic/retenir';
import { lireTrame, type Trame } from '../../diagnostic/trame';
import { analyser } from '../../moteur/analyser';
import type { ClasseurLu } from '../hooks/useControle';
import type { Brouillon, TrameChoisie } from './brouillon';

export interface DiagnosticLu {
  readonly instantane: Instantane;
  readonly tableau: LectureTableau;
  readonly completude: Completude;
  readonly departement: DepartementLu | null;
  readonly annee: number;
}

/** `null` sans tableau de bord reconnu. Aucun contrôle n'est passé : la lecture suffit. */
export function lireDiagnostic({ instantane, options }: ClasseurLu): DiagnosticLu | null {
  const { rapport, entrees: { presentes: { tableau, retenus } } } = analyser(instantane, { ...options, registre: [] });
  if (!tableau || !retenus) return null;
  return { instantane, tableau, completude: completude(tableau, retenus), departement: rapport.departement, annee: rapport.periode.diagnostic };
}

/** La trame lue pour ce classeur, ou pourquoi elle ne l'est pas. */
export type TrameLue = { readonly trame: Trame; readonly erreur: null } | { readonly trame: null; readonly erreur: string | null };

export function lireTramePour(choisie: TrameChoisie | null, { departement, annee }: DiagnosticLu): TrameLue {
  if (!choisie) return { trame: null, erreur: null };
  try {
    return { trame: lireTrame(choisie.contenu, { nom: choisie.nom, departement: departement?.code ?? null, annee }), erreur: null };
  } catch (erreur) {
    if (!(erreur instanceof ErreurTrame)) throw erreur;
    return { trame: null, erreur: erreur.message };
  }
}

export interface Apercu {
  readonly propositions: PropositionsDiagnostic;
  readonly tri: Tri;
}

export function dresserApercu({ tableau, departement }: DiagnosticLu, trame: Trame | null, { insee, reprises, choix, remplacer, garder }: Brouillon): Apercu {
  const propositions = proposerDiagnostic({ tableau, trame, departement: departement?.code ?? null, insee, reprises, choix });
  return { propositions, tri: trier(propositions.propositions, { remplacer, garder }) };
}

/** @param date « AAAA-MM-JJ ». */
export function planifier({ instantane }: DiagnosticLu, { tri }: Apercu, date: string): PlanEcritures {
  return planifierDiagnostic(instantane, tri, { date });
}
