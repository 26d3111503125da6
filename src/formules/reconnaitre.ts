/** Reconnaît la formule d'un taux par ce qu'elle rend sur les tirages. */
import { cleCellule, isErreur, type Valeur } from '../classeur/instantane';
import { cleLue, essayer, type CelluleLue } from './banc';
import { nommerErreur } from './causes';
import { formatNombre } from '../classeur/nombres';
import { equivaut } from './equivalence';
import { essaiDe, rapport } from './essai-taux';
import { ARRONDI_ADMIS, proches, type ContexteTaux, type Couple, type Garde, type IdentificationTaux, type Reconnaissance } from './identification';
import { erreurFrancaise } from './noms-francais';
import { parcourir, type Noeud } from './noeuds';
import type { NonEvaluable } from './resultats';

export function reconnaitre(noeud: Noeud, contexte: ContexteTaux): Reconnaissance {
  const lues = new Map<string, CelluleLue>();
  const noter = (lue: CelluleLue) => { lues.set(cleLue(lue), lue); };
  const resultats = contexte.tirages.map((tirage) => essayer(essaiDe(noeud, contexte, tirage, { noter })));
  const locale = [...lues.values()].some(({ tiree }) => !tiree);
  const conclure = (identification: IdentificationTaux, conditionnelle = false): Reconnaissance => ({ identification, conditionnelle, locale });
  const refus = resultats.find((resultat) => resultat.refus)?.refus;
  if (refus) return conclure(refuser(refus));
  const valeurs = resultats.map(({ valeur }) => valeur);
  if (!litDesCellules(noeud)) return conclure(constanteCachee(valeurs[0]!));
  const trouve = trouverCouple(valeurs, contexte);
  if (!trouve) {
    const equivalent = equivaut(noeud, contexte);
    if (!equivalent) return conclure(nommerErreur(noeud, contexte, valeurs, [...lues.values()]));
    const { nature, couple } = equivalent;
    return { ...conclure(reconnu(nature, couple, essayerGarde(noeud, contexte, couple, lues), false), true), locale: true };
  }
  const { couple, facteur } = trouve;
  const arrondi = jugerArrondi(noeud, contexte, couple, facteur);
  if (arrondi === 'grossier') return conclure({ nature: 'faux', cause: 'arrondi', description: 'arrondit le taux de plus d’un point' });
  const etrangere = [...lues.values()].some((lue) => !isOperande(lue, couple, contexte) && (lue.tiree || lue.valeur !== null));
  const nature = facteur === 100 ? 'centuple' : 'juste';
  return conclure(reconnu(nature, couple, essayerGarde(noeud, contexte, couple, lues), arrondi === 'leger'), etrangere || trouve.partiel || compareAUnSeuil(noeud));
}

function reconnu(nature: 'juste' | 'centuple', { numerateur, denominateur }: Couple, garde: Garde, arrondi: boolean): IdentificationTaux {
  return { nature, numerateur, denominateur, garde, arrondi };
}

function refuser({ motif, raison }: NonEvaluable): IdentificationTaux {
  return motif === 'circulaire'
    ? { nature: 'faux', cause: 'circulaire', description: 'se renvoie à elle-même (référence circulaire)' }
    : { nature: 'non_evaluable', motif, raison };
}

function litDesCellules(noeud: Noeud): boolean {
  let lit = false;
  parcourir(noeud, ({ type }) => { lit ||= type === 'plage' || type === 'nom' || type === 'tableau'; });
  return lit;
}

function constanteCachee(valeur: Valeur): IdentificationTaux {
  if (isErreur(valeur)) return { nature: 'faux', cause: 'erreur', description: `affiche ${erreurFrancaise(valeur.erreur)}` };
  const nombre = typeof valeur === 'number' ? ` (${formatNombre(Number(valeur.toPrecision(6)), 6)})` : '';
  return { nature: 'constante_cachee', valeur, description: `ne lit aucune cellule : son résultat${nombre} ne suivra pas les chiffres du tableau` };
}

interface Trouve {
  readonly couple: Couple;
  readonly facteur: 1 | 100;
  /** Vrai si certains tirages donnent un texte au lieu du rapport (seuil, secret statistique). */
  readonly partiel: boolean;
}

