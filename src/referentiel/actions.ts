/**
 * Ce que l'annexe 6 demande aux actions : engagements à prendre par fiche action (COH-03),
 * projets à transmettre pour avis (COH-04), et ce qu'est une action rédigée.
 */
import { isNonDetermine } from './non-determine';
import type { NumeroObjectif } from './objectifs';
import { source, type Source } from './source';
import { aligner, extraire, simplifier } from './texte';

export interface Theme {
  readonly objectif: NumeroObjectif;
  /** Ce qu'on attend, en fin de phrase : « l'accès à des compétences médicales ». */
  readonly libelle: string;
  /** `alerte` : engagement demandé par fiche action ; `info` : point d'attention. */
  readonly gravite: 'alerte' | 'info';
  /** Reconnaît le thème dans un texte simplifié (voir `simplifier`) ; large à dessein. */
  readonly expressions: RegExp;
  readonly source: Source;
}

const OBJECTIF_6 = source('annexe 6, objectif 6 (engagement par fiche action)');
const OBJECTIF_7 = source('annexe 6, objectif 7 (engagement par fiche action)');
const OBJECTIF_8 = source('annexe 6, objectif 8 (engagement par fiche action)');
const OBJECTIF_11 = source('annexe 6, objectif 11');
const OBJECTIF_23 = source('annexe 6, objectif 23 (cahier des charges)');

