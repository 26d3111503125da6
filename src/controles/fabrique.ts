/** Fabrique des constats : ce que chaque contrôle écrirait sinon à sa façon. */
import type { Emplacement } from '../classeur/adresse';
import { formatMontant, formatNombre, formatTaux, formatTauxFace } from '../classeur/nombres';
import { memeContenu, type Contenu } from '../corrections/plan';
import { nommerObjectif, type NumeroObjectif } from '../referentiel/objectifs';
import type { Indicateur, Unite } from '../referentiel/indicateurs';
import { cleCause, type Constat, type Correction, type Grandeur } from './constat';
import type { CelluleLue } from './lecture-cellule';
import type { Case } from './lecture-tableau';

type Facultatifs = 'feuille' | 'emplacement' | 'objectif' | 'indicateur' | 'annee' | 'attendu' | 'trouve' | 'ecart' | 'correction' | 'causes';

export type EbaucheConstat = Omit<Constat, Facultatifs> & Partial<Pick<Constat, Facultatifs>>;

/** Complète un constat ; la cellule désignée est toujours une de ses causes. */
export function constat(ebauche: EbaucheConstat): Constat {
  const emplacement = ebauche.emplacement ?? null;
  const propre = emplacement ? [cleCause(emplacement)] : [];
  return {
    objectif: null,
    indicateur: null,
    annee: null,
    attendu: null,
    trouve: null,
    ecart: null,
    correction: null,
    ...ebauche,
    feuille: ebauche.feuille ?? emplacement?.feuille ?? null,
    emplacement,
    causes: [...new Set([...propre, ...(ebauche.causes ?? [])])],
  };
}

/** Constat sur une valeur du tableau de bord : objectif, indicateur, année et cellule en découlent. */
export function constatCase(lue: Case, ebauche: Omit<EbaucheConstat, 'emplacement' | 'objectif' | 'indicateur' | 'annee'>): Constat {
  return constat({
    emplacement: lue.emplacement,
    objectif: lue.indicateur.objectif,
    indicateur: lue.indicateur.code,
    annee: lue.moment.annee,
    ...ebauche,
  });
}

const NOMS_BLOCS = { diagnostic: 'diagnostic', cible: 'cible', atteinte: 'niveau d’atteinte' } as const;

/** « cible 2022 », « diagnostic 2019 ». */
export function nommerMoment({ moment }: Pick<Case, 'moment'>): string {
  return `${NOMS_BLOCS[moment.bloc]} ${String(moment.annee)}`;
}

/** « Objectif 6 – évaluation des IP… » en tête de message ; les délais n'ont pas d'objectif. */
export function nommer(objectif: NumeroObjectif | null): string {
  return objectif === null ? 'Délais d’exécution des décisions de justice' : majuscule(nommerObjectif(objectif));
}

/** Longueur au-delà de laquelle une saisie se cite en abrégé. */
const CITATION_MAX = 80;

/** Saisie citée dans un message : sans saut de ligne, coupée si elle est longue. */
export function abreger(texte: string): string {
  const ligne = texte.replace(/[ \t]*[\r\n]+[ \t]*| {2,}/g, ' ').trim();
  return ligne.length <= CITATION_MAX ? ligne : `${ligne.slice(0, CITATION_MAX - 1).trimEnd()}…`;
}

export function majuscule(texte: string): string {
  return texte.charAt(0).toUpperCase() + texte.slice(1);
}

/** « 83 entretiens », « 1 entretien ». */
export function compter(nombre: number, unite: string): string {
  return `${formatNombre(nombre)} ${nombre < 2 && nombre > -2 ? singulier(unite) : unite}`.trim();
}

export function grandeurEffectif(valeur: number, unite: Unite): Grandeur {
  return { valeur, unite, texte: compter(valeur, unite) };
}

function singulier(unite: string): string {
  return unite === 'IP' || unite === '%' ? unite : unite.replace(/s$/, '');
}

export function grandeurTaux(rapport: number, repere = rapport): Grandeur {
  return { valeur: rapport, unite: '%', texte: repere === rapport ? formatTaux(rapport) : formatTauxFace(rapport, repere) };
}

export function grandeurMontant(euros: number): Grandeur {
  return { valeur: euros, unite: '€', texte: formatMontant(euros) };
}

export function grandeurTexte(texte: string): Grandeur {
  return { valeur: texte, unite: null, texte };
}

/** Grandeur d'un indicateur dans son unité. */
export function grandeurDe(indicateur: Indicateur, valeur: number): Grandeur {
  return indicateur.type === 'taux' ? grandeurTaux(valeur) : grandeurEffectif(valeur, indicateur.unite);
}

/** Ce que montre la cellule, tel que l'utilisateur le voit écrit. */
export function grandeurLue(lue: CelluleLue): Grandeur | null {
  const { lecture } = lue;
  if (lecture.nature === 'vide') return null;
  if (lecture.nature === 'nombre') {
    return lecture.texte !== null ? grandeurTexte(lecture.texte) : { valeur: lecture.nombre, unite: lecture.unite, texte: lecture.unite === '%' ? formatTaux(lecture.nombre) : formatNombre(lecture.nombre) };
  }
  return grandeurTexte(lecture.nature === 'erreur' ? lecture.code : lecture.texte);
}

/** `null` : rien à changer, ou cellule qui porte une erreur saisie, que la relecture d'avant écriture ne saurait reconnaître. */
export function correction(type: Correction['type'], lue: Pick<CelluleLue, 'emplacement' | 'contenu'> & Partial<CelluleLue>, apres: Contenu, raison: string): Correction | null {
  if ((lue.formule === null && lue.lecture?.nature === 'erreur') || memeContenu(lue.contenu, apres)) return null;
  return { type, emplacement: lue.emplacement, avant: lue.contenu, apres, format: lue.format ?? 'General', raison };
}

/** Cause « cet objectif dans cette feuille » : relie des constats qui n'ont pas la même cellule. */
export function causeObjectif(feuille: string, numero: NumeroObjectif, sujet: string): string {
  return `${feuille}!objectif ${String(numero)}:${sujet}`;
}

export function causeCellule(emplacement: Emplacement): string {
  return cleCause(emplacement);
}

