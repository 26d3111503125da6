/**
 * Les 26 objectifs des CDPPE (annexe 2) : 11 fondamentaux et 15 facultatifs, rangés dans
 * l'ordre des annexes 5.2 et 5.3, qui n'est pas celui des numéros.
 */
import type { CodeEngagement } from './engagements';
import { source, type Source } from './source';

export type NumeroObjectif = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26;

export interface Mesure {
  readonly libelle: string;
  /** Libellé de l'annexe 5.3 quand il diffère. */
  readonly libellePlan?: string;
}

/** Enveloppe de l'Etat qui finance un objectif (annexe 4). */
export type Enveloppe = 'FIR' | 'P304' | 'ONDAM';

export interface Objectif {
  readonly numero: NumeroObjectif;
  readonly fondamental: boolean;
  readonly engagement: CodeEngagement;
  readonly mesure: Mesure;
  /** Libellé du tableau de bord (annexe 5.2), sans la mention de cible nationale. */
  readonly libelle: string;
  /** Libellé du plan d'action (annexe 5.3) quand il diffère. */
  readonly libellePlan?: string;
  /** Mention de cible nationale que l'annexe 5.2 ajoute sous le libellé. */
  readonly mentionCible?: string;
  /** Autres libellés officiels (annexes 2, 4 et 6). */
  readonly variantes: readonly string[];
  /** Nom court, pour les messages et les graphiques. */
  readonly nom: string;
  /** Sources de financement admises (annexe 4). */
  readonly enveloppes: readonly Enveloppe[];
  /** Modalité préimprimée de l'annexe 5.3 ; vide pour l'objectif 17. */
  readonly modalite: string;
  readonly source: Source;
}

const EPP: Mesure = { libelle: "Rendre obligatoire l'entretien prénatal précoce (EPP)" };
const BILANS: Mesure = { libelle: 'Généraliser les bilans de santé en école maternelle' };
const VISITES: Mesure = { libelle: 'Augmenter le nombre de visites à domiciles et de consultations infantiles' };
const INNOVATION: Mesure = { libelle: 'Soutenir les actions innovantes en PMI' };
const RELAYAGE: Mesure = { libelle: 'Développer le relayage parental' };
const CRIP: Mesure = { libelle: 'Renforcer les CRIP' };
const CONTROLE: Mesure = { libelle: "Créer un référentiel national de contrôle des lieux d'accueil" };
const HANDICAP: Mesure = { libelle: 'Créer des dispositifs adaptés ASE / handicap' };
const DIVERSIFICATION: Mesure = { libelle: "Soutenir la diversification de l'offre" };
const PARENTAUX: Mesure = { libelle: 'Développer les centres parentaux et les compétences parentales' };
const RETOURS: Mesure = { libelle: "Systématiser les mesures d'accompagnement au retour à domicile", libellePlan: "Systématiser l'accompagnement des retours à domicile" };
const SOCIETE: Mesure = { libelle: 'Mobiliser la société civile' };
const PARTICIPATION: Mesure = { libelle: 'Développer la participation des enfants et des jeunes' };
const DROITS: Mesure = { libelle: "Mobiliser l'ensemble des outils et des dispositifs pour l'accès au logement et aux droits" };
const MNA: Mesure = { libelle: "Faciliter l'intégration pro des anciens MNA" };
const GOUVERNANCE: Mesure = { libelle: 'Repenser la gouvernance' };
const FORMATION: Mesure = { libelle: 'Renforcer la formation des professionnels' };

type Ebauche = Pick<Objectif, 'mesure' | 'libelle' | 'nom' | 'enveloppes'> & Partial<Pick<Objectif, 'libellePlan' | 'mentionCible' | 'variantes' | 'modalite'>>;

function objectif(numero: NumeroObjectif, engagement: CodeEngagement, ebauche: Ebauche): Objectif {
  return {
    numero,
    engagement,
    fondamental: numero <= 11,
    variantes: [],
    modalite: ebauche.enveloppes.map((enveloppe) => (enveloppe === 'P304' ? 'PLF' : enveloppe)).join(' / '),
    source: source(`annexe 2 ; annexe 5.2 ; annexe 6, objectif ${String(numero)}`),
    ...ebauche,
  };
}

