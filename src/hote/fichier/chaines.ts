/** Textes : échappements d'OOXML, et table des chaînes partagées (`sharedStrings.xml`). */
import type { Archive, Entree } from './archive';
import { preleverChaines } from './prelever-chaines';
import { endommage } from './refus';
import { type Lecteur, lireTexteXml, lireXml } from './xml';

const ECHAPPEMENT = /_x([0-9A-Fa-f]{4})_/g;

/** Défait les échappements `_xHHHH_` (ISO 29500-1, 22.9.2.19) : `_x005F_x000D_` rend `_x000D_`. */
export function desechapper(texte: string): string {
  if (!texte.includes('_x')) return texte;
  return texte.replace(ECHAPPEMENT, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Chaînes partagées de rangs donnés (0 pour la première). Lève `ErreurHote` s'il en manque une. */
export function lireChaines(archive: Archive, entree: Entree | undefined, rangs: ReadonlySet<number>): ReadonlyMap<number, string> {
  const chaines = new Map<number, string>();
  if (rangs.size === 0) return chaines;
  if (!entree) throw endommage('la table des textes manque');
  const utiles = [...rangs].sort((a, b) => a - b);
  const prelevees = preleverChaines(archive, entree, rangs, utiles[utiles.length - 1]!);
  if (prelevees === null) lireXml(archive, entree, lecteurChaines(chaines, (rang) => (rangs.has(rang) ? rang : undefined)));
  else lireTexteXml(prelevees, entree.chemin, lecteurChaines(chaines, (rang) => utiles[rang]));
  if (chaines.size < rangs.size) throw endommage('une cellule renvoie à un texte absent de la table des textes');
  return chaines;
}

/** Texte de chaque `<si>` : ses `<t>`, directs ou dans des passages mis en forme, sans les annotations phonétiques. */
function lecteurChaines(chaines: Map<number, string>, rangUtile: (rang: number) => number | undefined): Lecteur {
  let rang = -1;
  let texte = '';
  let capture = false;
  let phonetique = false;
  return {
    ouvrir(nom) {
      if (nom === 'si') {
        rang++;
        texte = '';
      } else if (nom === 'rPh') phonetique = true;
      else if (nom === 't') capture = !phonetique;
    },
    fermer(nom) {
      if (nom === 't') capture = false;
      else if (nom === 'rPh') phonetique = false;
      else if (nom === 'si') {
        const utile = rangUtile(rang);
        if (utile !== undefined) chaines.set(utile, desechapper(texte));
      }
    },
    texte(morceau) {
      if (capture) texte += morceau;
    },
  };
}
