import { cleCellule } from '../../src/classeur/instantane';
import { creerServiceValeurs } from '../../src/formules/valeurs';
import { classeurDe, feuilleDe, type Cellules } from './aides';

function calculer(formule: string, cellules: Cellules = {}) {
  return creerServiceValeurs(classeurDe({ F: { ...cellules, Z99: formule } })).valeur('F', 99, 26);
}

describe('service de valeurs : bases', () => {
  test.each([
    ['=1+2*3', 7], ['=-2^2', 4], ['=2^-1', 0.5], ['=10%', 0.1], ['="a"&1.5', 'a1,5'], ['=1=1', true],
    ['="12"+1', 13], ['="12,5"+1', 13.5], ['=1/0', { erreur: '#DIV/0!' }], ['="a"+1', { erreur: '#VALUE!' }],
    ['=IF(A1=0,"",1/A1)', ''], ['=IFERROR(1/A1,0)', 0], ['=SUM(A1:B3)', 6], ['=A1', 0], ['=ROUND(2.675,2)', 2.68],
    ['=B1/B2', 0.5], ['=SUM(B:B)', 6], ['=F!B1+1', 2], ['=Absente!B1', { erreur: '#REF!' }], ['=Inconnu+1', { erreur: '#NAME?' }],
    ['=SUMPRODUCT((B1:B3>1)*B1:B3)', 5], ['=0.1+0.2=0.3', true], ['=1-0.9-0.1', 0],
  ])('%s', (formule, attendu) => {
    expect(calculer(formule, { B1: 1, B2: 2, B3: 3, A3: 'x' })).toEqual({ valeur: attendu, origine: 'recalculee', raison: null });
  });

  test('une longue chaîne de formules se calcule', () => {
    const cellules: Record<string, string | number> = { A1: 1 };
    for (let ligne = 2; ligne <= 3000; ligne += 1) cellules[`A${String(ligne)}`] = `=A${String(ligne - 1)}+1`;
    expect(creerServiceValeurs(classeurDe({ F: cellules })).valeur('F', 3000, 1).valeur).toBe(3000);
  });

  test('une référence circulaire, même longue, est dite', () => {
    const cellules: Record<string, string | number> = { A1: '=A500' };
    for (let ligne = 2; ligne <= 500; ligne += 1) cellules[`A${String(ligne)}`] = `=A${String(ligne - 1)}+1`;
    const { origine, raison } = creerServiceValeurs(classeurDe({ F: cellules })).valeur('F', 500, 1);
    expect(origine).toBe('inconnue');
    expect(raison).toContain('circulaire');
  });

  test.each([
    ['=CUBEVALUE("x")', 'la fonction CUBEVALUE n’est pas reconnue'],
    ['=IFERROR(CUBEVALUE("x"),0)', 'la fonction CUBEVALUE n’est pas reconnue'],
    ['=[1]Feuil1!A1', 'la formule renvoie à un autre classeur'],
    ["='C:\\dossier\\[a.xlsx]F'!A1", 'la formule renvoie à un autre classeur'],
    ['=TODAY()', 'la formule change à chaque calcul (date du jour, tirage au hasard)'],
    ['="12.5"+1', 'le texte « 12.5 » se lit différemment selon les réglages du poste'],
  ])('%s : valeur enregistrée montrée, non vérifiée', (formule, raison) => {
    const feuille = feuilleDe('F', { Z99: formule });
    const cellule = feuille.cellules.get(cleCellule(99, 26))!;
    const cellules = new Map([[cleCellule(99, 26), { ...cellule, valeur: 42 }]]);
    const service = creerServiceValeurs(classeurDe([{ ...feuille, cellules }]));
    expect(service.valeur('F', 99, 26)).toEqual({ valeur: 42, origine: 'enregistree', raison });
  });
});
