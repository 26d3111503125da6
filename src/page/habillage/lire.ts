/** Lit l'habillage d'un classeur : une seconde lecture, plus brève, des mêmes parties que l'instantané. */
import { parseA1 } from '../../classeur/adresse';
import { cleCellule, PLAFOND_LIGNES } from '../../classeur/instantane';
import { trouverPartie, type Archive, type Entree } from '../../hote/fichier/archive';
import { ouvrirPaquet, type Paquet } from '../../hote/fichier/paquet';
import { lireXml } from '../../hote/fichier/xml';
import type { Habillage } from './habillage';
import { lireStylesVisuels } from './styles-xml';

function lireRangs(archive: Archive, entree: Entree): ReadonlyMap<number, number> {
  const rangs = new Map<number, number>();
  let ligne = 0;
  let colonne = 0;
  let fini = false;
  lireXml(archive, entree, {
    ouvrir(nom, { r, s }) {
      if (nom === 'row') {
        ligne = Number(r ?? ligne + 1);
        colonne = 0;
        fini = ligne > PLAFOND_LIGNES;
      } else if (nom === 'c') {
        colonne = (r === undefined ? null : parseA1(r))?.colonne ?? colonne + 1;
        const rang = Number(s ?? 0);
        if (rang > 0) rangs.set(cleCellule(ligne, colonne), rang);
      }
    },
    fermer(nom) { if (nom === 'sheetData') fini = true; },
    fini: () => fini,
  });
  return rangs;
}

function cheminRelie({ relations }: Paquet, type: string): string | undefined {
  return relations.find((relation) => relation.type === type)?.cible;
}

/** Lève `ErreurHote` si le classeur est illisible. */
export function lireHabillage(octets: Uint8Array): Habillage {
  const paquet = ouvrirPaquet(octets, null);
  const { archive, declare } = paquet;
  const cellules = declare.feuilles.flatMap(({ chemin }) => {
    const entree = chemin === null ? undefined : trouverPartie(archive, chemin);
    return entree ? [[entree.chemin, lireRangs(archive, entree)] as const] : [];
  });
  return { styles: lireStylesVisuels(archive, cheminRelie(paquet, 'styles'), cheminRelie(paquet, 'theme')), cellules: new Map(cellules) };
}
