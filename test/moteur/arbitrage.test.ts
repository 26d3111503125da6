/** « Une cause, un constat » : chaque règle du catalogue, sur un classeur abîmé comme il faut. */
import { formatA1 } from '../../src/classeur/adresse';
import { cleCause, type Constat } from '../../src/controles/constat';
import { definirControle } from '../../src/controles/controle';
import { constat } from '../../src/controles/fabrique';
import { analyser } from '../../src/moteur/analyser';
import { arbitrer } from '../../src/moteur/arbitrer';
import { auPlan, base, classeur, nouveaux, poser, sansIndicateur, sansObjectif, valeur, vider, type Contenu, type Modif } from '../controles/aide';
import type { CodeControle } from '../../src/controles/codes';

const lieu = { feuille: 'f', ligne: 1, colonne: 1 };
const un = (code: CodeControle, ebauche: Partial<Constat> = {}): Constat => constat({ code, gravite: 'alerte', message: '', suite: '', source: '', emplacement: lieu, ...ebauche });

describe('arbitrer', () => {
  const registre = [{ code: 'COH-02' as const, cede: ['FIN-04' as const] }, { code: 'FIN-04' as const, cede: [] }];
  const cas: readonly (readonly [nom: string, constats: readonly Constat[], gardes: readonly CodeControle[]])[] = [
    ['cède sur la même cellule', [un('COH-02'), un('FIN-04')], ['FIN-04']],
    ['l’ordre n’y fait rien', [un('FIN-04'), un('COH-02')], ['FIN-04']],
    ['reste seul', [un('COH-02')], ['COH-02']],
    ['ne cède pas sur une autre cellule', [un('COH-02'), un('FIN-04', { emplacement: { ...lieu, ligne: 2 } })], ['COH-02', 'FIN-04']],
    ['ne cède qu’aux contrôles déclarés', [un('COH-02'), un('FIN-06')], ['COH-02', 'FIN-06']],
    ['cède sur une cause sans cellule', [un('COH-02', { causes: ['objectif 7'] }), un('FIN-04', { emplacement: { ...lieu, ligne: 2 }, causes: ['objectif 7'] })], ['FIN-04']],
    ['celui à qui l’on cède ne cède pas en retour', [un('FIN-04'), un('FIN-04'), un('COH-02')], ['FIN-04', 'FIN-04']],
  ];
  test.each(cas)('%s', (_, constats, gardes) => {
    expect(arbitrer(constats, registre).map(({ code }) => code)).toEqual(gardes);
  });

  test('cedeSi restreint la cession', () => {
    const restreint = [{ code: 'COH-02' as const, cede: ['FIN-04' as const], cedeSi: (_: Constat, autre: Constat) => autre.gravite === 'bloquant' }];
    expect(arbitrer([un('COH-02'), un('FIN-04')], restreint)).toHaveLength(2);
    expect(arbitrer([un('COH-02'), un('FIN-04', { gravite: 'bloquant' })], restreint)).toHaveLength(1);
  });

  test('la cellule désignée est toujours une cause', () => {
    expect(un('COH-02', { causes: ['x'] }).causes).toEqual([cleCause(lieu), 'x']);
  });
});

test('un contrôle dont tous les constats ont cédé garde le statut « constats »', () => {
  const modele = { titre: '', exigence: '', pourquoi: '', gravite: 'alerte', source: '', limites: '', correction: '', exige: [] } as const;
  const cedant = definirControle({ ...modele, code: 'COH-02', cede: ['FIN-04'], surVierge: true, controler: () => ({ constats: [un('COH-02')] }) });
  const tenant = definirControle({ ...modele, code: 'FIN-04', surVierge: true, controler: () => ({ constats: [un('FIN-04')] }) });
  const { rapport } = analyser(base().instantane, { registre: [cedant, tenant] });
  expect(rapport.controles.map(({ code, statut }) => [code, statut])).toEqual([['COH-02', 'constats'], ['FIN-04', 'constats']]);
  expect(rapport.constats.map(({ code }) => code)).toEqual(['FIN-04']);
  expect(rapport.compte).toEqual({ bloquant: 0, alerte: 1, info: 0 });
});

const origine = analyser(base().instantane).rapport;

/** Constats nouveaux, infos exceptées : « CODE cellule ». */
function relever(modifs: readonly Modif[]): readonly string[] {
  const { rapport } = analyser(classeur(modifs));
  return nouveaux(rapport, origine, base().dossier)
    .filter(({ gravite }) => gravite !== 'info')
    .map(({ code, emplacement }) => `${code} ${emplacement ? formatA1(emplacement.ligne, emplacement.colonne) : '-'}`);
}

const taux = valeur('o6-taux', 'cible 2021');
const numerateur = valeur('o6-evaluees-3-mois', 'cible 2021');
const formule = (texte: string): Contenu => ({ formule: texte });

