/** Lignes du tableau de bord : libellés ambigus, doubles, déplacés, supprimés, locaux. */
import type { TableauDeBord } from '../../src/classeur/dossier';
import type { Instantane } from '../../src/classeur/instantane';
import { lireDossier } from '../../src/classeur/lire-dossier';
import { indicateurDe, indicateursDe, type CodeIndicateur } from '../../src/referentiel/indicateurs';
import type { NumeroObjectif } from '../../src/referentiel/objectifs';
import { ecarts } from '../classeurs/ecarts';
import { exemple } from '../classeurs/lecture-comparable';
import { defusionner, deplacer, ecrire, inserer, supprimer } from '../classeurs/mutations';
import { enchainer, situer, type Retouche } from '../classeurs/mutations-cdppe';

const CONFORME = exemple('87-haute-vienne-conforme.xlsx');
const NOM = 'Tableau de bord';
const intact = situer(CONFORME).tableau;
const lire = (instantane: Instantane): TableauDeBord => lireDossier(instantane).tableau!;
const ligneDe = (code: CodeIndicateur) => intact.indicateurs.get(code)!.ligne;
const officiel = (code: CodeIndicateur) => indicateurDe(code).libelle;
const renommer = (code: CodeIndicateur, valeur: string): Retouche => (instantane) => ecrire(instantane, NOM, [{ ligne: ligneDe(code), colonne: 3, valeur }]);
/** Les mêmes libellés, chaque ligne portant le sien. */
const repetee = defusionner(defusionner(CONFORME, NOM, { repeter: true, garder: ({ colonne }) => colonne > 2 }), NOM);
const manquants = (instantane: Instantane) => [...intact.indicateurs.keys()].filter((code) => !lire(instantane).indicateurs.has(code));

describe('libellés qui conviennent à plusieurs indicateurs : un constat, pas un pari', () => {
  const ambigus: readonly (readonly [string, readonly (readonly [CodeIndicateur, string])[], readonly CodeIndicateur[]])[] = [
    ['sans source', [['o1-entretiens-cd', "Nombre d'entretiens du 4e mois"], ['o1-entretiens-snds', "Nombre d'entretiens du 4e mois réalisés"]], ['o1-entretiens-cd', 'o1-entretiens-snds']],
    ['VAD prénatales, sans source', [['o3-vad-pre-cd', 'VAD prénatales'], ['o3-vad-pre-snds', 'Nombre de VAD prénatales']], ['o3-vad-pre-cd', 'o3-vad-pre-snds']],
    ['visites et enfants visités', [['o4-vad', 'Nb VAD enfants'], ['o4-enfants-vad', 'VAD enfants']], ['o4-vad', 'o4-enfants-vad']],
    ['ni nombre ni taux', [['o6-evaluees-3-mois', 'IP évaluées sous 3 mois'], ['o6-taux', 'Evaluation des IP en 3 mois']], ['o6-evaluees-3-mois', 'o6-taux']],
  ];
  test.each(ambigus)('%s', (_, libelles, attendus) => {
    const retouche = enchainer(...libelles.map(([code, texte]) => renommer(code, texte)))(CONFORME);
    expect(manquants(retouche)).toEqual(attendus);
    expect(lire(retouche).anomalies.map(({ nature, ligne }) => [nature, ligne])).toEqual(expect.arrayContaining([['indicateur_ambigu', ligneDe(libelles[0]![0])]]));
    expect(Object.keys(ecarts(CONFORME, retouche).apparus)).toContain('STR-03 bloquant');
  });

  test('l’élimination lève le doute : un seul des deux sans source', () => {
    const retouche = renommer('o1-entretiens-snds', "Nombre d'entretiens du 4e mois")(CONFORME);
    expect(ecarts(CONFORME, retouche)).toMatchObject({ valeurs: [], apparus: { 'STR-05 info': 1 } });
  });
});

test('l’élimination n’attribue pas un libellé qui dit autre chose', () => {
  const retouche = renommer('o1-entretiens-snds', "Nombre d'entretiens du 4e mois réalisés par la PMI et partenaires")(CONFORME);
  expect(manquants(retouche)).toEqual(['o1-entretiens-snds']);
  expect(lire(retouche).anomalies).toMatchObject([{ nature: 'indicateur_ambigu', candidats: [officiel('o1-entretiens-snds')] }]);
});

