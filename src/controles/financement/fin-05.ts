/**
 * FIN-05 — Le total demandé à chaque enveloppe est dans les bornes de la dotation d'un département.
 * Source : annexe 4, II.A (FIR), III.A (programme 304), IV.A (ONDAM médico-social).
 */
import { formatMontant } from '../../classeur/nombres';
import { ENVELOPPES, type RegleEnveloppe } from '../../referentiel/financement';
import { OBJECTIFS, type Enveloppe } from '../../referentiel/objectifs';
import { colonnesDuPlanAbsentes } from '../absence';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constat, grandeurMontant } from '../fabrique';
import { montantConnu, type LecturePlan } from '../lecture-plan';
import { enveloppesParLigne, type LigneFinancee } from './enveloppes';

export interface TotalEnveloppe {
  readonly total: number;
  /** Part de lignes qui citent plusieurs enveloppes, non réparties. */
  readonly nonReparti: number;
}

/** Total de l'Etat par enveloppe, en euros ; une ligne à plusieurs enveloppes n'est comptée à aucune. */
export function totauxEnveloppes(plan: LecturePlan): Readonly<Record<Enveloppe, TotalEnveloppe>> {
  const totaux = { FIR: { total: 0, nonReparti: 0 }, P304: { total: 0, nonReparti: 0 }, ONDAM: { total: 0, nonReparti: 0 } };
  for (const { etat, enveloppes } of lignesFinancees(plan)) {
    const montant = montantConnu(etat) ?? 0;
    for (const enveloppe of enveloppes) totaux[enveloppe][enveloppes.length > 1 ? 'nonReparti' : 'total'] += montant;
  }
  return totaux;
}

function lignesFinancees(plan: LecturePlan): readonly LigneFinancee[] {
  return OBJECTIFS.flatMap(({ numero }) => enveloppesParLigne(plan, numero));
}

/** Un montant inconnu, ou une ligne locale que l'Etat finance : le total réel peut être plus grand. */
function isIncomplet(plan: LecturePlan, enveloppe: Enveloppe): boolean {
  const { etat } = plan.plan.colonnes;
  const inconnu = lignesFinancees(plan).some((ligne) => ligne.enveloppes.includes(enveloppe) && montantConnu(ligne.etat) === null);
  const local = enveloppe === 'FIR' && etat !== null && plan.plan.lignesLocales.some((ligne) => montantConnu(plan.cellule(ligne, etat)) !== 0);
  return inconnu || local;
}

function bornes({ minimum, maximum }: RegleEnveloppe): string {
  return maximum === null ? `d’au moins ${formatMontant(minimum)}` : `de ${formatMontant(minimum)} à ${formatMontant(maximum)}`;
}

/** Hors bornes à coup sûr : ce qui n'est pas réparti ou pas connu pourrait encore combler un manque. */
function juger(plan: LecturePlan, regle: RegleEnveloppe, { total, nonReparti }: TotalEnveloppe): Constat | null {
  const depasse = regle.maximum !== null && total > regle.maximum;
  const manque = total + nonReparti < regle.minimum && !isIncomplet(plan, regle.enveloppe);
  if (!depasse && !manque) return null;
  const montant = depasse ? total : total + nonReparti;
  return constat({
    code: 'FIN-05', gravite: 'alerte', source: regle.source.texte,
    feuille: plan.plan.feuille.id,
    message: `Enveloppe ${regle.nom} : le plan y inscrit ${formatMontant(montant)}, alors que la dotation indicative d’un département est ${bornes(regle)} par an (hypothèse : les montants du plan sont ceux d’une année).`,
    suite: depasse
      ? 'Vérifier que les montants sont ceux d’une seule année, et la dotation notifiée au département.'
      : 'Vérifier la dotation notifiée au département, et qu’aucun financement ne manque au plan.',
    attendu: { valeur: null, unite: '€', texte: bornes(regle) },
    trouve: grandeurMontant(montant),
    ecart: depasse ? `${formatMontant(total - regle.maximum)} de trop` : `il manque ${formatMontant(regle.minimum - montant)}`,
    causes: [`${plan.plan.feuille.id}!enveloppe ${regle.enveloppe}`],
  });
}

export const FIN_05 = definirControle({
  code: 'FIN-05',
  titre: 'Enveloppe hors bornes',
  exigence: 'Le total de l’Etat par enveloppe est dans les bornes annuelles de l’annexe 4.',
  pourquoi: 'Un total hors bornes signale un montant oublié, ou des montants de plusieurs années additionnés.',
  gravite: 'alerte',
  source: 'annexe 4, II.A, III.A et IV.A',
  limites: 'Les bornes valent pour la dotation indicative, sous l’hypothèse de montants annuels. Enveloppe vide : rien. Les objectifs locaux n’y sont pas comptés ; s’ils sont financés, le minimum du FIR n’est pas jugé.',
  correction: 'aucune',
  exige: ['plan'],
  controler: ({ plan }) => {
    const nonVerifies = colonnesDuPlanAbsentes(plan, ['etat']);
    if (nonVerifies.length > 0) return { constats: [], nonVerifies };
    const totaux = totauxEnveloppes(plan);
    const regles = Object.values(ENVELOPPES);
    const inscrites = regles.filter(({ enveloppe }) => totaux[enveloppe].total > 0);
    return {
      constats: inscrites.map((regle) => juger(plan, regle, totaux[regle.enveloppe])).filter((trouve) => trouve !== null),
      nonVerifies: inscrites
        .filter(({ enveloppe, minimum }) => totaux[enveloppe].total < minimum && isIncomplet(plan, enveloppe))
        .map(({ nom }) => ({ emplacement: null, raison: `enveloppe ${nom} : un montant n’est pas connu, ou une ligne hors des 26 objectifs est financée ; son minimum n’a pas été vérifié` })),
      sansObjet: inscrites.length === 0,
    };
  },
});
