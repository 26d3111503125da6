/**
 * La vue « Financement » : par objectif, le Département face à l'Etat ; par enveloppe, le total et
 * ses bornes ; le total du contrat. Données pures et clonables. La parité et les bornes sont jugées
 * par FIN-01 et FIN-05 eux-mêmes, avant arbitrage : l'écran ne rejuge rien.
 */
import type { Emplacement } from '../../classeur/adresse';
import type { Constat } from '../../controles/constat';
import { FIN_01 } from '../../controles/financement/fin-01';
import type { LecturePlan } from '../../controles/lecture-plan';
import type { Retenus } from '../../controles/retenus';
import { OBJECTIFS, type NumeroObjectif } from '../../referentiel/objectifs';
import { vueEnveloppes, type VueEnveloppe } from './enveloppes';
import { additionner, lireParts, type Part, type Parts } from './montants';
import { sourceDe, type SourceLue } from './sources';

/**
 * `tenue` : le Département apporte au moins autant ; `manquee` : FIN-01 bloquant ; `a_justifier` :
 * part ONDAM ; `illisible` : un montant n'est pas connu, ou une colonne manque ; `sans_etat` : l'Etat n'apporte rien.
 */
export type EtatParite = 'tenue' | 'manquee' | 'a_justifier' | 'illisible' | 'sans_etat';

export interface LigneFinancement extends Parts {
  readonly objectif: NumeroObjectif;
  readonly nom: string;
  readonly retenu: boolean;
  readonly parite: EtatParite;
  /** Ce que le Département devrait ajouter, en euros ; 0 si rien. */
  readonly manque: number;
  readonly source: SourceLue;
  /** Première cellule de l'objectif au plan. */
  readonly emplacement: Emplacement | null;
}

export interface TotalContrat {
  readonly departement: Part;
  readonly etat: Part;
  readonly partenaires: Part;
  readonly total: Part;
  /** Montants de lignes hors des 26 objectifs, compris dans les totaux ci-dessus. */
  readonly local: number;
  /** Ligne TOTAL du classeur, telle qu'elle est ; `null` s'il n'y en a pas. */
  readonly inscrit: Part | null;
}

export interface VueFinancement {
  /** Dans l'ordre de l'annexe 5.3, les objectifs que le plan porte. */
  readonly lignes: readonly LigneFinancement[];
  readonly enveloppes: readonly VueEnveloppe[];
  readonly contrat: TotalContrat;
  /** Plus grande part d'un objectif, en euros : l'échelle commune des barres. */
  readonly echelle: number;
}

interface JugementParite {
  /** Constats de FIN-01 avant arbitrage : un montant en texte ne cache pas un écart. */
  readonly ecarts: ReadonlyMap<NumeroObjectif, Constat>;
  /** Lignes dont FIN-01 n'a pas pu vérifier un montant. */
  readonly nonVerifiees: ReadonlySet<number>;
}

function jugerParite(plan: LecturePlan): JugementParite {
  const { constats, nonVerifies = [] } = FIN_01.controler({ plan } as never);
  return {
    ecarts: new Map(constats.flatMap((constat) => (constat.objectif === null ? [] : [[constat.objectif, constat] as const]))),
    nonVerifiees: new Set(nonVerifies.flatMap(({ emplacement }) => (emplacement === null ? [] : [emplacement.ligne]))),
  };
}

function pariteDe({ departement, etat }: Parts, ecart: Constat | undefined, nonVerifiee: boolean): EtatParite {
  if (departement.euros === null || etat.euros === null) return 'illisible';
  if (ecart) return ecart.gravite === 'bloquant' ? 'manquee' : 'a_justifier';
  if (nonVerifiee) return 'illisible';
  return etat.euros === 0 ? 'sans_etat' : 'tenue';
}

function manqueDe(ecart: Constat | undefined): number {
  const [attendu, trouve] = [ecart?.attendu?.valeur, ecart?.trouve?.valeur];
  return typeof attendu === 'number' && typeof trouve === 'number' ? attendu - trouve : 0;
}

function lignesDe(plan: LecturePlan, retenus: Retenus): LigneFinancement[] {
  const { ecarts, nonVerifiees } = jugerParite(plan);
  return OBJECTIFS.filter(({ numero }) => plan.objectif(numero) !== null).map(({ numero, nom }) => {
    const { lignes, libelle } = plan.objectif(numero)!;
    const parts = lireParts(plan, lignes);
    const ecart = ecarts.get(numero);
    return {
      objectif: numero,
      nom,
      retenu: retenus.has(numero),
      ...parts,
      parite: pariteDe(parts, ecart, lignes.some((numeroLigne) => nonVerifiees.has(numeroLigne))),
      manque: manqueDe(ecart),
      source: sourceDe(plan, numero),
      emplacement: { feuille: plan.plan.feuille.id, ligne: libelle.ligne, colonne: libelle.colonne },
    };
  });
}

function contratDe(plan: LecturePlan, lignes: readonly LigneFinancement[]): TotalContrat {
  const locales = lireParts(plan, plan.plan.lignesLocales);
  const sommer = (choisir: (parts: Parts) => Part) => additionner([...lignes, locales].map(choisir));
  const { ligneTotal, colonnes } = plan.plan;
  const inscrit = ligneTotal === null || colonnes.total === null ? null : lireParts(plan, [ligneTotal]).inscrit;
  return {
    departement: sommer((parts) => parts.departement),
    etat: sommer((parts) => parts.etat),
    partenaires: sommer((parts) => parts.partenaires),
    total: sommer((parts) => parts.total),
    local: locales.total.euros ?? 0,
    inscrit,
  };
}

export function vueFinancement(plan: LecturePlan, retenus: Retenus): VueFinancement {
  const lignes = lignesDe(plan, retenus);
  const parts = lignes.flatMap(({ departement, etat }) => [departement.euros ?? 0, etat.euros ?? 0]);
  return { lignes, enveloppes: vueEnveloppes(plan), contrat: contratDe(plan, lignes), echelle: Math.max(0, ...parts) };
}
