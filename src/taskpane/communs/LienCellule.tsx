/** Un lien vers une cellule : il y mène si l'hôte a un écran, sinon il dit seulement où elle est. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { formatA1, type Emplacement } from '../../classeur/adresse';
import { useVolet } from '../contexte';
import { useAllerEtDire } from '../hooks/useAllerEtDire';

const useStyles = makeStyles({
  lien: {
    display: 'inline-flex', alignItems: 'center', minHeight: '44px', minWidth: '44px', textAlign: 'left',
    // La couleur ne suffit pas à dire un lien.
    textDecorationLine: 'underline', textUnderlineOffset: '3px',
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
  texte: { color: tokens.colorNeutralForeground2 },
});

export interface ProprietesLien {
  readonly emplacement: Emplacement;
  /** À la place de l'adresse (« Voir la cible »). */
  readonly children?: string;
}

export function LienCellule({ emplacement, children }: ProprietesLien) {
  const styles = useStyles();
  const { noms, aller } = useVolet();
  const allerEtDire = useAllerEtDire();
  const adresse = formatA1(emplacement.ligne, emplacement.colonne);
  const lieu = `${noms.get(emplacement.feuille) ?? ''} · ${adresse}`;
  if (!aller) return <span className={styles.texte}>{children === undefined ? lieu : `${children} (${lieu})`}</span>;
  return (
    <Link as="button" className={styles.lien} onClick={() => { void allerEtDire(emplacement); }} aria-label={`${children ?? 'Aller à la cellule'} : ${lieu}`}>
      {children ?? lieu}
    </Link>
  );
}
