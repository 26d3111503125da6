/**
 * FOR-07 — La valeur enregistrée dans le fichier est celle que donne la formule.
 * Source : décision du projet sur le recalcul (par fichier, tout ce qui sert à juger est recalculé).
 */
import { celluleDe, isErreur, isVide, type Valeur } from '../../classeur/instantane';
import { formatNombre, formatTaux, isFormatPourcentage } from '../../classeur/nombres';
import { feuillesAbsentes } from '../absence';
import { definirControle } from '../controle';
import { constat, grandeurTexte } from '../fabrique';
import { rapprochees, type Rapprochee } from './rapprochees';

const SOURCE = 'docs/decisions.md, « Recalcul »';
/** Écart relatif dû à l'ordre des opérations d'un logiciel à l'autre. */
const TOLERANCE = 1e-9;

function enregistree({ feuille, cellule: { emplacement } }: Rapprochee): Valeur {
  return celluleDe(feuille, emplacement.ligne, emplacement.colonne)?.valeur ?? null;
}

function differe(a: Valeur, b: Valeur): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) > TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
  if (isErreur(a) || isErreur(b)) return !(isErreur(a) && isErreur(b) && a.erreur === b.erreur);
  return !(isVide(a) && isVide(b)) && a !== b;
}

function montrer(valeur: Valeur, format: string): string {
  if (isErreur(valeur)) return valeur.erreur;
  if (typeof valeur === 'number') return isFormatPourcentage(format) ? formatTaux(valeur, 2) : formatNombre(valeur, 4);
  return isVide(valeur) ? 'vide' : String(valeur);
}

export const FOR_07 = definirControle({
  code: 'FOR-07',
  titre: 'Valeur enregistrée périmée',
  exigence: 'La valeur enregistrée d’une formule est celle qu’elle donne aujourd’hui.',
  pourquoi: 'Un fichier modifié sans être recalculé montre, à l’impression ou dans un autre logiciel, un chiffre périmé.',
  gravite: 'alerte',
  source: SOURCE,
  limites: 'Hors d’Excel seulement : dans Excel, les valeurs sont vivantes. Sans objet si le fichier n’enregistre aucune valeur.',
  correction: 'aucune : ouvrir le fichier dans Excel et l’enregistrer suffit',
  exige: ['feuilles', 'dossier'],
  surVierge: true,
  controler: ({ feuilles, dossier }) => {
    if (dossier.instantane.calcul === 'vivant') return { constats: [], sansObjet: true };
    const enregistrees = rapprochees(feuilles).filter((rapprochee) => rapprochee.cellule.formule !== null && enregistree(rapprochee) !== null);
    return {
      sansObjet: enregistrees.length === 0,
      nonVerifies: feuillesAbsentes(dossier),
      constats: enregistrees
        .filter((rapprochee) => rapprochee.cellule.jugee.origine === 'recalculee' && differe(enregistree(rapprochee), rapprochee.cellule.jugee.valeur))
        .map((rapprochee) => {
          const { cellule, objectif, indicateur, annee } = rapprochee;
          const [avant, apres] = [montrer(enregistree(rapprochee), cellule.format), montrer(cellule.jugee.valeur, cellule.format)];
          return constat({
            code: 'FOR-07', gravite: 'alerte', source: SOURCE,
            emplacement: cellule.emplacement,
            objectif, indicateur, annee,
            message: `${rapprochee.nommer()} : la valeur enregistrée dans le fichier (${avant}) n’est pas celle que donne la formule (${apres}). C’est la valeur recalculée qui a été contrôlée.`,
            suite: 'Ouvrir le classeur dans Excel, le laisser recalculer, puis l’enregistrer.',
            attendu: grandeurTexte(apres),
            trouve: grandeurTexte(avant),
          });
        }),
    };
  },
});
