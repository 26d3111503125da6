/** Les onglets du volet. */
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useVolet } from '../contexte';
import type { Onglet } from '../etat/navigation';

export const ID_PANNEAU = 'panneau';
export const idOnglet = (onglet: Onglet): string => `onglet-${onglet}`;

const ONGLETS: readonly (readonly [Onglet, string])[] = [
  ['controle', 'Contrôle'],
  ['cibles', 'Cibles'],
  ['financement', 'Financement'],
];

const useStyles = makeStyles({
  liste: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  onglet: { minHeight: '44px' },
});

export function Onglets() {
  const styles = useStyles();
  const { navigation: { onglet }, naviguer } = useVolet();
  return (
    <TabList className={styles.liste} size="small" selectedValue={onglet} aria-label="Écrans" onTabSelect={(_, { value }) => { naviguer({ type: 'onglet', onglet: value as Onglet }); }}>
      {ONGLETS.map(([valeur, nom]) => (
        <Tab key={valeur} id={idOnglet(valeur)} className={styles.onglet} value={valeur} aria-controls={onglet === valeur ? ID_PANNEAU : undefined}>{nom}</Tab>
      ))}
    </TabList>
  );
}
