/** L'ossature : en-tête, progression, messages, onglets, et l'écran choisi. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, useRef } from 'react';
import { aLaDemande } from '../communs/a-la-demande';
import { EcranControle } from '../controle/EcranControle';
import type { EtatVolet } from '../hooks/useEtatVolet';
import { phraseResultat } from '../controle/phrases';
import { Annonce } from './Annonce';
import { Bandeaux } from './Bandeaux';
import { Chargement } from './Chargement';
import { Entete } from './Entete';
import { Garde } from './Garde';
import { Onglets, idOnglet, ID_PANNEAU } from './Onglets';

const EcranCibles = aLaDemande(() => import('../cibles/EcranCibles'));
const EcranFinancement = aLaDemande(() => import('../financement/EcranFinancement'));
const EcranDiagnostic = aLaDemande(() => import('../diagnostic/EcranDiagnostic'));
const EcranOptions = aLaDemande(() => import('../options/EcranOptions'));
const Confirmations = aLaDemande(() => import('./Confirmations'));
const DialogueConfirmation = aLaDemande(() => import('../dialogues/DialogueConfirmation'));

const ECRANS = { controle: EcranControle, cibles: EcranCibles, financement: EcranFinancement, diagnostic: EcranDiagnostic } as const;

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
          <Garde ecran={options ? 'options' : onglet}>
            <Suspense fallback={<Chargement libelle="Ouverture…" />}>
              {options ? <EcranOptions version={version} /> : <div id={ID_PANNEAU} role="tabpanel" aria-labelledby={idOnglet(onglet)}><Ecran /></div>}
            </Suspense>
          </Garde>
        </div>
        <Suspense fallback={null}>{confirmation.rang > 0 && <Confirmations message={confirmation} />}</Suspense>
      </main>
      <Annonce message={annonce} />
      <Suspense fallback={null}>
        {question && <DialogueConfirmation question={question} repondre={repondre} />}
      </Suspense>
    </>
  );
}
