import { CIB_01 } from '../../../src/controles/cibles/cib-01';
import { INDICATEURS } from '../../../src/referentiel/indicateurs';
import { auPlan, decalerAnnees, eprouver, poser, sansFeuille, sansIndicateur, sansMoments, valeur, vider, type Cas, type NomMoment } from '../aide';

const MOMENTS: readonly NomMoment[] = ['cible 2020', 'cible 2021', 'cible 2022'];
const taux = valeur('o6-taux', 'cible 2022');
const numerateur = valeur('o6-evaluees-3-mois', 'cible 2022');
const denominateur = valeur('o6-evaluees', 'cible 2022');
const parrainage = valeur('o23-enfants', 'cible 2022');

/** Sans cible obligatoire : 9, 18, délais, examens de l'objectif 5, sources SNDS, effectifs sous un taux. */
const facultatives = INDICATEURS.filter(({ cibleExigee, type, sens }) => !cibleExigee && type !== 'taux' && (type === 'delai' || sens === 'hausse')).map(({ code }) => code)
  .filter((code) => !['o1-entretiens-cd', 'o2-bilans', 'o3-femmes-pre', 'o3-femmes-post', 'o4-enfants-vad', 'o5-enfants-vus', 'o6-evaluees-3-mois', 'o22-accompagnes'].includes(code));

const exigees: readonly [code: 'o12-visites' | 'o12-familles' | 'o23-enfants', objectif: 12 | 23][] = [['o12-visites', 12], ['o12-familles', 12], ['o23-enfants', 23]];

