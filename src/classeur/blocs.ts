/**
 * Découpage d'une feuille en objectifs : chaque ligne est rattachée à un objectif reconnu, à un
 * objectif local, ou à rien. Jamais une ligne inconnue n'est versée à l'objectif précédent.
 */
import { objectifDe, type NumeroObjectif } from '../referentiel/objectifs';
import type { Anomalie, BlocObjectif, Libelle } from './dossier';
import { cleCellule } from './instantane';
import { trouverTotal } from './ligne-total';
import { isMention, libelleOfficiel, numeroSeul, objectifExact, objectifsDeLaMesure, reconnaitreObjectif, type Annexe, type ObjectifReconnu, type Reconnaissance } from './libelles';
import { natureDe, type ContexteLigne, type NatureLigne } from './nature-ligne';
import { cleLibelle, normaliser } from './texte';

export type Rattachement = NumeroObjectif | 'local' | null;

export interface Decoupage {
  readonly objectifs: ReadonlyMap<NumeroObjectif, BlocObjectif>;
  /** Objectif de chaque ligne de contenu ; absent : bandeau, total, note. */
  readonly lignes: ReadonlyMap<number, Rattachement>;
  readonly ligneTotal: number | null;
  readonly anomalies: readonly Anomalie[];
}

export interface OptionsDecoupage extends ContexteLigne {
  readonly annexe: Annexe;
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
  /** Rattachement des libellés fusionnés, par cellule : il vaut pour toutes leurs lignes. */
  readonly fusionnes: Map<number, Rattachement>;
  courant: Rattachement;
  mesure: string;
}

/** `mesure` : texte de la mesure de la ligne, ou de la dernière rencontrée. */
function reconnaitre(options: OptionsDecoupage, texte: string, mesure: string): Reconnaissance<ObjectifReconnu> {
  const main = options.aLaMain?.get(normaliser(texte));
  if (main !== undefined) return { etat: 'trouve', trouve: { numero: main, officiel: objectifDe(main).libelle, exact: true } };
  const seul = numeroSeul(texte);
  // Un numéro seul ne vaut que s'il s'accorde avec la mesure : la numérotation peut être locale.
  if (seul !== null && mesure !== '' && !objectifsDeLaMesure(mesure).some(({ numero }) => numero === seul)) return { etat: 'inconnu' };
  return reconnaitreObjectif(texte, options.annexe);
}

/** Objectif que la mesure désigne à elle seule : elle en répète le libellé (22, 26), ou n'en a qu'un. */
function reconnaitreMesure(texte: string, annexe: Annexe): Reconnaissance<ObjectifReconnu> {
  const siens = objectifsDeLaMesure(texte);
  const seul = objectifExact(texte) ?? (siens.length === 1 ? siens[0]! : null);
  return seul ? { etat: 'trouve', trouve: { numero: seul.numero, officiel: libelleOfficiel(seul, annexe), exact: false } } : { etat: 'inconnu' };
}

/** Lignes que couvre un libellé : celles de sa fusion, ou la sienne. */
function lignesCouvertes({ grille }: OptionsDecoupage, ligne: number, colonne: number): readonly number[] {
  const fusion = grille.fusion(ligne, colonne);
  return fusion ? grille.lignes.filter((autre) => autre >= fusion.ligne && autre <= fusion.derniereLigne) : [ligne];
}

function poserLibelle(etat: Etat, options: OptionsDecoupage, place: { readonly ligne: number; readonly colonne: number; readonly texte: string }, resultat: Reconnaissance<ObjectifReconnu>): Rattachement {
  if (resultat.etat !== 'trouve') {
    if (!lignesCouvertes(options, place.ligne, place.colonne).some(options.porteContenu)) return null;
    const ambigu = resultat.etat === 'ambigu';
    // Un même objectif local répété sur chacune de ses lignes ne se dit qu'une fois.
    const repete = place.texte !== '' && etat.courant === 'local' && etat.anomalies.some(({ texte }) => cleLibelle(texte) === cleLibelle(place.texte));
    if (!repete) etat.anomalies.push({ nature: ambigu ? 'objectif_ambigu' : 'objectif_inconnu', ...place, objectif: null, indicateur: null, candidats: ambigu ? resultat.candidats : [] });
    return 'local';
  }
  const { numero, officiel, exact } = resultat.trouve;
  if (!etat.objectifs.has(numero)) etat.objectifs.set(numero, { libelle: { ...place, officiel, exact }, lignes: [] });
  else if (etat.courant !== numero) etat.anomalies.push({ nature: 'doublon_objectif', ...place, objectif: numero, indicateur: null, candidats: [] });
  return numero;
}

