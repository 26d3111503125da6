/** Les corrections d'un même contrôle : une case pour toutes, une par cellule. */
import { mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { REGISTRE } from '../../controles/registre';
import { Case } from '../communs/Case';
import { Repliable } from '../communs/Repliable';
import { useBoites, useTextes } from '../communs/styles';
import { ItemCorrection } from './ItemCorrection';
import type { GroupeCorrections as Groupe } from './selection';

const TITRES = new Map(REGISTRE.map(({ code, titre }) => [code, titre]));

export interface ProprietesGroupe {
  readonly groupe: Groupe;
  readonly cochees: ReadonlySet<string>;
  readonly ecartees: ReadonlySet<string>;
  readonly fige: boolean;
  readonly surBascule: (cle: string) => void;
  readonly surTout: (cles: readonly string[], coche: boolean) => void;
}

export function GroupeCorrections({ groupe: { code, lignes }, cochees, ecartees, fige, surBascule, surTout }: ProprietesGroupe) {
  const textes = useTextes();
  const boites = useBoites();
  const [ouvert, ouvrir] = useState(true);
  const titre = `${TITRES.get(code) ?? code} (${code})`;
  const siennes = lignes.filter(({ cle }) => cochees.has(cle)).length;
  const possibles = lignes.filter(({ obstacle }) => obstacle === null).map(({ cle }) => cle);
  return (
    <Repliable niveau={4} titre={titre} droite={`${String(siennes)} sur ${String(lignes.length)}`} ouvert={ouvert} surBascule={() => { ouvrir(!ouvert); }}>
      {possibles.length > 1 && (
        <Case
          label={`Tout cocher : ${code}`} disabled={fige} checked={siennes === 0 ? false : siennes >= possibles.length ? true : 'mixed'}
          onChange={() => { surTout(possibles, siennes < possibles.length); }}
        />
      )}
      <ul className={mergeClasses(textes.liste, boites.pile)}>
        {lignes.map((ligne) => <ItemCorrection key={ligne.cle} ligne={ligne} cochee={cochees.has(ligne.cle)} ecartee={ecartees.has(ligne.cle)} fige={fige} surBascule={surBascule} />)}
      </ul>
    </Repliable>
  );
}
