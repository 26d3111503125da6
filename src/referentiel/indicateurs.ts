/**
 * Les 43 indicateurs chiffrés de l'annexe 5.2, dans l'ordre du tableau de bord.
 *
 * Les libellés sont ceux du texte, fautes comprises (« entetien », « interventin ») : c'est
 * d'eux que partent les classeurs. Décisions : docs/decisions.md, « Taux ».
 */
import type { NumeroObjectif } from './objectifs';
import { source, type Source } from './source';

export type TypeIndicateur = 'effectif' | 'taux' | 'delai' | 'visites';
/** Sens d'une progression ; `null` : dénominateur ou flux entrant, sans sens de progression. */
export type Sens = 'hausse' | 'baisse' | null;
export type Unite = 'femmes' | 'enfants' | 'naissances' | 'entretiens' | 'bilans' | 'visites' | 'examens' | 'familles' | 'IP' | 'places' | 'mineurs' | 'jours' | '%';
export type SourceDonnee = 'DREES / CD' | 'SNDS' | 'INSEE' | 'Education nationale' | 'CD';

export interface Indicateur {
  readonly code: CodeIndicateur;
  /** `null` : délais d'exécution des décisions de justice, transverses à l'engagement 2. */
  readonly objectif: NumeroObjectif | null;
  readonly libelle: string;
  /** Nom court et correct, pour les messages. */
  readonly nom: string;
  /** Autres libellés admis (annexe 6, variantes d'annexe). */
  readonly variantes: readonly string[];
  readonly type: TypeIndicateur;
  readonly sens: Sens;
  readonly unite: Unite;
  readonly sourceDonnee: SourceDonnee;
  readonly semestriel: boolean;
  /** Une cible chiffrée est exigée quand l'objectif est retenu (docs/decisions.md, « Cible exigée »). */
  readonly cibleExigee: boolean;
  readonly source: Source;
}

type Ebauche = Omit<Indicateur, 'variantes' | 'semestriel' | 'cibleExigee' | 'source' | 'sens' | 'type' | 'code'> &
  Partial<Pick<Indicateur, 'variantes' | 'semestriel' | 'cibleExigee' | 'source' | 'sens' | 'type'>>;

const ANNEXE_5_2 = source('annexe 5.2');

function effectif<C extends string>(code: C, ebauche: Ebauche) {
  return { code, type: 'effectif', sens: 'hausse', variantes: [], semestriel: false, cibleExigee: false, source: ANNEXE_5_2, ...ebauche } as const;
}

function taux<C extends string>(code: C, ebauche: Omit<Ebauche, 'unite'>) {
  return effectif(code, { type: 'taux', unite: '%', cibleExigee: true, ...ebauche });
}

