/** Un plan d'écritures rapporté à un classeur : ses feuilles repérées, ou les raisons de le refuser. */
import type { Emplacement } from '../../classeur/adresse';
import { cleCellule } from '../../classeur/instantane';
import { type Ecriture, type PlanEcritures, identiteNouvelle, nomNouvelle } from '../../corrections/plan';
import type { RaisonRefus } from '../port';
import type { Brouillon } from './brouillon';
import { isStructureProtegee } from './ecrire-classeur';
import { lireFeuilles } from './lire';
import { type Paquet, partieReliee } from './paquet';
import { type FeuilleReperee, repererFeuille, styleDesAbsentes } from './reperer-feuille';
import { isSigne, refusSignature } from './signature';
import { STYLE_PAR_DEFAUT, lireStyles } from './styles';
import { type FeuilleVisee, horsFeuille, refuserContenu, refuserEcriture } from './verifier-plan';

const NOM_MAX = 31;

export interface FeuilleDuLot extends FeuilleVisee {
  readonly ecritures: readonly Ecriture[];
  readonly perimees: readonly Emplacement[];
  readonly texte: string;
  readonly reperee: FeuilleReperee;
}

export interface Lot {
  /** Par identité de feuille. */
  readonly feuilles: ReadonlyMap<string, FeuilleDuLot>;
  readonly nouvelles: readonly { readonly nom: string; readonly ecritures: readonly Ecriture[] }[];
}

export function preparerLot(paquet: Paquet, brouillon: Brouillon, plan: PlanEcritures): Lot {
  const perimees = plan.perimees ?? [];
  const ids = new Set([...plan.ecritures, ...perimees].map(({ feuille }) => feuille));
  const visees = new Map([...ids].map((id) => [id, new Set(de(id, [...plan.ecritures, ...perimees]).map(({ ligne, colonne }) => cleCellule(ligne, colonne)))]));
  const styles = lireStyles(paquet.archive, partieReliee(paquet, 'styles'));
  const feuilles = lireFeuilles(paquet, visees).map((feuille): [string, FeuilleDuLot] => {
    const lignesVisees = new Set([...de(feuille.id, plan.ecritures), ...de(feuille.id, perimees)].map(({ ligne }) => ligne));
    const texte = brouillon.lire(feuille.id);
    const reperee = repererFeuille(texte, feuille.id, lignesVisees);
    const lignes = new Map(reperee.lignes.map((ligne) => [ligne.numero, ligne]));
    const absenteVerrouillee = (ligne: number, colonne: number): boolean =>
      (styles[Number(styleDesAbsentes(reperee, lignes.get(ligne), colonne) ?? 0)] ?? STYLE_PAR_DEFAUT).verrouillee;
    return [feuille.id, { feuille, absenteVerrouillee, texte, reperee, ecritures: de(feuille.id, plan.ecritures), perimees: de(feuille.id, perimees) }];
  });
  const nouvelles = (plan.nouvellesFeuilles ?? []).map((nom) => ({ nom, ecritures: de(identiteNouvelle(nom), plan.ecritures) }));
  return { feuilles: new Map(feuilles), nouvelles };
}

function de<T extends Emplacement>(feuille: string, emplacements: readonly T[]): T[] {
  return emplacements.filter((emplacement) => emplacement.feuille === feuille);
}

/** Toutes les raisons de ne rien écrire ; aucune : le lot peut s'écrire. */
export function refuserLot(paquet: Paquet, brouillon: Brouillon, plan: PlanEcritures, lot: Lot): RaisonRefus[] {
  const creees = lot.nouvelles.map(({ nom }): Emplacement => ({ feuille: identiteNouvelle(nom), ligne: 1, colonne: 1 }));
  if (isSigne(paquet.archive)) return [...creees, ...plan.ecritures].map((ou) => raison(ou, refusSignature));
  const dejaVues = new Set<string>();
  const noms = new Set(paquet.declare.feuilles.map(({ nom }) => nom.toLowerCase()));
  const protegee = creees.length > 0 && isStructureProtegee(brouillon, paquet);
  return [
    ...lot.nouvelles.flatMap(({ nom }, rang) => refuserFeuille(nom, noms, protegee).map((message) => raison(creees[rang]!, message))),
    ...plan.ecritures.flatMap((ecriture) => {
      const cle = `${ecriture.feuille}|${ecriture.ligne}|${ecriture.colonne}`;
      const message = dejaVues.has(cle) ? DOUBLE : refuserUne(ecriture, lot);
      dejaVues.add(cle);
      return message === null ? [] : [raison(ecriture, message)];
    }),
  ];
}

const DOUBLE = 'La même cellule est visée deux fois par le même lot : gardez une seule des deux corrections.';

const raison = ({ feuille, ligne, colonne }: Emplacement, message: string): RaisonRefus => ({ emplacement: { feuille, ligne, colonne }, message });

function refuserUne(ecriture: Ecriture, { feuilles, nouvelles }: Lot): string | null {
  const nom = nomNouvelle(ecriture.feuille);
  if (nom === null) return refuserEcriture(ecriture, feuilles.get(ecriture.feuille));
  if (!nouvelles.some((nouvelle) => nouvelle.nom === nom)) return `La feuille « ${nom} » n’est pas de celles que le plan crée : relancez le contrôle.`;
  const obstacle = horsFeuille(ecriture.ligne, ecriture.colonne) ?? refuserContenu(ecriture.apres);
  return obstacle && `Une cellule de la nouvelle feuille « ${nom} » ${obstacle}`;
}

/** Ajoute le nom à ceux qui sont pris. */
function refuserFeuille(nom: string, pris: Set<string>, protegee: boolean): string[] {
  if (protegee) return [`La structure du classeur est protégée : la feuille « ${nom} » ne peut pas être ajoutée. Ôtez la protection (Révision > Protéger le classeur), puis recommencez.`];
  if (pris.has(nom.toLowerCase())) return [`Le classeur a déjà une feuille « ${nom} ». Renommez-la ou supprimez-la, puis recommencez.`];
  pris.add(nom.toLowerCase());
  const possible = nom !== '' && nom.length <= NOM_MAX && !/[\\/?*[\]:]|^'|'$/.test(nom);
  return possible ? [] : [`Le nom de feuille « ${nom} » n’est pas admis : ${NOM_MAX} caractères au plus, sans \\ / ? * [ ] : ni apostrophe au bord. Choisissez-en un autre.`];
}
