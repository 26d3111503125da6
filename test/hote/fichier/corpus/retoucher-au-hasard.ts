/** Une retouche au hasard d'un classeur du corpus, vérifiée par un comparateur qui ne doit rien au code d'écriture. */
import { formatA1 } from '../../../../src/classeur/adresse';
import type { Instantane } from '../../../../src/classeur/instantane';
import type { Ecriture } from '../../../../src/corrections/plan';
import { planProvenance } from '../../../../src/diagnostic/provenance';
import { ecrireDonneesProjet } from '../../../../src/hote/fichier/donnees-projet';
import { retoucher } from '../../../../src/hote/fichier/ecrire';
import { octetsDe } from '../aide';
import { porte, type Voulu } from './comparer-feuille';
import { comparerPaquets, lireOrigine, type Origine } from './comparer-paquet';
import { lettres } from './decaler';
import { entier, type Hasard, type Nature, tirerEcritures, tirerNature } from './tirage';
import { voirFeuille } from './vue-feuille';
import { lireParties, texteDe } from './xml';

export interface Sujet {
  readonly octets: Uint8Array;
  readonly origine: Origine;
  readonly instantane: Instantane;
}

export interface Retouchee {
  readonly nature: Nature;
  readonly sortie: Uint8Array;
  readonly ecritures: readonly Ecriture[];
  /** Ce qui n'aurait pas dû changer, ou manque ; vide si tout est bien. */
  readonly ecarts: readonly string[];
}

const NOUVELLE = 'nouvelle:';

export function retoucherAuHasard(hasard: Hasard, sujet: Sujet, nature = tirerNature(hasard)): Retouchee {
  if (nature === 'données du projet') return ecrireDonnees(hasard, sujet);
  const sources = nature === 'sources du diagnostic';
  const cellules = sources && entier(hasard, 2) === 0 ? [] : tirerEcritures(hasard, sujet.instantane, sources ? 'valeur' : nature);
  const visees = new Set(cellules.map(adresseDe));
  const perimees = nature === 'plusieurs cellules' || nature === 'valeur' ? sujet.instantane.feuilles.flatMap((feuille) => [...feuille.cellules.values()]
    .filter(({ formule }) => formule !== null && entier(hasard, 12) === 0)
    .map(({ ligne, colonne }) => ({ feuille: feuille.id, ligne, colonne }))
    .filter((emplacement) => !visees.has(adresseDe(emplacement)) && cellules.some(({ feuille: visee }) => visee === feuille.id))) : [];
  const plan = sources ? planProvenance(sujet.instantane, [
    { indicateur: 'o1-naissances', cellule: 'D9', valeur: entier(hasard, 9000), source: 'INSEE & état civil', millesime: '2019', date: '2020-06-15', mode: 'importé' },
    { indicateur: 'o1-entretiens-cd', cellule: 'D7', valeur: 'ND', source: null, millesime: null, date: '2020-06-15', mode: 'saisi' },
  ]) : { ecritures: [] };
  const ecritures = [...plan.ecritures, ...cellules];
  const sortie = octetsDe(retoucher(sujet.octets, { ...plan, ecritures, perimees }));
  const ecarts = comparerPaquets(sujet.origine, sortie, { feuilles: vouluPar(cellules, perimees), ajoutees: sources ? [feuilleNeuve(sujet.origine)] : [], recalcul: true });
  return { nature, sortie, ecritures, ecarts: sources ? [...ecarts, ...relireNeuve(sortie, feuilleNeuve(sujet.origine), plan.ecritures)] : ecarts };
}

type Place = { readonly feuille: string; readonly ligne: number; readonly colonne: number };
const adresseDe = ({ feuille, ligne, colonne }: Place): string => `${feuille}!${formatA1(ligne, colonne)}`;

function vouluPar(ecritures: readonly Ecriture[], perimees: readonly Place[]): ReadonlyMap<string, Voulu> {
  return new Map([...new Set([...ecritures, ...perimees].map(({ feuille }) => feuille))].map((id): [string, Voulu] => [id, {
    ecrites: new Map(ecritures.filter(({ feuille }) => feuille === id).map(({ ligne, colonne, apres }) => [formatA1(ligne, colonne), apres])),
    perimees: new Set(perimees.filter(({ feuille }) => feuille === id).map(({ ligne, colonne }) => formatA1(ligne, colonne))),
  }]));
}

function feuilleNeuve({ parties }: Origine): string {
  let numero = 1;
  while (parties.has(`xl/worksheets/sheet${numero}.xml`)) numero++;
  return `xl/worksheets/sheet${numero}.xml`;
}

function relireNeuve(sortie: Uint8Array, chemin: string, ecritures: readonly Ecriture[]): string[] {
  const partie = lireParties(sortie).find((candidate) => candidate.chemin === chemin);
  if (!partie) return [`${chemin} manque`];
  const vue = voirFeuille(texteDe(partie));
  const voulues = new Map(ecritures.filter(({ feuille }) => feuille.startsWith(NOUVELLE)).map(({ ligne, colonne, apres }) => [formatA1(ligne, colonne), apres]));
  const lues = [...vue.lignes].flatMap(([ligne, { cellules }]) => [...cellules].map(([colonne, cellule]) => [`${lettres(colonne)}${ligne}`, cellule] as const));
  const fausses = lues.filter(([adresse, cellule]) => !voulues.has(adresse) || !porte(cellule, voulues.get(adresse)!)).map(([adresse]) => `${chemin} : ${adresse} n’est pas celle voulue`);
  return voulues.size === lues.length && voulues.size > 0 && vue.ordonnee ? fausses : [...fausses, `${chemin} : ${lues.length} cellules pour ${voulues.size} voulues`];
}

const donnees = (note: number): string => `<d:donnees xmlns:d="urn:controle-cdppe:donnees:1"><d:note>${note} é &amp; &lt;</d:note></d:donnees>`;

/** Données ajoutées, puis remplacées, puis retirées : le classeur est revenu à ce qu'il était. */
function ecrireDonnees(hasard: Hasard, { octets, origine }: Sujet): Retouchee {
  let numero = 1;
  while (origine.parties.has(`customXml/item${numero}.xml`)) numero++;
  const element = `customXml/item${numero}.xml`;
  const attendu = { feuilles: new Map(), ajoutees: [element, `customXml/itemProps${numero}.xml`, `customXml/_rels/item${numero}.xml.rels`], recalcul: false };
  const [premiere, seconde] = [entier(hasard, 1e6), entier(hasard, 1e6)].map(donnees) as [string, string];
  const ajoutees = ecrireDonneesProjet(octets, premiere);
  const remplacees = ecrireDonneesProjet(ajoutees, seconde);
  const retirees = ecrireDonneesProjet(remplacees, null);
  const lues = [ajoutees, remplacees].map((sortie) => lireParties(sortie).find(({ chemin }) => chemin === element)).map((partie) => partie && texteDe(partie));
  const apres = lireOrigine(retirees);
  const revenues = [...origine.parties.keys()].filter((chemin) => !apres.parties.has(chemin) || apres.texte(chemin) !== origine.texte(chemin));
  return {
    nature: 'données du projet', sortie: remplacees, ecritures: [],
    ecarts: [
      ...[ajoutees, remplacees].flatMap((sortie) => comparerPaquets(origine, sortie, attendu)),
      ...(lues[0] === premiere && lues[1] === seconde ? [] : ['données du projet mal relues']),
      ...revenues.map((chemin) => `${chemin} n’est pas revenue à son état`),
      ...(apres.parties.size === origine.parties.size ? [] : ['une partie reste après le retrait']),
    ],
  };
}
