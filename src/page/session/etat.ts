/** Un état immuable qu'on pose par parties, et qu'un écran suit (`useSyncExternalStore`). */

export interface Source<Etat> {
  readonly lire: () => Etat;
  readonly abonner: (surChangement: () => void) => () => void;
}

export interface EtatSuivi<Etat> extends Source<Etat> {
  readonly poser: (partie: Partial<Etat>) => void;
}

export function creerEtat<Etat extends object>(initial: Etat): EtatSuivi<Etat> {
  let courant = initial;
  const abonnes = new Set<() => void>();
  return {
    lire: () => courant,
    abonner: (surChangement) => {
      abonnes.add(surChangement);
      return () => { abonnes.delete(surChangement); };
    },
    poser: (partie) => {
      courant = { ...courant, ...partie };
      for (const prevenir of abonnes) prevenir();
    },
  };
}
