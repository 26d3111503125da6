/** Des classeurs abîmés au hasard : aucune panne, des constats bien formés, des corrections qui corrigent. */
import fc from 'fast-check';
import type { Cellule, Instantane } from '../../src/classeur/instantane';
import { REGISTRE } from '../../src/controles/registre';
import { analyser } from '../../src/moteur/analyser';
import { base, changerFeuille } from '../controles/aide';
import { verifierCorrections } from '../controles/correction';
import { verifierForme } from '../controles/forme';

const CONTENUS: readonly Partial<Cellule>[] = [
  ...[0, 1, -5, 10.5, 0.19, 3406, 1e9].map((valeur) => ({ valeur, formule: null })),
  ...['', 'ND', '-', '2 657', '12,5 %', '80 à 90 %', 'au moins 11 %', '65 k€', '3 314 *', 'Action n°1 :', 'ARS', 'PLF', 'ONDAM / PLF', 'Recrutement de 2 ETP', 'une centaine', 'x'.repeat(300), '=1+1'].map((valeur) => ({ valeur, formule: null })),
  ...[true, { erreur: '#N/A' as const }].map((valeur) => ({ valeur, formule: null })),
  ...['=1/0', '=#REF!', '=D9*1.07', '=""', '=SUM(D7:G7)', '=[1]Feuil1!A1', '=INCONNUE(1)', '=D7/D9', '=100*D7/D9', '=A1'].map((formule) => ({ valeur: null, formule })),
];

interface Coup {
  readonly feuille: number;
  readonly cellule: number;
  readonly contenu: number;
}

function abimer(instantane: Instantane, coups: readonly Coup[]): Instantane {
  return coups.reduce((courant, { feuille: rang, cellule: numero, contenu }) => {
    const { id } = courant.feuilles[rang % courant.feuilles.length]!;
    return changerFeuille(courant, id, (feuille) => {
      const cles = [...feuille.cellules.keys()];
      const cle = cles[numero % cles.length]!;
      return { ...feuille, cellules: new Map([...feuille.cellules, [cle, { ...feuille.cellules.get(cle)!, ...CONTENUS[contenu % CONTENUS.length]! }]]) };
    });
  }, instantane);
}

const coups = fc.array(fc.record({ feuille: fc.nat(1), cellule: fc.nat(2000), contenu: fc.nat(1000) }), { minLength: 1, maxLength: 60 });
const metadonnees = new Map(REGISTRE.map((controle) => [controle.code, controle]));

/** Abîme `nombre` fois chaque classeur d'exemple ; une graine fixe rend l'échec rejouable. */
export function eprouverFouillis(nombre: number, graine: number): void {
  test.each(['conforme', 'vierge', 'moselle'] as const)('%s', (nom) => {
    fc.assert(fc.property(coups, (suite) => { verifier(abimer(base(nom).instantane, suite)); }), { seed: graine, numRuns: nombre });
  });
}

function verifier(instantane: Instantane): void {
  const { rapport } = analyser(instantane);
  expect(rapport.controles.filter(({ statut }) => statut === 'erreur')).toEqual([]);
  for (const constat of rapport.constats) verifierForme(constat, metadonnees.get(constat.code)!);
  const cles = rapport.constats.map(({ code, emplacement, objectif, indicateur, message }) => JSON.stringify([code, emplacement, objectif, indicateur, message]));
  expect(new Set(cles).size).toBe(cles.length);
  verifierCorrections(instantane, {}, rapport);
}
