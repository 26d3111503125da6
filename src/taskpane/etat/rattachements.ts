/** Le brouillon des rattachements : choisir, retirer, décrire. Fonctions pures. */
import { lettresColonne } from '../../classeur/adresse';
import type { RattachementManuel, RoleColonnePlan } from '../../classeur/rattachements';
import { normaliser } from '../../classeur/texte';
import { nommer } from '../../controles/fabrique';
import { indicateurDe } from '../../referentiel/indicateurs';

/** Ce qu'un rattachement désigne : deux rattachements de même cible se remplacent. */
function cibleDe(rattachement: RattachementManuel): string {
  switch (rattachement.type) {
    case 'feuille':
      return `feuille|${rattachement.nature}`;
    case 'objectif':
      return `objectif|${normaliser(rattachement.texte)}`;
    case 'indicateur':
      return `indicateur|${normaliser(rattachement.texte)}`;
    case 'moment':
      return `moment|${rattachement.feuille}|${rattachement.bloc}|${String(rattachement.annee)}`;
    case 'colonne_plan':
      return `colonne|${rattachement.feuille}|${rattachement.role}`;
  }
}

/** Ajoute un rattachement, à la place de celui qui visait la même chose. */
export function choisir(brouillon: readonly RattachementManuel[], choisi: RattachementManuel): readonly RattachementManuel[] {
  return [...retirer(brouillon, choisi), choisi];
}

/** Retire ce qui vise la même chose. */
export function retirer(brouillon: readonly RattachementManuel[], vise: RattachementManuel): readonly RattachementManuel[] {
  return brouillon.filter((autre) => cibleDe(autre) !== cibleDe(vise));
}

/** Le rattachement du brouillon qui vise la même chose que `modele`. */
export function trouver<R extends RattachementManuel>(brouillon: readonly RattachementManuel[], modele: R): R | null {
  const cible = cibleDe(modele);
  return (brouillon.find((autre) => cibleDe(autre) === cible) as R | undefined) ?? null;
}

const NATURES = { tableau: 'tableau de bord', plan: 'plan d’action' } as const;
const BLOCS = { diagnostic: 'diagnostic', cible: 'cible', atteinte: 'niveau d’atteinte' } as const;
const ROLES: Readonly<Record<RoleColonnePlan, string>> = {
  objectif: 'objectif', actions: 'actions', partenaires: 'partenaires', departement: 'financement du Département', etat: 'financement de l’Etat', total: 'total', modalites: 'modalités de financement',
};

/** « Feuille « PA v2 » : plan d’action ». */
export function decrire(rattachement: RattachementManuel): string {
  switch (rattachement.type) {
    case 'feuille':
      return `Feuille « ${rattachement.feuille} » : ${NATURES[rattachement.nature]}`;
    case 'objectif':
      return `« ${rattachement.texte} » : ${nommer(rattachement.numero)}`;
    case 'indicateur':
      return `« ${rattachement.texte} » : ${indicateurDe(rattachement.code).nom}`;
    case 'moment':
      return `Feuille « ${rattachement.feuille} », colonne ${lettresColonne(rattachement.colonne)} : ${BLOCS[rattachement.bloc]} ${String(rattachement.annee)}`;
    case 'colonne_plan':
      return `Feuille « ${rattachement.feuille} », colonne ${lettresColonne(rattachement.colonne)} : ${ROLES[rattachement.role]}`;
  }
}
