/** La date du contrôle, telle que les rapports la portent. */
export function dateDuControle(maintenant = new Date()): string {
  return `contrôle du ${maintenant.toLocaleDateString('fr-FR', { dateStyle: 'long' })}`;
}
