/** Chercher et grouper. */
import { Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { Dismiss20Regular, Search20Regular } from '@fluentui/react-icons';
import { Bouton } from '../communs/Bouton';
import { useVolet } from '../contexte';
import type { Groupement } from '../etat/filtre';

const GROUPEMENTS: readonly (readonly [Groupement, string])[] = [
  ['objectif', 'Par objectif'],
  ['gravite', 'Par gravité'],
  ['feuille', 'Par feuille'],
];

const useStyles = makeStyles({
  racine: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXS, rowGap: tokens.spacingVerticalXS },
  recherche: { flexGrow: 1, flexBasis: '130px', minWidth: 0, minHeight: '44px' },
  groupement: { flexGrow: 1, flexBasis: '120px', minWidth: 0, '& select': { minHeight: '44px' } },
  effacer: { marginRight: '-10px' },
});

export default function Filtres() {
  const styles = useStyles();
  const { navigation: { filtre: { groupement, recherche } }, naviguer } = useVolet();
  const chercher = (texte: string) => { naviguer({ type: 'recherche', recherche: texte }); };
  const effacer = <Bouton className={styles.effacer} appearance="transparent" icon={<Dismiss20Regular />} aria-label="Effacer la recherche" onClick={() => { chercher(''); }} />;
  return (
    <div className={styles.racine} role="search">
      <Input
        className={styles.recherche} type="text" value={recherche} placeholder="Chercher" aria-label="Chercher dans les constats" contentBefore={<Search20Regular />}
        {...(recherche !== '' && { contentAfter: effacer })}
        onChange={(_, { value }) => { chercher(value); }} onKeyDown={({ key }) => { if (key === 'Escape') chercher(''); }}
      />
      <Select className={styles.groupement} aria-label="Grouper les constats" value={groupement} onChange={(_, { value }) => { naviguer({ type: 'groupement', groupement: value as Groupement }); }}>
        {GROUPEMENTS.map(([valeur, nom]) => <option key={valeur} value={valeur}>{nom}</option>)}
      </Select>
    </div>
  );
}
