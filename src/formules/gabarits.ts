/** Gabarits d'écriture : une formule dont les références sont remplacées par leur rôle. */
import { parseA1Ref, tokenize } from '@borgar/fx/xlsx';

export interface ReferenceEcrite {
  readonly feuille: string | null;
  readonly ligne: number;
  readonly colonne: number;
  readonly derniereLigne: number;
  readonly derniereColonne: number;
}

/** Rôle d'une référence (« N », « D »…), ou `null` si elle n'en a pas : la formule ne fait alors pas un gabarit. */
export type Role = (reference: ReferenceEcrite) => string | null;

/** Encadre un rôle dans un gabarit ; ce caractère ne s'écrit pas dans une formule. */
const MARQUE = '\u0001';

/** « =IF(D9=0,"",D7/D9) » → « =IF(⟨D⟩=0,"",⟨N⟩/⟨D⟩) » ; `null` si une référence n'a pas de rôle. */
export function gabaritDe(formule: string, role: Role): string | null {
  const morceaux: string[] = [];
  for (const { type, value } of tokenize(formule, { withLocation: false })) {
    if (!type.startsWith('range')) {
      morceaux.push(value);
      continue;
    }
    const trouve = roleDe(value, role);
    if (trouve === null) return null;
    morceaux.push(MARQUE + trouve + MARQUE);
  }
  return morceaux.join('').replace(/^=\+/, '=');
}

function roleDe(texte: string, role: Role): string | null {
  const lue = parseA1Ref(texte);
  if (!lue || !('range' in lue) || lue.workbookName) return null;
  const { top, left, bottom = top, right = left } = lue.range;
  if (top === null || left === null || bottom === null || right === null) return null;
  return role({ feuille: lue.sheetName || null, ligne: top + 1, colonne: left + 1, derniereLigne: bottom + 1, derniereColonne: right + 1 });
}

/** Remplace chaque rôle par son adresse. */
export function remplir(gabarit: string, adresse: (role: string) => string): string {
  return gabarit.split(MARQUE).map((morceau, rang) => (rang % 2 === 1 ? adresse(morceau) : morceau)).join('');
}

/** Gabarit le plus fréquent ; à égalité, le premier rencontré. */
export function dominant(gabarits: readonly (string | null)[]): string | null {
  const comptes = new Map<string, number>();
  for (const gabarit of gabarits) if (gabarit !== null) comptes.set(gabarit, (comptes.get(gabarit) ?? 0) + 1);
  return [...comptes].reduce<[string | null, number]>((meilleur, candidat) => (candidat[1] > meilleur[1] ? candidat : meilleur), [null, 0])[0];
}
