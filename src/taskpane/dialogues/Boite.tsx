/**
 * Une boîte de dialogue. Elle reste montée quand elle se ferme : Fluent a besoin de ce temps pour
 * rendre le reste du volet aux lecteurs d'écran, et le focus à qui l'avait. Son contenu, lui,
 * repart de zéro à chaque ouverture.
 */
import { Dialog, DialogActions, DialogBody, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { rendreFocus } from '../communs/focus';
import { insecables } from '../communs/typographie';

export interface ProprietesBoite {
  readonly ouverte: boolean;
  readonly titre: string;
  /** Une question qui attend sa réponse (`alertdialog`). */
  readonly question?: boolean;
  /** À qui rendre le focus quand elle se ferme. */
  readonly ouvreur: HTMLElement | null;
  readonly surFermeture: () => void;
  /** Contenu et actions. */
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  // Côte à côte même à 320 px : un volet de 378 px de haut n'a pas de place à perdre.
  actions: { '@media screen and (max-width: 480px)': { flexDirection: 'row', flexWrap: 'wrap', '& > *': { flexGrow: 1 } } },
});

export function Actions({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return <DialogActions className={styles.actions}>{children}</DialogActions>;
}

/** Dans la boîte : quand elle a fini de disparaître, le focus revient à qui l'a ouverte. */
function RetourDuFocus({ ouvreur }: { readonly ouvreur: HTMLElement | null }) {
  const retenu = useRef(ouvreur);
  useEffect(() => {
    const { current } = retenu;
    return () => { setTimeout(() => { rendreFocus(current); }, 0); };
  }, []);
  return null;
}

export function Boite({ ouverte, titre, question = false, ouvreur, surFermeture, children }: ProprietesBoite) {
  return (
    <Dialog open={ouverte} modalType={question ? 'alert' : 'modal'} onOpenChange={(_, { open }) => { if (!open) surFermeture(); }}>
      <DialogSurface>
        <RetourDuFocus ouvreur={ouvreur} />
        <DialogBody>
          <DialogTitle>{insecables(titre)}</DialogTitle>
          {children}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
