/** Mémoires de calcul attachées à un service de valeurs : elles disparaissent avec lui. */
import type { ServiceValeurs } from './valeurs';

/** `creer` est appelé une fois par service et par objet (tableau, plan). */
export function memoriser<C extends object, V>(creer: (cible: C, service: ServiceValeurs) => V): (cible: C, service: ServiceValeurs) => V {
  const memoires = new WeakMap<ServiceValeurs, WeakMap<C, V>>();
  return (cible, service) => {
    const parCible = memoires.get(service) ?? new WeakMap<C, V>();
    memoires.set(service, parCible);
    const connue = parCible.get(cible);
    if (connue !== undefined) return connue;
    const valeur = creer(cible, service);
    parCible.set(cible, valeur);
    return valeur;
  };
}
