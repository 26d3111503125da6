/** Mémoire d'un calcul par objet : elle disparaît avec lui. */
export function unefois<C extends object, V>(calculer: (cible: C) => V): (cible: C) => V {
  const connus = new WeakMap<C, { readonly valeur: V }>();
  return (cible) => {
    const connu = connus.get(cible);
    if (connu) return connu.valeur;
    const valeur = calculer(cible);
    connus.set(cible, { valeur });
    return valeur;
  };
}

/** Mémoire par clé, pour les lectures répétées d'un même objet. */
export function parCle<K, V>(calculer: (cle: K) => V): (cle: K) => V {
  const connus = new Map<K, V>();
  return (cle) => {
    const connu = connus.get(cle);
    if (connu !== undefined) return connu;
    const valeur = calculer(cle);
    connus.set(cle, valeur);
    return valeur;
  };
}
