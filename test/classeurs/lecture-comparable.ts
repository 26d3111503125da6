/** Ce qu'un classeur dit, débarrassé de ses adresses : de quoi comparer deux lectures. */
import { readFileSync } from 'node:fs';
import { lettresColonne } from '../../src/classeur/adresse';
import type { Dossier, PlanAction, TableauDeBord } from '../../src/classeur/dossier';
import type { Instantane, Valeur } from '../../src/classeur/instantane';
import type { CelluleLue } from '../../src/controles/lecture-cellule';
import type { LecturePlan } from '../../src/controles/lecture-plan';
import type { LectureTableau } from '../../src/controles/lecture-tableau';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser, type Analyse } from '../../src/moteur/analyser';
import { INDICATEURS } from '../../src/referentiel/indicateurs';
import { OBJECTIFS } from '../../src/referentiel/objectifs';

const lus = new Map<string, Instantane>();

/** Instantané d'un classeur de `exemples/`. */
export function exemple(fichier: string): Instantane {
  const connu = lus.get(fichier) ?? lireClasseur(new Uint8Array(readFileSync(`exemples/${fichier}`)), { nom: fichier });
  lus.set(fichier, connu);
  return connu;
}

type Valeurs = Readonly<Record<string, Valeur | readonly Valeur[]>>;

const valeurDe = ({ jugee }: CelluleLue): Valeur => jugee.valeur;

/** Une valeur par indicateur et par moment : `'o1-taux cible 2021' → 0.17`. */
export function valeursTableau(tableau: LectureTableau): Valeurs {
  return Object.fromEntries(INDICATEURS.flatMap(({ code }) => tableau.tableau.moments.flatMap((moment) => {
    const lue = tableau.lire(code, moment);
    return lue ? [[`${code} ${moment.bloc} ${String(moment.annee)}`, valeurDe(lue)] as const] : [];
  })));
}

/** Montants, actions et modalités, par objectif : `'6 etat' → [85000, 50000]`. */
export function valeursPlan(plan: LecturePlan): Valeurs {
  const enColonne = (lignes: readonly number[], colonne: number | null) =>
    colonne === null ? [] : lignes.map((ligne) => valeurDe(plan.cellule(ligne, colonne))).filter((valeur) => valeur !== null);
  const { colonnes, lignesLocales } = plan.plan;
  return Object.fromEntries(OBJECTIFS.flatMap(({ numero }) => {
    const bloc = plan.objectif(numero);
    if (!bloc) return [];
    const montants = (financeur: 'departement' | 'etat') => plan.montants(numero, financeur).map(valeurDe).filter((valeur) => valeur !== null);
    return [
      [`${String(numero)} departement`, montants('departement')],
      [`${String(numero)} etat`, montants('etat')],
      [`${String(numero)} modalites`, plan.modalites(numero).map(({ texte }) => texte).filter((texte) => texte !== '')],
      [`${String(numero)} actions`, plan.actions(numero).map(({ texte }) => texte)],
      [`${String(numero)} partenaires`, enColonne(bloc.lignes, colonnes.partenaires)],
      ...colonnes.partenairesFinanciers.map(({ colonne, libelle }) => [`${String(numero)} ${libelle}`, enColonne(bloc.lignes, colonne)] as const),
    ] as const;
  }).concat([['locales etat', enColonne(lignesLocales, colonnes.etat)], ['TOTAL etat', enColonne(plan.plan.ligneTotal === null ? [] : [plan.plan.ligneTotal], colonnes.etat)]]));
}

export interface ConstatCompare {
  readonly cle: string;
  readonly trouve: string | null;
}

/** Constats sans adresse ni message : code, gravité, objectif, indicateur, année, écart. */
export function constatsCompares({ rapport }: Analyse): readonly string[] {
  return rapport.constats
    .map(({ code, gravite, objectif, indicateur, annee, attendu, trouve, ecart, correction }) =>
      [code, gravite, objectif, indicateur, annee, attendu?.valeur === trouve?.valeur ? '' : trouve?.texte, ecart, correction?.type].map((element) => element ?? '').join(' '))
    .map((texte) => texte.replace(/\b[A-Z]{1,2}\d+\b/g, 'A1'))
    .sort();
}

const structure = (lue: TableauDeBord | PlanAction | null) => lue && {
  periode: lue.periode,
  objectifs: [...lue.objectifs.keys()].sort((a, b) => a - b),
  manquantes: lue.colonnesManquantes.map(({ libelle }) => libelle),
  anomalies: lue.anomalies.map(({ nature, texte }) => `${nature} : ${texte}`),
};

export interface LectureComparable {
  readonly verdict: string;
  readonly tableau: unknown;
  readonly plan: unknown;
  readonly valeurs: Valeurs;
  readonly constats: readonly string[];
}

/** Tout ce qui doit rester le même quand on déplace sans rien changer. */
export function lireComparable(instantane: Instantane): LectureComparable {
  const analyse = analyser(instantane);
  const { tableau, plan } = analyse.entrees.presentes;
  return {
    verdict: analyse.rapport.verdict,
    tableau: structure(analyse.dossier.tableau),
    plan: structure(analyse.dossier.plan),
    valeurs: { ...(tableau && valeursTableau(tableau)), ...(plan && valeursPlan(plan)) },
    constats: constatsCompares(analyse),
  };
}

/** Adresses reconnues, pour un message d'échec lisible. */
export function decrireDossier({ tableau, plan }: Dossier): string {
  const moments = tableau?.moments.map(({ bloc, annee, colonne }) => `${lettresColonne(colonne)}=${bloc} ${String(annee)}`).join(', ');
  return `tableau : ${String(tableau?.indicateurs.size)} indicateurs, ${String(tableau?.objectifs.size)} objectifs (${moments ?? ''}) ; plan : ${String(plan?.objectifs.size)} objectifs, ${JSON.stringify(plan?.colonnes)}`;
}
