/** Le champ de saisie d'une case : Entrée valide, Échap renonce. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { formatA1 } from '../../classeur/adresse';
import { useStylesCase } from './styles';
import type { Case } from './deplacer';

export interface Edition extends Case {
  /** Texte par lequel la saisie commence. */
  readonly texte: string;
}

export interface ProprietesEditeur {
  readonly edition: Edition;
  /** Rend faux si la saisie est refusée : le champ reste ouvert. */
  readonly valider: (texte: string) => boolean;
  readonly renoncer: () => void;
}

export function Editeur({ edition: { ligne, colonne, texte: initial }, valider, renoncer }: ProprietesEditeur) {
  const styles = useStylesCase();
  const [texte, poser] = useState(initial);
  const champ = useRef<HTMLInputElement>(null);
  /** Une saisie ne se conclut qu'une fois : retirer le champ lui fait encore perdre le focus. */
  const conclue = useRef(false);

  useEffect(() => {
    const { current } = champ;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);

  const conclure = (geste: () => boolean) => {
    if (conclue.current) return;
    conclue.current = true;
    conclue.current = geste();
  };
  const abandonner = () => {
    renoncer();
    return true;
  };

  const surTouche = (evenement: KeyboardEvent) => {
    evenement.stopPropagation();
    if (evenement.key === 'Enter') {
      evenement.preventDefault();
      conclure(() => valider(texte));
    } else if (evenement.key === 'Escape') {
      evenement.preventDefault();
      conclure(abandonner);
    }
  };

  return (
    <input
      ref={champ} className={styles.editeur} value={texte} spellCheck={false} autoComplete="off"
      aria-label={`Valeur à essayer en ${formatA1(ligne, colonne)}`}
      onChange={(evenement) => { poser(evenement.target.value); }}
      onKeyDown={surTouche}
      onBlur={() => { conclure(() => (texte !== initial && valider(texte)) || abandonner()); }}
      onMouseDown={(evenement) => { evenement.stopPropagation(); }}
    />
  );
}
