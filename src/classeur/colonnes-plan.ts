/** Les colonnes du plan d'action (annexe 5.3) : actions, calendrier, partenaires, financements. */
import type { ColonneManquante, ColonneMontant, PlanAction } from './dossier';
import { anneeDe, type TitreColonne } from './en-tete';
import type { Plage } from './instantane';
import type { RattachementManuel } from './rattachements';

type Colonnes = Omit<PlanAction['colonnes'], 'mesure' | 'objectif'>;

const COMMENTAIRE = /\b(?:commentaires?|observations?|remarques?|precisions?|justifi|taux|part en|%|statut|etat d avancement|avancement|date|pilotes?|referents?|indicateurs?|fiches?)\b|%/;
const FINANCEUR = /\b(?:caf|msa|cpam|ars|communes?|epci|region|associations?|autres?|partenaires?|cofinance|financeurs?|financements?|fondation|europe|fse|montants?|bailleurs?)\b/;

const ROLES = {
  modalites: /\bmodalites?\b|\bsources? de financement\b/,
  total: /^total\b|^montant total\b|^cout total\b/,
  departement: /^(?:financements? |montants? |part |credits? )?(?:du )?(?:conseil )?departement(?:al|s)?\b|^cd\b|^(?:part|financements?) cd\b/,
  etat: /^(?:financements? |montants? |part |credits? )?(?:de )?(?:l )?etat(?! d avancement)\b/,
} as const;

const own = (titre: TitreColonne) => titre.propres[titre.propres.length - 1] ?? '';

/** Première colonne, en partant de la droite des libellés, dont un texte propre suit le motif. */
function trouver(titres: readonly TitreColonne[], motif: RegExp, pris: readonly (number | null)[]): number | null {
  const convient = titres.filter(({ colonne }) => !pris.includes(colonne));
  const direct = convient.find((titre) => motif.test(own(titre)));
  return (direct ?? convient.find(({ propres }) => propres.some((texte) => motif.test(texte))))?.colonne ?? null;
}

/** Colonnes d'années : leur dernier texte propre est une année. */
function colonnesAnnees(titres: readonly TitreColonne[]): Map<number, TitreColonne> {
  const annees = new Map<number, TitreColonne>();
  for (const titre of titres) {
    const annee = anneeDe(own(titre));
    if (annee !== null && own(titre).length <= 30 && !annees.has(annee)) annees.set(annee, titre);
  }
  return annees;
}

const isActions = (texte: string) => /\bactions?\b/.test(texte);

function partenairesFinanciers(titres: readonly TitreColonne[], connues: readonly (number | null)[], bornes: readonly number[]): ColonneMontant[] {
  const [debut, fin] = [Math.min(...bornes), Math.max(...bornes)];
  return titres
    .filter(({ colonne, propres }) => propres.length > 0 && !connues.includes(colonne))
    .filter((titre) => {
      const texte = own(titre);
      if (COMMENTAIRE.test(texte) || !titre.tous.some((dessus) => /\bfinancements?\b/.test(dessus))) return false;
      return (titre.colonne > debut && titre.colonne < fin) || FINANCEUR.test(texte);
    })
    .map(({ colonne, libelle }) => ({ colonne, libelle: libelle.split(' ').slice(-3).join(' ') }));
}

function forcer(manuels: readonly RattachementManuel[], feuille: string, role: string, lu: number | null): number | null {
  const choisi = manuels.find((manuel) => manuel.type === 'colonne_plan' && manuel.feuille === feuille && manuel.role === role);
  return choisi?.type === 'colonne_plan' ? choisi.colonne : lu;
}

export function lireColonnesPlan(titres: readonly TitreColonne[], feuille: string, manuels: readonly RattachementManuel[]): { colonnes: Colonnes; forme: PlanAction['forme'] } {
  const impose = (role: string, lu: number | null) => forcer(manuels, feuille, role, lu);
  const modalites = impose('modalites', trouver(titres, ROLES.modalites, []));
  const total = impose('total', trouver(titres, ROLES.total, [modalites]));
  const departement = impose('departement', trouver(titres, ROLES.departement, [modalites, total]));
  const etat = impose('etat', trouver(titres, ROLES.etat, [modalites, total, departement]));
  const titresAnnees = colonnesAnnees(titres.filter(({ colonne }) => ![modalites, total, departement, etat].includes(colonne)));
  const annees = new Map([...titresAnnees].map(([annee, { colonne }]) => [annee, colonne] as const));
  const rangAnnees = new Set(annees.values());
  const colonneActions = impose('actions', titres.find((titre) => !rangAnnees.has(titre.colonne) && titre.propres.some(isActions))?.colonne ?? null);
  const sousActions = [...titresAnnees.values()].filter(({ tous, propres }) => (propres.length > 1 ? propres : tous).some(isActions));
  const forme = colonneActions !== null && sousActions.length < titresAnnees.size ? 'calendrier' : colonneActions === null ? 'annees' : 'calendrier';
  const actions = forme === 'annees' ? [...rangAnnees].sort((a, b) => a - b) : [colonneActions!];
  const partenaires = impose('partenaires', titres.find(({ colonne, propres }) => propres.some((texte) => /^partenaires?\b/.test(texte)) && !propres.some((texte) => /\bfinance/.test(texte)) && !rangAnnees.has(colonne))?.colonne ?? null);
  const bornes = [departement, etat, total, modalites].filter((colonne) => colonne !== null);
  const connues = [...bornes, ...actions, ...rangAnnees, partenaires];
  return {
    forme,
    colonnes: {
      actions, annees, departement, etat, total, modalites, partenaires,
      partenairesFinanciers: bornes.length < 2 ? [] : partenairesFinanciers(titres, connues, bornes),
    },
  };
}

const ATTENDUES = [
  ['departement', 'Département'],
  ['etat', 'Etat'],
  ['total', 'Total pour l’objectif'],
  ['modalites', 'Modalités de financement Etat'],
] as const;

/** Colonnes que l'annexe 5.3 attend et que l'en-tête ne porte pas. */
export function colonnesPlanManquantes(colonnes: Colonnes, enTete: Plage, annees: readonly number[]): ColonneManquante[] {
  const financements = [colonnes.departement, colonnes.etat, colonnes.total, colonnes.modalites].filter((colonne) => colonne !== null);
  const place = { ligne: enTete.derniereLigne, colonne: financements[0] ?? enTete.derniereColonne };
  const manquantes: ColonneManquante[] = ATTENDUES.filter(([role]) => colonnes[role] === null).map(([, libelle]) => ({ libelle, ...place }));
  const colonneAnnee = [...colonnes.annees.values()][0] ?? colonnes.actions[0] ?? enTete.colonne;
  for (const annee of annees) {
    if (!colonnes.annees.has(annee)) manquantes.push({ libelle: String(annee), ligne: enTete.derniereLigne, colonne: colonneAnnee });
  }
  return manquantes;
}
