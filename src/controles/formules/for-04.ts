/**
 * FOR-04 — Aucune cellule rapprochée n'affiche d'erreur, même quand ses opérandes sont vides.
 * Source : annexe 5.2 et annexe 5.3 (tableaux signés) ; décision du projet sur les formules gardées.
 */
import { proposerTotal } from '../../formules/style-totaux';
import { feuillesAbsentes } from '../absence';
import { cleCause, type Constat, type Correction } from '../constat';
import { definirControle } from '../controle';
import type { FeuillesLues } from '../entrees';
import { constat, correction, grandeurTexte } from '../fabrique';
import { totauxDuPlan } from '../financement/totaux-lus';
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

/** La formule d'un taux ou d'un total se déduit des annexes ; celle d'une autre valeur, non. */
function corriger({ cellule }: Rapprochee, { tableau, plan }: FeuillesLues, taux: TauxLu | undefined): Correction | null {
  if (taux && tableau) return formuleProposee(tableau, taux, 'automatique', 'Écrire la formule gardée, qui reste vide tant que ses opérandes le sont.');
  const lu = plan && totauxDuPlan(plan).find((total) => cleCause(total.cellule.emplacement) === cleCause(cellule.emplacement));
  const formule = plan && lu ? proposerTotal({ plan: plan.plan, service: plan.service, total: lu.total }) : null;
  return formule === null ? null : correction('automatique', cellule, { formule }, 'Calculer le total depuis les montants de ses lignes.');
}

function decrire(rapprochee: Rapprochee, erreur: string, feuilles: FeuillesLues, taux: TauxLu | undefined): Constat {
  const { cellule, objectif, indicateur, annee } = rapprochee;
  const montre = EN_FRANCAIS[erreur] ?? erreur;
  const cause = CAUSES[erreur];
  const proposee = corriger(rapprochee, feuilles, taux);
  return constat({
    code: 'FOR-04', gravite: 'bloquant', source: SOURCE,
    emplacement: cellule.emplacement,
    objectif, indicateur, annee,
    message: `${rapprochee.nommer()} affiche l’erreur ${montre}${cause === undefined ? '' : ` (${cause})`}.`,
    suite: proposee ? 'Remplacer la formule par celle que le contrôle propose.' : 'Corriger la formule, ou saisir la valeur.',
    trouve: grandeurTexte(montre),
    correction: proposee,
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
  correction: 'automatique pour un taux (la formule gardée) et pour un total (la somme de ses lignes)',
  exige: ['feuilles', 'dossier'],
  cede: ['FIN-07'],
  surVierge: true,
  controler: ({ feuilles, dossier }) => {
    const taux = feuilles.tableau ? tauxLus(feuilles.tableau) : [];
    return {
      nonVerifies: feuillesAbsentes(dossier),
      constats: rapprochees(feuilles).flatMap((rapprochee) => {
        const { lecture, emplacement } = rapprochee.cellule;
        if (lecture.nature !== 'erreur') return [];
        const lu = taux.find(({ lue }) => cleCause(lue.emplacement) === cleCause(emplacement));
        return isDitAilleurs(rapprochee, lu) ? [] : [decrire(rapprochee, lecture.code, feuilles, lu)];
      }),
    };
  },
});
