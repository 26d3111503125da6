/** Le pied de la grille : les feuilles, l'échelle, ce qui ne se montre pas. */
import { makeStyles, Select, Tab, TabList, tokens } from '@fluentui/react-components';
import { EyeOff16Regular } from '@fluentui/react-icons';
import type { Feuille } from '../../classeur/instantane';
import { accorder } from '../../rapport/mots';
import { useTextes } from '../../taskpane/communs/styles';
import { ECHELLES } from './mesures';

const useStyles = makeStyles({
  racine: { flexShrink: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}` },
  onglets: { flex: '1 1 12rem', minWidth: 0, overflowX: 'auto' },
  onglet: { minHeight: '44px' },
  echelle: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  choix: { minWidth: '6rem' },
});

export interface ProprietesPied {
  readonly feuilles: readonly Feuille[];
  readonly courante: string;
  /** Nombre de constats sans décision par feuille. */
  readonly comptes: ReadonlyMap<string, number>;
  readonly echelle: number;
  /** Lignes et colonnes masquées de la feuille courante. */
  readonly masques: number;
  readonly masquees: boolean;
  readonly surFeuille: (id: string) => void;
  readonly surEchelle: (echelle: number) => void;
  readonly surMasquees: (masquees: boolean) => void;
}

function nommer({ nom, visibilite }: Feuille, compte: number): string {
  const masquee = visibilite === 'visible' ? '' : ' (masquée)';
  return `${nom}${masquee}${compte === 0 ? '' : `, ${accorder(compte, 'constat')}`}`;
}

export function PiedGrille({ feuilles, courante, comptes, echelle, masques, masquees, surFeuille, surEchelle, surMasquees }: ProprietesPied) {
  const styles = useStyles();
  const textes = useTextes();
  return (
    <div className={styles.racine}>
      <TabList className={styles.onglets} size="small" selectedValue={courante} aria-label="Feuilles du classeur" onTabSelect={(_, { value }) => { surFeuille(value as string); }}>
        {feuilles.map((feuille) => (
          <Tab key={feuille.id} className={styles.onglet} value={feuille.id} icon={feuille.visibilite === 'visible' ? undefined : <EyeOff16Regular />}>
            {nommer(feuille, comptes.get(feuille.id) ?? 0)}
          </Tab>
        ))}
      </TabList>
      {masques > 0 && (
        <label className={textes.discret}>
          <input type="checkbox" checked={masquees} onChange={(evenement) => { surMasquees(evenement.target.checked); }} />
          {' '}Montrer {accorder(masques, 'ligne ou colonne masquée', 'lignes ou colonnes masquées')}
        </label>
      )}
      <label className={styles.echelle}>
        <span className={textes.discret}>Échelle</span>
        <Select size="small" className={styles.choix} value={String(echelle)} onChange={(_, { value }) => { surEchelle(Number(value)); }}>
          {ECHELLES.map((valeur) => <option key={valeur} value={String(valeur)}>{Math.round(valeur * 100)} %</option>)}
        </Select>
      </label>
    </div>
  );
}
