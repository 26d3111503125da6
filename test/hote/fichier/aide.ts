/** Aides des tests de l'hôte fichier : des classeurs écrits à la main, partie par partie. */
import { type Cellule, type Feuille, type Instantane, celluleDe } from '../../../src/classeur/instantane';
import { parseA1 } from '../../../src/classeur/adresse';
import type { Contenu, Ecriture } from '../../../src/corrections/plan';
import type { ResultatRetouche } from '../../../src/hote/fichier/ecrire';
import { lireClasseur } from '../../../src/hote/fichier/lire';
import { ErreurHote } from '../../../src/hote/port';
import { type Parties, fabriquerClasseur } from '../../classeurs/fabrique';
import { ENTETE, NS, NS_REL } from '../../classeurs/parties';

export interface FeuilleBrute {
  /** Contenu de `<sheetData>`. */
  readonly donnees?: string;
  /** Éléments placés avant, puis après `<sheetData>`. */
  readonly avant?: string;
  readonly apres?: string;
  /** Contenu de `<sst>`. */
  readonly chaines?: string;
  readonly retoucher?: (parties: Parties) => void;
}

export const FEUILLE = 'xl/worksheets/sheet1.xml';

/** Classeur d'une feuille « F » dont le XML est donné tel quel. */
export function classeurBrut({ donnees = '', avant = '', apres = '', chaines, retoucher }: FeuilleBrute): Uint8Array {
  return fabriquerClasseur([{ nom: 'F' }], {
    retoucher(parties) {
      parties[FEUILLE] = `${ENTETE}<worksheet xmlns="${NS}" xmlns:r="${NS_REL}">${avant}<sheetData>${donnees}</sheetData>${apres}</worksheet>`;
      if (chaines !== undefined) parties['xl/sharedStrings.xml'] = `${ENTETE}<sst xmlns="${NS}">${chaines}</sst>`;
      retoucher?.(parties);
    },
  });
}

export function lireBrut(brute: FeuilleBrute): Feuille {
  return premiere(lireClasseur(classeurBrut(brute), { nom: null }));
}

export function premiere(instantane: Instantane): Feuille {
  const [feuille] = instantane.feuilles;
  if (!feuille) throw new Error('Le classeur n’a aucune feuille');
  return feuille;
}

export function cellule(feuille: Feuille, adresse: string): Cellule | undefined {
  const position = parseA1(adresse)!;
  return celluleDe(feuille, position.ligne, position.colonne);
}

/** Valeurs et formules des cellules données, par adresse. */
export function contenus(feuille: Feuille, ...adresses: string[]): Record<string, unknown> {
  return Object.fromEntries(
    adresses.map((adresse) => {
      const lue = cellule(feuille, adresse);
      return [adresse, lue ? (lue.formule === null ? lue.valeur : [lue.formule, lue.valeur]) : undefined];
    }),
  );
}

/** L'`ErreurHote` levée ; tout autre sort fait échouer le test. */
export function refusDe(action: () => unknown): ErreurHote {
  try {
    action();
  } catch (erreur) {
    if (erreur instanceof ErreurHote) return erreur;
    throw erreur;
  }
  throw new Error('Aucune erreur levée');
}

/** Écriture dans la feuille « F » d'un classeur brut, ou dans une autre. */
export function ecriture(adresse: string, avant: Contenu, apres: Contenu, feuille = FEUILLE): Ecriture {
  return { feuille, ...parseA1(adresse)!, avant, apres, raison: 'essai' };
}

/** Octets d'une retouche appliquée ; un refus fait échouer le test. */
export function octetsDe(resultat: ResultatRetouche): Uint8Array {
  if (resultat.etat === 'refuse') throw new Error(resultat.raisons.map(({ message }) => message).join('\n'));
  return resultat.octets;
}
