/**
 * Les cibles nationales « à titre indicatif » (annexes 2, 5.2 et 6). Un écart est une alerte à
 * justifier, jamais un blocage : la cible vaut au niveau national, pas département par département.
 */
import type { CodeIndicateur } from './indicateurs';
import type { NumeroObjectif } from './objectifs';
import { source, type Source } from './source';

interface Base {
  readonly objectif: NumeroObjectif;
  /** Phrase de la circulaire, montrée telle quelle. */
  readonly texte: string;
  readonly source: Source;
  /** Repères nationaux à rappeler. */
  readonly reperes: readonly { readonly texte: string; readonly source: Source }[];
}

/** Taux cible de l'horizon ≥ `seuil` (rapport entre 0 et 1). */
export interface CibleTaux extends Base {
  readonly type: 'taux';
  readonly taux: CodeIndicateur;
  readonly seuil: number;
}

/** Objectif 2 : (médecin + protocole) / cohorte, à défaut le taux tous bilans. */
export interface CibleBilans extends Base {
  readonly type: 'bilans';
  readonly parties: readonly CodeIndicateur[];
  readonly denominateur: CodeIndicateur;
  readonly tauxDeRepli: CodeIndicateur;
  readonly seuil: number;
  readonly haut: number;
}

/** Objectif 3 : couverture « pré et/ou postnatale », encadrée entre max(pré, post) et pré + post. */
export interface CibleCouverture extends Base {
  readonly type: 'couverture';
  readonly taux: readonly [CodeIndicateur, CodeIndicateur];
  readonly seuil: number;
  /** Visites dont la somme doit être multipliée par `facteur`. */
  readonly visites: readonly [CodeIndicateur, CodeIndicateur];
  readonly facteur: number;
}

/** Cible nationale que les indicateurs d'un seul département ne permettent pas de juger. */
export interface CibleNonJugeable extends Base {
  readonly type: 'non_jugeable';
  readonly raison: string;
}

export type CibleNationale = CibleTaux | CibleBilans | CibleCouverture | CibleNonJugeable;

const PEYRON = source('annexe 6 (rapport Peyron ; INSEE)', { date: '2016' });

export const CIBLES_NATIONALES: readonly CibleNationale[] = [
  {
    type: 'taux', objectif: 1, taux: 'o1-taux', seuil: 0.2,
    texte: 'un taux de couverture par la PMI de l’ordre de 20 % des entretiens prénataux précoces à horizon 2022',
    source: source('annexe 6, objectif 1 ; annexe 2'),
    reperes: [
      { texte: '29 % des femmes avaient eu l’entretien, tous acteurs confondus', source: source('annexe 6, objectif 1 (enquête nationale périnatale INSERM/DREES)', { date: '2016' }) },
      { texte: 'la PMI assurait un peu moins de la moitié des entretiens', source: source('annexe 6, objectif 1 (DREES, 2015)', { date: '2012' }) },
    ],
  },
  {
    type: 'bilans', objectif: 2, parties: ['o2-bilans-medecin', 'o2-bilans-protocole'], denominateur: 'o2-cohorte', tauxDeRepli: 'o2-taux', seuil: 0.8, haut: 0.9,
    texte: 'entre 80 et 90 % d’examens de santé effectués soit par un médecin de PMI, soit dans le cadre d’un protocole pluridisciplinaire',
    source: source('annexe 6, objectif 2 ; annexe 5.2'),
    reperes: [
      { texte: '75 % des enfants ont un bilan de santé réalisé par la PMI ; 18 % des enfants concernés sont vus par un médecin', source: source('annexe 6, objectif 2 (FNORS)', { date: '2019' }) },
    ],
  },
  {
    type: 'couverture', objectif: 3, taux: ['o3-taux-pre', 'o3-taux-post'], seuil: 0.2, visites: ['o3-vad-pre-cd', 'o3-vad-post-cd'], facteur: 2,
    texte: 'un doublement à horizon 2022, soit environ 20 % de mères et d’enfants bénéficiant de visites à domicile de sages-femmes de PMI en pré et/ou postnatal',
    source: source('annexe 6, objectif 3 ; annexe 5.2'),
    reperes: [{ texte: 'moins de 70 000 femmes, soit 9 % des naissances vivantes, ont eu une visite en pré et/ou postnatal', source: PEYRON }],
  },
  {
    type: 'taux', objectif: 4, taux: 'o4-taux', seuil: 0.15,
    texte: 'environ 15 % d’enfants bénéficiant de visites à domicile de puéricultrices de PMI à horizon 2022',
    source: source('annexe 6, objectif 4 ; annexe 2'),
    reperes: [{ texte: 'environ 6 % des moins de six ans ont eu une visite à domicile', source: PEYRON }],
  },
  {
    type: 'taux', objectif: 5, taux: 'o5-taux', seuil: 0.2,
    texte: 'environ 20 % des enfants vus en consultation de PMI à horizon 2022',
    source: source('annexe 6, objectif 5 ; annexe 2'),
    reperes: [{ texte: 'environ 12 % des moins de six ans ont été vus en consultation de PMI', source: PEYRON }],
  },
  {
    type: 'taux', objectif: 6, taux: 'o6-taux', seuil: 1,
    texte: 'un délai maximal de trois mois par évaluation sur l’ensemble du territoire (lu ici : 100 % des IP évaluées sous trois mois ; la circulaire laisse la cible chiffrée à définir)',
    source: source('annexe 2 ; annexe 6, objectif 6, note 3'),
    reperes: [{ texte: '77 % des IP évaluées sous trois mois en moyenne déclarée', source: source('enquête DGCS/ANDASS citée par l’IGAS', { date: '2019' }) }],
  },
  {
    type: 'non_jugeable', objectif: 14,
    texte: '20 nouveaux relais parentaux sur le territoire national à horizon 2022',
    raison: 'l’indicateur compte des enfants accueillis, pas des relais',
    source: source('annexe 2 ; annexe 5.2'),
    reperes: [{ texte: 'une dizaine de relais parentaux au niveau national', source: source('annexe 6, objectif 14', { date: '2020' }) }],
  },
  {
    type: 'non_jugeable', objectif: 18,
    texte: '600 nouvelles places d’accueil en fratries au niveau national à horizon 2022',
    raison: 'la cible est nationale et l’indicateur ne compte que les places en villages d’enfants : elle se juge, en partie, sur l’ensemble des départements',
    source: source('annexe 2 ; annexe 5.2 ; annexe 6, objectif 18'),
    reperes: [],
  },
];

export function cibleNationaleDe(objectif: NumeroObjectif): CibleNationale | undefined {
  return CIBLES_NATIONALES.find((cible) => cible.objectif === objectif);
}
