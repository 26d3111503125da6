/**
 * Proposer un diagnostic : pour chaque cellule de la colonne du diagnostic, ce que la trame, l'INSEE
 * ou une reprise interne y mettrait. Rien ne s'écrit ici, et rien n'écrase une valeur sans décision.
 */
import type { Moment } from '../classeur/dossier';
import { formatNombre } from '../classeur/nombres';
import { isInconnue, nombreLu, type CelluleLue } from '../controles/lecture-cellule';
import type { Case, LectureTableau } from '../controles/lecture-tableau';
import { INDICATEURS, indicateurDe, type CodeIndicateur } from '../referentiel/indicateurs';
import { referenceInsee, SOURCE_NAISSANCES, type DonneesInsee, type ReferenceInsee } from '../referentiel/insee';
import { citer } from '../referentiel/source';
import { ecrireNd, montrerActuel } from './cellule-diagnostic';
import { candidatesInsee, candidatesTrame, type Candidate, type Candidates } from './candidates';
import { situerEnfants } from './enfants';
import { jumeauDe } from './libelles-trame';
import type { NonRapprochee, Proposition, PropositionsDiagnostic, RepereEnfants } from './propositions';
import type { Trame } from './trame';

export interface DemandeDiagnostic {
  readonly tableau: LectureTableau;
  /** `null` : références et reprises seules. */
  readonly trame: Trame | null;
  /** Code du département du classeur ; `null` s'il est inconnu. */
  readonly departement: string | null;
  /** Proposer les naissances domiciliées de l'INSEE. */
  readonly insee: boolean;
  /** Proposer de reprendre un dénominateur déjà saisi (naissances 1 et 3, enfants 4 et 5). */
  readonly reprises: boolean;
  /** Indicateur choisi à la main pour une ligne non rapprochée, par rang de ligne. */
  readonly choix?: ReadonlyMap<number, CodeIndicateur>;
}

/** Millésime des références embarquées. */
const ANNEE_INSEE = 2019;

function lireReference({ tableau, departement }: DemandeDiagnostic): ReferenceInsee {
  const { diagnostic } = tableau.tableau.periode;
  if (departement === null) return { disponible: false, raison: 'le département du classeur n’est pas reconnu' };
  if (diagnostic !== ANNEE_INSEE) return { disponible: false, raison: `les références embarquées sont celles de ${String(ANNEE_INSEE)}, et le diagnostic porte sur ${String(diagnostic)}` };
  return referenceInsee(departement);
}

/** Une valeur connue l'emporte sur un « ND » ; sinon la trame sur l'INSEE. */
function choisir(trame: Candidate | undefined, insee: Candidate | undefined): Candidate | undefined {
  return trame && (trame.valeur.nature === 'nombre' || !insee) ? trame : (insee ?? trame);
}

function remarquesDe(code: CodeIndicateur, { origine, valeur }: Candidate, insee: DonneesInsee | null, annee: number): readonly string[] {
  const naissances = insee && indicateurDe(code).unite === 'naissances' && valeur.nature === 'nombre' && valeur.nombre !== insee.naissances;
  const autre = origine.millesime === null ? null : /\b(?:19|20)\d\d\b/.exec(origine.millesime)?.[0];
  return [
    ...(valeur.nature === 'nombre' && valeur.reserve !== null ? [`C’est ${valeur.reserve}.`] : []),
    ...(naissances ? [`L’INSEE compte ${formatNombre(insee.naissances)} naissances domiciliées (${citer(SOURCE_NAISSANCES)}).`] : []),
    ...(origine.type === 'trame' && autre && Number(autre) !== annee ? [`Le millésime indiqué (${origine.millesime!}) n’est pas l’année du diagnostic (${String(annee)}).`] : []),
  ];
}

interface Jugement {
  readonly nature: Proposition['nature'];
  readonly apres: Proposition['apres'];
  readonly decision: boolean;
  /** Pourquoi rien ne s'écrira ; `null` sinon. */
  readonly obstacle: string | null;
}

const FORMULE = 'Cette cellule se calcule : sa formule est gardée. Pour saisir une valeur, effacez d’abord la formule.';
const ERREUR = 'Cette cellule porte une erreur saisie : effacez-la d’abord, puis recommencez.';

/** Ce qu'une candidate devient face à sa cellule. */
function confronter(lue: CelluleLue, { valeur }: Candidate): Jugement {
  const empecher = (nature: 'refusee' | 'formule', obstacle: string): Jugement => ({ nature, apres: null, decision: false, obstacle });
  if (valeur.nature === 'refusee') return empecher('refusee', `Valeur impossible : ${valeur.raison}. Corrigez-la dans la trame.`);
  if (valeur.nature === 'vide') return empecher('refusee', 'La trame ne donne pas de valeur.');
  const apres = valeur.nature === 'nombre' ? { valeur: valeur.nombre } : ecrireNd();
  const identique = valeur.nature === 'nombre' ? nombreLu(lue) === valeur.nombre : lue.lecture.nature === 'non_determine';
  if (identique) return { nature: 'identique', apres, decision: false, obstacle: null };
  if (lue.formule !== null) return empecher('formule', FORMULE);
  // Aucun plan n'attend une erreur : l'hôte refuserait tout le lot.
  if (lue.lecture.nature === 'erreur') return empecher('refusee', ERREUR);
  const vide = lue.lecture.nature === 'vide' && !isInconnue(lue);
  return { nature: vide ? 'remplir' : 'remplacer', apres, decision: !vide || (valeur.nature === 'nombre' && valeur.reserve !== null), obstacle: null };
}

