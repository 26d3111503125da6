/** La grille : une feuille du classeur, défilable, parcourue au clavier comme dans un tableur. */
import { useLayoutEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import type { Essais } from '../session/essais';
import type { Annotation } from './annotations';
import { debut, etendue } from './axe';
import { idCase } from './Case';
import { reunir, type Composition } from './composer';
import { defilementPour, ENTETE, voirColonnes, voirLignes } from './defilement';
import { deplacer, type Case } from './deplacer';
import { Editeur, type Edition } from './Editeur';
import { Entetes } from './Entetes';
import { Rangee, type Contexte } from './Rangee';
import { useStylesGrille } from './styles';
import { useFenetre } from './useFenetre';
import type { VueFeuille } from './vue';

export interface ProprietesGrille {
  readonly vue: VueFeuille;
  readonly annotations: ReadonlyMap<number, Annotation> | undefined;
  readonly essais: Essais;
  readonly active: Case;
  readonly echelle: number;
  readonly sombre: boolean;
  readonly edition: Edition | null;
  readonly surPosition: (place: Case, geste: 'souris' | 'clavier') => void;
  readonly surEdition: (place: Case, texte: string | null) => void;
  readonly surVider: (place: Case) => void;
  readonly surConstat: (place: Case) => void;
  readonly valider: (texte: string) => boolean;
  readonly renoncer: () => void;
  readonly racine: RefObject<HTMLDivElement | null>;
  /** Faux quand la grille est cachée : elle n'a alors pas de taille. */
  readonly visible: boolean;
}

function caseDe(evenement: MouseEvent): Case | null {
  const { dataset } = (evenement.target as Element).closest<HTMLElement>('[data-ligne]') ?? {};
  return dataset ? { ligne: Number(dataset.ligne), colonne: Number(dataset.colonne) } : null;
}

/** Amène la cellule active dans la fenêtre quand elle change. */
function useDefilement(racine: RefObject<HTMLDivElement | null>, vue: VueFeuille, active: Case, visible: boolean): void {
  const derniere = useRef({ vue, active, visible });
  useLayoutEffect(() => {
    const element = racine.current;
    const autreFeuille = derniere.current.vue.feuille.id !== vue.feuille.id;
    const change = autreFeuille || derniere.current.active !== active || !derniere.current.visible;
    if (!element || !visible || !change) return;
    derniere.current = { vue, active, visible };
    // Une autre feuille se montre depuis son début.
    if (autreFeuille) Object.assign(element, { scrollLeft: 0, scrollTop: 0 });
    const { ligne, colonne } = active;
    const fusion = vue.fusions.de(ligne, colonne) ?? { ligne, colonne, derniereLigne: ligne, derniereColonne: colonne };
    const fenetre = { x: element.scrollLeft, y: element.scrollTop, largeur: element.clientWidth, hauteur: element.clientHeight };
    const { figees } = vue.feuille;
    element.scrollLeft = defilementPour(vue.colonnes, colonne, fusion.derniereColonne, fenetre.x, fenetre.largeur - ENTETE.largeur, voirColonnes(vue.colonnes, figees.colonnes, fenetre).figes);
    element.scrollTop = defilementPour(vue.lignes, ligne, fusion.derniereLigne, fenetre.y, fenetre.hauteur - ENTETE.hauteur, voirLignes(vue.lignes, figees.lignes, fenetre).figes);
  }, [racine, vue, active, visible]);
}

export function Grille({ vue, annotations, essais, active, echelle, sombre, edition, surPosition, surEdition, surVider, surConstat, valider, renoncer, racine, visible }: ProprietesGrille) {
  const styles = useStylesGrille();
  const { fenetre, surDefilement } = useFenetre(racine);
  const { feuille, lignes, colonnes } = vue;
  const rangs = useMemo(() => voirLignes(lignes, feuille.figees.lignes, fenetre), [lignes, feuille, fenetre]);
  const rangees = useMemo(() => voirColonnes(colonnes, feuille.figees.colonnes, fenetre), [colonnes, feuille, fenetre]);
  const composition = useMemo((): Composition => ({
    lignes: reunir(lignes, [rangs.figes, rangs.vus, { premier: active.ligne, dernier: active.ligne }]),
    colonnes: reunir(colonnes, [rangees.figes, rangees.vus, { premier: active.colonne, dernier: active.colonne }]),
    colonnesFigees: rangees.figes,
  }), [lignes, colonnes, rangs, rangees, active]);
  useDefilement(racine, vue, active, visible);

  const surTouche = (evenement: KeyboardEvent<HTMLDivElement>) => {
    const { key, ctrlKey, metaKey, altKey } = evenement;
    const vise = deplacer(vue, active, evenement, fenetre.hauteur - ENTETE.hauteur);
    if (vise) surPosition(vise, 'clavier');
    else if (key === 'Enter' && (ctrlKey || metaKey)) surConstat(active);
    else if (key === 'Enter' || key === 'F2') surEdition(active, null);
    else if (key === 'Delete') surVider(active);
    else if (key.length === 1 && !ctrlKey && !metaKey && !altKey && key !== ' ') surEdition(active, key);
    else return;
    evenement.preventDefault();
  };
  const surPresse = (evenement: MouseEvent) => {
    const place = caseDe(evenement);
    if (place) surPosition(place, 'souris');
  };
  const editeur = edition && <Editeur key={idCase(edition.ligne, edition.colonne)} edition={edition} valider={valider} renoncer={renoncer} />;
  const contexte: Contexte = { vue, annotations, essais, active, edition, editeur, sombre, echelle };

  let bas = 0;
  return (
    <div
      ref={racine} className={styles.racine} role="grid" tabIndex={0} aria-label={`Feuille « ${feuille.nom} »`} aria-describedby="aide-grille"
      aria-rowcount={lignes.dernier} aria-colcount={colonnes.dernier} aria-activedescendant={idCase(active.ligne, active.colonne)}
      onScroll={surDefilement} onKeyDown={surTouche} onClick={surPresse}
      onDoubleClick={(evenement) => { const place = caseDe(evenement); if (place) surEdition(place, null); }}
    >
      <div className={styles.contenu} role="presentation" style={{ width: etendue(colonnes) + ENTETE.largeur, height: etendue(lignes) + ENTETE.hauteur }}>
        <Entetes axe={colonnes} colonnes={composition.colonnes} figees={rangees.figes} active={active.colonne} />
        {composition.lignes.flatMap((ligne) => {
          const ecart = debut(lignes, ligne) - bas;
          bas = lignes.bords[ligne]!;
          const collee = ligne >= rangs.figes.premier && ligne <= rangs.figes.dernier ? debut(lignes, ligne) - debut(lignes, rangs.figes.premier) : null;
          return [
            ecart > 0 ? <div key={`avant-${String(ligne)}`} aria-hidden style={{ height: ecart }} /> : null,
            <Rangee key={ligne} ligne={ligne} composition={composition} contexte={contexte} collee={collee} />,
          ];
        })}
      </div>
    </div>
  );
}
