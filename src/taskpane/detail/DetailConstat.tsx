/** Un constat en entier : ce qui ne va pas, pourquoi, que faire, et les voisins. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { messageSeul } from '../../rapport/texte-constat';
import { Bouton } from '../communs/Bouton';
import { ID_TITRE_DETAIL } from '../communs/focus';
import { Gravite } from '../communs/Gravite';
import { useBoites, useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import type { ConstatMontre } from '../etat/constats';
import { titreControle } from '../etat/filtre';
import { useConstatOuvert } from '../hooks/useConstatOuvert';
import { useFocusArrivee } from '../hooks/useFocusArrivee';
import { BarreDetail } from './BarreDetail';
import { CorrectionConstat } from './CorrectionConstat';
import { FormulesEnClair } from './FormulesEnClair';
import { Justification } from './Justification';
import { Mesures } from './Mesures';
import { Pourquoi } from './Pourquoi';
import { Resolu } from './Resolu';
import { Sujet } from './Sujet';
import { Texte } from '../communs/Texte';

const useStyles = makeStyles({
  tete: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  titre: { ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' } },
  faire: { paddingLeft: tokens.spacingHorizontalS, borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}` },
});

function Corps({ montre }: { readonly montre: ConstatMontre }) {
  const styles = useStyles();
  const textes = useTextes();
  const { constat } = montre;
  return (
    <>
      <Texte>{messageSeul(constat)}</Texte>
      <Mesures constat={constat} />
      <div className={styles.faire}>
        <h3 className={textes.sousTitre}>À faire</h3>
        <Texte>{constat.suite}</Texte>
      </div>
      <FormulesEnClair constat={constat} />
      {constat.correction && <CorrectionConstat key={`correction-${montre.id}`} correction={constat.correction} />}
      <Justification key={`justification-${montre.id}`} montre={montre} />
      <Pourquoi key={`pourquoi-${montre.id}`} constat={constat} />
    </>
  );
}

export default function DetailConstat({ id }: { readonly id: string }) {
  const styles = useStyles();
  const textes = useTextes();
  const boites = useBoites();
  const { naviguer } = useVolet();
  const { montre, present, voisins, total } = useConstatOuvert(id);

  useFocusArrivee(ID_TITRE_DETAIL);
  // D'un constat au suivant, la lecture reprend en haut.
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = article;
    if (current && current.getBoundingClientRect().top < 0) current.scrollIntoView();
  }, [id]);

  return (
    <article ref={article} className={boites.pile} aria-labelledby={ID_TITRE_DETAIL}>
      <div className={styles.tete}>
        <Bouton appearance="subtle" icon={<ArrowLeft20Regular />} onClick={() => { naviguer({ type: 'fermer' }); }}>Liste</Bouton>
        <span className={textes.discret}>{voisins.rang === null ? '' : `${String(voisins.rang + 1)} sur ${String(total)}`}</span>
      </div>
      <h2 id={ID_TITRE_DETAIL} tabIndex={-1} className={mergeClasses(textes.titre, styles.titre)}>{montre ? titreControle(montre) : 'Constat'}</h2>
      {montre && <div className={boites.rang}><Gravite niveau={montre.constat.gravite} /><span className={textes.discret}>{montre.constat.code}</span></div>}
      {montre && <Sujet constat={montre.constat} />}
      {montre && present ? <Corps montre={montre} /> : <Resolu message={montre ? messageSeul(montre.constat) : null} />}
      <BarreDetail constat={montre && present ? montre.constat : null} voisins={voisins} />
    </article>
  );
}
