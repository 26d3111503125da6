/**
 * Tout ce que le volet montre d'un classeur, en données simples et clonables : elles traversent un
 * worker, et l'écran n'a plus rien à calculer.
 */
import type { Instantane, Visibilite } from '../../classeur/instantane';
import { analyser, type Analyse, type OptionsAnalyse } from '../analyser';
import type { FeuilleRapport, Rapport } from '../rapport';
import { vueCibles, type VueCibles } from './cibles';
import { vueDemarrage, type EtapeDemarrage } from './demarrage';
import { vueFinancement, type VueFinancement } from './financement';
import { vueRattachables, type VueRattachables } from './rattachables';

export interface FeuilleVue extends FeuilleRapport {
  readonly visibilite: Visibilite;
  readonly protegee: boolean;
}

export interface Vues {
  readonly rapport: Rapport;
  readonly feuilles: readonly FeuilleVue[];
  /** `null` sans tableau de bord reconnu. */
  readonly cibles: VueCibles | null;
  /** `null` sans plan d'action reconnu. */
  readonly financement: VueFinancement | null;
  /** Par quoi commencer ; vide si le classeur n'est pas à remplir. */
  readonly demarrage: readonly EtapeDemarrage[];
  readonly rattachables: VueRattachables;
}

export function dresserVues(analyse: Analyse): Vues {
  const { rapport, dossier, entrees: { presentes: { tableau, plan, retenus } } } = analyse;
  const feuilles = rapport.feuilles.map((feuille, rang): FeuilleVue => {
    const { visibilite, protegee } = dossier.instantane.feuilles[rang]!;
    return { ...feuille, visibilite, protegee };
  });
  return {
    rapport,
    feuilles,
    cibles: tableau && retenus ? vueCibles(tableau, retenus) : null,
    financement: plan && retenus ? vueFinancement(plan, retenus) : null,
    demarrage: rapport.verdict === 'a_remplir' ? vueDemarrage(tableau ?? null, plan ?? null) : [],
    rattachables: vueRattachables(dossier),
  };
}

/** Contrôle un classeur et dresse ses vues. */
export function controler(instantane: Instantane, options: OptionsAnalyse = {}): Vues {
  return dresserVues(analyser(instantane, options));
}
