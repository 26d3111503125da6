/** Pourquoi ce constat : l'exigence, sa raison, le texte qui la fonde, et ce que le contrôle ne voit pas. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Constat } from '../../controles/constat';
import { majuscule } from '../../controles/fabrique';
import { REGISTRE } from '../../controles/registre';
import { cibleNationaleDe } from '../../referentiel/cibles-nationales';
import { direRepere } from '../../moteur/vues/cibles-textes';
import { insecables } from '../communs/typographie';
import { Repliable } from '../communs/Repliable';
import { useTextes } from '../communs/styles';
import { Texte } from '../communs/Texte';

const METADONNEES = new Map(REGISTRE.map((controle) => [controle.code, controle]));

const useStyles = makeStyles({
  pile: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalS },
  citation: { margin: 0, paddingLeft: tokens.spacingHorizontalS, borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, fontStyle: 'italic' },
});

/** La phrase de la circulaire, pour les constats qui la mesurent. */
function Citation({ constat: { code, objectif } }: { readonly constat: Constat }) {
  const styles = useStyles();
  const textes = useTextes();
  const cible = (code === 'CIB-02' || code === 'CIB-03') && objectif !== null ? cibleNationaleDe(objectif) : undefined;
  if (!cible) return null;
  return (
    <>
      <blockquote className={mergeClasses(textes.texte, styles.citation)}>{insecables(majuscule(cible.texte))}.</blockquote>
      {cible.reperes.map((repere) => <Texte key={repere.texte} discret>{direRepere(repere)}</Texte>)}
    </>
  );
}

export function Pourquoi({ constat }: { readonly constat: Constat }) {
  const styles = useStyles();
  const [ouvert, ouvrir] = useState(true);
  const controle = METADONNEES.get(constat.code);
  return (
    <Repliable niveau={3} titre="Pourquoi" ouvert={ouvert} surBascule={() => { ouvrir(!ouvert); }}>
      <div className={styles.pile}>
        {controle && <Texte>{controle.pourquoi}</Texte>}
        <Citation constat={constat} />
        {controle && <Texte discret>Règle : {controle.exigence}</Texte>}
        <Texte discret>Source : {constat.source}.</Texte>
        {controle && <Texte discret>Limites : {controle.limites}</Texte>}
      </div>
    </Repliable>
  );
}
