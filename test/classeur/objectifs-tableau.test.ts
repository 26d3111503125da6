/** Objectifs du tableau de bord : libellés proches, récrits, numérotés, perdus ; notes et mentions. */
import type { TableauDeBord } from '../../src/classeur/dossier';
import type { Instantane } from '../../src/classeur/instantane';
import { lireDossier } from '../../src/classeur/lire-dossier';
import type { CodeIndicateur } from '../../src/referentiel/indicateurs';
import type { NumeroObjectif } from '../../src/referentiel/objectifs';
import { ecarts } from '../classeurs/ecarts';
import { exemple } from '../classeurs/lecture-comparable';
import { defusionner, ecrire, fusionner, supprimer } from '../classeurs/mutations';
import { situer, type Retouche } from '../classeurs/mutations-cdppe';

const CONFORME = exemple('87-haute-vienne-conforme.xlsx');
const NOM = 'Tableau de bord';
const intact = situer(CONFORME).tableau;
const lire = (instantane: Instantane): TableauDeBord => lireDossier(instantane).tableau!;
const ligneDe = (code: CodeIndicateur) => intact.indicateurs.get(code)!.ligne;
const renommerObjectif = (numero: NumeroObjectif, valeur: string): Retouche => (instantane) => ecrire(instantane, NOM, [{ ligne: intact.objectifs.get(numero)!.libelle.ligne, colonne: 2, valeur }]);
const manquants = (instantane: Instantane) => [...intact.indicateurs.keys()].filter((code) => !lire(instantane).indicateurs.has(code));

describe('objectifs', () => {
  test.each([
    [15, 'Soutenir les parents porteurs d’un handicap'],
    [16, "Soutenir les parents d'enfant handicapé en situation de handicap"],
  ] as const)('15 et 16 ne se confondent pas : « %s »', (numero, texte) => {
    const { objectifs } = lire(renommerObjectif(numero, texte)(CONFORME));
    const autre = numero === 15 ? 16 : 15;
    expect(objectifs.get(autre)!.lignes).toEqual(intact.objectifs.get(autre)!.lignes);
    expect([undefined, intact.objectifs.get(numero)!.libelle.ligne]).toContain(objectifs.get(numero)?.libelle.ligne);
  });

  test('15 écrit deux fois : 16 manque, et le doublon se dit', () => {
    const retouche = renommerObjectif(16, 'Soutenir les parents en situation de handicap')(CONFORME);
    expect(lire(retouche).objectifs.has(16)).toBe(false);
  });

  test('un libellé d’objectif méconnaissable se déduit de ses indicateurs, et se dit', () => {
    const { apparus, valeurs } = ecarts(CONFORME, renommerObjectif(5, 'Axe PMI n° 3 : mieux voir les petits')(CONFORME));
    expect({ apparus, valeurs }).toEqual({ valeurs: [], apparus: { 'STR-05 info': 1 } });
  });

  test('tous les libellés d’objectifs récrits, indicateurs intacts', () => {
    const retouche = [...intact.objectifs.keys()].reduce((instantane, numero) => renommerObjectif(numero, `Axe local ${String(numero * 7)}`)(instantane), CONFORME);
    const { indicateurs, objectifs } = lire(retouche);
    expect([indicateurs.size, [...objectifs.keys()].sort((a, b) => a - b)]).toEqual([43, [1, 2, 3, 4, 5, 6, 12, 22]]);
  });

  test('un numéro seul vaut libellé s’il s’accorde avec la mesure', () => {
    expect(lire(renommerObjectif(6, '6')(CONFORME)).objectifs.get(6)!.libelle.exact).toBe(false);
    expect(lire(renommerObjectif(11, 'Objectif 25')(CONFORME)).objectifs.get(25)!.lignes).toEqual(intact.objectifs.get(25)!.lignes);
  });

  test('la mention de cible nationale, seule sur sa ligne, n’est pas un objectif', () => {
    const ligne = intact.objectifs.get(2)!.libelle.ligne;
    const [libelle, mention] = intact.objectifs.get(2)!.libelle.texte.split('\n');
    for (const suite of [mention!, '(objectif fondamental)', '–', 'Cible nationale : 80 %']) {
      const scinde = ecrire(defusionner(CONFORME, NOM), NOM, [{ ligne, colonne: 2, valeur: libelle! }, { ligne: ligne + 1, colonne: 2, valeur: suite }]);
      expect([suite, lire(scinde).anomalies, lire(scinde).objectifs.get(2)!.lignes.length]).toEqual([suite, [], 5]);
    }
  });

  test('une fusion vide sous les délais n’est pas un objectif', () => {
    const ligne = ligneDe('delai-placements');
    const fusionnee = fusionner(CONFORME, NOM, `B${String(ligne - 1)}:B${String(ligne + 1)}`);
    expect(ecarts(CONFORME, fusionnee)).toMatchObject({ valeurs: [], apparus: {}, disparus: {} });
  });

  test('un bloc fusionné qui a perdu son libellé n’est pas la suite du précédent', () => {
    const sans = supprimer(CONFORME, NOM, 'ligne', ligneDe('o5-examens-cd'));
    expect(lire(sans).objectifs.get(4)!.lignes).toEqual(intact.objectifs.get(4)!.lignes);
    expect(lire(sans).objectifs.get(5)!.lignes).toHaveLength(4);
  });

  test('sans bandeau, les délais de justice ne sont à aucun objectif', () => {
    const sans = supprimer(CONFORME, NOM, 'ligne', ligneDe('delai-placements') - 2);
    expect(lire(sans).objectifs.get(16)!.lignes).toHaveLength(1);
    expect(manquants(sans)).toEqual([]);
  });

  test('notes sous le tableau, fusionnées ou non', () => {
    const fin = intact.derniereLigne;
    const note = ecrire(CONFORME, NOM, [{ ligne: fin + 2, colonne: 1, valeur: '* Données provisoires, source : conseil départemental.' }, { ligne: fin + 3, colonne: 2, valeur: 'Objectif 6 : voir la note méthodologique' }]);
    expect(lire(note)).toMatchObject({ anomalies: [], derniereLigne: fin });
    expect(ecarts(CONFORME, note)).toMatchObject({ valeurs: [], apparus: {} });
  });
});
