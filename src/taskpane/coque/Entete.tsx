/** L'en-tête : le département, et deux actions. Les 40 px du coin droit appartiennent à Office. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowClockwise20Regular, ArrowLeft20Regular, Settings20Regular } from '@fluentui/react-icons';
import { Bouton } from '../communs/Bouton';
import { ID_CONTROLER } from '../communs/focus';
import { useTextes } from '../communs/styles';
import { useVolet } from '../contexte';

const useStyles = makeStyles({
  racine: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minHeight: '48px', paddingLeft: tokens.spacingHorizontalM, paddingRight: '40px' },
  textes: { flexGrow: 1, minWidth: 0 },
  titre: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  coupe: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

function sousTitre(departement: { readonly nom: string; readonly code: string } | null, fichier: string | null): string {
  const nom = departement ? `${departement.nom} (${departement.code})` : 'Département non reconnu';
  return fichier === null ? nom : `${nom} · ${fichier}`;
}

export function Entete() {
  const styles = useStyles();
  const textes = useTextes();
  const { controle: { vues, activite }, lancer, navigation: { options }, naviguer } = useVolet();
  const texte = vues && sousTitre(vues.rapport.departement, vues.rapport.fichier);
  const nomOptions = options ? 'Revenir au contrôle' : 'Options';
  return (
    <header className={styles.racine}>
      <div className={styles.textes}>
        <h1 className={styles.titre}>Contrôle CDPPE</h1>
        {texte !== null && <p className={mergeClasses(textes.discret, styles.coupe)} title={texte}>{texte}</p>}
      </div>
      <Bouton
        id={ID_CONTROLER} appearance="subtle" icon={<ArrowClockwise20Regular />} aria-label="Contrôler le classeur" title="Contrôler le classeur"
        onClick={lancer} disabledFocusable={activite !== 'repos'}
      />
      <Bouton
        appearance="subtle" icon={options ? <ArrowLeft20Regular /> : <Settings20Regular />} aria-label={nomOptions} title={nomOptions}
        onClick={() => { naviguer({ type: 'options', ouvertes: !options }); }}
      />
    </header>
  );
}
