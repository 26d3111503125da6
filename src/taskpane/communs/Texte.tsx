/** Un paragraphe, à la typographie française : les espaces de « », : ; ? ! ne se coupent pas en fin de ligne. */
import { mergeClasses } from '@fluentui/react-components';
import { Children, type ReactNode } from 'react';
import { useTextes } from './styles';
import { insecables } from './typographie';

/** Rend insécables les espaces des textes d'un contenu ; les éléments passent tels quels. */
export function soigner(contenu: ReactNode): ReactNode {
  return Children.map(contenu, (enfant) => (typeof enfant === 'string' ? insecables(enfant) : enfant));
}

export interface ProprietesTexte {
  readonly children: ReactNode;
  /** Petit et gris. */
  readonly discret?: boolean;
  readonly className?: string;
}

export function Texte({ children, discret = false, className }: ProprietesTexte) {
  const textes = useTextes();
  return <p className={mergeClasses(discret ? textes.discret : textes.texte, className)}>{soigner(children)}</p>;
}
