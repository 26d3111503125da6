/** La barre de la cellule active : son adresse, son contenu, ses constats, son essai. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatA1 } from '../../classeur/adresse';
import type { ValeurJugee } from '../../formules/valeurs';
import { Bouton } from '../../taskpane/communs/Bouton';
import { Gravite } from '../../taskpane/communs/Gravite';
import { useTextes } from '../../taskpane/communs/styles';
import type { ConstatMontre } from '../../taskpane/etat/constats';
import type { Annotation } from './annotations';
import type { Case } from './deplacer';

const useStyles = makeStyles({
  racine: { flexShrink: 0, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, maxHeight: '40%', overflowY: 'auto' },
  rang: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  adresse: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  contenu: { flex: '1 1 12rem', minWidth: 0, fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase300, overflowWrap: 'anywhere', display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  vide: { fontStyle: 'italic', color: tokens.colorNeutralForeground2, fontFamily: tokens.fontFamilyBase },
  constat: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  message: { flex: '1 1 16rem', minWidth: 0 },
});

export interface ProprietesBarre {
  readonly place: Case;
  readonly intitules: readonly string[];
  readonly contenu: string;
  readonly jugement: ValeurJugee | null;
  readonly annotation: Annotation | null;
  /** Contenu que le fichier a dans la cellule essayée ; `null` : aucun essai ici. */
  readonly dansLeFichier: string | null;
  readonly surEssayer: () => void;
  readonly surAnnulerEssai: () => void;
  readonly surConstat: (constat: ConstatMontre) => void;
}

/** Ce qu'on sait de la valeur montrée, quand ce n'est pas celle du fichier. */
function direJugement({ origine, raison }: ValeurJugee): string {
  const cause = raison === null ? '' : ` : ${raison}`;
  if (origine === 'recalculee') return 'Valeur recalculée : le fichier en garde une autre, ou n’en garde pas.';
  return origine === 'inconnue' ? `Valeur inconnue${cause}.` : `Valeur du fichier, non vérifiée${cause}.`;
}

function UnConstat({ montre, surConstat }: { readonly montre: ConstatMontre; readonly surConstat: ProprietesBarre['surConstat'] }) {
  const styles = useStyles();
  const textes = useTextes();
  const { constat, decision } = montre;
  return (
    <div className={styles.constat}>
      <Gravite niveau={constat.gravite} />
      <p className={mergeClasses(textes.discret, styles.message)}>{decision ? `Justifié par ${decision.auteur}. ` : ''}{constat.message}</p>
      <Bouton appearance="transparent" onClick={() => { surConstat(montre); }}>Voir le constat</Bouton>
    </div>
  );
}

export function BarreCellule({ place, intitules, contenu, jugement, annotation, dansLeFichier, surEssayer, surAnnulerEssai, surConstat }: ProprietesBarre) {
  const styles = useStyles();
  const textes = useTextes();
  return (
    <section className={styles.racine} aria-label="Cellule active">
      {intitules.length > 0 && <p className={textes.discret}>{intitules.join(' · ')}</p>}
      <div className={styles.rang}>
        <span className={styles.adresse}>{formatA1(place.ligne, place.colonne)}</span>
        <span className={mergeClasses(styles.contenu, contenu === '' && styles.vide)}>{contenu === '' ? 'vide' : contenu}</span>
        {dansLeFichier === null
          ? <Bouton appearance="subtle" onClick={surEssayer}>Essayer une valeur</Bouton>
          : <Bouton appearance="outline" onClick={surAnnulerEssai}>Annuler cet essai</Bouton>}
      </div>
      {dansLeFichier !== null && <p className={textes.discret}>Valeur essayée ; le fichier contient : {dansLeFichier === '' ? 'rien' : dansLeFichier}.</p>}
      {jugement && dansLeFichier === null && <p className={textes.discret}>{direJugement(jugement)}</p>}
      {annotation?.constats.map((montre) => <UnConstat key={montre.id} montre={montre} surConstat={surConstat} />)}
    </section>
  );
}
