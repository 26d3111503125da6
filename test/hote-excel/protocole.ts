/** Le protocole RichApi, tel que le client l'écrit : requêtes, réponses, types d'actions et de chemins. */

export interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface Chemin {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[]; readonly Top?: number };
}

export interface Requete {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, Chemin>>;
}

export interface Reponse {
  readonly Results: { ActionId: number; Value: unknown }[];
  readonly TraceIds: number[];
  Error?: { Code: string; Message: string; HttpStatusCode: number; Location: string; ActionIndex: number };
}

export const TYPE_CHEMIN = { racine: 1, nouveau: 2, methode: 3, propriete: 4, indexeur: 5, reference: 6, nul: 7 } as const;
export const TYPE_ACTION = { instancier: 1, requete: 2, methode: 3, affecter: 4, trace: 5 } as const;
