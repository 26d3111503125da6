import type { Constat } from '../../src/controles/constat';
import { nommer } from '../../src/controles/fabrique';
import { SANS_STYLE, type Style } from '../../src/rapport/rapporteur';
import { rapporterTexte } from '../../src/rapport/texte';
import { constat, rapport } from './aide';

const lignes = (...constats: readonly Constat[]) => rapporterTexte(rapport({ verdict: 'non_conforme', constats })).split('\n');

describe('en tête', () => {
  test.each([
    ['conforme', {}, 'CONFORME : aucun point bloquant, aucune alerte.'],
    ['conforme_avec_reserves', { compte: { bloquant: 0, alerte: 2, info: 0 } }, 'CONFORME AVEC RÉSERVES : aucun point bloquant, 2 alertes à justifier.'],
    ['non_conforme', { compte: { bloquant: 1, alerte: 0, info: 0 } }, 'NON CONFORME : 1 point bloquant à corriger avant signature.'],
    ['incomplet', {}, 'INCOMPLET : aucun point bloquant trouvé, mais tout n’a pas pu être vérifié (voir « Non vérifié »).'],
  ] as const)('le verdict %s, en clair', (verdict, partiel, attendu) => {
    const [fichier, titre] = rapporterTexte({ ...rapport({ verdict }), ...partiel }, { largeur: 200 }).split('\n');
    expect([fichier, titre]).toEqual(['contrat.xlsx', attendu]);
  });

  test('le département, sa provenance et les désaccords', () => {
    const desaccords = [{ code: '57', nom: 'Moselle', provenance: 'nom de fichier' as const }];
    const texte = rapporterTexte(rapport({ departement: { code: '87', nom: 'Haute-Vienne', provenance: 'titre', desaccords } }), { largeur: 300 });
    expect(texte).toContain('Haute-Vienne (87), lu dans le titre d’une feuille.');
    expect(texte).toContain('un autre département, Moselle (57), lu dans le nom du fichier. C’est Haute-Vienne qui a été retenu.');
    expect(rapporterTexte(rapport({ departement: null }))).toContain('non reconnu');
  });
});

describe('constats', () => {
  test('rangés par objectif dans l’ordre des annexes, le plus grave d’abord', () => {
    const titres = lignes(
      constat({ objectif: 11, message: `${nommer(11)} : x` }),
      constat({ objectif: 6, gravite: 'info', code: 'COH-05', message: `${nommer(6)} : x` }),
      constat({ objectif: 6, message: `${nommer(6)} : x` }),
      constat({ objectif: null, emplacement: null, code: 'FIN-05', message: 'Total.' }),
      constat({ objectif: null, indicateur: 'delai-aemo', code: 'IND-09', message: 'x' }),
    ).filter((ligne) => /^\S|^ {2}\S/.test(ligne)).slice(5);
    expect(titres).toEqual([
      'Ensemble du classeur', expect.stringContaining('FIN-05'),
      expect.stringMatching(/^Objectif 6 .*\(fondamental\)$/), expect.stringContaining('FIN-01'), expect.stringContaining('COH-05'),
      expect.stringMatching(/^Objectif 11 /), expect.stringContaining('FIN-01'),
      'Délais d’exécution des décisions de justice', expect.stringContaining('IND-09'),
    ]);
  });

  test('l’objectif n’est pas répété dans chaque message', () => {
    expect(lignes(constat())).toContain('    Le Département apporte moins que l’Etat.');
  });

  test.each([
    ['attendu et trouvé', { attendu: { valeur: 0.2, unite: '%', texte: '20 %' }, trouve: { valeur: 0.175, unite: '%', texte: '17,5 %' }, ecart: 'il manque 83 entretiens pour 20 %' }, 'Attendu : 20 % ; trouvé : 17,5 % ; il manque 83 entretiens pour 20 %.'],
    ['un texte, entre guillemets', { trouve: { valeur: 'ND', unite: null, texte: 'ND' } }, 'Trouvé : « ND ».'],
    ['une formule, en français', { trouve: { valeur: '=IF(D9=0,"",D7/D9)', unite: null, texte: '=IF(D9=0,"",D7/D9)' } }, 'Trouvé : =SI(D9=0;"";D7/D9).'],
    ['une erreur, nue', { trouve: { valeur: '#DIV/0!', unite: null, texte: '#DIV/0!' } }, 'Trouvé : #DIV/0!.'],
  ])('%s', (_, partiel, attendu) => {
    expect(lignes(constat(partiel)).map((ligne) => ligne.trim())).toContain(attendu);
  });

  test('rien n’est dit d’un attendu et d’un trouvé qui se lisent pareil', () => {
    const grandeur = { valeur: 0.12, unite: '%', texte: '12 %' };
    expect(lignes(constat({ attendu: grandeur, trouve: grandeur })).join('\n')).not.toContain('Attendu');
  });

  test.each([
    [{ valeur: null }, { formule: '=D7/D9' }, 'G10, vide, reçoit =D7/D9.'],
    [{ valeur: '2 657' }, { valeur: 2657 }, 'G10 passe de « 2 657 » à 2\u202f657.'],
    [{ formule: '=SUM(D7,D9)' }, { formule: '=IFERROR(D7/D9,"")' }, 'G10 passe de =SOMME(D7;D9) à =SIERREUR(D7/D9;"").'],
    [{ valeur: 0.12 }, { formule: '=D7/D9' }, 'G10 passe de 12\u00a0% à =D7/D9.', '0.0%'],
  ])('correction de %j', (avant, apres, attendu, format = 'General') => {
    const correction = { type: 'proposee', emplacement: { feuille: 'f2', ligne: 10, colonne: 7 }, format, avant, apres, raison: 'x' } as const;
    expect(lignes(constat({ correction })).map((ligne) => ligne.trim())).toContain(`Correction proposée : ${attendu}`);
  });
});

