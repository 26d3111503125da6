/** Ajouter au classeur les annexes 5.2 et 5.3 vierges : par l'hôte qui sait insérer, sinon cellule par cellule. */
import type { Emplacement } from '../../classeur/adresse';
import type { Instantane } from '../../classeur/instantane';
import { planDuClasseur, type ClasseurDecrit } from '../../modele/description';
import { decrireModele } from '../../modele/modele';
import type { Hote } from '../../hote/port';
import { fabriquerXlsx } from '../communs/classeurs';
import { panneDe } from '../etat/panne';
import type { ClasseurLu, Controleur } from '../hooks/useControle';

export type Creation =
  /** `premiere` : la première cellule à remplir ; `null` si le classeur n'a pas pu être relu. */
  | { readonly etat: 'creees'; readonly premiere: Emplacement | null }
  | { readonly etat: 'refusee'; readonly message: string };

const RAISON = 'Annexes 5.2 et 5.3 vierges.';

/** Les annexes, sous des noms libres : une feuille du classeur peut déjà porter le leur. */
export function annexesPour({ feuilles }: Pick<Instantane, 'feuilles'>, departement: string | null): ClasseurDecrit {
  const modele = decrireModele({ departement });
  const pris = new Set(feuilles.map(({ nom }) => nom.toLowerCase()));
  return {
    ...modele,
    feuilles: modele.feuilles.map((feuille) => {
      let nom = feuille.nom;
      for (let rang = 2; pris.has(nom.toLowerCase()); rang++) nom = `${feuille.nom} (${String(rang)})`;
      return { ...feuille, nom };
    }),
  };
}

/** `null` si c'est fait ; sinon ce qui l'a empêché. */
async function ajouter(annexes: ClasseurDecrit, hote: Hote): Promise<string | null> {
  if (hote.insererFeuilles) {
    await hote.insererFeuilles(await fabriquerXlsx(annexes));
    return null;
  }
  const resultat = await hote.appliquer(planDuClasseur(annexes, RAISON));
  if (resultat.etat === 'applique') return null;
  if (resultat.etat === 'echec') return resultat.message;
  // Toutes les cellules disent la même chose que leur feuille : une phrase suffit.
  return [...new Set(resultat.raisons.map(({ message }) => message))].slice(0, annexes.feuilles.length).join(' ');
}

/** Le classeur des annexes seules, pour qui veut partir d'un fichier neuf. */
export function classeurVierge(departement: string | null): Promise<Uint8Array> {
  return fabriquerXlsx(decrireModele({ departement }));
}

export async function creerFeuilles({ instantane, options }: ClasseurLu, departement: string | null, { hote, controleur }: { readonly hote: Hote; readonly controleur: Controleur }): Promise<Creation> {
  try {
    const refus = await ajouter(annexesPour(instantane, departement), hote);
    if (refus !== null) return { etat: 'refusee', message: refus };
  } catch (erreur) {
    return { etat: 'refusee', message: panneDe(erreur).message };
  }
  try {
    const { demarrage } = await controleur(await hote.lire(), options);
    return { etat: 'creees', premiere: demarrage.find(({ emplacement }) => emplacement !== null)?.emplacement ?? null };
  } catch {
    // Les feuilles sont là ; le recontrôle du volet dira ce qui l'empêche de les lire.
    return { etat: 'creees', premiere: null };
  }
}