describe('libellés qui comptent autre chose : jamais pris pour l’officiel', () => {
  test.each([
    ['o4-enfants', "Nombre d'enfants de 0 à 3 ans (source INSEE)"],
    ['o2-taux', "Part des enfants de 5-6 ans ayant bénéficié d'un bilan de santé à l'école maternelle réalisé par la PMI"],
    ['o6-evaluees-3-mois', "Nombre d'IP évaluées en plus de 3 mois"],
    ['o6-evaluees-3-mois', "Nombre d'IP évaluées > 3 mois"],
    ['o6-evaluees', "Nombre d'IP non évaluées"],
    ['o6-taux', "Délai moyen d'évaluation des IP"],
    ['o3-vad-pre-cd', 'Nombre de VAD pré et post-natales réalisées par des sages-femmes de PMI (source DREES / CD)'],
    ['o1-entretiens-cd', "Nombre d'entretiens du 4e mois réalisés par des sages-femmes libérales (source DREES / CD)"],
    ['o22-accompagnes', 'Nombre de mineurs de retour à domicile sans accompagnement'],
    ['o22-retours', 'Part des mineurs de retour à domicile'],
    ['o2-bilans-medecin', 'Part des bilans réalisés par un médecin de PMI'],
    ['o18-places', "Nombre de places d'accueil en fratries"],
    ['o5-examens-cd', "Coût des examens cliniques réalisés par des médecins de PMI"],
    ['o9-enfants', "Nombre d'enfants en situation de handicap"],
  ] as const)('%s ≠ « %s »', (code, texte) => {
    const retouche = renommer(code, texte)(CONFORME);
    expect(manquants(retouche)).toEqual([code]);
    expect([...lire(retouche).indicateurs.values()].some(({ ligne }) => ligne === ligneDe(code))).toBe(false);
  });

  test.each([
    ['ajouté sous les IP', 'o6-taux', 'Indicateur local : nombre de réunions partenariales'],
    ['proche d’un officiel', 'o3-taux-post', "Nombre de femmes ayant bénéficié d'au moins trois VAD réalisées par une sage-femme libérale"],
    ['détail', 'o5-taux', '- dont enfants de moins de 2 ans'],
    ['délai local', 'delai-aemo', "- AED (délai entre la décision et la première intervention)"],
  ] as const)('une ligne locale ne prend la place de rien : %s', (_, apres, texte) => {
    const ligne = ligneDe(apres) + 1;
    const retouche = ecrire(inserer(CONFORME, NOM, 'ligne', ligne), NOM, [{ ligne, colonne: 3, valeur: texte }, { ligne, colonne: 4, valeur: 4 }]);
    expect(ecarts(CONFORME, retouche)).toMatchObject({ valeurs: [], apparus: {}, disparus: {} });
    expect(lire(retouche).anomalies).toEqual([]);
  });
});

describe('naissances et enfants de 0 à 6 ans, en double libellé', () => {
  test.each([
    ['le libellé de l’objectif 1 sous l’objectif 3', 'o3-naissances', officiel('o1-naissances')],
    ['le libellé de l’objectif 3 sous l’objectif 1', 'o1-naissances', officiel('o3-naissances')],
  ] as const)('%s', (_, code, texte) => {
    expect(ecarts(CONFORME, renommer(code, texte)(CONFORME))).toMatchObject({ valeurs: [], apparus: { 'STR-05 info': 1 } });
  });

  test('une des deux lignes supprimée : l’autre garde la sienne', () => {
    for (const code of ['o4-enfants', 'o5-enfants', 'o1-naissances', 'o3-naissances'] as const) {
      expect([code, manquants(supprimer(CONFORME, NOM, 'ligne', ligneDe(code)))]).toEqual([code, [code]]);
    }
  });

  test('les deux lignes dans le même bloc : l’une est à sa place, l’autre prend l’objectif resté libre', () => {
    const deplacee = deplacer(repetee, NOM, 'ligne', ligneDe('o5-enfants'), 1, ligneDe('o4-taux'));
    const reetiquetee = ecrire(deplacee, NOM, [{ ligne: ligneDe('o4-taux'), colonne: 2, valeur: intact.objectifs.get(4)!.libelle.texte }]);
    const { anomalies } = lire(reetiquetee);
    expect(manquants(reetiquetee)).toEqual(['o5-enfants']);
    expect(anomalies).toMatchObject([{ nature: 'doublon_indicateur', indicateur: 'o4-enfants' }]);
  });

  test('sans colonne Objectif, les voisins disent à qui est chaque ligne', () => {
    const sans = supprimer(CONFORME, NOM, 'colonne', 2);
    const { indicateurs, colonnes } = lire(sans);
    expect(colonnes.objectif).toBeNull();
    expect([...indicateurs].map(([code, { ligne }]) => [code, ligne]).sort()).toEqual([...intact.indicateurs].map(([code, { ligne }]) => [code, ligne]).sort());
  });
});

