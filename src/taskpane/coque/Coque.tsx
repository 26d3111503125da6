/** L'ossature : en-tête, progression, messages, onglets, et l'écran choisi. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { EcranControle } from '../controle/EcranControle';
import type { EtatVolet } from '../hooks/useEtatVolet';
import { phraseResultat } from '../controle/phrases';
import { Annonce } from './Annonce';
import { Bandeaux } from './Bandeaux';
import { Chargement } from './Chargement';
import { Entete } from './Entete';
import { Onglets, idOnglet, ID_PANNEAU } from './Onglets';

const EcranCibles = lazy(() => import('../cibles/EcranCibles'));
const EcranFinancement = lazy(() => import('../financement/EcranFinancement'));
const EcranOptions = lazy(() => import('../options/EcranOptions'));
const Confirmations = lazy(() => import('./Confirmations'));
const DialogueConfirmation = lazy(() => import('../dialogues/DialogueConfirmation'));

const ECRANS = { controle: EcranControle, cibles: EcranCibles, financement: EcranFinancement } as const;

const useStyles = makeStyles({
  contenu: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`, boxSizing: 'border-box' },
});

/** Annonce chaque contrôle qui s'achève, et lui seul. */
function useAnnonceDesControles({ volet }: EtatVolet): void {
  const { controle: { vues, panne }, compte, annoncer } = volet;
  const dites = useRef<unknown>(null);
  useEffect(() => {
    const nouvelle = panne ?? vues;
    if (nouvelle === null || dites.current === nouvelle) return;
    dites.current = nouvelle;
    annoncer(panne ? panne.message : phraseResultat(vues!.rapport.verdict, compte));
  }, [vues, panne, compte, annoncer]);
}

export function Coque({ etat, version }: { readonly etat: EtatVolet; readonly version: string | null }) {
  const styles = useStyles();
  const { volet, annonce, confirmation, question, repondre } = etat;
  const { navigation: { onglet, options } } = volet;
  const Ecran = ECRANS[onglet];
  useAnnonceDesControles(etat);

  return (
    <>
      <Entete />
      <main>
        {!options && <Onglets />}
        <div className={styles.contenu}>
          <Bandeaux />
          <Suspense fallback={<Chargement libelle="Ouverture…" />}>
            {options ? <EcranOptions version={version} /> : <div id={ID_PANNEAU} role="tabpanel" aria-labelledby={idOnglet(onglet)}><Ecran /></div>}
          </Suspense>
        </div>
      </main>
      <Annonce message={annonce} />
      <Suspense fallback={null}>
        {confirmation.rang > 0 && <Confirmations message={confirmation} />}
        {question && <DialogueConfirmation question={question} repondre={repondre} />}
      </Suspense>
    </>
  );
}
