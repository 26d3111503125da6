/**
 * FIN-08 — La modalité de financement dit quelle enveloppe paie.
 * Source : annexe 5.3 (modalités de financement Etat) ; annexe 4, I.
 */
import { OBJECTIFS } from '../../referentiel/objectifs';
import { colonnesDuPlanAbsentes } from '../absence';
import { definirControle } from '../controle';
import { abreger, constat, correction, grandeurTexte, nommer } from '../fabrique';
import { modaliteOfficielle } from './modalites';

const SOURCE = 'annexe 5.3 ; annexe 4, I';

export const FIN_08 = definirControle({
  code: 'FIN-08',
  titre: 'Modalité de financement à préciser',
  exigence: 'Quand l’Etat finance un objectif, sa modalité nomme l’enveloppe : FIR, ONDAM ou programme 304.',
  pourquoi: '« ARS » peut désigner le FIR comme l’ONDAM, qui n’ont ni les mêmes règles ni le même bénéficiaire.',
  gravite: 'alerte',
  source: SOURCE,
  limites: 'La modalité de l’objectif 17, vide dans le modèle, est admise vide tant que l’Etat n’y met rien.',
  correction: 'proposée : la source officielle de l’objectif',
  exige: ['plan'],
  controler: ({ plan }) => {
    const nonVerifies = colonnesDuPlanAbsentes(plan, ['etat', 'modalites']);
    if (nonVerifies.length > 0) return { constats: [], nonVerifies };
    const finances = OBJECTIFS.filter(({ numero }) => plan.etatFinance(numero));
    return {
      sansObjet: finances.length === 0,
      constats: finances.flatMap(({ numero }) => {
        const modalites = plan.modalites(numero);
        if (modalites.length === 0 || modalites.some(({ lue }) => lue.enveloppes.length > 0)) return [];
        const { cellule, texte } = modalites.find((modalite) => modalite.texte !== '') ?? modalites[0]!;
        const officielle = modaliteOfficielle(numero);
        return [constat({
          code: 'FIN-08', gravite: 'alerte', source: SOURCE,
          emplacement: cellule.emplacement,
          objectif: numero,
          message: texte === ''
            ? `${nommer(numero)} : l’Etat finance cet objectif, et la modalité de financement est vide.`
            : `${nommer(numero)} : la modalité « ${abreger(texte)} » ne dit pas quelle enveloppe de l’Etat finance cet objectif.`,
          suite: `Écrire l’enveloppe qui finance l’objectif (« ${officielle} »).`,
          attendu: grandeurTexte(officielle),
          trouve: texte === '' ? null : grandeurTexte(texte),
          correction: correction('proposee', cellule, { valeur: officielle }, 'Écrire la source officielle de l’objectif.'),
        })];
      }),
    };
  },
});
