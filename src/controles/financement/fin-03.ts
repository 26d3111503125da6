/**
 * FIN-03 — La source de financement citée est admise pour l'objectif.
 * Source : annexe 4, I (FIR : 1 à 5 et 13 ; ONDAM : 9 et 24 ; programme 304 : 6 à 8, 10 à 12, 14 à 26).
 */
import { OBJECTIFS } from '../../referentiel/objectifs';
import { colonnesDuPlanAbsentes } from '../absence';
import { definirControle } from '../controle';
import { abreger, constat, correction, grandeurTexte, nommer } from '../fabrique';
import { citerEnveloppes, modaliteOfficielle, releveDe } from './modalites';

const SOURCE = 'annexe 4, I ; annexe 5.3';

export const FIN_03 = definirControle({
  code: 'FIN-03',
  titre: 'Source de financement non admise',
  exigence: 'Quand l’Etat finance un objectif, la source citée est une de celles que l’annexe 4 lui réserve.',
  pourquoi: 'Chaque enveloppe est réservée à des objectifs : une source inexacte ne pourra pas être engagée.',
  gravite: 'bloquant',
  source: SOURCE,
  limites: 'CAF, CPAM, MSA, DSID et programme 177 ne sont pas des sources du contrat : ils sont ignorés. Une modalité vide ou imprécise relève de FIN-08.',
  correction: 'proposée : la source officielle de l’objectif',
  exige: ['plan'],
  controler: ({ plan }) => {
    const nonVerifies = colonnesDuPlanAbsentes(plan, ['etat', 'modalites']);
    if (nonVerifies.length > 0) return { constats: [], nonVerifies };
    const finances = OBJECTIFS.filter(({ numero }) => plan.etatFinance(numero));
    return {
      sansObjet: finances.length === 0,
      constats: finances.flatMap(({ numero, enveloppes }) =>
        plan.modalites(numero).flatMap(({ cellule, lue, texte }) => {
          const interdites = lue.enveloppes.filter((enveloppe) => !enveloppes.includes(enveloppe));
          if (interdites.length === 0) return [];
          const officielle = modaliteOfficielle(numero);
          return [constat({
            code: 'FIN-03', gravite: 'bloquant', source: SOURCE,
            emplacement: cellule.emplacement,
            objectif: numero,
            message: `${nommer(numero)} : la modalité « ${abreger(texte)} » cite ${citerEnveloppes(interdites)}, alors que cet objectif relève ${releveDe(enveloppes)}.`,
            suite: `Corriger la source (« ${officielle} »), ou rattacher l’action à un objectif que cette enveloppe finance.`,
            attendu: grandeurTexte(officielle),
            trouve: grandeurTexte(texte),
            correction: correction('proposee', cellule, { valeur: officielle }, 'Écrire la source officielle de l’objectif.'),
          })];
        }),
      ),
    };
  },
});
