import { cleCellule, type Feuille, type Valeur } from '../../src/classeur/instantane';
import { creerServiceValeurs } from '../../src/formules/valeurs';
import { classeurDe, feuilleDe, type Cellules } from './aides';

/** Valeur jugée d'une formule placée en Z99 d'une feuille F. */
function juger(formule: string, cellules: Cellules = {}, plus: Partial<Feuille> = {}, options: Parameters<typeof classeurDe>[1] = {}) {
  return creerServiceValeurs(classeurDe([feuilleDe('F', { ...cellules, Z99: formule }, plus)], options)).valeur('F', 99, 26);
}

/** La même, avec une valeur enregistrée dans le fichier. */
function jugerEnregistree(formule: string, enregistree: Valeur, options: Parameters<typeof classeurDe>[1] = {}) {
  const feuille = feuilleDe('F', { Z99: formule });
  const cle = cleCellule(99, 26);
  const cellules = new Map([[cle, { ...feuille.cellules.get(cle)!, valeur: enregistree }]]);
  return creerServiceValeurs(classeurDe([{ ...feuille, cellules }], options)).valeur('F', 99, 26);
}

const DIV0 = { erreur: '#DIV/0!' };
const VALEUR = { erreur: '#VALUE!' };

describe('provenance des valeurs', () => {
  test('constante, vide, formule recalculée sans valeur enregistrée', () => {
    const service = creerServiceValeurs(classeurDe({ F: { A1: 3, A2: '=A1*2', A3: 'ND', A4: true } }));
    expect(service.valeur('F', 1, 1)).toEqual({ valeur: 3, origine: 'saisie', raison: null });
    expect(service.valeur('F', 2, 1)).toEqual({ valeur: 6, origine: 'recalculee', raison: null });
    expect(service.valeur('F', 3, 1)).toEqual({ valeur: 'ND', origine: 'saisie', raison: null });
    expect(service.valeur('F', 9, 9)).toEqual({ valeur: null, origine: 'saisie', raison: null });
    expect(service.valeur('inconnue', 1, 1)).toEqual({ valeur: null, origine: 'saisie', raison: null });
  });

  test('par fichier, la valeur recalculée l’emporte sur l’enregistrée', () => {
    expect(jugerEnregistree('=1+1', 99)).toEqual({ valeur: 2, origine: 'recalculee', raison: null });
  });

  test('dans Excel, la valeur vivante fait foi', () => {
    expect(jugerEnregistree('=TODAY()', 43861, { calcul: 'vivant' })).toEqual({ valeur: 43861, origine: 'vivante', raison: null });
    expect(jugerEnregistree('=1+1', 99, { calcul: 'vivant' })).toEqual({ valeur: 99, origine: 'vivante', raison: null });
  });

  test.each([
    ['=CUBEVALUE("x")', 'la fonction CUBEVALUE n’est pas reconnue'],
    ['=IFERROR(CUBEVALUE("x"),0)', 'la fonction CUBEVALUE n’est pas reconnue'],
    ['=[1]Feuil1!A1', 'la formule renvoie à un autre classeur'],
    ["='C:\\dossier\\[a.xlsx]F'!A1", 'la formule renvoie à un autre classeur'],
    ['=[1]!nom', 'la formule renvoie à un autre classeur'],
    ['=TODAY()', 'la formule change à chaque calcul (date du jour, tirage au hasard)'],
    ['=OFFSET(A1,1,1)', 'la formule désigne ses cellules par un calcul (DECALER, INDIRECT)'],
    ['="12.5"+1', 'le texte « 12.5 » se lit différemment selon les réglages du poste'],
    ['="2 657"*1', 'le texte « 2 657 » se lit différemment selon les réglages du poste'],
    ['=TEXT(0.175,"0.0%")', 'le format « 0.0% » dépend des réglages du poste'],
    ['=SUM((A1:A2,B1))', 'une union de plages n’est pas évaluée'],
    ['=LET(x,1,x+1)', 'les fonctions LET et LAMBDA ne sont pas évaluées'],
    ['=SUM(Feuil1:Feuil3!A1)', 'une référence à plusieurs feuilles n’est pas évaluée'],
    ['=A1#', 'une plage propagée (#) n’est pas évaluée'],
    ['=ROUND(1)', 'la fonction ROUND n’a pas le nombre d’arguments voulu'],
    ['=VLOOKUP(2,{3,1;1,2},2)', 'une recherche approchée porte sur une liste non triée'],
  ])('%s : à défaut, la valeur enregistrée, non vérifiée', (formule, raison) => {
    expect(jugerEnregistree(formule, 42)).toEqual({ valeur: 42, origine: 'enregistree', raison });
    expect(jugerEnregistree(formule, null)).toEqual({ valeur: null, origine: 'inconnue', raison });
  });

  test('l’obstacle est nommé là où il est', () => {
    const service = creerServiceValeurs(classeurDe({ F: { A1: '=B1+1', B1: '=G!A1' }, G: { A1: '=NOW()' } }));
    expect(service.valeur('F', 1, 1).raison).toBe('elle dépend de « G » A1 : la formule change à chaque calcul (date du jour, tirage au hasard)');
    expect(service.valeur('G', 1, 1).raison).toBe('la formule change à chaque calcul (date du jour, tirage au hasard)');
  });

  test('un obstacle évité ne gêne pas', () => {
    expect(juger('=IF(A1=0,5,NOW())').valeur).toBe(5);
  });

  test('un résultat de formule matricielle n’est pas une saisie', () => {
    const feuille = feuilleDe('F', { A1: '=B1:B3*2', A2: 4, B1: 1, B2: 2, C1: '=A2+1' }, { matrices: [{ ligne: 1, colonne: 1, derniereLigne: 2, derniereColonne: 1 }] });
    const service = creerServiceValeurs(classeurDe([feuille]));
    expect(service.valeur('F', 1, 1)).toMatchObject({ valeur: 2, origine: 'recalculee' });
    expect(service.valeur('F', 2, 1)).toEqual({ valeur: 4, origine: 'enregistree', raison: 'la cellule fait partie d’une formule matricielle' });
    expect(service.valeur('F', 1, 3)).toMatchObject({ origine: 'inconnue' });
  });
});

