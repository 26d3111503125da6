/** Décalage d'une formule de la forme A1, indépendant de la bibliothèque éprouvée : de simples lettres et chiffres. */
const REFERENCE = /("[^"]*"|'[^']*'!)|(\$?)\b([A-Z]{1,3})(\$?)(\d+)\b(?!\()/g;

export function lettres(colonne: number): string {
  return colonne <= 26 ? String.fromCharCode(64 + colonne) : lettres(Math.floor((colonne - 1) / 26)) + lettres(((colonne - 1) % 26) + 1);
}

export function rang(colonne: string): number {
  return [...colonne].reduce((total, lettre) => total * 26 + lettre.charCodeAt(0) - 64, 0);
}

/** Références relatives décalées de tant de colonnes et de lignes. */
export function decaler(formule: string, colonnes: number, lignes: number): string {
  return formule.replace(REFERENCE, (tout, intact: string | undefined, ancreC: string, colonne: string, ancreL: string, ligne: string) =>
    intact !== undefined ? tout : `${ancreC}${ancreC ? colonne : lettres(rang(colonne) + colonnes)}${ancreL}${ancreL ? ligne : Number(ligne) + lignes}`);
}
