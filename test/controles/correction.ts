/** Corriger puis recontrôler : aucune correction automatique ne doit rester, aucune autre cellule changer. */
import type { Instantane } from '../../src/classeur/instantane';
import { appliquer } from '../../src/corrections/appliquer';
import type { Ecriture } from '../../src/corrections/plan';
import { analyser, type OptionsAnalyse } from '../../src/moteur/analyser';
import type { Rapport } from '../../src/moteur/rapport';

export function ecrituresDe({ constats }: Rapport, type: 'automatique' | 'proposee'): readonly Ecriture[] {
  return constats.flatMap(({ correction }) =>
    correction?.type === type ? [{ ...correction.emplacement, avant: correction.avant, apres: correction.apres, raison: correction.raison }] : [],
  );
}

/** Contenus d'un classeur, cellule par cellule, sans les valeurs enregistrées des formules. */
export function contenus({ feuilles }: Instantane): ReadonlyMap<string, string> {
  return new Map(feuilles.flatMap(({ id, cellules }) => [...cellules.values()].map(({ ligne, colonne, valeur, formule, format }) =>
    [`${id}!${String(ligne)},${String(colonne)}`, JSON.stringify(formule === null ? [valeur, format] : [formule, format])] as const)));
}

function cellulesChangees(avant: Instantane, apres: Instantane): readonly string[] {
  if (avant === apres) return [];
  const [a, b] = [contenus(avant), contenus(apres)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((cle) => a.get(cle) !== b.get(cle)).sort();
}

/** Applique des écritures ; échoue si l'une est refusée. */
export function corriger(instantane: Instantane, ecritures: readonly Ecriture[]): Instantane {
  const application = appliquer(instantane, { ecritures });
  if (application.etat === 'refuse') throw new Error(application.refus.map(({ message }) => message).join(' '));
  return application.instantane;
}

/** Rend le rapport du classeur corrigé ; `rapport` : celui du classeur, s'il est déjà connu. */
export function verifierCorrections(instantane: Instantane, options: OptionsAnalyse = {}, rapport = analyser(instantane, options).rapport): Rapport {
  const automatiques = ecrituresDe(rapport, 'automatique');
  const corrige = automatiques.length === 0 ? instantane : corriger(instantane, automatiques);
  expect(cellulesChangees(instantane, corrige)).toEqual(automatiques.map(({ feuille, ligne, colonne }) => `${feuille}!${String(ligne)},${String(colonne)}`).sort());
  const relance = corrige === instantane ? rapport : analyser(corrige, options).rapport;
  expect(ecrituresDe(relance, 'automatique')).toEqual([]);
  // Les proposées aussi s'appliquent telles quelles, une à une.
  for (const ecriture of ecrituresDe(relance, 'proposee')) corriger(corrige, [ecriture]);
  return relance;
}
