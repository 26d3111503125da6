/** Toutes les fonctions connues, par nom anglais. */
import type { Fonction } from './fonction';
import { refusee } from './aides';
import { ARRONDIS } from './arrondis';
import { CALCUL } from './calcul';
import { CONDITIONS } from './conditions';
import { DATES } from './dates';
import { FORMATS } from './formats';
import { INFORMATION } from './information';
import { LOGIQUE } from './logique';
import { RECHERCHE } from './recherche';
import { SOUS_TOTAUX } from './sous-totaux';
import { STATISTIQUES } from './statistiques';
import { TEXTE } from './texte';

const VOLATILE = 'la formule change à chaque calcul (date du jour, tirage au hasard)';
const INDIRECTE = 'la formule désigne ses cellules par un calcul (DECALER, INDIRECT)';

const REFUSEES: Readonly<Record<string, Fonction>> = {
  NOW: refusee(VOLATILE),
  TODAY: refusee(VOLATILE),
  RAND: refusee(VOLATILE),
  RANDBETWEEN: refusee(VOLATILE),
  RANDARRAY: refusee(VOLATILE),
  OFFSET: refusee(INDIRECTE),
  INDIRECT: refusee(INDIRECTE),
};

const FAMILLES = [LOGIQUE, INFORMATION, ARRONDIS, CALCUL, STATISTIQUES, CONDITIONS, RECHERCHE, TEXTE, FORMATS, DATES, SOUS_TOTAUX, REFUSEES];

export const FONCTIONS: ReadonlyMap<string, Fonction> = new Map(FAMILLES.flatMap((famille) => Object.entries(famille)));