describe('sémantique d’Excel', () => {
  const CELLULES: Cellules = { A1: 10, A2: 20, A4: '12', A5: 'texte', A6: true, A7: '=""', B1: 1, B2: 2, B3: 3 };

  test.each<[string, unknown]>([
    ['=A3', 0], ['=A3&""', ''], ['=A3=""', true], ['=A3=0', true], ['=A7=0', false], ['=A7+1', VALEUR], ['=A4+1', 13], ['=SUM(A1:A7)', 30], ['=A6+1', 2], ['="12,5"+1', 13.5], ['="12 %"*1', 0.12], ['=" 12 "+0', 12],
    ['="3 314 *"+1', VALEUR], ['=A8/0+A5', DIV0], ['=SUM(A1,"x")', VALEUR], ['=1.5&""', '1,5'], ['=A6&""', 'VRAI'], ['=1E+21&""', '1E+21'], ['=0.1+0.2-0.3', 0], ['=-0&""', '0'],
    ['=F!A1', 10], ["='F'!A1", 10], ['=Absente!A1', { erreur: '#REF!' }], ['=absent+1', { erreur: '#NAME?' }], ['=A1/#REF!', { erreur: '#REF!' }], ['=Absente!#REF!', { erreur: '#REF!' }],
    ['=IFERROR(A1/A3,"vide")', 'vide'], ['=IF(A3,1,)', 0], ['=IF(,1,2)', 2], ['=SUM(B:B)', 6], ['=SUM($1:$1)', 11], ['=SUM(B3:A1)', 36], ['=SUM(B1:B2:B3)', 6], ['=COUNT(B1:INDEX(B:B,2))', 2], ['=A1:B2 B2:C3', 2], ['=A1 B1', { erreur: '#NULL!' }],
    ['=XLOOKUP(2,B1:B3,A1:A3)', 20], ['=XLOOKUP(9,B1:B3,A1:A3,"absent")', 'absent'], ['=XLOOKUP(2.5,B1:B3,A1:A3,,-1)', 20], ['=XMATCH(2,B1:B3)', 2], ['=AGGREGATE(9,6,A1:A2)', 30], ['=_xlfn.IFNA(NA(),7)', 7], ['=TEXT(0.175,"0,0%")', '17,5%'], ['=TEXT(-0.004,"0,00")', '0,00'],
  ])('%s', (formule, attendue) => {
    expect(juger(formule, CELLULES)).toEqual({ valeur: attendue, origine: 'recalculee', raison: null });
  });

  test('hors formule matricielle, une plage vaut sa cellule de la même ligne ou colonne', () => {
    const feuille = feuilleDe('F', { A1: 1, A2: 2, A3: 3, C2: '=A1:A3*10', C9: '=A1:A3*10', B2: '=SUM(@A1:A3)' });
    const service = creerServiceValeurs(classeurDe([feuille]));
    expect([service.valeur('F', 2, 3).valeur, service.valeur('F', 9, 3).valeur, service.valeur('F', 2, 2).valeur]).toEqual([20, VALEUR, 2]);
  });

  test('dans une formule matricielle, terme à terme', () => {
    const matrices = [{ ligne: 99, colonne: 26, derniereLigne: 99, derniereColonne: 26 }];
    expect(juger('=SUM(IF(B1:B3>1,B1:B3,0))', CELLULES, { matrices }).valeur).toBe(5);
    expect(juger('=SUM(IFERROR(B1:B3/A1:A3,0))', CELLULES, { matrices }).valeur).toBe(0.2);
  });

  test('SOUS.TOTAL ne recompte pas un SOUS.TOTAL, saute ou refuse les lignes masquées', () => {
    const cellules = { A1: 1, A2: 2, A3: '=SUBTOTAL(9,A1:A2)', A4: 4 };
    expect(juger('=SUBTOTAL(9,A1:A4)', cellules).valeur).toBe(7);
    const lignesMasquees = new Set([2]);
    expect(juger('=SUBTOTAL(109,A1:A2)', cellules, { lignesMasquees }).valeur).toBe(1);
    expect(juger('=SUBTOTAL(9,A1:A2)', cellules, { lignesMasquees }).raison).toBe('un SOUS.TOTAL porte sur des lignes masquées');
  });

  test('noms définis : local d’abord, relatif à la cellule, formule', () => {
    const noms = [{ nom: 'base', feuille: null, formule: 'F!$A$1' }, { nom: 'base', feuille: 'F', formule: 'F!$A$2' }, { nom: 'gauche', feuille: null, formule: 'F!XFD1' }, { nom: 'double', feuille: null, formule: '2*F!$A$1' }];
    expect(juger('=BASE', CELLULES, {}, { noms }).valeur).toBe(20);
    expect(juger('=double', CELLULES, {}, { noms }).valeur).toBe(20);
    expect(juger('=gauche', { ...CELLULES, Y99: 5 }, {}, { noms }).valeur).toBe(5);
  });

  test('tableaux structurés', () => {
    const tableaux = [{ nom: 'T', plage: { ligne: 1, colonne: 1, derniereLigne: 3, derniereColonne: 2 }, lignesEnTete: 1 }];
    const feuille = feuilleDe('F', { A1: 'x', B1: 'y', A2: 1, A3: 2, B2: '=T[[#This Row],[x]]*10', B3: '=[@x]*10', D1: '=SUM(T[y])', D2: '=SUM(T[absente])' }, { tableaux });
    const service = creerServiceValeurs(classeurDe([feuille]));
    expect(service.valeur('F', 2, 2).valeur).toBe(10);
    expect(service.valeur('F', 1, 4).valeur).toBe(30);
    expect(service.valeur('F', 2, 4).valeur).toEqual({ erreur: '#REF!' });
  });

  test('dates : le 29 février 1900 d’Excel, et le système 1904', () => {
    expect(juger('=DATE(1900,2,28)').valeur).toBe(59);
    expect(juger('=DATE(1900,3,1)').valeur).toBe(61);
    expect(juger('=DAY(60)').valeur).toBe(29);
    expect(juger('=DATE(2020,1,1)', {}, {}, { dates1904: true }).valeur).toBe(43831 - 1462);
    expect(juger('=YEAR(42369)', {}, {}, { dates1904: true }).valeur).toBe(2020);
  });
});

