/**
 * IND-07 — Pas de saut de plus d'un facteur trois entre deux années qui se suivent.
 * Source : annexe 6, introduction (cibles « en fonction du diagnostic initial »).
 */
import { formatNombre } from '../../classeur/nombres';
import { INDICATEURS, type Indicateur } from '../../referentiel/indicateurs';
import { tauxDe } from '../../referentiel/taux';
import { colonnesAbsentes } from '../absence';
import { cleCause, type Constat } from '../constat';
import { definirControle } from '../controle';
import { constatCase, grandeurDe, nommer, nommerMoment } from '../fabrique';
import type { Case, LectureTableau } from '../lecture-tableau';

const SOURCE = 'annexe 6, introduction';
const FACTEUR = 3;

interface Saut {
  readonly lue: Case;
  readonly avant: Case;
  readonly valeurs: readonly [number, number];
}

/**
 * Sauts d'un indicateur le long d'une suite : diagnostic puis cibles, ou diagnostic puis atteintes.
 * Le retour à la normale après une valeur isolée n'est pas un second saut.
 */
function sauts(tableau: LectureTableau, indicateur: Indicateur, bloc: 'cible' | 'atteinte'): Saut[] {
  const suite = [...tableau.moments('diagnostic'), ...tableau.moments(bloc)].map((moment) => ({
    lue: tableau.lire(indicateur.code, moment),
    valeur: tableau.valeur(indicateur.code, moment),
  }));
  const trouves: Saut[] = [];
  for (const [rang, { lue, valeur }] of suite.entries()) {
    const { lue: avant, valeur: precedente } = suite[rang - 1] ?? { lue: null, valeur: null };
    if (!lue || !avant || !valeur || !precedente || lue.moment.annee !== avant.moment.annee + 1) continue;
    if (valeur <= FACTEUR * precedente && precedente <= FACTEUR * valeur) continue;
    const dernier = trouves[trouves.length - 1];
    const retour = dernier?.lue === avant && (dernier.valeurs[1] > dernier.valeurs[0]) !== (valeur > precedente);
    if (!retour) trouves.push({ lue, avant, valeurs: [precedente, valeur] });
  }
  return trouves;
}

function decrire({ lue, avant, valeurs: [precedente, valeur] }: Saut): Constat {
  const facteur = formatNombre(Math.max(valeur / precedente, precedente / valeur), 1);
  return constatCase(lue, {
    code: 'IND-07', gravite: 'info', source: SOURCE,
    message: `${nommer(lue.indicateur.objectif)} : « ${lue.indicateur.nom} » passe de ${grandeurDe(avant.indicateur, precedente).texte} (${nommerMoment(avant)}) à ${grandeurDe(lue.indicateur, valeur).texte} (${nommerMoment(lue)}), soit ${valeur > precedente ? '×' : '÷'} ${facteur} en un an.`,
    suite: 'Vérifier qu’il ne manque pas un chiffre et que le périmètre n’a pas changé.',
    trouve: grandeurDe(lue.indicateur, valeur),
    causes: [cleCause(avant.emplacement)],
  });
}

export const IND_07 = definirControle({
  code: 'IND-07',
  titre: 'Saut d’une année à l’autre',
  exigence: 'Une valeur ne varie pas de plus d’un facteur trois entre deux années qui se suivent.',
  pourquoi: 'Un tel saut vient souvent d’un chiffre en trop, d’une unité ou d’un périmètre différent.',
  gravite: 'info',
  source: SOURCE,
  limites: 'Deux années consécutives seulement ; un départ à zéro ne se compare pas, ni le retour après une valeur isolée. Un taux dont l’opérande saute déjà n’est pas redit.',
  correction: 'aucune',
  exige: ['tableau'],
  cede: ['IND-03', 'IND-04', 'IND-05', 'IND-06'],
  surVierge: true,
  controler: ({ tableau }) => {
    const trouves = INDICATEURS.flatMap((indicateur) => [...sauts(tableau, indicateur, 'cible'), ...sauts(tableau, indicateur, 'atteinte')]);
    const cellules = new Set(trouves.map(({ lue }) => cleCause(lue.emplacement)));
    const operandeSaute = ({ lue }: Saut) => {
      const taux = tauxDe(lue.indicateur.code);
      return taux !== undefined && [...taux.numerateurs, taux.denominateur].some((code) => {
        const operande = tableau.lire(code, lue.moment);
        return operande !== null && cellules.has(cleCause(operande.emplacement));
      });
    };
    return { constats: trouves.filter((saut) => !operandeSaute(saut)).map(decrire), nonVerifies: colonnesAbsentes(tableau, ['diagnostic', 'cible']) };
  },
});
