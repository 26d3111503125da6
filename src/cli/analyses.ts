/** Analyse d'un lot de fichiers, l'un après l'autre : un fichier malade n'arrête rien, la mémoire reste plate. */
import { analyserEnsemble, apparier, cheminReuni, moitieDe, type Groupe, type Moitie } from '../consolidation/appariement';
import { justifier } from '../decisions/gardees';
import type { Analyse } from '../moteur/analyser';
import type { Demande } from './fichiers';
import { analyserLu, lireClasseurDuDisque } from './lire-classeur';
import { decrirePanne } from './pannes';
import { suivre } from './progression';
import type { Sortie } from './sortie';

export type Issue = { readonly chemin: string } & ({ readonly analyse: Analyse; readonly erreur: null } | { readonly analyse: null; readonly erreur: string });

export interface OptionsAnalyses {
  readonly departement?: string | null;
  /** Apparier les classeurs qui n'ont que le tableau de bord avec ceux qui n'ont que le plan. */
  readonly dossier?: boolean;
}

async function isoler(chemin: string, faire: () => Promise<Analyse>): Promise<Issue> {
  try {
    return { chemin, analyse: await faire(), erreur: null };
  } catch (panne) {
    return { chemin, analyse: null, erreur: decrirePanne(panne) };
  }
}

function analyserSeul({ chemin, erreur }: Demande, departement: string | null, sortie: Sortie): Promise<Issue> | Issue {
  if (erreur !== null) return { chemin, analyse: null, erreur };
  return isoler(chemin, async () => analyserLu(await lireClasseurDuDisque(chemin, sortie), departement));
}

/** Les moitiés d'un département : réunies si elles sont deux, sinon rendues une à une. Les fichiers sont relus. */
async function* rendreGroupe({ code, paire, moities, raison }: Groupe, departement: string | null, sortie: Sortie): AsyncGenerator<Issue> {
  if (paire && code !== null) {
    const [tableau, plan] = paire;
    yield isoler(cheminReuni(paire), async () => {
      const [lu, autre] = [await lireClasseurDuDisque(tableau, sortie), await lireClasseurDuDisque(plan, sortie)];
      return justifier(analyserEnsemble(lu.instantane, autre.instantane, code, departement), [...lu.donnees.decisions, ...autre.donnees.decisions]);
    });
    return;
  }
  if (raison !== null) sortie.signaler(raison);
  for (const { chemin } of moities) yield analyserSeul({ chemin, erreur: null }, departement, sortie);
}

/** Issues du lot, dans l'ordre des fichiers ; avec `dossier`, les moitiés de classeur viennent à la fin. Lève `Interruption` si l'arrêt est demandé. */
export async function* analyserTout(demandes: readonly Demande[], { departement = null, dossier = false }: OptionsAnalyses, sortie: Sortie): AsyncGenerator<Issue> {
  const progression = suivre(demandes.length, sortie);
  const moities: Moitie[] = [];
  for (const demande of demandes) {
    sortie.arret?.throwIfAborted();
    progression.commencer(demande.chemin);
    const issue = await analyserSeul(demande, departement, sortie);
    progression.avancer();
    const moitie = dossier && issue.analyse ? moitieDe(issue.chemin, issue.analyse) : null;
    if (moitie) moities.push(moitie);
    else yield issue;
  }
  for (const groupe of apparier(moities)) {
    sortie.arret?.throwIfAborted();
    yield* rendreGroupe(groupe, departement, sortie);
  }
}
