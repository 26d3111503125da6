/** Une rangée de la grille : son numéro, puis ses cases. */
import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { cleCellule } from '../../classeur/instantane';
import type { StyleCellule } from '../habillage/habillage';
import { essaiDe, type Essais } from '../session/essais';
import { apparence, alignement } from './apparence';
import type { Annotation } from './annotations';
import { taille } from './axe';
import { Case } from './Case';
import { composerLigne, largeurDebordement, type CaseDessinee, type Composition } from './composer';
import { ENTETE } from './defilement';
import type { Edition } from './Editeur';
import { useStylesGrille } from './styles';
import type { Case as Place } from './deplacer';
import { intitules, type VueFeuille } from './vue';

export interface Contexte {
  readonly vue: VueFeuille;
  readonly annotations: ReadonlyMap<number, Annotation> | undefined;
  readonly essais: Essais;
  readonly active: Place;
  readonly edition: Edition | null;
  readonly editeur: ReactNode;
  readonly sombre: boolean;
  readonly echelle: number;
}

export interface ProprietesRangee {
  readonly ligne: number;
  readonly composition: Composition;
  readonly contexte: Contexte;
  /** Position où la rangée reste collée en haut ; `null` : elle défile. */
  readonly collee: number | null;
}

const place = (a: Place | null, { ligne, colonne }: Place): boolean => a !== null && a.ligne === ligne && a.colonne === colonne;

/** Un texte ordinaire, sans fusion ni renvoi, déborde sur ses voisines vides. */
function debordementDe(vue: VueFeuille, { ligne, colonne, fusion, largeur }: CaseDessinee): number | null {
  const valeur = vue.valeur(ligne, colonne);
  const style = vue.style(ligne, colonne);
  if (fusion || style.renvoi || typeof valeur !== 'string' || valeur === '' || alignement(valeur, style) !== 'gauche') return null;
  const place = largeurDebordement(vue, ligne, colonne);
  return place > largeur ? place : null;
}

/** Bordures à tracer : le bas et la droite d'une voisine tiennent lieu de haut et de gauche. */
function borduresDe(vue: VueFeuille, { ligne, colonne, fusion }: CaseDessinee): StyleCellule['bordures'] {
  const { haut, droite, bas, gauche } = vue.style(ligne, colonne).bordures;
  const coin = fusion ? vue.style(fusion.derniereLigne, fusion.derniereColonne).bordures : { droite, bas };
  return {
    haut: haut && !(ligne > 1 && vue.style(ligne - 1, colonne).bordures.bas),
    gauche: gauche && !(colonne > 1 && vue.style(ligne, colonne - 1).bordures.droite),
    droite: droite || coin.droite,
    bas: bas || coin.bas,
  };
}

function uneCase(dessin: CaseDessinee, { vue, annotations, essais, active, edition, editeur, sombre, echelle }: Contexte, derniereFigee: number, opaque: boolean) {
  const { ligne, colonne } = dessin;
  const style = vue.style(ligne, colonne);
  return (
    <Case
      key={colonne} dessin={dessin} style={style} texte={vue.texte(ligne, colonne)} debordement={debordementDe(vue, dessin)}
      css={apparence(style, vue.valeur(ligne, colonne), { sombre }, echelle)}
      intitule={intitules(vue, ligne, colonne).join(', ')}
      annotation={annotations?.get(cleCellule(ligne, colonne)) ?? null}
      essai={essaiDe(essais, { feuille: vue.feuille.id, ligne, colonne }) !== null}
      active={place(active, dessin)} derniereCollee={dessin.collee !== null && colonne === derniereFigee} opaque={opaque} bordures={borduresDe(vue, dessin)}
      editeur={place(edition, dessin) ? editeur : null}
    />
  );
}

export function Rangee({ ligne, composition, contexte, collee }: ProprietesRangee) {
  const styles = useStylesGrille();
  const { vue, active } = contexte;
  const hauteur = taille(vue.lignes, ligne);
  const masqueAvant = ligne > 1 && taille(vue.lignes, ligne - 1) === 0;
  return (
    <div
      role="row" aria-rowindex={ligne} className={mergeClasses(styles.rangee, collee !== null && styles.collee)}
      style={{ height: hauteur, top: collee === null ? undefined : collee + ENTETE.hauteur }}
    >
      <div aria-hidden className={mergeClasses(styles.entete, styles.enteteLigne, active.ligne === ligne && styles.enteteActif, masqueAvant && styles.masqueAvant)} style={{ height: hauteur }}>{ligne}</div>
      {composerLigne(vue, ligne, composition).map((dessin) => uneCase(dessin, contexte, composition.colonnesFigees.dernier, collee !== null))}
    </div>
  );
}
