/** L'aperçu de « Tout corriger » : chaque cellule avant et après, à cocher, puis tout en une fois. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef, useState } from 'react';
import { cleEmplacement } from '../../corrections/cle';
import { preparer } from '../../corrections/preparer';
import { Bouton } from '../communs/Bouton';
import { ID_CONTROLER, poserFocus } from '../communs/focus';
import { useBoites, useTextes } from '../communs/styles';
import { Texte } from '../communs/Texte';
import { useVolet } from '../contexte';
import { Chargement } from '../coque/Chargement';
import { useFocusArrivee } from '../hooks/useFocusArrivee';
import { GroupeCorrections } from './GroupeCorrections';
import { nommerAction, rejetDe, resumerLot, type Rejet } from './phrases';
import { Refus } from './Refus';
import { choixDe, cocheesDOffice, dresserLignes, grouperParCode, sansRefusees, type LigneCorrection } from './selection';

const ID_TITRE = 'titre-corrections';

const useStyles = makeStyles({
  titre: { ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' } },
  barre: {
    position: 'sticky', bottom: 0, display: 'flex', columnGap: tokens.spacingHorizontalXS, paddingBlock: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  principal: { flexGrow: 1 },
});

const NATURES = [
  ['automatique', 'Automatiques', 'Elles ne changent aucun chiffre affiché. Décochez celles que vous voulez garder telles quelles.'],
  ['proposee', 'Proposées', 'Elles changent un chiffre ou un texte du classeur : cochez celles que vous décidez.'],
] as const;

/** Cases cochées : celles d'office, puis ce que l'utilisateur en a fait ; une ligne nouvelle arrive avec sa valeur d'office. */
function useSelectionDeLignes(lignes: readonly LigneCorrection[]) {
  const [choix, poser] = useState<ReadonlyMap<string, boolean>>(new Map());
  const cochees = useMemo(() => {
    const dOffice = cocheesDOffice(lignes);
    return new Set(lignes.filter(({ cle }) => choix.get(cle) ?? dOffice.has(cle)).map(({ cle }) => cle));
  }, [lignes, choix]);
  const cocher = (cles: readonly string[], coche: boolean) => { poser((avant) => new Map([...avant, ...cles.map((cle) => [cle, coche] as const)])); };
  return { cochees, cocher };
}

export default function EcranCorrections() {
  const styles = useStyles();
  const textes = useTextes();
  const boites = useBoites();
  const { lu, constats, controle: { activite, modifie }, corrections: { corrigerLot }, naviguer, lancer, confirmer } = useVolet();
  const nus = useMemo(() => constats.map(({ constat }) => constat), [constats]);
  const lignes = useMemo(() => (lu ? dresserLignes(nus, lu.instantane) : []), [nus, lu]);
  const { cochees, cocher } = useSelectionDeLignes(lignes);
  const [rejet, rejeter] = useState<(Rejet & { readonly cles: readonly string[] }) | null>(null);
  const arret = useRef<AbortController | null>(null);
  const [enCours, occuper] = useState(false);
  useFocusArrivee(ID_TITRE);
  useEffect(() => () => { arret.current?.abort(); }, []);

  const selection = useMemo(() => ({ cochees, vues: new Set(lignes.map(({ cle }) => cle)) }), [cochees, lignes]);
  const { retenues, ecartees } = useMemo(() => preparer({ constats: sansRefusees(nus, selection) }, choixDe(lignes, selection)), [nus, lignes, selection]);
  const clesEcartees = useMemo(() => new Set(ecartees.map(({ ecartee }) => `${ecartee.code} ${cleEmplacement(ecartee.correction.emplacement)}`)), [ecartees]);

  const fermer = () => {
    naviguer({ type: 'corrections', ouvertes: false });
    poserFocus(ID_CONTROLER);
  };
  const corriger = async () => {
    if (!lu) return;
    arret.current = new AbortController();
    occuper(true);
    rejeter(null);
    const bilan = await corrigerLot({ lu, constats: nus, lignes, selection, signal: arret.current.signal });
    occuper(false);
    const nouveau = rejetDe(bilan);
    if (nouveau) {
      const refusees = new Set(bilan.refus.map(({ emplacement }) => cleEmplacement(emplacement)));
      rejeter({ ...nouveau, cles: lignes.filter(({ cle, correction }) => cochees.has(cle) && refusees.has(cleEmplacement(correction.emplacement))).map(({ cle }) => cle) });
      return;
    }
    confirmer(resumerLot(bilan, lignes.filter(({ cle, correction }) => correction.type === 'automatique' && !cochees.has(cle)).length));
    fermer();
  };
  const decocher = () => {
    cocher(rejet?.cles ?? [], false);
    rejeter(null);
    poserFocus(ID_TITRE);
  };

  const occupe = enCours || activite !== 'repos';
  return (
    <section className={boites.pile} aria-labelledby={ID_TITRE}>
      <div><Bouton appearance="subtle" icon={<ArrowLeft20Regular />} disabledFocusable={enCours} onClick={fermer}>Liste</Bouton></div>
      <h2 id={ID_TITRE} tabIndex={-1} className={mergeClasses(textes.titre, styles.titre)}>Corriger le classeur</h2>
      <Texte>Voici chaque cellule, avant et après. Rien n’est écrit sans votre accord ; tout est écrit en une fois, ou rien. Les corrections s’annulent ensuite depuis ce volet.</Texte>
      {lignes.length === 0 && <Texte>Il ne reste aucune correction à faire ici : les autres constats demandent votre décision, ou une donnée.</Texte>}
      {NATURES.map(([type, titre, explication]) => {
        const siennes = lignes.filter(({ correction }) => correction.type === type);
        if (siennes.length === 0) return null;
        return (
          <section key={type} className={boites.pile} aria-labelledby={`corrections-${type}`}>
            <h3 id={`corrections-${type}`} className={textes.sousTitre}>{titre} ({siennes.length})</h3>
            <Texte discret>{explication}</Texte>
            {grouperParCode(siennes).map((groupe) => (
              <GroupeCorrections
                key={groupe.code} groupe={groupe} cochees={cochees} ecartees={clesEcartees} fige={enCours}
                surBascule={(cle) => { cocher([cle], !cochees.has(cle)); }} surTout={cocher}
              />
            ))}
          </section>
        );
      })}
      {enCours && <Chargement libelle="Correction en cours…" />}
      {rejet && <Refus {...rejet} {...(rejet.cles.length > 0 && { action: { nom: rejet.cles.length === 1 ? 'Décocher cette cellule' : 'Décocher ces cellules', faire: decocher } })} />}
      {modifie && !enCours && <Texte>Le classeur a été modifié : actualisez les résultats avant de corriger.</Texte>}
      <div className={styles.barre}>
        {modifie && !enCours
          ? <Bouton className={styles.principal} appearance="primary" disabledFocusable={activite !== 'repos'} onClick={lancer}>Actualiser</Bouton>
          : <Bouton className={styles.principal} appearance="primary" disabledFocusable={occupe || retenues.length === 0} onClick={() => { void corriger(); }}>{nommerAction(retenues.length)}</Bouton>}
        <Bouton onClick={() => { if (enCours) arret.current?.abort(); else fermer(); }}>{enCours ? 'Arrêter' : 'Annuler'}</Bouton>
      </div>
    </section>
  );
}
