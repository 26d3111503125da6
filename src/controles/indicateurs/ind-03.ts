/**
 * IND-03 — Les valeurs saisies sont possibles : positives, entières pour un effectif, au plus 100 %
 * pour un taux, et lisibles.
 * Source : annexe 5.2 (effectifs, parts, délais).
 */
import { indicateurDe } from '../../referentiel/indicateurs';
import type { Grandeur, Gravite } from '../constat';
import { definirControle } from '../controle';
import { abreger, constatCase, grandeurLue, grandeurTaux, nommer, nommerMoment } from '../fabrique';
import { nombreLu, nonRecalculees } from '../lecture-cellule';
import { tauxSaisi, type Case, type LectureTableau } from '../lecture-tableau';
import { cases } from './parcours';

const SOURCE = 'annexe 5.2';
/** Au-delà de cette part décimale, un effectif n'est pas entier (bruit du calcul binaire exclu). */
const TOLERANCE_ENTIER = 1e-6;
const EPSILON = 1e-9;

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

/** Taux saisi, ou rapport d'opérandes possibles : un opérande impossible est désigné lui-même. */
function jugerTaux(lue: Case, tableau: LectureTableau): Impossible | null {
  const saisi = tableau.valeur(lue.indicateur.code, lue.moment) ?? (lue.formule === null && !aSesOperandes(lue, tableau) ? tauxSaisi(lue) : null);
  if (saisi === null) return null;
  if (saisi < 0) return bloquant('est négatif', 'Corriger le taux, ou saisir ses opérandes et laisser la formule le calculer.');
  return saisi > 1 + EPSILON ? bloquant('dépasse 100 %', 'Corriger le taux, ou saisir ses opérandes et laisser la formule le calculer.') : null;
}

function aSesOperandes({ indicateur, moment }: Case, tableau: LectureTableau): boolean {
  const operandes = tableau.operandes(indicateur.code, moment);
  return operandes !== null && nombreLu(operandes.numerateur) !== null && (nombreLu(operandes.denominateur) ?? 0) !== 0;
}

function jugerNombre(lue: Case, nombre: number, tableau: LectureTableau): Impossible | null {
  if (lue.indicateur.type === 'taux') return jugerTaux(lue, tableau);
  if (nombre < 0) return bloquant('est négatif', 'Corriger la valeur : un décompte ou un délai ne peut pas être négatif.');
  if (isEntier(nombre) || admetDecimales(lue, tableau)) return null;
  if (lue.formule !== null && lue.moment.bloc === 'cible') {
    return { gravite: 'alerte', quoi: 'n’est pas un nombre entier (il est calculé par une formule)', suite: 'Arrondir la cible à l’entier : elle compte des personnes, des visites ou des places.' };
  }
  return bloquant('n’est pas un nombre entier', 'Corriger la valeur : elle compte des personnes, des visites ou des places.');
}

/** Un taux calculé se montre tel qu'il se juge : le rapport de ses opérandes. */
function grandeurJugee(lue: Case, tableau: LectureTableau): Grandeur | null {
  const rapport = lue.indicateur.type === 'taux' && lue.formule !== null ? tableau.valeur(lue.indicateur.code, lue.moment) : null;
  return rapport === null ? grandeurLue(lue) : grandeurTaux(rapport);
}

function juger(lue: Case, tableau: LectureTableau): Impossible | null {
  if (lue.lecture.nature === 'illisible') {
    const nombre = lue.indicateur.type === 'delai' ? 'un nombre de jours' : 'un nombre';
    return bloquant('n’est pas une valeur lisible', `Remplacer le texte par ${nombre} ; si la donnée manque encore, écrire ND.`);
  }
  const nombre = nombreLu(lue);
  return nombre === null ? null : jugerNombre(lue, nombre, tableau);
}

export const IND_03 = definirControle({
  code: 'IND-03',
  titre: 'Valeur impossible',
  exigence: 'Une valeur est lisible et positive ; un effectif est entier ; un taux ne dépasse pas 100 %.',
  pourquoi: 'Une valeur impossible fausse les taux et ne peut pas être signée.',
  gravite: 'bloquant',
  graviteVariable: 'alerte pour un effectif non entier calculé par une formule de cible',
  source: SOURCE,
  limites: 'Un délai peut être décimal. Un taux dont les opérandes sont là se juge sur eux.',
  correction: 'aucune',
  exige: ['tableau'],
  cede: ['IND-04', 'FOR-01', 'FOR-02', 'FOR-04'],
  // IND-04 dit déjà pourquoi un taux dépasse 100 % ; il ne dit rien d'un effectif décimal.
  cedeSi: ({ indicateur }, autre) => autre.code !== 'IND-04' || (indicateur !== null && indicateurDe(indicateur).type === 'taux'),
  surVierge: true,
  controler: ({ tableau }) => ({
    nonVerifies: nonRecalculees(cases(tableau, ({ type }) => type !== 'taux')),
    constats: cases(tableau).flatMap((lue) => {
      const impossible = juger(lue, tableau);
      if (!impossible) return [];
      const trouve = grandeurJugee(lue, tableau);
      return [constatCase(lue, {
        code: 'IND-03', gravite: impossible.gravite, source: SOURCE,
        message: `${nommer(lue.indicateur.objectif)} : « ${abreger(trouve?.texte ?? '')} », ${lue.formule === null ? 'saisi' : 'calculé'} pour « ${lue.indicateur.nom} » (${nommerMoment(lue)}), ${impossible.quoi}.`,
        suite: impossible.suite,
        trouve,
      })];
    }),
  }),
});
