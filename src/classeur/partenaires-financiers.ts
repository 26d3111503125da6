/**
 * Montants de partenaires (CAF, communes…) sous « Financements prévus » : ils entrent dans le total
 * d'un objectif, jamais dans la parité.
 */
import type { ContenuColonne } from './contenu-colonne';
import type { ColonneMontant } from './dossier';
import type { TitreColonne } from './en-tete';

/** Une colonne qui accompagne les montants sans en être un. */
const SANS_MONTANT =
  /\b(?:commentaires?|observations?|remarques?|precisions?|justifi\w*|taux|parite|part en|ecarts?|statut|avancement|date|calendrier|pilotes?|porteurs?|referents?|indicateurs?|fiches?|nature|type|enveloppes?|lignes? budgetaires?|programmes?|imputation|controle|verification|execut\w*|realisee?s?|consomme\w*|verse\w*|valide\w*)\b|%|^(?:n|20\d\d)$/;
const FINANCEUR =
  /\b(?:caf|msa|cpam|ars|communes?|villes?|epci|metropole|intercommunalites?|region|associations?|autres?|partenaires?|cofinance\w*|financeurs?|financements?|fondations?|mecenat|europe|fse|montants?|bailleurs?|mutuelles?|usagers?)\b/;

function porteDesMontants({ nombres, textes }: ContenuColonne): boolean {
  return textes <= nombres;
}

/**
 * `connues` : colonnes qui ont déjà un rôle ; `bornes` : celles des financements. Entre deux bornes,
 * toute colonne de nombres est un montant ; au-delà, seulement si elle nomme un financeur.
 */
export function partenairesFinanciers(titres: readonly TitreColonne[], connues: readonly (number | null)[], bornes: readonly number[], contenu: (colonne: number) => ContenuColonne): readonly ColonneMontant[] {
  if (bornes.length < 2) return [];
  const [debut, fin] = [Math.min(...bornes), Math.max(...bornes)];
  const isMontant = ({ colonne, titre, titree, tous }: TitreColonne) => {
    if (!titree || connues.includes(colonne) || SANS_MONTANT.test(titre) || !porteDesMontants(contenu(colonne))) return false;
    if (colonne > debut && colonne < fin) return true;
    return FINANCEUR.test(titre) && tous.some((texte) => /\bfinancements?\b/.test(texte));
  };
  return titres.filter(isMontant).map(({ colonne, libelle }) => ({ colonne, libelle }));
}
