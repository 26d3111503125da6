/**
 * FIN-06 — Les crédits de l'Etat ne paient ni personnel, ni prix de journée, ni l'existant.
 * Source : annexe 4, II.B (FIR) et III.B (programme 304) ; annexe 6, objectifs 6, 11, 12, 13 et 22.
 */
import { ENVELOPPES, chercherEmploisInterdits, SOURCES_EMPLOIS } from '../../referentiel/financement';
import { objectifDe, OBJECTIFS, type Enveloppe, type NumeroObjectif } from '../../referentiel/objectifs';
import { colonnesDuPlanAbsentes } from '../absence';
import { definirControle } from '../controle';
import { constat, grandeurTexte, nommer } from '../fabrique';
import type { LecturePlan } from '../lecture-plan';
import { enveloppesParLigne } from './enveloppes';

const SUITES: Readonly<Record<'P304' | 'FIR', string>> = {
  P304: 'Préciser que les crédits du programme 304 ne financent directement ni ETP ni prix de journée (part du Département, prestation, formation), ou modifier l’action.',
  FIR: 'Préciser que le FIR ne se substitue pas à des financements existants (ETP, actes cotés), ou modifier l’action.',
};

function enveloppesFinanceuses(plan: LecturePlan, numero: NumeroObjectif): readonly Enveloppe[] {
  const { enveloppes } = objectifDe(numero);
  return enveloppes.length === 1 ? enveloppes : [...new Set(enveloppesParLigne(plan, numero).flatMap((ligne) => ligne.enveloppes))];
}

export const FIN_06 = definirControle({
  code: 'FIN-06',
  titre: 'Emploi interdit évoqué',
  exigence: 'Les actions que l’Etat finance n’évoquent pas un emploi que ses crédits excluent.',
  pourquoi: 'Le programme 304 n’a pas vocation à financer directement des ETP ni des prix de journée ; le FIR ne se substitue pas à l’existant.',
  gravite: 'alerte',
  source: 'annexe 4, II.B et III.B ; annexe 6, objectifs 6, 11, 12, 13 et 22',
  limites: 'Un mot n’est qu’un indice : la part du Département peut payer cet emploi. « Sage-femme », « puéricultrice » ou « formation » seuls n’alertent pas. L’ONDAM n’a pas de liste.',
  correction: 'aucune',
  exige: ['plan'],
  controler: ({ plan }) => ({
    nonVerifies: colonnesDuPlanAbsentes(plan, ['etat', 'actions']),
    sansObjet: !OBJECTIFS.some(({ numero }) => plan.etatFinance(numero)),
    constats: OBJECTIFS.filter(({ numero }) => plan.etatFinance(numero)).flatMap(({ numero }) =>
      plan.actions(numero).flatMap(({ cellule, texte }) => {
        const enveloppe = enveloppesFinanceuses(plan, numero).find((source) => chercherEmploisInterdits(texte, source).length > 0);
        if (enveloppe === undefined || enveloppe === 'ONDAM') return [];
        const releves = chercherEmploisInterdits(texte, enveloppe);
        return [constat({
          code: 'FIN-06', gravite: 'alerte', source: SOURCES_EMPLOIS[enveloppe].texte,
          emplacement: cellule.emplacement,
          objectif: numero,
          message: `${nommer(numero)} : l’action financée par l’enveloppe ${ENVELOPPES[enveloppe].nom} évoque ${releves.map(({ terme }) => `« ${terme} »`).join(', ')} (« ${releves[0]!.extrait} »).`,
          suite: SUITES[enveloppe],
          trouve: grandeurTexte(releves[0]!.extrait),
        })];
      }),
    ),
  }),
});
