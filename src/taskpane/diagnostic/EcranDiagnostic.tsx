/** L'onglet « Diagnostic » : où il en est, et de quoi le remplir. */
import { useMemo } from 'react';
import { FeuilleAbsente } from '../communs/FeuilleAbsente';
import { useVolet } from '../contexte';
import { Bilan } from './Bilan';
import { BROUILLON_NEUF } from './brouillon';
import { EcranRemplir } from './EcranRemplir';
import { lireDiagnostic } from './lecture';

export default function EcranDiagnostic() {
  const { lu, brouillon, poserBrouillon } = useVolet();
  const diagnostic = useMemo(() => lu && lireDiagnostic(lu), [lu]);
  if (!lu) return null;
  if (!diagnostic) return <FeuilleAbsente nom="le tableau de bord (annexe 5.2)" />;
  if (brouillon) return <EcranRemplir diagnostic={diagnostic} brouillon={brouillon} surBrouillon={poserBrouillon} />;
  return <Bilan diagnostic={diagnostic} surRemplir={() => { poserBrouillon(BROUILLON_NEUF); }} />;
}