const LISTE = [
  effectif('o1-entretiens-cd', { objectif: 1, libelle: "Nombre d'entretiens du 4e mois réalisés par la PMI (source DREES / CD)", nom: 'entretiens du 4e mois (DREES / CD)', unite: 'entretiens', sourceDonnee: 'DREES / CD' }),
  effectif('o1-entretiens-snds', { objectif: 1, libelle: "Nombre d'entretiens du 4e mois réalisés par la PMI (source SNDS)", nom: 'entretiens du 4e mois (SNDS)', unite: 'entretiens', sourceDonnee: 'SNDS' }),
  effectif('o1-naissances', { objectif: 1, libelle: 'Nombre de naissances vivantes selon le domicile de la mère (source INSEE)', nom: 'naissances domiciliées', sens: null, unite: 'naissances', sourceDonnee: 'INSEE' }),
  taux('o1-taux', { objectif: 1, libelle: "Part des femmes enceintes ayant bénéficié d'un entetien du 4e mois réalisé par la PMI", nom: 'part des femmes enceintes ayant eu l’entretien du 4e mois', variantes: ["Part des femmes enceintes ayant bénéficié d'un entretien du 4e mois réalisé par la PMI"], sourceDonnee: 'DREES / CD' }),

  effectif('o2-cohorte', { objectif: 2, libelle: "Cohorte d'enfants de 3-4 ans scolarisés en septembre N-1 (source Education nationale)", nom: 'cohorte des 3-4 ans scolarisés', sens: null, unite: 'enfants', sourceDonnee: 'Education nationale' }),
  effectif('o2-bilans', { objectif: 2, libelle: 'Nombre de bilans de santé en école maternelle réalisés par la PMI (source DREES / CD)', nom: 'bilans de santé en école maternelle', unite: 'bilans', sourceDonnee: 'DREES / CD' }),
  effectif('o2-bilans-medecin', { objectif: 2, libelle: '- dont par un médecin de PMI', nom: 'bilans réalisés par un médecin de PMI', unite: 'bilans', sourceDonnee: 'DREES / CD' }),
  effectif('o2-bilans-protocole', { objectif: 2, libelle: "- dont dans le cadre d'un protocole pluridisciplinaire", nom: 'bilans réalisés dans un protocole pluridisciplinaire', unite: 'bilans', sourceDonnee: 'DREES / CD' }),
  taux('o2-taux', { objectif: 2, libelle: "Part des enfants de 3-4 ans ayant bénéficié d'un bilan de santé à l'école maternelle réalisé par la PMI", nom: 'part des 3-4 ans ayant eu un bilan de santé', sourceDonnee: 'DREES / CD' }),

  effectif('o3-vad-pre-cd', { objectif: 3, libelle: 'Nombre de VAD pré-natales réalisées par des sages-femmes de PMI (source DREES / CD)', nom: 'VAD prénatales (DREES / CD)', type: 'visites', unite: 'visites', sourceDonnee: 'DREES / CD' }),
  effectif('o3-vad-post-cd', { objectif: 3, libelle: 'Nombre de VAD post-natales réalisées par des sages-femmes de PMI (source DREES / CD)', nom: 'VAD postnatales (DREES / CD)', type: 'visites', unite: 'visites', sourceDonnee: 'DREES / CD' }),
  effectif('o3-vad-pre-snds', { objectif: 3, libelle: 'Nombre de VAD pré-natales réalisées par des sages-femmes de PMI (source SNDS)', nom: 'VAD prénatales (SNDS)', type: 'visites', unite: 'visites', sourceDonnee: 'SNDS' }),
  effectif('o3-vad-post-snds', { objectif: 3, libelle: 'Nombre de VAD post-natales réalisées par des sages-femmes de PMI (source SNDS)', nom: 'VAD postnatales (SNDS)', type: 'visites', unite: 'visites', sourceDonnee: 'SNDS' }),
  effectif('o3-femmes-pre', { objectif: 3, libelle: "Nombre de femmes ayant bénéficié d'une VAD pré-natale réalisée par une sage-femme de PMI (source DREES / CD) (à produire semestriellement)", nom: 'femmes ayant eu une VAD prénatale', unite: 'femmes', sourceDonnee: 'DREES / CD', semestriel: true, variantes: ["Nombre de femmes ayant bénéficié d'une VAD pré-natale réalisée par une sage-femme de PMI (source DREES / CD)"] }),
  effectif('o3-femmes-post', { objectif: 3, libelle: "Nombre de femmes ayant bénéficié d'une VAD post-natale réalisée par une sage-femme de PMI (source DREES / CD) (à produire semestriellement)", nom: 'femmes ayant eu une VAD postnatale', unite: 'femmes', sourceDonnee: 'DREES / CD', semestriel: true, variantes: ["Nombre de femmes ayant bénéficié d'une VAD post-natale réalisée par une sage-femme de PMI (source DREES / CD)"] }),
  effectif('o3-naissances', { objectif: 3, libelle: 'Nombre de naissances vivantes au domicile de la mère (source INSEE)', nom: 'naissances domiciliées', sens: null, unite: 'naissances', sourceDonnee: 'INSEE' }),
  taux('o3-taux-pre', { objectif: 3, libelle: "Part des femmes ayant bénéficié d'une VAD pré-natale réalisée par une sage-femme de PMI", nom: 'part des femmes ayant eu une VAD prénatale', sourceDonnee: 'DREES / CD' }),
  taux('o3-taux-post', { objectif: 3, libelle: "Part des femmes ayant bénéficié d'une VAD post-natale réalisée par une sage-femme de PMI", nom: 'part des femmes ayant eu une VAD postnatale', sourceDonnee: 'DREES / CD' }),

  effectif('o4-vad', { objectif: 4, libelle: 'Nombre de VAD ayant pour motif un enfant réalisées par la PMI (source DREES / CD)', nom: 'VAD ayant pour motif un enfant', type: 'visites', unite: 'visites', sourceDonnee: 'DREES / CD' }),
  effectif('o4-enfants-vad', { objectif: 4, libelle: "Nombre d'enfants ayant bénéficié d'une VAD réalisée par la PMI (source DREES / CD) (à produire semestriellement)", nom: 'enfants ayant eu une VAD', unite: 'enfants', sourceDonnee: 'DREES / CD', semestriel: true, variantes: ["Nombre d'enfants ayant bénéficié d'une VAD réalisée par la PMI (source DREES / CD)"] }),
  effectif('o4-enfants', { objectif: 4, libelle: "Nombre d'enfants de 0 à 6 ans (source INSEE)", nom: 'enfants de 0 à 6 ans', sens: null, unite: 'enfants', sourceDonnee: 'INSEE' }),
  taux('o4-taux', { objectif: 4, libelle: "Part d'enfants ayant bénéficié d'une VAD réalisée par la PMI", nom: 'part d’enfants ayant eu une VAD', sourceDonnee: 'DREES / CD' }),

  effectif('o5-examens-cd', { objectif: 5, libelle: "Nombre d'examens cliniques réalisés par des médecins de PMI (source DREES / CD)", nom: 'examens cliniques (DREES / CD)', type: 'visites', unite: 'examens', sourceDonnee: 'DREES / CD' }),
  effectif('o5-examens-snds', { objectif: 5, libelle: "Nombre d'examens médicaux obligatoires réalisés par des médecins de PMI (source SNDS)", nom: 'examens médicaux obligatoires (SNDS)', type: 'visites', unite: 'examens', sourceDonnee: 'SNDS' }),
  effectif('o5-enfants-vus', { objectif: 5, libelle: "Nombre d'enfants ayant bénéficié d'un examen clinique réalisé par un médecin de PMI (source DREES / CD)", nom: 'enfants ayant eu un examen clinique', unite: 'enfants', sourceDonnee: 'DREES / CD' }),
  effectif('o5-enfants', { objectif: 5, libelle: "Nombre d'enfants de 0 à 6 ans (source INSEE)", nom: 'enfants de 0 à 6 ans', sens: null, unite: 'enfants', sourceDonnee: 'INSEE' }),
  taux('o5-taux', { objectif: 5, libelle: "Part d'enfants ayant bénéficié d'un examen clinique par un médecin de PMI", nom: 'part d’enfants ayant eu un examen clinique', sourceDonnee: 'DREES / CD' }),

  effectif('o12-visites', { objectif: 12, libelle: 'Nombre de visites à domicile de TISF', nom: 'visites à domicile de TISF', type: 'visites', unite: 'visites', sourceDonnee: 'CD', cibleExigee: true, variantes: ["Nombre d'heures d'intervention de TISF", "Nombre d'heures d'intervention de TISF en périnatal"], source: source('annexe 5.2 ; annexe 6, objectif 12') }),
  effectif('o12-familles', { objectif: 12, libelle: 'Nombre de familles bénéficiaires', nom: 'familles bénéficiaires de TISF', unite: 'familles', sourceDonnee: 'CD', cibleExigee: true, source: source('annexe 5.2 ; annexe 6, objectif 12') }),
  effectif('o14-enfants', { objectif: 14, libelle: "Nombre d'enfants accueillis en relais parental", nom: 'enfants accueillis en relais parental', unite: 'enfants', sourceDonnee: 'CD', cibleExigee: true, source: source('annexe 5.2 ; annexe 6, objectif 14') }),

  effectif('delai-placements', { objectif: null, type: 'delai', sens: 'baisse', libelle: "- placements à l'ASE (délai entre l'OPP ou l'audience ou la date fixée par la décision si postérieure et la prise en charge par l'ASE)", nom: 'délai d’exécution des placements à l’ASE', unite: 'jours', sourceDonnee: 'CD', variantes: ["- placements à l'ASE"], source: source('annexe 5.2 ; annexe 6, engagement 2') }),
  effectif('delai-aemo', { objectif: null, type: 'delai', sens: 'baisse', libelle: "- AEMO (délai entre l'audience et la première interventin du service)", nom: 'délai d’exécution des AEMO', unite: 'jours', sourceDonnee: 'CD', variantes: ["- AEMO (délai entre l'audience et la première intervention du service)", '- AEMO'], source: source('annexe 5.2 ; annexe 6, engagement 2') }),

  effectif('o6-entrantes', { objectif: 6, libelle: "Nombre d'IP entrantes", nom: 'IP entrantes', sens: null, unite: 'IP', sourceDonnee: 'CD', source: source('annexe 5.2 ; annexe 6, objectif 6, note 2') }),
  effectif('o6-evaluees', { objectif: 6, libelle: "Nombre d'IP évaluées", nom: 'IP évaluées', sens: null, unite: 'IP', sourceDonnee: 'CD' }),
  effectif('o6-evaluees-3-mois', { objectif: 6, libelle: "Nombre d'IP évaluées en moins de 3 mois", nom: 'IP évaluées en moins de trois mois', unite: 'IP', sourceDonnee: 'CD' }),
  taux('o6-taux', { objectif: 6, libelle: "Taux d'IP évalués sous 3 mois", nom: 'taux d’IP évaluées sous trois mois', variantes: ["Taux d'IP évaluées sous 3 mois", "Taux d'IP évaluées en moins de 3 mois"], sourceDonnee: 'CD', source: source('annexe 6, objectif 6, note 3') }),

  effectif('o9-enfants', { objectif: 9, libelle: "Nombre d'enfants bénéficiant d'une double prise en charge ASE/handicap effective", nom: 'enfants en double prise en charge ASE / handicap', unite: 'enfants', sourceDonnee: 'CD', source: source('annexe 5.2 ; annexe 6, objectif 9') }),
  effectif('o18-places', { objectif: 18, libelle: "Nombre de places en villages d'enfants", nom: 'places en villages d’enfants', unite: 'places', sourceDonnee: 'CD', source: source('annexe 5.2 ; annexe 6, objectif 18') }),
  effectif('o21-places', { objectif: 21, libelle: "Nombre de places d'accueil en centre parental", nom: 'places en centre parental', unite: 'places', sourceDonnee: 'CD', cibleExigee: true, source: source('annexe 5.2 ; annexe 6, objectif 21') }),
  effectif('o22-retours', { objectif: 22, libelle: 'Nombre de mineurs de retour à domicile après une mesure de placement', nom: 'retours à domicile', sens: null, unite: 'mineurs', sourceDonnee: 'CD' }),
  effectif('o22-accompagnes', { objectif: 22, libelle: "Nombre de mineurs de retour à domicile après une mesure de placement bénéficiant d'un accompagnement", nom: 'retours à domicile accompagnés', unite: 'mineurs', sourceDonnee: 'CD' }),
  taux('o22-taux', { objectif: 22, libelle: "Part des mineurs de retour à domicile après une mesure de placement ayant bénéficié d'un accompagnement", nom: 'part des retours à domicile accompagnés', sourceDonnee: 'CD', source: source('annexe 5.2 ; annexe 6, objectif 22') }),
  effectif('o23-enfants', { objectif: 23, libelle: "Nombre d'enfants bénéficiant d'un parrainage ou d'un accompagnement par un bénévole (y compris soutien scolaire, etc.)", nom: 'enfants parrainés ou accompagnés par un bénévole', unite: 'enfants', sourceDonnee: 'CD', cibleExigee: true, variantes: ["Nombre d'enfants bénéficiant d'un parrainage ou d'un accompagnement par un bénévole"], source: source('circulaire, III ; contrat-type, article 2.1 ; annexe 6, objectif 23') }),
] as const;

export type CodeIndicateur = (typeof LISTE)[number]['code'];

export const INDICATEURS: readonly Indicateur[] = LISTE;

const PAR_CODE = new Map(INDICATEURS.map((indicateur) => [indicateur.code, indicateur]));

const PAR_OBJECTIF = new Map<NumeroObjectif | null, Indicateur[]>();
for (const indicateur of INDICATEURS) PAR_OBJECTIF.set(indicateur.objectif, [...(PAR_OBJECTIF.get(indicateur.objectif) ?? []), indicateur]);

/** Indicateur d'un code ; tous les codes du type en ont un. */
export function indicateurDe(code: CodeIndicateur): Indicateur {
  return PAR_CODE.get(code)!;
}

/** Indicateurs harmonisés d'un objectif, dans l'ordre du tableau (vide : objectif sans indicateur). */
export function indicateursDe(objectif: NumeroObjectif | null): readonly Indicateur[] {
  return PAR_OBJECTIF.get(objectif) ?? [];
}

/** Libellé de la ligne d'intitulé des délais, sans valeur. */
export const INTITULE_DELAIS = "Délai d'exécution des décisions de justice";
