/** Les exports d'un lot, d'une consolidation et d'une comparaison : HTML autonome, CSV à « ; » et BOM. */
import type { Comparaison } from '../../comparaison/comparer';
import { comparaisonCsv, comparaisonHtml } from '../../comparaison/rendus';
import { decrireConsolidation } from '../../consolidation/classeur';
import type { Consolidation } from '../../consolidation/consolider';
import { consolidationCsv, consolidationHtml } from '../../consolidation/rendus';
import { creerClasseur } from '../../hote/fichier/creer-classeur';
import type { Rapport } from '../../moteur/rapport';
import { EN_TETE_CONSTATS, ecrireCsv, ligneIllisible, lignesConstats, syntheseCsv } from '../../rapport/csv';
import { rapportHtml } from '../../rapport/html/classeur';
import { syntheseHtml } from '../../rapport/html/synthese';
import { REFERENTIEL } from '../../referentiel/periode';
import { dateDuControle } from '../communs/date';
import { telecharger, TYPES } from '../communs/telecharger';
import type { Examen } from '../travail/ouvrier';
import { nomNu } from '../session/noms';
import { lignesExport } from './lignes';
import { nomDe } from './sources';

type Examens = ReadonlyMap<string, Examen>;

export function constatsCsv(examens: Examens): string {
  const lignes = [...examens].flatMap(([chemin, { rapport, ligne }]) => {
    if (rapport) return lignesConstats(rapport, chemin);
    return ligne.verdict === 'illisible' ? [ligneIllisible(chemin, ligne.erreur)] : [];
  });
  return ecrireCsv([EN_TETE_CONSTATS, ...lignes]);
}

export const exporterLot = {
  syntheseHtml: (examens: Examens) => { telecharger('synthese-cdppe.html', syntheseHtml(lignesExport(examens), { referentiel: REFERENTIEL, date: dateDuControle() }), TYPES.html); },
  syntheseCsv: (examens: Examens) => { telecharger('synthese-cdppe.csv', syntheseCsv(lignesExport(examens)), TYPES.csv); },
  rapportHtml: (chemin: string, rapport: Rapport) => { telecharger(`${chemin.split(' + ').map((partie) => nomNu(nomDe(partie))).join('-et-')}-controle.html`, rapportHtml(rapport, { date: dateDuControle() }), TYPES.html); },
  constatsCsv: (examens: Examens) => { telecharger('constats-cdppe.csv', constatsCsv(examens), TYPES.csv); },
} as const;

export const exporterConsolidation = {
  html: (consolidation: Consolidation) => { telecharger('consolidation-cdppe.html', consolidationHtml(consolidation, { date: dateDuControle() }), TYPES.html); },
  xlsx: (consolidation: Consolidation) => { telecharger('consolidation-cdppe.xlsx', creerClasseur(decrireConsolidation(consolidation)), TYPES.xlsx); },
  csv: (consolidation: Consolidation) => { telecharger('consolidation-cdppe.csv', consolidationCsv(consolidation), TYPES.csv); },
} as const;

export const exporterComparaison = {
  html: (comparaison: Comparaison) => { telecharger('comparaison-cdppe.html', comparaisonHtml(comparaison, { date: dateDuControle() }), TYPES.html); },
  csv: (comparaison: Comparaison) => { telecharger('comparaison-cdppe.csv', comparaisonCsv(comparaison), TYPES.csv); },
} as const;
