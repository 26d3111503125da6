/** Un constat dans la liste : de quoi choisir, sans le lire en entier. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { formatA1 } from '../../classeur/adresse';
import { messageSeul } from '../../rapport/texte-constat';
import { idCarte } from '../communs/focus';
import { Gravite } from '../communs/Gravite';
import { insecables } from '../communs/typographie';
import { useTextes } from '../communs/styles';
import type { ConstatMontre } from '../etat/constats';
import { titreControle } from '../etat/filtre';

const useStyles = makeStyles({
  racine: {
    display: 'block', width: '100%', minHeight: '44px', boxSizing: 'border-box', padding: tokens.spacingHorizontalS, textAlign: 'left', cursor: 'pointer', font: 'inherit',
    border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    // Trois cents constats : le navigateur ne peint que ceux qu'on voit.
    contentVisibility: 'auto', containIntrinsicSize: 'auto 96px',
  },
  retenu: { borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}`, '@media (forced-colors: active)': { borderLeft: '6px solid Highlight' } },
  tete: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200 },
  titre: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  message: { display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  mention: { border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusSmall, paddingInline: '4px', fontSize: tokens.fontSizeBase200 },
  pied: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, rowGap: '2px', alignItems: 'center' },
});

export interface ProprietesCarte {
  readonly montre: ConstatMontre;
  /** Le groupe dit déjà l'objectif. */
  readonly sansObjectif: boolean;
  readonly nomFeuille: string | null;
  /** Dernier constat ouvert. */
  readonly retenu: boolean;
  readonly surOuverture: (id: string) => void;
}

function mentionsDe({ nouveau, decision, constat: { correction, gravite } }: ConstatMontre): string[] {
  return [
    nouveau ? 'Nouveau' : '',
    decision ? (gravite === 'alerte' ? 'Justifiée' : 'Écartée') : '',
    correction ? (correction.type === 'automatique' ? 'Correction automatique' : 'Correction proposée') : '',
  ].filter((mention) => mention !== '');
}

export const CarteConstat = memo(function CarteConstat({ montre, sansObjectif, nomFeuille, retenu, surOuverture }: ProprietesCarte) {
  const styles = useStyles();
  const textes = useTextes();
  const { id, constat } = montre;
  const lieu = [nomFeuille, constat.emplacement && formatA1(constat.emplacement.ligne, constat.emplacement.colonne)].filter(Boolean).join(' · ');
  return (
    <button type="button" id={idCarte(id)} className={mergeClasses(styles.racine, retenu && styles.retenu)} aria-current={retenu ? 'true' : undefined} onClick={() => { surOuverture(id); }}>
      <span className={styles.tete}>
        <Gravite niveau={constat.gravite} />
        <span className={textes.discret}>{lieu}</span>
      </span>
      <span className={styles.titre}>{titreControle(montre)}</span>
      <span className={styles.message}>{insecables(sansObjectif ? messageSeul(constat) : constat.message)}</span>
      <span className={styles.pied}>{mentionsDe(montre).map((mention) => <span key={mention} className={styles.mention}>{mention}</span>)}</span>
    </button>
  );
});
