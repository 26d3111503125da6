/** Ce qui est nouveau, résolu, restant depuis le contrôle de référence. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { accorder } from '../../rapport/mots';
import { messageSeul } from '../../rapport/texte-constat';
import { Bouton } from '../communs/Bouton';
import { ID_CONTROLER, poserFocus } from '../communs/focus';
import { insecables } from '../communs/typographie';
import { Repliable } from '../communs/Repliable';
import { useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import type { Evolution as Changements } from '../etat/controle';
import { Texte } from '../communs/Texte';

const useStyles = makeStyles({
  racine: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, paddingInline: tokens.spacingHorizontalS },
});

/** « 10 h 12 ». */
export function formatHeure(heure: number): string {
  const date = new Date(heure);
  return `${String(date.getHours())}\u00a0h\u00a0${String(date.getMinutes()).padStart(2, '0')}`;
}

export function decrireEvolution({ nouveaux, resolus, restants }: Changements): string {
  return [accorder(resolus.length, 'résolu'), accorder(nouveaux.size, 'nouveau', 'nouveaux'), accorder(restants, 'restant')].join(', ');
}

export default function Evolution() {
  const styles = useStyles();
  const textes = useTextes();
  const { evolution, controle: { reference }, repartir } = useVolet();
  const [ouvert, ouvrir] = useState(false);
  if (!reference) return null;
  const faire = () => {
    poserFocus(ID_CONTROLER);
    repartir();
  };
  return (
    <Repliable className={styles.racine} niveau={2} titre={insecables(`Depuis ${formatHeure(reference.heure)} : ${decrireEvolution(evolution)}`)} ouvert={ouvert} surBascule={() => { ouvrir(!ouvert); }}>
      {evolution.resolus.length > 0 && (
        <>
          <Texte discret>Résolus :</Texte>
          <ul className={textes.puces}>
            {evolution.resolus.map(({ id, constat }) => <li key={id} className={textes.discret}>{insecables(messageSeul(constat))}</li>)}
          </ul>
        </>
      )}
      {evolution.nouveaux.size > 0 && <Texte discret>Les nouveaux constats portent la mention « Nouveau » dans la liste.</Texte>}
      <Bouton appearance="subtle" onClick={faire}>Compter à partir de maintenant</Bouton>
    </Repliable>
  );
}
