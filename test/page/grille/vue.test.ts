/** La feuille prête à montrer : textes, hauteurs, masquage, intitulés. */
import { cleCellule } from '../../../src/classeur/instantane';
import { etendue, taille } from '../../../src/page/grille/axe';
import { contenuSaisissable } from '../../../src/page/grille/contenu';
import { lignesDeTexte } from '../../../src/page/grille/mesures';
import { derniereMontree, intitules } from '../../../src/page/grille/vue';
import { feuilleEssai, vueEssai } from './feuille';

test('les tailles du fichier : largeurs en caractères, hauteurs en points', () => {
  const vue = vueEssai({ cellules: { B2: 1 }, retouches: { largeurs: new Map([[1, 26], [2, 0]]), hauteurs: new Map([[1, 30]]) } });
  expect(taille(vue.colonnes, 1)).toBe(187);
  expect(taille(vue.colonnes, 2)).toBe(0);
  expect(taille(vue.lignes, 1)).toBe(40);
  expect(taille(vue.lignes, 2)).toBe(20);
});

test('l’échelle s’applique à tout', () => {
  expect(etendue(vueEssai({ cellules: { A1: 1 } }, { echelle: 0.5 }).colonnes)).toBe(6 * 32);
});

test('le masqué ne prend pas de place, sauf à le demander', () => {
  const description = { cellules: { A1: 1, C3: 1 }, retouches: { lignesMasquees: new Set([2]), colonnesMasquees: new Set([2]) } };
  expect(taille(vueEssai(description).lignes, 2)).toBe(0);
  expect(taille(vueEssai(description, { masquees: true }).colonnes, 2)).toBe(64);
});

test('une valeur recalculée se montre à la place de celle du fichier', () => {
  const jugements = new Map([['f1', new Map([[cleCellule(1, 1), { valeur: 0.2, origine: 'recalculee', raison: null } as const]])]]);
  const vue = vueEssai({ cellules: { A1: { valeur: 0.1, formule: '=B1/C1', format: '0.0%' } } }, { jugements });
  expect(vue.texte(1, 1)).toBe('20,0%');
  expect(vue.valeur(1, 1)).toBe(0.2);
});

test('une valeur inconnue ne laisse pas voir l’ancienne', () => {
  const jugements = new Map([['f1', new Map([[cleCellule(1, 1), { valeur: null, origine: 'inconnue', raison: 'fonction inconnue' } as const]])]]);
  expect(vueEssai({ cellules: { A1: { formule: '=TRUC()' } } }, { jugements }).texte(1, 1)).toBe('');
});

test('une feuille tronquée s’arrête à la dernière ligne lue', () => {
  expect(derniereMontree(feuilleEssai({ cellules: { A1: 1, A50: 2 }, retouches: { tronquee: true, derniereLigne: 60_000 } }))).toBe(50);
});

test('une cellule se nomme par ses en-têtes figés, fusions comprises', () => {
  const vue = vueEssai({
    cellules: { A1: 'Mesure', C1: 'Diagnostic', D1: 'Cibles', D2: 2020, E2: 2021, C3: 'Taux\nd’entretien', D3: 0.2 },
    fusions: ['C1:C2'], retouches: { figees: { lignes: 2, colonnes: 3 } },
  });
  expect(intitules(vue, 3, 4)).toEqual(['Taux d’entretien', '2020']);
  expect(intitules(vue, 3, 3)).toEqual(['Diagnostic']);
  expect(intitules(vue, 1, 1)).toEqual([]);
});

test.each([
  ['un mot', 100, 1],
  ['un texte assez long pour tenir sur deux lignes', 187, 2],
  ['deux\nlignes', 500, 2],
  ['anticonstitutionnellement', 40, 7],
  ['', 100, 1],
])('« %s » dans %i px tient en %i lignes', (texte, largeur, lignes) => {
  expect(lignesDeTexte(texte, largeur, 11)).toBe(lignes);
});

test.each([
  [{ formule: '=IF(D9=0,"",D7/D9)' }, '=SI(D9=0;"";D7/D9)'],
  [{ valeur: 0.1753, format: '0.0%' }, '17,53 %'],
  [{ valeur: 3406, format: '#,##0' }, '3406'],
  [{ valeur: 'ND' }, 'ND'],
  [{ valeur: true }, 'VRAI'],
  [{ valeur: { erreur: '#VALUE!' } as const }, '#VALEUR!'],
  [{ valeur: null }, ''],
])('contenu saisissable de %j', (cellule, attendu) => {
  expect(contenuSaisissable(feuilleEssai({ cellules: { A1: cellule } }), 1, 1)).toBe(attendu);
});
