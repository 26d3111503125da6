/** Un constat en texte : où, quoi, attendu et trouvé, la suite à donner, la correction, la source. */
import { formatA1 } from '../classeur/adresse';
import type { Constat, Correction, Grandeur } from '../controles/constat';
import { majuscule, nommer } from '../controles/fabrique';
import { montrerContenu } from '../corrections/apercu';
import { isFormule } from '../corrections/plan';
import { versFrancais } from '../formules/francais';
import { formatJour } from './jour';
import { couper, type Page } from './mise-en-page';
import { NOMS_GRAVITES } from './mots';

/** Le message, sans l'objectif quand le titre du groupe le dit déjà. */
export function messageSeul({ message, objectif, indicateur }: Pick<Constat, 'message' | 'objectif' | 'indicateur'>): string {
  const prefixe = objectif === null && indicateur === null ? null : `${nommer(objectif)} : `;
  return prefixe !== null && message.startsWith(prefixe) ? majuscule(message.slice(prefixe.length)) : message;
}

/** Ce que montre la cellule : une formule en français, un texte entre guillemets, une grandeur telle quelle. */
function ecrireGrandeur({ valeur, texte }: Grandeur): string {
  if (texte.startsWith('=')) return versFrancais(texte);
  if (texte.startsWith('#')) return texte;
  return typeof valeur === 'string' ? `« ${texte.trim()} »` : texte;
}

/** Attendu, trouvé, écart ; rien si les deux se lisent pareil (seule l'écriture diffère). */
export function ecrireMesure({ attendu, trouve, ecart }: Constat): string | null {
  const [voulu, lu] = [attendu && ecrireGrandeur(attendu), trouve && ecrireGrandeur(trouve)];
  if (voulu !== null && voulu === lu) return null;
  const parts = [voulu && `attendu : ${voulu}`, lu && `trouvé : ${lu}`, ecart].filter(Boolean);
  return parts.length === 0 ? null : `${majuscule(parts.join(' ; '))}.`;
}

/** La correction proposée : la cellule, ce qu'elle contient, ce qu'elle contiendrait. */
export function ecrireCorrection({ type, emplacement, avant, apres, format }: Correction): string {
  const nature = type === 'automatique' ? 'Correction automatique' : 'Correction proposée';
  const adresse = formatA1(emplacement.ligne, emplacement.colonne);
  const isVide = !isFormule(avant) && avant.valeur === null;
  return `${nature} : ${isVide ? `${adresse}, vide, reçoit` : `${adresse} passe de ${montrerContenu(avant, format)} à`} ${montrerContenu(apres, format)}.`;
}

/** Pourquoi le constat a été laissé tel quel, et par qui ; `null` : aucune décision. */
export function ecrireJustification({ justification }: Constat): string | null {
  return justification ? `Justifié par ${justification.auteur}, le ${formatJour(justification.date)} : ${justification.motif}` : null;
}

/** Lignes d'un constat ; `feuilles` donne le nom de chaque feuille par son identité. */
export function ecrireConstat(constat: Constat, feuilles: ReadonlyMap<string, string>, { style, largeur }: Page): readonly string[] {
  const { code, gravite, feuille, emplacement, suite, source, correction } = constat;
  const lieu = [feuille !== null && (feuilles.get(feuille) ?? feuille), emplacement && formatA1(emplacement.ligne, emplacement.colonne)].filter(Boolean).join(' · ');
  const tete = couper(`${NOMS_GRAVITES[gravite].toUpperCase()} ${code}${lieu === '' ? '' : `  ${lieu}`}`, { largeur, retrait: 2 });
  const corps = [messageSeul(constat), ecrireMesure(constat), `À faire : ${suite}`, correction && ecrireCorrection(correction), ecrireJustification(constat)];
  return [
    ...tete.map((ligne) => style.gravite(gravite, ligne)),
    ...corps.flatMap((texte) => (texte === null ? [] : couper(texte, { largeur, retrait: 4 }))),
    ...couper(`Source : ${source}`, { largeur, retrait: 4 }).map((ligne) => style.attenue(ligne)),
  ];
}
