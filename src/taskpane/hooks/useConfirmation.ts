/** Une question à la fois, posée dans une boîte de dialogue ; la réponse revient à qui l'a posée. */
import { useCallback, useRef, useState } from 'react';
import { elementActif } from '../communs/focus';

export interface Question {
  readonly titre: string;
  readonly texte: string;
  /** Intitulé du bouton qui accepte : un verbe (« Afficher la feuille »). */
  readonly accepter: string;
}

/** La dernière question posée ; la boîte reste montée quand elle se ferme. */
export interface QuestionPosee extends Question {
  readonly ouverte: boolean;
  readonly ouvreur: HTMLElement | null;
}

export interface Confirmation {
  /** `null` : aucune question n'a encore été posée. */
  readonly question: QuestionPosee | null;
  readonly demander: (question: Question) => Promise<boolean>;
  readonly repondre: (oui: boolean) => void;
}

export function useConfirmation(): Confirmation {
  const [question, poser] = useState<QuestionPosee | null>(null);
  const resoudre = useRef<((oui: boolean) => void) | null>(null);

  const repondre = useCallback((oui: boolean) => {
    poser((posee) => posee && { ...posee, ouverte: false });
    resoudre.current?.(oui);
    resoudre.current = null;
  }, []);

  const demander = useCallback((nouvelle: Question) => {
    resoudre.current?.(false);
    poser({ ...nouvelle, ouverte: true, ouvreur: elementActif() });
    return new Promise<boolean>((suite) => { resoudre.current = suite; });
  }, []);

  return { question, demander, repondre };
}
