/** Typographie française à l'affichage. */

const INSECABLE = '\u00a0';
const FINE = '\u202f';

/** « À faire : oui ; non ? » : l'espace devant « : » et dans les guillemets est insécable, fine devant « ; ? ! ». */
export function insecables(texte: string): string {
  return texte
    .replace(/« /g, `«${INSECABLE}`)
    .replace(/ (?=»|:)/g, INSECABLE)
    .replace(/ (?=[;?!])/g, FINE);
}
