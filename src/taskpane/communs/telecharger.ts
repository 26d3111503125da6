/** Donne un fichier à télécharger, fabriqué dans la page : rien ne passe par le réseau. */

export const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
} as const;

/** Le navigateur a besoin de l'adresse le temps de commencer à enregistrer. */
const SURSIS_MS = 60_000;

export function telecharger(nom: string, contenu: string | Uint8Array, type: string): void {
  const adresse = URL.createObjectURL(new Blob([contenu as BlobPart], { type }));
  const lien = document.createElement('a');
  lien.href = adresse;
  lien.download = nom;
  document.body.append(lien);
  lien.click();
  lien.remove();
  setTimeout(() => { URL.revokeObjectURL(adresse); }, SURSIS_MS);
}
