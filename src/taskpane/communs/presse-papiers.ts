/** Copier un texte ; le volet d'Office refuse parfois le presse-papiers, et il faut alors le dire. */

/** Rend vrai si le texte est copié. Une autre voie est à offrir si c'est faux. */
export async function copier(texte: string): Promise<boolean> {
  // Absent hors HTTPS, refusé dans certains volets : l'ancienne voie reste permise après un clic.
  const ecriture = navigator.clipboard?.writeText(texte).then(() => true, () => false) ?? Promise.resolve(false);
  return (await ecriture) || copierParSelection(texte);
}

function copierParSelection(texte: string): boolean {
  const zone = document.createElement('textarea');
  zone.value = texte;
  zone.setAttribute('readonly', '');
  zone.style.position = 'fixed';
  zone.style.opacity = '0';
  const actif = document.activeElement;
  document.body.append(zone);
  zone.select();
  const copie = typeof document.execCommand === 'function' && document.execCommand('copy');
  zone.remove();
  if (actif instanceof HTMLElement) actif.focus();
  return copie;
}