describe('chaînes et cycles', () => {
  function chaine(longueur: number, premiere: number | string) {
    const cellules: Record<string, string | number> = { A1: premiere };
    for (let ligne = 2; ligne <= longueur; ligne += 1) cellules[`A${String(ligne)}`] = `=A${String(ligne - 1)}+1`;
    return creerServiceValeurs(classeurDe({ F: cellules }));
  }

  test('une longue chaîne de formules se calcule', () => {
    expect(chaine(5000, 1).valeur('F', 5000, 1).valeur).toBe(5000);
  });

  test.each([1, 2, 49, 50, 51, 500])('un cycle de %i cellules est dit', (longueur) => {
    const service = chaine(longueur, `=A${String(longueur)}`);
    expect(service.valeur('F', longueur, 1)).toMatchObject({ valeur: null, origine: 'inconnue', raison: expect.stringContaining('référence circulaire') as string });
    expect(service.valeur('F', 1, 1).raison).toContain('référence circulaire');
  });

  test('un losange se calcule une fois, sans cycle', () => {
    const cellules: Record<string, string | number> = { A1: 1, B1: 1 };
    for (let ligne = 2; ligne <= 60; ligne += 1) {
      cellules[`A${String(ligne)}`] = `=A${String(ligne - 1)}+B${String(ligne - 1)}`;
      cellules[`B${String(ligne)}`] = `=A${String(ligne - 1)}-B${String(ligne - 1)}+1`;
    }
    expect(creerServiceValeurs(classeurDe({ F: cellules })).valeur('F', 60, 1).origine).toBe('recalculee');
  });
});
