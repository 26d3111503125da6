/** Inégalités et égalités attendues entre indicateurs d'une même colonne (docs/decisions.md, « Cohérences »). */
import type { CodeIndicateur } from './indicateurs';
import { source, type Source } from './source';

export interface Inegalite {
  /** La somme des parties ne dépasse pas le tout. */
  readonly parties: readonly [CodeIndicateur, ...CodeIndicateur[]];
  readonly tout: CodeIndicateur;
  readonly gravite: 'bloquant' | 'alerte';
  /** Pourquoi, en une phrase. */
  readonly raison: string;
  readonly source: Source;
}

const ANNEXE_5_2 = source('annexe 5.2');
const ECART_SNDS = source('annexe 6, engagement 1 (double détermination DREES / CD et SNDS)');
const TELETRANSMISSION = 'le SNDS ne compte que les actes télétransmis : il ne peut dépasser l’activité déclarée par le département';

const snds = (partie: CodeIndicateur, tout: CodeIndicateur): Inegalite => ({ parties: [partie], tout, gravite: 'alerte', raison: TELETRANSMISSION, source: ECART_SNDS });
const partie = (parties: Inegalite['parties'], tout: CodeIndicateur, raison: string): Inegalite => ({ parties, tout, gravite: 'bloquant', raison, source: ANNEXE_5_2 });

export const INEGALITES: readonly Inegalite[] = [
  partie(['o1-entretiens-cd'], 'o1-naissances', 'un entretien du 4e mois au plus par naissance'),
  snds('o1-entretiens-snds', 'o1-entretiens-cd'),
  partie(['o2-bilans-medecin', 'o2-bilans-protocole'], 'o2-bilans', 'les bilans « dont » font partie des bilans'),
  partie(['o2-bilans'], 'o2-cohorte', 'un bilan au plus par enfant de la cohorte'),
  partie(['o3-femmes-pre'], 'o3-vad-pre-cd', 'chaque femme a eu au moins une visite prénatale'),
  partie(['o3-femmes-post'], 'o3-vad-post-cd', 'chaque femme a eu au moins une visite postnatale'),
  partie(['o3-femmes-pre'], 'o3-naissances', 'une femme au plus par naissance'),
  partie(['o3-femmes-post'], 'o3-naissances', 'une femme au plus par naissance'),
  snds('o3-vad-pre-snds', 'o3-vad-pre-cd'),
  snds('o3-vad-post-snds', 'o3-vad-post-cd'),
  partie(['o4-enfants-vad'], 'o4-vad', 'chaque enfant a eu au moins une visite'),
  partie(['o4-enfants-vad'], 'o4-enfants', 'les enfants visités font partie des enfants de 0 à 6 ans'),
  partie(['o5-enfants-vus'], 'o5-enfants', 'les enfants examinés font partie des enfants de 0 à 6 ans'),
  snds('o5-examens-snds', 'o5-examens-cd'),
  partie(['o6-evaluees-3-mois'], 'o6-evaluees', 'les IP évaluées sous trois mois font partie des IP évaluées'),
  { parties: ['o6-evaluees'], tout: 'o6-entrantes', gravite: 'alerte', raison: 'les IP évaluées dans l’année sont d’ordinaire moins nombreuses que les entrantes ; un stock antérieur peut l’expliquer', source: source('annexe 6, objectif 6, notes 2 et 3') },
  partie(['o22-accompagnes'], 'o22-retours', 'les retours accompagnés font partie des retours'),
];

export interface MemeDenominateur {
  readonly premier: CodeIndicateur;
  readonly second: CodeIndicateur;
  readonly source: Source;
}

/** Un même dénominateur saisi deux fois doit avoir une seule valeur. */
export const MEMES_DENOMINATEURS: readonly MemeDenominateur[] = [
  { premier: 'o1-naissances', second: 'o3-naissances', source: ANNEXE_5_2 },
  { premier: 'o4-enfants', second: 'o5-enfants', source: ANNEXE_5_2 },
];
