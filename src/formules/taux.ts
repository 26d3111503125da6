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
import { cleFormule, memeColonne } from './cle';
import { reconnaitre } from './reconnaitre';
import { ARRONDI_ADMIS, proches, type ContexteTaux, type Couple, type IdentificationTaux, type Reconnaissance, type TauxReconnu } from './identification';
import { avecArticle, nomIndicateur } from './libelles';
import { memoriser } from './memoire';
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

/** Ce que calcule un taux du tableau dans une colonne. Ne lève jamais. */
export function identifierTaux(demande: DemandeTaux): IdentificationTaux {
  const { tableau, service, code, moment } = demande;
  const ligne = tableau.indicateurs.get(code)?.ligne;
  const feuille = service.classeur.feuilleParId(tableau.feuille.id);
  if (ligne === undefined || !feuille) return nonEvaluable(`la ligne du taux (${nomIndicateur(code)}) n’est pas dans le tableau`);
  const cellule = celluleDe(feuille, ligne, moment.colonne);
  const formule = demande.formule ?? cellule?.formule ?? null;
  if (formule === null) return !cellule || isVide(cellule.valeur) ? { nature: 'vide' } : { nature: 'constante', valeur: cellule.valeur! };
  const memoire = memoireDe(tableau, service);
  const couples = memoire.couples.get(code) ?? couplesDe(code, tableau);
  memoire.couples.set(code, couples);
  if (typeof couples === 'string') return nonEvaluable(couples);
  const contexte: ContexteTaux = { classeur: service.classeur, tableau, feuille, tirages: memoire.tirages, cases: memoire.cases, code, ligne, moment, couples };
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
  readonly cases: ContexteTaux['cases'];
  readonly connues: Map<string, Reconnaissance>;
  readonly couples: Map<CodeIndicateur, ContexteTaux['couples'] | string>;
}

/** Une même formule n'est identifiée qu'une fois. */
const memoireDe = memoriser((tableau: TableauDeBord): Memoire => ({ tirages: tirer(tableau), cases: casesDe(tableau), connues: new Map(), couples: new Map() }));

function casesDe({ indicateurs, moments }: TableauDeBord): ContexteTaux['cases'] {
  return [...indicateurs.values()].flatMap(({ ligne }) => moments.map(({ colonne }) => ({ ligne, colonne })));
}

function identifierUneFois(contexte: ContexteTaux, formule: string, { connues }: Memoire): Reconnaissance {
  const { noeud, refus } = contexte.classeur.analyser(formule);
  if (!noeud) return { identification: { nature: 'non_evaluable', motif: 'syntaxe', raison: refus }, conditionnelle: false, locale: false };
  const { code, moment, tableau } = contexte;
  const { texte, partageable } = cleFormule(noeud, memeColonne(tableau.feuille.nom, moment.colonne));
  const commune = `${code}|${texte}`;
  const propre = `${String(moment.colonne)}|${commune}`;
  const connue = (partageable ? connues.get(commune) : undefined) ?? connues.get(propre);
  if (connue) return connue;
  const reconnaissance = reconnaitre(noeud, contexte);
  connues.set(partageable && !reconnaissance.locale ? commune : propre, reconnaissance);
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

function rendLeRapport(valeur: unknown, rapport: number, { nature, arrondi }: TauxReconnu): boolean {
  if (typeof valeur !== 'number') return false;
  const lu = nature === 'centuple' ? valeur / 100 : valeur;
  return proches(lu, rapport) || (arrondi && Math.abs(lu - rapport) <= ARRONDI_ADMIS * (1 + 1e-9));
}