eprouver(CIB_01, [
  { nom: 'conforme', attendus: [] },
  ...exigees.map(([code, objectif]): Cas => ({
    nom: `cible 2022 vide : ${code}`, modifs: [vider(valeur(code, 'cible 2022'))],
    attendus: [{ ou: valeur(code, 'cible 2022'), gravite: 'bloquant', objectif, indicateur: code, annee: 2022, message: ['la cible 2022 de l’indicateur', 'est absente.'], suite: /^Saisir la cible chiffrée arrêtée conjointement\.$/, trouve: null, correction: null, source: /circulaire, III/ }],
  })),
  { nom: 'années d’avant : alerte', modifs: [vider(valeur('o23-enfants', 'cible 2020')), vider(valeur('o23-enfants', 'cible 2021'))], attendus: [2020, 2021].map((annee) => ({ ou: valeur('o23-enfants', `cible ${annee}`), gravite: 'alerte' as const, annee, suite: /À défaut, justifier/ })) },
  { nom: 'non déterminée', modifs: [poser(parrainage, 'à définir')], attendus: [{ ou: parrainage, gravite: 'bloquant', message: ['est notée non déterminée'], trouve: 'à définir' }] },
  { nom: 'zéro est une cible', modifs: [poser(parrainage, 0)], attendus: [] },
  { nom: 'nombre en texte', modifs: [poser(parrainage, '80')], attendus: [] },
  { nom: 'illisible : IND-03', modifs: [poser(parrainage, 'beaucoup')], attendus: [] },
  { nom: 'négative : IND-03', modifs: [poser(parrainage, -80)], attendus: [] },
  { nom: 'en erreur : FOR-04', modifs: [poser(parrainage, { formule: '=1/0' })], attendus: [] },
  { nom: 'formule non calculable', modifs: [poser(parrainage, { formule: '=[1]Feuil1!A1' })], attendus: [], nonVerifies: [/G59 n’a pas pu être recalculée/] },
  {
    nom: 'opérandes vides : le taux est désigné, quelle que soit sa garde', modifs: [vider(numerateur), vider(denominateur)],
    attendus: [{ ou: taux, gravite: 'bloquant', objectif: 6, indicateur: 'o6-taux', message: ['est absente ; il manque « IP évaluées en moins de trois mois » (G46) et « IP évaluées » (G45).'], suite: /Saisir les effectifs cibles/, trouve: null }],
  },
  ...['=IFERROR({o6-evaluees-3-mois}/{o6-evaluees},0)', '=IF({o6-evaluees}=0,"",{o6-evaluees-3-mois}/{o6-evaluees})', '={o6-evaluees-3-mois}/{o6-evaluees}'].map((formule): Cas => ({
    nom: `opérandes vides, taux ${formule}`, modifs: [vider(numerateur), vider(denominateur), poser(taux, { formule })], attendus: [{ ou: taux, gravite: 'bloquant' }],
  })),
  { nom: 'un opérande vide', modifs: [vider(numerateur)], attendus: [{ ou: taux, gravite: 'bloquant', message: ['il manque « IP évaluées en moins de trois mois » (G46).'] }] },
  { nom: 'un opérande non déterminé', modifs: [poser(denominateur, 'ND')], attendus: [{ ou: taux, gravite: 'bloquant', message: ['il manque « IP évaluées » (G45).'] }] },
  { nom: 'opérande illisible : IND-03', modifs: [poser(numerateur, 'presque toutes')], attendus: [] },
  { nom: 'un opérande illisible, l’autre vide : le vide se dit', modifs: [poser(numerateur, 'presque toutes'), vider(denominateur)], attendus: [{ ou: taux, gravite: 'bloquant', message: ['il manque « IP évaluées » (G45).'] }] },
  { nom: 'opérande en erreur : FOR-04', modifs: [poser(numerateur, { formule: '=1/0' })], attendus: [] },
  { nom: 'opérande non calculable', modifs: [poser(numerateur, { formule: '=[1]Feuil1!A1' })], attendus: [], nonVerifies: [/G46/] },
  { nom: 'dénominateur nul : la cible est saisie', modifs: [poser(numerateur, 0), poser(denominateur, 0)], attendus: [] },
  { nom: 'taux saisi seul : une cible', modifs: [vider(numerateur), vider(denominateur), poser(taux, 0.9)], attendus: [] },
  { nom: 'taux saisi impossible : IND-03', modifs: [vider(numerateur), vider(denominateur), poser(taux, 1.9)], attendus: [] },
  { nom: 'taux noté ND', modifs: [vider(numerateur), vider(denominateur), poser(taux, 'ND')], attendus: [{ ou: taux, gravite: 'bloquant', message: ['est notée non déterminée'], trouve: 'ND' }] },
  { nom: 'taux vide mais opérandes renseignés : FOR-06', modifs: [vider(taux)], attendus: [] },
  { nom: 'numérateur SNDS : l’autre source admise', modifs: [vider(valeur('o1-entretiens-cd', 'cible 2022'))], attendus: [{ ou: valeur('o1-taux', 'cible 2022'), gravite: 'bloquant', message: ['entretiens du 4e mois (DREES / CD)'] }] },
  { nom: 'numérateur SNDS, taux qui s’en sert', modifs: [vider(valeur('o1-entretiens-cd', 'cible 2022')), poser(valeur('o1-taux', 'cible 2022'), { formule: '={o1-entretiens-snds}/{o1-naissances}' })], attendus: [] },
  { nom: `sans cible obligatoire : ${facultatives.join(', ')}`, modifs: facultatives.filter((code) => !['o14-enfants', 'o18-places', 'o21-places', 'o2-bilans-medecin', 'o2-bilans-protocole'].includes(code)).flatMap((code) => MOMENTS.map((moment) => vider(valeur(code, moment)))), attendus: [] },
  { nom: 'objectif 18 retenu : pas de cible exigée', modifs: [poser(auPlan(18, 'etat'), 5000)], attendus: [] },
  { nom: 'objectif 14 non retenu', modifs: [], attendus: [] },
  { nom: 'objectif 14 retenu par une action', modifs: [poser(auPlan(14, 'actions 2'), 'Relais parental')], attendus: MOMENTS.map((moment) => ({ ou: valeur('o14-enfants', moment), gravite: moment === 'cible 2022' ? 'bloquant' as const : 'alerte' as const })) },
  { nom: 'période 2021-2023 : l’horizon est la dernière année', modifs: [decalerAnnees(1), vider(parrainage), vider(valeur('o23-enfants', 'cible 2021'))], attendus: [{ ou: valeur('o23-enfants', 'cible 2021'), gravite: 'alerte', annee: 2022 }, { ou: parrainage, gravite: 'bloquant', annee: 2023, message: ['la cible 2023'] }] },
  { nom: 'ligne d’un opérande absente : STR-03', modifs: [sansIndicateur('o6-evaluees')], attendus: [] },
  { nom: 'ligne du taux absente : STR-03', modifs: [sansIndicateur('o6-taux')], attendus: [] },
  { nom: 'colonne 2022 absente', modifs: [sansMoments('cible 2022')], attendus: [], nonVerifies: [/la colonne des cibles 2022/] },
  { nom: 'colonnes de cibles absentes', modifs: [sansMoments(...MOMENTS)], attendus: [], nonVerifies: [/les colonnes de cibles/] },
  { nom: 'tableau absent', modifs: [sansFeuille('tableau')], attendus: [], statut: 'non_verifiable', nonVerifies: [/tableau de bord/] },
]);
