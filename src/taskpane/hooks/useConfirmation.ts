/** Une question à la fois, posée dans une boîte de dialogue ; la réponse revient à qui l'a posée. */
import { useCallback, useRef, useState } from 'react';

export interface Question {
  readonly titre: string;
  readonly texte: string;
  /** Intitulé du bouton qui accepte : un verbe (« Afficher la feuille »). */
  readonly accepter: string;
}

export interface Confirmation {
  readonly question: Question | null;
  readonly demander: (question: Question) => Promise<boolean>;
  readonly repondre: (oui: boolean) => void;
}

export function useConfirmation(): Confirmation {
  const [question, poser] = useState<Question | null>(null);
  const resoudre = useRef<((oui: boolean) => void) | null>(null);

  const repondre = useCallback((oui: boolean) => {
    poser(null);
    resoudre.current?.(oui);
    resoudre.current = null;
  }, []);

  const demander = useCallback((nouvelle: Question) => {
    resoudre.current?.(false);
    poser(nouvelle);
    return new Promise<boolean>((suite) => { resoudre.current = suite; });
  }, []);

  return { question, demander, repondre };
}
