import { proposerTotal } from '../../src/formules/style-totaux';
import { identifierLigneTotal, identifierTotaux } from '../../src/formules/totaux';
import { monterPlan, type OptionsPlan } from './plan';

/** Objectif 1 en ligne 7 ; objectif 6, sur deux lignes, en 18 et 19 ; TOTAL en 39 (38 s'il tient sur une). */
const DEUX_LIGNES: OptionsPlan = { lignes: { 6: 2 } };

function objectif(options: OptionsPlan, numero: 1 | 2 | 6) {
  const { plan, service, lignesDe } = monterPlan(options);
  return identifierTotaux({ plan, service, lignes: lignesDe(numero) });
}

describe('total d’un objectif d’une ligne', () => {
  test.each([
    '=G7+H7', '=+G7+H7', '=H7+G7', '=SUM(G7:H7)', '=SUM(G7,H7)', '=$G$7+H7', '=(G7+H7)', '=ROUND(G7+H7,0)', '=IF(SUM(G7:H7)=0,"",SUM(G7:H7))',
    '=SUMPRODUCT(G7:H7)', "='Plan d’action'!G7+H7", '=IFERROR(G7+H7,0)', '=SUM(G7:G7)+SUM(H7:H7)', '=G7--H7', '=SUBTOTAL(9,G7:H7)', '=SUMPRODUCT((G7:H7<>"")*1,G7:H7)', '=SUM(G7:H7)*1',
  ])('%s est juste', (formule) => {
    expect(objectif({ cellules: { I7: formule } }, 1)).toMatchObject([{ ligne: 7, colonne: 9, portee: 'objectif', lignes: [7], identification: { nature: 'juste' } }]);
  });

  test.each([
    ['=G7', 'lignes_oubliees', 'oublie le montant Etat de la ligne 7'],
    ['=G7+H8', 'autres_lignes', 'oublie le montant Etat de la ligne 7, compte en trop le montant Etat de la ligne 8 (objectif 2 – bilans de santé en école maternelle)'],
    ['=SUM(G7:H8)', 'lignes_en_trop', 'compte en trop la ligne 8 (objectif 2 – bilans de santé en école maternelle)'],
    ['=G7+G7+H7', 'double_compte', 'compte deux fois le montant Département de la ligne 7'],
    ['=G7+H7+5000', 'nombre_ajoute', 'ajoute 5 000 €, un nombre écrit dans la formule'],
    ['=G7-H7', 'autre', 'n’additionne pas simplement le montant Etat de la ligne 7'],
    ['=G7*H7', 'autre', 'ne calcule pas une somme de montants'],
    ['=ROUND(G7+H7,-3)', 'arrondi', 'arrondit le total de plus de 0,50 €'],
    ['=G7&H7', 'texte', 'rend un texte au lieu d’un montant'],
    ['=G7+#REF!', 'erreur', 'affiche #REF!'],
    ['=I7+G7', 'circulaire', 's’additionne elle-même (référence circulaire)'],
    ['=I8', 'autres_lignes', 'oublie la ligne 7, compte en trop le montant Total de la ligne 8 (objectif 2 – bilans de santé en école maternelle)'],
  ])('%s : %s', (formule, cause, description) => {
    expect(objectif({ cellules: { I7: formule, G7: 10, H7: 5, G8: 1, H8: 2, I8: 3 } }, 1)).toMatchObject([{ identification: { nature: 'faux', cause, description, sansEffet: false } }]);
  });

  test('constante, constante cachée, vide, non évaluable', () => {
    expect(objectif({ cellules: { I7: 12000 } }, 1)).toMatchObject([{ identification: { nature: 'constante', valeur: 12000 } }]);
    expect(objectif({ cellules: { I7: '=5000+7000' } }, 1)).toMatchObject([{ identification: { nature: 'constante_cachee', valeur: 12000 } }]);
    expect(objectif({}, 1)).toMatchObject([{ ligne: 7, identification: { nature: 'vide' } }]);
    expect(objectif({ cellules: { I7: '=[1]F!A1' } }, 1)).toMatchObject([{ identification: { nature: 'non_evaluable', motif: 'autre_classeur' } }]);
  });

  test('une somme sous condition n’est fausse que si la condition ne tient pas', () => {
    const formule = '=IF(G7="","",G7+H7)';
    expect(objectif({ cellules: { I7: formule, G7: 10, H7: 5 } }, 1)).toMatchObject([{ identification: { nature: 'juste' } }]);
    expect(objectif({ cellules: { I7: formule, H7: 5 } }, 1)).toMatchObject([{ identification: { nature: 'faux', cause: 'condition' } }]);
  });

  test('un montant de partenaire sous « Financements prévus » compte dans le total', () => {
    const partenaires = [{ colonne: 11, libelle: 'CAF' }];
    expect(objectif({ partenaires, cellules: { I7: '=G7+H7+K7' } }, 1)).toMatchObject([{ identification: { nature: 'juste' } }]);
    expect(objectif({ partenaires, cellules: { I7: '=G7+H7', K7: 50 } }, 1)).toMatchObject([{ identification: { cause: 'lignes_oubliees', description: 'oublie le montant CAF de la ligne 7', sansEffet: false } }]);
    expect(objectif({ partenaires, cellules: { I7: '=G7+H7' } }, 1)).toMatchObject([{ identification: { cause: 'lignes_oubliees', sansEffet: true } }]);
  });
});

