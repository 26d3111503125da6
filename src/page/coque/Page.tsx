/** La page sans Excel : ses écrans, le dépôt de fichiers, ce qui s'attend et ce qui échoue. */
import { FluentProvider, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { Bouton } from '../../taskpane/communs/Bouton';
import { useTextes } from '../../taskpane/communs/styles';
import DialogueConfirmation from '../../taskpane/dialogues/DialogueConfirmation';
import { useConfirmation } from '../../taskpane/hooks/useConfirmation';
import { useTheme } from '../../taskpane/hooks/useTheme';
import { useDepot } from '../communs/useDepot';
import { EcranComparaison } from '../lot/EcranComparaison';
import { EcranConsolidation } from '../lot/EcranConsolidation';
import { EcranLot } from '../lot/EcranLot';
import type { Source } from '../lot/sources';
import { EcranAccueil } from './EcranAccueil';
import { EcranClasseur } from './EcranClasseur';
import { Panne } from './Panne';
import { usePage, type ActionsPage, type ServicesPage } from './usePage';
import type { EtatPage } from './ecran';

const useStyles = makeStyles({
  racine: { height: '100dvh', display: 'flex', flexDirection: 'column', overflow: 'hidden', backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  ecran: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  cache: { display: 'none' },
  attente: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}` },
  barre: { flexGrow: 1 },
  survol: {
    position: 'fixed', inset: 0, zIndex: 1000, display: 'flex', alignItems: 'center', justifyContent: 'center', pointerEvents: 'none',
    backgroundColor: tokens.colorBackgroundOverlay, color: tokens.colorNeutralForegroundStaticInverted, fontSize: tokens.fontSizeBase600, border: `4px dashed ${tokens.colorNeutralForegroundStaticInverted}`,
  },
});

export interface ProprietesPage extends ServicesPage {
  readonly version: string;
  readonly exemple: Source;
  /** Commencer par l'exemple. */
  readonly montrerExemple: boolean;
}

const ABANDON = {
  titre: 'Abandonner les corrections ?',
  texte: 'Ce classeur a été modifié et la copie corrigée n’a pas été téléchargée : ces modifications seront perdues.',
  accepter: 'Abandonner',
};

interface ProprietesEcrans {
  readonly etat: EtatPage;
  readonly actions: ActionsPage;
  readonly sombre: boolean;
  readonly version: string;
  readonly exemple: Source;
  /** Fait ce qui ferme le classeur, après accord si des corrections seraient perdues. */
  readonly quitter: (suite: () => void) => void;
}

/** Les écrans. Le classeur et le lot restent montés sous ceux qui les recouvrent : on y revient comme on les a laissés. */
function Ecrans({ etat: { ecran, session, lot }, actions, sombre, version, exemple, quitter }: ProprietesEcrans) {
  const styles = useStyles();
  const deposer = (sources: readonly Source[]) => { quitter(() => { actions.deposer(sources); }); };
  const retour = () => { quitter(actions.retour); };
  return (
    <>
      {ecran.type === 'accueil' && <EcranAccueil version={version} surChoix={deposer} surExemple={() => { actions.ouvrir(exemple); }} />}
      {session && (
        <div className={ecran.type === 'classeur' ? styles.ecran : styles.cache}>
          <EcranClasseur
            key={session.numero} session={session} retour={lot ? 'Lot' : 'Accueil'} sombre={sombre} version={version}
            surRetour={retour} surChoix={deposer} surComparaison={actions.comparer} surPanne={actions.signaler}
          />
        </div>
      )}
      {lot && (
        <div className={ecran.type === 'lot' ? styles.ecran : styles.cache}>
          <EcranLot key={lot.numero} lot={lot} surOuverture={actions.ouvrir} surConsolidation={actions.consolider} surComparaison={actions.comparer} surChoix={deposer} surRetour={retour} />
        </div>
      )}
      {ecran.type === 'consolidation' && <EcranConsolidation consolidation={ecran.consolidation} exclus={ecran.exclus} surRetour={actions.retour} />}
      {ecran.type === 'comparaison' && <EcranComparaison comparaison={ecran.comparaison} surRetour={actions.retour} surInversion={() => { actions.comparer(ecran.apres, ecran.avant); }} />}
    </>
  );
}

export function Page({ embaucher, fils, version, exemple, montrerExemple }: ProprietesPage) {
  const styles = useStyles();
  const textes = useTextes();
  const { theme, sombre } = useTheme(null);
  const { etat, actions } = usePage({ embaucher, fils });
  const { question, demander, repondre } = useConfirmation();
  const { ouvrir } = actions;
  useEffect(() => { if (montrerExemple) ouvrir(exemple); }, [montrerExemple, exemple, ouvrir]);

  const perdrait = () => {
    const { ecritures = 0, telechargees = 0 } = etat.session?.lire() ?? {};
    return ecritures > telechargees;
  };
  const quitter = (suite: () => void) => {
    if (!perdrait()) suite();
    else void demander(ABANDON).then((oui) => { if (oui) suite(); });
  };
  useEffect(() => {
    const prevenir = (evenement: BeforeUnloadEvent) => { if (perdrait()) evenement.preventDefault(); };
    window.addEventListener('beforeunload', prevenir);
    return () => { window.removeEventListener('beforeunload', prevenir); };
  });
  const survol = useDepot((sources) => { quitter(() => { actions.deposer(sources); }); }, actions.signaler);

  return (
    <FluentProvider theme={theme} style={{ colorScheme: sombre ? 'dark' : 'light' }} lang="fr">
      {/* Pas de classe sur le fournisseur : Fluent la poserait sur ses portails, qui cacheraient la page. */}
      <div className={styles.racine}>
        {etat.panne && <Panne panne={etat.panne} surFermeture={actions.oublierPanne} />}
        {etat.attente !== null && (
          <div className={styles.attente} role="status">
            <p className={textes.texte}>{etat.attente}…</p>
            <ProgressBar className={styles.barre} aria-label={etat.attente} />
            <Bouton onClick={actions.renoncer}>Annuler</Bouton>
          </div>
        )}
        <Ecrans etat={etat} actions={actions} sombre={sombre} version={version} exemple={exemple} quitter={quitter} />
        {survol && <div className={styles.survol} aria-hidden>Déposez pour contrôler</div>}
        {question && <DialogueConfirmation question={question} repondre={repondre} />}
      </div>
    </FluentProvider>
  );
}
