/**
 * Ce qui se charge après le premier verdict. Tout est demandé d'avance dès que le navigateur a un
 * moment : une coupure du réseau n'ôte alors rien au volet. Ce qui n'a pas pu l'être le dit, et se
 * réessaie sur place.
 */
import { lazy, useState, type ComponentType, type LazyExoticComponent } from 'react';
import { Bouton } from './Bouton';
import { Texte } from './Texte';

type Charger<P> = () => Promise<{ readonly default: ComponentType<P> }>;

const aVenir: (() => Promise<unknown>)[] = [];

/** Inscrit un module au chargement d'avance ; rend le chargeur tel quel. */
export function davance<T>(charger: () => Promise<T>): () => Promise<T> {
  aVenir.push(charger);
  return charger;
}

/** Charge d'avance, un module après l'autre, tout ce qui s'est inscrit, puis ce que cela inscrit. */
export async function toutCharger(): Promise<void> {
  // La file grandit pendant qu'on la parcourt : un écran chargé inscrit ses boîtes de dialogue.
  for (const charger of aVenir) {
    // Un échec n'est pas perdu : le module sera redemandé quand on en aura besoin, et le dira alors.
    await charger().catch(() => null);
  }
  aVenir.length = 0;
}

/** Charge tout d'avance quand le navigateur est au repos ; rien s'il ne sait pas dire quand. */
export function toutChargerAuRepos(): () => void {
  if (typeof window.requestIdleCallback !== 'function') return () => undefined;
  const demande = window.requestIdleCallback(() => { void toutCharger(); });
  return () => { window.cancelIdleCallback(demande); };
}

/** Tient la place d'un écran qui n'a pas pu être chargé. */
function reprendre<P extends object>(charger: Charger<P>): ComponentType<P> {
  return function Reprise(proprietes: P) {
    const [Ecran, poser] = useState<ComponentType<P> | null>(null);
    const [essais, compter] = useState(1);
    const [enCours, occuper] = useState(false);
    const reessayer = async () => {
      occuper(true);
      try {
        const charge = await charger();
        poser(() => charge.default);
      } catch {
        compter(essais + 1);
        occuper(false);
      }
    };
    if (Ecran) return <Ecran {...proprietes} />;
    return (
      <div role="alert" key={essais}>
        <Texte>Cette partie du volet n’a pas pu être chargée{essais > 1 ? `, après ${String(essais)} essais` : ''} : la connexion est sans doute coupée. Rétablissez-la, puis réessayez ; les résultats affichés restent valables.</Texte>
        <Bouton disabledFocusable={enCours} onClick={() => { void reessayer(); }}>Réessayer</Bouton>
      </div>
    );
  };
}

/** Comme `lazy`, mais un échec se montre et se réessaie au lieu d'effacer le volet. */
export function aLaDemande<P extends object>(charger: Charger<P>): LazyExoticComponent<ComponentType<P>> {
  davance(charger);
  return lazy(() => charger().catch(() => ({ default: reprendre(charger) })));
}
