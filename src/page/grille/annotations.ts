/** Les constats posés sur la grille : combien par cellule, et le plus grave. */
import { cleCellule } from '../../classeur/instantane';
import type { Gravite } from '../../controles/constat';
import { accorder, NOMS_GRAVITES } from '../../rapport/mots';
import type { ConstatMontre } from '../../taskpane/etat/constats';

export interface Annotation {
  /** La plus forte gravité des constats sans décision ; à défaut, des constats justifiés. */
  readonly gravite: Gravite;
  /** Vrai si tous ont été ignorés avec un motif. */
  readonly justifiee: boolean;
  readonly constats: readonly ConstatMontre[];
}

/** Par feuille, puis par `cleCellule`. */
export type Annotations = ReadonlyMap<string, ReadonlyMap<number, Annotation>>;

const RANGS: Readonly<Record<Gravite, number>> = { bloquant: 0, alerte: 1, info: 2 };

function annoter(constats: readonly ConstatMontre[]): Annotation {
  const ouverts = constats.filter(({ decision }) => decision === null);
  const comptes = ouverts.length > 0 ? ouverts : constats;
  const [pire] = [...comptes].sort((a, b) => RANGS[a.constat.gravite] - RANGS[b.constat.gravite]);
  return { gravite: pire!.constat.gravite, justifiee: ouverts.length === 0, constats };
}

export function annoterGrille(constats: readonly ConstatMontre[]): Annotations {
  const parFeuille = new Map<string, Map<number, ConstatMontre[]>>();
  for (const montre of constats) {
    const { emplacement } = montre.constat;
    if (!emplacement) continue;
    const feuille = parFeuille.get(emplacement.feuille) ?? new Map<number, ConstatMontre[]>();
    parFeuille.set(emplacement.feuille, feuille);
    const cle = cleCellule(emplacement.ligne, emplacement.colonne);
    feuille.set(cle, [...(feuille.get(cle) ?? []), montre]);
  }
  return new Map([...parFeuille].map(([id, cellules]) => [id, new Map([...cellules].map(([cle, siens]) => [cle, annoter(siens)]))]));
}

/** Nombre de constats sans décision d'une feuille, pour son onglet. */
export function compterOuverts(constats: readonly ConstatMontre[], feuille: string): number {
  return constats.filter(({ constat, decision }) => constat.feuille === feuille && decision === null).length;
}

/** « 2 constats, dont 1 bloquant », pour le lecteur d'écran. */
export function direAnnotation({ constats, gravite, justifiee }: Annotation): string {
  if (justifiee) return constats.length === 1 ? '1 constat justifié' : `${String(constats.length)} constats justifiés`;
  if (constats.length === 1) return `constat : ${NOMS_GRAVITES[gravite].toLowerCase()}`;
  return `${accorder(constats.length, 'constat')}, le plus grave : ${NOMS_GRAVITES[gravite].toLowerCase()}`;
}
