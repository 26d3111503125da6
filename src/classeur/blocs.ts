/**
 * Découpage d'une feuille en objectifs : chaque ligne est rattachée à un objectif reconnu, à un
 * objectif local, ou à rien. Jamais une ligne inconnue n'est versée à l'objectif précédent.
 */
import { objectifDe, type NumeroObjectif } from '../referentiel/objectifs';
import type { Anomalie, BlocObjectif, Libelle } from './dossier';
import type { Grille } from './grille';
import { isBandeau, isSousTotal, isTotal, reconnaitreObjectif, type Annexe } from './libelles';
import { normaliser } from './texte';

export type Rattachement = NumeroObjectif | 'local' | null;

export interface Decoupage {
  readonly objectifs: ReadonlyMap<NumeroObjectif, BlocObjectif>;
  /** Objectif de chaque ligne de contenu ; absent : bandeau, total, note. */
  readonly lignes: ReadonlyMap<number, Rattachement>;
  readonly ligneTotal: number | null;
  readonly anomalies: readonly Anomalie[];
}

export interface OptionsDecoupage {
  readonly grille: Grille;
  readonly annexe: Annexe;
  readonly colonneMesure: number | null;
  readonly colonneObjectif: number | null;
  readonly premiereLigne: number;
  /** Vrai si la ligne porte de quoi être un objectif (action, montant, indicateur…), et pas une note. */
  readonly porteContenu: (ligne: number) => boolean;
  /** Rattachements faits à la main : texte normalisé d'un libellé → objectif. */
  readonly aLaMain?: ReadonlyMap<string, NumeroObjectif>;
}

interface Etat {
  readonly objectifs: Map<NumeroObjectif, { libelle: Libelle; lignes: number[] }>;
  readonly lignes: Map<number, Rattachement>;
  readonly anomalies: Anomalie[];
  courant: Rattachement;
  mesure: string;
  ligneTotal: number | null;
}

function cherche(options: OptionsDecoupage, texte: string) {
  const main = options.aLaMain?.get(normaliser(texte));
  if (main === undefined) return reconnaitreObjectif(texte, options.annexe);
  return { etat: 'trouve', trouve: { numero: main, officiel: objectifDe(main).libelle, exact: true } } as const;
}

function poserLibelle(etat: Etat, options: OptionsDecoupage, ligne: number, colonne: number, texte: string): void {
  const resultat = cherche(options, texte);
  const place = { ligne, colonne, texte };
  if (resultat.etat !== 'trouve') {
    etat.courant = options.porteContenu(ligne) || options.grille.fusion(ligne, colonne) !== null ? 'local' : null;
    if (etat.courant === null) return;
    const candidats = resultat.etat === 'ambigu' ? resultat.candidats : [];
    etat.anomalies.push({ nature: resultat.etat === 'ambigu' ? 'objectif_ambigu' : 'objectif_inconnu', ...place, objectif: null, indicateur: null, candidats });
    return;
  }
  const { numero, officiel, exact } = resultat.trouve;
  const deja = etat.objectifs.get(numero);
  if (!deja) etat.objectifs.set(numero, { libelle: { ...place, officiel, exact }, lignes: [] });
  else if (etat.courant !== numero) {
    etat.anomalies.push({ nature: 'doublon_objectif', ...place, objectif: numero, indicateur: null, candidats: [] });
  }
  etat.courant = numero;
}

/** Sans libellé d'objectif, la ligne continue l'objectif courant, sauf si une autre mesure commence. */
function suivreMesure(etat: Etat, options: OptionsDecoupage, ligne: number): void {
  const { grille, colonneMesure } = options;
  if (colonneMesure === null) return;
  const texte = grille.texte(ligne, colonneMesure);
  if (texte === '') return;
  const mesure = normaliser(texte);
  if (mesure === etat.mesure) return;
  etat.mesure = mesure;
  if (options.colonneObjectif !== null) poserLibelle(etat, options, ligne, colonneMesure, texte);
}

function lireLigne(etat: Etat, options: OptionsDecoupage, ligne: number): void {
  const { grille, colonneMesure, colonneObjectif } = options;
  const textes = [colonneMesure, colonneObjectif, grille.colonnes[0] ?? null]
    .filter((colonne) => colonne !== null)
    .map((colonne) => grille.texte(ligne, colonne));
  if (textes.some(isBandeau)) {
    etat.courant = null;
    etat.mesure = '';
    return;
  }
  if (textes.some(isTotal)) {
    etat.ligneTotal = ligne;
    etat.courant = null;
    return;
  }
  if (textes.some(isSousTotal)) return;
  const libelle = colonneObjectif === null ? '' : grille.texte(ligne, colonneObjectif);
  if (libelle !== '') {
    if (colonneMesure !== null && grille.texte(ligne, colonneMesure) !== '') etat.mesure = normaliser(grille.texte(ligne, colonneMesure));
    poserLibelle(etat, options, ligne, colonneObjectif!, libelle);
  } else suivreMesure(etat, options, ligne);
  if (etat.courant === null && !options.porteContenu(ligne)) return;
  etat.lignes.set(ligne, etat.courant);
  if (typeof etat.courant === 'number') etat.objectifs.get(etat.courant)!.lignes.push(ligne);
}

export function decouper(options: OptionsDecoupage): Decoupage {
  const etat: Etat = { objectifs: new Map(), lignes: new Map(), anomalies: [], courant: null, mesure: '', ligneTotal: null };
  for (const ligne of options.grille.lignes) {
    if (ligne >= options.premiereLigne) lireLigne(etat, options, ligne);
  }
  const objectifs = new Map([...etat.objectifs].map(([numero, bloc]) => [numero, { numero, ...bloc }] as const));
  return { objectifs, lignes: etat.lignes, ligneTotal: etat.ligneTotal, anomalies: etat.anomalies };
}
