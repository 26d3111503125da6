/**
 * La retouche d'un classeur : les seules cellules nommées changent, dans leur feuille ; toute autre
 * partie est recopiée octet pour octet.
 */
import type { Emplacement } from '../../classeur/adresse';
import { celluleDe, cleCellule } from '../../classeur/instantane';
import { type Contenu, type Ecriture, type PlanEcritures, isFormule, memeContenu } from '../../corrections/plan';
import { ErreurHote, type RaisonRefus } from '../port';
import { type Brouillon, creerBrouillon } from './brouillon';
import { ecrireCellules } from './ecrire-cellules';
import { ajouterFeuille, demanderRecalcul, hasFenetre } from './ecrire-classeur';
import { sansPrefixesFonctions } from './fonctions-recentes';
import { lireFeuilles } from './lire';
import { type Lot, preparerLot, refuserLot } from './lot';
import { ESPACE_STRICT, chercherStyleGras, xmlNouvelleFeuille } from './nouvelle-feuille';
import { type Paquet, ouvrirPaquet, partieReliee } from './paquet';
import { contenuDe } from './verifier-plan';

export type ResultatRetouche =
  | { readonly etat: 'applique'; readonly octets: Uint8Array; readonly ecrites: readonly Emplacement[] }
  /** Rien n'est écrit. */
  | { readonly etat: 'refuse'; readonly raisons: readonly RaisonRefus[] };

/**
 * Écrit un plan dans un classeur, tout ou rien. Les valeurs attendues sont relues d'abord, et les
 * cellules écrites sont relues ensuite dans le classeur obtenu.
 *
 * Lève `ErreurHote` si le classeur est illisible.
 */
export function retoucher(octets: Uint8Array, plan: PlanEcritures): ResultatRetouche {
  const paquet = ouvrirPaquet(octets, null);
  const brouillon = creerBrouillon(paquet.archive);
  const lot = preparerLot(paquet, brouillon, plan);
  const raisons = refuserLot(paquet, brouillon, plan, lot);
  if (raisons.length > 0) return { etat: 'refuse', raisons };
  const ecrites = plan.ecritures.map(({ feuille, ligne, colonne }) => ({ feuille, ligne, colonne }));
  if (ecrites.length === 0 && lot.nouvelles.length === 0) return { etat: 'applique', octets, ecrites };
  const attendus = new Map<string, readonly Ecriture[]>();
  for (const [id, { texte, reperee, ecritures, perimees }] of lot.feuilles) {
    brouillon.ecrire(id, ecrireCellules(texte, reperee, ecritures, perimees));
    attendus.set(id, ecritures);
  }
  for (const [id, ecritures] of creerFeuilles(paquet, brouillon, lot)) attendus.set(id, ecritures);
  demanderRecalcul(brouillon, paquet);
  const resultat = brouillon.terminer();
  verifierResultat(resultat, attendus);
  return { etat: 'applique', octets: resultat, ecrites };
}

/** Ajoute les feuilles neuves ; rend leurs écritures par identité de feuille. */
function creerFeuilles(paquet: Paquet, brouillon: Brouillon, { nouvelles }: Lot): (readonly [id: string, ecritures: readonly Ecriture[]])[] {
  if (nouvelles.length === 0) return [];
  const options = {
    stricte: brouillon.lire(paquet.principale.chemin).includes(ESPACE_STRICT),
    styleEnTete: chercherStyleGras(paquet.archive, partieReliee(paquet, 'styles')),
    fenetre: hasFenetre(brouillon, paquet),
  };
  return nouvelles.map(({ nom, ecritures }) => [ajouterFeuille(brouillon, paquet, nom, xmlNouvelleFeuille(ecritures, options)), ecritures]);
}

/** Relit ce qui vient d'être écrit : mieux vaut une panne qu'un classeur qui ne dit pas ce qu'on croit. */
function verifierResultat(octets: Uint8Array, attendus: ReadonlyMap<string, readonly Ecriture[]>): void {
  const cles = new Map([...attendus].map(([id, ecritures]) => [id, new Set(ecritures.map(({ ligne, colonne }) => cleCellule(ligne, colonne)))]));
  const relues = new Map(lireFeuilles(ouvrirPaquet(octets, null), cles).map((feuille) => [feuille.id, feuille]));
  for (const [id, ecritures] of attendus) {
    for (const { ligne, colonne, apres } of ecritures) {
      const relue = relues.get(id);
      const contenu = relue ? contenuDe(celluleDe(relue, ligne, colonne)) : null;
      if (contenu === null || !memeContenu(nu(contenu), nu(apres))) {
        throw new ErreurHote('interne', 'Une cellule n’a pas été écrite comme prévu : le classeur n’a pas été modifié. Signalez cette anomalie en joignant le rapport de contrôle.');
      }
    }
  }
}

/** Formule sans les préfixes de fonctions récentes : le plan peut les porter ou non. */
function nu(contenu: Contenu): Contenu {
  return isFormule(contenu) ? { formule: sansPrefixesFonctions(contenu.formule) } : contenu;
}
