/**
 * Le banc des tests du port : l'hôte Excel réel, le vrai client Office.js, l'hôte émulé.
 * `ouvrir` change de classeur ; après chaque test, rien de non modélisé et aucune plage tenue.
 */
import type { Instantane } from '../../src/classeur/instantane';
import { creerHoteExcel } from '../../src/hote/excel/hote-excel';
import type { Hote } from '../../src/hote/port';
import { demarrerOffice, laisserNettoyer } from './jsdom';
import { creerClasseurEmule } from './modele';
import type { Calcul, ClasseurEmule } from './modele';
import { creerHoteEmule } from './transport';
import type { HoteEmule, OptionsHote } from './transport';

export interface Banc {
  readonly emule: HoteEmule;
  hote(): Hote;
  ouvrir(instantane: Instantane, calcul?: Calcul): ClasseurEmule;
}

/** À appeler une fois par fichier de test, au premier niveau. */
export function installerBanc(options: OptionsHote = {}): Banc {
  const emule = creerHoteEmule(creerClasseurEmule({ nom: null, calcul: 'vivant', dates1904: false, feuilles: [], noms: [] }), options);
  let hote: Hote | null = null;

  beforeAll(async () => {
    await demarrerOffice(emule);
    hote = creerHoteExcel();
  });

  afterEach(async () => {
    await laisserNettoyer();
    expect(emule.nonModelises).toEqual([]);
    expect(emule.referencesTenues()).toBe(0);
  });

  return {
    emule,
    hote() {
      if (!hote) throw new Error('Le banc n’a pas démarré.');
      return hote;
    },
    ouvrir(instantane, calcul) {
      const classeur = creerClasseurEmule(instantane, calcul ?? null);
      emule.ouvrir(classeur);
      return classeur;
    },
  };
}
