/** Le total du contrat. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatMontant } from '../../classeur/nombres';
import type { TotalContrat as Total } from '../../moteur/vues/financement';
import type { Part } from '../../moteur/vues/montants';
import { LienCellule } from '../communs/LienCellule';
import { useTextes } from '../communs/styles';
import { Texte } from '../communs/Texte';

const useStyles = makeStyles({
  racine: { margin: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', rowGap: '2px', columnGap: tokens.spacingHorizontalM },
  valeur: { margin: 0, textAlign: 'right', whiteSpace: 'nowrap' },
  total: { fontWeight: tokens.fontWeightSemibold },
});

function EcartInscrit({ inscrit, total }: { readonly inscrit: Part; readonly total: Part }) {
  const egal = inscrit.euros !== null && total.euros !== null && Math.abs(inscrit.euros - total.euros) <= 0.5;
  if (inscrit.euros === null) return <Texte discret>La ligne TOTAL du plan n’a pas pu être lue ({inscrit.texte}).</Texte>;
  return (
    <>
      <Texte discret>{egal ? 'La ligne TOTAL du plan porte la même somme.' : `La ligne TOTAL du plan porte une autre somme : ${inscrit.texte}.`}</Texte>
      {!egal && inscrit.emplacement && <LienCellule emplacement={inscrit.emplacement}>Aller au total du plan</LienCellule>}
    </>
  );
}

export function TotalContrat({ contrat }: { readonly contrat: Total }) {
  const styles = useStyles();
  const textes = useTextes();
  const lignes: readonly (readonly [string, Part])[] = [
    ['Département', contrat.departement],
    ['Etat', contrat.etat],
    ...(contrat.partenaires.euros === 0 ? [] : [['Partenaires', contrat.partenaires] as const]),
    ['Total du contrat', contrat.total],
  ];
  return (
    <section aria-labelledby="total-contrat">
      <h2 id="total-contrat" className={textes.titre}>Total du contrat</h2>
      <dl className={styles.racine}>
        {lignes.map(([nom, { texte }], rang) => (
          <div key={nom} style={{ display: 'contents' }}>
            <dt className={rang === lignes.length - 1 ? styles.total : undefined}>{nom}</dt>
            <dd className={mergeClasses(styles.valeur, rang === lignes.length - 1 && styles.total)}>{texte}</dd>
          </div>
        ))}
      </dl>
      {contrat.local !== 0 && <Texte discret>Dont {formatMontant(contrat.local)} d’objectifs locaux, hors des 26 objectifs.</Texte>}
      {contrat.inscrit && <EcartInscrit inscrit={contrat.inscrit} total={contrat.total} />}
    </section>
  );
}
