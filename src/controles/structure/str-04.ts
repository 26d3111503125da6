/**
 * STR-04 — Les colonnes des annexes sont toutes là.
 * Source : annexes 5.2 et 5.3 (en-têtes).
 */
import type { ColonneManquante } from '../../classeur/dossier';
import type { Constat } from '../constat';
import { definirControle } from '../controle';
import { constat } from '../fabrique';
import { emplacementDe } from '../lecture-cellule';
import { parFeuille, type FeuilleLue } from './feuilles';

/** Intitulés manquants ; plus une seule année au plan est une seule cause, un bloc absent. */
function intitules({ lue }: FeuilleLue): readonly ColonneManquante[] {
  if ('indicateurs' in lue || lue.colonnes.annees.size > 0) return lue.colonnesManquantes;
  const isAnnee = ({ libelle }: ColonneManquante) => /^20\d\d$/.test(libelle);
  const annees = lue.colonnesManquantes.filter(isAnnee);
  const autres = lue.colonnesManquantes.filter((colonne) => !isAnnee(colonne));
  return annees[0] ? [...autres, { ...annees[0], libelle: annees.map(({ libelle }) => libelle).join(', ') }] : autres;
}

function manquantes(feuilleLue: FeuilleLue): readonly Constat[] {
  const { lue: { feuille }, annexe } = feuilleLue;
  return intitules(feuilleLue).map(({ libelle, ligne, colonne }) =>
    constat({
      code: 'STR-04', gravite: 'bloquant',
      source: `${annexe}, en-tête`,
      emplacement: emplacementDe(feuille, ligne, colonne),
      message: `La colonne « ${libelle} » est introuvable dans l’en-tête de la feuille « ${feuille.nom} » (${annexe}).`,
      suite: 'Rétablir la colonne et son intitulé, tels que dans le modèle officiel ; dans Excel, le volet permet aussi de désigner une colonne renommée.',
      causes: [`${feuille.id}!colonne ${libelle}`],
    }),
  );
}

export const STR_04 = definirControle({
  code: 'STR-04',
  titre: 'Colonne absente',
  exigence: 'Chaque feuille porte les colonnes de son annexe : diagnostic, cibles et niveaux d’atteinte de chaque année ; Département, Etat, Total, Modalités, années du plan.',
  pourquoi: 'Une colonne absente emporte avec elle toutes ses valeurs : rien de ce qu’elle devrait porter n’est vérifié.',
  gravite: 'bloquant',
  source: 'annexe 5.2, en-tête ; annexe 5.3, en-tête',
  limites: 'Chaque feuille porte ses propres années ; des colonnes en plus (commentaires, partenaires) sont admises.',
  correction: 'aucune',
  exige: ['dossier'],
  surVierge: true,
  controler: ({ dossier }) => parFeuille(dossier, manquantes),
});
