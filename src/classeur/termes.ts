/**
 * Les mots porteurs de sens d'un libellé : fautes de frappe corrigées d'après le vocabulaire des
 * annexes, flexions retirées, abréviations et synonymes ramenés à un même terme.
 */
import { distance } from 'fastest-levenshtein';
import { ENGAGEMENTS } from '../referentiel/engagements';
import { INDICATEURS } from '../referentiel/indicateurs';
import { memoriserTexte } from '../referentiel/memoire-texte';
import { OBJECTIFS } from '../referentiel/objectifs';
import { normaliser } from './texte';

const liste = (mots: string) => mots.split(' ');

/** Sigles et mots dont le « s », le « x » ou le « e » final n'est pas une flexion. */
const INVARIABLES = new Set(liste('drees snds insee mois trois taux aemo odpe vads sans dont'));

/** Mot sans marque de genre ni de nombre : « réalisées », « réalisé » et « réalise » n'en font qu'un. */
function radical(mot: string): string {
  if (mot.length < 4 || INVARIABLES.has(mot)) return mot;
  const singulier = mot.length > 5 ? mot.replace(/aux$/, 'al') : mot;
  return singulier.replace(mot.length > 5 ? /(?:ees|ee|er|es|e|s|x)$/ : /(?:ees|ee|es|e|s|x)$/, '');
}

const radicaux = (mots: string) => new Set(liste(mots).map(radical));

const MOTS_VIDES = radicaux(
  'a au aux avec ayant d dans de des du en et etre est il la le les leur leurs l ou par pour qu que qui s sa se selon ses son sur un une y telle ce cet cette jusqu',
);
/** Mots qui ne changent rien à ce qui est compté ou visé. */
const MOTS_NEUTRES = radicaux('total annuel global donnee indicateur chiffre annee horizon cible national couverture environ objectif fondamental facultatif obligatoire optionnel corrige estime estimation provisoire definitif previsionnel revise precision');

/** Mots des équivalences ci-dessous que les libellés officiels n'emploient pas tous. */
const VOCABULAIRE_ADMIS =
  'nombre effectif pourcentage proportion taux precoce quatrieme visite information preoccupante technicien travailleur intervention sociale familiale protection maternelle infantile observatoire departemental mineur accompagne conseil cellule recueil aide enfance sage femme sagefemme population';

/** Coquilles des libellés officiels : elles se corrigent comme les autres. */
const COQUILLES = radicaux('entetien interventin');

const LEXIQUE = new Set(
  [
    ...INDICATEURS.flatMap(({ libelle, nom, variantes }) => [libelle, nom, ...variantes]),
    ...OBJECTIFS.flatMap(({ libelle, libellePlan, nom, variantes }) => [libelle, libellePlan ?? '', nom, ...variantes]),
    ...ENGAGEMENTS.flatMap(({ libelle, variantes }) => [libelle, ...variantes]),
    VOCABULAIRE_ADMIS,
  ].flatMap((texte) => liste(normaliser(texte)).map(radical)).filter((mot) => !COQUILLES.has(mot)),
);
/** Lettres d'un mot, une par bit : deux mots proches ont presque les mêmes. */
function lettresDe(mot: string): number {
  let lettres = 0;
  for (let rang = 0; rang < mot.length; rang++) lettres |= 1 << (mot.charCodeAt(rang) - 97);
  return lettres;
}

function compterBits(bits: number): number {
  let total = 0;
  for (let reste = bits; reste !== 0; reste &= reste - 1) total++;
  return total;
}

const LONGS = [...LEXIQUE].filter((mot) => mot.length >= 5).map((mot) => ({ mot, lettres: lettresDe(mot) }));

/** Le mot du vocabulaire où deux lettres voisines ont été interverties. */
function redresser(mot: string): string | null {
  for (let rang = 0; rang < mot.length - 1; rang++) {
    const redresse = mot.slice(0, rang) + mot.charAt(rang + 1) + mot.charAt(rang) + mot.slice(rang + 2);
    if (redresse !== mot && LEXIQUE.has(redresse)) return redresse;
  }
  return null;
}

/**
 * Le mot du vocabulaire dont celui-ci n'est séparé que par une faute de frappe (deux, s'il est long) ;
 * le mot lui-même s'il y en a deux aussi proches.
 */
const corriger = memoriserTexte((mot: string): string => {
  if (LEXIQUE.has(mot) || mot.length < 4 || /\d/.test(mot)) return mot;
  const admis = mot.length >= 8 ? 2 : 1;
  const lettres = lettresDe(mot);
  const redresse = mot.length < 5 ? null : redresser(mot);
  let [meilleur, ecart] = redresse === null ? [mot, admis + 1] : [redresse, 1];
  for (const connu of LONGS) {
    if (connu.mot === redresse || Math.abs(connu.mot.length - mot.length) > admis || compterBits(connu.lettres ^ lettres) > 2 * admis) continue;
    const trouve = distance(mot, connu.mot);
    if (trouve < ecart) [meilleur, ecart] = [connu.mot, trouve];
    else if (trouve === ecart) meilleur = mot;
  }
  return meilleur;
});

