/**
 * IND-01 — Le diagnostic 2019 est renseigné pour les indicateurs harmonisés des objectifs retenus.
 * Source : annexe 6, introduction (« la trame de diagnostic […] doit permettre de déterminer les
 * valeurs 2019 (T0 de la contractualisation) des différents indicateurs »).
 */
import type { Dossier } from '../../classeur/dossier';
import { MEMES_DENOMINATEURS } from '../../referentiel/coherences';
import { SOURCE_NAISSANCES } from '../../referentiel/insee';
import { citer } from '../../referentiel/source';
import { formatNombre } from '../../classeur/nombres';
import { colonnesAbsentes } from '../absence';
import { lireReference } from '../entrees';
import type { Correction } from '../constat';
import { definirControle } from '../controle';
import { constatCase, correction, grandeurLue, nommer } from '../fabrique';
import { isInconnue, isNonRenseigne, nonRecalculees } from '../lecture-cellule';
import type { Case, LectureTableau } from '../lecture-tableau';
import { cases, estRetenu } from './parcours';

const SOURCE = 'annexe 6, introduction (trame de diagnostic, T0)';

/** Valeur de référence d'un dénominateur : l'INSEE pour les naissances, sinon l'autre saisie du même. */
function valeurDeReference(tableau: LectureTableau, dossier: Dossier, lue: Case): Correction | null {
  const { code } = lue.indicateur;
  const paire = MEMES_DENOMINATEURS.find(({ premier, second }) => premier === code || second === code);
  if (!paire || lue.formule !== null) return null;
  const insee = lireReference(dossier);
  if (lue.indicateur.unite === 'naissances' && insee.disponible) {
    return correction('proposee', lue, { valeur: insee.naissances }, `Saisir ${formatNombre(insee.naissances)} (${citer(SOURCE_NAISSANCES)}).`);
  }
  const autre = tableau.lire(paire.premier === code ? paire.second : paire.premier, lue.moment);
  const valeur = autre && tableau.valeur(autre.indicateur.code, lue.moment);
  if (!autre || valeur === null) return null;
  return correction('proposee', lue, { valeur }, `Reprendre ${formatNombre(valeur)}, déjà saisi en ${autre.adresse} pour le même dénominateur.`);
}

export const IND_01 = definirControle({
  code: 'IND-01',
  titre: 'Diagnostic manquant',
  exigence: 'Le diagnostic de chaque indicateur harmonisé d’un objectif retenu est renseigné.',
  pourquoi: 'Sans point de départ, ni la progression ni la cible ne peuvent être appréciées.',
  gravite: 'bloquant',
  source: SOURCE,
  limites: 'Jamais sur un taux (ses opérandes suffisent) ni sur un délai (IND-09). Vide, zéro et non déterminé sont trois choses : zéro est une valeur.',
  correction: 'proposée quand une valeur de référence existe (même dénominateur déjà saisi, INSEE)',
  exige: ['tableau', 'retenus', 'dossier'],
  cede: ['FOR-06', 'STR-03'],
  controler: ({ tableau, retenus, dossier }) => {
    const attendues = cases(tableau, (indicateur) => estRetenu(indicateur, retenus) && indicateur.type !== 'taux', ['diagnostic']);
    return {
      nonVerifies: [...colonnesAbsentes(tableau, ['diagnostic']), ...nonRecalculees(attendues.filter(isInconnue))],
      constats: attendues.filter(isNonRenseigne).map((lue) => {
        const nd = lue.lecture.nature === 'non_determine';
        return constatCase(lue, {
          code: 'IND-01', gravite: 'bloquant', source: SOURCE,
          message: `${nommer(lue.indicateur.objectif)} : le diagnostic ${String(lue.moment.annee)} de l’indicateur « ${lue.indicateur.nom} » ${nd ? 'est noté non déterminé' : 'est vide'}.`,
          suite: `Saisir la valeur ${String(lue.moment.annee)} (source : ${lue.indicateur.sourceDonnee === 'CD' ? 'conseil départemental' : lue.indicateur.sourceDonnee}) ; si elle est nulle, écrire 0.`,
          trouve: grandeurLue(lue),
          correction: valeurDeReference(tableau, dossier, lue),
        });
      }),
    };
  },
});