/** Cellules (classeur conforme) : o6 en lignes 44-47, cible 2021 en F, diagnostic en D. */
const regles: readonly (readonly [regle: string, modifs: readonly Modif[], attendus: readonly string[]])[] = [
  ['FOR-03 exclut FOR-02', [poser(taux, formule('=100*{o6-evaluees-3-mois}/{o6-evaluees}'))], ['FOR-03 F47']],
  ['FOR-02 l’emporte sur FOR-03', [poser(taux, formule('=100*{o6-evaluees-3-mois}/{o6-entrantes}'))], ['FOR-02 F47']],
  ['FOR-01 exclut FOR-03', [poser(taux, 90.3)], ['FOR-01 F47']],
  ['FOR-01 exclut IND-02', [poser(taux, '90,3 %')], ['FOR-01 F47']],
  ['FOR-01 exclut IND-03', [poser(taux, 1.4)], ['FOR-01 F47']],
  ['FOR-06 exclut CIB-01', [vider(taux)], ['FOR-06 F47']],
  ['FOR-06 n’efface pas une cible nationale manquée', [vider(valeur('o5-taux', 'cible 2022')), poser(valeur('o5-enfants-vus', 'cible 2022'), 4400)], ['CIB-02 G33', 'FOR-06 G33']],
  ['STR-03 exclut IND-01 et CIB-01', [sansIndicateur('o6-evaluees'), poser(valeur('o6-taux', 'cible 2022'), null), poser(taux, null), poser(valeur('o6-taux', 'cible 2020'), null), poser(valeur('o6-taux', 'diagnostic'), null)], ['STR-03 B44']],
  ['IND-04 exclut IND-03 sur le taux', [poser(valeur('o6-evaluees-3-mois', 'cible 2022'), 1400)], ['IND-04 G46']],
  ['une alerte IND-04 n’efface pas un bloquant IND-03', [poser(valeur('o1-entretiens-snds', 'cible 2022'), 699.5)], ['IND-03 G8', 'IND-04 G8']],
  ['une cellule qui dépasse deux totaux : un constat', [poser(valeur('o3-femmes-pre', 'cible 2022'), 6980)], ['IND-04 G20']],
  ['CIB-04 sur le numérateur l’exclut sur le taux', [poser(numerateur, 800)], ['CIB-04 F46']],
  ['une cible d’avant trop haute ne fait pas régresser la suivante', [poser(valeur('o6-evaluees-3-mois', 'cible 2020'), 1400)], ['IND-04 E46']],
  ['un dénominateur contredit ne fait pas régresser le taux', [poser(valeur('o1-naissances', 'cible 2022'), 34060)], ['CIB-02 G10', 'IND-05 G22']],
  ['IND-05 et IND-06 sont deux causes', [poser(valeur('o3-naissances', 'diagnostic'), 3346)], ['IND-05 D22', 'IND-06 D22']],
  ['COH-02 cède à FIN-04', [vider(auPlan(7, 'actions'))], ['FIN-04 C20']],
  ['COH-02 seul quand l’Etat ne finance pas', [vider(auPlan(9, 'actions')), vider(auPlan(9, 'etat'))], ['COH-02 C23']],
  ['montant illisible : FIN-07 seul', [poser(auPlan(7, 'departement'), 'selon avenant')], ['FIN-07 G20']],
  ['montant en texte : FIN-07 seul, sans redire le total', [poser(auPlan(7, 'departement'), '40 000 €')], ['FIN-07 G20']],
  ['montant en texte qui manque la parité : deux causes', [poser(auPlan(7, 'departement'), '30 000 €')], ['FIN-01 G20', 'FIN-07 G20']],
  ['montant négatif : FIN-07 seul', [poser(auPlan(7, 'departement'), -40000)], ['FIN-07 G20']],
  ['montant en erreur : FOR-04 seul, sans redire le total ni la parité', [poser(auPlan(7, 'departement'), formule('=#REF!'))], ['FOR-04 G20']],
  ['opérande illisible : IND-03 seul', [poser(valeur('o6-evaluees', 'diagnostic'), 'beaucoup')], ['IND-03 D45']],
  ['opérande non déterminé au diagnostic : IND-01 seul', [poser(valeur('o6-evaluees', 'diagnostic'), 'ND')], ['IND-01 D45']],
  ['opérande non déterminé en cible : CIB-01 seul, sur le taux', [poser(valeur('o6-evaluees', 'cible 2022'), 'ND')], ['CIB-01 G47']],
  ['opérande en erreur : FOR-04 seul', [poser(valeur('o6-evaluees', 'cible 2022'), formule('=#REF!'))], ['FOR-04 G45']],
  ['opérande en texte : IND-02 seul', [poser(valeur('o6-evaluees', 'cible 2022'), '1 056')], ['IND-02 G45']],
  ['opérande négatif : IND-03 seul', [poser(valeur('o6-evaluees', 'cible 2022'), -1056)], ['IND-03 G45']],
  ['FIN-09 cède à FIN-08', [poser(auPlan(24, 'etat'), 40000), poser(auPlan(24, 'departement'), 40000), poser(auPlan(24, 'actions'), 'Dispositif passerelle'), vider(auPlan(24, 'modalites'))], ['FIN-08 J33']],
  ['FIN-09 cède à FIN-03', [poser(auPlan(24, 'etat'), 40000), poser(auPlan(24, 'departement'), 40000), poser(auPlan(24, 'actions'), 'Dispositif passerelle'), poser(auPlan(24, 'modalites'), 'FIR')], ['FIN-03 J33']],
  ['objectif retenu sans ligne au tableau : STR-03, pas COH-01', [sansObjectif('tableau', 12)], ['STR-03 -']],
  ['fondamental absent du tableau : STR-02 seul', [sansObjectif('tableau', 9)], ['STR-02 -']],
  ['fondamental absent du plan : STR-02, et la ligne TOTAL n’est pas fausse', [sansObjectif('plan', 9)], ['STR-02 -']],
];

test.each(regles)('%s', (_, modifs, attendus) => {
  expect([...relever(modifs)].sort()).toEqual([...attendus].sort());
});