/** Les 26 objectifs, dans l'ordre des annexes 5.2 et 5.3. */
export const OBJECTIFS: readonly Objectif[] = [
  objectif(1, 'e1', { mesure: EPP, libelle: 'Atteindre à horizon 2022 un taux de couverture par la PMI d’au moins 20 % des entretiens prénataux précoces au niveau national', nom: 'entretien prénatal précoce', enveloppes: ['FIR'] }),
  objectif(2, 'e1', { mesure: BILANS, libelle: 'Faire progresser le nombre de bilans de santé en école maternelle réalisés par la PMI et se rapprocher du contenu de l’examen de santé tel que défini dans le carnet de santé', mentionCible: 'Cible nationale à horizon 2022 : entre 80 et 90 % des bilans de santé réalisés par la PMI (médecin ou protocole pluridisciplinaire)', nom: 'bilans de santé en école maternelle', enveloppes: ['FIR'] }),
  objectif(3, 'e1', { mesure: VISITES, libelle: 'Doubler au niveau national les visites à domicile pré et postnatales réalisées par des sages-femmes de PMI en faveur des familles vulnérables', libellePlan: 'Doubler au niveau national le nombre de visites à domicile pré et postnatales réalisées par des sages-femmes de PMI en faveur des familles vulnérables', mentionCible: 'Cible nationale à horizon 2022 : doublement, soit environ 20 % des femmes/enfants bénéficiant de VAD de PMI', nom: 'visites à domicile des sages-femmes', enveloppes: ['FIR'] }),
  objectif(4, 'e1', { mesure: VISITES, libelle: "Permettre qu'à horizon 2022, au niveau national, au moins 15 % des enfants bénéficient de l'intervention à domicile d'infirmières puéricultrices de la PMI, notamment jusqu’aux deux ans de l’enfant et dans les familles vulnérables", variantes: ["Permettre qu'à horizon 2022, au niveau national, au moins 15 % des enfants bénéficient de l'intervention à domicile d'infirmières puéricultrices de la PMI en particulier jusqu’aux deux ans de l’enfant en faveur des familles vulnérables"], nom: 'visites à domicile des puéricultrices', enveloppes: ['FIR'] }),
  objectif(5, 'e1', { mesure: VISITES, libelle: "Permettre qu'à horizon 2022, au niveau national, au moins 20 % des enfants bénéficient de consultations infantiles en PMI correspondant à des examens de santé obligatoire du jeune enfant, en particulier pour les enfants jusqu’à deux ans", nom: 'consultations infantiles', enveloppes: ['FIR'] }),
  objectif(12, 'e1', { mesure: VISITES, libelle: 'Renforcer les interventions de travailleurs en intervention sociale et familiale (TISF)', nom: 'interventions de TISF', enveloppes: ['P304'] }),
  objectif(13, 'e1', { mesure: INNOVATION, libelle: 'Soutenir les actions innovantes en PMI en matière de santé publique', nom: 'actions innovantes en PMI', enveloppes: ['FIR'] }),
  objectif(14, 'e1', { mesure: RELAYAGE, libelle: 'Créer 20 nouveaux relais parentaux sur le territoire à horizon 2022', nom: 'relais parentaux', enveloppes: ['P304'] }),
  objectif(15, 'e1', { mesure: RELAYAGE, libelle: 'Soutenir les parents en situation de handicap', nom: 'parents en situation de handicap', enveloppes: ['P304'] }),
  objectif(16, 'e1', { mesure: RELAYAGE, libelle: "Soutenir les parents d'enfants en situation de handicap", nom: 'parents d’enfants en situation de handicap', enveloppes: ['P304'] }),
  objectif(6, 'e2', { mesure: CRIP, libelle: 'Renforcer les moyens, les ressources et la pluridisciplinarité des cellules de recueil des informations préoccupantes (CRIP) pour atteindre sur l’ensemble du territoire un délai maximal de trois mois par évaluation', nom: 'évaluation des IP en trois mois (CRIP)', enveloppes: ['P304'] }),
  objectif(7, 'e2', { mesure: CRIP, libelle: 'Systématiser et renforcer les protocoles informations préoccupantes (IP)', nom: 'protocoles informations préoccupantes', enveloppes: ['P304'] }),
  objectif(8, 'e2', { mesure: CONTROLE, libelle: 'Systématiser un volet "maîtrise des risques" dans les schémas départementaux de protection de l’enfance incluant un plan de contrôle des établissements et services', nom: 'maîtrise des risques et plan de contrôle', enveloppes: ['P304'] }),
  objectif(17, 'e2', { mesure: CONTROLE, libelle: 'Mieux articuler les contrôles Etat / département', nom: 'contrôles Etat / département', enveloppes: ['P304'], modalite: '' }),
  objectif(9, 'e2', { mesure: HANDICAP, libelle: 'Garantir l’accompagnement de tous les enfants protégés en situation de handicap', nom: 'enfants protégés en situation de handicap', enveloppes: ['ONDAM'] }),
  objectif(18, 'e2', { mesure: DIVERSIFICATION, libelle: "Créer 600 nouvelles places d'accueil en fratries au niveau national à horizon 2022", nom: 'accueil en fratries', enveloppes: ['P304'] }),
  objectif(19, 'e2', { mesure: DIVERSIFICATION, libelle: "Diversifier l'offre en matière de protection de l'enfance à domicile", nom: 'protection de l’enfance à domicile', enveloppes: ['P304'] }),
  objectif(20, 'e2', { mesure: DIVERSIFICATION, libelle: 'Structurer et développer le soutien aux tiers de confiance et aux tiers bénévoles', variantes: ['Structurer le soutien aux tiers de confiance et aux tiers bénévoles'], nom: 'tiers de confiance et tiers bénévoles', enveloppes: ['P304'] }),
  objectif(21, 'e2', { mesure: PARENTAUX, libelle: 'Développer les centres parentaux', nom: 'centres parentaux', enveloppes: ['P304'] }),
  objectif(22, 'e2', { mesure: RETOURS, libelle: "Systématiser les mesures d'accompagnement au retour à domicile", libellePlan: "Systématiser les mesures d'accompagnement", nom: 'accompagnement au retour à domicile', enveloppes: ['P304'] }),
  objectif(23, 'e2', { mesure: SOCIETE, libelle: 'Développer le parrainage, le soutien scolaire, etc.', nom: 'parrainage et soutien scolaire', enveloppes: ['P304'] }),
  objectif(10, 'e3', { mesure: PARTICIPATION, libelle: 'Systématiser la participation des enfants et des jeunes aux observatoires départementaux de la protection de l’enfance (ODPE)', nom: 'participation des enfants à l’ODPE', enveloppes: ['P304'] }),
  objectif(24, 'e4', { mesure: DROITS, libelle: 'Mettre en place des dispositifs d\'accompagnement global et "passerelles", notamment pour les jeunes en situation de handicap', nom: 'accompagnement global et passerelles', enveloppes: ['ONDAM', 'P304'] }),
  objectif(25, 'e4', { mesure: MNA, libelle: "Favoriser l'accès aux droits et l'accompagnement vers l'autonomie des anciens MNA", variantes: ["Favoriser l'accès aux droits et l'accompagnement vers l'autonomie des anciens mineurs non accompagnés (MNA)"], nom: 'accès aux droits des anciens MNA', enveloppes: ['P304'] }),
  objectif(11, 'conditions', { mesure: GOUVERNANCE, libelle: "Renforcer l'ODPE", variantes: ['Renforcer les ODPE'], nom: 'ODPE', enveloppes: ['P304'] }),
  objectif(26, 'conditions', { mesure: FORMATION, libelle: 'Renforcer la formation des professionnels', nom: 'formation des professionnels', enveloppes: ['P304'] }),
];

const PAR_NUMERO = new Map(OBJECTIFS.map((element) => [element.numero, element]));

export function objectifDe(numero: NumeroObjectif): Objectif {
  return PAR_NUMERO.get(numero)!;
}

/** « objectif 6 (évaluation des IP en trois mois (CRIP)) » s'écrit « objectif 6 – évaluation… ». */
export function nommerObjectif(numero: NumeroObjectif): string {
  return `objectif ${String(numero)} – ${objectifDe(numero).nom}`;
}
