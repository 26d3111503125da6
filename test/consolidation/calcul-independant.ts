/** Consolidation refaite à la main depuis le tirage : en centimes entiers, sans rien de src/consolidation. */
import type { CodeIndicateur } from '../../src/referentiel/indicateurs';
import type { NumeroObjectif } from '../../src/referentiel/objectifs';
import { MOMENTS, type ContratTire, type Saisie } from '../classeurs/lot';

/** Les huit taux du tableau de bord : numérateur employé par les classeurs, dénominateur. */
export const TAUX: Readonly<Record<string, readonly [CodeIndicateur, CodeIndicateur]>> = {
  'o1-taux': ['o1-entretiens-cd', 'o1-naissances'],
  'o2-taux': ['o2-bilans', 'o2-cohorte'],
  'o3-taux-pre': ['o3-femmes-pre', 'o3-naissances'],
  'o3-taux-post': ['o3-femmes-post', 'o3-naissances'],
};

/** « cible 2022 » de la base → « cible 2023 » du contrat décalé ; l'horizon est la dernière cible. */
export function saisieAu({ valeurs, decalage }: ContratTire, code: CodeIndicateur, moment: string): { readonly couvert: boolean; readonly saisie: Saisie } {
  const base = MOMENTS.find((candidat) => (moment === 'horizon' ? candidat === 'cible 2022' : candidat.replace(/\d{4}/, (annee) => String(Number(annee) + decalage)) === moment));
  return base === undefined ? { couvert: false, saisie: null } : { couvert: true, saisie: valeurs.get(code)?.get(base) ?? null };
}

export interface Compte {
  readonly total: number;
  readonly connus: number;
  readonly manquants: number;
}

export function compterEffectifs(retenants: readonly ContratTire[], code: CodeIndicateur, moment: string): Compte {
  const compte = { total: 0, connus: 0, manquants: 0 };
  for (const contrat of retenants) {
    const { couvert, saisie } = saisieAu(contrat, code, moment);
    if (!couvert) continue;
    if (typeof saisie === 'number') { compte.total += saisie; compte.connus += 1; } else compte.manquants += 1;
  }
  return compte;
}

export function compterTaux(retenants: readonly ContratTire[], [haut, bas]: readonly [CodeIndicateur, CodeIndicateur], moment: string) {
  const compte = { numerateur: 0, denominateur: 0, connus: 0, manquants: 0 };
  for (const contrat of retenants) {
    const [a, b] = [saisieAu(contrat, haut, moment), saisieAu(contrat, bas, moment)];
    if (!a.couvert) continue;
    const utile = typeof a.saisie === 'number' && typeof b.saisie === 'number' && (b.saisie > 0 || a.saisie === 0);
    if (utile) { compte.numerateur += a.saisie as number; compte.denominateur += b.saisie as number; compte.connus += 1; } else compte.manquants += 1;
  }
  return { ...compte, taux: compte.denominateur > 0 ? compte.numerateur / compte.denominateur : null };
}

/** Centimes d'une saisie ; « - » est un zéro écrit ; `null` : manquant. */
export function centimes(saisie: Saisie): number | null {
  if (saisie === '-') return 0;
  return typeof saisie === 'number' ? Math.round(saisie * 100) : null;
}

export function compterMontants(retenants: readonly ContratTire[], numero: NumeroObjectif, financeur: 'departement' | 'etat'): Compte {
  const lus = retenants.map(({ montants }) => centimes(montants.get(numero)![financeur]));
  const connus = lus.filter((montant) => montant !== null);
  return { total: connus.reduce((somme, montant) => somme + montant, 0) / 100, connus: connus.length, manquants: lus.length - connus.length };
}

const FIR: readonly NumeroObjectif[] = [1, 2, 3, 4, 5, 13];

/** Enveloppes de la part de l'Etat d'un objectif (annexe 4), l'objectif 24 suivant sa modalité. */
function enveloppesDe({ modalite24 }: ContratTire, numero: NumeroObjectif): readonly string[] {
  if (FIR.includes(numero)) return ['FIR'];
  if (numero === 9) return ['ONDAM'];
  if (numero !== 24) return ['P304'];
  return { PLF: ['P304'], ONDAM: ['ONDAM'] }[modalite24] ?? ['ONDAM', 'P304'];
}

export function compterEnveloppe(contrats: readonly ContratTire[], enveloppe: string) {
  const compte = { total: 0, nonReparti: 0, montantsManquants: 0 };
  for (const contrat of contrats) for (const [numero, { etat }] of contrat.montants) {
    const enveloppes = enveloppesDe(contrat, numero);
    if (!enveloppes.includes(enveloppe)) continue;
    const montant = centimes(etat);
    if (montant === null) compte.montantsManquants += 1;
    else compte[enveloppes.length > 1 ? 'nonReparti' : 'total'] += montant;
  }
  return { total: compte.total / 100, nonReparti: compte.nonReparti / 100, montantsManquants: compte.montantsManquants };
}
