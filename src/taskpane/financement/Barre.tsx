/** Un montant et sa barre ; la ligne entière mène à la cellule. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatA1 } from '../../classeur/adresse';
import type { Part } from '../../moteur/vues/montants';
import { INVISIBLE } from '../communs/styles';
import { useVolet } from '../contexte';
import { useAllerEtDire } from '../hooks/useAllerEtDire';

const useStyles = makeStyles({
  racine: {
    display: 'block', position: 'relative', width: '100%', minHeight: '44px', boxSizing: 'border-box', padding: '4px', border: 'none', background: 'none', color: 'inherit', font: 'inherit', textAlign: 'left',
    borderRadius: tokens.borderRadiusMedium,
  },
  bouton: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  tete: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  montant: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  souligne: { textDecorationLine: 'underline', textUnderlineOffset: '3px' },
  piste: { display: 'block', height: '10px', marginTop: '2px', border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusSmall, overflow: 'hidden', boxSizing: 'border-box' },
  barre: { display: 'block', height: '100%', forcedColorAdjust: 'none' },
  plein: { backgroundColor: tokens.colorCompoundBrandBackground, '@media (forced-colors: active)': { backgroundColor: 'CanvasText' } },
  // Hachures : les deux parts se distinguent sans la couleur.
  hachure: {
    backgroundImage: `repeating-linear-gradient(45deg, ${tokens.colorNeutralForeground3} 0 3px, transparent 3px 6px)`,
    '@media (forced-colors: active)': { backgroundImage: 'repeating-linear-gradient(45deg, CanvasText 0 3px, Canvas 3px 6px)' },
  },
});

export interface ProprietesBarre {
  readonly nom: string;
  readonly part: Part;
  /** Euros de la plus longue barre. */
  readonly echelle: number;
  readonly motif: 'plein' | 'hachure';
}

export function Barre({ nom, part: { euros, texte, emplacement }, echelle, motif }: ProprietesBarre) {
  const styles = useStyles();
  const { aller } = useVolet();
  const allerEtDire = useAllerEtDire();
  const largeur = euros === null || echelle <= 0 ? 0 : Math.min(100, (Math.max(0, euros) / echelle) * 100);
  const contenu = (lien: boolean) => (
    <>
      <span className={styles.tete}><span>{nom}</span><span className={mergeClasses(styles.montant, lien && styles.souligne)}>{texte}</span></span>
      <span className={styles.piste} aria-hidden="true"><span className={mergeClasses(styles.barre, styles[motif])} style={{ width: `${largeur.toFixed(1)}%` }} /></span>
    </>
  );
  if (!aller || !emplacement) return <div className={styles.racine}>{contenu(false)}</div>;
  const adresse = formatA1(emplacement.ligne, emplacement.colonne);
  return (
    <button type="button" className={mergeClasses(styles.racine, styles.bouton)} onClick={() => { void allerEtDire(emplacement); }}>
      {contenu(true)}
      <span style={INVISIBLE}>, aller à la cellule {adresse}</span>
    </button>
  );
}
