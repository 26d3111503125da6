/** La fenêtre de la grille : où elle est défilée, et sa taille. Relevée une fois par image. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Fenetre } from './defilement';

/** En deçà, un défilement ne redessine rien : la marge de dessin y suffit (pixels). */
const PAS = 60;
/** Taille supposée tant que le navigateur n'a rien mesuré. */
const INITIALE: Fenetre = { x: 0, y: 0, largeur: 800, hauteur: 600 };

function relever(element: HTMLElement): Fenetre {
  return {
    x: Math.floor(element.scrollLeft / PAS) * PAS,
    y: Math.floor(element.scrollTop / PAS) * PAS,
    largeur: element.clientWidth || INITIALE.largeur,
    hauteur: element.clientHeight || INITIALE.hauteur,
  };
}

export function useFenetre(element: RefObject<HTMLElement | null>): { readonly fenetre: Fenetre; readonly surDefilement: () => void } {
  const [fenetre, poser] = useState(INITIALE);
  const image = useRef(0);

  const actualiser = useCallback(() => {
    image.current = 0;
    if (!element.current) return;
    const nouvelle = relever(element.current);
    poser((ancienne) => ((Object.keys(nouvelle) as (keyof Fenetre)[]).every((cle) => ancienne[cle] === nouvelle[cle]) ? ancienne : nouvelle));
  }, [element]);

  useLayoutEffect(actualiser, [actualiser]);
  useEffect(() => {
    if (!element.current || typeof ResizeObserver === 'undefined') return undefined;
    const observateur = new ResizeObserver(actualiser);
    observateur.observe(element.current);
    return () => { observateur.disconnect(); };
  }, [element, actualiser]);
  useEffect(() => () => { cancelAnimationFrame(image.current); }, []);

  const surDefilement = useCallback(() => {
    image.current ||= requestAnimationFrame(actualiser);
  }, [actualiser]);
  return { fenetre, surDefilement };
}
