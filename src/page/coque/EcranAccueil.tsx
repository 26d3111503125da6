/** L'état vide : déposer ou choisir un classeur, un dossier, ou voir un exemple. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { TableSimpleCheckmark48Regular, Folder20Regular, DocumentAdd20Regular } from '@fluentui/react-icons';
import { Bouton } from '../../taskpane/communs/Bouton';
import { useTextes } from '../../taskpane/communs/styles';
import { Choisir } from '../communs/Choisir';
import type { Source } from '../lot/sources';

const useStyles = makeStyles({
  racine: { flexGrow: 1, overflow: 'auto', padding: tokens.spacingHorizontalXXL, display: 'flex', flexDirection: 'column', alignItems: 'center', rowGap: tokens.spacingVerticalXL },
  depot: {
    width: '100%', maxWidth: '44rem', boxSizing: 'border-box', display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center', rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`, border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`, borderRadius: tokens.borderRadiusLarge,
  },
  titre: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold },
  icone: { color: tokens.colorBrandForeground1 },
  boutons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
  aide: { maxWidth: '44rem', width: '100%', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
});

export interface ProprietesAccueil {
  readonly surChoix: (sources: readonly Source[]) => void;
  readonly surExemple: () => void;
  readonly version: string;
}

export function EcranAccueil({ surChoix, surExemple, version }: ProprietesAccueil) {
  const styles = useStyles();
  const textes = useTextes();
  return (
    <main className={styles.racine}>
      <section className={styles.depot} aria-labelledby="titre-accueil">
        <TableSimpleCheckmark48Regular className={styles.icone} aria-hidden />
        <h1 id="titre-accueil" className={styles.titre}>Contrôler un classeur CDPPE</h1>
        <p className={textes.texte}>Déposez ici le classeur du contrat (.xlsx), ou tout un dossier de classeurs.</p>
        <div className={styles.boutons}>
          <Choisir nom="Choisir des classeurs…" quoi="fichiers" apparence="primary" icone={<DocumentAdd20Regular />} surChoix={surChoix} />
          <Choisir nom="Choisir un dossier…" quoi="dossier" icone={<Folder20Regular />} surChoix={surChoix} />
          <Bouton appearance="subtle" onClick={surExemple}>Voir un exemple</Bouton>
        </div>
        <p className={textes.discret}>Rien ne quitte ce poste : les fichiers sont lus et contrôlés dans ce navigateur, jamais envoyés.</p>
      </section>
      <section className={styles.aide} aria-labelledby="titre-aide">
        <h2 id="titre-aide" className={textes.sousTitre}>Ce que fait cette page</h2>
        <ul className={textes.puces}>
          <li className={textes.texte}>Un classeur : le tableau de bord (annexe 5.2) et le plan d’action (annexe 5.3) sont contrôlés ; chaque constat mène à sa cellule, s’explique et dit la suite à donner.</li>
          <li className={textes.texte}>Les corrections se voient avant de s’appliquer, et vont dans une copie à télécharger : le fichier d’origine n’est jamais modifié.</li>
          <li className={textes.texte}>Une valeur s’essaie dans la grille (« et si la cible passait à 20 % ? ») sans rien changer au fichier.</li>
          <li className={textes.texte}>Plusieurs classeurs : une synthèse, la consolidation nationale, la comparaison de deux versions, des exports pour Excel.</li>
        </ul>
        <p className={textes.discret}>Contrôle indicatif, version {version} : il n’engage pas l’administration.</p>
      </section>
    </main>
  );
}
