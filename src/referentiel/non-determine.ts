/** Les façons d'écrire qu'une donnée manque : ni vide, ni zéro (docs/decisions.md, « Vide, zéro, non déterminé »). */
import { memoriserTexte } from './memoire-texte';
import { simplifier } from './texte';

/** Sigles et mots seuls, après retrait des points et de la ponctuation autour. */
const SIGLES = new Set(['nd', 'nc', 'nr', 'na', 'ns', 'so', 'sans objet', 'neant', 'aucun', 'aucune', 'inconnu', 'inconnue', 'indisponible', 'manquant', 'manquante', 'tbd', 'tbc']);

/** Débuts de phrase qui disent l'absence, quelle que soit l'explication qui suit. */
const FORMULES =
  /^(?:(?:donnees?|chiffres?|informations?|valeurs?|montants?) )?(?:(?:est |sont )?(?:non|pas(?: encore)?) (?:disponibles?|determine|renseigne|communique|connue?s?\b|defini|precise|fourni|transmis|recense|recueilli|exploitable|significati|comptabilise|suivi|mesure|applicable)|indisponibles?|inconnue?s?\b|manquante?s?\b|(?:a|reste a) (?:completer|renseigner|preciser|definir|determiner|confirmer|venir|fixer|calculer|recueillir|construire|consolider|voir)\b|en (?:cours|attente)\b|pas de (?:donnee|chiffre|suivi|remontee)|sans objet\b|(?:nd|nc|nr|n\/a) (?![%€\d]))/;

/** Une explication peut être longue ; ce qui dit l'absence est au début. */
const DEBUT_DE_TEXTE = 300;

/**
 * Vrai si le texte dit que la donnée manque : « ND », « (n.d.) », « – », « à compléter », « xxx % »,
 * « ND (logiciel en cours de déploiement) ». « Néant » et « aucun » en sont : ils peuvent dire
 * zéro comme l'absence de donnée, et on ne fabrique pas un zéro.
 */
export const isNonDetermine = memoriserTexte((texte): boolean => {
  const simple = simplifier(texte.slice(0, DEBUT_DE_TEXTE)).replace(/ ?(?:%|[km]?€|euros?)$/, '');
  if (!/[a-z0-9]/.test(simple)) return texte.trim() !== '';
  if (/\d/.test(simple) && !/[a-z]/.test(simple)) return false;
  const nu = simple.replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  if (/^x(?:[ x.,]*x)?$/.test(nu)) return true;
  return SIGLES.has(nu) || SIGLES.has(nu.replace(/[./ ]/g, '')) || FORMULES.test(nu.replace(/[.:,;()-]+/g, ' ').replace(/ +/g, ' '));
});
