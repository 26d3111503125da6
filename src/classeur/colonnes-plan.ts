/** Les colonnes du plan d'action (annexe 5.3) : actions, calendrier, partenaires, financements. */
import type { ContenuColonne } from './contenu-colonne';
import type { ColonneManquante, PlanAction } from './dossier';
import { anneeDe, type TitreColonne } from './en-tete';
import type { Plage } from './instantane';
import { partenairesFinanciers } from './partenaires-financiers';
import type { RattachementManuel } from './rattachements';

export type ColonnesPlan = Omit<PlanAction['colonnes'], 'mesure' | 'objectif'>;
export type FormePlan = PlanAction['forme'];

/** Une colonne qui parle d'un montant ou d'une action sans les porter. */
const AUTRE =
  /\b(?:commentaires?|observations?|remarques?|precisions?|justifi\w*|taux|part en|statut|avancement|date|pilotes?|porteurs?|responsables?|referents?|indicateurs?|fiches?|numero|n|execut\w*|realisee?s?|consomme\w*|verse\w*|valide\w*)\b|%/;

/** Intitulé entier d'une colonne, ou son début ; le premier l'emporte sur le second. */
interface Role {
  readonly entier: RegExp;
  readonly debut: RegExp;
}

const FINANCE = '(?:(?:financements?|montants?|part|parts|credits?|contributions?|participations?|subventions?|apports?) )?(?:prevue?s? )?(?:du |de |de l |de la |d )?';
const ROLES: Readonly<Record<'modalites' | 'total' | 'departement' | 'etat', Role>> = {
  modalites: {
    entier: /^modalites? (?:de )?(?:financement|cofinancement)/,
    debut: /\bmodalites?\b(?! (?:de |d )?(?:mise|suivi|evaluation|pilotage|realisation|gouvernance|intervention|organisation))|\bsources? de financement\b/,
  },
  total: { entier: /^(?:montant |cout )?total(?: (?:pour |par |de )?l? ?objectif)?$/, debut: /^(?:montant |cout )?total\b(?! (?:de l |du )?(?:etat|departement|conseil|caf|communes?|partenaires?))/ },
  departement: { entier: new RegExp(`^${FINANCE}(?:conseil )?departement(?:al)?$|^cd$`), debut: new RegExp(`^${FINANCE}(?:conseil )?departement(?:al|ale|aux)?\\b|^${FINANCE}cd\\b`) },
  etat: { entier: new RegExp(`^${FINANCE}etat$`), debut: new RegExp(`^${FINANCE}etat\\b(?! (?:d|de|des|du)\\b)`) },
};
/** Sous-titre sans nature propre : c'est le titre au-dessus qui dit ce qu'elle est. */
const NEUTRE = /^(?:montants?|financements?|euros?|en euros|k|credits?|montants? prevus?)?(?: 20\d\d)?$/;

/** La colonne d'un rôle ; deux colonnes qui y prétendent autant l'une que l'autre ne se départagent pas. */
function trouver(titres: readonly TitreColonne[], { entier, debut }: Role, prises: readonly (number | null)[]): number | null {
  const libres = titres.filter(({ colonne, titre }) => !prises.includes(colonne) && !AUTRE.test(titre));
  const essais: readonly ((titre: TitreColonne) => boolean)[] = [
    ({ titre }) => entier.test(titre),
    ({ titre }) => debut.test(titre),
    ({ titre, propres }) => NEUTRE.test(titre) && propres.some((texte) => debut.test(texte)),
  ];
  for (const essai of essais) {
    const trouvees = libres.filter(essai);
    if (trouvees.length > 0) return trouvees.length === 1 ? trouvees[0]!.colonne : null;
  }
  return null;
}

const ANNEE_MAX = 40;

/** Colonnes d'années : leur titre est une année. */
function colonnesAnnees(titres: readonly TitreColonne[]): ReadonlyMap<number, TitreColonne> {
  const annees = new Map<number, TitreColonne>();
  for (const titre of titres) {
    const annee = anneeDe(titre.titre);
    if (annee !== null && titre.titre.length <= ANNEE_MAX && !AUTRE.test(titre.titre) && !annees.has(annee)) annees.set(annee, titre);
  }
  return annees;
}

const ACTIONS = /\bactions?\b/;
const ACTIONS_OFFICIELLES = /^(?:description des |intitule des |libelle des )?actions?(?: a mettre en oeuvre| prevues?)?$/;

function colonneActions(titres: readonly TitreColonne[]): number | null {
  const nommees = titres.filter(({ propres }) => propres.some((texte) => ACTIONS.test(texte)));
  const propres = nommees.filter(({ titre }) => !AUTRE.test(titre));
  // À défaut, le renvoi à une fiche action vaut action.
  const choisie = propres.find(({ titre }) => ACTIONS_OFFICIELLES.test(titre)) ?? propres[0] ?? nommees.find(({ titre }) => /^fiches? actions?\b/.test(titre));
  return choisie?.colonne ?? null;
}