export const THEMES: readonly Theme[] = [
  { objectif: 6, gravite: 'alerte', libelle: 'l’accès de la CRIP à des compétences médicales', source: OBJECTIF_6, expressions: /medic|medecin|pediatr|psychiatr|puericult|infirmi|sage-?s?[ -]?femme|soignant|sanitaire|hopita|hospitali|\bpmi\b|\bchu?\b|\buaped\b|\bsante\b(?! mentale)/ },
  { objectif: 6, gravite: 'alerte', libelle: 'l’accès de la CRIP à des compétences en santé mentale', source: OBJECTIF_6, expressions: /psycho|psychiatr|pedopsy|\bpsys?\b|sante mentale|\bcmpp?\b|\bcamsp\b|autis|\btnd\b|\btsa\b|neuro-?developpement/ },
  { objectif: 7, gravite: 'alerte', libelle: 'l’association de la protection judiciaire de la jeunesse (PJJ)', source: OBJECTIF_7, expressions: /\bd?t?pjj\b|\bdtpjj\b|protection judiciaire/ },
  { objectif: 7, gravite: 'alerte', libelle: 'l’association de l’Éducation nationale', source: OBJECTIF_7, expressions: /education nationale|\bdsden\b|\bia-?dasen\b|\bdasen\b|rectora|academi|scolaire|\becoles?\b|colleges?\b|lycee|enseignan|\bmen\b|\ben\b(?= ?(?:$|[,;/+)]))/ },
  { objectif: 7, gravite: 'alerte', libelle: 'l’association des forces de l’ordre (police, gendarmerie, pompiers)', source: OBJECTIF_7, expressions: /forces? de (?:l'ordre|securite)|police|policier|gendarm|commissariat|\bbpdj\b|\bmpf\b|\bddsp\b|\bggd\b|pompier|\bsdis\b/ },
  { objectif: 8, gravite: 'alerte', libelle: 'le volet « maîtrise des risques » du schéma', source: OBJECTIF_8, expressions: /risque|autodiagnostic|auto-diagnostic/ },
  { objectif: 8, gravite: 'alerte', libelle: 'le plan de contrôle des établissements et services', source: OBJECTIF_8, expressions: /controle|inspection|inspecter|\baudits?\b/ },
  { objectif: 10, gravite: 'alerte', libelle: 'la participation effective des enfants et des jeunes à l’ODPE', source: source('annexe 6, objectif 10 (engagement par fiche action)'), expressions: /particip|associ(?:er|ation|ant|es?\b)|impliqu|implication|parole|\bvoix\b|expression|consult|represent|co-?construi|co-?construction|(?:conseil|comite|groupe|collectif|forum|assemblee|college|panel)s? (?:departementa(?:l|ux) )?(?:de|des|d') ?(?:jeunes|enfants|usagers)|adepape|repairs|pair-?aidan|experts? d'usage|ecoute/ },
  { objectif: 11, gravite: 'info', libelle: 'l’exercice des missions de l’ODPE', source: OBJECTIF_11, expressions: /mission|ingenierie|structur|composition|mise en place|install|anim|pilot|gouvernance|coordin|feuille de route|programme|comite|instance|charge(?:e)? de|etude|formation/ },
  { objectif: 11, gravite: 'info', libelle: 'la transmission des données à l’ODPE et à l’ONPE', source: source('annexe 6, objectif 11 (CASF, art. L. 226-3-3 et D. 226-3-3)'), expressions: /donnee|\bonpe\b|olinpe|statisti|transmission|transmettre|indicateur|tableaux? de bord|systemes? d'information|logiciel|remontee|\bdata\b|chiffre/ },
  { objectif: 20, gravite: 'info', libelle: 'le soutien apporté aux tiers (information, formation, accompagnement, contrôle), et non leur seul nombre', source: source('annexe 6, objectif 20'), expressions: /soutien|souten|accompagn|form(?:ation|er)|inform|structur|controle|referent|guide|suivi|suivre|qualite|evaluation|charte|parole|outil|livret|statut|aide|appui|conseil|cadre/ },
  { objectif: 23, gravite: 'info', libelle: 'la vérification de l’honorabilité des bénévoles', source: OBJECTIF_23, expressions: /honorabilit|casier|bulletin n|\bb2\b|fijais|agrement|habilitation|antecedent|verification|securis/ },
  { objectif: 23, gravite: 'info', libelle: 'le cahier des charges de l’action (sensibilisation, contractualisation, supervision)', source: OBJECTIF_23, expressions: /cahiers? des charges|charte|convention|contractualis|referentiel|cadre|supervis|appels? a (?:projet|candidature|manifestation)/ },
];

/** Thèmes demandés à l'objectif et qu'aucune de ses actions n'évoque ; vide pour les autres objectifs. */
export function themesManquants(objectif: NumeroObjectif, texteActions: string): readonly Theme[] {
  const simple = simplifier(texteActions);
  return THEMES.filter((theme) => theme.objectif === objectif && !theme.expressions.test(simple));
}

export interface ProjetATransmettre {
  readonly terme: 'placement à domicile' | 'mesure intégrée et modulable';
  readonly extrait: string;
}

/** Projets de l'objectif 19 à faire remonter à la DGCS pour avis technique. */
export const SOURCE_PROJETS_A_TRANSMETTRE: Source = source('annexe 6, objectif 19 (projets à faire remonter pour avis technique)');

const PROJETS: readonly (readonly [ProjetATransmettre['terme'], RegExp])[] = [
  ['placement à domicile', /placements?(?: [a-z']+){0,3} (?:a|au) domicile|(?<![a-z])pe?ad(?![a-z])/],
  ['mesure intégrée et modulable', /mesures?(?: [a-z]+)? (?:integrees?(?:,| et)? ?modulables?|modulables?(?:,| et)? ?integrees?)/],
];

/** Projets à transmettre qu'évoque une action de l'objectif 19. */
export function projetsATransmettre(texte: string): readonly ProjetATransmettre[] {
  const { original, simple } = aligner(texte);
  return PROJETS.flatMap(([terme, motif]) => {
    const trouve = motif.exec(simple);
    return trouve ? [{ terme, extrait: extraire(original, trouve.index, trouve.index + trouve[0].length) }] : [];
  });
}

/** « Action n°1 : », « Action 2 – », « 3) », « • » : ce que la trame préimprime, ou une puce. */
const NUMEROTATION = /(?<!fiche[ -]?)\bactions? ?(?:n ?[°ºo] ?)?\d*\s*[:.)-]*|^[\s\d.)•*·:;-]+/gi;
/** Le début d'une ligne suffit à dire si elle est rédigée. */
const DEBUT_DE_LIGNE = 300;
const FICHE_INTITULEE = /^fiches?[ -]actions? ?(?:n ?[°ºo] ?)?\d+ ?[:.-] ?(?=\S)/;
const BOUCHE_TROU = /^(?:\[.*\]|(?:titre|intitule|nom|libelle|description)(?: (?:de |d'|des )?(?:l')?(?:actions?)?)?|pas d'actions?|actions?|idem|oui|non|x+|redaction en cours|en (?:cours|attente)\b.*|a (?:rediger|construire|definir|determiner|preciser|completer|renseigner|venir)\b.*)[\s.:;]*$/;

/**
 * Vrai si une cellule d'actions dit quelque chose à faire. « Action n°1 : » sans texte, « - »,
 * « à compléter » ou « ND » ne sont pas des actions ; le renvoi à une fiche (« cf. fiche
 * action n° 3 ») en est une : elle est annexée au contrat.
 */
export function isActionRedigee(texte: string): boolean {
  return texte.split(/[\r\n]+/).some((ligne) => {
    const reste = simplifier(ligne.slice(0, DEBUT_DE_LIGNE)).replace(FICHE_INTITULEE, '').replace(NUMEROTATION, ' ').replace(/^[\s:;,.-]+|[\s:;,-]+$/g, '');
    return /[a-z]{3}/.test(reste) && !isNonDetermine(reste) && !BOUCHE_TROU.test(reste);
  });
}
