/** Le classeur de la consolidation : rien n'y est coupé, et les euros gardent leurs centimes. */
import { decrireConsolidation } from '../../src/consolidation/classeur';
import { consolider } from '../../src/consolidation/consolider';
import { extraire } from '../../src/consolidation/extrait';
import { lireClasseur } from '../../src/hote/fichier/lire';
import { analyser } from '../../src/moteur/analyser';
import { octetsDe, tirerLot } from '../classeurs/lot';

const CONTRATS = tirerLot(11, 60);
const { feuilles, styles } = decrireConsolidation(consolider(CONTRATS.map((contrat) => extraire(analyser(lireClasseur(octetsDe(contrat), { nom: contrat.fichier })), contrat.fichier))));

test.each(feuilles.map((feuille) => [feuille.nom, feuille] as const))('%s : chaque texte tient dans sa case', (_, { cellules, largeurs, hauteurs, fusions }) => {
  const largeurDe = (ligne: number, colonne: number) => {
    const fusion = fusions.find((plage) => plage.ligne === ligne && plage.colonne === colonne);
    return Array.from({ length: (fusion?.derniereColonne ?? colonne) - colonne + 1 }, (__, rang) => largeurs.get(colonne + rang)!).reduce((a, b) => a + b, 0);
  };
  for (const { ligne, colonne, contenu } of cellules.filter((cellule) => cellule.ligne > 1)) {
    if (!('valeur' in contenu) || typeof contenu.valeur !== 'string') continue;
    expect((hauteurs.get(ligne)! / 15) * largeurDe(ligne, colonne)).toBeGreaterThanOrEqual(contenu.valeur.length);
  }
});

test('un département retenu par soixante se lit en entier, sur plusieurs lignes', () => {
  const { hauteurs } = feuilles.find(({ nom }) => nom === 'Financements par objectif')!;
  expect(Math.max(...hauteurs.values())).toBeGreaterThan(15);
});

test('les montants s’écrivent au centime', () => {
  const { cellules } = feuilles.find(({ nom }) => nom === 'Enveloppes')!;
  const montant = cellules.find(({ ligne, colonne }) => ligne === 5 && colonne === 2)!;
  expect(styles[montant.style]?.format).toBe('#,##0.00 "€"');
});
