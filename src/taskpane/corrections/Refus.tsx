/** Une écriture refusée : rien n'est écrit, et pourquoi, cellule par cellule. */
import { useTextes } from '../communs/styles';
import { Bandeau } from '../communs/Bandeau';
import { LienCellule } from '../communs/LienCellule';
import { Texte } from '../communs/Texte';
import type { Emplacement } from '../../classeur/adresse';

export interface ProprietesRefus {
  readonly titre: string;
  /** Phrases, avec la suite à donner. */
  readonly raisons: readonly string[];
  /** Cellules qu'un échec a pu laisser modifiées. */
  readonly restantes?: readonly Emplacement[];
  readonly action?: { readonly nom: string; readonly faire: () => void };
}

/** Au-delà, la liste ne se lit plus. */
const RAISONS_MAX = 8;

export function Refus({ titre, raisons, restantes = [], action }: ProprietesRefus) {
  const textes = useTextes();
  const [seule] = raisons;
  const montrees = raisons.slice(0, RAISONS_MAX);
  return (
    <div role="alert">
      <Bandeau nature="error" titre={titre} {...(action && { action })}>{raisons.length === 1 ? seule : ''}</Bandeau>
      {raisons.length > 1 && (
        <ul className={textes.puces}>
          {montrees.map((raison) => <li key={raison}><Texte>{raison}</Texte></li>)}
          {raisons.length > montrees.length && <li><Texte>… et {String(raisons.length - montrees.length)} autres.</Texte></li>}
        </ul>
      )}
      {restantes.length > 0 && (
        <>
          <Texte>Cellules à vérifier :</Texte>
          <ul className={textes.puces}>
            {restantes.map((place) => <li key={`${place.feuille}!${String(place.ligne)},${String(place.colonne)}`}><LienCellule emplacement={place} /></li>)}
          </ul>
        </>
      )}
    </div>
  );
}
