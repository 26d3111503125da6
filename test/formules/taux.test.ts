import { identifierTaux } from '../../src/formules/taux';
import type { CodeIndicateur } from '../../src/referentiel/indicateurs';
import { feuilleDe } from './aides';
import { adresse as a, ligneDe, MOMENTS, monter, type OptionsMontage } from './tableau';

const TAUX_IP: CodeIndicateur = 'o6-taux';
const [N, D, X] = [a('o6-evaluees-3-mois'), a('o6-evaluees'), a('o6-entrantes')];
const autreColonne = (adresse: string) => adresse.replace('D', 'E');

function identifier(formule: string, options: OptionsMontage = {}, code: CodeIndicateur = TAUX_IP, rang = 0) {
  const { tableau, service } = monter({ ...options, cellules: { ...options.cellules, [a(code, rang)]: formule } });
  return identifierTaux({ tableau, service, code, moment: MOMENTS[rang]! });
}

describe('taux juste', () => {
  test.each<[string, boolean, boolean, unknown, boolean]>([
    [`=${N}/${D}`, false, false, { erreur: '#DIV/0!' }, false],
    [`=IF(${D}=0,"",${N}/${D})`, true, true, '', false],
    [`=IFERROR(${N}/${D},0)`, true, true, 0, false],
    [`=IF(OR(${N}="",${D}=""),"",${N}/${D})`, false, true, '', false],
    [`=ROUND($${N}/${D},3)`, false, false, { erreur: '#DIV/0!' }, true],
    [`=IF(${D}=0,"n.d.",ROUND(${N}/${D},2))`, true, true, 'n.d.', true],
  ])('%s', (formule, complete, siVides, repli, arrondi) => {
    expect(identifier(formule)).toEqual({ nature: 'juste', numerateur: 'o6-evaluees-3-mois', denominateur: 'o6-evaluees', garde: { complete, siVides, repli }, arrondi });
  });

  test('cent fois le rapport', () => {
    for (const formule of [`=${N}/${D}*100`, `=100*${N}/${D}`, `=ROUND(${N}/${D}*100,1)`, `=IF(${D}=0,"",${N}/(${D}/100))`]) expect(identifier(formule)).toMatchObject({ nature: 'centuple' });
  });

  test('la source du numérateur est dite (DREES / CD ou SNDS)', () => {
    const naissances = a('o1-naissances');
    expect(identifier(`=${a('o1-entretiens-cd')}/${naissances}`, {}, 'o1-taux')).toMatchObject({ nature: 'juste', numerateur: 'o1-entretiens-cd' });
    expect(identifier(`=${a('o1-entretiens-snds')}/${naissances}`, {}, 'o1-taux')).toMatchObject({ nature: 'juste', numerateur: 'o1-entretiens-snds' });
  });

  test('le même dénominateur, saisi pour un autre objectif, est admis (IND-05 en juge la valeur)', () => {
    expect(identifier(`=${a('o3-femmes-pre')}/${a('o1-naissances')}`, {}, 'o3-taux-pre')).toMatchObject({ nature: 'juste', denominateur: 'o1-naissances' });
  });

  test('par une autre feuille, que le tableau recopie ou qui recopie le tableau', () => {
    const autres = [feuilleDe('Données', { B1: 410, B2: 3406, C1: `='Tableau de bord'!${N}`, C2: `='Tableau de bord'!${D}` })];
    expect(identifier('=Données!C1/Données!C2', { autres })).toMatchObject({ nature: 'juste' });
    expect(identifier('=Données!B1/Données!B2', { autres, cellules: { [N]: '=Données!B1', [D]: '=Données!B2' } })).toMatchObject({ nature: 'juste' });
    expect(identifier('=Données!B1/Données!B2', { autres, cellules: { [N]: 410, [D]: 3406 } })).toMatchObject({ nature: 'faux' });
  });

  test('par un nom défini, local ou relatif', () => {
    const nom = (formule: string, feuille: string | null = null) => ({ nom: 'evaluees', feuille, formule });
    expect(identifier(`=${N}/Evaluees`, { noms: [nom(`'Tableau de bord'!$D$${D.slice(1)}`)] })).toMatchObject({ nature: 'juste' });
    expect(identifier(`=${N}/evaluees`, { noms: [nom("'Tableau de bord'!$D$9"), nom(`'Tableau de bord'!$D$${D.slice(1)}`, 'Tableau de bord')] })).toMatchObject({ nature: 'juste' });
    expect(identifier(`=${N}/evaluees`, { noms: [nom(`'Tableau de bord'!A$${D.slice(1)}`)] })).toMatchObject({ nature: 'juste' });
    expect(identifier(`=${N}/evaluees`, { noms: [nom("'Tableau de bord'!$D$9")] })).toMatchObject({ nature: 'faux', cause: 'mauvais_denominateur' });
  });

  test('une recherche par libellé', () => {
    const plage = (colonne: string) => `${colonne}$${String(ligneDe('o6-entrantes'))}:${colonne}$${String(ligneDe('o6-evaluees-3-mois'))}`;
    const chercher = (libelle: string) => `INDEX(${plage('D')},MATCH("${libelle}",${plage('$C')},0))`;
    expect(identifier(`=IFERROR(${chercher("*moins de 3 mois")}/${chercher("Nombre d'IP évaluées")},"")`)).toMatchObject({ nature: 'juste', garde: { complete: true } });
    expect(identifier(`=${chercher("*moins de 3 mois")}/${chercher('*entrantes')}`)).toMatchObject({ cause: 'mauvais_denominateur' });
  });

  test('une référence structurée', () => {
    const tableaux = [{ nom: 'Suivi', plage: { ligne: 5, colonne: 3, derniereLigne: 49, derniereColonne: 10 }, lignesEnTete: 1 }];
    const options = { feuille: { tableaux }, cellules: { C5: 'Indicateur', D5: '2019' } };
    expect(identifier(`=INDEX(Suivi[2019],${String(ligneDe('o6-evaluees-3-mois') - 5)})/${D}`, options)).toMatchObject({ nature: 'juste' });
  });
});

