/** La barre de la cellule active : son adresse, son contenu, ses constats, son essai. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatA1 } from '../../classeur/adresse';
import type { ValeurJugee } from '../../formules/valeurs';
import { Bouton } from '../../taskpane/communs/Bouton';
import { Gravite } from '../../taskpane/communs/Gravite';
import { useTextes } from '../../taskpane/communs/styles';
import type { ConstatMontre } from '../../taskpane/etat/constats';
import { ETROIT } from '../communs/useMedia';
import type { Annotation } from './annotations';
import type { Case } from './deplacer';

/** Hauteur fixe : d'une cellule à l'autre, la grille ne bouge pas sous le pointeur. */
const useStyles = makeStyles({
  racine: {
    flexShrink: 0, boxSizing: 'border-box', height: '132px', overflowY: 'auto', padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  ligne: { minHeight: tokens.lineHeightBase200, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  rang: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minHeight: '44px' },
  adresse: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, flexShrink: 0 },
  contenu: {
    flex: '1 1 0', minWidth: 0, fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase300, overflowWrap: 'anywhere',
    display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden',
  },
  vide: { fontStyle: 'italic', color: tokens.colorNeutralForeground2, fontFamily: tokens.fontFamilyBase },
  message: {
    flex: '1 1 0', minWidth: 0, overflow: 'hidden', display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical',
    // Sur un écran étroit, deux mots n'apprendraient rien : le constat est à un geste.
    [`@media ${ETROIT}`]: { visibility: 'hidden' },
  },
  refus: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  bouton: { flexShrink: 0, whiteSpace: 'nowrap' },
});

export interface ProprietesBarre {
  readonly place: Case;
  readonly intitules: readonly string[];
  readonly contenu: string;
  readonly jugement: ValeurJugee | null;
  /** Valeur que le fichier garde d'une formule, mise en forme ; vide s'il n'en garde pas. */
  readonly gardee: string;
  readonly annotation: Annotation | null;
  /** Contenu que le fichier a dans la cellule essayée ; `null` : aucun essai ici. */
  readonly dansLeFichier: string | null;
  /** Pourquoi la dernière saisie n'a pas été prise ; `null` : rien à dire. */
  readonly refus: string | null;
  readonly surEssayer: () => void;
  readonly surAnnulerEssai: () => void;
  readonly surConstat: (constat: ConstatMontre) => void;
}

/** Ce qu'on sait de la valeur montrée, quand ce n'est pas celle du fichier. */
function direJugement({ origine, raison }: ValeurJugee, gardee: string): string {
  const cause = raison === null ? '' : ` : ${raison}`;
  if (origine === 'recalculee') return gardee === '' ? 'Valeur calculée par cette page : le fichier n’en garde pas.' : `Valeur recalculée par cette page ; le fichier garde : ${gardee}.`;
  return origine === 'inconnue' ? `Valeur inconnue${cause}.` : `Valeur du fichier, non vérifiée${cause}.`;
}

/** Ce qu'il y a à dire de la cellule, hors de ses constats. */
function direNote({ dansLeFichier, jugement, gardee, annotation }: Pick<ProprietesBarre, 'dansLeFichier' | 'jugement' | 'gardee' | 'annotation'>): string | null {
  if (dansLeFichier !== null) return `Valeur essayée ; le fichier contient : ${dansLeFichier === '' ? 'rien' : dansLeFichier}.`;
  if (jugement) return direJugement(jugement, gardee);
  return annotation ? null : 'Aucun constat sur cette cellule.';
}

function UnConstat({ montre, surConstat }: { readonly montre: ConstatMontre; readonly surConstat: ProprietesBarre['surConstat'] }) {
  const styles = useStyles();
  const textes = useTextes();
  const { constat, decision } = montre;
  return (
    <div className={styles.rang}>
      <Gravite niveau={constat.gravite} />
      <p className={mergeClasses(textes.discret, styles.message)} title={constat.message}>{decision ? `Justifié par ${decision.auteur}. ` : ''}{constat.message}</p>
      <Bouton appearance="transparent" className={styles.bouton} onClick={() => { surConstat(montre); }}>Voir le constat</Bouton>
    </div>
  );
}

export function BarreCellule({ place, intitules, contenu, jugement, gardee, annotation, dansLeFichier, refus, surEssayer, surAnnulerEssai, surConstat }: ProprietesBarre) {
  const styles = useStyles();
  const textes = useTextes();
  const intitule = intitules.join(' · ');
  const note = direNote({ dansLeFichier, jugement, gardee, annotation });
  return (
    <section className={styles.racine} aria-label="Cellule active">
      <p className={mergeClasses(textes.discret, styles.ligne)} title={intitule}>{intitule}</p>
      <div className={styles.rang}>
        <span className={styles.adresse}>{formatA1(place.ligne, place.colonne)}</span>
        <span className={mergeClasses(styles.contenu, contenu === '' && styles.vide)} title={contenu}>{contenu === '' ? 'vide' : contenu}</span>
        {dansLeFichier === null
          ? <Bouton appearance="subtle" className={styles.bouton} onClick={surEssayer}>Essayer une valeur</Bouton>
          : <Bouton appearance="outline" className={styles.bouton} onClick={surAnnulerEssai}>Annuler cet essai</Bouton>}
      </div>
      <p role="alert" className={mergeClasses(textes.discret, styles.refus)}>{refus}</p>
      {refus === null && note !== null && <p className={textes.discret}>{note}</p>}
      {annotation?.constats.map((montre) => <UnConstat key={montre.id} montre={montre} surConstat={surConstat} />)}
    </section>
  );
}
