/**
 * FIN-07 — Les montants du plan sont des nombres, en euros.
 * Source : annexe 5.3 (financements prévus) ; contrat-type, article 2.2.1 (montants en euros).
 */
import { formatMontant, isFormatPourcentage } from '../../classeur/nombres';
import { colonnesDuPlanAbsentes } from '../absence';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { abreger, constat, correction, grandeurLue, grandeurMontant, nommer } from '../fabrique';
import { nonRecalculees, type CelluleLue } from '../lecture-cellule';
import { isSansMontant, montantConnu } from '../lecture-plan';
import type { Retenus } from '../retenus';
import { montantsDuPlan, type MontantDuPlan } from './montants';

const SOURCE = 'annexe 5.3 ; contrat-type, article 2.2.1';

interface Defaut {
  readonly gravite: 'bloquant' | 'alerte';
  readonly quoi: string;
  readonly suite: string;
}

const ILLISIBLE: Defaut = { gravite: 'bloquant', quoi: 'n’est pas un montant lisible', suite: 'Remplacer le texte par un montant en euros.' };

const NON_DETERMINE: Defaut = { gravite: 'alerte', quoi: 'n’est pas déterminé', suite: 'Saisir le montant en euros, ou 0 s’il est nul : d’ici là, la parité et le total de l’objectif ne sont pas vérifiables.' };

function defautDe({ cellule, objectif, isTotal }: MontantDuPlan, retenus: Retenus): Defaut | null {
  const { lecture, formule } = cellule;
  if (isSansMontant(cellule)) return null;
  if (lecture.nature === 'illisible') return ILLISIBLE;
  if (lecture.nature === 'non_determine') return objectif === null || retenus.has(objectif) ? NON_DETERMINE : null;
  if (lecture.nature !== 'nombre') return null;
  // Un total calculé négatif ne fait que répéter le montant qui l'est.
  if (lecture.nombre < 0) return isTotal && formule !== null ? null : { gravite: 'bloquant', quoi: 'est négatif', suite: 'Corriger le montant : un financement prévu ne peut pas être négatif.' };
  if (lecture.texte === null) return uniteDouteuse(cellule);
  if (lecture.unite === '%') return ILLISIBLE;
  const lu = formatMontant(lecture.nombre);
  if (formule !== null) return { gravite: 'alerte', quoi: `est le texte que rend une formule, lu ${lu}`, suite: 'Corriger la formule, pour qu’elle rende un nombre en euros : Excel n’additionne pas un texte.' };
  return { gravite: 'alerte', quoi: `est un texte, lu ${lu}`, suite: 'Remplacer le texte par le nombre, en euros : Excel ne l’additionne pas.' };
}

/** Un nombre que son format affiche dans une autre unité que l'euro. */
function uniteDouteuse({ lecture, format }: CelluleLue): Defaut | null {
  if (lecture.nature !== 'nombre' || lecture.nombre === 0) return null;
  const affichage = isFormatPourcentage(format) ? 'en pourcentage' : lecture.ambigu ? `en ${lecture.unite ?? 'milliers'}` : null;
  return affichage === null ? null : { gravite: 'alerte', quoi: `est affiché ${affichage}, et lu ${formatMontant(lecture.nombre)}`, suite: 'Écrire le montant en euros, dans un format en euros.' };
}

function conversion(cellule: CelluleLue) {
  const { lecture } = cellule;
  if (lecture.nature !== 'nombre' || lecture.texte === null || lecture.nombre < 0 || lecture.unite === '%' || cellule.formule !== null) return null;
  const type = lecture.approximation === null && !lecture.ambigu ? 'automatique' : 'proposee';
  return correction(type, cellule, { valeur: lecture.nombre }, 'Remplacer le texte par le montant en euros qu’il écrit.');
}

function verifier(montant: MontantDuPlan, retenus: Retenus): Constat | null {
  const { cellule, objectif, role } = montant;
  const defaut = defautDe(montant, retenus);
  if (!defaut) return null;
  const trouve = grandeurLue(cellule);
  const attendu = montantConnu(cellule);
  return constat({
    code: 'FIN-07', gravite: defaut.gravite, source: SOURCE,
    emplacement: cellule.emplacement,
    objectif,
    message: `${objectif === null ? 'Plan d’action' : nommer(objectif)} : le montant « ${abreger(trouve?.texte ?? '')} » (${abreger(role)}) ${defaut.quoi}.`,
    suite: defaut.suite,
    attendu: cellule.lecture.nature === 'nombre' && attendu !== null ? grandeurMontant(attendu) : null,
    trouve,
    correction: conversion(cellule),
  });
}

export const FIN_07 = definirControle({
  code: 'FIN-07',
  titre: 'Montant à corriger',
  exigence: 'Chaque montant du plan est un nombre positif, en euros.',
  pourquoi: 'Excel n’additionne pas un texte : le total et la parité en sont faussés.',
  gravite: 'alerte',
  graviteVariable: 'bloquant pour un montant illisible ou négatif',
  peutBloquer: true,
  source: SOURCE,
  limites: 'Un montant vide, « - » ou « néant » vaut zéro et n’est pas signalé ; un montant non déterminé ne l’est que pour un objectif retenu.',
  correction: 'automatique si le texte se lit sans ambiguïté (« 65 000 € », « 65 k€ »), proposée sinon',
  exige: ['plan', 'retenus'],
  controler: ({ plan, retenus }) => {
    const montants = montantsDuPlan(plan);
    return {
      constats: montants.map((montant) => verifier(montant, retenus)).filter((trouve) => trouve !== null),
      nonVerifies: [...colonnesDuPlanAbsentes(plan, ['departement', 'etat']), ...nonRecalculees(montants.filter(({ isTotal }) => !isTotal).map(({ cellule }) => cellule))],
      sansObjet: montants.every(({ cellule }) => isSansMontant(cellule)),
    };
  },
});
