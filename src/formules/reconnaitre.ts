/** Reconnaît la formule d'un taux par ce qu'elle rend sur les tirages. */
import { celluleDe, cleCellule, isErreur, type Valeur } from '../classeur/instantane';
import { cleLue, essayer, type CelluleLue, type Essai, type ResultatEssai } from './banc';
import { nommerErreur } from './causes';
import { equivaut } from './equivalence';
import { nommerFormule } from './nommer';
import { proches, type ContexteTaux, type Couple, type Garde, type IdentificationTaux } from './identification';
import { parcourir, type Noeud } from './noeuds';
import { ARRONDI_ADMIS, type Reconnaissance } from './taux';
import { avecArticle, nomIndicateur } from './libelles';
import { nombreFrancais } from './nombres';
import type { Tirage } from './tirages';

export function reconnaitre(noeud: Noeud, contexte: ContexteTaux): Reconnaissance {
  const lues = new Map<string, CelluleLue>();
  const noter = (lue: CelluleLue) => { lues.set(cleLue(lue), lue); };
  const resultats = contexte.tirages.map((tirage) => essayer(essaiDe(noeud, contexte, tirage, { noter })));
  const locale = [...lues.values()].some(({ tiree, valeur }) => !tiree && valeur !== null);
  const refus = resultats.find((resultat) => resultat.refus)?.refus;
  if (refus) return { identification: refuser(refus.motif, refus.raison, noeud, contexte), conditionnelle: false, locale };
  const valeurs = resultats.map(({ valeur }) => valeur);
  if (!lireDesCellules(noeud)) return { identification: constanteCachee(valeurs[0]!), conditionnelle: false, locale };
  const trouve = trouverCouple(valeurs, contexte);
  if (!trouve) {
    const equivalent = equivaut(noeud, contexte);
    return equivalent
      ? { identification: { ...equivalent, garde: essayerGarde(noeud, contexte, equivalent, lues), arrondi: false }, conditionnelle: true, locale: true }
      : { identification: nommerErreur(noeud, contexte, valeurs, [...lues.values()]), conditionnelle: false, locale };
  }
  const { couple, facteur } = trouve;
  const arrondi = juger(noeud, contexte, couple, facteur);
  if (arrondi === 'grossier') return { identification: tropArrondi(couple), conditionnelle: false, locale };
  const identification: IdentificationTaux = {
    nature: facteur === 100 ? 'centuple' : 'juste', numerateur: couple.numerateur, denominateur: couple.denominateur,
    garde: essayerGarde(noeud, contexte, couple, lues), arrondi: arrondi === 'leger',
  };
  const etrangere = [...lues.values()].some((lue) => !isOperande(lue, couple, contexte) && (lue.tiree || lue.valeur !== null));
  return { identification, conditionnelle: etrangere || trouve.partiel || compareAUnNombre(noeud), locale };
}

/** Essai d'une formule sur un tirage, quelques cellules de sa colonne portant d'autres valeurs. */
export function essaiDe(noeud: Noeud, contexte: ContexteTaux, tirage: Tirage, options: Partial<Essai> & { modifs?: ReadonlyMap<number, Valeur> } = {}): Essai {
  const { classeur, feuille, ligne, moment, tableau } = contexte;
  const { modifs, ...autres } = options;
  return {
    noeud, classeur, position: { feuille, ligne, colonne: moment.colonne }, arrondis: 'ignores',
    valeurs: (l, c) => {
      const cle = cleCellule(l, c);
      return modifs?.has(cle) ? modifs.get(cle) : tirage.get(cle);
    },
    cles: [...tableau.indicateurs.values()].flatMap((indicateur) => tableau.moments.map(({ colonne }) => ({ ligne: indicateur.ligne, colonne }))),
    ...autres,
  };
}

function refuser(motif: Extract<IdentificationTaux, { nature: 'non_evaluable' }>['motif'], raison: string, noeud: Noeud, { feuille, ligne, moment }: ContexteTaux): IdentificationTaux {
  void noeud; void feuille; void ligne; void moment;
  return motif === 'circulaire'
    ? { nature: 'faux', cause: 'circulaire', description: 'se renvoie à elle-même (référence circulaire)' }
    : { nature: 'non_evaluable', motif, raison };
}