interface Actions {
  readonly forme: FormePlan;
  readonly actions: readonly number[];
}

/** Où se rédigent les actions : dans leur colonne, ou dans celles des années. */
function lireActions(colonne: number | null, annees: readonly TitreColonne[], contenu: (colonne: number) => ContenuColonne): Actions {
  const colonnes = annees.map((titre) => titre.colonne).sort((a, b) => a - b);
  const rediges = colonnes.some((annee) => contenu(annee).rediges > 0);
  if (colonne !== null && !(rediges && contenu(colonne).rediges === 0)) return { forme: 'calendrier', actions: [colonne] };
  const marques = colonnes.some((annee) => contenu(annee).textes > 0);
  const sousActions = annees.some(({ tous }) => tous.some((texte) => ACTIONS.test(texte)));
  const calendrier = annees.some(({ tous }) => tous.some((texte) => /\b(?:calendrier|echeancier)\b/.test(texte)));
  // Des années qui ne portent que des marques (« X ») sont un calendrier dont la colonne d'actions a disparu.
  if (!rediges && !sousActions && (marques || calendrier)) return { forme: 'calendrier', actions: [] };
  return { forme: 'annees', actions: colonnes };
}

function colonnePartenaires(titres: readonly TitreColonne[]): number | null {
  const nommees = titres.filter(({ propres }) => propres.some((texte) => /^partenaires?\b|^partenariats?\b/.test(texte)));
  // Sous « Financements prévus », « Partenaires » est un montant.
  return nommees.find(({ tous }) => !tous.some((texte) => /^financements?\b/.test(texte)))?.colonne ?? null;
}

export interface LectureColonnes {
  readonly colonnes: ColonnesPlan;
  readonly forme: FormePlan;
}

export function lireColonnesPlan(titres: readonly TitreColonne[], contenu: (colonne: number) => ContenuColonne, manuels: readonly Extract<RattachementManuel, { type: 'colonne_plan' }>[] = []): LectureColonnes {
  const imposees = new Map(manuels.map(({ role, colonne }) => [role, colonne] as const));
  const libres = titres.filter(({ colonne }) => ![...imposees.values()].includes(colonne));
  const prises: (number | null)[] = [];
  const lire = (role: keyof typeof ROLES) => {
    const colonne = imposees.get(role) ?? trouver(libres, ROLES[role], prises);
    prises.push(colonne);
    return colonne;
  };
  const [modalites, total, departement, etat] = [lire('modalites'), lire('total'), lire('departement'), lire('etat')];
  const annees = colonnesAnnees(libres.filter(({ colonne }) => !prises.includes(colonne)));
  const rangs = new Set([...annees.values()].map(({ colonne }) => colonne));
  const restantes = libres.filter(({ colonne }) => !prises.includes(colonne) && !rangs.has(colonne));
  const imposee = imposees.get('actions');
  const { forme, actions } = imposee === undefined ? lireActions(colonneActions(restantes), [...annees.values()], contenu) : { forme: 'calendrier' as const, actions: [imposee] };
  const partenaires = imposees.get('partenaires') ?? colonnePartenaires(restantes);
  const connues = [modalites, total, departement, etat, partenaires, ...actions, ...rangs];
  return {
    forme,
    colonnes: {
      actions, partenaires, departement, etat, total, modalites,
      annees: new Map([...annees].map(([annee, { colonne }]) => [annee, colonne] as const)),
      partenairesFinanciers: partenairesFinanciers(titres, connues, [departement, etat, total, modalites].filter((colonne) => colonne !== null), contenu),
    },
  };
}

const ATTENDUES = [['departement', 'Département'], ['etat', 'Etat'], ['total', 'Total pour l’objectif'], ['modalites', 'Modalités de financement Etat']] as const;

/** Colonnes que l'annexe 5.3 attend et que l'en-tête ne porte pas. */
export function colonnesPlanManquantes({ colonnes }: LectureColonnes, enTete: Plage, annees: readonly number[]): readonly ColonneManquante[] {
  const financements = ATTENDUES.map(([role]) => colonnes[role]).filter((colonne) => colonne !== null);
  const place = { ligne: enTete.derniereLigne, colonne: financements[0] ?? enTete.derniereColonne };
  const colonneAnnee = [...colonnes.annees.values()][0] ?? colonnes.actions[0] ?? enTete.colonne;
  return [
    ...(colonnes.actions.length === 0 && colonnes.annees.size > 0 ? [{ libelle: 'Actions à mettre en œuvre', ligne: enTete.derniereLigne, colonne: colonneAnnee }] : []),
    ...ATTENDUES.filter(([role]) => colonnes[role] === null).map(([, libelle]) => ({ libelle, ...place })),
    ...annees.filter((annee) => !colonnes.annees.has(annee)).map((annee) => ({ libelle: String(annee), ligne: enTete.derniereLigne, colonne: colonneAnnee })),
  ];
}
