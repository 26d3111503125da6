/** La date du contrôle, telle que les rapports la portent. */
export function dateDuControle(maintenant = new Date()): string {
  return `contrôle du ${maintenant.toLocaleString('fr-FR', { dateStyle: 'long', timeStyle: 'short' })}`;
}