describe('lignes déplacées, doublées, supprimées', () => {
  const versAutreBloc = (code: CodeIndicateur, numero: NumeroObjectif): Instantane => {
    const devant = intact.objectifs.get(numero)!.lignes[1]!;
    return defusionner(deplacer(defusionner(CONFORME, NOM), NOM, 'ligne', ligneDe(code), 1, devant), NOM);
  };
  test.each([['o4-vad', 2], ['o6-evaluees', 3], ['o3-taux-post', 5], ['o1-entretiens-snds', 6], ['o22-accompagnes', 1]] as const)('%s dans le bloc de l’objectif %i : lu quand même', (code, numero) => {
    const retouche = versAutreBloc(code, numero);
    expect([manquants(retouche), lire(retouche).anomalies]).toEqual([[], []]);
    expect(ecarts(CONFORME, retouche).valeurs).toEqual([]);
  });

  test('un libellé déplacé et retouché : lu s’il est presque entier, sinon manquant', () => {
    const entier = ecrire(versAutreBloc('o6-evaluees-3-mois', 2), NOM, [{ ligne: intact.objectifs.get(2)!.lignes[1]!, colonne: 3, valeur: "Nombre d'IP évalués en moins de trois mois" }]);
    const abrege = ecrire(versAutreBloc('o6-evaluees-3-mois', 2), NOM, [{ ligne: intact.objectifs.get(2)!.lignes[1]!, colonne: 3, valeur: 'Evaluées 3 mois' }]);
    expect([manquants(entier), manquants(abrege)]).toEqual([[], ['o6-evaluees-3-mois']]);
  });

  test('un objectif dont les lignes sont permutées se lit pareil', () => {
    const permutee = deplacer(repetee, NOM, 'ligne', ligneDe('o3-vad-pre-cd'), 3, ligneDe('o3-naissances'));
    expect(ecarts(repetee, permutee)).toMatchObject({ valeurs: [], apparus: {}, disparus: {} });
  });

  test('blocs d’objectifs déplacés', () => {
    const lignes = intact.objectifs.get(6)!.lignes;
    const deplacee = deplacer(repetee, NOM, 'ligne', lignes[0]!, lignes.length, intact.objectifs.get(1)!.lignes[0]!);
    expect(ecarts(repetee, deplacee)).toMatchObject({ valeurs: [], apparus: {}, disparus: {} });
  });

  test('indicateur en double : le premier fait foi, l’autre se dit', () => {
    const ligne = ligneDe('o6-entrantes') + 1;
    for (const texte of [officiel('o6-entrantes'), "Nombre d'IP entrantes (corrigé)", 'IP entrantes']) {
      const retouche = ecrire(inserer(CONFORME, NOM, 'ligne', ligne), NOM, [{ ligne, colonne: 3, valeur: texte }, { ligne, colonne: 4, valeur: 1 }]);
      expect([texte, lire(retouche).anomalies]).toMatchObject([texte, [{ nature: 'doublon_indicateur', indicateur: 'o6-entrantes', ligne }]]);
      expect(ecarts(CONFORME, retouche).valeurs).toEqual([]);
    }
  });

  test.each([1, 6, 22, 26] as const)('objectif %i supprimé : ses seules lignes manquent', (numero) => {
    const { lignes } = intact.objectifs.get(numero)!;
    const retouche = supprimer(CONFORME, NOM, 'ligne', lignes[0]!, lignes.length);
    expect(manquants(retouche)).toEqual(indicateursDe(numero).map(({ code }) => code));
    expect([...intact.objectifs.keys()].filter((autre) => !lire(retouche).objectifs.has(autre))).toEqual([numero]);
    expect(lire(retouche).anomalies).toEqual([]);
  });

  test('chaque indicateur supprimé, un par un, ne manque que lui', () => {
    for (const code of intact.indicateurs.keys()) {
      const retouche = supprimer(CONFORME, NOM, 'ligne', ligneDe(code));
      expect([code, manquants(retouche), lire(retouche).anomalies]).toEqual([code, [code], []]);
    }
  });
});
