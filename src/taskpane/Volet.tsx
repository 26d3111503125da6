/**
 * Le volet. Il ne connaît son hôte que par le port : le même sert dans Excel et dans la page sans
 * Excel. Changer d'hôte, c'est monter un autre volet (donner une autre `key`).
 */
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Hote } from '../hote/port';
import { controler, type Vues } from '../moteur/vues/vues';
import { Coque } from './coque/Coque';
import { ContexteVolet } from './contexte';
import type { ConstatMontre } from './etat/constats';
import type { Controleur } from './hooks/useControle';
import { useCelluleDesignee, type CelluleDesignee } from './hooks/useCelluleDesignee';
import { useEtatVolet } from './hooks/useEtatVolet';
import { useTheme, type ThemeHote } from './hooks/useTheme';

export interface ProprietesVolet {
  readonly hote: Hote;
  /** Thème d'Office ; absent : celui du système. */
  readonly themeHote?: ThemeHote | null;
  /** Contrôle un instantané ailleurs (un worker) ; par défaut, ici. */
  readonly controleur?: Controleur;
  readonly maintenant?: () => Date;
  /** Version du logiciel, montrée avec celle du référentiel. */
  readonly version?: string | null;
  /** Ce que le dernier contrôle a rendu, pour annoter une grille. */
  readonly surResultat?: (vues: Vues, constats: readonly ConstatMontre[]) => void;
  /** Le constat ouvert a changé ; `null` : la liste. */
  readonly surConstat?: (constat: ConstatMontre | null) => void;
  /** Cellule désignée hors du volet : en ouvre un constat. Un nouvel objet, une nouvelle demande. */
  readonly celluleDesignee?: CelluleDesignee | null;
}

const controlerIci: Controleur = (instantane, options) => Promise.resolve(controler(instantane, options));
const aLInstant = () => new Date();

const useStyles = makeStyles({
  racine: { flexGrow: 1, minHeight: '100%', backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
});

export function Volet({ hote, themeHote = null, controleur = controlerIci, maintenant = aLInstant, version = null, surResultat, surConstat, celluleDesignee = null }: ProprietesVolet) {
  const styles = useStyles();
  const { theme, sombre } = useTheme(themeHote);
  const etat = useEtatVolet({ hote, controleur, maintenant });
  const { controle: { vues }, constats, navigation, naviguer } = etat.volet;
  const ouvert = constats.find(({ id }) => id === navigation.ouvert) ?? null;

  useEffect(() => { if (vues) surResultat?.(vues, constats); }, [vues, constats, surResultat]);
  useEffect(() => { surConstat?.(ouvert); }, [ouvert, surConstat]);
  useCelluleDesignee(celluleDesignee, constats, naviguer);

  return (
    <FluentProvider theme={theme} style={{ colorScheme: sombre ? 'dark' : 'light' }} lang="fr">
      {/* Fluent pose la classe du fournisseur sur ses portails : un fond de pleine hauteur y cacherait tout. */}
      <div className={styles.racine}>
        <ContexteVolet value={etat.volet}>
          <Coque etat={etat} version={version} />
        </ContexteVolet>
      </div>
    </FluentProvider>
  );
}
