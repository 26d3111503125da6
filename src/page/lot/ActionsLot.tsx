/** Ce qu'on fait d'un lot : consolider, comparer deux versions, exporter. */
import { makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular, ArrowLeft20Regular, ArrowSwap20Regular, DocumentAdd20Regular, Table20Regular } from '@fluentui/react-icons';
import { Bouton } from '../../taskpane/communs/Bouton';
import { useTextes } from '../../taskpane/communs/styles';
import { Choisir } from '../communs/Choisir';
import type { Examen } from '../travail/ouvrier';
import { exporterLot } from './exports';
import type { Source } from './sources';

const useStyles = makeStyles({ racine: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS } });

export interface ProprietesActions {
  readonly examens: ReadonlyMap<string, Examen>;
  readonly choisies: readonly Source[];
  readonly surConsolidation: (exclus: number) => void;
  readonly surComparaison: (avant: Source, apres: Source) => void;
  readonly surChoix: (sources: readonly Source[]) => void;
  readonly surRetour: () => void;
}

/** Le plus ancien d'abord. */
function ordonner([a, b]: readonly [Source, Source]): readonly [Source, Source] {
  return a.modifie <= b.modifie ? [a, b] : [b, a];
}

export function ActionsLot({ examens, choisies, surConsolidation, surComparaison, surChoix, surRetour }: ProprietesActions) {
  const styles = useStyles();
  const textes = useTextes();
  const consolidables = [...examens.values()].filter(({ extrait }) => extrait !== null).length;
  const [premier, second] = choisies;
  const paire = choisies.length === 2 && premier && second ? ordonner([premier, second]) : null;
  return (
    <div className={styles.racine}>
      <Bouton appearance="subtle" icon={<ArrowLeft20Regular />} onClick={surRetour}>Accueil</Bouton>
      <Bouton appearance="primary" icon={<Table20Regular />} disabledFocusable={consolidables === 0} onClick={() => { surConsolidation(examens.size - consolidables); }}>Consolider</Bouton>
      <Bouton icon={<ArrowSwap20Regular />} disabledFocusable={paire === null} onClick={() => { if (paire) surComparaison(...paire); }}>Comparer les deux choisis</Bouton>
      <Menu>
        <MenuTrigger disableButtonEnhancement><Bouton icon={<ArrowDownload20Regular />} disabledFocusable={examens.size === 0}>Exporter</Bouton></MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => { exporterLot.syntheseHtml(examens); }}>Synthèse (page HTML)</MenuItem>
            <MenuItem onClick={() => { exporterLot.syntheseCsv(examens); }}>Synthèse (CSV pour Excel)</MenuItem>
            <MenuItem onClick={() => { exporterLot.constatsCsv(examens); }}>Tous les constats (CSV pour Excel)</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Choisir nom="Choisir d’autres classeurs…" quoi="fichiers" apparence="subtle" icone={<DocumentAdd20Regular />} surChoix={surChoix} />
      {paire === null && <span className={textes.discret}>Pour comparer deux versions, cochez deux classeurs.</span>}
    </div>
  );
}
