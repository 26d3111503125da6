/** Relations du paquet (OPC, partie 2 de l'ISO 29500) : de quelle partie on va à quelle autre. */
import { strFromU8 } from 'fflate';
import { type Archive, trouverPartie } from './archive';
import { type Attributs, lireXml } from './xml';

export interface Relation {
  readonly id: string;
  /** Dernier segment du type (« worksheet », « styles »…), le même en forme stricte et transitoire. */
  readonly type: string;
  /** Chemin de la partie visée, sans « / » en tête ; une relation externe n'en a pas. */
  readonly cible: string;
}

/** Chemin de la partie de relations d'une partie : « xl/workbook.xml » → « xl/_rels/workbook.xml.rels ». */
export function cheminRelations(chemin: string): string {
  const coupe = chemin.lastIndexOf('/') + 1;
  return `${chemin.slice(0, coupe)}_rels/${chemin.slice(coupe)}.rels`;
}

/** Relations internes d'une partie (`''` : le paquet) ; aucune si la partie n'en déclare pas. */
export function lireRelations(archive: Archive, chemin: string): readonly Relation[] {
  const entree = trouverPartie(archive, cheminRelations(chemin));
  if (!entree) return [];
  const relations: Relation[] = [];
  lireXml(archive, entree, {
    ouvrir(nom, { Id, Type, Target, TargetMode }) {
      if (nom !== 'Relationship' || TargetMode === 'External' || Target === undefined) return;
      relations.push({ id: Id ?? '', type: (Type ?? '').replace(/^.*\//, ''), cible: resoudre(chemin, Target) });
    },
  });
  return relations;
}

/** Cible absolue (« /xl/… ») ou relative au dossier de la partie ; ne remonte jamais au-dessus du paquet. */
export function resoudre(source: string, cible: string): string {
  const base = cible.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of decoder(cible).replace(/\\/g, '/').split('/')) {
    if (segment === '..') base.pop();
    else if (segment !== '' && segment !== '.') base.push(segment);
  }
  return base.join('/');
}

/** Cible relative, telle qu'on l'écrit : de « xl/workbook.xml » à « customXml/item1.xml », « ../customXml/item1.xml ». */
export function cheminRelatif(source: string, cible: string): string {
  const dossiers = source.split('/').slice(0, -1);
  const segments = cible.split('/');
  const different = dossiers.findIndex((dossier, rang) => dossier !== segments[rang]);
  const communs = different < 0 ? dossiers.length : different;
  return [...dossiers.slice(communs).map(() => '..'), ...segments.slice(communs)].join('/');
}

/** Les cibles sont des URI : « Feuille%201.xml ». Un « % » isolé reste tel quel. */
function decoder(cible: string): string {
  return cible.replace(/(?:%[0-9A-Fa-f]{2})+/g, (codes) =>
    strFromU8(Uint8Array.from(codes.slice(1).split('%'), (code) => Number.parseInt(code, 16))),
  );
}

/** « r:id », quel que soit le préfixe de l'espace de noms des relations. */
export function idRelation(attributs: Attributs): string {
  const cle = Object.keys(attributs).find((attribut) => attribut.endsWith(':id'));
  return (cle === undefined ? undefined : attributs[cle]) ?? '';
}
