/** Le financement d'un objectif : les deux parts, le total, la source. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, DismissCircle20Filled, QuestionCircle20Filled, SubtractCircle20Filled, Warning20Filled } from '@fluentui/react-icons';
import type { EtatParite, LigneFinancement } from '../../moteur/vues/financement';
import { LienCellule } from '../communs/LienCellule';
import { useBoites, useTextes } from '../communs/styles';
import { Barre } from './Barre';
import { decrireManque, NOMS_PARITES } from './phrases';
import { Texte } from '../communs/Texte';

const ICONES = {
  tenue: CheckmarkCircle20Filled, manquee: DismissCircle20Filled, a_justifier: Warning20Filled, illisible: QuestionCircle20Filled, sans_etat: SubtractCircle20Filled,
} as const satisfies Record<EtatParite, unknown>;

const useStyles = makeStyles({
  etat: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  icone: { flexShrink: 0 },
  tenue: { color: tokens.colorStatusSuccessForeground1 },
  manquee: { color: tokens.colorStatusDangerForeground3 },
  a_justifier: { color: tokens.colorStatusWarningForeground3 },
  illisible: { color: tokens.colorNeutralForeground1 },
  sans_etat: { color: tokens.colorNeutralForeground2 },
});

function Source({ source: { ecrite, releve, interdite, emplacement } }: LigneFinancement) {
  return (
    <div>
      <Texte>Source : {ecrite === '' ? `non précisée au plan ; cet objectif relève ${releve}` : `« ${ecrite} »`}.</Texte>
      {interdite && (
        <>
          <Texte><strong>L’annexe 4 n’admet pas cette source pour cet objectif : il relève {releve}.</strong></Texte>
          {emplacement && <LienCellule emplacement={emplacement}>Aller à la modalité</LienCellule>}
        </>
      )}
    </div>
  );
}

export function CarteObjectif({ ligne, echelle }: { readonly ligne: LigneFinancement; readonly echelle: number }) {
  const styles = useStyles();
  const textes = useTextes();
  const boites = useBoites();
  const Icone = ICONES[ligne.parite];
  const manque = decrireManque(ligne);
  const ecartTotal = ligne.inscrit !== null && ligne.inscrit.euros !== null && ligne.total.euros !== null && Math.abs(ligne.inscrit.euros - ligne.total.euros) > 0.5;
  return (
    <article className={mergeClasses(boites.carte, boites.pile)} aria-labelledby={`financement-${String(ligne.objectif)}`}>
      <h3 id={`financement-${String(ligne.objectif)}`} className={textes.sousTitre}>Objectif {ligne.objectif} – {ligne.nom}</h3>
      <div className={mergeClasses(styles.etat, styles[ligne.parite])}><Icone className={styles.icone} aria-hidden />{NOMS_PARITES[ligne.parite]}</div>
      {manque !== null && <Texte>{manque}</Texte>}
      <div>
        <Barre nom="Département" part={ligne.departement} echelle={echelle} motif="plein" />
        <Barre nom="Etat" part={ligne.etat} echelle={echelle} motif="hachure" />
      </div>
      <Texte>
        Total : <strong>{ligne.total.texte}</strong>{ligne.partenaires.euros !== 0 && `, dont partenaires ${ligne.partenaires.texte}`}.
        {ecartTotal && ` Le plan inscrit ${ligne.inscrit!.texte}.`}
      </Texte>
      <Source {...ligne} />
    </article>
  );
}
