/** Exports CSV pour Excel français : séparateur « ; », BOM, virgule décimale. */
import { formatA1 } from '../classeur/adresse';
import type { Rapport } from '../moteur/rapport';
import { NOMS_GRAVITES } from './mots';
import { ecrireJustification } from './texte-constat';
import { titreVerdict, type LigneSynthese } from './synthese';

export type CelluleCsv = string | number | null;

const BOM = '\ufeff';

/** Un texte qui commence comme une formule ne doit pas en devenir une à l'ouverture. */
function neutraliser(texte: string): string {
  return /^[=+\-@\t\r\n]/.test(texte) ? `'${texte}` : texte;
}

/** Virgule décimale, jamais d'exposant : « 1e-7 » serait lu comme un texte. */
function ecrireNombre(nombre: number): string {
  const texte = String(nombre);
  return (texte.includes('e') ? nombre.toFixed(12).replace(/\.?0+$/, '') : texte).replace('.', ',');
}

function ecrireCellule(cellule: CelluleCsv): string {
  if (cellule === null) return '';
  if (typeof cellule === 'number') return ecrireNombre(cellule);
  const texte = neutraliser(cellule);
  return /[;"\r\n]/.test(texte) ? `"${texte.replace(/"/g, '""')}"` : texte;
}

/** Lignes CSV, sans BOM, chacune finie par CRLF. */
export function ecrireLignesCsv(lignes: readonly (readonly CelluleCsv[])[]): string {
  return lignes.map((ligne) => `${ligne.map(ecrireCellule).join(';')}\r\n`).join('');
}

/** Document CSV complet, BOM compris. */
export function ecrireCsv(lignes: readonly (readonly CelluleCsv[])[]): string {
  return BOM + ecrireLignesCsv(lignes);
}

/** Une ligne par classeur. */
export function syntheseCsv(lignes: readonly LigneSynthese[]): string {
  return ecrireCsv([
    ['Fichier', 'Code', 'Département', 'Verdict', 'Bloquants', 'Alertes', 'Informations', 'Contrôles bloquants', 'Erreur'],
    ...lignes.map((ligne): CelluleCsv[] =>
      ligne.verdict === 'illisible'
        ? [ligne.fichier, null, null, titreVerdict(ligne.verdict), null, null, null, null, ligne.erreur]
        : [ligne.fichier, ligne.departement?.code ?? null, ligne.departement?.nom ?? null, titreVerdict(ligne.verdict), ligne.compte.bloquant, ligne.compte.alerte, ligne.compte.info, ligne.bloquants.join(', '), null],
    ),
  ]);
}

/** Une ligne par constat ; un classeur sans constat garde une ligne, son verdict seul. */
export function lignesConstats(rapport: Rapport, fichier: string): readonly (readonly CelluleCsv[])[] {
  const feuilles = new Map(rapport.feuilles.map(({ id, nom }) => [id, nom]));
  const tete: readonly CelluleCsv[] = [fichier, rapport.departement?.code ?? null, titreVerdict(rapport.verdict)];
  if (rapport.constats.length === 0) return [[...tete, ...Array<null>(EN_TETE_CONSTATS.length - tete.length).fill(null)]];
  return rapport.constats.map((constat) => [
    ...tete,
    constat.code,
    NOMS_GRAVITES[constat.gravite].toLowerCase(),
    constat.feuille === null ? null : (feuilles.get(constat.feuille) ?? null),
    constat.emplacement ? formatA1(constat.emplacement.ligne, constat.emplacement.colonne) : null,
    constat.objectif,
    constat.message,
    constat.attendu?.texte ?? null,
    constat.trouve?.texte ?? null,
    constat.suite,
    constat.source,
    ecrireJustification(constat),
  ]);
}

/** Ligne d'un fichier illisible : sa raison tient lieu de constat. */
export function ligneIllisible(fichier: string, erreur: string): readonly CelluleCsv[] {
  return [fichier, null, titreVerdict('illisible'), null, null, null, null, null, erreur, null, null, null, null, null];
}

export const EN_TETE_CONSTATS: readonly CelluleCsv[] = ['Fichier', 'Code département', 'Verdict', 'Contrôle', 'Gravité', 'Feuille', 'Cellule', 'Objectif', 'Constat', 'Attendu', 'Trouvé', 'Suite à donner', 'Source', 'Justification'];
