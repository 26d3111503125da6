/**
 * L'identité d'un constat d'un contrôle au suivant : c'est elle qui fait retrouver le constat
 * courant, et dire ce qui est nouveau, résolu ou restant. Ni l'adresse (une ligne s'insère) ni la
 * valeur (on la corrige en plusieurs fois) n'y suffisent : on apparie du plus sûr au moins sûr.
 */
import type { Constat } from '../../controles/constat';
import { cleConstat, cleSujet } from '../../decisions/empreinte';

export interface ConstatSuivi {
  readonly id: string;
  readonly constat: Constat;
}

function cellule({ feuille, emplacement }: Constat): string {
  return `${feuille ?? ''}!${emplacement ? `${String(emplacement.ligne)},${String(emplacement.colonne)}` : ''}`;
}

/** Du plus sûr au moins sûr : même valeur au même endroit, même valeur, même endroit, même sujet. */
const NIVEAUX: readonly ((constat: Constat) => string)[] = [
  (constat) => `${cleConstat(constat)}@${cellule(constat)}`,
  cleConstat,
  (constat) => `${cleSujet(constat)}@${cellule(constat)}`,
  cleSujet,
];

/** Retire et rend le premier constat connu de chaque clé. */
function creerReserve(connus: readonly ConstatSuivi[], cle: (constat: Constat) => string): Map<string, ConstatSuivi[]> {
  const reserve = new Map<string, ConstatSuivi[]>();
  for (const connu of connus) {
    const file = reserve.get(cle(connu.constat)) ?? [];
    file.push(connu);
    reserve.set(cle(connu.constat), file);
  }
  return reserve;
}

/**
 * Donne à chaque constat l'identité de celui qu'il prolonge parmi `connus`, à défaut une neuve.
 * @param premier numéro de la première identité neuve ; rend le suivant.
 */
export function suivre(connus: readonly ConstatSuivi[], constats: readonly Constat[], premier: number): { readonly suivis: readonly ConstatSuivi[]; readonly suivant: number } {
  const ids = new Array<string | undefined>(constats.length);
  const pris = new Set<string>();
  for (const cle of NIVEAUX) {
    const reserve = creerReserve(connus.filter(({ id }) => !pris.has(id)), cle);
    constats.forEach((constat, rang) => {
      if (ids[rang] !== undefined) return;
      const trouve = reserve.get(cle(constat))?.shift();
      if (!trouve) return;
      ids[rang] = trouve.id;
      pris.add(trouve.id);
    });
  }
  let suivant = premier;
  const suivis = constats.map((constat, rang) => ({ id: ids[rang] ?? `constat-${String(suivant++)}`, constat }));
  return { suivis, suivant };
}
