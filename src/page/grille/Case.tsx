/** Une case de la grille : sa valeur, son habillage, son annotation, son essai. */
import { mergeClasses } from '@fluentui/react-components';
import { DismissCircle12Filled, Info12Filled, Warning12Filled } from '@fluentui/react-icons';
import { memo, type CSSProperties, type ReactNode } from 'react';
import { formatA1 } from '../../classeur/adresse';
import { useCouleursGravites } from '../../taskpane/communs/Gravite';
import { direAnnotation, type Annotation } from './annotations';
import type { CaseDessinee } from './composer';
import { ENTETE } from './defilement';
import { useStylesCase } from './styles';
import type { StyleCellule } from '../habillage/habillage';

const ICONES = { bloquant: DismissCircle12Filled, alerte: Warning12Filled, info: Info12Filled } as const;

/** En deçà, le mot « essai » cacherait la valeur : le contour suffit. */
const LARGEUR_ETIQUETTE = 90;

/** Au-delà, le texte peut ne pas tenir dans sa case : il se lit aussi au survol. */
const TEXTE_LONG = 40;

export const idCase = (ligne: number, colonne: number): string => `case-${formatA1(ligne, colonne)}`;

export interface ProprietesCase {
  readonly dessin: CaseDessinee;
  readonly texte: string;
  readonly style: StyleCellule;
  readonly css: CSSProperties;
  /** Largeur où le texte déborde sur des voisines vides ; `null` : il reste dans sa case. */
  readonly debordement: number | null;
  readonly intitule: string;
  readonly annotation: Annotation | null;
  readonly essai: boolean;
  readonly active: boolean;
  readonly derniereCollee: boolean;
  /** La rangée est collée : la case cache ce qui défile dessous. */
  readonly opaque: boolean;
  readonly bordures: StyleCellule['bordures'];
  /** Champ de saisie, quand la case est en cours d'édition. */
  readonly editeur: ReactNode;
}

interface ProprietesMarque {
  readonly annotation: Annotation | null;
  /** Écrire « essai ». */
  readonly etiquette: boolean;
  /** La valeur est à droite : la marque se pose de l'autre côté. */
  readonly aGauche: boolean;
}

/** Les marques d'une case : l'icône de son constat le plus grave, leur nombre, et le mot « essai ». */
function Marque({ annotation, etiquette, aGauche }: ProprietesMarque) {
  const styles = useStylesCase();
  const couleurs = useCouleursGravites();
  const Icone = annotation && ICONES[annotation.gravite];
  return (
    <span className={mergeClasses(styles.marque, aGauche && styles.marqueAGauche)} aria-hidden>
      {annotation && Icone && <Icone className={annotation.justifiee ? undefined : couleurs[annotation.gravite]} />}
      {annotation && annotation.constats.length > 1 && <span className={styles.nombre} data-nombre={annotation.constats.length} />}
      {etiquette && <span className={styles.marqueEssai} />}
    </span>
  );
}

/** Ce que le lecteur d'écran dit d'une case. */
export function direCase({ dessin: { ligne, colonne }, texte, intitule, annotation, essai }: Pick<ProprietesCase, 'dessin' | 'texte' | 'intitule' | 'annotation' | 'essai'>): string {
  return [formatA1(ligne, colonne), intitule, texte === '' ? 'vide' : texte, annotation && direAnnotation(annotation), essai && 'valeur essayée'].filter(Boolean).join(', ');
}

function CaseSimple(proprietes: ProprietesCase) {
  const { dessin, texte, style, css, debordement, annotation, essai, active, derniereCollee, opaque, bordures, editeur } = proprietes;
  const styles = useStylesCase();
  const { ligne, colonne, ecart, largeur, hauteur, collee, fusion } = dessin;
  const etiquette = essai && largeur >= LARGEUR_ETIQUETTE;
  const classes = mergeClasses(
    styles.case,
    fusion !== null && styles.fusion,
    collee !== null && styles.collee,
    opaque && styles.opaque,
    derniereCollee && styles.derniereCollee,
    bordures.haut && styles.bordHaut, bordures.droite && styles.bordDroit, bordures.bas && styles.bordBas, bordures.gauche && styles.bordGauche,
    debordement !== null && styles.deborde,
    annotation !== null && styles[annotation.gravite],
    annotation?.justifiee && styles.justifiee,
    essai && styles.essai,
    active && styles.active,
    editeur !== null && styles.deborde,
  );
  return (
    <div
      role="gridcell" id={idCase(ligne, colonne)} data-ligne={ligne} data-colonne={colonne} className={classes}
      title={texte.length > TEXTE_LONG ? texte : undefined}
      aria-colindex={colonne} aria-selected={active} aria-label={direCase(proprietes)}
      aria-colspan={fusion ? fusion.derniereColonne - fusion.colonne + 1 : undefined}
      aria-rowspan={fusion ? fusion.derniereLigne - fusion.ligne + 1 : undefined}
      style={{ ...css, width: largeur, height: hauteur, marginLeft: ecart, left: collee === null ? undefined : collee + ENTETE.largeur }}
    >
      {debordement === null
        ? <span className={mergeClasses(styles.texte, style.renvoi && styles.renvoi)}>{texte}</span>
        : <span className={styles.texteDeborde} style={{ maxWidth: debordement }}>{texte}</span>}
      {(annotation !== null || etiquette) && <Marque annotation={annotation} etiquette={etiquette} aGauche={css.textAlign === 'right'} />}
      {editeur}
    </div>
  );
}

export const Case = memo(CaseSimple);
