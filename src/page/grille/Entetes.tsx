/** Les lettres des colonnes, collées en haut de la grille. Le lecteur d'écran a l'adresse de chaque case. */
import { mergeClasses } from '@fluentui/react-components';
import { lettresColonne } from '../../classeur/adresse';
import { dansIntervalle, debut, taille, type Axe, type Intervalle } from './axe';
import { ENTETE } from './defilement';
import { useStylesGrille } from './styles';

interface ProprietesEntetes {
  readonly axe: Axe;
  readonly colonnes: readonly number[];
  readonly figees: Intervalle;
  readonly active: number;
}

export function Entetes({ axe, colonnes, figees, active }: ProprietesEntetes) {
  const styles = useStylesGrille();
  const precedente = (rang: number) => (rang === 0 ? 0 : debut(axe, colonnes[rang - 1]!) + taille(axe, colonnes[rang - 1]!));
  return (
    <div aria-hidden className={mergeClasses(styles.rangee, styles.collee, styles.entetes)} style={{ top: 0 }}>
      <div className={mergeClasses(styles.entete, styles.enteteLigne)} style={{ height: ENTETE.hauteur }} />
      {colonnes.map((colonne, rang) => {
        const collee = dansIntervalle(figees, colonne);
        const masqueAGauche = colonne > 1 && taille(axe, colonne - 1) === 0;
        return (
          <div
            key={colonne} className={mergeClasses(styles.entete, colonne === active && styles.enteteActif, masqueAGauche && styles.masqueAGauche)}
            style={{
              height: ENTETE.hauteur, width: taille(axe, colonne), marginLeft: debut(axe, colonne) - precedente(rang),
              position: collee ? 'sticky' : undefined, zIndex: collee ? 4 : undefined, left: collee ? debut(axe, colonne) - debut(axe, figees.premier) + ENTETE.largeur : undefined,
            }}
          >
            {lettresColonne(colonne)}
          </div>
        );
      })}
    </div>
  );
}
