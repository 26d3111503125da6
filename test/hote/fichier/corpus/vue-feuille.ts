/** Une feuille relue dans son XML, cellule à cellule, pour comparer avant et après. */
import { rang } from './decaler';
import { lireArbre, type Noeud } from './xml';

export interface LigneVue {
  /** Attributs, sauf `spans`. */
  readonly attributs: string;
  readonly spans: readonly [number, number] | null;
  /** Style des cellules à venir, si la ligne en impose un. */
  readonly style: string | undefined;
  readonly cellules: ReadonlyMap<number, Noeud>;
}

export interface FeuilleVue {
  /** Tout ce qui précède et suit les données, bornes (`<dimension>`) exceptées, et les blancs et commentaires d'entre les lignes : au caractère près. */
  readonly decor: string;
  /** Première et dernière colonnes, première et dernière lignes annoncées. */
  readonly bornes: readonly [number, number, number, number] | null;
  readonly lignes: ReadonlyMap<number, LigneVue>;
  /** Numéros de lignes, et de colonnes dans chacune, strictement croissants. */
  readonly ordonnee: boolean;
  readonly colonnes: readonly Noeud[];
  readonly maitres: ReadonlyMap<string, { readonly ligne: number; readonly colonne: number; readonly formule: string }>;
}

const DONNEES = /<(?:\w+:)?sheetData\b[^>]*?(?:\/>|>.*<\/(?:\w+:)?sheetData>)/s;
const DIMENSION = /(<(?:\w+:)?dimension ref=")([^"]*)"/;

function bornesDe(xml: string): FeuilleVue['bornes'] {
  const trouve = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(DIMENSION.exec(xml)?.[2] ?? '');
  if (!trouve) return null;
  const [, c1, l1, c2 = c1, l2 = l1] = trouve;
  return [rang(c1!), rang(c2!), Number(l1), Number(l2)];
}

function lireLignes(donnees: Noeud): { lignes: Map<number, LigneVue>; ordonnee: boolean } {
  const lignes = new Map<number, LigneVue>();
  let [numero, ordonnee] = [0, true];
  for (const { attributs, enfants, texte } of donnees.enfants) {
    const { spans, ...autres } = attributs;
    const suivant = Number(autres.r ?? numero + 1);
    ordonnee &&= suivant > numero;
    numero = suivant;
    const cellules = new Map<number, Noeud>();
    let colonne = 0;
    for (const cellule of enfants) {
      const trouve = /^([A-Z]+)(\d+)$/.exec(cellule.attributs.r ?? '');
      const ici = trouve ? rang(trouve[1]!) : colonne + 1;
      ordonnee &&= ici > colonne && (!trouve || Number(trouve[2]) === numero);
      colonne = ici;
      cellules.set(ici, cellule);
    }
    const etendue = /^(\d+):(\d+)$/.exec(spans ?? '');
    const impose = autres.customFormat === '1' || autres.customFormat === 'true';
    lignes.set(numero, { attributs: JSON.stringify(autres) + texte, spans: etendue ? [Number(etendue[1]), Number(etendue[2])] : null, style: impose ? autres.s : undefined, cellules });
  }
  return { lignes, ordonnee };
}

export function voirFeuille(xml: string): FeuilleVue {
  const racine = lireArbre(xml);
  const donnees = racine.enfants.find(({ nom }) => nom === 'sheetData')!;
  const { lignes, ordonnee } = lireLignes(donnees);
  const maitres = new Map<string, { ligne: number; colonne: number; formule: string }>();
  for (const [ligne, { cellules }] of lignes) {
    for (const [colonne, { enfants }] of cellules) {
      const f = enfants.find(({ nom }) => nom === 'f');
      if (f?.attributs.t === 'shared' && f.texte !== '' && !maitres.has(f.attributs.si!)) maitres.set(f.attributs.si!, { ligne, colonne, formule: f.texte });
    }
  }
  return {
    decor: [xml.replace(DONNEES, '').replace(DIMENSION, '$1"'), donnees.texte, ...(xml.match(/<!--.*?-->/gs) ?? [])].join('|'),
    bornes: bornesDe(xml),
    lignes,
    ordonnee,
    colonnes: racine.enfants.find(({ nom }) => nom === 'cols')?.enfants ?? [],
    maitres,
  };
}
