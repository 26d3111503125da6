/** Lecture du plan d'action (annexe 5.3), dans ses deux formes. */
import { PERIODE_2020_2022, type Periode } from '../referentiel/periode';
import { decouper } from './blocs';
import { colonnesPlanManquantes, lireColonnesPlan } from './colonnes-plan';
import { lireContenu } from './contenu-colonne';
import type { PlanAction } from './dossier';
import { lignesEnTete, lireEnTete, plageEnTete } from './en-tete';
import type { Grille } from './grille';
import type { ProfilFeuille } from './profil';
import { rattachementsDe, type RattachementManuel } from './rattachements';

/**
 * Années du plan : les siennes, complétées de la période du tableau (`reference`) quand elles en sont
 * une partie. Sans tableau, une année seule ne dit pas la période ; deux la disent.
 */
function periodeDuPlan(annees: readonly number[], reference: Periode | null): Periode {
  const propres = [...annees].sort((a, b) => a - b);
  const admise = reference ?? PERIODE_2020_2022;
  const [premiere] = propres;
  if (premiere === undefined || ((reference || propres.length === 1) && propres.every((annee) => admise.annees.includes(annee)))) return admise;
  const duree = reference?.annees.length ?? (premiere === PERIODE_2020_2022.annees[0] ? PERIODE_2020_2022.annees.length : 1);
  const fin = Math.max(propres[propres.length - 1]!, premiere + duree - 1);
  return { diagnostic: premiere - 1, annees: [premiere, ...Array.from({ length: fin - premiere }, (_, rang) => premiere + rang + 1)] };
}

export function lirePlan(grille: Grille, profil: ProfilFeuille, reference: Periode | null, manuels: readonly RattachementManuel[] = []): PlanAction | null {
  const { colonneObjectif, colonneMesure } = profil;
  if (colonneObjectif === null) return null;
  const { objectifs, colonnesPlan } = rattachementsDe(manuels, grille.feuille.nom);
  const libelles = [colonneMesure, colonneObjectif].filter((colonne) => colonne !== null);
  const lignes = lignesEnTete(grille, profil.premiereLigne, libelles);
  const enTete = plageEnTete(grille, lignes, profil.premiereLigne);
  const premiereLigne = enTete.derniereLigne + 1;
  const titres = lireEnTete(grille, lignes).filter(({ colonne }) => !libelles.includes(colonne));
  const lues = lireColonnesPlan(titres, lireContenu(grille, premiereLigne), colonnesPlan);
  const { colonnes, forme } = lues;
  const periode = periodeDuPlan([...colonnes.annees.keys()], reference);
  const montants = [colonnes.departement, colonnes.etat, colonnes.total, ...colonnes.partenairesFinanciers.map(({ colonne }) => colonne)].filter((colonne) => colonne !== null);
  const utiles = [...montants, ...colonnes.actions, ...colonnes.annees.values(), colonnes.partenaires, colonnes.modalites].filter((colonne) => colonne !== null);
  const decoupage = decouper({
    grille, annexe: 'plan', enTete, colonneMesure, colonneObjectif, colonneIndicateur: null, premiereLigne, montants, aLaMain: objectifs,
    premiereUtile: Math.min(...(montants.length > 0 ? montants : utiles)),
    porteContenu: (ligne) => utiles.some((colonne) => !grille.isVide(ligne, colonne)),
  });
  return {
    feuille: grille.feuille,
    periode,
    enTete,
    forme,
    colonnes: { mesure: colonneMesure, objectif: colonneObjectif, ...colonnes },
    objectifs: decoupage.objectifs,
    lignesLocales: [...decoupage.lignes].filter(([, objectif]) => typeof objectif !== 'number').map(([ligne]) => ligne),
    ligneTotal: decoupage.ligneTotal,
    colonnesManquantes: colonnesPlanManquantes(lues, enTete, periode.annees),
    anomalies: decoupage.anomalies,
    derniereLigne: Math.max(premiereLigne, decoupage.ligneTotal ?? 0, ...decoupage.lignes.keys()),
  };
}
