/** Exports de la consolidation : CSV, HTML, JSON. L'export .xlsx part des mêmes tableaux. */
import { ecrireCsv, type CelluleCsv } from '../rapport/csv';
import { echapper, pageHtml, paragraphe } from '../rapport/html/gabarit';
import { piedDePage, type OptionsHtml } from '../rapport/html/classeur';
import { REFERENTIEL } from '../referentiel/periode';
import type { Indicateur } from '../referentiel/indicateurs';
import type { Consolidation, MomentConsolide } from './consolider';
import { montrerValeur, type Tableau } from './tableau';
import { mettreEnTableaux } from './tableaux';

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

/** Longueurs au plus d'un texte qui ne se coupe pas : jamais, ou à l'impression seulement. */
const LONGUEURS = { court: 16, libelle: 60 } as const;
/** À partir de là, un tableau ne tient plus sur un petit écran : il défile. */
const COLONNES_LARGES = 5;

const classe = (nom: string) => (nom === '' ? '' : ` class="${nom}"`);

function tableauHtml({ nom, note, colonnes, lignes }: Tableau): string {
  const classes = colonnes.map(({ format }, rang) => {
    if (format !== 'texte') return 'nombre';
    const longueur = Math.max(...lignes.map((ligne) => String(ligne[rang] ?? '').length));
    return longueur <= LONGUEURS.court ? 'court' : longueur <= LONGUEURS.libelle ? 'libelle' : '';
  });
  const enTetes = colonnes.map(({ titre }, rang) => `<th scope="col"${classe(classes[rang] === 'nombre' ? 'nombre' : '')}>${echapper(titre)}</th>`).join('');
  const corps = lignes.map((ligne) => `<tr>${colonnes.map(({ format }, rang) => `<td${classe(classes[rang]!)}>${paragraphe(montrerValeur(ligne[rang] ?? null, format))}</td>`).join('')}</tr>`);
  return `<h2>${echapper(nom)}</h2><p>${paragraphe(note)}</p><div class="defile"><table${classe(colonnes.length >= COLONNES_LARGES ? 'large' : '')}><thead><tr>${enTetes}</tr></thead><tbody>${corps.join('\n')}</tbody></table></div>`;
}

export function consolidationHtml(consolidation: Consolidation, { date }: OptionsHtml = {}): string {
  const nombre = consolidation.classeurs.length;
  return pageHtml({
    titre: 'Consolidation des contrats',
    paysage: true,
    pied: piedDePage(REFERENTIEL, date),
    corps: `<h1>Consolidation de ${String(nombre)} classeur${nombre > 1 ? 's' : ''}</h1>
${mettreEnTableaux(consolidation).map(tableauHtml).join('\n')}`,
  });
}
