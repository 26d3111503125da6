/** L'aperçu : avant et après tels qu'Excel les montre à un agent. */
import { dresserApercu } from '../../src/corrections/apercu';
import type { Contenu } from '../../src/corrections/plan';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { fabriquerClasseur } from '../classeurs/fabrique';

const FORMATS = { A1: 'General', A2: '0.0%', A3: '#,##0 "€"', A4: '0 "k€"', A5: '0" %"' } as const;
const instantane = lireClasseur(fabriquerClasseur([{ nom: 'Plan', cellules: Object.fromEntries(Object.entries(FORMATS).map(([adresse, format]) => [adresse, { valeur: 1, format }])) }]), { nom: null });
const { id } = instantane.feuilles[0]!;

const CAS: readonly (readonly [nom: string, ligne: number, contenu: Contenu, montre: string])[] = [
  ['cellule vide', 1, { valeur: null }, 'vide'],
  ['texte, entre guillemets', 1, { valeur: '2 657' }, '« 2 657 »'],
  ['nombre, milliers séparés', 1, { valeur: 2657 }, '2\u202f657'],
  ['décimales à virgule', 1, { valeur: 0.125 }, '0,125'],
  ['taux', 2, { valeur: 0.175 }, '17,5\u00a0%'],
  ['taux à deux décimales', 2, { valeur: 0.12345 }, '12,35\u00a0%'],
  ['texte dans une cellule en pourcentage', 2, { valeur: '17,5 %' }, '« 17,5 % »'],
  ['montant', 3, { valeur: 65000 }, '65\u202f000\u00a0€'],
  ['« k€ » affiché : le nombre nu', 4, { valeur: 65 }, '65'],
  ['« % » littéral : le nombre nu', 5, { valeur: 0.5 }, '0,5'],
  ['cellule absente du fichier', 9, { valeur: 12 }, '12'],
  ['vrai', 1, { valeur: true }, 'VRAI'],
  ['formule en français', 2, { formule: '=IF(D9=0,"",D7/D9)' }, '=SI(D9=0;"";D7/D9)'],
  ['formule à décimale', 2, { formule: '=ROUND(D7/D9,3)*1.5' }, '=ARRONDI(D7/D9;3)*1,5'],
];

test.each(CAS)('%s', (_, ligne, contenu, montre) => {
  const [lue] = dresserApercu({ ecritures: [{ feuille: id, ligne, colonne: 1, avant: contenu, apres: { valeur: null }, raison: 'Parce que.' }] }, instantane);
  expect(lue).toEqual({ emplacement: { feuille: id, ligne, colonne: 1 }, feuille: 'Plan', cellule: `A${String(ligne)}`, avant: montre, apres: 'vide', raison: 'Parce que.' });
});

test('nomme une feuille que le plan crée', () => {
  const [lue] = dresserApercu({ ecritures: [{ feuille: 'nouvelle:Sources du diagnostic', ligne: 1, colonne: 2, avant: { valeur: null }, apres: { valeur: 'Indicateur' }, raison: '' }], nouvellesFeuilles: ['Sources du diagnostic'] }, instantane);
  expect(lue).toMatchObject({ feuille: 'Sources du diagnostic', cellule: 'B1', apres: '« Indicateur »' });
});

test('une formule lue d’Excel se montre telle que cet Excel l’affiche', () => {
  const enAnglais = { ...instantane, formulesLocales: new Map([['=SUM(A1,A2)', '=SUM(A1,A2)']]) };
  const ecriture = { feuille: id, ligne: 1, colonne: 1, avant: { formule: '=SUM(A1,A2)' }, apres: { formule: '=SUM(A1,A3)' }, raison: '' };
  expect(dresserApercu({ ecritures: [ecriture] }, enAnglais)[0]).toMatchObject({ avant: '=SUM(A1,A2)', apres: '=SOMME(A1;A3)' });
});
