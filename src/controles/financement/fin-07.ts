/**
 * FIN-07 — Les montants du plan sont des nombres, en euros.
 * Source : annexe 5.3 (financements prévus) ; contrat-type, article 2.2.1 (montants en euros).
 */
import { formatMontant } from '../../classeur/nombres';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constat, correction, grandeurLue, grandeurMontant, nommer } from '../fabrique';
import type { CelluleLue } from '../lecture-cellule';
import type { LecturePlan } from '../lecture-plan';
import { montantsDuPlan, type MontantDuPlan } from './montants';

const SOURCE = 'annexe 5.3 ; contrat-type, article 2.2.1';

interface Defaut {
  readonly gravite: 'bloquant' | 'alerte';
  readonly quoi: string;
  readonly suite: string;
}

function defautDe({ lecture, formule }: CelluleLue): Defaut | null {
  if (lecture.nature === 'illisible') return { gravite: 'bloquant', quoi: 'n’est pas un montant lisible', suite: 'Remplacer le texte par un montant en euros.' };
  if (lecture.nature === 'non_determine') return { gravite: 'alerte', quoi: 'n’est pas déterminé', suite: 'Saisir le montant en euros, ou 0 s’il est nul : d’ici là, il compte pour zéro.' };
  if (lecture.nature !== 'nombre') return null;
  if (lecture.nombre < 0) return { gravite: 'bloquant', quoi: 'est négatif', suite: 'Corriger le montant : un financement prévu ne peut pas être négatif.' };
  if (lecture.texte === null || formule !== null) return null;
  return { gravite: 'alerte', quoi: `est un texte, lu ${formatMontant(lecture.nombre)}`, suite: 'Remplacer le texte par le nombre, en euros : Excel ne l’additionne pas.' };
}

function conversion(cellule: CelluleLue) {
  const { lecture } = cellule;
  if (lecture.nature !== 'nombre' || lecture.texte === null || lecture.nombre < 0 || cellule.formule !== null) return null;
  const type = lecture.approximation === null && !lecture.ambigu && lecture.unite !== '%' ? 'automatique' : 'proposee';
  return correction(type, cellule, { valeur: lecture.nombre }, 'Remplacer le texte par le montant en euros qu’il écrit.');
}

function verifier({ cellule, objectif, role }: MontantDuPlan): Constat | null {
  const defaut = defautDe(cellule);
  if (!defaut) return null;
  const trouve = grandeurLue(cellule);
  const { lecture } = cellule;
  return constat({
    code: 'FIN-07', gravite: defaut.gravite, source: SOURCE,
    emplacement: cellule.emplacement,
    objectif,
    message: `${objectif === null ? 'Plan d’action' : nommer(objectif)} : le montant « ${trouve?.texte ?? ''} » (${role}) ${defaut.quoi}.`,
    suite: defaut.suite,
    attendu: lecture.nature === 'nombre' && lecture.nombre >= 0 ? grandeurMontant(lecture.nombre) : null,
    trouve,
    correction: conversion(cellule),
  });
}

function verifierPlan(plan: LecturePlan): readonly Constat[] {
  return montantsDuPlan(plan).map(verifier).filter((trouve) => trouve !== null);
}

export const FIN_07 = definirControle({
  code: 'FIN-07',
  titre: 'Montants en nombres',
  exigence: 'Chaque montant du plan est un nombre positif, en euros.',
  pourquoi: 'Excel n’additionne pas un texte : le total et la parité en sont faussés.',
  gravite: 'alerte',
  graviteVariable: 'bloquant pour un montant illisible ou négatif',
  source: SOURCE,
  limites: 'Un montant vide vaut zéro et n’est pas signalé.',
  correction: 'automatique si le texte se lit sans ambiguïté (« 65 000 € », « 65 k€ »), proposée sinon',
  exige: ['plan'],
  surVierge: true,
  controler: ({ plan }) => ({ constats: verifierPlan(plan), sansObjet: montantsDuPlan(plan).every(({ cellule }) => cellule.lecture.nature === 'vide') }),
});
