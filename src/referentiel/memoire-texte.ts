/**
 * Mémoire d'une fonction pure d'un texte. Un classeur répète ses libellés d'une étape à l'autre, et
 * mille classeurs répètent ceux des annexes. Elle est bornée : pleine, elle repart de zéro.
 */
const ENTREES_MAX = 4000;
/** Au-delà, un texte est propre à son classeur : le garder coûterait plus qu'il ne rapporte. */
const LONGUEUR_MAX = 600;

export function memoriserTexte<V>(calculer: (texte: string) => V): (texte: string) => V {
  const connus = new Map<string, V>();
  return (texte) => {
    if (texte.length > LONGUEUR_MAX) return calculer(texte);
    const connu = connus.get(texte);
    if (connu !== undefined) return connu;
    const valeur = calculer(texte);
    if (connus.size >= ENTREES_MAX) connus.clear();
    connus.set(texte, valeur);
    return valeur;
  };
}
