/** Noms des fichiers que la page donne à télécharger. */

/** « contrat.xlsx » → « contrat-corrige.xlsx » ; un modèle devient un classeur du même format. */
export function nomCorrige(nom: string): string {
  const trouve = /^(.*?)(\.[a-z]{4})?$/i.exec(nom);
  const extension = trouve?.[2] ?? '.xlsx';
  return `${trouve?.[1] ?? nom}-corrige${extension}`;
}

/** Nom sans son extension de classeur, pour en dériver d'autres. */
export function nomNu(nom: string): string {
  return nom.replace(/\.(?:xlsx|xlsm|xltx)$/i, '');
}
