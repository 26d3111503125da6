/**
 * Façons d'abîmer un libellé, et ce qu'il devient alors : reconnu, ambigu, ou — jamais — pris pour un autre.
 */
import { indicateursExacts, objectifExact, reconnaitreIndicateur, reconnaitreObjectif } from '../../src/classeur/libelles';
import { indicateurDe, type CodeIndicateur, type Indicateur } from '../../src/referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../../src/referentiel/objectifs';

const remplacer = (texte: string, rang: number, par: string, longueur = 1) => texte.slice(0, rang) + par + texte.slice(rang + longueur);
const rangs = (texte: string) => Array.from({ length: texte.length }, (_, rang) => rang);
/** Mots avec ce qui les suit, l'article élidé compris ou à part : « d'enfants », puis « d' » et « enfants ». */
const decoupes = (texte: string) => [texte.split(/(?<=\s)/), texte.split(/(?<=[\s'’])/)];

export const DEGATS: Readonly<Record<string, (texte: string) => readonly string[]>> = {
  'une lettre en moins': (texte) => rangs(texte).map((rang) => remplacer(texte, rang, '')),
  'une lettre doublée': (texte) => rangs(texte).map((rang) => remplacer(texte, rang, texte.charAt(rang).repeat(2))),
  'deux lettres interverties': (texte) => rangs(texte).slice(1).map((rang) => remplacer(texte, rang - 1, texte.charAt(rang) + texte.charAt(rang - 1), 2)),
  'une lettre pour une autre': (texte) => rangs(texte).filter((rang) => /[a-zà-ÿ]/i.test(texte.charAt(rang))).map((rang) => remplacer(texte, rang, 'x')),
  'un mot en moins': (texte) => decoupes(texte).flatMap((mots) => mots.map((_, rang) => mots.filter((__, autre) => autre !== rang).join(''))),
  'une espace en moins': (texte) => rangs(texte).filter((rang) => /[\s'’-]/.test(texte.charAt(rang))).map((rang) => remplacer(texte, rang, '')),
  'un mot en double': (texte) => decoupes(texte).flatMap((mots) => mots.map((mot, rang) => [...mots.slice(0, rang + 1), `${mot} `, ...mots.slice(rang + 1)].join(''))),
};

/** Indicateur qu'un libellé désigne, cherché sous son objectif, puis partout. */
export function indicateursTrouves(texte: string, { objectif }: Indicateur): readonly CodeIndicateur[] {
  const exacts = indicateursExacts(texte);
  if (exacts.length > 0) return exacts;
  return [reconnaitreIndicateur(texte, { admis: (code) => indicateurDe(code).objectif === objectif }), reconnaitreIndicateur(texte)].flatMap((resultat) => (resultat.etat === 'trouve' ? [resultat.candidat.cible.code] : []));
}

export const confusionsIndicateur = (indicateur: Indicateur, texte: string) =>
  indicateursTrouves(texte, indicateur).filter((code) => indicateurDe(code).nom !== indicateur.nom).map((code) => `${code} ← « ${texte} »`);

/** Un libellé abîmé qui est, mot pour mot, celui d'un autre objectif : le texte seul ne peut rien en dire. */
export const isAutre = (numero: NumeroObjectif, texte: string) => (objectifExact(texte)?.numero ?? numero) !== numero;

export function confusionsObjectif(numero: NumeroObjectif, texte: string): readonly string[] {
  if (isAutre(numero, texte)) return [];
  const resultat = reconnaitreObjectif(texte, 'plan');
  return resultat.etat === 'trouve' && resultat.trouve.numero !== numero ? [`${String(resultat.trouve.numero)} ← « ${texte} »`] : [];
}

/** Libellés d'objectifs des deux annexes. */
export const OBJECTIFS_ECRITS = OBJECTIFS.flatMap(({ numero, libelle, libellePlan }) => [...new Set([libelle, libellePlan ?? libelle])].map((texte) => ({ numero, texte })));
