/** Le JSON du catalogue, en règles vérifiables : rend les écarts, vide si tout est conforme. */
import { CODES } from '../../src/controles/codes';
import { INDICATEURS } from '../../src/referentiel/indicateurs';

type Regle = (valeur: unknown, chemin: string) => readonly string[];

const dire = (vrai: boolean, chemin: string, attendu: string, valeur: unknown) => (vrai ? [] : [`${chemin} : ${attendu}, et non ${JSON.stringify(valeur)}`]);
const parmi = (...valeurs: readonly unknown[]): Regle => (valeur, chemin) => dire(valeurs.includes(valeur), chemin, `un de ${valeurs.join(', ')}`, valeur);
const texte: Regle = (valeur, chemin) => dire(typeof valeur === 'string' && valeur.trim() !== '', chemin, 'un texte', valeur);
const nombre: Regle = (valeur, chemin) => dire(typeof valeur === 'number', chemin, 'un nombre', valeur);
const booleen: Regle = (valeur, chemin) => dire(typeof valeur === 'boolean', chemin, 'vrai ou faux', valeur);
const motif = (forme: RegExp): Regle => (valeur, chemin) => dire(typeof valeur === 'string' && forme.test(valeur), chemin, String(forme), valeur);
const ouNul = (regle: Regle): Regle => (valeur, chemin) => (valeur === null ? [] : regle(valeur, chemin));
const unDe = (...regles: readonly Regle[]): Regle => (valeur, chemin) => (regles.some((regle) => regle(valeur, chemin).length === 0) ? [] : [`${chemin} : aucune forme admise pour ${JSON.stringify(valeur)}`]);
const liste = (regle: Regle): Regle => (valeur, chemin) => (Array.isArray(valeur) ? valeur.flatMap((element, rang) => regle(element, `${chemin}[${String(rang)}]`)) : [`${chemin} : une liste`]);
/** D'autres clés peuvent s'ajouter, sauf si `stricte`. */
const objet = (regles: Readonly<Record<string, Regle>>, stricte = false): Regle => (valeur, chemin) => {
  if (typeof valeur !== 'object' || valeur === null) return [`${chemin} : un objet`];
  const cles = Object.keys(valeur);
  const enTrop = stricte ? cles.filter((cle) => !(cle in regles)) : [];
  return [
    ...enTrop.map((cle) => `${chemin}.${cle} : en trop`),
    ...Object.entries(regles).flatMap(([cle, regle]) => (cles.includes(cle) ? regle((valeur as Record<string, unknown>)[cle], `${chemin}.${cle}`) : [`${chemin}.${cle} : absente`])),
  ];
};

const A1 = motif(/^[A-Z]{1,3}[1-9]\d*$/);
const NUMERO: Regle = (valeur, chemin) => dire(Number.isInteger(valeur) && (valeur as number) >= 1 && (valeur as number) <= 26, chemin, 'un numéro d’objectif', valeur);
const GRANDEUR = objet({ valeur: ouNul(unDe(nombre, texte)), unite: ouNul(texte), texte }, true);
const CONTENU = unDe(objet({ formule: motif(/^=[^;]*$/) }, true), objet({ valeur: ouNul(unDe(nombre, booleen, (valeur, chemin) => dire(typeof valeur === 'string', chemin, 'un texte', valeur))) }, true));
const CORRECTION = objet({ type: parmi('automatique', 'proposee'), cellule: A1, avant: CONTENU, apres: CONTENU });

const CONSTAT = objet({
  code: parmi(...CODES),
  gravite: parmi('bloquant', 'alerte', 'info'),
  feuille: ouNul(texte),
  cellule: ouNul(A1),
  objectif: ouNul(NUMERO),
  indicateur: ouNul(parmi(...INDICATEURS.map(({ code }) => code))),
  message: texte,
  attendu: ouNul(GRANDEUR),
  trouve: ouNul(GRANDEUR),
  source: texte,
  correction: ouNul(CORRECTION),
});

const RAPPORT = objet({
  fichier: texte,
  referentiel: parmi('cdppe-2020-2022'),
  departement: ouNul(objet({ code: motif(/^(?:\d{2,3}|2[AB]|69M)$/), nom: texte, provenance: texte })),
  verdict: parmi('a_remplir', 'non_conforme', 'incomplet', 'conforme_avec_reserves', 'conforme'),
  objectifs: liste(objet({ numero: NUMERO, fondamental: booleen, retenu: booleen }, true)),
  controles: liste(objet({ code: parmi(...CODES), statut: parmi('conforme', 'constats', 'sans_objet', 'non_verifiable', 'erreur') })),
  constats: liste(CONSTAT),
});

export function ecartsAuSchema(rapport: unknown): readonly string[] {
  return RAPPORT(rapport, 'rapport');
}
