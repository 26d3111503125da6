/** La feuille « Sources du diagnostic » : créée, mise à jour, et jamais prise pour un tableau de bord. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { celluleDe, type Instantane } from '../../src/classeur/instantane';
import { appliquer } from '../../src/corrections/appliquer';
import { NOM_FEUILLE_SOURCES, nommerIndicateur, planProvenance, provenancesConsignees, type Provenance } from '../../src/diagnostic/provenance';
import { retoucher } from '../../src/hote/fichier/ecrire';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser } from '../../src/moteur/analyser';
import { INDICATEURS } from '../../src/referentiel/indicateurs';
import { fabriquerClasseur } from '../classeurs/fabrique';

const lire = (octets: Uint8Array) => lireClasseur(octets, { nom: '87.xlsx' });
const NU = fabriquerClasseur([{ nom: 'Tableau de bord', lignes: [['Indicateur']] }]);
const ligne = (plus: Partial<Provenance> = {}): Provenance => ({ indicateur: 'o6-entrantes', cellule: 'D44', valeur: 1250, source: 'CRIP', millesime: '2019', date: '2020-06-15', mode: 'importé', ...plus });

function consigner(octets: Uint8Array, provenances: readonly Provenance[]): Uint8Array {
  const resultat = retoucher(octets, planProvenance(lire(octets), provenances));
  if (resultat.etat === 'refuse') throw new Error(resultat.raisons.map(({ message }) => message).join(' '));
  return resultat.octets;
}

function rangees(instantane: Instantane, nom = NOM_FEUILLE_SOURCES): readonly (readonly unknown[])[] {
  const feuille = instantane.feuilles.find((candidate) => candidate.nom === nom)!;
  return Array.from({ length: feuille.derniereLigne }, (_, l) => Array.from({ length: feuille.derniereColonne }, (_vide, c) => celluleDe(feuille, l + 1, c + 1)?.valeur ?? null));
}

const TITRES = ['Cellule', 'Indicateur', 'Valeur', 'Source', 'Millésime', 'Date', 'Saisi ou importé'];

test('rien à dire : rien à écrire', () => {
  expect(planProvenance(lire(NU), [])).toEqual({ ecritures: [] });
});

test('créée : des titres, une ligne par valeur, la date donnée', () => {
  const octets = consigner(NU, [ligne(), ligne({ indicateur: 'o18-places', cellule: 'D52', valeur: 'ND', source: null, millesime: null, mode: 'saisi' })]);
  expect(rangees(lire(octets))).toEqual([
    TITRES,
    ['D44', 'IP entrantes – objectif 6', 1250, 'CRIP', '2019', '15/06/2020', 'importé'],
    ['D52', 'places en villages d’enfants – objectif 18', 'ND', 'non précisée', 'non précisée', '15/06/2020', 'saisi'],
  ]);
  expect(provenancesConsignees(lire(octets))).toEqual(new Set(['o6-entrantes', 'o18-places']));
});

test('mise à jour : la ligne de l’indicateur change, une nouvelle s’ajoute, le reste ne bouge pas', () => {
  const octets = consigner(NU, [ligne(), ligne({ indicateur: 'o18-places', cellule: 'D52', valeur: 4 })]);
  const plan = planProvenance(lire(octets), [ligne({ valeur: 1300, date: '2020-07-01' }), ligne({ indicateur: 'delai-aemo', cellule: 'D43', valeur: 45.5, date: '2020-07-01' })]);
  expect(plan.nouvellesFeuilles).toBeUndefined();
  expect(plan.ecritures.map(({ ligne: l, colonne }) => [l, colonne])).toEqual([[2, 3], [2, 6], ...[1, 2, 3, 4, 5, 6, 7].map((colonne) => [4, colonne])]);
  const resultat = retoucher(octets, plan);
  expect(resultat.etat === 'applique' && rangees(lire(resultat.octets)).slice(1)).toEqual([
    ['D44', 'IP entrantes – objectif 6', 1300, 'CRIP', '2019', '01/07/2020', 'importé'],
    ['D52', 'places en villages d’enfants – objectif 18', 4, 'CRIP', '2019', '15/06/2020', 'importé'],
    ['D43', 'délai d’exécution des AEMO', 45.5, 'CRIP', '2019', '01/07/2020', 'importé'],
  ]);
});

test('la même provenance deux fois n’écrit rien la seconde', () => {
  const octets = consigner(NU, [ligne()]);
  expect(planProvenance(lire(octets), [ligne()])).toEqual({ ecritures: [] });
});

test('des colonnes déplacées, un titre au-dessus, une note dessous sont respectés', () => {
  const octets = fabriquerClasseur([
    { nom: 'Tableau de bord', lignes: [['Indicateur']] },
    { nom: 'SOURCES DU DIAGNOSTIC', lignes: [['Sources'], ['Indicateur', 'Cellule', 'Date', 'Valeur', 'Source', 'Saisi ou importé', 'Millésime', 'Pilote'], ['IP entrantes – objectif 6', 'D44', '01/01/2020', 1, 'x', 'saisi', '2018', 'M. Z'], ['vu en comité']] },
  ]);
  const apres = lire(consigner(octets, [ligne(), ligne({ indicateur: 'o18-places', cellule: 'D52', valeur: 4 })]));
  expect(rangees(apres, 'SOURCES DU DIAGNOSTIC').slice(2)).toEqual([
    ['IP entrantes – objectif 6', 'D44', '15/06/2020', 1250, 'CRIP', 'importé', '2019', 'M. Z'],
    ['vu en comité', null, null, null, null, null, null, null],
    ['places en villages d’enfants – objectif 18', 'D52', '15/06/2020', 4, 'CRIP', 'importé', '2019', null],
  ]);
});

test('une feuille de ce nom qui n’est pas la nôtre n’est pas touchée', () => {
  const octets = fabriquerClasseur([{ nom: 'Tableau de bord', lignes: [['Indicateur']] }, { nom: NOM_FEUILLE_SOURCES, lignes: [['Mes notes']] }]);
  const apres = lire(consigner(octets, [ligne()]));
  expect(apres.feuilles.map(({ nom }) => nom)).toEqual(['Tableau de bord', NOM_FEUILLE_SOURCES, `${NOM_FEUILLE_SOURCES} (2)`]);
  expect(rangees(apres)).toEqual([['Mes notes']]);
  // Et c'est celle-là qui sera mise à jour ensuite.
  expect(planProvenance(apres, [ligne()])).toEqual({ ecritures: [] });
});

test('un texte qui commence par « = » reste un texte', () => {
  const apres = lire(consigner(NU, [ligne({ source: '=1+1' })]));
  const feuille = apres.feuilles.find(({ nom }) => nom === NOM_FEUILLE_SOURCES)!;
  expect(celluleDe(feuille, 2, 4)).toMatchObject({ valeur: '=1+1', formule: null });
});

test('chaque indicateur a un nom à lui', () => {
  expect(new Set(INDICATEURS.map(({ code }) => nommerIndicateur(code))).size).toBe(INDICATEURS.length);
});

test.each(['annexe-5-vierge.xlsx', '87-haute-vienne-conforme.xlsx', '87-haute-vienne-anomalies.xlsx', '57-moselle-variante.xlsx'])('pleine, elle ne change rien au contrôle de %s', (nom) => {
  const octets = new Uint8Array(readFileSync(join(__dirname, '../../exemples', nom)));
  const avant = analyser(lire(octets)).rapport;
  const apres = analyser(lire(consigner(octets, INDICATEURS.map(({ code }, rang) => ligne({ indicateur: code, valeur: rang }))))).rapport;
  expect([apres.verdict, apres.departement, apres.constats]).toEqual([avant.verdict, avant.departement, avant.constats]);
  expect(apres.feuilles.at(-1)).toMatchObject({ nom: NOM_FEUILLE_SOURCES, nature: 'autre' });
});

test('les écritures d’une feuille existante passent aussi par un instantané', () => {
  const instantane = lire(consigner(NU, [ligne()]));
  expect(appliquer(instantane, planProvenance(instantane, [ligne({ valeur: 3 })])).etat).toBe('applique');
});
