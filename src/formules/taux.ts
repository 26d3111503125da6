/**
 * Identification d'un taux : sa formule calcule-t-elle le rapport que définit l'annexe 5.2, et sinon
 * que calcule-t-elle ? On compare ce qu'elle rend sur des opérandes tirés au hasard ; l'écriture
 * n'importe pas.
 */
import type { Moment, TableauDeBord } from '../classeur/dossier';
import { celluleDe, isVide } from '../classeur/instantane';
import { MEMES_DENOMINATEURS } from '../referentiel/coherences';
import { indicateurDe, type CodeIndicateur } from '../referentiel/indicateurs';
import { tauxDe } from '../referentiel/taux';
import { cleTaux } from './cle';
import { reconnaitre } from './reconnaitre';
import { proches, type ContexteTaux, type Couple, type IdentificationTaux, type TauxReconnu } from './identification';
import { avecArticle, nomIndicateur } from './libelles';
import { tirer, type Tirage } from './tirages';
import type { ServiceValeurs } from './valeurs';

export interface DemandeTaux {
  readonly tableau: TableauDeBord;
  readonly service: ServiceValeurs;
  readonly code: CodeIndicateur;
  readonly moment: Moment;
  /** Formule à juger à la place de celle de la cellule. */
  readonly formule?: string;
}

/** Reconnue, et dans quel cas : son verdict peut dépendre de l'état du classeur. */
export interface Reconnaissance {
  readonly identification: IdentificationTaux;
  /** Vrai si la formule lit autre chose que ses deux opérandes, ou les compare à un nombre. */
  readonly conditionnelle: boolean;
  /** Vrai si elle lit des cellules propres à cette colonne : la reconnaissance ne vaut pas ailleurs. */
  readonly locale: boolean;
}

/** Ce que calcule un taux du tableau dans une colonne. Ne lève jamais. */
export function identifierTaux(demande: DemandeTaux): IdentificationTaux {
  const { tableau, service, code, moment } = demande;
  const ligne = tableau.indicateurs.get(code)?.ligne;
  const feuille = service.classeur.feuilleParId(tableau.feuille.id);
  if (ligne === undefined || !feuille) return nonEvaluable(`la ligne du taux (${nomIndicateur(code)}) n’est pas dans le tableau`);
  const cellule = celluleDe(feuille, ligne, moment.colonne);
  const formule = demande.formule ?? cellule?.formule ?? null;
  if (formule === null) return !cellule || isVide(cellule.valeur) ? { nature: 'vide' } : { nature: 'constante', valeur: cellule.valeur! };
  const couples = couplesDe(code, tableau);
  if (typeof couples === 'string') return nonEvaluable(couples);
  const memoire = memoireDe(service, tableau);
  const contexte: ContexteTaux = { classeur: service.classeur, tableau, feuille, tirages: memoire.tirages, code, ligne, moment, couples };
  return trancher(identifierUneFois(contexte, formule, memoire), contexte, demande);
}

function nonEvaluable(raison: string): IdentificationTaux {
  return { nature: 'non_evaluable', motif: 'donnees', raison };
}

/** Couples admis dont les deux lignes sont là ; phrase si aucun. */
function couplesDe(code: CodeIndicateur, { indicateurs }: TableauDeBord): ContexteTaux['couples'] | string {
  const taux = tauxDe(code);
  if (!taux) return `« ${indicateurDe(code).nom} » n’est pas un taux`;
  const couples = taux.numerateurs.flatMap((numerateur) => denominateursDe(taux.denominateur).flatMap((denominateur): Couple[] => {
    const [n, d] = [indicateurs.get(numerateur), indicateurs.get(denominateur)];
    return n && d ? [{ numerateur, denominateur, ligneNumerateur: n.ligne, ligneDenominateur: d.ligne }] : [];
  }));
  const [premier, ...suite] = couples;
  if (premier) return [premier, ...suite];
  const absents = [taux.numerateurs[0], taux.denominateur].filter((indicateur) => !indicateurs.has(indicateur));
  return `la ligne ${absents.map((absent) => `« ${nomIndicateur(absent)} »`).join(' et ')} n’est pas dans le tableau`;
}

/** Le même dénominateur saisi deux fois (naissances 1 et 3, enfants 4 et 5) doit avoir une seule valeur (IND-05). */
function denominateursDe(denominateur: CodeIndicateur): readonly CodeIndicateur[] {
  const jumeaux = MEMES_DENOMINATEURS.flatMap(({ premier, second }) => (premier === denominateur ? [second] : second === denominateur ? [premier] : []));
  return [denominateur, ...jumeaux];
}

interface Memoire {
  readonly tirages: readonly Tirage[];
  readonly connues: Map<string, Reconnaissance>;
}

/** Une mémoire par service et par tableau : une même formule n'est identifiée qu'une fois. */
const MEMOIRES = new WeakMap<ServiceValeurs, WeakMap<TableauDeBord, Memoire>>();

function memoireDe(service: ServiceValeurs, tableau: TableauDeBord): Memoire {
  const parTableau = MEMOIRES.get(service) ?? new WeakMap<TableauDeBord, Memoire>();
  MEMOIRES.set(service, parTableau);
  const memoire = parTableau.get(tableau) ?? { tirages: tirer(tableau), connues: new Map() };
  parTableau.set(tableau, memoire);
  return memoire;
}

function identifierUneFois(contexte: ContexteTaux, formule: string, { connues }: Memoire): Reconnaissance {
  const { noeud, refus } = contexte.classeur.analyser(formule);
  if (!noeud) return { identification: { nature: 'non_evaluable', motif: 'syntaxe', raison: refus }, conditionnelle: false, locale: false };
  const { commune, propre } = cleTaux(noeud, contexte);
  const connue = (commune === null ? undefined : connues.get(commune)) ?? connues.get(propre);
  if (connue) return connue;
  const reconnaissance = reconnaitre(noeud, contexte);
  connues.set(commune === null || reconnaissance.locale ? propre : commune, reconnaissance);
  return reconnaissance;
}

/** Une formule sous condition est juste si, dans l'état du classeur, elle rend bien le rapport. */
function trancher({ identification, conditionnelle }: Reconnaissance, { tableau, moment, ligne }: ContexteTaux, { service, formule }: DemandeTaux): IdentificationTaux {
  if (!conditionnelle || formule !== undefined || (identification.nature !== 'juste' && identification.nature !== 'centuple')) return identification;
  const lire = (rang: number) => service.valeur(tableau.feuille.id, rang, moment.colonne).valeur;
  const numerateur = lire(tableau.indicateurs.get(identification.numerateur)!.ligne);
  const denominateur = lire(tableau.indicateurs.get(identification.denominateur)!.ligne);
  if (typeof numerateur !== 'number' || typeof denominateur !== 'number' || denominateur === 0) return identification;
  return rendLeRapport(lire(ligne), numerateur / denominateur, identification) ? identification : {
    nature: 'faux', cause: 'condition',
    description: `ne divise ${avecArticle(nomIndicateur(identification.numerateur))} par ${avecArticle(nomIndicateur(identification.denominateur))} que sous une condition qui n’est pas remplie ici`,
  };
}

/** Un arrondi au point près est admis. */
export const ARRONDI_ADMIS = 0.01;

function rendLeRapport(valeur: unknown, rapport: number, { nature, arrondi }: TauxReconnu): boolean {
  if (typeof valeur !== 'number') return false;
  const lu = nature === 'centuple' ? valeur / 100 : valeur;
  return proches(lu, rapport) || (arrondi && Math.abs(lu - rapport) <= ARRONDI_ADMIS * (1 + 1e-9));
}
