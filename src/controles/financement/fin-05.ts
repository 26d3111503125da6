/**
 * FIN-05 — Le total demandé à chaque enveloppe est dans les bornes de la dotation d'un département.
 * Source : annexe 4, II.A (FIR), III.A (programme 304), IV.A (ONDAM médico-social).
 */
import { formatMontant } from '../../classeur/nombres';
import { ENVELOPPES, type RegleEnveloppe } from '../../referentiel/financement';
import { OBJECTIFS, type Enveloppe } from '../../referentiel/objectifs';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constat, grandeurMontant } from '../fabrique';
import { nombreLu } from '../lecture-cellule';
import type { LecturePlan } from '../lecture-plan';
import { enveloppesParLigne } from './enveloppes';

export interface TotalEnveloppe {
  readonly total: number;
  /** Part de lignes qui citent plusieurs enveloppes, non réparties. */
  readonly nonReparti: number;
}

/** Total de l'Etat par enveloppe, en euros ; une ligne à plusieurs enveloppes n'est comptée à aucune. */
export function totauxEnveloppes(plan: LecturePlan): Readonly<Record<Enveloppe, TotalEnveloppe>> {
  const totaux = { FIR: { total: 0, nonReparti: 0 }, P304: { total: 0, nonReparti: 0 }, ONDAM: { total: 0, nonReparti: 0 } };
  for (const { numero } of OBJECTIFS) {
    for (const { etat, enveloppes } of enveloppesParLigne(plan, numero)) {
      const montant = nombreLu(etat) ?? 0;
      for (const enveloppe of enveloppes) totaux[enveloppe][enveloppes.length > 1 ? 'nonReparti' : 'total'] += montant;
    }
  }
  return totaux;
}

function bornes({ minimum, maximum }: RegleEnveloppe): string {
  return maximum === null ? `d’au moins ${formatMontant(minimum)}` : `de ${formatMontant(minimum)} à ${formatMontant(maximum)}`;
}

function juger(plan: LecturePlan, regle: RegleEnveloppe, { total, nonReparti }: TotalEnveloppe): Constat | null {
  const auPlus = total + nonReparti;
  const dedans = auPlus >= regle.minimum && (regle.maximum === null || total <= regle.maximum);
  if (auPlus === 0 || dedans) return null;
  const depasse = total > regle.minimum;
  return constat({
    code: 'FIN-05', gravite: 'alerte', source: regle.source.texte,
    feuille: plan.plan.feuille.id,
    message: `Enveloppe ${regle.nom} : le plan y inscrit ${formatMontant(depasse ? total : auPlus)}, alors que la dotation indicative d’un département est ${bornes(regle)} par an (hypothèse : les montants du plan sont ceux d’une année).`,
    suite: depasse
      ? 'Vérifier que les montants sont ceux d’une seule année, et la dotation notifiée au département.'
      : 'Vérifier la dotation notifiée au département, et qu’aucun financement ne manque au plan.',
    attendu: { valeur: null, unite: '€', texte: bornes(regle) },
    trouve: grandeurMontant(depasse ? total : auPlus),
    causes: [`${plan.plan.feuille.id}!enveloppe ${regle.enveloppe}`],
  });
}

export const FIN_05 = definirControle({
  code: 'FIN-05',
  titre: 'Bornes des enveloppes',
  exigence: 'Le total de l’Etat par enveloppe est dans les bornes annuelles de l’annexe 4.',
  pourquoi: 'Un total hors bornes signale un montant oublié, ou des montants de plusieurs années additionnés.',
  gravite: 'alerte',
  source: 'annexe 4, II.A, III.A et IV.A',
  limites: 'Les bornes valent pour la dotation indicative, sous l’hypothèse de montants annuels. Enveloppe vide : rien. Les objectifs locaux n’y sont pas comptés.',
  correction: 'aucune',
  exige: ['plan'],
  controler: ({ plan }) => {
    if (plan.plan.colonnes.etat === null) return { constats: [], nonVerifies: [{ emplacement: null, raison: 'la colonne « Etat » est introuvable au plan d’action' }] };
    const totaux = totauxEnveloppes(plan);
    const regles = Object.values(ENVELOPPES);
    return {
      constats: regles.map((regle) => juger(plan, regle, totaux[regle.enveloppe])).filter((trouve) => trouve !== null),
      sansObjet: regles.every(({ enveloppe }) => totaux[enveloppe].total + totaux[enveloppe].nonReparti === 0),
    };
  },
});
