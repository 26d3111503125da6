import { analyser } from '../../src/moteur/analyser';
import { reunir } from '../../src/moteur/reunir';
import { creerServiceValeurs } from '../../src/formules/valeurs';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { fabriquerClasseur, type FeuilleFabriquee, type NomFabrique } from '../classeurs/fabrique';
import { exemple } from '../classeurs/lecture-comparable';

const lire = (nom: string, feuilles: readonly FeuilleFabriquee[], noms: readonly NomFabrique[] = []) => lireClasseur(fabriquerClasseur(feuilles, { noms }), { nom });

/** Valeurs d'A1 à A9 de la feuille « Calcul » du second fichier, après réunion. */
function calculs(feuilles: readonly FeuilleFabriquee[], noms: readonly NomFabrique[] = []) {
  const premier = lire('un.xlsx', [{ nom: 'PARAMETRES', cellules: { B2: 1 } }, { nom: "Plan d'action", cellules: { B2: 10 } }], [{ nom: 'part', formule: 'PARAMETRES!$B$2' }]);
  const reuni = reunir(premier, lire('deux.xlsx', feuilles, noms));
  const service = creerServiceValeurs(reuni);
  const feuille = reuni.feuilles.find(({ nom, id }) => nom.startsWith('Calcul') && id.startsWith('2:'))!;
  return [...feuille.cellules.values()].filter(({ formule }) => formule !== null).map(({ ligne, colonne }) => service.valeur(feuille.id, ligne, colonne).valeur);
}

describe('deux fichiers qui nomment pareil leurs feuilles', () => {
  test.each([
    ['feuille simple', '=Parametres!B2*2', 10],
    ['casse différente', '=PARAMETRES!B2', 5],
    ['nom à apostrophe', "='Plan d''action'!B2+1", 51],
    ['plage', '=SUM(Parametres!B1:B3)', 5],
    ['texte qui n’est pas une référence', '="Parametres!B2"', 'Parametres!B2'],
  ])('%s : la formule lit sa propre feuille', (_, formule, attendu) => {
    expect(calculs([{ nom: 'Parametres', cellules: { B2: 5 } }, { nom: "Plan d'action", cellules: { B2: 50 } }, { nom: 'Calcul', cellules: { A1: { formule } } }])).toEqual([attendu]);
  });

  test('noms de feuilles distincts, même quand le suffixe est déjà pris', () => {
    const reuni = reunir(lire('a.xlsx', [{ nom: 'Plan' }]), lire('b.xlsx', [{ nom: 'plan' }, { nom: 'plan (b.xlsx)' }]));
    expect(new Set(reuni.feuilles.map(({ nom }) => nom.toLowerCase())).size).toBe(3);
    expect(new Set(reuni.feuilles.map(({ id }) => id)).size).toBe(3);
  });
});

test('un nom défini des deux côtés garde à chacun le sien', () => {
  const moitie = (fichier: string, feuille: string, valeur: number, nom: string) => lire(fichier, [{ nom: feuille, cellules: { A1: { formule: '=part+1' }, B2: valeur } }], [{ nom, formule: `${feuille}!$B$2` }]);
  const reuni = reunir(moitie('a.xlsx', 'Un', 1, 'part'), moitie('b.xlsx', 'Deux', 7, 'Part'));
  const service = creerServiceValeurs(reuni);
  expect(reuni.feuilles.map(({ id }) => service.valeur(id, 1, 1).valeur)).toEqual([2, 8]);
});

test('un classeur réuni à un fichier étranger garde verdict et constats', () => {
  const seul = analyser(exemple('87-haute-vienne-anomalies.xlsx')).rapport;
  const reuni = analyser(reunir(exemple('87-haute-vienne-anomalies.xlsx'), lire('notes.xlsx', [{ nom: 'Tableau de bord', cellules: { A1: 'rien' } }]))).rapport;
  expect([reuni.verdict, reuni.compte]).toEqual([seul.verdict, seul.compte]);
});
