/** Le département d'une trame : elle peut en porter plusieurs, et jamais ceux d'un autre classeur. */
import { departementDe } from '../referentiel/departements';
import { ErreurTrame } from './erreur';
import { codeDepartement } from './titres';
import type { TrameBrute, TrameDuDepartement } from './lignes-trame';

const nommer = (code: string) => `${departementDe(code)?.nom ?? code} (${code})`;

/** Les noms, abrégés au-delà de quelques-uns. */
function enumerer(codes: readonly string[]): string {
  const noms = codes.slice(0, 5).map(nommer).join(', ');
  return codes.length > 5 ? `${noms}… (${String(codes.length)} en tout)` : noms;
}

/**
 * Garde les lignes du département voulu, ou du seul que porte la trame. Une ligne sans département
 * vaut pour tous. Lève `ErreurTrame` si le département voulu n'y est pas, ou s'il faut en choisir un.
 */
export function choisirDepartement({ forme, lignes }: TrameBrute, voulu: string | null): TrameDuDepartement {
  const codes = [...new Set(lignes.map(({ departement }) => codeDepartement(departement)).filter((code) => code !== null))];
  if (codes.length === 0) {
    verifierUneSeule({ forme, lignes });
    return { forme, lignes, departement: null };
  }
  if (voulu !== null && !codes.includes(voulu)) {
    throw new ErreurTrame(`Cette trame ne porte aucune valeur pour ${nommer(voulu)}, le département du classeur ; elle porte ${enumerer(codes)}. Choisissez la trame de ce département, ou précisez-le s’il a été mal lu.`);
  }
  if (voulu === null && codes.length > 1) {
    throw new ErreurTrame(`Cette trame porte plusieurs départements (${enumerer(codes)}) et le classeur ne dit pas le sien : indiquez-le.`);
  }
  const retenu = voulu ?? codes[0]!;
  return { forme, departement: retenu, lignes: lignes.filter(({ departement }) => departement === '' ? forme === 'lignes' : codeDepartement(departement) === retenu) };
}

/** En colonnes et sans département, il ne peut y avoir qu'une ligne de valeurs. */
function verifierUneSeule({ forme, lignes }: TrameBrute): void {
  if (forme !== 'colonnes') return;
  const remplies = new Set(lignes.filter(({ valeur }) => valeur.texte !== '').map(({ place }) => place.split(',')[0]));
  if (remplies.size > 1) throw new ErreurTrame(`Cette trame porte ${String(remplies.size)} lignes de valeurs et aucune colonne « Département » reconnue : ajoutez-la, ou ne gardez qu’une ligne.`);
}
