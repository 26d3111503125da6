/** La correction d'un classeur en mémoire, passe après passe. */
import type { Instantane } from '../classeur/instantane';
import type { CodeControle } from '../controles/codes';
import { dresserApercu } from '../corrections/apercu';
import { corrigerEnPasses, type Passes } from '../corrections/passes';
import { avecPerimees } from '../corrections/perimees';
import { DONNEES_VIDES, type Donnees } from '../decisions/donnees';
import { retoucher } from '../hote/fichier/ecrire';
import { lireClasseur } from '../hote/fichier/lire';
import type { Rapport } from '../moteur/rapport';
import { analyserLu } from './lire-classeur';
import type { LigneCorrigee } from './corriger-texte';

export interface OptionsPasses {
  /** Contrôles dont on prend aussi les corrections proposées. */
  readonly proposees?: readonly CodeControle[];
  readonly departement?: string;
  /** Ce que le classeur garde de nos contrôles ; demandé une fois qu'il s'est laissé lire. */
  readonly donnees?: () => Donnees;
}

interface Etat {
  readonly octets: Uint8Array;
  readonly instantane: Instantane;
}

export type Corrige = Passes<Etat, Rapport, CodeControle> & { readonly lignes: readonly LigneCorrigee[] };

/** Corrige un classeur en mémoire. Lève `ErreurHote` s'il est illisible. */
export async function corrigerEnMemoire(octets: Uint8Array, nom: string, { proposees = [], departement, donnees: lireDonnees = () => DONNEES_VIDES }: OptionsPasses): Promise<Corrige> {
  const lignes: LigneCorrigee[] = [];
  const lire = (contenu: Uint8Array): Etat => ({ octets: contenu, instantane: lireClasseur(contenu, { nom }) });
  const depart = lire(octets);
  const donnees = lireDonnees();
  const passes = await corrigerEnPasses<Etat, CodeControle, Rapport>(depart, {
    controler: ({ instantane }) => analyserLu({ instantane, donnees }, departement ?? null).rapport,
    ecrire: (etat, plan) => {
      const resultat = retoucher(etat.octets, avecPerimees(plan, etat.instantane));
      return resultat.etat === 'refuse' ? resultat : { etat: 'applique', suivant: lire(resultat.octets) };
    },
  }, { automatiques: true, proposees });
  // Chaque passe se montre sur un classeur dont seuls les formats comptent : celui d'origine suffit.
  for (const { plan, retenues } of passes.passes) {
    const apercu = dresserApercu(plan, passes.etat.instantane);
    lignes.push(...apercu.map((ligne, rang) => ({ ...ligne, code: retenues[rang]!.code, type: retenues[rang]!.correction.type })));
  }
  return { ...passes, lignes };
}
