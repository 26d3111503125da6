import fc from 'fast-check';
import { FONCTIONS } from '../../src/formules/fonctions/registre';
import { versAnglais, versFrancais } from '../../src/formules/francais';
import { nommer } from '../../src/formules/nommer';
import { NOMS_ANGLAIS, NOMS_FRANCAIS } from '../../src/formules/noms-francais';
import formules from './oracle/formules.json';
import { adresse as a, monter } from './tableau';

describe('traduction pour l’affichage', () => {
  test.each([
    ['=IFERROR(D7/D9,"")', '=SIERREUR(D7/D9;"")'],
    ['=IF(D9=0,"",ROUND(D7/D9,3))', '=SI(D9=0;"";ARRONDI(D7/D9;3))'],
    ['=D7*1.5+.5', '=D7*1,5+,5'],
    ['=1.5E-3', '=1,5E-3'],
    ['=SUM(A1:B2,C3)', '=SOMME(A1:B2;C3)'],
    ['=IF(TRUE,FALSE,#N/A)', '=SI(VRAI;FAUX;#N/A)'],
    ['=TRUE()', '=VRAI()'],
    ['=D7/#REF!', '=D7/#REF!'],
    ['=IF(ISERROR(A1),#VALUE!,#NAME?)', '=SI(ESTERREUR(A1);#VALEUR!;#NOM?)'],
    ['=#NUM!+#NULL!+#DIV/0!', '=#NOMBRE!+#NUL!+#DIV/0!'],
    ['="a,b;1.5"&"d""e,"', '="a,b;1.5"&"d""e,"'],
    ["='Tableau, n° 1.5'!D7", "='Tableau, n° 1.5'!D7"],
    ["='L''année'!A1+1.5", "='L''année'!A1+1,5"],
    ['=Feuil1.2!A1', '=Feuil1.2!A1'],
    ['={1,2.5;3,4}', '={1.2,5;3.4}'],
    ['=SUM({1,2},3)', '=SOMME({1.2};3)'],
    ['=_xlfn.IFNA(A1,0)', '=SI.NON.DISP(A1;0)'],
    ['=_xlfn.STDEV.S(A1:A3)', '=ECARTYPE.STANDARD(A1:A3)'],
    ['=SUMIFS(D:D,C:C,">1.5")', '=SOMME.SI.ENS(D:D;C:C;">1.5")'],
    ['=Suivi[[#This Row],[Taux, %]]', '=Suivi[[#Cette ligne],[Taux, %]]'],
    ['=SUM(Suivi[#Headers])', '=SOMME(Suivi[#En-têtes])'],
    ['=CUBEVALUE("x",1.5)', '=CUBEVALUE("x";1,5)'],
    ['=SUM(1:3)', '=SOMME(1:3)'],
    ['=VRAI_TAUX+TRUE', '=VRAI_TAUX+VRAI'],
    ['=LOG10(A1)', '=LOG10(A1)'],
  ])('%s', (anglaise, francaise) => {
    expect(versFrancais(anglaise)).toBe(francaise);
    expect(versAnglais(francaise)).toBe(anglaise.replace('_xlfn.', ''));
  });

  test('aller-retour de toutes les formules de l’oracle', () => {
    for (const formule of formules.formules) expect(versAnglais(versFrancais(formule))).toBe(formule);
  });

  test('aller-retour de formules quelconques', () => {
    const nom = fc.constantFrom(...NOMS_FRANCAIS.keys());
    const atome = fc.oneof(
      fc.constantFrom('D7', '$D$9', "'Plan d''action'!G7", 'A:A', '3:5', 'TRUE', 'FALSE', '#N/A', '#VALUE!', 'Montant_1'),
      fc.double({ min: 0, max: 1e6, noNaN: true }).map(String).filter((texte) => !texte.includes('e')),
      fc.string({ maxLength: 8 }).map((texte) => `"${texte.replaceAll('"', '""')}"`),
    );
    const { expression } = fc.letrec<{ expression: string }>((lier) => ({
      expression: fc.oneof({ maxDepth: 4 }, atome, fc.tuple(lier('expression'), fc.constantFrom('+', '/', '&', '>='), lier('expression')).map((parties) => parties.join('')),
        fc.tuple(nom, fc.array(lier('expression'), { maxLength: 3 })).map(([fonction, operandes]) => `${fonction}(${operandes.join(',')})`)),
    }));
    fc.assert(fc.property(expression, (texte) => { expect(versAnglais(versFrancais(`=${texte}`))).toBe(`=${texte}`); }), { seed: 20200220, numRuns: 500 });
  });
});

describe('table des noms', () => {
  test('une centaine de fonctions, sans doublon dans un sens ni dans l’autre', () => {
    expect(NOMS_FRANCAIS.size).toBeGreaterThanOrEqual(100);
    expect(NOMS_ANGLAIS.size).toBe(NOMS_FRANCAIS.size);
  });

  test('toute fonction calculée a son nom français', () => {
    expect([...FONCTIONS.keys()].filter((fonction) => !NOMS_FRANCAIS.has(fonction))).toEqual([]);
    expect(FONCTIONS.size).toBeGreaterThanOrEqual(100);
  });
});

describe('noms d’indicateurs à la place des adresses', () => {
  const { tableau } = monter();
  const place = { tableau, colonne: 4 };
  const [cd, naissances] = [a('o1-entretiens-cd'), a('o1-naissances')];

  test.each([
    [`=IF(${naissances}=0,"",${cd}/${naissances})`, 'entretiens du 4e mois (DREES / CD) ÷ naissances domiciliées (objectif 1)'],
    [`=IFERROR(ROUND(${cd}/${naissances},3),0)`, 'entretiens du 4e mois (DREES / CD) ÷ naissances domiciliées (objectif 1)'],
    [`=+${cd}`, 'entretiens du 4e mois (DREES / CD)'],
    [`=(${cd}+1)*${naissances}`, '(entretiens du 4e mois (DREES / CD) + 1) × naissances domiciliées (objectif 1)'],
    [`=${cd}-(1-0.5)`, 'entretiens du 4e mois (DREES / CD) − (1 − 0,5)'],
    [`=${cd.replace('D', 'E')}/2`, 'entretiens du 4e mois (DREES / CD) [cible 2020] ÷ 2'],
    [`=SUM(${cd}:${naissances})`, 'SOMME(D7:D9)'],
    [`=Données!B1/'Tableau de bord'!${naissances}`, '« Données » B1 ÷ naissances domiciliées (objectif 1)'],
    ['=SUM(D:D)/SUM(3:4)', 'SOMME(D:D) ÷ SOMME(3:4)'],
    ['=IF(A1>0,1,2)', 'SI(A1 > 0 ; 1 ; 2)'],
    ['=-D60%', '−D60 %'],
    ['=D7/#REF!', 'entretiens du 4e mois (DREES / CD) ÷ #REF!'],
    ['="x"&TRUE', '« x » & VRAI'],
  ])('%s', (formule, texte) => {
    expect(nommer(formule, place)).toBe(texte);
  });

  test('une formule illisible ne se nomme pas', () => {
    expect(nommer('=SUM(', place)).toBeNull();
  });
});
