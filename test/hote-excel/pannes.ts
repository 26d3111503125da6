/** Les pannes et gestes d'utilisateur qu'un test injecte dans l'hôte émulé. */

/** Une panne d'hôte, servie une fois puis oubliée. */
export type Panne =
  /**
   * Refus de la `requete`-ième requête à venir (la première par défaut) : 5004 cellule en cours
   * d'édition, 5103 requête trop grande, 5012 session perdue… 5104 (réponse trop grande) vient
   * après exécution.
   */
  | { readonly statut: number; readonly requete?: number }
  /**
   * Geste d'utilisateur ou panne juste avant une action nommée (`GetRange`, `Formulas`…) : à sa
   * `fois`-ième occurrence (la première par défaut), dans la `requete`-ième requête à venir (la
   * première où elle se présente, par défaut).
   */
  | { readonly avant: string; readonly fois?: number; readonly requete?: number; readonly faire: () => void };

export interface Pannes {
  ajouter(panne: Panne): void;
  vider(): void;
  /** Une requête arrive : rend le statut qui la refuse, ou 0. */
  surRequete(): number;
  /** Une action va s'exécuter : la panne ou le geste qui l'attend a lieu. */
  avantAction(rang: number, nom: string): void;
}

export function creerPannes(): Pannes {
  let pannes: readonly Panne[] = [];

  /** Les pannes datées se rapprochent : 0, c'est la requête en cours. */
  function surRequete(): number {
    pannes = pannes.map((panne) => (panne.requete === undefined ? panne : { ...panne, requete: panne.requete - 1 }));
    const refus = pannes.find((panne) => 'statut' in panne && (panne.requete ?? 0) === 0);
    pannes = pannes.filter((panne) => panne !== refus);
    return refus && 'statut' in refus ? refus.statut : 0;
  }

  function avantAction(_rang: number, nom: string): void {
    const panne = pannes.find((candidate) => 'avant' in candidate && candidate.avant === nom && (candidate.requete ?? 0) === 0);
    if (!panne || !('avant' in panne)) return;
    const { fois = 1 } = panne;
    pannes = pannes.flatMap((candidate) => (candidate !== panne ? [candidate] : fois > 1 ? [{ ...panne, fois: fois - 1 }] : []));
    if (fois === 1) panne.faire();
  }

  return {
    ajouter: (panne) => {
      pannes = [...pannes, panne];
    },
    vider: () => {
      pannes = [];
    },
    surRequete,
    avantAction,
  };
}