describe('taux faux : ce que la formule calcule, en français', () => {
  test.each([
    [`=${N}/${X}`, 'mauvais_denominateur', 'divise par les IP entrantes au lieu des IP évaluées'],
    [`=${N}*1.07`, 'un_operande', 'multiplie les IP évaluées en moins de trois mois par un nombre écrit dans la formule (1,07) au lieu de diviser par les IP évaluées'],
    [`=IF(${D}=0,"",${N}/${X})`, 'mauvais_denominateur', 'divise par les IP entrantes au lieu des IP évaluées'],
    [`=${X}/${D}`, 'mauvais_numerateur', 'prend au numérateur les IP entrantes au lieu des IP évaluées en moins de trois mois'],
    [`=${D}/${N}`, 'inversion', 'est inversé : divise les IP évaluées par les IP évaluées en moins de trois mois'],
    [`=${N}/${autreColonne(D)}`, 'mauvaise_colonne', 'divise par les IP évaluées de la cible 2020 au lieu de prendre le diagnostic 2019'],
    [`=${autreColonne(N)}/${autreColonne(D)}`, 'mauvaise_colonne', 'calcule le taux de la cible 2020 au lieu de celui du diagnostic 2019'],
    [`=(${N}+${X})/${D}`, 'ligne_en_trop', 'prend au numérateur la somme des IP évaluées en moins de trois mois et des IP entrantes au lieu des IP évaluées en moins de trois mois'],
    [`=${N}+${D}`, 'somme', 'additionne les IP évaluées en moins de trois mois et les IP évaluées au lieu de diviser'],
    [`=${N}`, 'un_operande', 'recopie les IP évaluées en moins de trois mois sans diviser par les IP évaluées'],
    [`=${N}/3406`, 'un_operande', 'divise les IP évaluées en moins de trois mois par un nombre écrit dans la formule (3 406) au lieu des IP évaluées'],
    [`=${autreColonne(a(TAUX_IP))}`, 'recopie_taux', 'recopie le taux d’IP évaluées sous trois mois de la cible 2020 au lieu de calculer le taux'],
    [`=${N}*${D}`, 'produit', 'multiplie les IP évaluées en moins de trois mois par les IP évaluées au lieu de diviser'],
    [`=${N}/${D}/100`, 'facteur', 'multiplie le rapport par 0,01'],
    [`=${N}/${D}*1.001`, 'facteur', 'multiplie le rapport par 1,001'],
    [`=${N}/${D}+0.00001`, 'facteur', 'ajoute 0,00001 au rapport'],
    [`=${N}/${D}+0.1`, 'facteur', 'ajoute 0,1 au rapport'],
    [`=${N}/#REF!`, 'erreur', 'affiche #REF!'],
    [`=IFERROR(${N}/#REF!,0)`, 'constante_calculee', 'rend toujours 0 : une référence perdue (#REF!) y est masquée'],
    [`=ROUND(${N}/${D},1)`, 'arrondi', 'arrondit le taux de plus d’un point'],
    [`=TEXT(${N}/${D},"0%")`, 'texte', 'rend un texte au lieu d’un nombre'],
    [`=IF(${D}=0,${N}/${D},"")`, 'condition', 'reste vide même quand ses opérandes sont renseignés'],
    [`=${a(TAUX_IP)}`, 'circulaire', 'se renvoie à elle-même (référence circulaire)'],
    [`=${N}/D61`, 'erreur', 'affiche #DIV/0! : calcule « IP évaluées en moins de trois mois ÷ D61 »'],
    [`=${N}/J5`, 'mauvais_denominateur', 'divise par la cellule J5 au lieu des IP évaluées'],
    [`=${N}/MAX(${X},${D})`, 'condition', 'ne divise les IP évaluées en moins de trois mois par les IP évaluées que dans certains cas'],
    [`=${N}/MIN(${X},${D})`, 'condition', 'ne divise les IP évaluées en moins de trois mois par les IP évaluées que dans certains cas'],
    [`=SQRT(${N})`, 'autre', 'calcule « RACINE(IP évaluées en moins de trois mois) »'],
  ])('%s', (formule, cause, description) => {
    expect(identifier(formule)).toEqual({ nature: 'faux', cause, description });
  });

  test('les noms qui se répètent portent leur objectif', () => {
    expect(identifier(`=${a('o2-bilans')}/${a('o3-naissances')}`, {}, 'o2-taux')).toMatchObject({ description: 'divise par les naissances domiciliées (objectif 3) au lieu de la cohorte des 3-4 ans scolarisés' });
  });
});

