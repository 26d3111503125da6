/**
 * Ce qui peut se rattacher à la main : les feuilles, les colonnes attendues, et les lignes dont le
 * libellé n'a pas été reconnu. Données pures : l'écran n'a qu'à proposer les choix.
 */
import { formatA1, lettresColonne, type Emplacement } from '../../classeur/adresse';
import type { Anomalie, Bloc, Dossier, PlanAction, TableauDeBord } from '../../classeur/dossier';
import { creerGrille, texteFusionne, valeurEnregistree } from '../../classeur/grille';
import type { Feuille, Plage } from '../../classeur/instantane';
import { isBandeau, isIntituleDelais } from '../../classeur/libelles';
import type { RoleColonnePlan } from '../../classeur/rattachements';
import { INDICATEURS, type CodeIndicateur } from '../../referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../../referentiel/objectifs';

export interface ColonneProposee {
  readonly colonne: number;
  /** « G – Niveau cible de l’objectif 2022 ». */
  readonly titre: string;
}

/** Colonne qu'une annexe attend, et celle où elle a été reconnue. */
export interface PlaceMoment {
  readonly libelle: string;
  readonly bloc: Bloc;
  readonly annee: number;
  readonly colonne: number | null;
}

export interface PlaceRole {
  readonly libelle: string;
  readonly role: RoleColonnePlan;
  readonly colonne: number | null;
}

export interface LigneInconnue {
  readonly texte: string;
  /** « C12 ». */
  readonly adresse: string;
  readonly emplacement: Emplacement;
}

interface AnnexeRattachable {
  /** Nom de la feuille reconnue. */
  readonly feuille: string;
  readonly colonnes: readonly ColonneProposee[];
  readonly objectifsInconnus: readonly LigneInconnue[];
  readonly objectifsManquants: readonly NumeroObjectif[];
}

export interface TableauRattachable extends AnnexeRattachable {
  readonly places: readonly PlaceMoment[];
  readonly indicateursInconnus: readonly LigneInconnue[];
  readonly indicateursManquants: readonly CodeIndicateur[];
}

export interface PlanRattachable extends AnnexeRattachable {
  readonly places: readonly PlaceRole[];
}

export interface VueRattachables {
  readonly tableau: TableauRattachable | null;
  readonly plan: PlanRattachable | null;
}

const NOMS_BLOCS: Readonly<Record<Bloc, string>> = { diagnostic: 'Diagnostic', cible: 'Cible', atteinte: 'Niveau d’atteinte' };
const ROLES: readonly (readonly [Exclude<RoleColonnePlan, 'objectif'>, string])[] = [
  ['actions', 'Actions à mettre en œuvre'],
  ['partenaires', 'Partenaires'],
  ['departement', 'Financement du Département'],
  ['etat', 'Financement de l’Etat'],
  ['total', 'Total pour l’objectif'],
  ['modalites', 'Modalités de financement Etat'],
];
const TITRE_MAX = 60;

function colonnesDe(feuille: Feuille, enTete: Plage): ColonneProposee[] {
  const grille = creerGrille(feuille, valeurEnregistree);
  return grille.colonnes.map((colonne) => {
    const textes: string[] = [];
    for (let ligne = enTete.ligne; ligne <= enTete.derniereLigne; ligne++) {
      const texte = texteFusionne(grille, ligne, colonne).replace(/\s+/g, ' ');
      if (texte !== '' && !textes.includes(texte)) textes.push(texte);
    }
    const titre = textes.join(' ');
    const court = titre.length > TITRE_MAX ? `${titre.slice(0, TITRE_MAX - 1)}…` : titre;
    return { colonne, titre: court === '' ? lettresColonne(colonne) : `${lettresColonne(colonne)} – ${court}` };
  });
}

function ligneInconnue(feuille: Feuille, { ligne, colonne, texte }: Pick<Anomalie, 'ligne' | 'colonne' | 'texte'>): LigneInconnue {
  return { texte, adresse: formatA1(ligne, colonne), emplacement: { feuille: feuille.id, ligne, colonne } };
}

function objectifsDe({ feuille, anomalies, objectifs }: TableauDeBord | PlanAction): Pick<AnnexeRattachable, 'objectifsInconnus' | 'objectifsManquants'> {
  return {
    objectifsInconnus: anomalies.filter(({ nature }) => nature === 'objectif_inconnu' || nature === 'objectif_ambigu').map((anomalie) => ligneInconnue(feuille, anomalie)),
    objectifsManquants: OBJECTIFS.map(({ numero }) => numero).filter((numero) => !objectifs.has(numero)),
  };
}

/** Libellés de la colonne des indicateurs qu'aucun indicateur harmonisé n'a pris. */
function indicateursInconnus({ feuille, enTete, derniereLigne, colonnes, indicateurs }: TableauDeBord): LigneInconnue[] {
  const grille = creerGrille(feuille, valeurEnregistree);
  const prises = new Set([...indicateurs.values()].map(({ ligne }) => ligne));
  return grille.lignes
    .filter((ligne) => ligne > enTete.derniereLigne && ligne <= derniereLigne && !prises.has(ligne))
    .map((ligne) => ({ ligne, colonne: colonnes.indicateur, texte: grille.texte(ligne, colonnes.indicateur) }))
    .filter(({ texte }) => texte !== '' && !isBandeau(texte) && !isIntituleDelais(texte))
    .map((place) => ligneInconnue(feuille, place));
}

function tableauRattachable(tableau: TableauDeBord): TableauRattachable {
  const { feuille, enTete, periode, moments, indicateurs } = tableau;
  const place = (bloc: Bloc, annee: number): PlaceMoment => ({
    libelle: `${NOMS_BLOCS[bloc]} ${String(annee)}`, bloc, annee,
    colonne: moments.find((moment) => moment.bloc === bloc && moment.annee === annee)?.colonne ?? null,
  });
  return {
    feuille: feuille.nom,
    colonnes: colonnesDe(feuille, enTete),
    ...objectifsDe(tableau),
    places: [place('diagnostic', periode.diagnostic), ...periode.annees.map((annee) => place('cible', annee)), ...periode.annees.map((annee) => place('atteinte', annee))],
    indicateursInconnus: indicateursInconnus(tableau),
    indicateursManquants: INDICATEURS.map(({ code }) => code).filter((code) => !indicateurs.has(code)),
  };
}

function planRattachable(plan: PlanAction): PlanRattachable {
  const { feuille, enTete, colonnes } = plan;
  const colonneDe = (role: (typeof ROLES)[number][0]) => (role === 'actions' ? (colonnes.actions[0] ?? null) : colonnes[role]);
  return {
    feuille: feuille.nom,
    colonnes: colonnesDe(feuille, enTete),
    ...objectifsDe(plan),
    places: ROLES.map(([role, libelle]) => ({ role, libelle, colonne: colonneDe(role) })),
  };
}

export function vueRattachables({ tableau, plan }: Dossier): VueRattachables {
  return { tableau: tableau && tableauRattachable(tableau), plan: plan && planRattachable(plan) };
}