/** Sans libellé d'objectif, la ligne continue l'objectif courant, sauf si une autre mesure commence. */
function suivreMesure(etat: Etat, options: OptionsDecoupage, ligne: number, mesure: string): Rattachement {
  const { colonneMesure, colonneObjectif, annexe } = options;
  if (mesure === '' || cleLibelle(mesure) === cleLibelle(etat.mesure)) return etat.courant;
  if (!options.porteContenu(ligne)) return null;
  const resultat = reconnaitreMesure(mesure, annexe);
  const place = resultat.etat === 'trouve' ? { ligne, colonne: colonneObjectif!, texte: '' } : { ligne, colonne: colonneMesure!, texte: mesure };
  return poserLibelle(etat, options, place, resultat);
}

/** Objectif d'une ligne d'après son libellé, celui dont elle partage la fusion, ou sa mesure. */
function rattacher(etat: Etat, options: OptionsDecoupage, ligne: number, mesure: string): Rattachement {
  const { grille, colonneObjectif } = options;
  if (colonneObjectif === null) return etat.courant;
  const { ligne: l, colonne } = grille.ancre(ligne, colonneObjectif);
  const lu = grille.texte(l, colonne);
  const texte = isMention(lu) ? '' : lu;
  // Une cellule fusionnée et vide a perdu son libellé : ce n'est pas la suite de l'objectif d'avant.
  const isVidee = lu === '' && etat.courant !== null && lignesCouvertes(options, ligne, colonneObjectif).length > 1;
  if (texte === '' && !isVidee) return suivreMesure(etat, options, ligne, mesure);
  const cle = cleCellule(l, colonne);
  const connu = etat.fusionnes.get(cle);
  if (connu !== undefined) return connu;
  const resultat = isVidee ? ({ etat: 'inconnu' } as const) : reconnaitre(options, texte, mesure || etat.mesure);
  const rattachement = poserLibelle(etat, options, { ligne: l, colonne, texte }, resultat);
  if (grille.fusion(ligne, colonneObjectif)) etat.fusionnes.set(cle, rattachement);
  return rattachement;
}

function lireLigne(etat: Etat, options: OptionsDecoupage, ligne: number, nature: NatureLigne): void {
  const { grille, colonneMesure } = options;
  if (nature === 'ignoree') return;
  if (nature !== 'contenu') {
    etat.courant = null;
    etat.mesure = '';
    return;
  }
  const mesure = colonneMesure === null ? '' : grille.texte(ligne, colonneMesure);
  etat.courant = rattacher(etat, options, ligne, mesure);
  if (mesure !== '') etat.mesure = mesure;
  const isLibellee = typeof etat.courant === 'number' && etat.objectifs.get(etat.courant)?.libelle.ligne === ligne;
  if (!isLibellee && !options.porteContenu(ligne)) return;
  etat.lignes.set(ligne, etat.courant);
  if (typeof etat.courant === 'number') etat.objectifs.get(etat.courant)?.lignes.push(ligne);
}

export function decouper(options: OptionsDecoupage): Decoupage {
  const etat: Etat = { objectifs: new Map(), lignes: new Map(), anomalies: [], fusionnes: new Map(), courant: null, mesure: '' };
  const lignes = options.grille.lignes.filter((ligne) => ligne >= options.premiereLigne);
  const natures = new Map(lignes.map((ligne) => [ligne, natureDe(options, ligne)] as const));
  const total = trouverTotal(options, natures);
  for (const [ligne, nature] of natures) {
    if (ligne < total.fin) lireLigne(etat, options, ligne, nature);
  }
  const objectifs = new Map([...etat.objectifs].map(([numero, bloc]) => [numero, { numero, ...bloc }] as const));
  return { objectifs, lignes: etat.lignes, ligneTotal: total.ligne, anomalies: etat.anomalies };
}
