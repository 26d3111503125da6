/** Une valeur proposée : sa cellule, avant et après, d'où elle vient, et la décision. */
import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { decrireOrigine } from '../../diagnostic/retenir';
import type { Proposition } from '../../diagnostic/propositions';
import type { CodeIndicateur } from '../../referentiel/indicateurs';
import { Case } from '../communs/Case';
import { Echange } from '../communs/Echange';
import { LienCellule } from '../communs/LienCellule';
import { useBoites } from '../communs/styles';
import { Texte } from '../communs/Texte';
import { nommerIndicateur } from './phrases';

const useStyles = makeStyles({
  corps: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, paddingLeft: tokens.spacingHorizontalS },
  radio: { minHeight: '44px', alignItems: 'center' },
  cible: { width: '44px', minHeight: '44px' },
});

export interface ProprietesItem {
  readonly proposition: Proposition;
  /** Vrai si la valeur s'écrira. */
  readonly retenue: boolean;
  readonly fige: boolean;
  readonly surDecision: (code: CodeIndicateur, ecrire: boolean) => void;
}

function Details({ proposition: { actuel, propose, apres, origine, remarques, emplacement } }: Pick<ProprietesItem, 'proposition'>) {
  return (
    <>
      <Echange avant={actuel} apres={propose} sansSuite={apres === null} />
      <Texte discret>Origine : {decrireOrigine(origine)}.</Texte>
      {remarques.map((remarque) => <Texte key={remarque}>{remarque}</Texte>)}
      <LienCellule emplacement={emplacement} />
    </>
  );
}

/** Une cellule vide, remplie sauf avis contraire. */
export function ItemRemplir({ proposition, retenue, fige, surDecision }: ProprietesItem) {
  const styles = useStyles();
  const boites = useBoites();
  const { indicateur, adresse } = proposition;
  return (
    <li className={boites.carte}>
      <Case checked={retenue} disabled={fige} label={`${adresse} – ${nommerIndicateur(indicateur)}`} onChange={(_, { checked }) => { surDecision(indicateur, checked === true); }} />
      <div className={styles.corps}><Details proposition={proposition} /></div>
    </li>
  );
}

/** Une cellule déjà remplie, ou une valeur à réserve : rien ne s'écrit sans décision. */
export function ItemDecider({ proposition, retenue, fige, surDecision }: ProprietesItem) {
  const styles = useStyles();
  const boites = useBoites();
  const { indicateur, adresse, actuel, propose, nature } = proposition;
  const id = `decision-${indicateur}`;
  const options = [
    ['garder', nature === 'remplir' ? 'Laisser vide' : `Garder ${actuel}`],
    ['ecrire', nature === 'remplir' ? `Écrire ${propose}` : `Remplacer par ${propose}`],
  ] as const;
  return (
    <li className={boites.carte}>
      <div className={styles.corps}>
        <Texte><strong id={id}>{`${adresse} – ${nommerIndicateur(indicateur)}`}</strong></Texte>
        <Details proposition={proposition} />
      </div>
      <RadioGroup aria-labelledby={id} disabled={fige} value={retenue ? 'ecrire' : 'garder'} onChange={(_, { value }) => { surDecision(indicateur, value === 'ecrire'); }}>
        {options.map(([valeur, nom]) => <Radio key={valeur} className={styles.radio} input={{ className: styles.cible }} value={valeur} label={nom} />)}
      </RadioGroup>
    </li>
  );
}

/** Ne s'écrira pas : formule gardée, valeur impossible. */
export function ItemImpossible({ proposition }: Pick<ProprietesItem, 'proposition'>) {
  const styles = useStyles();
  const boites = useBoites();
  return (
    <li className={boites.carte}>
      <div className={styles.corps}>
        <Texte><strong>{`${proposition.adresse} – ${nommerIndicateur(proposition.indicateur)}`}</strong></Texte>
        <Details proposition={proposition} />
      </div>
    </li>
  );
}
