/** Un bouton qui fait choisir des fichiers, ou un dossier. */
import { useRef, type ReactElement } from 'react';
import { Bouton } from '../../taskpane/communs/Bouton';
import { retenir, sourceDe, type Source } from '../lot/sources';

export interface ProprietesChoisir {
  readonly nom: string;
  /** Un dossier entier, un seul fichier, ou plusieurs. */
  readonly quoi: 'dossier' | 'fichier' | 'fichiers';
  readonly apparence?: 'primary' | 'secondary' | 'subtle';
  readonly icone?: ReactElement;
  readonly surChoix: (sources: readonly Source[]) => void;
}

const TYPES_ADMIS = '.xlsx,.xlsm,.xltx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function Choisir({ nom, quoi, apparence = 'secondary', icone, surChoix }: ProprietesChoisir) {
  const champ = useRef<HTMLInputElement>(null);
  return (
    <>
      <Bouton appearance={apparence} icon={icone} onClick={() => champ.current?.click()}>{nom}</Bouton>
      <input
        ref={champ} type="file" hidden aria-label={nom} multiple={quoi !== 'fichier'} accept={quoi === 'dossier' ? undefined : TYPES_ADMIS}
        {...(quoi === 'dossier' && { webkitdirectory: '' })}
        onChange={({ target }) => {
          const sources = retenir([...(target.files ?? [])].map((fichier) => sourceDe(fichier)));
          // Vidé, le champ annonce encore un choix si l'on reprend le même fichier.
          target.value = '';
          surChoix(sources);
        }}
      />
    </>
  );
}
