/**
 * La provenance du diagnostic : une feuille « Sources du diagnostic » du classeur, une ligne par
 * indicateur, ajoutée ou mise à jour. Les noms d'indicateurs y sont courts, pour que la feuille ne
 * ressemble jamais à un tableau de bord.
 */
import { celluleDe, isErreur, isVide, type Feuille, type Instantane } from '../classeur/instantane';
import { identiteNouvelle, memeContenu, type Contenu, type Ecriture, type PlanEcritures } from '../corrections/plan';
import { simplifier } from '../referentiel/texte';
import { INDICATEURS, indicateurDe, type CodeIndicateur } from '../referentiel/indicateurs';

export const NOM_FEUILLE_SOURCES = 'Sources du diagnostic';

export type ModeSaisie = 'saisi' | 'importé';

/** Une ligne de provenance. */
export interface Provenance {
  readonly indicateur: CodeIndicateur;
  /** Adresse de la valeur dans le tableau de bord : « D9 ». */
  readonly cellule: string;
  readonly valeur: number | string;
  readonly source: string | null;
  readonly millesime: string | null;
  /** « AAAA-MM-JJ » : donnée par l'appelant, le cœur ne lit pas l'horloge. */
  readonly date: string;
  readonly mode: ModeSaisie;
}

const TITRES = ['Cellule', 'Indicateur', 'Valeur', 'Source', 'Millésime', 'Date', 'Saisi ou importé'] as const;
const NON_PRECISEE = 'non précisée';
/** La feuille est à nous : ses titres sont dans le haut. */
const LIGNES_EXAMINEES = 10;

/** « naissances domiciliées – objectif 1 » : unique, et jamais un libellé des annexes. */
export function nommerIndicateur(code: CodeIndicateur): string {
  const { nom, objectif } = indicateurDe(code);
  return objectif === null ? nom : `${nom} – objectif ${String(objectif)}`;
}

const PAR_NOM = new Map(INDICATEURS.map(({ code }) => [simplifier(nommerIndicateur(code)), code]));

/** « 2020-06-15 » → « 15/06/2020 » : en texte, une feuille neuve n'ayant pas de format de date. */
function formatDate(date: string): string {
  const trouve = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  return trouve ? `${trouve[3]!}/${trouve[2]!}/${trouve[1]!}` : date;
}

function champs({ indicateur, cellule, valeur, source, millesime, date, mode }: Provenance): readonly Contenu[] {
  return [cellule, nommerIndicateur(indicateur), valeur, source ?? NON_PRECISEE, millesime ?? NON_PRECISEE, formatDate(date), mode].map((champ) => ({ valeur: champ }));
}

/** La feuille existante, ses colonnes et ses lignes. */
interface FeuilleSources {
  readonly feuille: Feuille;
  /** Colonne de chaque titre, dans l'ordre de `TITRES`. */
  readonly colonnes: readonly number[];
  /** Ligne de chaque indicateur. */
  readonly lignes: ReadonlyMap<CodeIndicateur, number>;
  readonly prochaine: number;
}

function texteEn(feuille: Feuille, ligne: number, colonne: number): string {
  const valeur = celluleDe(feuille, ligne, colonne)?.valeur ?? null;
  return typeof valeur === 'string' ? simplifier(valeur) : '';
}

function reperer(feuille: Feuille): FeuilleSources | null {
  for (let ligne = 1; ligne <= Math.min(LIGNES_EXAMINEES, feuille.derniereLigne); ligne++) {
    const colonnes = TITRES.map((titre) => {
      for (let colonne = 1; colonne <= feuille.derniereColonne; colonne++) if (texteEn(feuille, ligne, colonne) === simplifier(titre)) return colonne;
      return 0;
    });
    if (colonnes.includes(0)) continue;
    const lignes = new Map<CodeIndicateur, number>();
    let derniere = ligne;
    for (const { ligne: rang, colonne, valeur, formule } of feuille.cellules.values()) {
      if (rang <= ligne || (isVide(valeur) && formule === null)) continue;
      derniere = Math.max(derniere, rang);
      const code = colonne === colonnes[1] && typeof valeur === 'string' ? PAR_NOM.get(simplifier(valeur)) : undefined;
      if (code !== undefined && !lignes.has(code)) lignes.set(code, rang);
    }
    return { feuille, colonnes, lignes, prochaine: derniere + 1 };
  }
  return null;
}

const isSources = ({ nom }: Feuille) => simplifier(nom).startsWith(simplifier(NOM_FEUILLE_SOURCES));

/** Feuille de sources du classeur, reconnue à son nom et à ses titres ; `null` s'il n'y en a pas. */
function trouver({ feuilles }: Instantane): FeuilleSources | null {
  for (const feuille of feuilles.filter(isSources)) {
    const trouvee = reperer(feuille);
    if (trouvee) return trouvee;
  }
  return null;
}

function contenuDe(feuille: Feuille, ligne: number, colonne: number): Contenu {
  const cellule = celluleDe(feuille, ligne, colonne);
  if (!cellule) return { valeur: null };
  if (cellule.formule !== null) return { formule: cellule.formule };
  return { valeur: isErreur(cellule.valeur) ? null : cellule.valeur };
}

const RAISON = 'Sources du diagnostic : d’où vient chaque valeur.';

/** Ajoute ou met à jour les lignes ; une case qui ne change pas ne s'écrit pas. */
function mettreAJour({ feuille, colonnes, lignes, prochaine }: FeuilleSources, provenances: readonly Provenance[]): readonly Ecriture[] {
  let suivante = prochaine;
  return provenances.flatMap((provenance) => {
    const connue = lignes.get(provenance.indicateur);
    const ligne = connue ?? suivante++;
    return champs(provenance).flatMap((apres, rang): Ecriture[] => {
      const avant = contenuDe(feuille, ligne, colonnes[rang]!);
      return memeContenu(avant, apres) ? [] : [{ feuille: feuille.id, ligne, colonne: colonnes[rang]!, avant, apres, raison: RAISON }];
    });
  });
}

/** Nom libre : une feuille de l'utilisateur peut porter le nôtre sans être la nôtre. */
function nomLibre({ feuilles }: Instantane): string {
  const pris = new Set(feuilles.map(({ nom }) => nom.toLowerCase()));
  let nom = NOM_FEUILLE_SOURCES;
  for (let rang = 2; pris.has(nom.toLowerCase()); rang++) nom = `${NOM_FEUILLE_SOURCES} (${String(rang)})`;
  return nom;
}

function creer(nom: string, provenances: readonly Provenance[]): PlanEcritures {
  const rangees = [TITRES.map((titre): Contenu => ({ valeur: titre })), ...provenances.map(champs)];
  const ecritures = rangees.flatMap((rangee, l) => rangee.map((apres, c): Ecriture => ({ feuille: identiteNouvelle(nom), ligne: l + 1, colonne: c + 1, avant: { valeur: null }, apres, raison: RAISON })));
  return { ecritures, nouvellesFeuilles: [nom] };
}

/** Écritures qui consignent des provenances ; un plan vide s'il n'y a rien à dire. */
export function planProvenance(instantane: Instantane, provenances: readonly Provenance[]): PlanEcritures {
  if (provenances.length === 0) return { ecritures: [] };
  const existante = trouver(instantane);
  return existante ? { ecritures: mettreAJour(existante, provenances) } : creer(nomLibre(instantane), provenances);
}

/** Indicateurs dont la provenance est déjà consignée. */
export function provenancesConsignees(instantane: Instantane): ReadonlySet<CodeIndicateur> {
  return new Set(trouver(instantane)?.lignes.keys() ?? []);
}

