/** Libellés tels qu'on les rencontre : ce qu'on reconnaît, ce qu'on dit ambigu, ce qu'on laisse. */
import { isBandeau, isSousTotal, isTotal, objectifExact, reconnaitreIndicateur, reconnaitreObjectif } from '../../src/classeur/libelles';
import { motsCles } from '../../src/classeur/termes';
import { cleLibelle, normaliser, separerNumero } from '../../src/classeur/texte';
import { indicateurDe, INDICATEURS, type CodeIndicateur } from '../../src/referentiel/indicateurs';
import { OBJECTIFS, type NumeroObjectif } from '../../src/referentiel/objectifs';
import { ABREGES, MEMES, OBJECTIFS_ABREGES } from '../classeurs/libelles-retouches';

/** Indicateur reconnu sous un objectif ; liste des candidats s'il y a doute. */
function lire(objectif: NumeroObjectif | null, texte: string): CodeIndicateur | readonly CodeIndicateur[] | null {
  const resultat = reconnaitreIndicateur(texte, { admis: (code) => indicateurDe(code).objectif === objectif });
  if (resultat.etat === 'trouve') return resultat.candidat.cible.code;
  return resultat.etat === 'ambigu' ? resultat.candidats.map(({ cible }) => cible.code) : null;
}

function lireObjectif(texte: string): NumeroObjectif | 'ambigu' | null {
  const resultat = reconnaitreObjectif(texte, 'plan');
  return resultat.etat === 'trouve' ? resultat.trouve.numero : resultat.etat === 'ambigu' ? 'ambigu' : null;
}

test.each(Object.entries(ABREGES))('%s : « %s »', (code, texte) => {
  expect(lire(indicateurDe(code as CodeIndicateur).objectif, texte)).toBe(code);
});

test.each(Object.entries(OBJECTIFS_ABREGES))('objectif %s : « %s »', (numero, texte) => {
  expect(lireObjectif(texte)).toBe(Number(numero));
});

test.each([
  [1, 'Entretiens du 4e mois – SNDS', 'o1-entretiens-snds'],
  [1, 'Nombre d’EPP réalisés par la PMI (source CD)', 'o1-entretiens-cd'],
  [1, '% EPP', 'o1-taux'],
  [1, "Nombre d'entretiens prénatals précoces", ['o1-entretiens-cd', 'o1-entretiens-snds']],
  [1, "Nombre d'entretiens du 4e mois réalisés par les sages-femmes libérales", null],
  [2, '- dont par un médecin', 'o2-bilans-medecin'],
  [2, 'Part des bilans réalisés par un médecin', null],
  [3, 'VAD prénatales', ['o3-vad-pre-cd', 'o3-vad-pre-snds', 'o3-femmes-pre', 'o3-taux-pre']],
  [3, 'Nombre de VAD pré et post-natales (DREES)', null],
  [3, 'Nombre de VAD prst-natales réalisées par des sages-femmes de PMI (source SNDS)', ['o3-vad-pre-snds', 'o3-vad-post-snds']],
  [4, 'Population 0-6 ans', 'o4-enfants'],
  [4, 'Enfants de moins de 6 ans', 'o4-enfants'],
  [4, 'Enfants 0-3 ans', null],
  [4, 'Nb VAD enfants', ['o4-vad', 'o4-enfants-vad']],
  [5, 'Nombre d’enfants examinés', 'o5-enfants-vus'],
  [6, 'IP entrantes', 'o6-entrantes'],
  [6, "Nombre d'IP entrantes et évaluées", null],
  [5, "Nombre d'enfants examinés et d'examens cliniques (DREES)", null],
  [3, 'Nombre de femmes et de VAD prénatales (DREES)', null],
  [6, "Taux d'IP évaluées dans les 3 mois", 'o6-taux'],
  [6, 'IP évaluées sous 3 mois', ['o6-evaluees-3-mois', 'o6-taux']],
  [6, "Nombre d'IP évaluées > 3 mois", null],
  [6, "Délai moyen d'évaluation des IP", null],
  [12, "Heures d'intervention TISF", 'o12-visites'],
  [18, 'Places en fratrie', null],
  [22, 'Retours à domicile', 'o22-retours'],
  [22, 'Part des retours accompagnés', 'o22-taux'],
  [22, 'Mesure', null],
  [null, 'Délai AEMO', 'delai-aemo'],
  [null, 'Nombre de placements', null],
] as const)('objectif %s, « %s » : %s', (objectif, texte, attendu) => {
  expect(lire(objectif, texte)).toEqual(attendu);
});

