/**
 * IND-02 — Les nombres du tableau de bord sont saisis comme des nombres.
 * Source : annexe 6, introduction (« indicateurs et cibles chiffrées ») ; annexe 5.2.
 */
import { isFormatPourcentage, formatNombre, formatTaux } from '../../classeur/nombres';
import type { Correction } from '../constat';
import { definirControle } from '../controle';
import { constatCase, correction, grandeurLue, nommer, nommerMoment } from '../fabrique';
import { tauxSaisi, type Case } from '../lecture-tableau';
import { cases } from './parcours';

const SOURCE = 'annexe 5.2 ; annexe 6, introduction';

const APPROXIMATIONS = {
  fourchette: 'une fourchette, lue à sa borne basse',
  au_moins: 'un minimum, lu à sa borne basse',
  asterisque: 'un nombre accompagné d’une mention (note, unité, réserve), lu sans elle',
} as const;

type NombreEnTexte = Case & { readonly lecture: Extract<Case['lecture'], { nature: 'nombre' }> & { readonly texte: string } };

/** La formule d'un taux qui rend un texte relève de FOR-02. */
function isNombreEnTexte(lue: Case): lue is NombreEnTexte {
  return lue.lecture.nature === 'nombre' && lue.lecture.texte !== null && (lue.formule === null || lue.indicateur.type !== 'taux');
}

/** Le nombre que le texte écrit, tel qu'il se juge et s'écrira. */
function valeurEcrite(lue: NombreEnTexte): number {
  return lue.indicateur.type === 'taux' && isFormatPourcentage(lue.format) ? (tauxSaisi(lue) ?? lue.lecture.nombre) : lue.lecture.nombre;
}

function conversion(lue: NombreEnTexte): Correction | null {
  if (lue.formule !== null) return null;
  const { approximation, ambigu, unite } = lue.lecture;
  // Un taux écrit « 12,5 % » hors format % deviendrait 0,125 à l'écran : cela se décide.
  const affichageChange = unite === '%' && !isFormatPourcentage(lue.format);
  const type = approximation === null && !ambigu && !affichageChange ? 'automatique' : 'proposee';
  return correction(type, lue, { valeur: valeurEcrite(lue) }, 'Remplacer le texte par le nombre qu’il écrit.');
}

function montrer(lue: NombreEnTexte): string {
  const valeur = valeurEcrite(lue);
  return lue.lecture.unite === '%' || isFormatPourcentage(lue.format) ? formatTaux(valeur, 2) : formatNombre(valeur, 4);
}

export const IND_02 = definirControle({
  code: 'IND-02',
  titre: 'Nombre saisi en texte',
  exigence: 'Chaque valeur du tableau de bord est un nombre, et non un texte qui ressemble à un nombre.',
  pourquoi: 'Excel ne calcule pas sur un texte : le taux qui en dépend devient faux ou affiche une erreur.',
  gravite: 'alerte',
  source: SOURCE,
  limites: 'Les montants du plan relèvent de FIN-07. Un texte illisible relève de IND-03.',
  correction: 'automatique ; proposée s’il y avait une fourchette, « au moins », un renvoi de note, ou un doute sur la lecture',
  exige: ['tableau'],
  cede: ['FOR-01'],
  surVierge: true,
  controler: ({ tableau }) => ({
    constats: cases(tableau).filter(isNombreEnTexte).map((lue) => {
      const { approximation, ambigu, unite, texte } = lue.lecture;
      const lu = montrer(lue);
      const quoi = approximation === null ? 'un texte, et non un nombre' : APPROXIMATIONS[approximation];
      return constatCase(lue, {
        code: 'IND-02', gravite: 'alerte', source: SOURCE,
        message: `${nommer(lue.indicateur.objectif)} : « ${texte} », saisi pour « ${lue.indicateur.nom} » (${nommerMoment(lue)}), est ${quoi} ; il est lu ${lu}${ambigu ? ', sous réserve du sens du point ou de la virgule' : ''}.`,
        suite: lue.formule !== null ? 'Corriger la formule : elle rend un texte.' : approximation === null && !ambigu ? 'Remplacer le texte par le nombre.' : 'Vérifier la valeur, puis la saisir comme un nombre.',
        attendu: { valeur: valeurEcrite(lue), unite, texte: lu },
        trouve: grandeurLue(lue),
        correction: conversion(lue),
      });
    }),
  }),
});