/** Part des mots d'un texte qui sont du vocabulaire des annexes, sans rien corriger : filtre rapide. */
export function partConnue(texte: string): number {
  const mots = liste(normaliser(texte)).filter((mot) => !MOTS_VIDES.has(mot));
  return mots.filter((mot) => LEXIQUE.has(radical(mot))).length / (mots.length || 1);
}

/**
 * « ages-femmes », « pardes sags-femmes » : devant « femme », « sage » ou un mot inconnu fait une
 * sage-femme. Un doute fait perdre une femme ; il n'en fait jamais gagner une.
 */
function reunirSagesFemmes(mots: readonly string[]): readonly string[] {
  const isFemme = (mot: string | undefined) => mot !== undefined && corriger(radical(mot)) === 'femm';
  const isSage = (rang: number) => {
    const mot = mots[rang];
    if (mot === undefined || mot === '' || !isFemme(mots[rang + 1])) return false;
    return radical(mot) === 'sag' || (!MOTS_VIDES.has(mot) && !LEXIQUE.has(corriger(radical(mot))));
  };
  return mots.flatMap((mot, rang) => (isSage(rang) ? [] : [rang > 0 && isSage(rang - 1) ? 'sagefemme' : mot]));
}

/** Termes équivalents, sur des radicaux, ramenés à celui des annexes. */
const EQUIVALENCES: readonly (readonly [RegExp, string])[] = [
  [/\bpre (?:natal )?(?:et|ou) (?=post ?natal\b)/g, 'prenatal et '],
  [/\b(pre|post|ante) (?=natal\b)/g, '$1'],
  [/\bantenatal\b/g, 'prenatal'],
  [/\bentretien prenatal(?: precoc)?\b|\bepp\b/g, 'entretien 4e mois'],
  [/\b4 ?e(?:m)?\b|\bquatriem\b/g, '4e'],
  [/\bvisit (?:a |au )?domicil\b|\bvads\b/g, 'vad'],
  [/\binformation preoccupant\b/g, 'ip'],
  [/\b(?:technicien|travailleur) (?:de l |d |en )?intervention social (?:et )?familial\b/g, 'tisf'],
  [/\bprotection maternell (?:et )?infantil\b/g, 'pmi'],
  [/\bobservatoir departemental (?:de )?(?:la )?protection (?:de )?l enfanc\b/g, 'odpe'],
  [/\bcellul (?:de )?recueil (?:d |des )?(?:ip|information)\b/g, 'crip'],
  [/\bmineur non accompagn\b/g, 'mna'],
  [/\baid social (?:a )?l enfanc\b/g, 'ase'],
  [/\bconseil departemental\b/g, 'cd'],
  [/\b(?:trois|03) mois\b|\b90 j(?:our)?\b/g, '3 mois'],
  [/\b(?:en )?(?:moin |inferieur a )(?:de )?(?=3 mois)|\bsou (?=3 mois)|\bdan (?:le |un delai (?:maximal )?(?:de )?)?(?=3 mois)/g, ''],
  [/\bmoin de (\d+) ans?\b/g, '0 a $1 ans'],
  [/^(?:le )?(?:nb|nbre|nbr|effectif|total)\b/, 'nombr'],
  [/^(?:le )?(?:pourcentag|proportion|taux|%)(?= )/, 'part'],
  [/ (?:en )?%$/, ' part'],
];

const signes = (texte: string) => texte.replace(/[<≤]/g, ' moins ').replace(/[>≥]/g, ' plus ');

/** Mots réduits et corrigés, sans toucher aux synonymes. */
const motsReduits = memoriserTexte((texte: string): string => reunirSagesFemmes(liste(normaliser(signes(texte)))).map(radical).map(corriger).join(' '));

/** Forme d'un libellé, mots réduits et synonymes réunis : « Nbre de VAD pré-natales » → `'nombr de vad prenatal'`. */
export const termes = memoriserTexte((texte: string): string => EQUIVALENCES.reduce((forme, [motif, terme]) => forme.replace(motif, terme), motsReduits(texte)));

function porteurs(forme: string): readonly string[] {
  return [...new Set(liste(forme).filter((mot) => mot !== '' && !MOTS_VIDES.has(mot) && !MOTS_NEUTRES.has(mot) && !/^20\d\d$/.test(mot)))];
}

/** Mots porteurs de sens, sans répétition. */
export const motsCles = memoriserTexte((texte: string) => porteurs(termes(texte)));

/** Les mêmes, synonymes non réunis : un libellé mutilé échappe parfois aux équivalences. */
export const motsBruts = memoriserTexte((texte: string) => porteurs(motsReduits(texte)));
