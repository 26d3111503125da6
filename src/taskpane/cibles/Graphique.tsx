/**
 * Le graphique d'une cible. Il double un tableau lu par les lecteurs d'écran : lui-même leur est
 * caché. Les séries se distinguent par la forme des points et du trait, jamais par la couleur seule.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { VueCible } from '../../moteur/vues/cibles';
import { chemin, HAUTEUR, LARGEUR, tracer, type PointTrace, type Trace } from './graphique';

const useStyles = makeStyles({
  racine: { display: 'block', width: '100%', maxWidth: '440px', height: 'auto', overflow: 'visible', color: tokens.colorNeutralForeground1 },
  texte: { fontSize: '12px', fontFamily: tokens.fontFamilyBase, fill: 'currentColor', '@media (forced-colors: active)': { fill: 'CanvasText' } },
  valeur: { fontSize: '12px', fontFamily: tokens.fontFamilyBase, fontWeight: tokens.fontWeightSemibold, fill: 'currentColor', stroke: tokens.colorNeutralBackground1, strokeWidth: '3px', paintOrder: 'stroke', '@media (forced-colors: active)': { fill: 'CanvasText', stroke: 'Canvas' } },
  axe: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px', '@media (forced-colors: active)': { stroke: 'CanvasText' } },
  seuil: { stroke: 'currentColor', strokeWidth: '1.5px', strokeDasharray: '5 4', '@media (forced-colors: active)': { stroke: 'CanvasText' } },
  fourchette: { fill: tokens.colorNeutralBackground3, '@media (forced-colors: active)': { fill: 'none' } },
  trait: { fill: 'none', stroke: tokens.colorCompoundBrandStroke, strokeWidth: '2px', '@media (forced-colors: active)': { stroke: 'CanvasText' } },
  traitSecond: { fill: 'none', stroke: tokens.colorNeutralForeground2, strokeWidth: '2px', strokeDasharray: '2 3', '@media (forced-colors: active)': { stroke: 'CanvasText' } },
  plein: { fill: tokens.colorCompoundBrandStroke, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  pleinSecond: { fill: tokens.colorNeutralForeground2, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  creux: { fill: tokens.colorNeutralBackground1, stroke: 'currentColor', strokeWidth: '2px', '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' } },
});

type Styles = ReturnType<typeof useStyles>;

/** Rond : première série ; carré : seconde ; losange creux : niveau d'atteinte. */
function Marque({ point: { x, y, bloc }, rang, styles }: { readonly point: PointTrace; readonly rang: number; readonly styles: Styles }) {
  if (bloc === 'atteinte') return <path className={styles.creux} d={`M${String(x)} ${String(y - 5)} l5 5 l-5 5 l-5 -5 z`} />;
  if (rang > 0) return <rect className={styles.pleinSecond} x={x - 4} y={y - 4} width={8} height={8} />;
  return <circle className={styles.plein} cx={x} cy={y} r={4.5} />;
}

function Fond({ trace: { annees, base, gauche, droite, seuil, haut }, styles }: { readonly trace: Trace; readonly styles: Styles }) {
  return (
    <>
      {seuil && haut && <rect className={styles.fourchette} x={gauche} width={droite - gauche} y={haut.y} height={seuil.y - haut.y} />}
      <line className={styles.axe} x1={gauche} x2={droite} y1={base} y2={base} />
      <text className={styles.texte} x={gauche - 6} y={base + 4} textAnchor="end">0</text>
      {[seuil, haut].map((repere) => repere && (
        <g key={repere.texte}>
          <line className={styles.seuil} x1={gauche} x2={droite} y1={repere.y} y2={repere.y} />
          <text className={styles.texte} x={gauche - 6} y={repere.yTexte} textAnchor="end">{repere.texte}</text>
        </g>
      ))}
      {annees.map(({ annee, x }) => <text key={annee} className={styles.texte} x={x} y={base + 16} textAnchor="middle">{annee}</text>)}
    </>
  );
}

export function Graphique({ vue }: { readonly vue: VueCible }) {
  const styles = useStyles();
  const trace = tracer(vue);
  if (!trace) return null;
  return (
    <svg className={styles.racine} viewBox={`0 0 ${String(LARGEUR)} ${String(HAUTEUR)}`} aria-hidden="true" focusable="false">
      <Fond trace={trace} styles={styles} />
      {trace.series.map(({ nom, visee, atteinte }, rang) => (
        <g key={nom}>
          <path className={rang > 0 ? styles.traitSecond : styles.trait} d={chemin(visee)} />
          {[...visee, ...atteinte].map((point) => <Marque key={`${point.bloc}${String(point.x)}`} point={point} rang={rang} styles={styles} />)}
          {[...visee, ...atteinte].map((point) => <text key={`${point.bloc}${String(point.x)}`} className={styles.valeur} x={point.x} y={point.yTexte} textAnchor="middle">{point.texte}</text>)}
        </g>
      ))}
    </svg>
  );
}