test('ce qui n’a pas été vérifié se dit une fois par raison', () => {
  const raison = 'le département n’a pas été reconnu';
  const texte = rapporterTexte(rapport({
    verdict: 'incomplet',
    controles: [
      { code: 'IND-06', statut: 'non_verifiable', nonVerifies: [{ emplacement: null, raison }] },
      { code: 'IND-08', statut: 'non_verifiable', nonVerifies: [{ emplacement: null, raison }] },
      { code: 'FOR-02', statut: 'constats', nonVerifies: [{ emplacement: { feuille: 'f1', ligne: 10, colonne: 4 }, raison: 'formule non évaluable' }] },
    ],
  }));
  expect(texte.split(raison)).toHaveLength(2);
  expect(texte).toContain(`${raison} (IND-06, IND-08).`);
  expect(texte).toContain('(FOR-02 ; Tableau de bord · D10).');
});

test('aucune ligne ne dépasse la largeur, sauf un mot trop long', () => {
  const long = constat({ message: 'mot '.repeat(100), suite: 'Écrire '.repeat(60), source: 'annexe '.repeat(40) });
  for (const largeur of [40, 72, 100]) {
    const trop = rapporterTexte(rapport({ constats: [long] }), { largeur }).split('\n').filter((ligne) => ligne.length > largeur);
    expect(trop).toEqual([]);
  }
});

test('un classeur ne peut pas commander le terminal', () => {
  const piege = '\u001b[2J\u001b]0;x\u0007\r\n\u202eetat';
  const texte = rapporterTexte(rapport({ fichier: piege, constats: [constat({ message: piege, trouve: { valeur: piege, unite: null, texte: piege } })], feuilles: [{ id: 'f2', nom: piege, nature: 'plan' }] }));
  // eslint-disable-next-line no-control-regex -- c'est précisément eux qu'on refuse
  expect(texte).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test('les couleurs sont celles qu’on donne, et ne changent pas le texte', () => {
  const balise = (nom: string) => (texte: string) => `<${nom}>${texte}</${nom}>`;
  const style: Style = { titre: balise('t'), attenue: balise('a'), verdict: (verdict, texte) => balise(verdict)(texte), gravite: (gravite, texte) => balise(gravite)(texte) };
  const lu = rapport({ verdict: 'non_conforme', constats: [constat()] });
  const colore = rapporterTexte(lu, { style });
  expect(colore).toContain('<non_conforme>NON CONFORME');
  expect(colore).toContain('<bloquant>  BLOQUANT FIN-01');
  expect(colore.replace(/<\/?\w+>/g, '')).toBe(rapporterTexte(lu, { style: SANS_STYLE }));
});
