/**
 * FIN-01 — Parité : pour chaque objectif, le Département apporte au moins ce que l'Etat lui verse.
 * Source : contrat-type, article 2.2.2 ; annexe 4, I (appréciée « à l'échelle de chaque objectif »).
 */
import { formatMontant } from '../../classeur/nombres';
import { ENVELOPPES, SOURCE_PARITE, TOLERANCE_PARITE } from '../../referentiel/financement';
import { objectifDe, OBJECTIFS, type NumeroObjectif } from '../../referentiel/objectifs';
import { colonnesDuPlanAbsentes } from '../absence';
import type { Constat, Gravite } from '../constat';
import { definirControle } from '../controle';
import { constat, grandeurMontant, nommer } from '../fabrique';
import { nonRecalculees } from '../lecture-cellule';
import { montantConnu, type LecturePlan } from '../lecture-plan';
import type { NonVerifie } from '../non-verifie';
import { enveloppesParLigne } from './enveloppes';

interface Parite {
  readonly departement: number;
  readonly etat: number;
  readonly gravite: Gravite;
}

/** Ecart en euros, au centime : le bruit du calcul binaire n'en est pas un. */
function manqueDe(departement: number, etat: number): number {
  return Math.round((etat - departement) * 100) / 100;
}

/**
 * L'ONDAM est versé aux établissements : sa part n'appelle qu'une alerte. Seules les lignes du FIR
 * ou du programme 304, distinguées, engagent le Département.
 */
function apprecier(plan: LecturePlan, numero: NumeroObjectif): Parite | null {
  const departement = plan.somme(numero, 'departement');
  const etat = plan.somme(numero, 'etat');
  if (departement === null || etat === null || manqueDe(departement, etat) <= TOLERANCE_PARITE) return null;
  const verse = enveloppesParLigne(plan, numero)
    .filter(({ enveloppes }) => enveloppes.every((enveloppe) => ENVELOPPES[enveloppe].verseAuDepartement))
    .reduce((total, { etat: cellule }) => total + (montantConnu(cellule) ?? 0), 0);
  if (manqueDe(departement, verse) > TOLERANCE_PARITE) return { departement, etat: verse, gravite: 'bloquant' };
  return { departement, etat, gravite: 'alerte' };
}

/** Parité impossible à apprécier : un montant n'est pas connu (FIN-07 ou FOR-04 le désigne). */
function nonAppreciee(plan: LecturePlan, numero: NumeroObjectif): readonly NonVerifie[] {
  if (plan.somme(numero, 'etat') === 0) return [];
  const cellules = [...plan.montants(numero, 'departement'), ...plan.montants(numero, 'etat')];
  const inconnue = cellules.find((cellule) => montantConnu(cellule) === null);
  return inconnue ? [{ emplacement: inconnue.emplacement, raison: `${nommer(numero)} : la parité n’a pas pu être vérifiée, le montant de ${inconnue.adresse} n’est pas connu` }] : nonRecalculees(cellules);
}

function suiteDe(numero: NumeroObjectif, { etat, gravite }: Parite): string {
  if (gravite === 'bloquant') return `Porter la part du Département à ${formatMontant(etat)} au moins (la valorisation de moyens existants est admise), ou revoir la part de l’Etat.`;
  return `${objectifDe(numero).enveloppes.length > 1 ? 'Distinguer les lignes ONDAM, et justifier' : 'Justifier'} l’effort du Département au regard de ce qui lui est versé.`;
}

function decrire(plan: LecturePlan, numero: NumeroObjectif, parite: Parite): Constat | null {
  const [cellule] = plan.montants(numero, 'departement');
  if (!cellule) return null;
  const { departement, etat, gravite } = parite;
  const manque = formatMontant(manqueDe(departement, etat));
  const mixte = objectifDe(numero).enveloppes.length > 1;
  const ondam = gravite !== 'alerte' ? '' : mixte
    ? ' Une part relève de l’ONDAM, versé aux établissements et non au Département, ou n’en est pas distinguée.'
    : ' L’ONDAM est versé aux établissements, non au Département.';
  const hors = mixte && gravite === 'bloquant' && plan.somme(numero, 'etat') !== etat ? ' (hors ONDAM)' : '';
  return constat({
    code: 'FIN-01', gravite, source: SOURCE_PARITE.texte,
    emplacement: cellule.emplacement,
    objectif: numero,
    message: `${nommer(numero)} : le Département apporte ${formatMontant(departement)} pour ${formatMontant(etat)} de l’Etat${hors} ; il manque ${manque}.${ondam}`,
    suite: suiteDe(numero, parite),
    attendu: { ...grandeurMontant(etat), texte: `au moins ${formatMontant(etat)}` },
    trouve: grandeurMontant(departement),
    ecart: `il manque ${manque}`,
  });
}

export const FIN_01 = definirControle({
  code: 'FIN-01',
  titre: 'Parité non respectée',
  exigence: 'Pour chaque objectif, la part du Département est au moins égale à ce que l’Etat lui verse.',
  pourquoi: 'Le Département s’engage à consacrer à chaque objectif des financements au moins équivalents à ceux que l’Etat lui verse à ce titre.',
  gravite: 'bloquant',
  graviteVariable: 'alerte pour l’objectif 9, et pour les lignes de l’objectif 24 qui relèvent de l’ONDAM ou n’en sont pas distinguées',
  source: SOURCE_PARITE.texte,
  limites: 'S’apprécie par objectif, jamais par action, à un euro près. Une part vide vaut zéro. Les montants des partenaires n’y entrent pas. Un montant illisible, négatif ou non déterminé relève de FIN-07 : la parité de son objectif n’est pas vérifiée.',
  correction: 'aucune',
  exige: ['plan'],
  controler: ({ plan }) => {
    const absentes = colonnesDuPlanAbsentes(plan, ['departement', 'etat']);
    if (absentes.length > 0) return { constats: [], nonVerifies: absentes };
    return {
      nonVerifies: OBJECTIFS.flatMap(({ numero }) => nonAppreciee(plan, numero)),
      constats: OBJECTIFS.flatMap(({ numero }) => {
        const parite = apprecier(plan, numero);
        const trouve = parite && decrire(plan, numero, parite);
        return trouve ? [trouve] : [];
      }),
    };
  },
});
