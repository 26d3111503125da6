/** Où en est le diagnostic : qui doit encore fournir quoi, puis chaque objectif. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { CompletudeObjectif } from '../../diagnostic/completude';
import { Bouton } from '../communs/Bouton';
import { Repliable } from '../communs/Repliable';
import { useBoites, useTextes } from '../communs/styles';
import { Texte } from '../communs/Texte';
import { useVolet } from '../contexte';
import { useFocusArrivee } from '../hooks/useFocusArrivee';
import { EtatDonnee } from './EtatDonnee';
import type { DiagnosticLu } from './lecture';
import { ListeIndicateurs } from './ListeIndicateurs';
import { ModeleTrame } from './ModeleTrame';
import { etatObjectif, NOMS_FOURNISSEURS, resumerCompletude, resumerFournisseur, titreObjectif } from './phrases';
import { Enfants } from './Enfants';

export const ID_TITRE_DIAGNOSTIC = 'titre-diagnostic';

const useStyles = makeStyles({
  cadre: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, paddingInline: tokens.spacingHorizontalS },
  titre: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
});

function Section({ titre, droite, children }: { readonly titre: ReactNode; readonly droite?: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const [ouvert, ouvrir] = useState(false);
  return <Repliable className={styles.cadre} niveau={4} titre={titre} {...(droite !== undefined && { droite })} ouvert={ouvert} surBascule={() => { ouvrir(!ouvert); }}>{children}</Repliable>;
}

function Objectif({ vue }: { readonly vue: CompletudeObjectif }) {
  const styles = useStyles();
  return (
    <Section titre={<span className={styles.titre}><span>{titreObjectif(vue)}</span><EtatDonnee etat={vue.etat}>{etatObjectif(vue)}</EtatDonnee></span>}>
      <ListeIndicateurs indicateurs={vue.indicateurs} />
    </Section>
  );
}

export function Bilan({ diagnostic, surRemplir }: { readonly diagnostic: DiagnosticLu; readonly surRemplir: () => void }) {
  const textes = useTextes();
  const boites = useBoites();
  const { naviguer } = useVolet();
  const { completude, departement, annee } = diagnostic;
  useFocusArrivee(ID_TITRE_DIAGNOSTIC);
  return (
    <div className={boites.pile}>
      <h2 id={ID_TITRE_DIAGNOSTIC} tabIndex={-1} className={textes.titre}>Diagnostic {annee}</h2>
      <Texte>{resumerCompletude(completude)} Les taux, qui se calculent, ne sont pas comptés.</Texte>
      <Bouton appearance="primary" onClick={surRemplir}>Remplir le diagnostic…</Bouton>
      {!departement && (
        <>
          <Texte>Le département n’est pas reconnu : indiquez-le pour disposer des références de l’INSEE.</Texte>
          <Bouton onClick={() => { naviguer({ type: 'options', ouvertes: true }); }}>Indiquer le département</Bouton>
        </>
      )}
      <section className={boites.pile} aria-labelledby="qui-fournit">
        <h3 id="qui-fournit" className={textes.sousTitre}>Qui doit fournir quoi</h3>
        {completude.fournisseurs.map((vue) => (
          <Section key={vue.fournisseur} titre={NOMS_FOURNISSEURS[vue.fournisseur]} droite={resumerFournisseur(vue)}>
            {vue.restants.length === 0 ? <Texte>Rien à demander.</Texte> : <ListeIndicateurs indicateurs={vue.restants} avecObjectif />}
          </Section>
        ))}
      </section>
      <section className={boites.pile} aria-labelledby="par-objectif">
        <h3 id="par-objectif" className={textes.sousTitre}>Par objectif</h3>
        {completude.objectifs.map((vue) => <Objectif key={String(vue.objectif)} vue={vue} />)}
      </section>
      <Enfants diagnostic={diagnostic} />
      <ModeleTrame departement={departement?.code ?? null} annee={annee} />
    </div>
  );
}
