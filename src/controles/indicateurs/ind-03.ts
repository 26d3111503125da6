/**
 * IND-03 — Les valeurs saisies sont possibles : positives, entières pour un effectif, au plus 100 %
 * pour un taux, et lisibles.
 * Source : annexe 5.2 (effectifs, parts, délais).
 */
import { formatNombre } from '../../classeur/nombres';
import type { Gravite } from '../constat';
import { definirControle } from '../controle';
import { constatCase, grandeurLue, nommer, nommerMoment } from '../fabrique';
import { nombreLu } from '../lecture-cellule';
import type { Case, LectureTableau } from '../lecture-tableau';
import { cases } from './parcours';

const SOURCE = 'annexe 5.2';
/** Au-delà de cette part décimale, un effectif n'est pas entier (bruit du calcul binaire exclu). */
const TOLERANCE_ENTIER = 1e-6;

interface Impossible {
  readonly gravite: Gravite;
  readonly quoi: string;
  readonly suite: string;
}

const bloquant = (quoi: string, suite: string): Impossible => ({ gravite: 'bloquant', quoi, suite });

function isEntier(nombre: number): boolean {
  return Math.abs(nombre - Math.round(nombre)) <= TOLERANCE_ENTIER * Math.max(1, Math.abs(nombre));
}

/** Les visites de TISF se comptent parfois en heures (annexe 6, objectif 12) : elles peuvent être décimales. */
function admetDecimales({ indicateur }: Case, tableau: LectureTableau): boolean {
  if (indicateur.type === 'delai' || indicateur.type === 'taux') return true;
  return indicateur.code === 'o12-visites' && /heure/i.test(tableau.ligne(indicateur.code)?.libelle.texte ?? '');
}

function jugerNombre(lue: Case, nombre: number, tableau: LectureTableau): Impossible | null {
  if (nombre < 0) return bloquant('est négatif', 'Corriger la valeur : un décompte ne peut pas être négatif.');
  if (lue.indicateur.type === 'taux') {
    return (tableau.valeur(lue.indicateur.code, lue.moment) ?? 0) > 1 + 1e-9
      ? bloquant('dépasse 100 %', 'Corriger le taux, ou saisir ses opérandes et laisser la formule le calculer.')
      : null;
  }
  if (isEntier(nombre) || admetDecimales(lue, tableau)) return null;
  if (lue.formule !== null && lue.moment.bloc === 'cible') {
    return { gravite: 'alerte', quoi: 'n’est pas un nombre entier (il est calculé par une formule)', suite: 'Arrondir la cible à l’entier : elle compte des personnes, des visites ou des places.' };
  }
  return bloquant('n’est pas un nombre entier', 'Corriger la valeur : elle compte des personnes, des visites ou des places.');
}

function juger(lue: Case, tableau: LectureTableau): Impossible | null {
  if (lue.lecture.nature === 'illisible') {
    return bloquant('n’est pas une valeur lisible', 'Remplacer le texte par un nombre ; si la donnée manque, écrire ND.');
  }
  const nombre = nombreLu(lue);
  return nombre === null ? null : jugerNombre(lue, nombre, tableau);
}

export const IND_03 = definirControle({
  code: 'IND-03',
  titre: 'Valeurs possibles',
  exigence: 'Une valeur est lisible et positive ; un effectif est entier ; un taux ne dépasse pas 100 %.',
  pourquoi: 'Une valeur impossible fausse les taux et ne peut pas être signée.',
  gravite: 'bloquant',
  graviteVariable: 'alerte pour un effectif non entier calculé par une formule de cible',
  source: SOURCE,
  limites: 'Un délai peut être décimal. Un taux dont les opérandes sont là se juge sur eux.',
  correction: 'aucune',
  exige: ['tableau'],
  cede: ['IND-04', 'FOR-01', 'FOR-02', 'FOR-04'],
  surVierge: true,
  controler: ({ tableau }) => ({
    constats: cases(tableau).flatMap((lue) => {
      const impossible = juger(lue, tableau);
      if (!impossible) return [];
      const trouve = grandeurLue(lue);
      const nombre = nombreLu(lue);
      const valeur = trouve?.texte ?? (nombre === null ? '' : formatNombre(nombre));
      return [constatCase(lue, {
        code: 'IND-03', gravite: impossible.gravite, source: SOURCE,
        message: `${nommer(lue.indicateur.objectif)} : « ${valeur} », saisi pour « ${lue.indicateur.nom} » (${nommerMoment(lue)}), ${impossible.quoi}.`,
        suite: impossible.suite,
        trouve,
      })];
    }),
  }),
});