test('par les formules du plan, une autre écriture revient au même', () => {
  expect(objectif({ cellules: { I7: '=2*G7', G7: 10, H7: '=G7' } }, 1)).toMatchObject([{ identification: { nature: 'juste' } }]);
  expect(objectif({ cellules: { I7: '=2*G7', G7: 10, H7: 10 } }, 1)).toMatchObject([{ identification: { nature: 'faux', cause: 'double_compte', sansEffet: false } }]);
  expect(objectif({ cellules: { I7: '=L7', L7: '=G7+H7' } }, 1)).toMatchObject([{ identification: { nature: 'juste' } }]);
});

describe('total d’un objectif de deux lignes', () => {
  const fusions = [{ ligne: 18, colonne: 9, derniereLigne: 19, derniereColonne: 9 }];

  test.each(['=SUM(G18:H19)', '=SUM(G18:G19)+SUM(H18:H19)', '=G18+H18+G19+H19', '=SUMIF(G18:G19,"<>",G18:G19)+SUM(H18:H19)', '=SUMPRODUCT(G18:H19)', '=SUM(G18:G19,H18:H19)'])(
    '%s, porté par la première ligne ou fusionné', (formule) => {
      for (const options of [DEUX_LIGNES, { ...DEUX_LIGNES, fusions }]) {
        expect(objectif({ ...options, cellules: { I18: formule } }, 6)).toMatchObject([{ ligne: 18, portee: 'objectif', lignes: [18, 19], identification: { nature: 'juste' } }]);
      }
    });

  test('un montant fusionné sur deux lignes ne compte qu’une fois', () => {
    const montants = [{ ligne: 18, colonne: 7, derniereLigne: 19, derniereColonne: 7 }];
    for (const formule of ['=G18+H18+H19', '=SUM(G18:H19)']) {
      expect(objectif({ ...DEUX_LIGNES, fusions: [...fusions, ...montants], cellules: { I18: formule } }, 6)).toMatchObject([{ identification: { nature: 'juste' } }]);
    }
  });

  test('un total par ligne est admis', () => {
    expect(objectif({ ...DEUX_LIGNES, cellules: { I18: '=G18+H18', I19: '=G19+H19' } }, 6)).toMatchObject([
      { ligne: 18, portee: 'ligne', lignes: [18], identification: { nature: 'juste' } },
      { ligne: 19, portee: 'ligne', lignes: [19], identification: { nature: 'juste' } },
    ]);
  });

  test('une ligne oubliée est nommée, avec ou sans effet', () => {
    const cas = (montant: number | null) => objectif({ ...DEUX_LIGNES, cellules: { I18: '=G18+H18', G19: montant } }, 6);
    expect(cas(100)).toMatchObject([{ identification: { cause: 'lignes_oubliees', description: 'oublie la ligne 19', sansEffet: false, oubliees: [{ ligne: 19, colonne: 7 }, { ligne: 19, colonne: 8 }] } }]);
    expect(cas(null)).toMatchObject([{ identification: { cause: 'lignes_oubliees', sansEffet: true } }]);
  });

  test('une colonne oubliée est nommée', () => {
    expect(objectif({ ...DEUX_LIGNES, cellules: { I18: '=SUM(G18:G19)' } }, 6)).toMatchObject([{ identification: { description: 'oublie la colonne Etat' } }]);
  });

  test('un total d’objectif et un total de ligne comptent deux fois', () => {
    const [ensemble, ligne] = objectif({ ...DEUX_LIGNES, cellules: { I18: '=SUM(G18:H19)', I19: '=G19+H19', G19: 7 } }, 6);
    expect(ensemble).toMatchObject({ ligne: 18, portee: 'objectif', identification: { nature: 'juste' } });
    expect(ligne).toMatchObject({ ligne: 19, identification: { cause: 'double_compte', sansEffet: false, description: 'compte une seconde fois la ligne 19, déjà comptée dans le total de la ligne 18' } });
  });

  test('une fusion partielle et une ligne seule', () => {
    const options: OptionsPlan = { lignes: { 6: 3 }, fusions, cellules: { I18: '=SUM(G18:H19)', I20: '=G20+H20' } };
    expect(objectif(options, 6)).toMatchObject([{ lignes: [18, 19], identification: { nature: 'juste' } }, { lignes: [20], identification: { nature: 'juste' } }]);
  });
});

