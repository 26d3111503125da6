/** Aucune feuille reconnue : le dire, montrer ce qui a été regardé, et offrir une issue. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentSearch24Regular } from '@fluentui/react-icons';
import type { FeuilleVue } from '../../moteur/vues/vues';
import { Bouton } from '../communs/Bouton';
import { useBoites, useTextes } from '../communs/styles';
import { useVolet } from '../contexte';
import { CreerFeuilles } from './CreerFeuilles';
import { Texte } from '../communs/Texte';

const useStyles = makeStyles({ tete: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'flex-start' }, icone: { flexShrink: 0 } });
const VISIBILITES = { visible: '', masquee: ' (masquée)', tres_masquee: ' (masquée)' } as const;

export function ClasseurEtranger({ feuilles }: { readonly feuilles: readonly FeuilleVue[] }) {
  const styles = useStyles();
  const textes = useTextes();
  const boites = useBoites();
  const { naviguer } = useVolet();
  return (
    <section className={boites.pile} aria-labelledby="etranger">
      <div className={styles.tete}>
        <DocumentSearch24Regular className={styles.icone} aria-hidden />
        <h2 id="etranger" className={textes.titre}>Aucune feuille du contrat reconnue</h2>
      </div>
      <Texte>Ce classeur ne contient ni tableau de bord (annexe 5.2) ni plan d’action (annexe 5.3) reconnaissable. Rien n’a donc été contrôlé.</Texte>
      <div>
        <Texte>Feuilles examinées :</Texte>
        <ul className={textes.puces}>
          {feuilles.map(({ id, nom, visibilite }) => <li key={id} className={textes.texte}>{nom}{VISIBILITES[visibilite]}</li>)}
        </ul>
      </div>
      <Texte>À faire : ouvrir le classeur du contrat, créer ici les feuilles officielles vierges, ou désigner les feuilles si le modèle a été remanié.</Texte>
      <CreerFeuilles feuilles={feuilles} />
      <Bouton onClick={() => { naviguer({ type: 'options', ouvertes: true }); }}>Désigner les feuilles…</Bouton>
    </section>
  );
}
