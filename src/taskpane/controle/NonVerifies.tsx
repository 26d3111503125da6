/** Ce qui n'a pas été vérifié, et pourquoi : une raison se dit une fois. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { majuscule } from '../../controles/fabrique';
import { REGISTRE } from '../../controles/registre';
import type { Rapport } from '../../moteur/rapport';
import { regrouperNonVerifies } from '../../rapport/non-verifies';
import { Bouton } from '../communs/Bouton';
import { Repliable } from '../communs/Repliable';
import { useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import { Texte } from '../communs/Texte';

const TITRES = new Map(REGISTRE.map(({ code, titre }) => [code, titre]));

const useStyles = makeStyles({
  racine: { flexGrow: 1, flexBasis: '130px', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, paddingInline: tokens.spacingHorizontalS },
  entier: { flexBasis: '100%' },
  liste: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
});

export function NonVerifies({ rapport }: { readonly rapport: Rapport }) {
  const styles = useStyles();
  const textes = useTextes();
  const { naviguer } = useVolet();
  const groupes = useMemo(() => regrouperNonVerifies(rapport), [rapport]);
  // Un contrôle incomplet s'explique d'emblée.
  const [bascule, basculer] = useState(false);
  if (groupes.length === 0) return null;
  const ouvert = (rapport.verdict === 'incomplet') !== bascule;
  return (
    <Repliable className={mergeClasses(styles.racine, ouvert && styles.entier)} niveau={2} titre="Non vérifié" droite={String(groupes.length)} ouvert={ouvert} surBascule={() => { basculer(!bascule); }}>
      <ul className={mergeClasses(textes.liste, styles.liste)}>
        {groupes.map(({ raison, codes, cellules }) => (
          <li key={raison}>
            <Texte>{majuscule(raison)}.</Texte>
            <Texte discret>{codes.map((code) => TITRES.get(code) ?? code).join(' ; ')}{cellules.length > 0 && ` – ${cellules.join(', ')}`}</Texte>
          </li>
        ))}
      </ul>
      {!rapport.departement && <Bouton onClick={() => { naviguer({ type: 'options', ouvertes: true }); }}>Indiquer le département</Bouton>}
    </Repliable>
  );
}
