/** Les corrections possibles d'un rapport, montrables ; celles qu'on a cochées, en choix pour `preparer`. */
import type { Instantane } from '../../classeur/instantane';
import type { CodeControle } from '../../controles/codes';
import type { Constat, Correction } from '../../controles/constat';
import { majuscule, nommer } from '../../controles/fabrique';
import { obstacleA } from '../../corrections/appliquer';
import { dresserApercu, type LigneApercu } from '../../corrections/apercu';
import { cleEmplacement } from '../../corrections/cle';
import { memeContenu } from '../../corrections/plan';
import type { Choix } from '../../corrections/preparer';
import { indicateurDe } from '../../referentiel/indicateurs';

export interface LigneCorrection {
  /** Identité : le contrôle et la cellule. */
  readonly cle: string;
  readonly code: CodeControle;
  readonly correction: Correction;
  readonly apercu: LigneApercu;
  /** De quoi parle la cellule, en clair ; vide si on ne le sait pas. */
  readonly sujet: string;
  /** Pourquoi la cellule refuserait l'écriture ; `null` si rien ne l'annonce. */
  readonly obstacle: string | null;
}

export interface GroupeCorrections {
  readonly code: CodeControle;
  readonly lignes: readonly LigneCorrection[];
}

type Corrige = Constat & { readonly correction: Correction };

function isCorrige(constat: Constat): constat is Corrige {
  return constat.correction !== null && !memeContenu(constat.correction.avant, constat.correction.apres);
}

export function cleCorrection({ code, correction: { emplacement } }: Pick<Corrige, 'code' | 'correction'>): string {
  return `${code} ${cleEmplacement(emplacement)}`;
}

/** « Naissances domiciliées (objectif 3), 2019 », « Objectif 4 – visites à domicile ». */
function decrireSujet({ objectif, indicateur, annee }: Constat): string {
  const an = annee === null ? '' : `, ${String(annee)}`;
  if (indicateur !== null) return `${majuscule(indicateurDe(indicateur).nom)}${objectif === null ? '' : ` (objectif ${String(objectif)})`}${an}`;
  return objectif === null ? '' : `${nommer(objectif)}${an}`;
}

/** Corrections d'un rapport, une par contrôle et par cellule, dans son ordre. */
export function dresserLignes(constats: readonly Constat[], instantane: Instantane): readonly LigneCorrection[] {
  const corriges = [...new Map(constats.filter(isCorrige).map((constat) => [cleCorrection(constat), constat])).values()];
  const ecritures = corriges.map(({ correction: { emplacement, avant, apres, raison } }) => ({ ...emplacement, avant, apres, raison }));
  const apercu = dresserApercu({ ecritures }, instantane);
  return corriges.map((constat, rang) => ({
    cle: cleCorrection(constat), code: constat.code, correction: constat.correction, apercu: apercu[rang]!, sujet: decrireSujet(constat), obstacle: obstacleA(instantane, ecritures[rang]!),
  }));
}

/** Groupes par contrôle, dans l'ordre où ils se présentent. */
export function grouperParCode(lignes: readonly LigneCorrection[]): readonly GroupeCorrections[] {
  const groupes = new Map<CodeControle, LigneCorrection[]>();
  for (const ligne of lignes) groupes.set(ligne.code, [...(groupes.get(ligne.code) ?? []), ligne]);
  return [...groupes].map(([code, siennes]) => ({ code, lignes: siennes }));
}

/** D'office : les automatiques que rien n'empêche. */
export function cocheesDOffice(lignes: readonly LigneCorrection[]): ReadonlySet<string> {
  return new Set(lignes.filter(({ correction, obstacle }) => correction.type === 'automatique' && obstacle === null).map(({ cle }) => cle));
}

export interface Selection {
  /** Clés cochées. */
  readonly cochees: ReadonlySet<string>;
  /** Clés que l'on a vues : une correction apparue depuis n'a pas été refusée. */
  readonly vues: ReadonlySet<string>;
}

/** Les constats, sans les corrections qu'on a vues et laissées de côté : elles ne reviennent pas aux passes suivantes. */
export function sansRefusees(constats: readonly Constat[], { cochees, vues }: Selection): readonly Constat[] {
  return constats.map((constat) => {
    if (!isCorrige(constat)) return constat;
    const cle = cleCorrection(constat);
    return vues.has(cle) && !cochees.has(cle) ? { ...constat, correction: null } : constat;
  });
}

/** Le choix : les proposées se désignent une à une ; une automatique suffit à les vouloir toutes. */
export function choixDe(lignes: readonly LigneCorrection[], { cochees }: Selection): Choix<CodeControle> {
  const retenues = lignes.filter(({ cle }) => cochees.has(cle));
  return {
    automatiques: retenues.some(({ correction }) => correction.type === 'automatique'),
    proposees: [],
    choisies: retenues.filter(({ correction }) => correction.type === 'proposee').map(({ code, correction: { emplacement } }) => ({ ...emplacement, code })),
  };
}
