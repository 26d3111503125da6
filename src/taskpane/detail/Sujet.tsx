/** De quoi parle un constat : objectif, indicateur, année et cellule, en clair. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Constat } from '../../controles/constat';
import { majuscule, nommer } from '../../controles/fabrique';
import { indicateurDe } from '../../referentiel/indicateurs';
import { formatA1 } from '../../classeur/adresse';
import { insecables } from '../communs/typographie';
import { useVolet } from '../contexte';

const useStyles = makeStyles({
  racine: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS, rowGap: '2px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  terme: { color: tokens.colorNeutralForeground2 },
  valeur: { margin: 0, overflowWrap: 'anywhere' },
});

export function Sujet({ constat: { objectif, indicateur, annee, feuille, emplacement } }: { readonly constat: Constat }) {
  const styles = useStyles();
  const { noms } = useVolet();
  const nomFeuille = feuille === null ? null : (noms.get(feuille) ?? null);
  const lieu = [nomFeuille, emplacement && formatA1(emplacement.ligne, emplacement.colonne)].filter(Boolean).join(' · ');
  const lignes: readonly (readonly [string, string | null])[] = [
    ['Objectif', objectif === null ? null : nommer(objectif).replace(/^Objectif /, '')],
    ['Indicateur', indicateur === null ? null : majuscule(indicateurDe(indicateur).nom)],
    ['Année', annee === null ? null : String(annee)],
    [emplacement ? 'Cellule' : 'Feuille', lieu === '' ? null : lieu],
  ];
  return (
    <dl className={styles.racine}>
      {lignes.map(([terme, valeur]) => valeur !== null && (
        <div key={terme} style={{ display: 'contents' }}>
          <dt className={styles.terme}>{terme}</dt>
          <dd className={styles.valeur}>{insecables(valeur)}</dd>
        </div>
      ))}
    </dl>
  );
}
