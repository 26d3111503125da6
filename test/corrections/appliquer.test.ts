/** Appliquer un plan à un instantané : tout ou rien, la valeur attendue relue d'abord. */
import { parsePlage } from '../../src/classeur/adresse';
import { celluleDe, type Feuille, type Instantane } from '../../src/classeur/instantane';
import { appliquer } from '../../src/corrections/appliquer';
import type { Ecriture } from '../../src/corrections/plan';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { fabriquerClasseur } from '../classeurs/fabrique';
import { base, classeur, poser, valeur } from '../controles/aide';
import { verifierCorrections } from '../controles/correction';

const depart: Instantane = lireClasseur(
  fabriquerClasseur([{ nom: 'F', cellules: { A1: 1, A2: 'texte', A3: { formule: '=A1+1', valeur: 2, format: '0.0%' }, B1: 'fusion', C1: { erreur: '#N/A' } }, fusions: ['B1:B2'] }]),
  { nom: 'essai.xlsx' },
);
const [{ id }] = depart.feuilles as [Feuille];
const ecriture = (adresse: string, avant: Ecriture['avant'], apres: Ecriture['apres']): Ecriture => ({ feuille: id, ligne: parsePlage(adresse)!.ligne, colonne: parsePlage(adresse)!.colonne, avant, apres, raison: 'essai' });
const avec = (plus: Partial<Feuille>): Instantane => ({ ...depart, feuilles: [{ ...depart.feuilles[0]!, ...plus }] });

function lire(instantane: Instantane, adresse: string) {
  const { ligne, colonne } = parsePlage(adresse)!;
  return celluleDe(instantane.feuilles[0]!, ligne, colonne);
}

test('écrit constantes et formules, garde formats et voisines, oublie les valeurs périmées', () => {
  const application = appliquer(depart, { ecritures: [ecriture('A1', { valeur: 1 }, { valeur: 5 }), ecriture('A2', { valeur: 'texte' }, { formule: '=A1*2' }), ecriture('D4', { valeur: null }, { valeur: 'neuf' })] });
  if (application.etat !== 'applique') throw new Error('refusé');
  const { instantane } = application;
  expect(lire(instantane, 'A1')).toMatchObject({ valeur: 5, formule: null });
  expect(lire(instantane, 'A2')).toMatchObject({ valeur: null, formule: '=A1*2' });
  expect(lire(instantane, 'A3')).toMatchObject({ valeur: null, formule: '=A1+1', format: '0.0%' });
  expect(lire(instantane, 'B1')).toEqual(lire(depart, 'B1'));
  expect(lire(instantane, 'D4')).toEqual({ ligne: 4, colonne: 4, valeur: 'neuf', formule: null, format: 'General', verrouillee: true });
  expect(instantane.feuilles[0]).toMatchObject({ derniereLigne: 4, derniereColonne: 4 });
  expect(instantane.calcul).toBe('enregistre');
  expect(lire(depart, 'A1')).toMatchObject({ valeur: 1 });
});

test('vide une cellule', () => {
  const application = appliquer(depart, { ecritures: [ecriture('A3', { formule: '=A1 + 1' }, { valeur: null })] });
  expect(application.etat === 'applique' && lire(application.instantane, 'A3')).toMatchObject({ valeur: null, formule: null, format: '0.0%' });
});

const refus: readonly (readonly [nom: string, instantane: Instantane, ecritures: readonly Ecriture[], motif: RegExp])[] = [
  ['valeur changée', depart, [ecriture('A1', { valeur: 2 }, { valeur: 5 })], /La cellule A1 a changé depuis le contrôle/],
  ['texte attendu, nombre trouvé', depart, [ecriture('A1', { valeur: '1' }, { valeur: 5 })], /a changé/],
  ['formule changée', depart, [ecriture('A3', { formule: '=A1+2' }, { valeur: 5 })], /a changé/],
  ['vide attendu', depart, [ecriture('A1', { valeur: null }, { valeur: 5 })], /a changé/],
  ['erreur saisie', depart, [ecriture('C1', { valeur: null }, { valeur: 5 })], /a changé/],
  ['feuille disparue', depart, [{ ...ecriture('A1', { valeur: 1 }, { valeur: 5 }), feuille: 'autre' }], /n’a plus sa feuille/],
  ['deux fois la même cellule', depart, [ecriture('A1', { valeur: 1 }, { valeur: 5 }), ecriture('A1', { valeur: 1 }, { valeur: 6 })], /deux corrections/],
  ['cellule couverte par une fusion', depart, [ecriture('B2', { valeur: null }, { valeur: 5 })], /écrire dans B1/],
  ['formule matricielle', avec({ matrices: [parsePlage('A1:A2')!] }), [ecriture('A1', { valeur: 1 }, { valeur: 5 })], /matricielle/],
  ['feuille protégée', avec({ protegee: true }), [ecriture('A1', { valeur: 1 }, { valeur: 5 })], /protégée/],
];

test.each(refus)('refuse, et n’écrit rien : %s', (_, instantane, ecritures, motif) => {
  const application = appliquer(instantane, { ecritures: [ecriture('E5', { valeur: null }, { valeur: 'autre' }), ...ecritures] });
  if (application.etat !== 'refuse') throw new Error('appliqué');
  expect(application.refus.map(({ message }) => message)).toContainEqual(expect.stringMatching(motif));
  expect(application).not.toHaveProperty('instantane');
});

test('ne crée pas de feuille', () => {
  expect(appliquer(depart, { ecritures: [], nouvellesFeuilles: ['Rapport'] }).etat).toBe('refuse');
});

describe('les corrections d’un rapport entier', () => {
  test.each(['conforme', 'moselle', 'anomalies', 'vierge'] as const)('%s : aucune automatique ne reste, aucune autre cellule ne change', (nom) => {
    verifierCorrections(base(nom).instantane);
  });

  test('le classeur corrigé n’a pas de bloquant nouveau', () => {
    const instantane = classeur([poser(valeur('o2-bilans', 'diagnostic'), '2 657'), poser(valeur('o6-taux', 'cible 2021'), null)]);
    expect(verifierCorrections(instantane).verdict).toBe('conforme');
  });
});
