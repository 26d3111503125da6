/** Le modèle vierge : les mêmes cellules que l'annexe officielle, à remplir et rien d'autre. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatA1, formatPlage } from '../../src/classeur/adresse';
import type { Feuille } from '../../src/classeur/instantane';
import { creerClasseur } from '../../src/hote/fichier/creer-classeur';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { retoucher } from '../../src/hote/fichier/ecrire';
import { decrireModele } from '../../src/modele/modele';
import { planDuClasseur } from '../../src/modele/description';
import { analyser } from '../../src/moteur/analyser';
import { DEPARTEMENTS } from '../../src/referentiel/departements';
import { INDICATEURS } from '../../src/referentiel/indicateurs';
import { OBJECTIFS } from '../../src/referentiel/objectifs';
import { fabriquerClasseur } from '../classeurs/fabrique';

const creer = (departement: string | null = null) => creerClasseur(decrireModele({ departement }));
const lire = (octets: Uint8Array) => lireClasseur(octets, { nom: 'modele.xlsx' });
const officiel = lireClasseur(new Uint8Array(readFileSync(join(__dirname, '../../exemples/annexe-5-vierge.xlsx'))), { nom: null });

/** Textes et formules par adresse, espaces réunis : l'annexe en a de doubles. La ligne 2 est la nôtre (département). */
function contenus({ cellules }: Feuille): Record<string, unknown> {
  return Object.fromEntries([...cellules.values()].flatMap(({ ligne, colonne, valeur, formule }) => {
    const contenu = formule ?? (typeof valeur === 'string' ? valeur.replace(/\s+/g, ' ').trim() : valeur);
    return contenu === null || ligne === 2 ? [] : [[formatA1(ligne, colonne), contenu]];
  }));
}

describe.each([0, 1])('feuille %i', (rang) => {
  const [notre, leur] = [lire(creer()).feuilles[rang]!, officiel.feuilles[rang]!];

  test('porte le nom, les libellés et les formules de l’annexe, aux mêmes places', () => {
    expect(notre.nom).toBe(leur.nom);
    expect(contenus(notre)).toEqual(contenus(leur));
  });

  test('a les mêmes fusions et fige son en-tête', () => {
    expect(notre.fusions.map(formatPlage).sort()).toEqual(leur.fusions.map(formatPlage).sort());
    expect(notre.figees).toEqual(leur.figees);
  });

  test('ne fusionne jamais deux fois une cellule, et n’en pose jamais deux', () => {
    const { cellules, fusions } = decrireModele().feuilles[rang]!;
    const places = cellules.map(({ ligne, colonne }) => formatA1(ligne, colonne));
    expect(new Set(places).size).toBe(places.length);
    for (const [i, a] of fusions.entries()) {
      for (const b of fusions.slice(i + 1)) expect(a.ligne > b.derniereLigne || b.ligne > a.derniereLigne || a.colonne > b.derniereColonne || b.colonne > a.derniereColonne).toBe(true);
    }
  });
});

test('est à remplir, sans aucun constat, ni rien d’invérifié faute de feuille', () => {
  const { rapport, dossier } = analyser(lire(creer()));
  expect({ verdict: rapport.verdict, constats: rapport.constats, departement: rapport.departement }).toEqual({ verdict: 'a_remplir', constats: [], departement: null });
  expect(rapport.controles.filter(({ statut }) => statut === 'erreur')).toEqual([]);
  expect(dossier.tableau?.indicateurs.size).toBe(INDICATEURS.length);
  expect([...dossier.tableau!.indicateurs.values()].every(({ libelle }) => libelle.exact)).toBe(true);
  expect(dossier.tableau?.objectifs.size).toBe(OBJECTIFS.length);
  expect(dossier.plan?.objectifs.size).toBe(OBJECTIFS.length);
  expect([dossier.tableau?.colonnesManquantes, dossier.plan?.colonnesManquantes, dossier.tableau?.anomalies, dossier.plan?.anomalies]).toEqual([[], [], [], []]);
  expect(dossier.plan?.ligneTotal).toBe(37);
});

/** Les noms qui sont aussi des mots ou des lieux courants, les codes du projet, et un nom simple. */
const DELICATS = DEPARTEMENTS.filter(({ code, homonyme }) => homonyme || code.length > 2 || ['20', '2A', '43', '69', '87'].includes(code));

test('le département inscrit se relit', () => {
  for (const { code } of DELICATS) {
    const { rapport } = analyser(lire(creer(code)));
    expect([code, rapport.departement, rapport.verdict, rapport.constats]).toEqual([code, { code, nom: expect.any(String), provenance: 'titre', desaccords: [] }, 'a_remplir', []]);
  }
});

test('suit la période qu’on lui donne', () => {
  const { rapport, dossier } = analyser(lire(creerClasseur(decrireModele({ periode: { diagnostic: 2021, annees: [2022, 2023, 2024] } }))));
  expect(rapport.periode).toEqual({ diagnostic: 2021, annees: [2022, 2023, 2024] });
  expect([rapport.verdict, dossier.plan?.periode.annees]).toEqual(['a_remplir', [2022, 2023, 2024]]);
});

test('mêmes octets pour la même description', () => {
  expect(Buffer.from(creer('87')).equals(Buffer.from(creer('87')))).toBe(true);
});

test('formats : effectifs, taux, montants', () => {
  const [tableau, plan] = lire(creer()).feuilles.map((feuille) => new Map([...feuille.cellules.values()].map((cellule) => [formatA1(cellule.ligne, cellule.colonne), cellule.format])));
  expect(['D7', 'D10', 'D42', 'D36'].map((adresse) => tableau!.get(adresse))).toEqual(['#,##0', '0.0%', '#,##0.0', 'General']);
  expect(['G7', 'I7', 'G37'].map((adresse) => plan!.get(adresse))).toEqual(['#,##0 "€"', '#,##0 "€"', '#,##0 "€"']);
});

test('chaque case à saisir est sous une règle qui avertit sans interdire', () => {
  const { validations, cellules } = decrireModele().feuilles[0]!;
  const [{ plages }] = validations as [(typeof validations)[number]];
  const couverte = (ligne: number, colonne: number) => plages.some((plage) => ligne >= plage.ligne && ligne <= plage.derniereLigne && colonne >= plage.colonne && colonne <= plage.derniereColonne);
  const saisies = cellules.filter(({ style }) => style === 'effectif' || style === 'delai');
  expect(saisies).toHaveLength(35 * 7);
  expect(saisies.every(({ ligne, colonne }) => couverte(ligne, colonne))).toBe(true);
  expect(cellules.filter(({ style }) => style === 'taux').some(({ ligne, colonne }) => couverte(ligne, colonne))).toBe(false);
});

test('se traduit aussi en écritures, pour un hôte qui n’insère pas de classeur', () => {
  const autre = fabriquerClasseur([{ nom: 'Page de garde', lignes: [['Contrat départemental']] }]);
  const resultat = retoucher(autre, planDuClasseur(decrireModele({ departement: '87' }), 'Créer les feuilles officielles.'));
  if (resultat.etat !== 'applique') throw new Error(resultat.raisons[0]?.message);
  const { rapport, dossier } = analyser(lireClasseur(resultat.octets, { nom: null }));
  expect([rapport.verdict, rapport.constats, rapport.departement?.code, dossier.tableau?.indicateurs.size, dossier.plan?.ligneTotal]).toEqual(['a_remplir', [], '87', INDICATEURS.length, 37]);
});
