/** La barre du détail : constat précédent, cellule, constat suivant. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Emplacement } from '../../classeur/adresse';
import type { Constat } from '../../controles/constat';
import { messageSeul } from '../../rapport/texte-constat';
import { Bouton } from '../communs/Bouton';
import { useVolet } from '../contexte';
import type { Voisins } from '../etat/navigation';
import { useAllerEtDire } from '../hooks/useAllerEtDire';

const useStyles = makeStyles({
  racine: {
    position: 'sticky', bottom: 0, display: 'flex', columnGap: tokens.spacingHorizontalXS, paddingBlock: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cote: { minWidth: '44px', paddingInline: tokens.spacingHorizontalS },
  centre: { flexGrow: 1, minWidth: 0, paddingInline: tokens.spacingHorizontalS },
});

/** Cellule du constat, à défaut le coin de sa feuille. */
function destinationDe({ emplacement, feuille }: Constat): Emplacement | null {
  return emplacement ?? (feuille === null ? null : { feuille, ligne: 1, colonne: 1 });
}

export function BarreDetail({ constat, voisins: { precedent, suivant } }: { readonly constat: Constat | null; readonly voisins: Voisins }) {
  const styles = useStyles();
  const { aller, constats, controle: { vues }, naviguer, annoncer } = useVolet();
  const allerEtDire = useAllerEtDire();
  // Qui est allé voir une cellule continue dans le classeur : « Suivant » l'y mène.
  const [suivi, suivre] = useState(false);
  const destination = constat && destinationDe(constat);

  const selectionner = async (emplacement: Emplacement) => { suivre(await allerEtDire(emplacement)); };

  const ouvrir = (id: string | null) => {
    const montre = constats.find((candidat) => candidat.id === id);
    if (!montre) return;
    naviguer({ type: 'ouvrir', id: montre.id });
    annoncer(messageSeul(montre.constat));
    const cible = destinationDe(montre.constat);
    const visible = vues?.feuilles.find((feuille) => feuille.id === cible?.feuille)?.visibilite === 'visible';
    if (suivi && aller && cible && visible) void allerEtDire(cible);
  };

  return (
    <div className={styles.racine} role="group" aria-label="Aller d’un constat à l’autre">
      <Bouton className={styles.cote} disabledFocusable={precedent === null} onClick={() => { ouvrir(precedent); }}>Précédent</Bouton>
      {aller && (
        <Bouton className={styles.centre} appearance="primary" disabledFocusable={destination === null} onClick={() => { if (destination) void selectionner(destination); }}>
          {constat !== null && constat.emplacement === null && destination ? 'Ouvrir la feuille' : 'Sélectionner'}
        </Bouton>
      )}
      <Bouton className={styles.cote} disabledFocusable={suivant === null} onClick={() => { ouvrir(suivant); }}>Suivant</Bouton>
    </div>
  );
}
