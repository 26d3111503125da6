/** Plusieurs dégâts à la fois, au hasard : aucun libellé n'est pris pour un autre. */
import fc from 'fast-check';
import { INDICATEURS } from '../../src/referentiel/indicateurs';
import { confusionsIndicateur, confusionsObjectif, DEGATS, OBJECTIFS_ECRITS } from './degats';

/** Jusqu'à quatre dégâts quelconques d'affilée. */
const degats = fc.array(fc.record({ lequel: fc.constantFrom(...Object.keys(DEGATS)), ou: fc.nat() }), { minLength: 1, maxLength: 4 });
const abimerPlusieurs = (texte: string, liste: readonly { readonly lequel: string; readonly ou: number }[]) =>
  liste.reduce((avant, { lequel, ou }) => { const choix = DEGATS[lequel]!(avant); return choix.length > 0 ? choix[ou % choix.length]! : avant; }, texte);

const motsPerdus = (liste: readonly { readonly lequel: string }[]) => liste.filter(({ lequel }) => lequel === 'un mot en moins').length;

export function eprouverDegats(numRuns: number, seed: number): void {
  test('plusieurs dégâts à la fois, indicateurs', () => {
    fc.assert(fc.property(fc.constantFrom(...INDICATEURS), degats, (indicateur, liste) => {
      // Deux mots perdus peuvent laisser, en toutes lettres, le libellé d'un autre (« IP évaluées »).
      fc.pre(motsPerdus(liste) < 2);
      expect(confusionsIndicateur(indicateur, abimerPlusieurs(indicateur.libelle, liste))).toEqual([]);
    }), { seed, numRuns });
  });

  test('plusieurs dégâts à la fois, objectifs', () => {
    fc.assert(fc.property(fc.constantFrom(...OBJECTIFS_ECRITS), degats, ({ numero, texte }, liste) => {
      // Sans « d'enfants », le 16 est le 15.
      fc.pre(motsPerdus(liste) < (numero === 16 ? 1 : 2));
      expect(confusionsObjectif(numero, abimerPlusieurs(texte, liste))).toEqual([]);
    }), { seed, numRuns });
  });
}
