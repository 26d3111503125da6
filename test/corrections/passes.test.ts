/** Corriger en passes : recontrôler après chaque écriture, s'arrêter quand il ne reste rien. */
import type { Instantane } from '../../src/classeur/instantane';
import type { CodeControle } from '../../src/controles/codes';
import { appliquer } from '../../src/corrections/appliquer';
import { corrigerEnPasses, PASSES_MAX, type Atelier } from '../../src/corrections/passes';
import type { Choix, Corrigeable } from '../../src/corrections/preparer';
import { analyser } from '../../src/moteur/analyser';
import type { Rapport } from '../../src/moteur/rapport';
import { base, classeur, poser, valeur, type NomBase } from '../controles/aide';

/** Un classeur réduit à une valeur par cellule de la ligne 1 ; `regle` dit ce que le contrôle y corrige. */
type Mini = readonly number[];
interface RapportMini { readonly constats: readonly Corrigeable<string>[] }

function atelier(regle: (etat: Mini) => readonly (readonly [code: string, rang: number, apres: number])[], refuser = false): Atelier<Mini, RapportMini> {
  return {
    controler: (etat) => ({
      constats: regle(etat).map(([code, rang, apres]): Corrigeable<string> => ({
        code, gravite: 'alerte',
        correction: { type: 'automatique', emplacement: { feuille: 'F', ligne: 1, colonne: rang + 1 }, avant: { valeur: etat[rang]! }, apres: { valeur: apres }, raison: '' },
      })),
    }),
    ecrire: (etat, { ecritures }) => {
      if (refuser && etat[0] === 1) return { etat: 'refuse', raisons: [{ emplacement: { feuille: 'F', ligne: 1, colonne: 1 }, message: 'Non.' }] };
      const suivant = [...etat];
      for (const { colonne, apres } of ecritures) if ('valeur' in apres) suivant[colonne - 1] = apres.valeur as number;
      return { etat: 'applique', suivant };
    },
  };
}

const CHOIX: Choix = { automatiques: true, proposees: [] };

test('une correction en rend une autre possible : deux passes, puis plus rien', async () => {
  const { etat, passes, rapport } = await corrigerEnPasses([0, 0], atelier(([a, b]) => [...(a === 0 ? [['A', 0, 1] as const] : []), ...(a === 1 && b === 0 ? [['B', 1, 1] as const] : [])]), CHOIX);
  expect({ etat, passes: passes.length, reste: rapport.constats }).toEqual({ etat: [1, 1], passes: 2, reste: [] });
});

test('trois passes au plus', async () => {
  const { etat, passes, rapport } = await corrigerEnPasses([0], atelier(([a]) => [[`C${String(a)}`, 0, a! + 1]]), CHOIX);
  expect(passes).toHaveLength(PASSES_MAX);
  expect(etat).toEqual([3]);
  expect(rapport.constats).toHaveLength(1);
});

test('deux contrôles qui se renvoient la même cellule ne tournent pas en rond', async () => {
  const { etat, passes } = await corrigerEnPasses([0], atelier(([a]) => (a === 0 ? [['A', 0, 1]] : [['B', 0, 0]])), CHOIX);
  expect({ etat, passes: passes.length }).toEqual({ etat: [0], passes: 2 });
});

test('un refus arrête tout et rend l’état d’avant', async () => {
  const { etat, passes, refus } = await corrigerEnPasses([0], atelier(([a]) => [[`C${String(a)}`, 0, a! + 1]], true), CHOIX);
  expect({ etat, passes: passes.length, refus: refus.map(({ message }) => message) }).toEqual({ etat: [1], passes: 1, refus: ['Non.'] });
});

describe('sur les classeurs d’exemple', () => {
  const vrai: Atelier<Instantane, Rapport> = {
    controler: (instantane) => analyser(instantane).rapport,
    ecrire: (instantane, plan) => {
      const application = appliquer(instantane, plan);
      return application.etat === 'applique' ? { etat: 'applique', suivant: application.instantane } : { etat: 'refuse', raisons: application.refus };
    },
  };
  const corriger = (instantane: Instantane, proposees: readonly CodeControle[] = []) => corrigerEnPasses<Instantane, CodeControle, Rapport>(instantane, vrai, { automatiques: true, proposees });
  const automatiques = ({ constats }: Rapport) => constats.filter(({ correction }) => correction?.type === 'automatique');

  test.each(['conforme', 'moselle', 'anomalies', 'vierge'] as const satisfies readonly NomBase[])('%s : il ne reste aucune automatique', async (nom) => {
    const { rapport, refus } = await corriger(base(nom).instantane);
    expect(refus).toEqual([]);
    expect(automatiques(rapport)).toEqual([]);
  });

  test('un texte sous un taux, et une proposée sur la même cellule : nombre d’abord, référence ensuite', async () => {
    const depart = classeur([poser(valeur('o3-naissances', 'diagnostic'), '3 346')]);
    const { passes, rapport } = await corriger(depart, ['IND-06']);
    expect(passes.map(({ retenues }) => retenues.map(({ code }) => code))).toEqual([['IND-02'], ['IND-06']]);
    expect(rapport.constats.filter(({ code }) => code === 'IND-06' || code === 'IND-05')).toEqual([]);
  });
});
