/** Exports de la consolidation : CSV, HTML, JSON. L'export .xlsx part des mêmes tableaux. */
import { formatMontant, formatNombre, formatTaux } from '../classeur/nombres';
import { ecrireCsv, type CelluleCsv } from '../rapport/csv';
import { echapper, pageHtml } from '../rapport/html/gabarit';
import { piedDePage, type OptionsHtml } from '../rapport/html/classeur';
import { REFERENTIEL } from '../referentiel/periode';
import type { Indicateur } from '../referentiel/indicateurs';
import type { Consolidation, MomentConsolide } from './consolider';
import { mettreEnTableaux, type FormatColonne, type Tableau } from './tableaux';

/** Tous les tableaux à la suite, séparés par une ligne vide. */
export function consolidationCsv(consolidation: Consolidation): string {
  const lignes = mettreEnTableaux(consolidation).flatMap(({ nom, note, colonnes, lignes: contenu }): (readonly CelluleCsv[])[] => [
    [nom], [note], colonnes.map(({ titre }) => titre), ...contenu, [],
  ]);
  return ecrireCsv(lignes);
}

/** Une somme de taux ou de délais n'a pas de sens : elle ne s'écrit pas. */
function momentJson({ type }: Indicateur, { somme, ...reste }: MomentConsolide) {
  return { ...reste, somme: type === 'taux' || type === 'delai' ? { ...somme, total: null } : somme };
}

export function consolidationJson({ classeurs, comptes, objectifs, ...reste }: Consolidation): string {
  const gardes = new Set(comptes);
  const donnees = {
    referentiel: REFERENTIEL,
    ...reste,
    objectifs: objectifs.map((objectif) => ({
      ...objectif,
      indicateurs: objectif.indicateurs.map(({ indicateur, moments }) => ({ indicateur, moments: moments.map((moment) => momentJson(indicateur, moment)) })),
    })),
    classeurs: classeurs.map((extrait) => ({ ...extrait, consolide: gardes.has(extrait) })),
  };
  return JSON.stringify(donnees, null, 2) + '\n';
}

function montrer(valeur: string | number | null, format: FormatColonne): string {
  if (valeur === null) return '–';
  if (typeof valeur === 'string') return valeur;
  if (format === 'taux') return formatTaux(valeur);
  return format === 'euros' ? formatMontant(valeur) : formatNombre(valeur);
}

function tableauHtml({ nom, note, colonnes, lignes }: Tableau): string {
  const classe = (format: FormatColonne) => (format === 'texte' ? '' : ' class="nombre"');
  const enTetes = colonnes.map(({ titre, format }) => `<th scope="col"${classe(format)}>${echapper(titre)}</th>`).join('');
  const corps = lignes.map((ligne) => `<tr>${colonnes.map(({ format }, rang) => `<td${classe(format)}>${echapper(montrer(ligne[rang] ?? null, format))}</td>`).join('')}</tr>`);
  return `<h2>${echapper(nom)}</h2><p>${echapper(note)}</p><div class="defile"><table><thead><tr>${enTetes}</tr></thead><tbody>${corps.join('\n')}</tbody></table></div>`;
}

export function consolidationHtml(consolidation: Consolidation, { date }: OptionsHtml = {}): string {
  const nombre = consolidation.classeurs.length;
  return pageHtml({
    titre: 'Consolidation des contrats',
    pied: piedDePage(REFERENTIEL, date),
    corps: `<h1>Consolidation de ${String(nombre)} classeur${nombre > 1 ? 's' : ''}</h1>
${mettreEnTableaux(consolidation).map(tableauHtml).join('\n')}`,
  });
}
