/**
 * Le rapport en JSON, pour d'autres programmes : forme stable, formules en anglais, adresses A1
 * sans « $ ». D'autres clés peuvent s'ajouter ; aucune ne change de sens.
 */
import { formatA1, type Emplacement } from '../classeur/adresse';
import type { DepartementLu } from '../classeur/dossier';
import type { CodeControle } from '../controles/codes';
import type { Constat, Correction, Grandeur, Gravite, Justification } from '../controles/constat';
import type { Contenu } from '../corrections/plan';
import type { EtatObjectif, FeuilleRapport, Rapport, Statut, Verdict } from '../moteur/rapport';
import type { Periode } from '../referentiel/periode';
import type { Rapporteur } from './rapporteur';

export interface LieuJson {
  /** Nom de la feuille ; `null` : le classeur entier. */
  readonly feuille: string | null;
  /** Adresse A1 ; `null` : la feuille ou le classeur. */
  readonly cellule: string | null;
}

export interface CorrectionJson extends LieuJson {
  readonly type: Correction['type'];
  readonly avant: Contenu;
  readonly apres: Contenu;
  readonly raison: string;
}

export interface ConstatJson extends LieuJson {
  readonly code: CodeControle;
  readonly gravite: Gravite;
  readonly objectif: number | null;
  readonly indicateur: string | null;
  readonly annee: number | null;
  readonly message: string;
  readonly suite: string;
  readonly attendu: Grandeur | null;
  readonly trouve: Grandeur | null;
  readonly ecart: string | null;
  readonly source: string;
  readonly correction: CorrectionJson | null;
  /** Décision gardée dans le classeur ; `null` : aucune. */
  readonly justification: Justification | null;
}

export interface ControleJson {
  readonly code: CodeControle;
  readonly statut: Statut;
  readonly nonVerifies: readonly (LieuJson & { readonly raison: string })[];
}

export interface RapportJson {
  readonly fichier: string | null;
  readonly referentiel: string;
  readonly departement: DepartementLu | null;
  readonly periode: Periode;
  readonly verdict: Verdict;
  readonly compte: Readonly<Record<Gravite, number>>;
  readonly feuilles: readonly Omit<FeuilleRapport, 'id'>[];
  readonly objectifs: readonly EtatObjectif[];
  readonly controles: readonly ControleJson[];
  readonly constats: readonly ConstatJson[];
}

/** Un fichier qui n'a pas pu être lu, dans la même liste que les rapports. */
export interface IllisibleJson {
  readonly fichier: string;
  readonly verdict: 'illisible';
  readonly erreur: string;
}

type Lieu = (feuille: string | null, emplacement: Emplacement | null) => LieuJson;

function creerLieu({ feuilles }: Rapport): Lieu {
  const noms = new Map(feuilles.map(({ id, nom }) => [id, nom]));
  return (feuille, emplacement) => ({
    feuille: feuille === null ? null : (noms.get(feuille) ?? null),
    cellule: emplacement && formatA1(emplacement.ligne, emplacement.colonne),
  });
}

function versConstat(constat: Constat, lieu: Lieu): ConstatJson {
  const { code, gravite, objectif, indicateur, annee, message, suite, attendu, trouve, ecart, source, correction } = constat;
  return {
    code,
    gravite,
    ...lieu(constat.feuille, constat.emplacement),
    objectif,
    indicateur,
    annee,
    message,
    suite,
    attendu,
    trouve,
    ecart,
    source,
    correction: correction && {
      type: correction.type,
      ...lieu(correction.emplacement.feuille, correction.emplacement),
      avant: correction.avant,
      apres: correction.apres,
      raison: correction.raison,
    },
    justification: constat.justification ?? null,
  };
}

/** La donnée derrière le texte, pour qui veut l'assembler autrement (NDJSON, lots). */
export function versJson(rapport: Rapport, fichier = rapport.fichier): RapportJson {
  const lieu = creerLieu(rapport);
  const { referentiel, departement, periode, verdict, compte, objectifs } = rapport;
  return {
    fichier,
    referentiel,
    departement,
    periode,
    verdict,
    compte,
    feuilles: rapport.feuilles.map(({ nom, nature }) => ({ nom, nature })),
    objectifs,
    controles: rapport.controles.map(({ code, statut, nonVerifies }) => ({
      code,
      statut,
      nonVerifies: nonVerifies.map(({ emplacement, raison }) => ({ ...lieu(emplacement?.feuille ?? null, emplacement), raison })),
    })),
    constats: rapport.constats.map((constat) => versConstat(constat, lieu)),
  };
}

export const rapporterJson: Rapporteur = (rapport, { fichier } = {}) => JSON.stringify(versJson(rapport, fichier), null, 2);

export function illisibleJson(fichier: string, erreur: string): IllisibleJson {
  return { fichier, verdict: 'illisible', erreur };
}