describe('taux sans formule, ou qu’on ne sait pas évaluer', () => {
  test('vide, constante, constante cachée', () => {
    const { tableau, service } = monter({ cellules: { [a(TAUX_IP, 1)]: 0.8, [a(TAUX_IP, 2)]: '=410/3406', [a(TAUX_IP, 3)]: '  ' } });
    const natures = [0, 1, 2, 3].map((rang) => identifierTaux({ tableau, service, code: TAUX_IP, moment: MOMENTS[rang]! }));
    expect(natures).toMatchObject([{ nature: 'vide' }, { nature: 'constante', valeur: 0.8 }, { nature: 'constante_cachee', description: 'ne lit aucune cellule : son résultat (0,120376) ne suivra pas les chiffres du tableau' }, { nature: 'vide' }]);
  });

  test.each([
    ['=[1]F!A1/D40', 'autre_classeur', 'la formule renvoie à un autre classeur'],
    [`=OFFSET(${N},0,0)/${D}`, 'volatile', 'la formule désigne ses cellules par un calcul (DECALER, INDIRECT)'],
    [`=CUBEVALUE("x")/${D}`, 'fonction', 'la fonction CUBEVALUE n’est pas reconnue'],
    [`=${N}/`, 'syntaxe', null],
  ])('%s : non évaluable', (formule, motif, raison) => {
    expect(identifier(formule)).toMatchObject({ nature: 'non_evaluable', motif, ...(raison === null ? {} : { raison }) });
  });

  test('sans la ligne d’un opérande, rien ne se juge', () => {
    expect(identifier(`=${N}/${D}`, { sans: ['o6-evaluees'] })).toEqual({ nature: 'non_evaluable', motif: 'donnees', raison: 'la ligne « IP évaluées » n’est pas dans le tableau' });
  });

  test('par un autre classeur à travers une autre feuille, le dit', () => {
    const autres = [feuilleDe('Données', { B1: '=[1]F!A1' })];
    expect(identifier(`=${N}/Données!B1`, { autres })).toMatchObject({ nature: 'non_evaluable', motif: 'autre_classeur' });
  });
});

describe('formule sous condition', () => {
  const formule = `=IF(${X}="",0,${N}/${D})`;

  test.each([
    [{ [X]: 100, [N]: 40, [D]: 80 }, 'juste'],
    [{ [N]: 40, [D]: 80 }, 'faux'],
    [{}, 'juste'],
  ])('jugée sur l’état du classeur %j', (cellules, nature) => {
    expect(identifier(formule, { cellules })).toMatchObject({ nature });
  });

  test('un seuil (secret statistique) est admis tant que le rapport s’affiche', () => {
    const seuil = `=IF(${D}<11,"s",${N}/${D})`;
    expect(identifier(seuil, { cellules: { [N]: 40, [D]: 80 } })).toMatchObject({ nature: 'juste' });
    expect(identifier(seuil, { cellules: { [N]: 4, [D]: 8 } })).toMatchObject({ nature: 'faux', cause: 'condition' });
  });
});

describe('une même formule n’est identifiée qu’une fois', () => {
  test('la reconnaissance est partagée entre colonnes, sauf référence fixe ou d’une autre colonne', () => {
    const formules = MOMENTS.map((_, rang) => `=IF(${a('o6-evaluees', rang)}=0,"",${a('o6-evaluees-3-mois', rang)}/${a('o6-evaluees', rang)})`);
    const { tableau, service } = monter({ cellules: Object.fromEntries(formules.map((formule, rang) => [a(TAUX_IP, rang), formule])) });
    const [premiere, ...suite] = MOMENTS.map((moment) => identifierTaux({ tableau, service, code: TAUX_IP, moment }));
    for (const autre of suite) expect(autre).toBe(premiere);
    const fixe = MOMENTS.slice(0, 2).map((moment) => identifierTaux({ tableau, service, code: TAUX_IP, moment, formule: `=$D$${N.slice(1)}/$D$${D.slice(1)}` }));
    expect(fixe).toMatchObject([{ nature: 'juste' }, { nature: 'faux', cause: 'mauvaise_colonne' }]);
  });

  test('une aide propre à chaque colonne n’est pas partagée', () => {
    const cellules = { D61: `=${D}`, E61: `=${autreColonne(X)}`, [a(TAUX_IP, 0)]: `=${N}/D61`, [a(TAUX_IP, 1)]: `=${autreColonne(N)}/E61` };
    const { tableau, service } = monter({ cellules });
    expect(MOMENTS.slice(0, 2).map((moment) => identifierTaux({ tableau, service, code: TAUX_IP, moment }))).toMatchObject([{ nature: 'juste' }, { nature: 'faux', cause: 'mauvais_denominateur' }]);
  });
});
