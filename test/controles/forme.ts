/** Ce qu'on exige de tout constat, quel qu'il soit : lisible, sourcé, désigné. */
import { cleCause, type Constat } from '../../src/controles/constat';
import type { ControleEnregistre } from '../../src/controles/controle';
import { indicateurDe } from '../../src/referentiel/indicateurs';
import { nommerObjectif } from '../../src/referentiel/objectifs';

/** Le message sans ce qu'il cite (saisies entre guillemets, formules, numéros d'annexes ou d'articles). */
function prose(texte: string): string {
  return texte
    .replace(/« [^«»]*(?:«[^«»]*»[^«»]*)* »/g, '«»')
    .replace(/=[A-Z(][^ ]*/g, '')
    .replace(/((?:annexe|article)s?) \d(?:\.\d)*(?: et \d(?:\.\d)*)?/g, '$1');
}

function verifierPhrase(texte: string): void {
  expect(texte).toMatch(/^[«A-ZÀÉÊ0-9]/);
  expect(texte).toMatch(/[.»)]$/);
  expect(prose(texte)).not.toMatch(/undefined|\bnull\b|NaN|\[object|\. \.|\.\.|  | ;\.| ,|\s\./);
  // Nombres français : ni point décimal, ni milliers collés (une année reste telle quelle).
  expect(prose(texte)).not.toMatch(/\d\.\d|(?<![\d\u202f,])(?!20\d\d(?!\d))\d{4,}/);
}

export function verifierForme(constat: Constat, { code, gravite, graviteVariable }: ControleEnregistre): void {
  expect(constat.code).toBe(code);
  if (constat.gravite !== gravite) expect(graviteVariable).toBeDefined();
  verifierPhrase(constat.message);
  verifierPhrase(constat.suite);
  expect(constat.source.trim()).not.toBe('');
  if (constat.objectif !== null) expect(constat.message.toLowerCase()).toContain(nommerObjectif(constat.objectif).toLowerCase());
  // CIB-02 compare, aux objectifs 2 et 3, une part qui n'est celle d'aucune ligne.
  const composee = code === 'CIB-02' && (constat.objectif === 2 || constat.objectif === 3);
  if (constat.indicateur !== null && !composee) expect(constat.message).toContain(indicateurDe(constat.indicateur).nom);
  if (constat.emplacement) {
    expect(constat.feuille).toBe(constat.emplacement.feuille);
    expect(constat.causes).toContain(cleCause(constat.emplacement));
  }
  for (const grandeur of [constat.attendu, constat.trouve]) {
    if (grandeur) expect(grandeur.texte.trim()).not.toBe('');
  }
  if (constat.correction) {
    expect(constat.correction.raison).toMatch(/^[A-ZÀÉ].*\.$/);
    expect(constat.correction.emplacement).toEqual(constat.emplacement);
    expect(constat.correction.apres).not.toEqual(constat.correction.avant);
  }
}
