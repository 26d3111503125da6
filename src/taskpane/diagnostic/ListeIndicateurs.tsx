/** Des indicateurs du diagnostic : leur état, et la cellule où aller. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { IndicateurDiagnostic } from '../../diagnostic/completude';
import { LienCellule } from '../communs/LienCellule';
import { useTextes } from '../communs/styles';
import { Texte } from '../communs/Texte';
import { EtatDonnee } from './EtatDonnee';
import { NOMS_ETATS, nommerIndicateur } from './phrases';

const useStyles = makeStyles({ item: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` } });

export interface ProprietesListe {
  readonly indicateurs: readonly IndicateurDiagnostic[];
  /** Vrai : l'objectif n'est pas déjà dit par le titre. */
  readonly avecObjectif?: boolean;
}

export function ListeIndicateurs({ indicateurs, avecObjectif = false }: ProprietesListe) {
  const styles = useStyles();
  const textes = useTextes();
  return (
    <ul className={textes.liste}>
      {indicateurs.map(({ indicateur, etat, fournisseur, emplacement, adresse }) => (
        <li key={indicateur} className={mergeClasses(styles.item)}>
          <Texte>{avecObjectif ? nommerIndicateur(indicateur) : nommerIndicateur(indicateur, null)}</Texte>
          <EtatDonnee etat={etat}>{avecObjectif || etat === 'renseigne' ? NOMS_ETATS[etat] : `${NOMS_ETATS[etat]} – ${fournisseur}`}</EtatDonnee>
          {emplacement && <LienCellule emplacement={emplacement}>{`Aller en ${adresse}`}</LienCellule>}
        </li>
      ))}
    </ul>
  );
}
