/** Les compteurs par gravité ; chacun filtre la liste quand on le presse. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Gravite as Niveau } from '../../controles/constat';
import { formatNombre } from '../../classeur/nombres';
import { ICONES_GRAVITES, useCouleursGravites } from '../communs/Gravite';
import { insecables } from '../communs/typographie';
import { useVolet } from '../contexte';
import { phraseIgnores } from './phrases';

const NIVEAUX: readonly (readonly [Niveau, string, string])[] = [
  ['bloquant', 'Bloquant', 'Bloquants'],
  ['alerte', 'Alerte', 'Alertes'],
  ['info', 'Information', 'Informations'],
];

const useStyles = makeStyles({
  racine: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', columnGap: tokens.spacingHorizontalXS },
  bouton: {
    display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', minHeight: '56px', padding: '4px 2px', cursor: 'pointer',
    border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1, font: 'inherit',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  presse: {
    backgroundColor: tokens.colorNeutralBackground1Selected, border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { border: '3px solid Highlight' },
  },
  nombre: { display: 'flex', alignItems: 'center', columnGap: '4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  ignores: { width: '100%', minHeight: '44px', marginTop: tokens.spacingVerticalXS },
  nom: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export function Compteurs() {
  const styles = useStyles();
  const couleurs = useCouleursGravites();
  const { compte, navigation: { filtre }, naviguer } = useVolet();
  const ignores = phraseIgnores(compte);
  return (
    <div>
      <div className={styles.racine} role="group" aria-label="Filtrer par gravité">
        {NIVEAUX.map(([niveau, singulier, pluriel]) => {
          const Icone = ICONES_GRAVITES[niveau];
          const presse = filtre.gravite === niveau;
          const nombre = compte.parGravite[niveau];
          return (
            <button key={niveau} type="button" className={mergeClasses(styles.bouton, presse && styles.presse)} aria-pressed={presse} onClick={() => { naviguer({ type: 'gravite', gravite: niveau }); }}>
              <span className={styles.nombre}><Icone className={couleurs[niveau]} aria-hidden />{formatNombre(nombre)}</span>
              <span className={styles.nom}>{nombre < 2 ? singulier : pluriel}</span>
            </button>
          );
        })}
      </div>
      {ignores !== '' && (
        <button type="button" className={mergeClasses(styles.bouton, styles.ignores, filtre.ignores && styles.presse)} aria-pressed={filtre.ignores} onClick={() => { naviguer({ type: 'ignores' }); }}>
          <span className={styles.nom}>{insecables(`Comptées à part : ${ignores}`)}</span>
        </button>
      )}
    </div>
  );
}
