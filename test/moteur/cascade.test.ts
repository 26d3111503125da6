/** Une cellule abîmée ne fait pas une avalanche : au plus un constat qui compte, deux si elle sert à deux taux. */
import { analyser } from '../../src/moteur/analyser';
import { indicateursDe } from '../../src/referentiel/indicateurs';
import { auPlan, base, classeur, nouveaux, partout, poser, valeur, vider, type Contenu, type Lieu, type Modif, type NomMoment } from '../controles/aide';

const DOMMAGES: readonly (readonly [nom: string, contenu: Contenu])[] = [
  ['vidée', null], ['« ND »', 'ND'], ['illisible', 'en fin d’année'], ['négative', -5], ['en erreur', { formule: '=#REF!' }], ['formule non calculable', { formule: '=[1]Feuil1!A1' }],
];
/** Un objectif de chaque sorte : deux sources, deux taux, note propre, sans cible exigée. */
const RETENUS = [1, 3, 6, 9] as const;
const MOMENTS: readonly NomMoment[] = ['diagnostic', 'cible 2022'];

const origine = analyser(base().instantane).rapport;

function graves(modifs: readonly Modif[]): readonly string[] {
  return nouveaux(analyser(classeur(modifs)).rapport, origine, base().dossier).filter(({ gravite }) => gravite !== 'info').map(({ code, emplacement }) => `${code} ${JSON.stringify(emplacement)}`);
}

const lieuxDuTableau = RETENUS.flatMap((numero) => indicateursDe(numero).flatMap(({ code }) => MOMENTS.map((moment): readonly [string, Lieu] => [`${code}, ${moment}`, valeur(code, moment)])));
const lieuxDuPlan = RETENUS.flatMap((numero) => (['departement', 'etat', 'total', 'modalites', 'actions'] as const).map((colonne): readonly [string, Lieu] => [`objectif ${String(numero)}, ${colonne}`, auPlan(numero, colonne)]));

describe.each(DOMMAGES)('cellule %s', (_, contenu) => {
  test('du tableau de bord', () => {
    const trop = lieuxDuTableau.map(([nom, lieu]) => [nom, graves([poser(lieu, contenu)])] as const).filter(([nom, constats]) => constats.length > (nom.startsWith('o3-naissances') ? 2 : 1));
    expect(trop).toEqual([]);
  });

  test('du plan d’action', () => {
    const trop = lieuxDuPlan.map(([nom, lieu]) => [nom, graves([poser(lieu, contenu)])] as const).filter(([, constats]) => constats.length > 1);
    expect(trop).toEqual([]);
  });
});

test('un classeur très abîmé : un constat par cellule abîmée, pas davantage', () => {
  const lieux = lieuxDuTableau.filter(([nom]) => !nom.includes('taux')).map(([, lieu]) => lieu);
  const trouves = graves([...partout(lieux, 'en fin d’année'), ...partout(lieuxDuPlan.filter(([nom]) => /departement|etat/.test(nom)).map(([, lieu]) => lieu), 'selon avenant')]);
  expect(trouves.length).toBeLessThanOrEqual(lieux.length + 2 * RETENUS.length);
});

test('un tableau dont toutes les cibles sont vides : une par indicateur qui l’exige et par année', () => {
  const cibles = lieuxDuTableau.filter(([nom]) => nom.includes('cible') && !nom.includes('taux')).map(([, lieu]) => lieu);
  const codes = new Set(graves(cibles.map(vider)).map((constat) => constat.slice(0, 6)));
  expect([...codes]).toEqual(['CIB-01']);
});