test.each([
  ['EPP', 1], ['CRIP', 6], ['Renforcer les CRIP', 6], ['Plan de contrôle', 8], ['Anciens MNA', 25], ["Renforcer l'ODPE (objectif fondamental)", 11], ['Créer 2 relais parentaux à horizon 2023', 14],
  ["Créer 12 places d'accueil en fratrie", 18], ['Objectif 6', 6], ['6. CRIP', 6], ['26. Formation', 26], ['13. Santé publique', 13],
  ['Enfants en situation de handicap', 'ambigu'], ['Soutenir les familles en situation de handicap', 'ambigu'],
  ['Santé publique', null], ['9. Formation', null], ['Formation', null], ["Renforcer la formation des assistants familiaux", null], ['Développer les centres de santé', null], ["Diversifier l'offre d'accueil", null],
  ['Renforcer la PMI', null], ['Soutenir la parentalité', null], ['Augmenter le nombre de visites à domiciles et de consultations infantiles', null], ['12. Renforcer', null],
  ['Note : les montants sont en euros', null], ['TOTAL', null], ['Fiche action n°3', null], ['', null], ['2020', null], ['–', null],
] as const)('objectif « %s » : %s', (texte, attendu) => {
  expect(lireObjectif(texte)).toBe(attendu);
});

describe('mêmes libellés, autrement écrits', () => {
  test.each(Object.entries(MEMES))('%s', (_, retoucher) => {
    for (const { libelle, numero } of OBJECTIFS) expect([libelle, objectifExact(retoucher(libelle))?.numero]).toEqual([libelle, numero]);
    for (const { libelle } of INDICATEURS) expect([libelle, cleLibelle(retoucher(libelle))]).toEqual([libelle, cleLibelle(libelle)]);
  });
});

test.each([
  ['12. Renforcer', 12, 'Renforcer'], ['Objectif n° 12 : Renforcer', 12, 'Renforcer'], ['Obj. 3 – Doubler', 3, 'Doubler'], ['(7) Systématiser', 7, 'Systématiser'], ['O11 – Renforcer', 11, 'Renforcer'],
  ['Objectif fondamental n°2 : Faire', 2, 'Faire'], ['Objectif facultatif 14 - Créer', 14, 'Créer'], ['• 5) Permettre', 5, 'Permettre'], ['1.2.3 Renforcer', null, 'Renforcer'], ['2.1. Développer', null, 'Développer'],
  ['Objectif : Renforcer', null, 'Renforcer'], ['Renforcer', null, 'Renforcer'], ['20 nouveaux relais', 20, 'nouveaux relais'], ['6', 6, ''],
] as const)('numéro en tête de « %s »', (texte, numero, reste) => {
  expect(separerNumero(texte)).toEqual({ numero, reste });
});

test.each([
  ['L’EPP, dès 2020', 'l epp des 2020'], ['Œuvre  n° 3', 'oeuvre n 3'], ['pluridisci\u00adplinaire', 'pluridisciplinaire'], ['4ᵉ mois', '4e mois'], ['ÉTAT\u202f/\u00a0CD', 'etat cd'], ['20 %', '20 %'],
])('normaliser « %s »', (texte, attendu) => {
  expect(normaliser(texte)).toBe(attendu);
});

test('fautes, flexions et synonymes se réduisent aux mêmes mots', () => {
  const attendus = motsCles('Nombre de VAD prénatales réalisées par des sages-femmes');
  for (const texte of ['Nbre de visites à domicile pré-natales réalisées par une sage-femme', 'Nb VAD prénatale réalisée par des ages-femmes', 'Nombre de VAD pré natales réalsiées par des sagefemmes']) {
    expect([texte, [...motsCles(texte)].sort()]).toEqual([texte, [...attendus].sort()]);
  }
});

test.each([
  ['TOTAL', true, false], ['Total général', true, false], ['Totaux', true, false], ['Montant total', true, false], ["Total pour l'objectif", false, false],
  ['Sous-total engagement 1', false, true], ['S/Total', false, true], ['TOTAL Engagement 2', false, true], ['Total de la mesure', false, true], ['Totalement', false, false],
])('« %s » : total %s, sous-total %s', (texte, total, sousTotal) => {
  expect([isTotal(texte), isSousTotal(texte)]).toEqual([total, sousTotal]);
});

test.each([['ENGAGEMENT N°1 – Agir', true], ['Engagement 4 : Préparer leur avenir', true], ['Conditions pour y parvenir :', true], ['Engaegment 2 : Sécuirser les parcours', true], ['Axe 1 – Agir le plus précocement possible pour répondre aux besoins des enfants et de leurs familles', true], ['Condition pour y parvenir', true], ['Renforcer la formation des professionnels', false], ['Engagement des partenaires', false], ['Engager la démarche', false]])('bandeau « %s » : %s', (texte, attendu) => {
  expect(isBandeau(texte)).toBe(attendu);
});
