/** Un plan montré avant de l'écrire : cellule par cellule, avant et après, tels qu'Excel les affiche. */
import { formatA1, type Emplacement } from '../classeur/adresse';
import { celluleDe, type Instantane } from '../classeur/instantane';
import { formatMontant, formatNombre, formatTaux, lireValeur } from '../classeur/nombres';
import { ecrireFormule } from '../formules/francais';
import { isFormule, nomNouvelle, type Contenu, type PlanEcritures } from './plan';

export interface LigneApercu {
  readonly emplacement: Emplacement;
  /** Nom de la feuille. */
  readonly feuille: string;
  /** « D10 ». */
  readonly cellule: string;
  /** « vide », « 17,5 % », « « 2 657 » » (un texte), « =SI(D9=0;"";D7/D9) ». */
  readonly avant: string;
  readonly apres: string;
  readonly raison: string;
}

const DECIMALES_MAX = 10;

/** Nombre tel que le format de sa cellule le montre : taux, montant, ou nombre nu. */
function montrerNombre(nombre: number, format: string): string {
  const lu = lireValeur(nombre, format);
  const unite = lu.nature === 'nombre' ? lu.unite : null;
  if (unite === '%') return formatTaux(nombre, 2);
  return unite === '€' ? formatMontant(nombre) : formatNombre(nombre, DECIMALES_MAX);
}

/** Contenu montrable d'une cellule. Un texte est entre guillemets : « 2 657 » n'est pas 2 657. */
export function montrerContenu(contenu: Contenu, format: string, instantane?: Instantane): string {
  if (isFormule(contenu)) return ecrireFormule(contenu.formule, instantane);
  const { valeur } = contenu;
  if (valeur === null) return 'vide';
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  return typeof valeur === 'number' ? montrerNombre(valeur, format) : `« ${valeur} »`;
}

/** Aperçu d'un plan, dans son ordre. */
export function dresserApercu({ ecritures }: PlanEcritures, instantane: Instantane): readonly LigneApercu[] {
  const feuilles = new Map(instantane.feuilles.map((feuille) => [feuille.id, feuille]));
  return ecritures.map(({ feuille: id, ligne, colonne, avant, apres, raison }) => {
    const feuille = feuilles.get(id);
    const format = (feuille && celluleDe(feuille, ligne, colonne)?.format) ?? 'General';
    return {
      emplacement: { feuille: id, ligne, colonne },
      feuille: feuille?.nom ?? nomNouvelle(id) ?? id,
      cellule: formatA1(ligne, colonne),
      avant: montrerContenu(avant, format, instantane),
      apres: montrerContenu(apres, format, instantane),
      raison,
    };
  });
}
