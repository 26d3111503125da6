/**
 * FOR-04 — Aucune cellule rapprochée n'affiche d'erreur, même quand ses opérandes sont vides.
 * Source : annexe 5.2 et annexe 5.3 (tableaux signés) ; décision du projet sur les formules gardées.
 */
import { cleCause, type Constat } from '../constat';
import { definirControle } from '../controle';
import { constat, grandeurTexte } from '../fabrique';
import type { LectureTableau } from '../lecture-tableau';
import { feuillesAbsentes } from '../structure/feuilles';
import { isErreurPropagee } from './precedents';
import { rapprochees, type Rapprochee } from './rapprochees';
import { formuleProposee, tauxLus, type TauxLu } from './taux-lus';

const SOURCE = 'annexe 5.2 ; annexe 5.3';

const CAUSES: Readonly<Record<string, string>> = {
  '#DIV/0!': 'une division par zéro ou par une cellule vide',
  '#REF!': 'une référence à une cellule supprimée',
  '#NAME?': 'un nom ou une fonction inconnus',
  '#VALUE!': 'un calcul sur un texte',
  '#N/A': 'une valeur introuvable',
  '#NUM!': 'un nombre impossible',
  '#NULL!': 'deux plages sans cellule commune',
};

const EN_FRANCAIS: Readonly<Record<string, string>> = { '#NAME?': '#NOM?', '#VALUE!': '#VALEUR!', '#NUM!': '#NOMBRE!', '#NULL!': '#NUL!' };

/** Une formule fausse est désignée par FOR-02, un opérande illisible par lui-même. */
function isDitAilleurs({ service, feuille, cellule }: Rapprochee, taux: TauxLu | undefined): boolean {
  const { identification } = taux ?? {};
  if (identification?.nature === 'constante_cachee') return true;
  if (identification?.nature === 'faux' && identification.cause !== 'erreur') return true;
  return cellule.formule !== null && isErreurPropagee(service, feuille, cellule.formule);
}

function decrire(rapprochee: Rapprochee, erreur: string, tableau: LectureTableau | null, taux: TauxLu | undefined): Constat {
  const { cellule, objectif, indicateur, annee } = rapprochee;
  const montre = EN_FRANCAIS[erreur] ?? erreur;
  const cause = CAUSES[erreur];
  const correction = taux && tableau ? formuleProposee(tableau, taux, 'automatique', 'Écrire la formule gardée, qui reste vide tant que ses opérandes le sont.') : null;
  return constat({
    code: 'FOR-04', gravite: 'bloquant', source: SOURCE,
    emplacement: cellule.emplacement,
    objectif, indicateur, annee,
    message: `${rapprochee.nommer()} affiche l’erreur ${montre}${cause === undefined ? '' : ` (${cause})`}.`,
    suite: correction ? 'Remplacer la formule par sa forme gardée.' : 'Corriger la formule, ou saisir la valeur.',
    trouve: grandeurTexte(montre),
    correction,
  });
}

export const FOR_04 = definirControle({
  code: 'FOR-04',
  titre: 'Cellule en erreur',
  exigence: 'Aucune valeur, aucun montant, aucun total rapproché n’affiche d’erreur, même tant que ses opérandes sont vides.',
  pourquoi: 'Une erreur affichée dans un document signé masque la donnée, et se propage aux calculs qui la lisent.',
  gravite: 'bloquant',
  source: SOURCE,
  limites: 'Une erreur qui vient d’un texte, d’un « non déterminé » ou d’une autre erreur n’est pas redite. Une formule fausse relève de FOR-02.',
  correction: 'automatique pour un taux : la formule gardée',
  exige: ['feuilles'],
  cede: ['FIN-07'],
  surVierge: true,
  controler: ({ feuilles }) => {
    const taux = feuilles.tableau ? tauxLus(feuilles.tableau) : [];
    return {
      nonVerifies: feuillesAbsentes(feuilles),
      constats: rapprochees(feuilles).flatMap((rapprochee) => {
        const { lecture, emplacement } = rapprochee.cellule;
        if (lecture.nature !== 'erreur') return [];
        const lu = taux.find(({ lue }) => cleCause(lue.emplacement) === cleCause(emplacement));
        return isDitAilleurs(rapprochee, lu) ? [] : [decrire(rapprochee, lecture.code, feuilles.tableau, lu)];
      }),
    };
  },
});
