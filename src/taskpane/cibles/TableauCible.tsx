/** Le graphique en tableau, pour les lecteurs d'écran. */
import { INVISIBLE } from '../communs/styles';
import type { Bloc } from '../../classeur/dossier';
import type { VueCible } from '../../moteur/vues/cibles';
import type { SerieCible } from '../../moteur/vues/cibles-series';

const LIGNES: readonly (readonly [string, (bloc: Bloc) => boolean])[] = [
  ['diagnostic et cibles', (bloc) => bloc !== 'atteinte'],
  ['niveau atteint', (bloc) => bloc === 'atteinte'],
];

function anneesDe(series: readonly SerieCible[]): readonly number[] {
  return [...new Set(series.flatMap(({ points }) => points.map(({ annee }) => annee)))].sort((a, b) => a - b);
}

export function TableauCible({ vue: { series, nom } }: { readonly vue: VueCible }) {
  const annees = anneesDe(series);
  if (annees.length === 0) return null;
  const cellule = ({ points }: SerieCible, annee: number, garder: (bloc: Bloc) => boolean) => {
    const point = points.find(({ bloc, annee: an }) => an === annee && garder(bloc));
    return point ? `${point.texte}${point.precision === null ? '' : ` (${point.precision})`}` : '';
  };
  return (
    <div style={INVISIBLE}><table>
      <caption>Trajectoire : {nom}</caption>
      <thead><tr><th scope="col">Mesure</th>{annees.map((annee) => <th key={annee} scope="col">{annee}</th>)}</tr></thead>
      <tbody>
        {series.flatMap((serie) => LIGNES.map(([ligne, garder]) => (
          <tr key={`${serie.nom} ${ligne}`}>
            <th scope="row">{serie.nom}, {ligne}</th>
            {annees.map((annee) => <td key={annee}>{cellule(serie, annee, garder)}</td>)}
          </tr>
        )))}
      </tbody>
    </table></div>
  );
}