function trouverCouple(valeurs: readonly Valeur[], contexte: ContexteTaux): Trouve | null {
  const nombres = valeurs.filter((valeur) => typeof valeur === 'number').length;
  if (nombres === 0 || valeurs.some((valeur) => isErreur(valeur) || typeof valeur === 'boolean')) return null;
  for (const couple of contexte.couples) {
    for (const facteur of [1, 100] as const) {
      const accord = valeurs.every((valeur, rang) => typeof valeur !== 'number' || proches(valeur, facteur * rapport(couple, contexte, contexte.tirages[rang]!)));
      if (accord) return { couple, facteur, partiel: nombres < valeurs.length };
    }
  }
  return null;
}

const FONCTIONS_ARRONDI = new Set(['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'TRUNC', 'INT', 'MROUND', 'CEILING', 'FLOOR', 'CEILING.MATH', 'FLOOR.MATH', 'EVEN', 'ODD', 'QUOTIENT']);

function jugerArrondi(noeud: Noeud, contexte: ContexteTaux, couple: Couple, facteur: number): 'aucun' | 'leger' | 'grossier' {
  let arrondit = contexte.classeur.instantane.noms.length > 0;
  parcourir(noeud, (courant) => { arrondit ||= courant.type === 'appel' && FONCTIONS_ARRONDI.has(courant.fonction); });
  if (!arrondit) return 'aucun';
  let plusGrand = 0;
  for (const tirage of contexte.tirages) {
    const { valeur } = essayer(essaiDe(noeud, contexte, tirage, { arrondis: 'appliques' }));
    if (typeof valeur === 'number') plusGrand = Math.max(plusGrand, Math.abs(valeur / facteur - rapport(couple, contexte, tirage)));
  }
  if (plusGrand < 1e-12) return 'aucun';
  return plusGrand > ARRONDI_ADMIS * (1 + 1e-9) ? 'grossier' : 'leger';
}

/** Dénominateur nul, dénominateur vide, opérandes vides, tout vide. */
function essayerGarde(noeud: Noeud, contexte: ContexteTaux, couple: Couple, lues: ReadonlyMap<string, CelluleLue>): Garde {
  const { moment, tirages } = contexte;
  const [n, d] = [cleCellule(couple.ligneNumerateur, moment.colonne), cleCellule(couple.ligneDenominateur, moment.colonne)];
  const toutes = [...lues.values()].filter(({ tiree }) => tiree).map(({ ligne, colonne }) => cleCellule(ligne, colonne));
  const essai = (modifs: ReadonlyMap<number, Valeur>) => essayer(essaiDe(noeud, contexte, tirages[0]!, { modifs, arrondis: 'appliques' })).valeur;
  const denominateurs = [essai(new Map([[d, 0]])), essai(new Map([[d, null]]))];
  const vides = [essai(new Map([[n, null], [d, null]])), essai(new Map(toutes.map((cle) => [cle, null])))];
  return {
    complete: ![...denominateurs, ...vides].some((valeur) => isErreur(valeur)),
    siVides: !vides.some((valeur) => isErreur(valeur)),
    repli: vides[1]!,
  };
}

function isOperande({ feuille, ligne, colonne }: CelluleLue, couple: Couple, { feuille: ici, moment }: ContexteTaux): boolean {
  return feuille === ici && colonne === moment.colonne && (ligne === couple.ligneNumerateur || ligne === couple.ligneDenominateur);
}

const COMPARAISONS = new Set(['=', '<>', '<', '>', '<=', '>=']);

/** Une garde compare à 0 ou à « » ; une comparaison à autre chose est un seuil. */
function compareAUnSeuil(noeud: Noeud): boolean {
  let seuil = false;
  parcourir(noeud, (courant) => {
    if (courant.type !== 'binaire' || !COMPARAISONS.has(courant.operateur)) return;
    seuil ||= [courant.gauche, courant.droite].some((cote) => cote.type === 'litteral' && cote.valeur !== 0 && cote.valeur !== '' && typeof cote.valeur !== 'boolean');
  });
  return seuil;
}
