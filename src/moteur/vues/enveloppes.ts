/** Ce que le plan demande à chaque enveloppe de l'Etat, face aux bornes de l'annexe 4. */
import { FIN_05, totauxEnveloppes } from '../../controles/financement/fin-05';
import type { LecturePlan } from '../../controles/lecture-plan';
import { ENVELOPPES, type RegleEnveloppe } from '../../referentiel/financement';
import type { Enveloppe } from '../../referentiel/objectifs';
import { citer } from '../../referentiel/source';

/** `vide` : le plan n'y inscrit rien ; `inconnue` : la colonne « Etat » manque. */
export type EtatEnveloppe = 'dans_les_bornes' | 'au_dessous' | 'au_dessus' | 'vide' | 'inconnue';

export interface VueEnveloppe {
  readonly enveloppe: Enveloppe;
  readonly nom: string;
  /** Euros, lignes d'une seule enveloppe. */
  readonly total: number;
  /** Euros de lignes qui citent plusieurs enveloppes : comptés à aucune. */
  readonly nonReparti: number;
  /** Bornes annuelles de la dotation indicative, en euros ; pas de plafond : `null`. */
  readonly minimum: number;
  readonly maximum: number | null;
  readonly etat: EtatEnveloppe;
  /** L'ONDAM va aux établissements, pas au département. */
  readonly verseAuDepartement: boolean;
  readonly source: string;
}

/** Hors bornes au sens de FIN-05, et de nul autre. */
function horsBornes(plan: LecturePlan): (enveloppe: Enveloppe) => boolean {
  const { constats } = FIN_05.controler({ plan } as never);
  return (enveloppe) => constats.some(({ causes }) => causes.some((cause) => cause.endsWith(`enveloppe ${enveloppe}`)));
}

function etatDe({ enveloppe, minimum }: RegleEnveloppe, total: number, nonReparti: number, isHors: (enveloppe: Enveloppe) => boolean): EtatEnveloppe {
  if (total + nonReparti === 0) return 'vide';
  if (!isHors(enveloppe)) return 'dans_les_bornes';
  return total > minimum ? 'au_dessus' : 'au_dessous';
}

export function vueEnveloppes(plan: LecturePlan): readonly VueEnveloppe[] {
  const totaux = totauxEnveloppes(plan);
  const isHors = horsBornes(plan);
  const sansColonne = plan.plan.colonnes.etat === null;
  return Object.values(ENVELOPPES).map((regle) => {
    const { enveloppe, nom, minimum, maximum, verseAuDepartement, source } = regle;
    const { total, nonReparti } = totaux[enveloppe];
    const etat = sansColonne ? 'inconnue' : etatDe(regle, total, nonReparti, isHors);
    return { enveloppe, nom, total, nonReparti, minimum, maximum, verseAuDepartement, etat, source: citer(source) };
  });
}
