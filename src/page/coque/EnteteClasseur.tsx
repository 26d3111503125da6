/** L'en-tête d'un classeur ouvert : en ouvrir un autre, exporter, télécharger la copie corrigée. */
import { makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular, ArrowLeft20Regular, MoreHorizontal20Regular, Open20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { Bouton } from '../../taskpane/communs/Bouton';
import { useTextes } from '../../taskpane/communs/styles';
import { Choisir } from '../communs/Choisir';
import { ETROIT, useMedia } from '../communs/useMedia';
import { retenir, sourceDe, type Source } from '../lot/sources';

const useStyles = makeStyles({
  racine: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2, flexShrink: 0 },
  nom: { flex: '1 1 8rem', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

export interface ProprietesEntete {
  readonly nom: string;
  readonly modifie: boolean;
  /** Intitulé du retour : « Lot » ou « Accueil ». */
  readonly retour: string;
  readonly surRetour: () => void;
  readonly surChoix: (sources: readonly Source[]) => void;
  readonly surTelechargement: () => void;
  readonly surRapport: () => void;
  readonly surConstats: () => void;
  readonly surComparaison: (ancienne: Source) => void;
}

export function EnteteClasseur({ nom, modifie, retour, surRetour, surChoix, surTelechargement, surRapport, surConstats, surComparaison }: ProprietesEntete) {
  const styles = useStyles();
  const textes = useTextes();
  const etroit = useMedia(ETROIT);
  const champ = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.racine} role="region" aria-label="Fichier">
      <Bouton appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={`Retour : ${retour.toLowerCase()}`} onClick={surRetour}>{etroit ? null : retour}</Bouton>
      <p className={`${textes.texte} ${styles.nom}`} title={nom}><strong>{nom}</strong>{modifie && ' (modifié, à télécharger)'}</p>
      {!etroit && <Choisir nom="Ouvrir…" quoi="fichiers" apparence="subtle" icone={<Open20Regular />} surChoix={surChoix} />}
      <Bouton
        appearance={modifie ? 'primary' : 'secondary'} icon={<ArrowDownload20Regular />} disabledFocusable={!modifie} onClick={surTelechargement}
        title={modifie ? undefined : 'Rien n’a été corrigé : la copie serait identique au fichier.'} aria-label="Télécharger la copie corrigée"
      >
        {etroit ? null : 'Télécharger la copie corrigée'}
      </Bouton>
      <Menu>
        <MenuTrigger disableButtonEnhancement><Bouton appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label="Autres actions" /></MenuTrigger>
        <MenuPopover>
          <MenuList>
            {etroit && <MenuItem onClick={surRetour}>Ouvrir un autre classeur…</MenuItem>}
            <MenuItem onClick={surRapport}>Rapport (page HTML)</MenuItem>
            <MenuItem onClick={surConstats}>Constats (CSV pour Excel)</MenuItem>
            <MenuItem onClick={() => champ.current?.click()}>Comparer à une version précédente…</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <input
        ref={champ} type="file" hidden accept=".xlsx,.xlsm,.xltx" aria-label="Version précédente à comparer"
        onChange={({ target }) => {
          const [ancienne] = retenir([...(target.files ?? [])].map((fichier) => sourceDe(fichier)));
          target.value = '';
          if (ancienne) surComparaison(ancienne);
        }}
      />
    </div>
  );
}
