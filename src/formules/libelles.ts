/** Les indicateurs et les colonnes dits en français, avec leur article. */
import type { Moment } from '../classeur/dossier';
import { indicateurDe, INDICATEURS, type CodeIndicateur } from '../referentiel/indicateurs';

const FEMININS = new Set(['cohorte', 'part', 'somme', 'cellule']);
const MASCULINS = new Set(['délai', 'taux']);

function premierMot(nom: string): string {
  return nom.split(/[ ’']/)[0]!.toLowerCase();
}

/** « les IP entrantes », « la cohorte des 3-4 ans scolarisés », « le taux d’IP évaluées ». */
export function avecArticle(nom: string): string {
  const mot = premierMot(nom);
  return `${FEMININS.has(mot) ? 'la' : MASCULINS.has(mot) ? 'le' : 'les'} ${nom}`;
}

/** « des IP entrantes », « de la cohorte… », « du taux… ». */
export function avecDe(nom: string): string {
  const mot = premierMot(nom);
  return `${FEMININS.has(mot) ? 'de la' : MASCULINS.has(mot) ? 'du' : 'des'} ${nom}`;
}

const NOMS_REPETES: ReadonlySet<string> = new Set(
  INDICATEURS.map(({ nom }) => nom).filter((nom, rang, noms) => noms.indexOf(nom) !== rang),
);

/** Nom d'un indicateur ; son objectif le distingue quand deux indicateurs ont le même nom. */
export function nomIndicateur(code: CodeIndicateur): string {
  const { nom, objectif } = indicateurDe(code);
  return NOMS_REPETES.has(nom) && objectif !== null ? `${nom} (objectif ${String(objectif)})` : nom;
}

/** « diagnostic 2019 », « cible 2022 », « niveau d’atteinte 2021 ». */
export function nomMoment({ bloc, annee }: Moment): string {
  return `${bloc === 'atteinte' ? 'niveau d’atteinte' : bloc} ${String(annee)}`;
}

/** « le diagnostic 2019 », « la cible 2022 ». */
export function momentAvecArticle(moment: Moment): string {
  return `${moment.bloc === 'cible' ? 'la' : 'le'} ${nomMoment(moment)}`;
}

export function momentAvecDe(moment: Moment): string {
  return `${moment.bloc === 'cible' ? 'de la' : 'du'} ${nomMoment(moment)}`;
}

/** « a, b et c ». */
export function enumerer(textes: readonly string[]): string {
  return textes.length < 2 ? textes.join('') : `${textes.slice(0, -1).join(', ')} et ${textes.at(-1)!}`;
}
