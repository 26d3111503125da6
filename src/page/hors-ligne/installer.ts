/** Garde la page pour la prochaine fois, là où le navigateur l'admet : HTTPS, ou le poste lui-même. */

export function installerHorsLigne(): void {
  const admis = !__MONO_FICHIER__ && window.isSecureContext && location.protocol.startsWith('http') && 'serviceWorker' in navigator;
  if (!admis) return;
  // Sans lui la page marche de même, en ligne seulement : il n'y a rien à montrer à l'utilisateur.
  navigator.serviceWorker.register('hors-ligne.js').catch((erreur: unknown) => { console.warn('La page ne sera pas gardée hors ligne.', erreur); });
}