function proposition(lue: Case, candidate: Candidate, insee: DonneesInsee | null): Proposition {
  const { indicateur, emplacement, adresse, contenu, moment } = lue;
  const { propose, origine } = candidate;
  const { obstacle, ...jugement } = confronter(lue, candidate);
  return {
    indicateur: indicateur.code, objectif: indicateur.objectif, ...jugement,
    emplacement, adresse, avant: contenu, actuel: montrerActuel(lue), propose, origine,
    remarques: [...(obstacle === null ? [] : [obstacle]), ...remarquesDe(indicateur.code, candidate, insee, moment.annee)],
  };
}

/** Reprise d'un dénominateur déjà là, ou sur le point d'être rempli sans décision. */
function reprise(lue: Case, tableau: LectureTableau, moment: Moment, proposees: ReadonlyMap<CodeIndicateur, Proposition>): Candidate | null {
  const jumeau = jumeauDe(lue.indicateur.code);
  const autre = jumeau && tableau.lire(jumeau, moment);
  if (!jumeau || !autre || lue.lecture.nature !== 'vide' || lue.formule !== null) return null;
  const remplie = proposees.get(jumeau);
  const future = remplie?.nature === 'remplir' && !remplie.decision && remplie.apres && 'valeur' in remplie.apres ? remplie.apres.valeur : null;
  const nombre = tableau.valeur(jumeau, moment) ?? (typeof future === 'number' ? future : null);
  if (nombre === null) return null;
  const { source = null, millesime = null } = future === nombre && remplie ? remplie.origine : {};
  return { valeur: { nature: 'nombre', nombre, reserve: null }, propose: formatNombre(nombre), origine: { type: 'reprise', source, millesime, place: autre.adresse } };
}

function absentes(candidates: Candidates, tableau: LectureTableau, moment: Moment): readonly NonRapprochee[] {
  return [...candidates].filter(([code]) => !tableau.lire(code, moment)).map(([code, { propose, origine }]) => ({
    rang: -1, place: origine.place, libelle: indicateurDe(code).libelle, propose, motif: 'absente', candidats: [],
    message: 'Le tableau de bord n’a pas la ligne de cet indicateur : ajoutez-la, ou rattachez-la, puis recommencez.',
  }));
}

const ENFANTS: readonly RepereEnfants['indicateur'][] = ['o4-enfants', 'o5-enfants'];

function reperes(tableau: LectureTableau, moment: Moment, proposees: ReadonlyMap<CodeIndicateur, Proposition>, insee: DonneesInsee): readonly RepereEnfants[] {
  return ENFANTS.flatMap((code) => {
    const lue = tableau.lire(code, moment);
    if (!lue) return [];
    const apres = proposees.get(code)?.apres;
    const future = apres && 'valeur' in apres && typeof apres.valeur === 'number' ? apres.valeur : null;
    return [situerEnfants(code, lue.adresse, tableau.valeur(code, moment) ?? future, insee)];
  });
}

/** Propositions pour la colonne du diagnostic ; ne lève jamais. */
export function proposerDiagnostic(demande: DemandeDiagnostic): PropositionsDiagnostic {
  const { tableau, trame, choix = new Map<number, CodeIndicateur>() } = demande;
  const moment = tableau.moment('diagnostic');
  if (!moment) return { propositions: [], nonRapprochees: [], enfants: [], remarques: ['La colonne du diagnostic est introuvable au tableau de bord : rattachez-la, puis recommencez.'] };
  const reference = lireReference(demande);
  const insee = demande.insee && reference.disponible ? reference : null;
  const { candidates, nonRapprochees, taux } = trame ? candidatesTrame(trame, choix) : { candidates: new Map<CodeIndicateur, Candidate>(), nonRapprochees: [], taux: [] };
  const references: Candidates = insee ? candidatesInsee(insee) : new Map<CodeIndicateur, Candidate>();
  const proposees = new Map<CodeIndicateur, Proposition>();
  for (const { code } of INDICATEURS) {
    const candidate = choisir(candidates.get(code), references.get(code));
    const lue = tableau.lire(code, moment);
    if (candidate && lue) proposees.set(code, proposition(lue, candidate, reference.disponible ? reference : null));
  }
  for (const { code } of demande.reprises ? INDICATEURS : []) {
    const lue = proposees.has(code) ? null : tableau.lire(code, moment);
    const candidate = lue && reprise(lue, tableau, moment, proposees);
    if (lue && candidate) proposees.set(code, proposition(lue, candidate, null));
  }
  return {
    propositions: INDICATEURS.flatMap(({ code }) => proposees.get(code) ?? []),
    nonRapprochees: [...nonRapprochees, ...absentes(candidates, tableau, moment)],
    enfants: reference.disponible ? reperes(tableau, moment, proposees, reference) : [],
    remarques: [
      ...(demande.insee && !reference.disponible ? [`Pas de référence INSEE : ${reference.raison}.`] : []),
      ...(taux.length > 0 ? ['Les taux de la trame ne sont pas repris : le tableau de bord les calcule.'] : []),
    ],
  };
}
