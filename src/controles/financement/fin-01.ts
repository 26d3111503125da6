/**
 * FIN-01 — Parité : pour chaque objectif, le Département apporte au moins ce que l'Etat lui verse.
 * Source : contrat-type, article 2.2.2 ; annexe 4, I (appréciée « à l'échelle de chaque objectif »).
 */
import { formatMontant } from '../../classeur/nombres';
import { ENVELOPPES, SOURCE_PARITE, TOLERANCE_PARITE } from '../../referentiel/financement';
import { OBJECTIFS, type NumeroObjectif } from '../../referentiel/objectifs';
import type { Constat, Gravite } from '../constat';
import { definirControle } from '../controle';
import { constat, grandeurMontant, nommer } from '../fabrique';
import { nombreLu } from '../lecture-cellule';
import type { LecturePlan } from '../lecture-plan';
import { enveloppesParLigne } from './enveloppes';

interface Parite {
  readonly departement: number;
  readonly etat: number;
  readonly gravite: Gravite;
}

/**
 * L'ONDAM est versé aux établissements : sa part n'appelle qu'une alerte. Seules les lignes du FIR
 * ou du programme 304, distinguées, engagent le Département.
 */
function apprecier(plan: LecturePlan, numero: NumeroObjectif): Parite | null {
  const departement = plan.somme(numero, 'departement');
  const etat = plan.somme(numero, 'etat');
  if (departement === null || etat === null || etat - departement <= TOLERANCE_PARITE) return null;
  const verse = enveloppesParLigne(plan, numero)
    .filter(({ enveloppes }) => enveloppes.every((enveloppe) => ENVELOPPES[enveloppe].verseAuDepartement))
    .reduce((total, { etat: cellule }) => total + (nombreLu(cellule) ?? 0), 0);
  if (verse - departement > TOLERANCE_PARITE) return { departement, etat: verse, gravite: 'bloquant' };
  return { departement, etat, gravite: 'alerte' };
}

function decrire(plan: LecturePlan, numero: NumeroObjectif, { departement, etat, gravite }: Parite): Constat | null {
  const [cellule] = plan.montants(numero, 'departement');
  if (!cellule) return null;
  const manque = formatMontant(etat - departement);
  const ondam = gravite === 'alerte' ? ' Une part relève de l’ONDAM, versé aux établissements et non au Département, ou n’en est pas distinguée.' : '';
  return constat({
    code: 'FIN-01', gravite, source: SOURCE_PARITE.texte,
    emplacement: cellule.emplacement,
    objectif: numero,
    message: `${nommer(numero)} : le Département apporte ${formatMontant(departement)} pour ${formatMontant(etat)} de l’Etat ; il manque ${manque}.${ondam}`,
    suite: gravite === 'bloquant'
      ? `Porter la part du Département à ${formatMontant(etat)} au moins (la valorisation de moyens existants est admise), ou revoir la part de l’Etat.`
      : 'Distinguer les lignes ONDAM, et justifier l’effort du Département au regard de ce qui lui est versé.',
    attendu: { ...grandeurMontant(etat), texte: `au moins ${formatMontant(etat)}` },
    trouve: grandeurMontant(departement),
    ecart: `il manque ${manque}`,
  });
}

export const FIN_01 = definirControle({
  code: 'FIN-01',
  titre: 'Parité des cofinancements',
  exigence: 'Pour chaque objectif, la part du Département est au moins égale à ce que l’Etat lui verse.',
  pourquoi: 'Le Département s’engage à consacrer à chaque objectif des financements au moins équivalents à ceux que l’Etat lui verse à ce titre.',
  gravite: 'bloquant',
  graviteVariable: 'alerte pour l’objectif 9, et pour les lignes de l’objectif 24 qui relèvent de l’ONDAM ou n’en sont pas distinguées',
  source: SOURCE_PARITE.texte,
  limites: 'S’apprécie par objectif, jamais par action, à un euro près. Une part vide vaut zéro. Les montants des partenaires n’y entrent pas. Un montant illisible relève de FIN-07.',
  correction: 'aucune',
  exige: ['plan'],
  cede: ['FIN-07', 'FOR-04'],
  controler: ({ plan }) => {
    const { departement, etat } = plan.plan.colonnes;
    if (departement === null || etat === null) {
      return { constats: [], nonVerifies: [{ emplacement: null, raison: `la colonne « ${departement === null ? 'Département' : 'Etat'} » est introuvable au plan d’action` }] };
    }
    return {
      constats: OBJECTIFS.flatMap(({ numero }) => {
        const parite = apprecier(plan, numero);
        const trouve = parite && decrire(plan, numero, parite);
        return trouve ? [trouve] : [];
      }),
    };
  },
});
