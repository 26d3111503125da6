/**
 * FOR-02 — La formule d'un taux calcule numérateur / dénominateur.
 * Source : annexe 5.2 ; annexe 6, objectif 6, note 3 (IP évaluées en moins de trois mois / IP évaluées).
 */
import { indicateurDe } from '../../referentiel/indicateurs';
import { tauxDe } from '../../referentiel/taux';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constatCase, grandeurTaux, grandeurTexte, nommer, nommerMoment } from '../fabrique';
import type { LectureTableau } from '../lecture-tableau';
import { formuleProposee, rapportAttendu, tauxLus, type TauxLu } from './taux-lus';

const SOURCE = 'annexe 5.2 ; annexe 6, objectif 6, note 3';

/** Ce que la formule calcule à tort, en français ; `null` si elle est juste. */
function erreurDe({ identification }: TauxLu): string | null {
  if (identification.nature === 'constante_cachee') return identification.description;
  // Une formule en erreur l'affiche : c'est FOR-04 qui la désigne.
  return identification.nature === 'faux' && identification.cause !== 'erreur' ? identification.description : null;
}

function decrire(tableau: LectureTableau, lu: TauxLu, description: string): Constat {
  const { lue, code } = lu;
  const definition = tauxDe(code)!;
  const attendu = `${indicateurDe(definition.numerateurs[0]).nom} ÷ ${indicateurDe(definition.denominateur).nom}`;
  const rapport = rapportAttendu(tableau, lu);
  return constatCase(lue, {
    code: 'FOR-02', gravite: 'bloquant', source: definition.source.texte,
    message: `${nommer(lue.indicateur.objectif)} : la formule de « ${lue.indicateur.nom} » (${nommerMoment(lue)}) ${description}.`,
    suite: `Corriger la formule : ${attendu}.`,
    attendu: rapport === null ? grandeurTexte(attendu) : grandeurTaux(rapport),
    trouve: lue.formule === null ? null : grandeurTexte(lue.formule),
    correction: formuleProposee(tableau, lu, 'proposee', 'Écrire la formule du taux.'),
  });
}

export const FOR_02 = definirControle({
  code: 'FOR-02',
  titre: 'Formule de taux inexacte',
  exigence: 'La formule d’un taux calcule le rapport que définit l’annexe 5.2, quelle que soit son écriture.',
  pourquoi: 'Une formule fausse donne un taux faux dans un contrat signé, et personne ne relit les formules.',
  gravite: 'bloquant',
  source: SOURCE,
  limites: 'Toute écriture équivalente est admise (garde, arrondi, ordre, SOMME d’une cellule…), et les deux sources du numérateur de l’objectif 1.',
  correction: 'proposée : la formule gardée, dans le style dominant du classeur',
  exige: ['tableau'],
  cede: ['STR-03'],
  surVierge: true,
  controler: ({ tableau }) => {
    const taux = tauxLus(tableau);
    return {
      sansObjet: taux.every(({ identification }) => identification.nature === 'vide' || identification.nature === 'constante'),
      constats: taux.flatMap((lu) => {
        const description = erreurDe(lu);
        return description === null ? [] : [decrire(tableau, lu, description)];
      }),
      nonVerifies: taux.flatMap(({ lue, operandes, identification }) =>
        identification.nature === 'non_evaluable' && operandes !== null
          ? [{ emplacement: lue.emplacement, raison: `la formule de « ${lue.indicateur.nom} » (${lue.adresse}) n’a pas pu être évaluée : ${identification.raison}` }]
          : [],
      ),
    };
  },
});
