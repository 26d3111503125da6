/** Lecture du plan d'action (annexe 5.3), dans ses deux formes. */
import type { Periode } from '../referentiel/periode';
import { decouper } from './blocs';
import { colonnesPlanManquantes, lireColonnesPlan } from './colonnes-plan';
import type { PlanAction } from './dossier';
import { lignesEnTete, lireEnTete, plageEnTete } from './en-tete';
import type { Grille } from './grille';
import type { ProfilFeuille } from './profil';
import type { RattachementManuel } from './rattachements';
import { normaliser } from './texte';

const INTITULES = /^(?:mesures?|objectifs?|actions?)\b/;

/** Années du plan : les siennes, complétées de la période du tableau quand elles en sont une partie. */
function periodeDuPlan(annees: readonly number[], reference: Periode): Periode {
  if (annees.length === 0) return reference;
  const propres = [...annees].sort((a, b) => a - b);
  if (propres.length >= reference.annees.length) return { diagnostic: propres[0]! - 1, annees: propres as [number, ...number[]] };
  if (propres.every((annee) => reference.annees.includes(annee))) return reference;
  const premiere = propres[0]!;
  const suite = reference.annees.slice(1).map((_, rang) => premiere + rang + 1);
  return { diagnostic: premiere - 1, annees: [premiere, ...suite] };
}

export function lirePlan(grille: Grille, profil: ProfilFeuille, reference: Periode, manuels: readonly RattachementManuel[] = []): PlanAction | null {
  const { colonneObjectif, colonneMesure, premiereLigne } = profil;
  if (colonneObjectif === null) return null;
  const lignes = lignesEnTete(grille, premiereLigne, (texte) => INTITULES.test(texte));
  const enTete = plageEnTete(grille, lignes, premiereLigne);
  const titres = lireEnTete(grille, lignes).filter(({ colonne }) => colonne !== colonneObjectif && colonne !== colonneMesure);
  const { colonnes, forme } = lireColonnesPlan(titres, grille.feuille.nom, manuels);
  const periode = periodeDuPlan([...colonnes.annees.keys()], reference);
  const utiles = [...colonnes.actions, ...colonnes.annees.values(), colonnes.partenaires, colonnes.departement, colonnes.etat, colonnes.total, colonnes.modalites, ...colonnes.partenairesFinanciers.map(({ colonne }) => colonne)]
    .filter((colonne) => colonne !== null);
  const decoupage = decouper({
    grille, annexe: 'plan', colonneMesure, colonneObjectif, premiereLigne,
    porteContenu: (ligne) => utiles.some((colonne) => !grille.isVide(ligne, colonne)),
    aLaMain: new Map(manuels.flatMap((manuel) => (manuel.type === 'objectif' ? [[normaliser(manuel.texte), manuel.numero] as const] : []))),
  });
  return {
    feuille: grille.feuille,
    periode,
    enTete,
    forme,
    colonnes: { mesure: colonneMesure, objectif: colonneObjectif, ...colonnes },
    objectifs: decoupage.objectifs,
    lignesLocales: [...decoupage.lignes].filter(([, objectif]) => objectif === 'local' || objectif === null).map(([ligne]) => ligne),
    ligneTotal: decoupage.ligneTotal,
    colonnesManquantes: colonnesPlanManquantes(colonnes, enTete, periode.annees),
    anomalies: decoupage.anomalies,
    derniereLigne: Math.max(premiereLigne, decoupage.ligneTotal ?? 0, ...decoupage.lignes.keys()),
  };
}