describe('ligne TOTAL', () => {
  function total(formule: string, colonne: number, options: OptionsPlan = {}) {
    const adresse = `${'GHI'[colonne - 7]!}${String(monterPlan(options).ligneTotal)}`;
    const { plan, service } = monterPlan({ ...options, cellules: { ...options.cellules, [adresse]: formule } });
    return identifierLigneTotal({ plan, service, colonne });
  }

  test.each(['=SUM(G6:G36)', '=SUM(G7:G36)', '=SUM(G7:G16)+SUM(G18:G28)+SUM(G30:G36)', '=SUMPRODUCT(G7:G36)', '=SUBTOTAL(9,G7:G36)'])('%s est juste', (formule) => {
    expect(total(formule, 7)).toMatchObject({ ligne: 37, portee: 'total', identification: { nature: 'juste' } });
  });

  test.each([
    ['=SUM(G7:G35)', 'lignes_oubliees', 'oublie la ligne 36 (objectif 26 – formation des professionnels)'],
    ['=SUM(G8:G36)', 'lignes_oubliees', 'oublie la ligne 7 (objectif 1 – entretien prénatal précoce)'],
    ['=SUM(G7:G36)+G8', 'double_compte', 'compte deux fois la ligne 8 (objectif 2 – bilans de santé en école maternelle)'],
    ['=SUM(G7:H36)', 'lignes_en_trop', null],
    ['=SUM(H7:H36)', 'autres_lignes', null],
    ['=SUM(G7:G37)', 'circulaire', 's’additionne elle-même (référence circulaire)'],
  ])('%s : %s', (formule, cause, description) => {
    const trouve = total(formule, 7, { cellules: { G7: 1, G8: 1, G36: 2, H7: 3 } });
    expect(trouve).toMatchObject({ identification: { nature: 'faux', cause, sansEffet: false, ...(description === null ? {} : { description }) } });
  });

  test('une ligne locale oubliée est nommée', () => {
    expect(total('=SUM(G7:G36)', 7, { locales: 1, cellules: { G37: 5 } })).toMatchObject({ identification: { description: 'oublie la ligne 37', sansEffet: false } });
    expect(total('=SUM(G7:G37)', 7, { locales: 1 })).toMatchObject({ identification: { nature: 'juste' } });
  });

  test('colonne Total : ses totaux, ou les montants', () => {
    for (const formule of ['=SUM(I7:I36)', '=SUM(G7:H36)', '=SUM(G7:G36)+SUM(H7:H36)']) expect(total(formule, 9)).toMatchObject({ identification: { nature: 'juste' } });
    const cellules = { G37: '=SUM(G7:G36)', H37: '=SUM(H7:H36)' };
    expect(total('=G37+H37', 9, { cellules })).toMatchObject({ identification: { nature: 'juste' } });
  });

  test('des sous-totaux dans la plage comptent deux fois', () => {
    expect(total('=SUM(G7:G36)', 7, { cellules: { G17: '=SUM(G7:G16)', G7: 5 } })).toMatchObject({ identification: { cause: 'double_compte', sansEffet: false } });
    expect(total('=G17+SUM(G18:G36)', 7, { cellules: { G17: '=SUM(G7:G16)' } })).toMatchObject({ identification: { nature: 'juste' } });
  });
});

describe('formules proposées', () => {
  test.each([
    ['=G8+H8', {}, '=G7+H7'],
    ['=SUM(G8:H8)', {}, '=SUM(G7:H7)'],
    ['=ROUND(G8+H8,2)', {}, '=ROUND(G7+H7,2)'],
    ['=IFERROR(G8+H8,0)', { cellules: { G7: 10, H7: 5, I7: 12 } }, '=IFERROR(G7+H7,0)'],
    [null, {}, '=G7+H7'],
    [null, { partenaires: [{ colonne: 11, libelle: 'CAF' }] }, '=G7+H7+K7'],
  ])('style %s', (style, options, attendue) => {
    const { plan, service } = monterPlan({ ...options, cellules: { ...(options as OptionsPlan).cellules, I8: style } });
    expect(proposerTotal({ plan, service, total: { ligne: 7, colonne: 9, portee: 'objectif', lignes: [7] } })).toBe(attendue);
  });

  test('sur deux lignes, et pour la ligne TOTAL', () => {
    const { plan, service, ligneTotal } = monterPlan({ lignes: { 6: 2, 8: 3 }, cellules: { I21: '=SUM(G21:G23)+SUM(H21:H23)', H40: '=SUM(H6:H39)' } });
    expect(proposerTotal({ plan, service, total: { ligne: 18, colonne: 9, portee: 'objectif', lignes: [18, 19] } })).toBe('=SUM(G18:G19)+SUM(H18:H19)');
    expect(proposerTotal({ plan, service, total: { ligne: ligneTotal, colonne: 7, portee: 'total', lignes: [...plan.objectifs.values()].flatMap(({ lignes }) => lignes) } })).toBe('=SUM(G6:G39)');
    const sansStyle = monterPlan(DEUX_LIGNES);
    expect(proposerTotal({ plan: sansStyle.plan, service: sansStyle.service, total: { ligne: 18, colonne: 9, portee: 'objectif', lignes: [18, 19] } })).toBe('=SUM(G18:H19)');
  });
});
