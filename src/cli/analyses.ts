/** Analyse d'un lot de fichiers, l'un après l'autre : un fichier malade n'arrête rien, la mémoire reste plate. */
import type { Instantane } from '../classeur/instantane';
import { analyser, type Analyse } from '../moteur/analyser';
import { reunir } from '../moteur/reunir';
import type { Demande } from './fichiers';
import { lireClasseurDuDisque } from './lire-classeur';
import { decrirePanne } from './pannes';
import { suivre } from './progression';
import type { Sortie } from './sortie';

export type Issue = { readonly chemin: string } & ({ readonly analyse: Analyse; readonly erreur: null } | { readonly analyse: null; readonly erreur: string });

export interface OptionsAnalyses {
  readonly departement?: string | null;
  /** Apparier les classeurs qui n'ont que le tableau de bord avec ceux qui n'ont que le plan. */
  readonly dossier?: boolean;
}

interface EnAttente {
  readonly chemin: string;
  readonly instantane: Instantane;
  readonly analyse: Analyse;
}

type Moitie = 'tableau' | 'plan';

function moitieDe({ dossier: { tableau, plan } }: Analyse): Moitie | null {
  if (tableau && !plan) return 'tableau';
  return plan && !tableau ? 'plan' : null;
}

/** Un département en deux fichiers : la première moitié attend la seconde. */
class Appariement {
  private readonly attente = new Map<string, EnAttente>();

  constructor(private readonly departement: string | null) {}

  /** L'issue à rendre, ou `null` si le fichier attend sa moitié. */
  proposer(lu: EnAttente): Issue | null {
    const moitie = moitieDe(lu.analyse);
    const code = lu.analyse.rapport.departement?.code;
    if (moitie === null || code === undefined) return issue(lu);
    const cle = (cote: Moitie) => `${code} ${cote}`;
    const autre = cle(moitie === 'tableau' ? 'plan' : 'tableau');
    const enAttente = this.attente.get(autre);
    if (!enAttente) {
      // Deux tableaux de bord d'un même département : le premier n'a pas trouvé de plan, on le rend.
      const precedent = this.attente.get(cle(moitie));
      this.attente.set(cle(moitie), lu);
      return precedent ? issue(precedent) : null;
    }
    this.attente.delete(autre);
    const [tableau, plan] = moitie === 'tableau' ? [lu, enAttente] : [enAttente, lu];
    return { chemin: `${tableau.chemin} + ${plan.chemin}`, analyse: analyser(reunir(tableau.instantane, plan.instantane), { departement: this.departement ?? code }), erreur: null };
  }

  restants(): readonly Issue[] {
    return [...this.attente.values()].map(issue);
  }
}

function issue({ chemin, analyse }: EnAttente): Issue {
  return { chemin, analyse, erreur: null };
}

async function lire({ chemin, erreur }: Demande, departement: string | null): Promise<EnAttente | { readonly erreur: string }> {
  if (erreur !== null) return { erreur };
  try {
    const instantane = await lireClasseurDuDisque(chemin);
    return { chemin, instantane, analyse: analyser(instantane, { departement }) };
  } catch (panne) {
    return { erreur: decrirePanne(panne) };
  }
}

/** Issues du lot, dans l'ordre ; les moitiés sans vis-à-vis viennent à la fin. */
export async function* analyserTout(demandes: readonly Demande[], { departement = null, dossier = false }: OptionsAnalyses, sortie: Sortie): AsyncGenerator<Issue> {
  const progression = suivre(demandes.length, sortie);
  const appariement = new Appariement(departement);
  for (const demande of demandes) {
    const lu = await lire(demande, departement);
    progression.avancer(demande.chemin);
    if ('analyse' in lu) {
      const rendue = dossier ? appariement.proposer(lu) : issue(lu);
      if (rendue) yield rendue;
    } else yield { chemin: demande.chemin, analyse: null, erreur: lu.erreur };
  }
  yield* appariement.restants();
  progression.finir();
}
