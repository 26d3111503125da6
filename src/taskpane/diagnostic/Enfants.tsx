/** Les enfants de 0 à 6 ans : l'encadrement de l'INSEE, et la convention (0-5 ou 0-6) que suit la valeur. */
import { useMemo } from 'react';
import type { RepereEnfants } from '../../diagnostic/propositions';
import { proposerDiagnostic } from '../../diagnostic/proposer';
import { useBoites, useTextes } from '../communs/styles';
import { Texte } from '../communs/Texte';
import type { DiagnosticLu } from './lecture';

/** La même population aux objectifs 4 et 5 ne se redit pas. */
export function sansRedite(enfants: readonly RepereEnfants[]): readonly RepereEnfants[] {
  return enfants.filter(({ valeur }, rang) => enfants.findIndex((autre) => autre.valeur === valeur) === rang);
}

export function Enfants({ diagnostic: { tableau, departement } }: { readonly diagnostic: DiagnosticLu }) {
  const textes = useTextes();
  const boites = useBoites();
  const reperes = useMemo(() => sansRedite(proposerDiagnostic({ tableau, trame: null, departement: departement?.code ?? null, insee: false, reprises: false }).enfants), [tableau, departement]);
  if (reperes.length === 0) return null;
  return (
    <section className={boites.pile} aria-labelledby="enfants">
      <h3 id="enfants" className={textes.sousTitre}>Enfants de 0 à 6 ans</h3>
      {reperes.map(({ indicateur, message }) => <Texte key={indicateur}>{message}</Texte>)}
    </section>
  );
}
