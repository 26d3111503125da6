/** Façons dont un libellé officiel se retrouve écrit : casse, accents, fautes, abréviations, numéros. */
import type { CodeIndicateur } from '../../src/referentiel/indicateurs';
import type { NumeroObjectif } from '../../src/referentiel/objectifs';

export type RetoucheTexte = (texte: string) => string;

const sansAccents: RetoucheTexte = (texte) => texte.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
/** Intervertit deux lettres au milieu de chaque mot assez long. */
const fautes: RetoucheTexte = (texte) => texte.replace(/[a-zà-ÿ]{9,}/gi, (mot) => mot.slice(0, 4) + mot.charAt(5) + mot.charAt(4) + mot.slice(6));

/** Même libellé, autrement écrit : `exact` doit rester vrai. */
export const MEMES: Readonly<Record<string, RetoucheTexte>> = {
  capitales: (texte) => texte.toUpperCase(),
  'sans accents': sansAccents,
  'capitales sans accents': (texte) => sansAccents(texte).toUpperCase(),
  'espaces doubles': (texte) => texte.replace(/ /g, '  '),
  'espaces insécables': (texte) => texte.replace(/ /g, '\u00a0'),
  'sauts de ligne': (texte) => texte.replace(/ (?=\S{6})/g, '\n'),
  'apostrophes courbes': (texte) => texte.replace(/'/g, '’'),
  'apostrophes droites': (texte) => texte.replace(/’/g, "'"),
  'accents décomposés': (texte) => texte.normalize('NFD'),
  'traits d’union conditionnels': (texte) => texte.replace(/([a-z]{5})([a-z]{5})/g, '$1\u00ad$2'),
  'point final': (texte) => `${texte} .`,
  'guillemets français': (texte) => texte.replace(/"([^"]*)"/g, '« $1 »'),
};

/** Libellé retouché : reconnu, et dit comme tel. */
export const RETOUCHES: Readonly<Record<string, RetoucheTexte>> = {
  fautes,
  'fautes en capitales': (texte) => fautes(texte).toUpperCase(),
  'singuliers et pluriels': (texte) => texte.replace(/\b([a-zà-ÿ]{5,})s\b/gi, '$1').replace(/\b(enfant|femme|visite|entretien|bilan)\b/g, '$1s'),
  'année d’horizon décalée': (texte) => texte.replace('2022', '2023'),
};

/** Libellés d'indicateurs abrégés, tels qu'on les rencontre ; chacun n'a qu'un sens sous son objectif. */
export const ABREGES: Readonly<Partial<Record<CodeIndicateur, string>>> = {
  'o1-entretiens-cd': "Nb d'entretiens du 4ème mois (DREES)",
  'o1-entretiens-snds': 'Entretiens du 4e mois – SNDS',
  'o1-naissances': 'Naissances domiciliées (INSEE)',
  'o1-taux': 'Taux de couverture EPP',
  'o2-cohorte': 'Cohorte des 3-4 ans scolarisés',
  'o2-bilans': 'Nb bilans de santé en école maternelle (DREES / CD)',
  'o2-bilans-medecin': 'dont médecin de PMI',
  'o2-bilans-protocole': 'dont protocole pluridisciplinaire',
  'o2-taux': '% des 3-4 ans ayant eu un bilan de santé',
  'o3-vad-pre-cd': 'VAD prénatales – DREES',
  'o3-vad-post-cd': 'VAD postnatales – DREES',
  'o3-vad-pre-snds': 'VAD prénatales – SNDS',
  'o3-vad-post-snds': 'VAD postnatales – SNDS',
  'o3-femmes-pre': 'Nombre de femmes ayant eu une VAD prénatale',
  'o3-femmes-post': 'Nombre de femmes ayant eu une VAD postnatale',
  'o3-naissances': 'Naissances domiciliées',
  'o3-taux-pre': '% femmes VAD prénatale',
  'o3-taux-post': '% femmes VAD postnatale',
  'o4-vad': 'Nb VAD pour motif enfant',
  'o4-enfants-vad': "Nb d'enfants ayant eu une visite à domicile",
  'o4-enfants': 'Enfants 0-6 ans',
  'o4-taux': '% enfants ayant eu une VAD',
  'o5-examens-cd': 'Examens cliniques (DREES)',
  'o5-examens-snds': 'Examens médicaux obligatoires – SNDS',
  'o5-enfants-vus': "Nombre d'enfants ayant eu un examen clinique",
  'o5-enfants': 'Enfants de 0 à 6 ans',
  'o5-taux': '% enfants ayant eu un examen clinique',
  'o12-visites': 'VAD des TISF',
  'o12-familles': 'Familles bénéficiaires',
  'o14-enfants': 'Enfants accueillis en relais parental',
  'delai-placements': "Placements à l'ASE",
  'delai-aemo': 'AEMO',
  'o6-entrantes': 'Informations préoccupantes entrantes',
  'o6-evaluees': 'IP évaluées',
  'o6-evaluees-3-mois': "Nombre d'IP évaluées sous trois mois",
  'o6-taux': "% d'IP évaluées dans les 3 mois",
  'o9-enfants': 'Enfants en double prise en charge ASE / handicap',
  'o18-places': "Places en villages d'enfants",
  'o21-places': 'Places en centre parental',
  'o22-retours': 'Retours à domicile après placement',
  'o22-accompagnes': 'Nombre de retours à domicile accompagnés',
  'o22-taux': '% de retours à domicile accompagnés',
  'o23-enfants': 'Enfants parrainés ou accompagnés par un bénévole',
};

/** Objectifs abrégés. */
export const OBJECTIFS_ABREGES: Readonly<Record<NumeroObjectif, string>> = {
  1: 'Entretien prénatal précoce', 2: 'Bilans de santé en école maternelle', 3: 'VAD pré et postnatales des sages-femmes', 4: 'Intervention à domicile des puéricultrices',
  5: 'Consultations infantiles', 6: 'Renforcer la CRIP', 7: 'Protocoles IP', 8: 'Maîtrise des risques et plan de contrôle', 9: 'Accompagnement des enfants protégés en situation de handicap',
  10: "Participation des jeunes à l'ODPE", 11: 'ODPE', 12: 'Interventions de TISF', 13: 'Actions innovantes en PMI', 14: 'Relais parentaux', 15: 'Parents en situation de handicap',
  16: "Parents d'enfants en situation de handicap", 17: 'Articulation des contrôles Etat / département', 18: 'Accueil en fratries', 19: "Protection de l'enfance à domicile", 20: 'Tiers de confiance et bénévoles',
  21: 'Centres parentaux', 22: 'Accompagnement au retour à domicile', 23: 'Parrainage, soutien scolaire', 24: 'Dispositifs « passerelles »', 25: 'Accès aux droits des anciens MNA', 26: 'Formation des professionnels',
};
