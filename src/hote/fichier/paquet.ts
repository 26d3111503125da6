/** Le paquet d'un classeur : l'archive ouverte, sa partie principale et ce qu'elle relie. */
import { type Archive, type Entree, ouvrirArchive, trouverPartie } from './archive';
import { type ClasseurDeclare, lireClasseurXml } from './classeur-xml';
import { verifierPaquet, verifierSignature } from './reconnaitre';
import { endommage } from './refus';
import { type Relation, lireRelations } from './relations';

export interface Paquet {
  readonly archive: Archive;
  /** Partie principale, `xl/workbook.xml` le plus souvent. */
  readonly principale: Entree;
  readonly relations: readonly Relation[];
  readonly declare: ClasseurDeclare;
}

/** Ouvre un classeur. Lève `ErreurHote` si ce n'en est pas un, ou s'il est illisible. */
export function ouvrirPaquet(octets: Uint8Array, nom: string | null): Paquet {
  verifierSignature(octets, nom);
  const archive = ouvrirArchive(octets);
  const cible = lireRelations(archive, '').find(({ type }) => type === 'officeDocument')?.cible ?? 'xl/workbook.xml';
  verifierPaquet(archive, cible);
  const principale = trouverPartie(archive, cible);
  if (!principale) throw endommage(`sa partie principale (« ${cible} ») manque`);
  const relations = lireRelations(archive, principale.chemin);
  return { archive, principale, relations, declare: lireClasseurXml(archive, principale, relations) };
}

/** Partie reliée à la partie principale par un type donné (« styles », « sharedStrings »…). */
export function partieReliee({ archive, relations }: Paquet, type: string): Entree | undefined {
  const cible = relations.find((relation) => relation.type === type)?.cible;
  return cible === undefined ? undefined : trouverPartie(archive, cible);
}
