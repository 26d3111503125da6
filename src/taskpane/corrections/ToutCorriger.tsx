/** « Corriger N formules… » : la porte de l'aperçu, quand il y a de quoi corriger. */
import { useMemo } from 'react';
import { memeContenu } from '../../corrections/plan';
import { accorder } from '../../rapport/mots';
import { Bouton } from '../communs/Bouton';
import { Texte } from '../communs/Texte';
import { useVolet } from '../contexte';

export function ToutCorriger() {
  const { constats, naviguer } = useVolet();
  const { automatiques, proposees } = useMemo(() => {
    const corrections = constats.flatMap(({ constat: { correction } }) => (correction && !memeContenu(correction.avant, correction.apres) ? [correction] : []));
    const cellules = (type: 'automatique' | 'proposee') => new Set(corrections.filter((correction) => correction.type === type).map(({ emplacement: { feuille, ligne, colonne } }) => `${feuille}!${String(ligne)},${String(colonne)}`)).size;
    return { automatiques: cellules('automatique'), proposees: cellules('proposee') };
  }, [constats]);
  if (automatiques + proposees === 0) return null;
  const ouvrir = () => { naviguer({ type: 'corrections', ouvertes: true }); };
  if (automatiques === 0) return <Bouton onClick={ouvrir}>Voir {accorder(proposees, 'correction proposée', 'corrections proposées')}…</Bouton>;
  return (
    <div>
      <Bouton appearance="primary" style={{ width: '100%' }} onClick={ouvrir}>Corriger {accorder(automatiques, 'cellule')}…</Bouton>
      <Texte discret>Aucun chiffre affiché ne change : vous voyez tout avant d’accepter.</Texte>
    </div>
  );
}
